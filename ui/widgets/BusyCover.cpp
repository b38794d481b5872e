#include "ui/widgets/BusyCover.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/JobRow.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int untoldMs = 250; ///< what is done sooner is not told
constexpr int widestCover = 560;
constexpr int besideWhat = 170; ///< the time that it takes, the button and the margins

} // namespace

/// Makes a widget pale that draws itself; the pointer goes through.
class BusyCover::Veil : public QWidget {
public:
    explicit Veil(QWidget *below) : QWidget(below)
    {
        setObjectName(QStringLiteral("busyVeil"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }
    void cover() { setGeometry(parentWidget()->rect()); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QColor pale = Theme::colors().surface;
        pale.setAlphaF(0.62F);
        QPainter(this).fillRect(rect(), pale);
    }
};

BusyCover::BusyCover(JobRunner &jobs, QWidget *main, const QList<QWidget *> &others)
    : QFrame(main), m_jobs(jobs), m_main(main), m_row(new JobRow), m_old(new QLabel)
{
    setObjectName(QStringLiteral("busyCover"));
    setProperty("card", true);
    m_old->setObjectName(QStringLiteral("busyOld"));
    m_old->setProperty("quiet", true);
    m_old->setTextFormat(Qt::PlainText);
    m_old->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 10, 2 * Theme::space, 10);
    layout->setSpacing(4);
    layout->addWidget(m_row);
    layout->addWidget(m_old);
    for (QWidget *below : QList<QWidget *>{main} + others) {
        m_veils += new Veil(below);
        below->installEventFilter(this);
    }
    hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(untoldMs);
    m_clock.setInterval(1000);
    connect(&m_patience, &QTimer::timeout, this, &BusyCover::appear);
    connect(&m_clock, &QTimer::timeout, this, &BusyCover::refresh);
    connect(&jobs, &JobRunner::jobChanged, this, [this](JobId id) {
        if (id == m_job && isVisible())
            refresh();
    });
    connect(m_row, &JobRow::stopClicked, this, &BusyCover::stopWanted);
}

void BusyCover::begin(const QString &what, const QString &old)
{
    const bool isOther = !m_isBusy || what != m_what;
    m_isBusy = true;
    m_what = what;
    m_oldText = old;
    m_job = 0;
    if (isOther)
        m_since.start();
    if (!isVisibleTo(m_main) && !m_patience.isActive())
        m_patience.start();
    if (isVisibleTo(m_main))
        appear();
    else
        Q_EMIT changed();
}

void BusyCover::follow(JobId job)
{
    m_job = job;
    refresh();
}

void BusyCover::end()
{
    if (!m_isBusy)
        return;
    m_isBusy = false;
    m_job = 0;
    m_patience.stop();
    m_clock.stop();
    hide();
    for (Veil *veil : m_veils)
        veil->hide();
    Q_EMIT changed();
}

void BusyCover::appear()
{
    m_clock.start();
    m_old->setText(m_oldText);
    m_old->setVisible(!m_oldText.isEmpty());
    for (Veil *veil : m_veils) {
        veil->cover();
        veil->setVisible(!m_oldText.isEmpty());
        veil->raise();
    }
    show();
    place();
    refresh();
    Q_EMIT changed();
}

/// The job says how far it is; what is made, and since when, is known without one, too.
void BusyCover::refresh()
{
    if (!m_isBusy)
        return;
    JobInfo shown;
    if (const std::optional<JobInfo> job = m_job ? m_jobs.job(m_job) : std::nullopt)
        shown = *job;
    else
        shown.state = JobState::Running;
    shown.title = fontMetrics().elidedText(m_what, Qt::ElideMiddle, std::max(120, width() - besideWhat));
    shown.elapsedMs = m_since.elapsed();
    m_row->setJob(shown);
    setAccessibleName(QStringLiteral("%1. %2").arg(m_what, m_oldText));
}

void BusyCover::place()
{
    const int width = std::min(widestCover, std::max(120, m_main->width() - 4 * Theme::space));
    resize(width, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height());
    move((m_main->width() - width) / 2, 2 * Theme::space);
    raise();
}

bool BusyCover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        for (Veil *veil : m_veils)
            if (veil->parentWidget() == watched)
                veil->cover();
        if (watched == m_main && isVisibleTo(m_main))
            place();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace foretrail
