#include "ui/widgets/JobsPanel.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/JobList.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace foretrail {

JobsPanel::JobsPanel(JobsModel &model, QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_empty(new QLabel(this)), m_jobs(new JobList(model, this))
{
    setObjectName(QStringLiteral("jobsPanel"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumWidth(440);
    m_empty->setObjectName(QStringLiteral("jobsEmpty"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 12, 2 * Theme::space, 12);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_jobs);
    layout->addWidget(m_empty);
    connect(m_jobs, &JobList::countChanged, this, &JobsPanel::showTexts);
    showTexts();
}

void JobsPanel::showTexts()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setText(tr("Jobs"));
    setAccessibleName(tr("Jobs"));
    m_empty->setText(tr("Nothing is running."));
    m_empty->setVisible(m_jobs->isEmpty());
    m_jobs->setVisible(!m_jobs->isEmpty());
    Q_EMIT resized();
}

void JobsPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

void JobsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    Q_EMIT closed();
}

} // namespace foretrail
