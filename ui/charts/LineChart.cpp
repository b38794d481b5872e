#include "ui/charts/LineChart.h"

#include "ui/charts/ChartExport.h"
#include "ui/charts/ChartMenu.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/OverviewBar.h"
#include "ui/charts/Skeleton.h"
#include "ui/charts/ValueTable.h"
#include "ui/widgets/EmptyState.h"

#include <QEvent>
#include <QMenu>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foretrail {

class LineChart::Impl {
public:
    explicit Impl(LineChart *chart);
    void showState();
    void showSpan();
    void describe();
    void openMenu(qint64 index, QPoint place);
    void addNoteActions(QMenu &popup, qint64 index);

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
    const ChartContent &content = canvas->content();
    if (!content.isEmpty())
        overview->setTold(LineChart::tr("%1 to %2", "first step, last step").arg(stepTitle(content, qint64(std::ceil(canvas->from()))), stepTitle(content, qint64(std::floor(canvas->to())))));
    overview->setInsets(int(geometry.plot.left()), canvas->width() - int(geometry.plot.right()));
    menu->button()->move(canvas->width() - menu->button()->width() - 4, 0);
    menu->button()->raise();
}

/// What a screen reader says: the values under the cursor of the keys, and what is pinned; without such a cursor the sentence, then events as far
/// as they are few, then the table of pinned steps.
void LineChart::Impl::describe()
{
    constexpr qsizetype mostEvents = 40;
    const ChartContent &content = canvas->content();
    canvas->setAccessibleName(content.title);
    if (canvas->isCursorOfKeys())
        return canvas->setAccessibleDescription((canvas->cursorTexts() + foretrail::pinTexts(content)).join(QLatin1Char('\n')));
    QStringList texts{content.sentence.isEmpty() ? content.description : content.sentence};
    if (texts.front().isEmpty() && !content.isEmpty())
        texts.front() = LineChart::tr("%1 to %2", "first step, last step").arg(stepTitle(content, content.firstIndex()), stepTitle(content, content.lastIndex()));
    for (const EventMark &event : content.events)
        if (event.kind == EventKind::Note || content.events.size() <= mostEvents)
            texts += QStringLiteral("%1: %2").arg(stepTitle(content, event.index), event.text);
    texts += foretrail::pinTexts(content);
    texts.removeAll(QString());
    canvas->setAccessibleDescription(texts.join(QLatin1Char('\n')));
}

void LineChart::Impl::addNoteActions(QMenu &popup, qint64 index)
{
    QAction *add = popup.addAction(LineChart::tr("&Note here…"));
    add->setObjectName(QStringLiteral("addNote"));
    connect(add, &QAction::triggered, q, [this, index] { Q_EMIT q->noteWanted(index); });
    for (const EventMark &event : canvas->content().events) {
        if (event.kind != EventKind::Note || event.index != index)
            continue;
        const QString text = popup.fontMetrics().elidedText(event.text, Qt::ElideRight, 160).replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAction *edit = popup.addAction(LineChart::tr("Edit “%1”…").arg(text));
        edit->setObjectName(QStringLiteral("editNote"));
        connect(edit, &QAction::triggered, q, [this, id = event.id] { Q_EMIT q->editWanted(id); });
        QAction *remove = popup.addAction(LineChart::tr("Delete “%1”").arg(text));
        remove->setObjectName(QStringLiteral("deleteNote"));
        connect(remove, &QAction::triggered, q, [this, id = event.id] { Q_EMIT q->removalWanted(id); });
    }
}

void LineChart::Impl::openMenu(qint64 index, QPoint place)
{
    const std::vector<qint64> &pins = canvas->content().pins;
    const bool isPinned = std::find(pins.begin(), pins.end(), index) != pins.end();
    auto *popup = new QMenu(q);
    popup->setObjectName(QStringLiteral("stepMenu"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->addSection(stepTitle(canvas->content(), index));
    QAction *pin = popup->addAction(isPinned ? LineChart::tr("&Let go of these values") : LineChart::tr("&Pin these values"));
    pin->setObjectName(QStringLiteral("pinStep"));
    connect(pin, &QAction::triggered, q, [this, index] { canvas->togglePin(index); });
    if (!pins.empty())
        connect(popup->addAction(LineChart::tr("Let go of &all pins")), &QAction::triggered, q, [this] { canvas->removePins(); });
    popup->addSeparator();
    addNoteActions(*popup, index);
    popup->popup(place);
}

LineChart::LineChart(QWidget *parent) : QWidget(parent), m_impl(std::make_unique<Impl>(this))
{
    setAccessibleName(tr("Chart"));
    connect(m_impl->canvas, &LineCanvas::spanChanged, this, [this] {
        m_impl->showSpan();
        Q_EMIT visibleRangeChanged(visibleFrom(), visibleTo());
    });
    connect(m_impl->overview, &OverviewBar::rangeWanted, this, &LineChart::setVisibleRange);
    connect(m_impl->canvas, &LineCanvas::cursorMoved, this, &LineChart::cursorMoved);
    connect(m_impl->canvas, &LineCanvas::cursorMoved, this, [this] { m_impl->describe(); });
    connect(m_impl->canvas, &LineCanvas::noteWanted, this, &LineChart::noteWanted);
    connect(m_impl->canvas, &LineCanvas::editWanted, this, &LineChart::editWanted);
    connect(m_impl->canvas, &LineCanvas::removalWanted, this, &LineChart::removalWanted);
    connect(m_impl->canvas, &LineCanvas::menuWanted, this, [this](qint64 index, QPoint place) { m_impl->openMenu(index, place); });
    connect(m_impl->canvas, &LineCanvas::pinsChanged, this, [this] { m_impl->describe(); });
    connect(m_impl->menu, &ChartMenu::exportRequested, this, &LineChart::exportRequested);
    connect(m_impl->empty, &EmptyState::clicked, this, &LineChart::emptyButtonClicked);
    connect(&m_impl->skeletonTimer, &QTimer::timeout, this, [this] { m_impl->showState(); });
    m_impl->showState();
}

LineChart::~LineChart()
{
    m_impl->canvas->disconnect(this); // it loses the focus, and says so, when this is a chart no longer
}

void LineChart::setContent(const ChartContent &content)
{
    m_impl->canvas->setContent(content);
    if (m_impl->canvas->isExploring())
        m_impl->overview->setSketch(m_impl->canvas->content());
    m_impl->describe();
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
void LineChart::setExploring(bool isExploring) { m_impl->canvas->setExploring(isExploring); }
std::optional<qint64> LineChart::cursor() const { return m_impl->canvas->cursor(); }
void LineChart::setCursor(std::optional<qint64> index) { m_impl->canvas->setCursor(index); }
QStringList LineChart::pinTexts() const { return foretrail::pinTexts(content()); }
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
