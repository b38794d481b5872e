#include "ui/widgets/JobRow.h"

#include "ui/models/JobsModel.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace foretrail {

JobRow::JobRow(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_elapsed(new QLabel(this)), m_line(new QLabel(this)),
      m_progress(new QProgressBar(this)), m_show(new QPushButton(this)), m_next(new QPushButton(this)), m_stop(new QPushButton(this))
{
    setObjectName(QStringLiteral("jobRow"));
    m_title->setObjectName(QStringLiteral("jobTitle"));
    m_line->setObjectName(QStringLiteral("jobLine"));
    m_elapsed->setObjectName(QStringLiteral("jobElapsed"));
    m_progress->setObjectName(QStringLiteral("jobProgress"));
    m_progress->setTextVisible(false);
    m_stop->setObjectName(QStringLiteral("jobStop"));
    m_next->setObjectName(QStringLiteral("jobNext"));
    m_show->setObjectName(QStringLiteral("jobShow"));
    m_show->hide();
    for (QLabel *label : {m_title, m_line}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    for (QLabel *label : {m_elapsed, m_line}) {
        label->setProperty("quiet", true);
        label->setFont(Theme::tableFont());
    }
    for (QLabel *label : {m_title, m_line})
        label->installEventFilter(this);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_elapsed, 0, 1, Qt::AlignRight);
    layout->addWidget(m_progress, 1, 0, 1, 2);
    layout->addWidget(m_line, 2, 0, 1, 2);
    int column = 2;
    for (QPushButton *button : {m_show, m_next, m_stop})
        layout->addWidget(button, 0, column++, 3, 1, Qt::AlignVCenter);
    for (QPushButton *button : {m_show, m_next, m_stop})
        connect(button, &QPushButton::pressed, this, [this] { m_pressed = m_job; });
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT showClicked(m_pressed); });
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT nextClicked(m_pressed); });
    connect(m_stop, &QPushButton::clicked, this, [this] { Q_EMIT stopClicked(m_pressed); });
}

void JobRow::fitTexts()
{
    const auto fit = [](QLabel *label, const QString &text, Qt::TextElideMode mode) {
        const QString shown = label->isVisible() ? label->fontMetrics().elidedText(text, mode, label->contentsRect().width()) : text;
        label->setText(shown);
    };
    fit(m_title, m_titleText, Qt::ElideMiddle);
    fit(m_line, m_lineText, Qt::ElideRight);
}

bool JobRow::eventFilter(QObject *watched, QEvent *event)
{
    if ((watched == m_title || watched == m_line) && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        fitTexts();
    return QWidget::eventFilter(watched, event);
}

void JobRow::setJob(const JobInfo &job, bool isBehindAnother, const QString &waitsFor)
{
    m_job = job.id;
    m_show->setAccessibleName(tr("Show %1").arg(job.title));
    m_next->setText(tr("Run next"));
    m_next->setAccessibleName(tr("Run %1 next").arg(job.title));
    m_next->setVisible(isBehindAnother);
    m_titleText = job.title;
    m_title->setToolTip(job.title);
    m_lineText = waitsFor.isEmpty() ? JobsModel::line(job) : tr("waits until this is done: %1").arg(waitsFor);
    m_line->setToolTip(m_lineText);
    fitTexts();
    m_elapsed->setText(JobsModel::duration(job.elapsedMs));
    m_elapsed->setToolTip(tr("Running for %1").arg(m_elapsed->text()));
    const bool saysNothing = job.state == JobState::Waiting && job.elapsedMs < 1000; // it has not begun
    m_elapsed->setVisible(!saysNothing && (job.remainingMs >= 0 || job.state != JobState::Running)); // else the line below says it
    const int permille = JobsModel::permille(job.progress);
    const bool isBusy = permille < 0 && job.state == JobState::Running;
    m_progress->setRange(0, isBusy ? 0 : 1000);
    m_progress->setValue(permille);
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop %1").arg(job.title));
    m_stop->setEnabled(job.state != JobState::Stopping);
    setAccessibleName(QStringLiteral("%1, %2").arg(job.title, m_lineText));
}

void JobRow::setShowOffered(bool isOffered, bool isShown)
{
    m_show->setVisible(isOffered);
    m_show->setEnabled(!isShown);
    m_show->setText(isShown ? tr("Shown") : tr("Show"));
}

} // namespace foretrail
