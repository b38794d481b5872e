#pragma once

#include <QString>

#include <functional>

class QDialog;
class QWidget;

namespace foretrail {

/// Asks before something is lost. A dialog of the window, closed by Escape; a test answers it like a person, by its
/// buttons "confirmYes" and "confirmNo".
namespace Confirm {

struct Question {
    QString title;
    QString text;
    QString verb;   ///< on the button that goes ahead: "Delete"
    QString stay{}; ///< on the other one; empty: "Cancel"
};

/// Returns at once; `yes` is called when the person goes ahead and `parent` still lives. The dialog destroys itself once closed.
QDialog *ask(QWidget *parent, const Question &question, std::function<void()> yes);

} // namespace Confirm
} // namespace foretrail
