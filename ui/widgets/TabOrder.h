#pragma once

#include <QObject>

class QDialog;

namespace foretrail {

/// Lets Tab go through each dialog as it is read: from the top to the bottom, in a row from the left to the right, as its layouts stand, in
/// whatever order its parts were made. Filters the events of the application while it lives: each dialog is put in order when it is shown.
class TabOrder : public QObject {
    Q_OBJECT
public:
    explicit TabOrder(QObject *parent);
    static void arrange(const QDialog &dialog); ///< where controls come in while it is on screen
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace foretrail
