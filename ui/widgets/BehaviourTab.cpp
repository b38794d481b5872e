#include "ui/widgets/BehaviourTab.h"

#include "ui/charts/MarkChart.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace foretrail {

BehaviourTab::BehaviourTab(AppSession &session, const QString &name, QWidget *parent)
    : QWidget(parent), m_session(session), m_job(session.jobs()), m_controls(new FlowLayout), m_body(nullptr), m_notes(new QLabel), m_problem(new EmptyState),
      m_stack(new QStackedWidget)
{
    setObjectName(name);
    auto *answer = new QWidget;
    m_body = new QVBoxLayout(answer);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_notes->setObjectName(name + QStringLiteral("Notes"));
    m_notes->setProperty("quiet", true);
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(name + QStringLiteral("Problem"));
    m_stack->addWidget(answer);
    m_stack->addWidget(m_problem);
    m_controls->setSpacing(Theme::space);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, Theme::space, 2 * Theme::space, Theme::space);
    layout->addLayout(m_controls);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_notes);
    connect(m_problem, &EmptyState::clicked, this, &BehaviourTab::problemButton);
}

void BehaviourTab::setLog(const BehaviourLog &log)
{
    m_log = log;
    m_isStale = true;
    m_hasAnswer = false;
    m_job.cancel();
    tell({}, {});
    if (isVisible() && !log.isEmpty())
        askAgain();
}

void BehaviourTab::askAgain()
{
    if (m_log.isEmpty())
        return;
    m_isStale = !isVisible();
    Q_EMIT choicesChanged();
    if (!m_isStale)
        ask();
}

void BehaviourTab::showAnswer() { m_stack->setCurrentIndex(0); }

void BehaviourTab::showProblem(const Error &error)
{
    m_hasAnswer = false;
    tell({}, {});
    if (error.isCancelled())
        m_isStale = true; // coming back asks again
    m_problem->setText(error.isCancelled() ? tr("Stopped. Choose something to ask again.") : error.message, error.code == ErrorCode::NotFound ? tr("Go to Data") : QString());
    m_stack->setCurrentIndex(1);
}

void BehaviourTab::tell(const QString &sentence, const QStringList &notes)
{
    m_notes->setText(notes.join(QLatin1Char(' ')));
    m_notes->setVisible(!notes.isEmpty());
    m_sentence = sentence;
    Q_EMIT sentenceChanged();
}

MarkChart *BehaviourTab::makeChart(const QString &name)
{
    auto *chart = new MarkChart;
    chart->setObjectName(name);
    connect(chart, &MarkChart::exportRequested, this, [this, chart](const QString &format) {
        if (chart->drawing())
            Q_EMIT drawingExport(chart->drawing(), format);
    });
    return chart;
}

QComboBox *BehaviourTab::addCombo(const QString &name, QLabel *label)
{
    auto *pair = new QWidget;
    auto *layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(combo);
    layout->addWidget(label);
    layout->addWidget(combo);
    m_controls->addWidget(pair);
    connect(combo, &QComboBox::currentIndexChanged, this, &BehaviourTab::askAgain);
    return combo;
}

void BehaviourTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale && !m_log.isEmpty())
        askAgain();
}

void BehaviourTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (!m_log.isEmpty())
        askAgain(); // answers say sentences
}

void fillCombo(QComboBox &combo, const QList<std::pair<QString, QString>> &entries)
{
    const QSignalBlocker quiet(combo);
    const QVariant chosen = combo.currentData();
    combo.clear();
    for (const auto &[text, data] : entries)
        combo.addItem(text, data);
    const int row = combo.findData(chosen);
    combo.setCurrentIndex(row < 0 ? 0 : row);
}

} // namespace foretrail
