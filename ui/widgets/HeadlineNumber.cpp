#include "ui/widgets/HeadlineNumber.h"

#include "ui/theme/Theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace foretrail {

HeadlineNumber::HeadlineNumber(const QString &name, QWidget *parent)
    : QWidget(parent), m_label(new QLabel(this)), m_number(new QLabel(this)), m_note(new QLabel(this))
{
    setObjectName(name);
    m_number->setObjectName(name + QStringLiteral("Number"));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setWordWrap(true); // so that a long one does not cost the numbers beside it their place
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QLabel *label : {m_label, m_number, m_note})
        layout->addWidget(label);
    layout->addStretch();
    for (QLabel *label : {m_label, m_note})
        label->setProperty("quiet", true);
    applyTheme();
}

void HeadlineNumber::setTexts(const QString &label, const QString &number, const QString &note)
{
    m_label->setText(label);
    m_number->setText(number);
    m_note->setText(note);
    setAccessibleName(QStringLiteral("%1: %2 %3").arg(label, number, note));
}

QString HeadlineNumber::number() const
{
    return m_number->text();
}

void HeadlineNumber::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

void HeadlineNumber::applyTheme()
{
    m_number->setFont(Theme::headlineFont());
}

} // namespace foretrail
