#pragma once

#include "core/behaviour/FunnelPosition.h"

#include <QWidget>

namespace foretrail {

/// The stages from looking to buying beside each other, each with how often it was; those that were come to are full and ticked.
class FunnelStrip : public QWidget {
    Q_OBJECT
public:
    explicit FunnelStrip(QWidget *parent = nullptr);
    void setPosition(const FunnelPosition &position);
    QStringList texts() const; ///< of the stages, as drawn
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool isReached(int stage) const { return m_position.stages[stage].events > 0; }
    void describe();

    FunnelPosition m_position;
};

} // namespace foretrail
