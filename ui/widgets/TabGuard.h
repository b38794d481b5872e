#pragma once

#include <QObject>

namespace foretrail {

/// In every window of the program Tab leaves a table or a text and goes on to the next control; arrow keys go through a table.
class TabGuard : public QObject {
    Q_OBJECT
public:
    explicit TabGuard(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace foretrail
