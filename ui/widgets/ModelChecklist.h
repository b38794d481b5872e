#pragma once

#include <QListWidget>
#include <QStringList>

namespace foretrail {

/// The models of the registry to choose several from, automatic first and networks last, each with its sentence as tooltip.
/// Space or a click switches one.
class ModelChecklist : public QListWidget {
    Q_OBJECT
public:
    explicit ModelChecklist(QWidget *parent = nullptr);

    QStringList checked() const; ///< in the order shown
    void setChecked(const QStringList &models); ///< tells nobody
    QString currentModel() const;
    static QStringList usual(); ///< what is compared where nothing else was chosen
    QSize sizeHint() const override;

Q_SIGNALS:
    void changed(); ///< by a person

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill(const QStringList &checked);
};

} // namespace foretrail
