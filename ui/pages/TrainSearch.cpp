#include "ui/pages/TrainSearch.h"

#include "ui/StoredRuns.h"
#include "ui/dialogs/SearchDialog.h"
#include "ui/widgets/SearchBar.h"

#include <QJsonDocument>

#include <algorithm>

namespace foretrail {

TrainSearch::TrainSearch(AppSession &session, StoredRuns &runs, QObject *parent)
    : QObject(parent), m_session(session), m_searches(session), m_bar(new SearchBar(m_searches))
{
    connect(&runs, &StoredRuns::unfinishedListed, this, &TrainSearch::takeUnfinished);
    connect(&runs, &StoredRuns::searchesListed, &m_searches, &Searches::takeStored);
    connect(&m_searches, &Searches::begun, this, &TrainSearch::begun);
    connect(&session, &AppSession::workspaceChanged, m_bar, [this] { m_bar->setReadOnly(m_session.isReadOnly()); });
    connect(&m_searches, &Searches::learning, this, &TrainSearch::learning);
    connect(&m_searches, &Searches::trialStored, &session, &AppSession::tellRunsChanged);
    connect(&m_searches, &Searches::ended, this, [this](const SearchReport &report) {
        if (const SearchTrial *best = report.best())
            Q_EMIT finished(best->run);
        m_session.tellRunsChanged();
    });
    connect(&m_searches, &Searches::failed, this, [this](const Error &error) {
        m_session.tellRunsChanged(); // the trial that was stopped may have been kept
        m_session.report(error, m_searches.report().plan.name);
    });
    connect(m_bar, &SearchBar::useBest, this, &TrainSearch::useSettings);
}

void TrainSearch::open(const TrainingSpec &start, QWidget *window)
{
    if (m_searches.isRunning())
        return Q_EMIT refused(tr("A search is under way. Stop it before another begins."));
    SearchPlan plan;
    if (const Result<SearchPlan> last = lastPlan())
        plan = *last;
    if (plan.space.fields.isEmpty())
        plan.space = SearchSpace::usual(start);
    plan.name = m_searches.freeName();
    plan.start = start;
    SearchDialog::open(plan, window, [this](const SearchPlan &chosen) { begin(chosen); });
}

void TrainSearch::begin(const SearchPlan &plan)
{
    m_session.settings().setSearchPlan(QJsonDocument(plan.toJson()).toJson(QJsonDocument::Compact));
    m_searches.start(plan);
}

Result<SearchPlan> TrainSearch::lastPlan() const
{
    return SearchPlan::fromJson(QJsonDocument::fromJson(m_session.settings().searchPlan()).object());
}

/// A search that was stopped within its first training has left that alone: what else was planned is in the settings.
void TrainSearch::takeUnfinished(const QList<UnfinishedTraining> &trainings)
{
    const Result<SearchPlan> last = lastPlan();
    if (!last)
        return;
    const QJsonObject start = last->start.toJson();
    const auto isStart = [&](const UnfinishedTraining &one) { return one.name.startsWith(last->name) && one.spec == start; };
    if (std::ranges::any_of(trainings, isStart))
        m_searches.takeBegun(*last);
}

} // namespace foretrail
