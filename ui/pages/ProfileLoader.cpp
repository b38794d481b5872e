#include "ui/pages/ProfileLoader.h"

#include "core/behaviour/recommend/RecommendItems.h"
#include "ui/widgets/IntentView.h"
#include "ui/widgets/NextItemsView.h"
#include "ui/widgets/ProfileView.h"

namespace foretrail {

namespace {

constexpr int mostSimilar = 10;
constexpr int shownNext = 5;

} // namespace

ProfileLoader::ProfileLoader(AppSession &session, const SegmentActions &segments, ProfileView &view, QObject *parent)
    : QObject(parent), m_session(session), m_segments(segments), m_view(view), m_learnt(session), m_profileJob(session.jobs()),
      m_similarJob(session.jobs()), m_nextJob(session.jobs())
{
    connect(&m_learnt, &LearntOfUsers::learnt, this, &ProfileLoader::reload);
    connect(&m_learnt, &LearntOfUsers::forecastsLearnt, this, &ProfileLoader::forecastsLearnt);
    connect(&m_learnt, &LearntOfUsers::recommenderLearnt, this, &ProfileLoader::loadNext);
    connect(&m_learnt, &LearntOfUsers::intentBegins, this, [this](JobId job) { m_view.intent().follow(m_session.jobs(), job); });
}

void ProfileLoader::forget()
{
    m_learnt.forget();
    m_profileJob.cancel();
    m_nextJob.cancel();
    forgetSegments();
    m_times.reset();
    m_isStale = true;
}

void ProfileLoader::forgetSegments()
{
    m_similarJob.cancel();
    m_similar = nullptr;
}

void ProfileLoader::learn()
{
    m_nextModel.reset();
    m_learnt.learn();
}

bool ProfileLoader::isShownOrComing(const QString &key) const
{
    return !m_isStale && (m_profileJob.isRunning() ? m_key : m_view.profile().user.key) == key;
}

void ProfileLoader::reload()
{
    if (const QString key = m_session.selection().userKey(); !key.isEmpty())
        load(key);
}

void ProfileLoader::load(const QString &key)
{
    m_isStale = false;
    m_key = key;
    m_view.setLoading(true);
    m_session.runLatestOnWorkspace<UserProfile>(m_profileJob, {tr("Reading user %1").arg(key), Lane::Read, false},
        [key, models = m_learnt.models(), summary = m_session.summary(), times = m_times, book = m_segments.book()](Workspace &workspace, JobContext &job) {
            Result<UserProfile> profile = userProfile(workspace.data(), key, job, {&summary, times ? &*times : nullptr, mostShownEvents});
            if (!profile)
                return profile;
            if (book)
                profile->standing = userStanding(profile->user.id, profile->events, summary.timeZone, *book->basis);
            models.tellIn(*profile, summary);
            return profile;
        }, this,
        [this](Result<UserProfile> profile) {
            m_view.setLoading(false);
            if (!profile) {
                m_isStale = true;
                return m_session.report(profile.error(), tr("Reading a user"));
            }
            m_view.setProfile(*profile, m_session.summary());
            loadSimilar();
            loadNext();
        });
}

/// A moment after the profile: who is like this user.
void ProfileLoader::loadSimilar()
{
    const SharedBook &book = m_segments.book();
    const UserId user = m_view.profile().user.id;
    if (!book || !user.isValid())
        return;
    using Found = std::pair<std::shared_ptr<const SimilarUsers>, QList<SimilarUser>>;
    m_session.runLatestOnWorkspace<Found>(m_similarJob, {tr("Looking for similar users"), m_similar ? Lane::Read : Lane::Learn, false},
        [figures = book->basis->figures, known = m_similar, user](Workspace &workspace, JobContext &job) -> Result<Found> {
            const std::shared_ptr<const SimilarUsers> similar = known ? known : std::make_shared<const SimilarUsers>(figures);
            Result<QList<SimilarUser>> found = similar->of(user, workspace.data(), mostSimilar, job);
            if (!found)
                return fail(found.error());
            return Found{similar, std::move(*found)};
        }, this,
        [this, user](Result<Found> found) {
            if (!found || m_view.profile().user.id != user)
                return;
            m_similar = found->first;
            m_view.setSimilar(found->second);
        });
}

/// And what to show them next, once a model is learnt.
void ProfileLoader::loadNext()
{
    const QString key = m_view.profile().user.key;
    if (key.isEmpty() || key != m_key)
        return;
    const UserModels &models = m_learnt.models();
    if (!models.recommender)
        return m_view.nextItems().setText(models.recommenderNote.isEmpty() ? tr("The model learns what comes next. That is done once for these data.")
                                                                           : models.recommenderNote);
    if (m_nextModel == models.recommender && m_view.nextItems().hasList() && m_view.nextItems().list().user == key)
        return;
    RecommendRequest request;
    request.user = key;
    request.top = shownNext;
    m_session.runLatestOnWorkspace<Recommendations>(m_nextJob, {tr("What comes next"), Lane::Read, false},
        [request, fitted = models.recommender](Workspace &workspace, JobContext &job) { return recommendBy(*fitted, workspace.data(), request, true, job); }, this,
        [this, key, fitted = models.recommender](Result<Recommendations> list) {
            if (m_view.profile().user.key != key || (!list && list.error().isCancelled()))
                return;
            m_nextModel = fitted;
            if (list)
                m_view.nextItems().setList(*list, m_session.summary().timeZone);
            else
                m_view.nextItems().setText(list.error().message);
        });
}

} // namespace foretrail
