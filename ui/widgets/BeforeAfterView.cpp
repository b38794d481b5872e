#include "ui/widgets/BeforeAfterView.h"

#include "ui/charts/LineChart.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"

#include <QVBoxLayout>

#include <cmath>

namespace foretrail {

namespace {

/// The step number on another axis that stands for the same moment.
double sameMoment(const TimeAxis &from, double index, const TimeAxis &to)
{
    if (from == to || !from.hasCalendar() || !to.hasCalendar())
        return index;
    const double whole = std::floor(index);
    const WallMs start = from.timeAt(qint64(whole));
    const WallMs end = from.timeAt(qint64(whole) + 1);
    return fractionalIndex(to, start + WallMs((index - whole) * double(end - start)));
}

} // namespace

BeforeAfterView::BeforeAfterView(QWidget *parent) : QWidget(parent), m_before(new LineChart(this)), m_after(new LineChart(this))
{
    m_before->setObjectName(QStringLiteral("chartBefore"));
    m_after->setObjectName(QStringLiteral("chartAfter"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_before, 1);
    layout->addWidget(m_after, 1);
    m_before->hide();
    link(m_before, m_after);
    link(m_after, m_before);
    connect(m_after, &LineChart::emptyButtonClicked, this, &BeforeAfterView::emptyButtonClicked);
    for (LineChart *chart : {m_before, m_after})
        connect(chart, &LineChart::exportRequested, this,
                [this, chart](const QString &format) { Q_EMIT exportRequested(chart->content(), format); });
}

void BeforeAfterView::link(LineChart *from, LineChart *to)
{
    connect(from, &LineChart::visibleRangeChanged, this, [this, from, to](double left, double right) {
        if (m_isLinking || to->isHidden() || from->isHidden())
            return;
        m_isLinking = true;
        const TimeAxis &there = from->content().axis;
        const TimeAxis &here = to->content().axis;
        to->setVisibleRange(sameMoment(there, left, here), sameMoment(there, right, here));
        m_isLinking = false;
    });
}

/// The span on screen stays where the time stays the same, even when one chart becomes two.
void BeforeAfterView::setPicture(const StepPicture &picture)
{
    m_isLinking = true;
    const bool wasOne = m_before->isHidden();
    const double from = m_after->visibleFrom();
    const double to = m_after->visibleTo();
    const bool isSameTime = m_after->content().axis == picture.after.axis && !m_after->content().isEmpty();
    m_after->setContent(picture.after);
    m_before->setContent(picture.before);
    m_before->setVisible(!picture.isOne());
    if (wasOne && !picture.isOne() && isSameTime)
        m_before->setVisibleRange(sameMoment(picture.after.axis, from, picture.before.axis), sameMoment(picture.after.axis, to, picture.before.axis));
    m_isLinking = false;
}

void BeforeAfterView::setLoading(bool isLoading)
{
    m_after->setLoading(isLoading);
}

void BeforeAfterView::setEmptyText(const QString &sentence, const QString &button)
{
    m_after->setEmptyText(sentence, button);
}

} // namespace foretrail
