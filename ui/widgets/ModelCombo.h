#pragma once

#include "core/training/Experiment.h"
#include "core/training/UsualLengths.h"

#include <QComboBox>

namespace foretrail {

/// The models of the registry, each with its sentence as tooltip.
class ModelCombo : public QComboBox {
    Q_OBJECT
public:
    explicit ModelCombo(QWidget *parent = nullptr);

    QString model() const { return currentData().toString(); }
    void setModelName(const QString &name); ///< an unknown one shows the first
    /// What the registry says of the chosen one.
    ModelInfo info() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
};

} // namespace foretrail
