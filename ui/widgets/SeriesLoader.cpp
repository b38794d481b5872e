#include "ui/widgets/SeriesLoader.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "ui/widgets/ItemBrowser.h"

#include <algorithm>

namespace foretrail {

namespace {

using SharedSeriesList = std::shared_ptr<const SeriesList>;

/// Imported series stay in the list whatever segment is chosen, so that another question can be.
Result<SharedSeriesList> listOf(Workspace &workspace, SeriesQuery query, JobContext &job)
{
    if (query.by == GroupBy::Series || query.measure == Measure::Value)
        query.segment = {};
    const Result<SeriesQuery> known = withUsers(workspace, query, job);
    if (!known)
        return fail(known.error());
    return workspace.data().listSeries(*known, job).map([](QList<SeriesInfo> all) { return SeriesList::of(std::move(all)); });
}

} // namespace

SeriesLoader::SeriesLoader(AppSession &session, ItemBrowser &browser, QObject *parent)
    : QObject(parent), m_session(session), m_browser(browser), m_job(session.jobs())
{
    connect(&browser, &ItemBrowser::questionChosen, &session.selection(), &Selection::setQuestion);
}

void SeriesLoader::clear()
{
    m_job.cancel();
    m_browser.setList(nullptr);
}

void SeriesLoader::renew(bool isOnScreen)
{
    markStale();
    if (!m_session.hasWorkspace())
        clear();
    else if (isOnScreen)
        load();
}

void SeriesLoader::load()
{
    if (!m_session.hasWorkspace())
        return;
    const DataSummary &summary = m_session.summary();
    if (summary.rows() == 0) {
        m_isStale = false;
        clear();
        Q_EMIT nothing(tr("No data yet. Import a log or a table of series."), tr("Import a file"));
        return;
    }
    const SeriesQuery question = answerable(m_session.selection().question(), summary);
    m_session.selection().setQuestion(question); // may come back here; the newest reading counts
    m_isStale = false;
    m_browser.setSummary(summary);
    m_browser.setQuestion(question);
    m_session.runLatestOnWorkspace<SharedSeriesList>(m_job, {tr("Reading series"), Lane::Read, false},
        [query = m_session.selection().query()](Workspace &workspace, JobContext &job) { return listOf(workspace, query, job); }, this, [this](Result<SharedSeriesList> list) {
            if (list) {
                m_browser.setList(*list);
                Q_EMIT loaded(*list);
                return;
            }
            m_isStale = true;
            m_session.report(list.error(), tr("Reading series"));
            Q_EMIT failed();
        });
    Q_EMIT started();
}

const SeriesInfo &chosenOrLargest(const SeriesList &list, const Selection &selection)
{
    const auto &all = list.series;
    const auto known = std::find_if(all.begin(), all.end(), [&](const SeriesInfo &one) { return one.key == selection.seriesKey(); });
    return known != all.end() ? *known : all[list.bySize.front()];
}

const SeriesInfo &choose(const SeriesList &list, Selection &selection)
{
    const SeriesInfo &one = chosenOrLargest(list, selection);
    if (!selection.run().isValid())
        selection.setSeries(one.key, one.name);
    return one;
}

} // namespace foretrail
