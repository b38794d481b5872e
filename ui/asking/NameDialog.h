#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace foretrail {

/// Asks for a name. A dialog of the window, closed by Escape; a test types into "nameField" and presses "nameYes" or "nameNo".
namespace NameDialog {

struct Question {
    QString title;
    QString label; ///< of the field
    QString name;  ///< suggested, selected
    QString verb;  ///< on the button that goes ahead: "Save"
};

/// Returns at once; `done` is called with a name that is not empty when the person goes ahead and `parent` still lives.
void ask(QWidget *parent, const Question &question, std::function<void(const QString &)> done);

} // namespace NameDialog
} // namespace foretrail
