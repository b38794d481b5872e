#include "ui/widgets/SeriesChecker.h"

#include "core/data/Favourites.h"
#include "core/data/ItemCategories.h"
#include "ui/widgets/ItemBrowser.h"
#include "ui/widgets/SeriesLoader.h"

namespace foretrail {

SeriesChecker::SeriesChecker(AppSession &session, ItemBrowser &browser, SeriesLoader &loader, std::function<TrainingSpec()> spec, QObject *parent)
    : QObject(parent), m_session(session), m_browser(browser), m_spec(std::move(spec)), m_reading(session.jobs()), m_checking(session.jobs())
{
    browser.setHasChecks();
    connect(&loader, &SeriesLoader::loaded, this, &SeriesChecker::take);
    connect(&loader, &SeriesLoader::started, this, [this] {
        m_reading.cancel();
        stop();
    });
    connect(&browser, &ItemBrowser::checkWanted, this, &SeriesChecker::check);
    connect(&browser, &ItemBrowser::checkStopped, this, &SeriesChecker::stop);
    connect(&browser, &ItemBrowser::favouriteChosen, this, &SeriesChecker::keepFavourite);
    connect(&session.jobs(), &JobRunner::jobChanged, this, [this](JobId id) {
        const std::optional<JobInfo> job = id == m_checking.id() ? m_session.jobs().job(id) : std::nullopt;
        if (job && m_checking.isRunning() && job->state != JobState::Stopping)
            m_browser.setCheckProgress(job->progress.done, m_list ? m_list->series.size() : 0);
    });
}

SeriesQuery SeriesChecker::question() const
{
    SeriesQuery question = m_session.selection().question();
    question.segment = m_session.selection().segment().choice;
    return question;
}

Result<SeriesChecker::Found> SeriesChecker::found(Workspace &workspace, const SeriesQuery &question, const SeriesList &list, JobContext &job)
{
    Found found;
    if (question.by == GroupBy::Item) {
        Result<QHash<QString, QString>> categories = itemCategories(workspace, job);
        if (!categories)
            return fail(categories.error());
        found.categories = std::make_shared<const QHash<QString, QString>>(std::move(*categories));
    }
    const Result<QStringList> favourites = favouritesOf(workspace, question);
    if (!favourites)
        return fail(favourites.error());
    found.favourites = *favourites;
    Result<SeriesChecks> kept = keptChecks(workspace, question);
    if (!kept && kept.error().code != ErrorCode::NotFound)
        return fail(kept.error());
    const Checks checks = kept ? std::make_shared<const SeriesChecks>(std::move(*kept)) : nullptr;
    found.marks = SeriesMarks::of(list, checks, found.categories ? *found.categories : QHash<QString, QString>());
    return found;
}

void SeriesChecker::take(const std::shared_ptr<const SeriesList> &list)
{
    m_list = list;
    m_marks = nullptr;
    m_browser.setMarks(nullptr);
    showState();
    if (list->series.isEmpty())
        return;
    m_session.runLatestOnWorkspace<Found>(m_reading, {tr("Reading favourites and exceptions"), Lane::Read, false},
        [question = question(), list](Workspace &workspace, JobContext &job) { return found(workspace, question, *list, job); }, this,
        [this](Result<Found> found) {
            if (!found)
                return m_session.report(found.error(), tr("Reading favourites and exceptions"));
            m_categories = found->categories;
            m_marks = found->marks;
            m_browser.setMarks(m_marks);
            m_browser.setFavourites({found->favourites.cbegin(), found->favourites.cend()});
            showState();
        });
}

void SeriesChecker::check()
{
    if (!m_list || m_list->series.isEmpty())
        return;
    TrainingSpec spec = m_spec();
    spec.query = question();
    const QString model = checkingSpec(spec).model.model;
    m_browser.setCheckProgress(0, m_list->series.size());
    m_browser.setCheckState(tr("Checking with %1, %n steps ahead", nullptr, spec.horizon).arg(model));
    m_session.runLatestOnWorkspace<std::shared_ptr<const SeriesMarks>>(m_checking, {tr("Checking %n series for exceptions", nullptr, int(m_list->series.size())), Lane::Read, true},
        [spec, list = m_list, categories = m_categories](Workspace &workspace, JobContext &job) -> Result<std::shared_ptr<const SeriesMarks>> {
            const Result<QString> fingerprint = workspace.data().fingerprint();
            if (!fingerprint)
                return fail(fingerprint.error());
            Result<SeriesChecks> checks = checkSeries(workspace, spec, job);
            if (!checks)
                return fail(checks.error());
            keepChecks(workspace, spec.query, *fingerprint, *checks);
            return SeriesMarks::of(*list, std::make_shared<const SeriesChecks>(std::move(*checks)), categories ? *categories : QHash<QString, QString>());
        }, this,
        [this](Result<std::shared_ptr<const SeriesMarks>> marks) { takeChecks(std::move(marks)); });
}

void SeriesChecker::takeChecks(Result<std::shared_ptr<const SeriesMarks>> marks)
{
    m_browser.setCheckProgress(0, 0);
    if (marks) {
        m_marks = *marks;
        m_browser.setMarks(m_marks);
    } else {
        m_session.report(marks.error(), tr("Checking series"));
    }
    showState();
}

void SeriesChecker::stop()
{
    if (!m_checking.isRunning())
        return;
    m_checking.cancel();
    m_browser.setCheckProgress(0, 0);
    showState();
}

void SeriesChecker::showState()
{
    if (!m_marks || !m_marks->isChecked())
        return m_browser.setCheckState({});
    const SeriesChecks &checks = *m_marks->checks; // the kinds would leave the list of series little room
    m_browser.setCheckState(tr("%1 Checked with %2, %n steps ahead.", nullptr, checks.horizon).arg(checksInShort(checks), checks.model),
                            checksSentence(checks) + QLatin1Char('\n') + rulesOf(checks));
}

void SeriesChecker::keepFavourite(const QString &key, bool isFavourite)
{
    if (m_session.isReadOnly())
        return;
    m_session.runOnWorkspace<bool>({tr("Keeping a favourite"), Lane::Write, false},
        [question = question(), key, isFavourite](Workspace &workspace, JobContext &) { return setFavourite(workspace, question, key, isFavourite).map([] { return true; }); }, this,
        [this](Result<bool> kept) {
            if (!kept)
                m_session.report(kept.error(), tr("Keeping a favourite"));
        });
}

} // namespace foretrail
