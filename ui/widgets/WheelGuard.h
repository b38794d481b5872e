#pragma once

#include <QObject>

namespace foretrail {

/// Keeps the mouse wheel from changing fields and lists that a person merely scrolls past: they take it when they have the focus,
/// which the wheel does not give. Filters the events of the application while it lives.
class WheelGuard : public QObject {
    Q_OBJECT
public:
    explicit WheelGuard(QObject *parent);
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace foretrail
