// How a person explores what page Forecast shows: bands of any level, other forecasts beside it, holidays and notes, a cursor through all
// charts; and keeps it.
#include "core/report/ForecastWords.h"
#include "core/training/StoredTraining.h"
#include "ui/charts/ForecastEvents.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/Ticks.h"
#include "ui/dialogs/StepRowsDialog.h"
#include "ui/pages/ForecastBeside.h"
#include "ui/pages/ForecastNotes.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/AdjustTab.h"
#include "ui/widgets/BesideList.h"
#include "ui/widgets/ForecastInspector.h"
#include "ui/widgets/LastUndo.h"
#include "ui/widgets/WhatIfTab.h"

#include <QAction>

namespace foretrail {

void ForecastPage::connectExploring()
{
    connect(m_inspector, &ForecastInspector::viewChanged, this, [this] {
        findEvents();
        compose();
    });
    connect(m_inspector->beside(), &BesideList::changed, this, &ForecastPage::showBeside);
    connect(m_beside, &ForecastBeside::changed, this, [this] {
        m_inspector->beside()->setResults(m_beside->set().others, closestChoices(m_beside->set()));
        compose();
    });
    connect(m_beside, &ForecastBeside::runsRead, m_inspector->beside(), &BesideList::setRuns);
    connect(&session(), &AppSession::runsChanged, this, [this] {
        if (!m_shown->isEmpty())
            m_beside->readRuns(*m_shown);
    });
    connect(m_notes, &ForecastNotes::changed, this, [this] {
        findEvents();
        compose();
    });
    connect(m_chart, &LineChart::cursorMoved, this, [this](std::optional<qint64> index) { moveCursor(index, nullptr); });
    connect(m_chart, &LineChart::noteWanted, this, [this](qint64 index) { m_notes->add(m_content.axis.timeAt(index), stepText(m_content.axis, index)); });
    connect(m_chart, &LineChart::editWanted, this, [this](qint64 note) { m_notes->edit(note, momentOf(note)); });
    connect(m_chart, &LineChart::removalWanted, m_notes, &ForecastNotes::remove);
}

void ForecastPage::addKeys()
{
    const auto add = [this](QAction *action, const char *name, const QKeySequence &keys) {
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        m_inspector->addAction(action); // which the window takes out of the page
    };
    add(m_stop, "stopForecast", Qt::Key_Escape);
    add(m_keep, "keepForecast", QKeySequence::Save);
    add(m_undo, "undoNote", QKeySequence::Undo);
    add(m_redo, "redoNote", QKeySequence::Redo);
    connect(m_keep, &QAction::triggered, this, &ForecastPage::keepAsRun);
    QList<QUndoStack *> stacks{&m_notes->undoStack()};
    for (ForecastTab *tab : m_questions) {
        if (auto *adjusting = qobject_cast<AdjustTab *>(tab))
            stacks << &adjusting->undoStack();
        if (auto *scenarios = qobject_cast<WhatIfTab *>(tab))
            stacks << &scenarios->undoStack();
    }
    new LastUndo(stacks, *m_undo, *m_redo, this);
}

QList<QAction *> ForecastPage::moreActions() { return {m_keep, m_undo, m_redo}; }

/// When a note that is shown was.
QString ForecastPage::momentOf(qint64 note) const
{
    for (const EventMark &event : m_content.events)
        if (event.kind == EventKind::Note && event.id == note)
            return stepText(m_content.axis, event.index);
    return {};
}

/// All charts over the same time follow the one that a person points at.
void ForecastPage::moveCursor(std::optional<qint64> index, const ForecastTab *by)
{
    if (by)
        m_chart->setCursor(index);
    for (ForecastTab *tab : m_questions)
        if (tab != by)
            tab->setCursor(index);
}

void ForecastPage::findEvents()
{
    const ChartContent &chart = m_shown->chart;
    m_events = m_shown->isEmpty() ? QList<EventMark>()
                                  : forecastEvents(chart.axis, chart.firstIndex(), chart.lastIndex(), m_shown->spec.recipe, m_inspector->holidayRegion(), m_notes->notes());
}

/// The chart: the forecast with bands of the chosen level, what stands beside it, holidays and notes. Nothing is forecast for it.
void ForecastPage::compose()
{
    m_content = m_shown->chart;
    if (const auto level = m_inspector->bandLevel(); level && m_shown->hasFuture())
        setBandLevel(m_content, m_shown->outcome, m_shown->spec, *level);
    if (m_shown->hasFuture())
        addBeside(m_content, m_beside->set());
    m_content.events = m_events;
    m_chart->setContent(m_content);
    letDrag();
    showSentence();
}

void ForecastPage::forgetBeside()
{
    m_beside->forget();
    m_inspector->beside()->setResults({}, {});
}

void ForecastPage::showBeside()
{
    m_beside->show(m_shown, m_inspector->beside()->checked());
}

/// Brings a step into view, with as much around it as was seen before.
void ForecastPage::showStep(qint64 index)
{
    const double half = (m_chart->visibleTo() - m_chart->visibleFrom()) / 2;
    if (double(index) < m_chart->visibleFrom() || double(index) > m_chart->visibleTo())
        m_chart->setVisibleRange(double(index) - half, double(index) + half);
}

/// The rows of the log behind a step: one dialog for all of them.
void ForecastPage::showRows(const StepQuestion &question, const QString &title, const QString &sentence)
{
    if (!m_rows)
        m_rows = new StepRowsDialog(session(), window());
    m_rows->ask(question, title, sentence);
    m_rows->show();
    m_rows->raise();
}

void ForecastPage::keepAsRun()
{
    m_keep->setEnabled(false); // twice the same tells nothing
    const QString name = seriesTitle(m_shown->outcome.history);
    session().runOnWorkspace<RunId>({tr("Keeping the forecast of %1").arg(name), Lane::Write, false},
        [shown = m_shown](Workspace &workspace, JobContext &job) { return storeForecast(workspace, shown->spec, shown->outcome, job); }, this,
        [this, name](Result<RunId> run) {
            if (!run) {
                showBusy();
                return session().report(run.error(), tr("Keeping the forecast of %1").arg(name));
            }
            session().tellRunsChanged();
            Q_EMIT session().said(tr("Kept as a run of %1. It is among those beside the chart and on page Train.").arg(name));
        });
}

} // namespace foretrail
