#include "ui/widgets/DateReadingButton.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/CalendarStrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace foretrail {

DateReadingButton::DateReadingButton(int number, QWidget *parent)
    : QPushButton(parent), m_title(new QLabel(this)), m_format(new QLabel(this)), m_strip(new CalendarStrip(this)), m_span(new QLabel(this))
{
    setObjectName(QStringLiteral("dateReading_%1").arg(number));
    setProperty("choice", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_format->setFont(Theme::tableFont());
    m_span->setObjectName(objectName() + QStringLiteral("Span"));
    m_span->setFont(Theme::tableFont());
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_format);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_strip);
    layout->addWidget(m_span);
    for (QLabel *label : {m_format, m_span})
        label->setProperty("quiet", true);
    for (QWidget *child : std::initializer_list<QWidget *>{m_title, m_format, m_strip, m_span})
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void DateReadingButton::setReading(const Shown &shown)
{
    const auto date = [](WallMs time) { return DateDays::shown((time - (time < 0 ? dayMs - 1 : 0)) / dayMs); };
    m_title->setText(shown.title);
    m_format->setText(shown.reading.format);
    m_strip->setDays(DateDays::of(shown.reading), shown.first, shown.last);
    m_span->setText(tr("%1 to %2, %3 days")
                        .arg(date(shown.reading.first), date(shown.reading.last), QLocale().toString(shown.reading.days)));
    setAccessibleName(shown.title);
    setAccessibleDescription(m_span->text());
    updateGeometry();
}

QSize DateReadingButton::sizeHint() const
{
    return layout()->sizeHint();
}

} // namespace foretrail
