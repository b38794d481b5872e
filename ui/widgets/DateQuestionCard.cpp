#include "ui/widgets/DateQuestionCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/DateReadingButton.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int patienceMs = 500;

QString titleOf(const DateReading &reading, const QString &text)
{
    const std::optional<qint64> day = DateDays::dayOf(text, reading.format);
    return day ? DateDays::shown(*day) : reading.examples.value(0, reading.format);
}

} // namespace

DateQuestionCard::DateQuestionCard(QWidget *parent)
    : QFrame(parent), m_question(new QLabel(this)), m_note(new QLabel(this)), m_choices(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("dateQuestion"));
    setProperty("card", true);
    m_question->setObjectName(QStringLiteral("dateQuestionText"));
    m_question->setWordWrap(true);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_question->setFont(bold);
    m_note->setWordWrap(true);
    m_note->setProperty("quiet", true);
    m_choices->setSpacing(2 * Theme::space);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 12, 2 * Theme::space, 12);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_question);
    layout->addWidget(m_note);
    layout->addLayout(m_choices);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { setVisible(!m_readings.isEmpty()); });
    hide();
}

void DateQuestionCard::show(const ImportPreview &preview, bool isSettling, int files)
{
    m_files = files;
    m_isSettling = isSettling;
    m_readings = preview.plan.isDateFormatSaid ? QList<DateReading>() : preview.dateQuestion;
    m_texts.clear();
    if (const int time = preview.plan.columnOf(Role::Time); time >= 0 && !m_readings.isEmpty())
        for (const QStringList &row : preview.rows)
            m_texts << row.value(time);
    fill();
    if (m_readings.isEmpty() || !isSettling) {
        m_patience.stop();
        setVisible(!m_readings.isEmpty());
    } else if (!isVisible() && !m_patience.isActive()) {
        m_patience.start();
    }
}

void DateQuestionCard::fit(qsizetype readings)
{
    while (m_buttons.size() < readings) {
        auto *button = new DateReadingButton(int(m_buttons.size()), this);
        connect(button, &QPushButton::clicked, this, [this, at = m_buttons.size()] {
            if (at < m_readings.size())
                Q_EMIT answered(m_readings.at(at).format);
        });
        m_buttons.append(button);
        m_choices->addWidget(button, 1);
    }
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setVisible(i < readings);
}

void DateQuestionCard::fill()
{
    fit(m_readings.size());
    if (m_readings.isEmpty())
        return;
    const QString telling = DateDays::telling(m_texts, m_readings);
    qint64 first = m_readings.constFirst().first, last = m_readings.constFirst().last;
    for (const DateReading &reading : std::as_const(m_readings)) {
        first = std::min(first, reading.first);
        last = std::max(last, reading.last);
    }
    QStringList titles;
    for (qsizetype i = 0; i < m_readings.size(); ++i) {
        const DateReading &reading = m_readings.at(i);
        titles << titleOf(reading, telling);
        m_buttons.at(i)->setReading({titles.back(), reading, first / dayMs, last / dayMs});
    }
    const QString choice = titles.join(tr(" or ", "between two dates"));
    const QString about = m_files > 1 ? tr("Are the dates of these files %1?") : tr("Are the dates of this file %1?");
    m_question->setText(telling.isEmpty() ? about.arg(choice) : tr("%1: is that %2?").arg(telling, choice));
    m_note->setText(note());
    m_note->setVisible(m_readings.size() > 1);
    turn();
}

QString DateQuestionCard::note() const
{
    if (m_isSettling)
        return tr("All fit the rows looked at so far. The other rows are being read and may answer the question.");
    const auto mixed = std::find_if(m_readings.begin(), m_readings.end(), [](const DateReading &reading) { return reading.unread > 0; });
    if (mixed != m_readings.end())
        return tr("Each leaves %n rows unread: dates are written in more ways than one. Choose the calendar that looks like your days; the other rows are set aside, to be corrected.",
                  nullptr, int(mixed->unread));
    if (m_files > 1)
        return tr("Each fits every row of %1 files. Choose the calendar that looks like your days; the answer holds for all of them.")
            .arg(QLocale().toString(m_files));
    return tr("Each fits every row. Choose the calendar that looks like your days; the answer is kept for files like this one.");
}

void DateQuestionCard::turn()
{
    int needed = 4 * Theme::space;
    for (qsizetype i = 0; i < m_readings.size(); ++i)
        needed += m_buttons.at(i)->sizeHint().width() + m_choices->spacing();
    m_choices->setDirection(needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void DateQuestionCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    turn();
}

void DateQuestionCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace foretrail
