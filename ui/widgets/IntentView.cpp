#include "ui/widgets/IntentView.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/RunningJob.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace foretrail {

namespace {

constexpr int shownAfterMs = 300; ///< a model that is kept is read in less

} // namespace

IntentView::IntentView(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_sentence(new QLabel), m_reasons(new QLabel), m_quality(new QLabel), m_more(new QPushButton)
{
    setObjectName(QStringLiteral("intentView"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_sentence->setObjectName(QStringLiteral("intentSentence"));
    m_reasons->setObjectName(QStringLiteral("intentReasons"));
    m_quality->setObjectName(QStringLiteral("intentQuality"));
    m_quality->setProperty("quiet", true);
    m_more->setObjectName(QStringLiteral("intentMore"));
    m_more->setProperty("link", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_title);
    for (QLabel *label : {m_sentence, m_reasons, m_quality}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, &IntentView::qualityRequested);
    showTexts();
}

void IntentView::setOutlook(const IntentOutlook &outlook)
{
    m_outlook = outlook;
    showTexts();
}

void IntentView::follow(JobRunner &jobs, JobId job)
{
    if (!m_running) {
        m_running = new RunningJob(jobs);
        m_running->setObjectName(QStringLiteral("intentLearning"));
        qobject_cast<QVBoxLayout *>(layout())->insertWidget(2, m_running); // behind the sentence that says what it learns
    }
    m_running->follow(0, {});
    QTimer::singleShot(shownAfterMs, this, [this, &jobs, job] {
        if (jobs.isRunning(job))
            m_running->follow(job, tr("Stopping leaves profiles without it until the data change."));
    });
}

void IntentView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

void IntentView::showTexts()
{
    m_title->setText(tr("What this user does next"));
    m_more->setText(tr("How good is this?"));
    m_sentence->setText(m_outlook.sentence);
    m_reasons->setText(m_outlook.reasonsText);
    m_quality->setText(m_outlook.quality);
    m_reasons->setVisible(!m_outlook.reasonsText.isEmpty());
    m_quality->setVisible(!m_outlook.quality.isEmpty());
    m_more->setVisible(!m_outlook.isEmpty());
    setVisible(!m_outlook.sentence.isEmpty());
}

} // namespace foretrail
