#include "ui/dialogs/Confirm.h"

#include <QMessageBox>
#include <QPushButton>

namespace foretrail::Confirm {

void ask(QWidget *parent, const Question &question, std::function<void()> yes)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, question.title, question.text, QMessageBox::NoButton, parent);
    box->setObjectName(QStringLiteral("confirm"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *go = box->addButton(question.verb, QMessageBox::AcceptRole);
    go->setObjectName(QStringLiteral("confirmYes"));
    QPushButton *stay = box->addButton(QMessageBox::Cancel);
    stay->setObjectName(QStringLiteral("confirmNo"));
    box->setDefaultButton(stay);
    QObject::connect(go, &QPushButton::clicked, parent, [yes = std::move(yes)] { yes(); });
    box->open();
}

} // namespace foretrail::Confirm
