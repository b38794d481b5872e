#include "ui/asking/Confirm.h"

#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace foretrail::Confirm {

QDialog *ask(QWidget *parent, const Question &question, std::function<void()> yes)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("confirm"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(question.title);
    dialog->setMinimumWidth(400);
    auto *text = new QLabel(question.text, dialog);
    text->setObjectName(QStringLiteral("confirmText"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(dialog);
    QPushButton *go = buttons->addButton(question.verb, QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("confirmYes"));
    const QString stayText = question.stay.isEmpty() ? QCoreApplication::translate("Confirm", "Cancel") : question.stay;
    QPushButton *stay = buttons->addButton(stayText, QDialogButtonBox::RejectRole);
    stay->setObjectName(QStringLiteral("confirmNo"));
    stay->setIcon({}); // the style's own would be the only coloured one
    stay->setDefault(true);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(2 * Theme::space);
    layout->addWidget(text);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, parent, [yes = std::move(yes)] { yes(); });
    dialog->open();
    return dialog;
}

} // namespace foretrail::Confirm
