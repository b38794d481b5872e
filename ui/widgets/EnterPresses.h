#pragma once

#include <QObject>

namespace foretrail {

/// In every window of the program Enter presses the button that has the focus, as the space bar does; Qt itself asks that of buttons in
/// dialogs alone. A box to tick keeps to the space bar.
class EnterPresses : public QObject {
    Q_OBJECT
public:
    explicit EnterPresses(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace foretrail
