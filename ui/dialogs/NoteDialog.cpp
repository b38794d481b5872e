#include "ui/dialogs/NoteDialog.h"

#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace foretrail::NoteDialog {

namespace {

struct NoteDialogText { Q_DECLARE_TR_FUNCTIONS(foretrail::NoteDialog) };

QComboBox *scopeChoice(const Question &question, QWidget *parent)
{
    auto *scope = new QComboBox(parent);
    scope->setObjectName(QStringLiteral("noteScope"));
    scope->addItem(NoteDialogText::tr("This series: %1").arg(question.seriesName), false);
    scope->addItem(NoteDialogText::tr("All series"), true);
    scope->setCurrentIndex(question.note.text.isEmpty() || !question.note.isOfAll() ? 0 : 1);
    scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long name is elided
    scope->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return scope;
}

Annotation answerOf(const Question &question, const QString &text, bool isOfAll)
{
    Annotation note = question.note;
    note.text = text.trimmed();
    note.grouping = isOfAll ? QString() : question.grouping;
    note.series = isOfAll ? QString() : question.series;
    return note;
}

} // namespace

void ask(QWidget *parent, const Question &question, std::function<void(const Annotation &)> done)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("noteDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(NoteDialogText::tr("Note at %1").arg(question.moment));
    dialog->setMinimumWidth(420);
    auto *text = new QLineEdit(question.note.text, dialog);
    text->setObjectName(QStringLiteral("noteText"));
    text->setMaxLength(2000);
    QComboBox *scope = scopeChoice(question, dialog);
    auto *buttons = new QDialogButtonBox(dialog);
    QPushButton *keep = buttons->addButton(NoteDialogText::tr("Keep"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(QStringLiteral("noteYes"));
    keep->setDefault(true);
    QPushButton *leave = buttons->addButton(QCoreApplication::translate("Confirm", "Cancel"), QDialogButtonBox::RejectRole);
    leave->setObjectName(QStringLiteral("noteNo"));
    leave->setIcon({});
    auto *form = new QFormLayout(dialog);
    form->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    form->setSpacing(Theme::space);
    form->addRow(NoteDialogText::tr("&Text"), text);
    form->addRow(NoteDialogText::tr("&Of"), scope);
    form->addRow(buttons);
    const auto check = [keep, text] { keep->setEnabled(!text->text().trimmed().isEmpty()); };
    QObject::connect(text, &QLineEdit::textChanged, keep, check);
    check();
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, parent, [question, text, scope, done = std::move(done)] {
        done(answerOf(question, text->text(), scope->currentData().toBool()));
    });
    dialog->open();
    text->setFocus();
}

} // namespace foretrail::NoteDialog
