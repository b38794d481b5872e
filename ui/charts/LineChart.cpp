#include "ui/charts/LineChart.h"

#include "ui/charts/ChartExport.h"
#include "ui/charts/ChartMenu.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/OverviewBar.h"
#include "ui/charts/Skeleton.h"
#include "ui/widgets/EmptyState.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace foretrail {

class LineChart::Impl {
public:
    explicit Impl(LineChart *chart);
    void showState();
    void showSpan();

    LineChart *q;
    QWidget *plotSide;
    LineCanvas *canvas;
    OverviewBar *overview;
    Skeleton *skeleton;
    EmptyState *empty;
    ChartMenu *menu;
    QStackedLayout *stack;
    QTimer skeletonTimer;
    bool isLoading = false;
};

LineChart::Impl::Impl(LineChart *chart)
    : q(chart), plotSide(new QWidget(chart)), canvas(new LineCanvas(plotSide)), overview(new OverviewBar(plotSide)),
      skeleton(new Skeleton(chart)), empty(new EmptyState(chart)), stack(new QStackedLayout(chart))
{
    auto *column = new QVBoxLayout(plotSide);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(canvas, 1);
    column->addWidget(overview);
    stack->setContentsMargins(0, 0, 0, 0);
    for (QWidget *side : {plotSide, static_cast<QWidget *>(skeleton), static_cast<QWidget *>(empty)})
        stack->addWidget(side);
    menu = new ChartMenu({[chart] { return chart->content().title; },
                          [chart] { return chartImage(chart->content(), {1200, 640}, 2, {chart->visibleFrom(), chart->visibleTo()}); },
                          [chart] { return chartTable(chart->content()); }},
                         plotSide);
    skeletonTimer.setSingleShot(true);
    skeletonTimer.setInterval(300);
}

void LineChart::Impl::showState()
{
    const bool isEmpty = canvas->content().isEmpty();
    if (!isEmpty)
        stack->setCurrentWidget(plotSide);
    else if (!isLoading)
        stack->setCurrentWidget(empty);
    else if (!skeletonTimer.isActive())
        stack->setCurrentWidget(skeleton);
    q->setFocusProxy(isEmpty ? nullptr : canvas);
}

void LineChart::Impl::showSpan()
{
    const ChartGeometry &geometry = canvas->geometryShown();
    overview->setSpan(canvas->first(), canvas->last(), canvas->from(), canvas->to());
    overview->setInsets(int(geometry.plot.left()), canvas->width() - int(geometry.plot.right()));
    menu->button()->move(canvas->width() - menu->button()->width() - 4, 0);
    menu->button()->raise();
}

LineChart::LineChart(QWidget *parent) : QWidget(parent), m_impl(std::make_unique<Impl>(this))
{
    setAccessibleName(tr("Chart"));
    connect(m_impl->canvas, &LineCanvas::spanChanged, this, [this] {
        m_impl->showSpan();
        Q_EMIT visibleRangeChanged(visibleFrom(), visibleTo());
    });
    connect(m_impl->overview, &OverviewBar::moved, this,
            [this](double from) { setVisibleRange(from, from + visibleTo() - visibleFrom()); });
    connect(m_impl->menu, &ChartMenu::exportRequested, this, &LineChart::exportRequested);
    connect(m_impl->empty, &EmptyState::clicked, this, &LineChart::emptyButtonClicked);
    connect(&m_impl->skeletonTimer, &QTimer::timeout, this, [this] { m_impl->showState(); });
    m_impl->showState();
}

LineChart::~LineChart() = default;

void LineChart::setContent(const ChartContent &content)
{
    m_impl->canvas->setContent(content);
    m_impl->canvas->setAccessibleName(content.title);
    m_impl->canvas->setAccessibleDescription(content.sentence);
    m_impl->isLoading = false;
    m_impl->skeletonTimer.stop();
    m_impl->showState();
}

const ChartContent &LineChart::content() const { return m_impl->canvas->content(); }

void LineChart::setEmptyText(const QString &sentence, const QString &button)
{
    m_impl->empty->setText(sentence, button);
}

void LineChart::setLoading(bool isLoading)
{
    if (isLoading == m_impl->isLoading)
        return;
    m_impl->isLoading = isLoading;
    if (isLoading)
        m_impl->skeletonTimer.start();
    else
        m_impl->skeletonTimer.stop();
    m_impl->showState();
}

double LineChart::visibleFrom() const { return m_impl->canvas->from(); }
double LineChart::visibleTo() const { return m_impl->canvas->to(); }
void LineChart::setVisibleRange(double from, double to) { m_impl->canvas->setSpan(from, to); }
void LineChart::resetZoom() { m_impl->canvas->resetZoom(); }
int LineChart::rebuildCount() const { return m_impl->canvas->rebuildCount(); }
QStringList LineChart::cursorTexts() const { return m_impl->canvas->cursorTexts(); }

void LineChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_impl->canvas->restyle();
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Chart"));
        m_impl->menu->retranslate();
        m_impl->canvas->restyle();
    }
}

} // namespace foretrail
