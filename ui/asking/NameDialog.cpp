#include "ui/asking/NameDialog.h"

#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace foretrail::NameDialog {

void ask(QWidget *parent, const Question &question, std::function<void(const QString &)> done)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("nameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(question.title);
    dialog->setMinimumWidth(360);
    auto *label = new QLabel(question.label, dialog);
    auto *field = new QLineEdit(question.name, dialog);
    field->setObjectName(QStringLiteral("nameField"));
    field->selectAll();
    label->setBuddy(field);
    auto *buttons = new QDialogButtonBox(dialog);
    QPushButton *go = buttons->addButton(question.verb, QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("nameYes"));
    go->setDefault(true);
    QPushButton *stay = buttons->addButton(QCoreApplication::translate("Confirm", "Cancel"), QDialogButtonBox::RejectRole);
    stay->setObjectName(QStringLiteral("nameNo"));
    stay->setIcon({}); // the style's own would be the only coloured one
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addWidget(label);
    layout->addWidget(field);
    layout->addSpacing(Theme::space);
    layout->addWidget(buttons);
    const auto check = [go, field] { go->setEnabled(!field->text().trimmed().isEmpty()); };
    QObject::connect(field, &QLineEdit::textChanged, go, check);
    check();
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, parent, [field, done = std::move(done)] { done(field->text().trimmed()); });
    dialog->open();
}

} // namespace foretrail::NameDialog
