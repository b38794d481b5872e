#pragma once

#include "core/data/AnnotationStore.h"

#include <functional>

class QWidget;

namespace foretrail {

/// Asks for the text of a note and whether it is of one series or of all. A dialog of the window, closed by Escape; a test types into "noteText",
/// chooses in "noteScope" and presses "noteYes" or "noteNo".
namespace NoteDialog {

struct Question {
    Annotation note;     ///< as it is; without a text a new one
    QString grouping;    ///< of the series that is shown, and what it is called
    QString series;
    QString seriesName;
    QString moment;      ///< in words
};

/// Returns at once; `done` is called with the note when the person goes ahead and `parent` still lives.
void ask(QWidget *parent, const Question &question, std::function<void(const Annotation &)> done);

} // namespace NoteDialog
} // namespace foretrail
