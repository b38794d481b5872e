#include "core/advertising/ContextReader.h"

#include "core/behaviour/recommend/RecommenderStore.h"
#include "core/behaviour/segments/SegmentUsers.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

Result<std::shared_ptr<const UserSet>> usersNamed(Workspace &workspace, const QString &segment, JobContext &job)
{
    if (segment.isEmpty())
        return std::shared_ptr<const UserSet>();
    return usersOfSegment(workspace, {segment, {}}, job).map([](const SegmentUsers &found) { return found.users; });
}

double logShare(qsizetype count, double most) { return std::min(1.0, std::log1p(double(count)) / std::log1p(most)); }

} // namespace

Result<ContextReader> ContextReader::of(Workspace &workspace, const Campaign &campaign, UtcMs at, JobContext &job)
{
    ContextReader reader(workspace, campaign);
    const auto audience = usersNamed(workspace, campaign.audience, job);
    if (!audience)
        return fail(audience.error());
    reader.m_audience = *audience;
    for (const CampaignRule &rule : campaign.rules) {
        const auto users = usersNamed(workspace, rule.when == CampaignRule::When::Segment ? rule.what : QString(), job);
        if (!users)
            return fail(users.error());
        reader.m_ruleUsers.push_back(*users);
    }
    if (campaign.model.isEmpty())
        return reader;
    LearnOptions learning;
    learning.seed = campaign.seed;
    const auto fitted = RecommenderStore::ofProcess().fitted(workspace.data(), campaign.model, learning, job, at - at % dayMs);
    if (!fitted)
        return fail(fitted.error());
    reader.m_model = *fitted;
    return reader;
}

std::vector<double> ContextReader::featuresOf(const QList<UserEvent> &events, UtcMs at) const
{
    constexpr double fadingDays = 30, manyEvents = 1000, manyPurchases = 100;
    const auto purchases = std::count_if(events.begin(), events.end(), [](const UserEvent &event) { return event.isPurchase(); });
    const auto count = double(std::max<qsizetype>(events.size(), 1));
    std::vector<double> features{1, events.isEmpty() ? 0 : std::exp(-double(at - events.back().time) / double(dayMs) / fadingDays),
                                 logShare(events.size(), manyEvents), logShare(purchases, manyPurchases), double(purchases) / count};
    for (const QString &category : m_campaign.categories)
        features.push_back(double(std::count_if(events.begin(), events.end(), [&](const UserEvent &event) { return event.category == category; })) / count);
    return features;
}

std::vector<bool> ContextReader::fitsOf(UserId user, const QList<UserEvent> &events) const
{
    std::vector<bool> fits;
    for (qsizetype place = 0; place < m_campaign.rules.size(); ++place) {
        const CampaignRule &rule = m_campaign.rules[place];
        const bool needsPurchase = rule.when == CampaignRule::When::Bought;
        const auto meets = [&](const UserEvent &event) { return event.category == rule.what && (!needsPurchase || event.isPurchase()); };
        if (rule.when == CampaignRule::When::Always)
            fits.push_back(true);
        else if (rule.when == CampaignRule::When::Segment)
            fits.push_back(m_ruleUsers[size_t(place)]->contains(user));
        else
            fits.push_back(std::any_of(events.begin(), events.end(), meets));
    }
    return fits;
}

std::vector<double> ContextReader::scoresOf(UserId user) const
{
    if (!m_model)
        return {};
    std::vector<double> scores(size_t(m_campaign.armCount()), 0);
    const ShopperHistory history = m_model->shop().historyOf({quint32(user.value), 0}, m_model->until());
    if (history.items().empty())
        return scores;
    ScoreBoard board = m_model->board();
    m_model->model().score({history.items(), history.user}, board);
    for (qsizetype arm = 0; arm < m_campaign.items.size(); ++arm)
        if (const Result<quint32> item = m_model->shop().itemOf(m_campaign.items[arm]))
            scores[size_t(arm)] = double(board.scoreOf(*item));
    return scores;
}

Result<AdContext> ContextReader::contextOf(UserId user, UtcMs at, JobContext &job) const
{
    Result<QList<UserEvent>> events = m_workspace->data().eventsOf(user, job);
    if (!events)
        return fail(events.error());
    const auto behind = std::find_if(events->cbegin(), events->cend(), [at](const UserEvent &event) { return event.time >= at; });
    events->erase(behind, events->cend());
    return AdContext{featuresOf(*events, at), scoresOf(user), fitsOf(user, *events)};
}

} // namespace foretrail
