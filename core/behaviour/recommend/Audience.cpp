#include "core/behaviour/recommend/Audience.h"

#include "core/behaviour/recommend/RecommenderStore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct AudienceText { Q_DECLARE_TR_FUNCTIONS(foretrail::Audience) };

/// Whether an event is with what is asked for.
class Target {
public:
    /// The item or the category has to be there.
    Target(const ShopLog &shop, const AudienceRequest &request) : m_shop(shop)
    {
        if (!request.item.isEmpty())
            m_item = *shop.itemOf(request.item);
        else
            m_category = *shop.categoryOf(request.category);
    }
    bool has(quint32 item) const { return m_category == InteractionLog::noCategory ? item == m_item : m_shop.log().categoryOf(item) == m_category; }

private:
    const ShopLog &m_shop;
    quint32 m_item = 0;
    quint32 m_category = InteractionLog::noCategory;
};

/// What one user did with the target, before and from the cut-off on.
struct TargetRecord {
    bool isKnown = false; ///< any event before the cut-off
    bool wasDone = false; ///< before it, so that the rule leaves the user out
    bool hasResponded = false;
};

bool countsAs(const InteractionLog::Event &event, Response response) { return response == Response::Any || event.action == ItemAction::Purchase; }

TargetRecord recordOf(const ShopLog &shop, quint32 user, const Target &target, const AudienceRequest &request, UtcMs cutOff)
{
    TargetRecord record;
    for (const quint32 place : shop.eventsOf({user, 0})) {
        const InteractionLog::Event &event = shop.log().events[place];
        const bool isBefore = event.time < cutOff;
        record.isKnown |= isBefore;
        if (!target.has(event.item))
            continue;
        if (isBefore)
            record.wasDone |= request.leaveOut == LeaveOut::Seen || (request.leaveOut == LeaveOut::Bought && event.action == ItemAction::Purchase);
        else
            record.hasResponded |= countsAs(event, request.response);
    }
    return record;
}

/// A part of many users that is the same everywhere.
bool isDrawn(quint32 user, double share)
{
    quint64 bits = (quint64(user) + 0x9e3779b97f4a7c15ULL) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
    return double(bits >> 11) * 0x1.0p-53 < share;
}

/// Fills the rates by what users did from the cut-off on.
Result<void> calibrate(const FittedRecommender &before, const std::vector<quint32> &users, const AudienceRequest &request, Audience &audience, JobContext &job)
{
    const ShopLog &shop = before.shop();
    const Target target(shop, request);
    const double share = users.empty() ? 1 : double(mostTestUsers) / double(users.size());
    std::vector<quint32> tested;
    std::vector<ScoredResponse> responses;
    for (const quint32 user : users) {
        const TargetRecord record = recordOf(shop, user, target, request, audience.cutOff);
        if (!record.isKnown || record.wasDone || (share < 1 && !isDrawn(user, share)))
            continue;
        tested.push_back(user);
        responses.push_back({0, record.hasResponded});
        audience.responders += record.hasResponded;
    }
    audience.testUsers = qint64(tested.size());
    audience.everybody = wilson(audience.responders, audience.testUsers);
    const Result<std::vector<double>> scores = audienceScores(before, tested, request, job);
    if (!scores)
        return fail(scores.error());
    for (size_t i = 0; i < responses.size(); ++i)
        responses[i].score = (*scores)[i];
    std::stable_sort(responses.begin(), responses.end(), [](const auto &a, const auto &b) { return a.score > b.score; });
    const auto scored = std::count_if(responses.begin(), responses.end(), [](const auto &one) { return one.score > 0; });
    const qint64 first = std::min<qint64>({request.top, qint64(responses.size()), std::max<qint64>(scored, 1)});
    audience.topRate = wilson(std::count_if(responses.begin(), responses.begin() + first, [](const auto &one) { return one.hasResponded; }), first);
    audience.lift = audience.responders > 0 ? audience.topRate.share / audience.everybody.share : missing;
    audience.bands = responseBands(std::move(responses));
    audience.isCalibrated = audience.responders >= leastResponders;
    return {};
}

/// Users by score; of equal ones those who came last come first.
QList<AudienceUser> ordered(const FittedRecommender &now, const std::vector<quint32> &users, const std::vector<double> &scores, const QHash<quint32, QString> &keys)
{
    QList<AudienceUser> list;
    list.reserve(qsizetype(users.size()));
    for (size_t i = 0; i < users.size(); ++i) {
        const auto events = now.shop().eventsOf({users[i], 0});
        const UtcMs last = events.empty() ? std::numeric_limits<UtcMs>::min() : now.shop().log().events[events.back()].time;
        list.append({{qint64(users[i])}, keys.value(users[i]), scores[i], last, -1, {}});
    }
    std::sort(list.begin(), list.end(), [](const AudienceUser &a, const AudienceUser &b) {
        return a.score != b.score ? a.score > b.score : a.lastTime != b.lastTime ? a.lastTime > b.lastTime : a.id < b.id;
    });
    return list;
}

void addRates(QList<AudienceUser> &list, const QList<ResponseBand> &bands)
{
    std::vector<double> scores;
    for (const AudienceUser &user : list)
        scores.push_back(user.score);
    const std::vector<int> numbers = bandsOf(scores, bands);
    for (qsizetype i = 0; i < list.size(); ++i)
        if (const int band = numbers[size_t(i)]; band >= 0) {
            list[i].band = band;
            list[i].expected = bands[band].rate;
        }
}

QString audienceNote(const Audience &audience, const FittedRecommender &now, const FittedRecommender *before)
{
    QStringList notes;
    const QLocale locale;
    if (!now.shop().log().hasClock)
        notes << AudienceText::tr("The events have no time, so nobody can say how many respond in some days: the order of the users is all there is.");
    else if (!before)
        notes << AudienceText::tr("Too little lies before the last %n days to test on: the order of the users is all there is.", nullptr, audience.horizonDays);
    else if (!audience.isCalibrated)
        notes << AudienceText::tr("Users who did this in the last %n day(s): %1 of %2. That is too little to tell rates by (%3 at least): the order of the users is all there is.", nullptr, audience.horizonDays)
                     .arg(locale.toString(audience.responders), locale.toString(audience.testUsers)).arg(leastResponders);
    if (audience.scored < audience.users.size())
        notes << AudienceText::tr("The model names it for %n user(s); behind stand those who came last.", nullptr, int(audience.scored));
    if (audience.leftOut > 0)
        notes << AudienceText::tr("%n user(s) left out by the rule.", nullptr, int(audience.leftOut));
    for (const QString &leftOut : {now.shop().log().times.note(), now.shop().log().robots.note()})
        if (!leftOut.isEmpty())
            notes << leftOut;
    return notes.join(QLatin1Char(' '));
}

} // namespace

Result<Audience> audienceFrom(const FittedRecommender &now, const FittedRecommender *before, const QList<UserRow> &rows, const AudienceRequest &request, JobContext &job)
{
    const ShopLog &shop = now.shop();
    if (rows.isEmpty())
        return fail(ErrorCode::TooShort, AudienceText::tr("The log names no users, so nobody can be told who should see this. Import it with a user column."));
    Audience audience;
    audience.item = request.item;
    audience.category = request.category;
    audience.model = now.modelName();
    audience.strayTimes = shop.log().times.strays;
    audience.robots = shop.log().robots.users.count();
    audience.response = request.response;
    audience.horizonDays = audienceHorizon(shop, request.horizonDays);
    audience.cutOff = audienceCutOff(shop, audience.horizonDays);
    const auto known = request.item.isEmpty() ? shop.categoryOf(request.category) : shop.itemOf(request.item);
    if (!known)
        return fail(known.error());
    if (!request.item.isEmpty())
        audience.name = shop.log().itemNames[*known];
    const Target target(shop, request);
    QHash<quint32, QString> keys;
    std::vector<quint32> all, asked;
    for (const UserRow &row : rows) {
        const auto user = quint32(row.id.value);
        if ((request.users && !request.users->contains(row.id)) || shop.log().robots.contains(row.id))
            continue;
        keys.insert(user, row.key);
        all.push_back(user);
        if (request.leaveOut == LeaveOut::Nothing || !recordOf(shop, user, target, request, endOfTime).wasDone)
            asked.push_back(user);
    }
    audience.asked = qint64(asked.size());
    audience.leftOut = qint64(all.size() - asked.size());
    JobContext testing = job.part(0, 1, 2), scoring = job.part(1, 1, 2);
    if (before)
        if (const Result<void> done = calibrate(*before, all, request, audience, testing); !done)
            return fail(done.error());
    const Result<std::vector<double>> scores = audienceScores(now, asked, request, scoring);
    if (!scores)
        return fail(scores.error());
    audience.users = ordered(now, asked, *scores, keys);
    audience.scored = std::count_if(scores->begin(), scores->end(), [](double score) { return score > 0; });
    if (audience.isCalibrated)
        addRates(audience.users, audience.bands);
    audience.users.resize(std::min<qsizetype>(audience.users.size(), request.top));
    audience.note = audienceNote(audience, now, before);
    return audience;
}

namespace {

/// Who learns a model, from the events before a time.
using Learner = std::function<Result<std::shared_ptr<const FittedRecommender>>(UtcMs until, JobContext &job)>;

constexpr int mostNamesakes = 5;

/// The key of an item that is called by its key, or by a name that it alone has.
Result<QString> itemKeyOf(const ShopLog &shop, const QString &called)
{
    const auto known = shop.itemOf(called);
    if (known)
        return called;
    QStringList keys;
    for (qsizetype item = 0; item < shop.log().itemNames.size(); ++item)
        if (shop.log().itemNames[item].compare(called, Qt::CaseInsensitive) == 0)
            keys << shop.log().itemKeys[item];
    if (keys.isEmpty())
        return fail(known.error());
    if (keys.size() == 1)
        return keys.front();
    const QString more = keys.size() > mostNamesakes ? QStringLiteral(" ...") : QString();
    return fail(ErrorCode::InvalidInput, AudienceText::tr("%n items are called \"%1\". Say the key of one of them: %2.", nullptr, int(keys.size()))
                                             .arg(called, keys.first(std::min<qsizetype>(keys.size(), mostNamesakes)).join(QStringLiteral(", ")) + more));
}

/// The question with the key of what it is about.
Result<AudienceRequest> settled(const ShopLog &shop, AudienceRequest request)
{
    if (request.item.isEmpty()) {
        const auto known = shop.categoryOf(request.category);
        return known ? Result<AudienceRequest>(request) : fail(known.error());
    }
    const Result<QString> key = itemKeyOf(shop, request.item);
    if (!key)
        return fail(key.error());
    request.item = *key;
    return request;
}

Result<Audience> audienceBy(ShopData &data, const ShopLog &shop, const AudienceRequest &asked, const Learner &learn, JobContext &job)
{
    const Result<QList<UserRow>> users = data.users(job);
    if (!users)
        return fail(users.error());
    const Result<AudienceRequest> known = settled(shop, asked);
    if (!known)
        return fail(known.error());
    const AudienceRequest &request = *known;
    JobContext first = job.part(1, 3, 10), second = job.part(4, 3, 10), asking = job.part(7, 3, 10);
    const auto now = learn(endOfTime, first);
    if (!now)
        return fail(now.error());
    std::shared_ptr<const FittedRecommender> before;
    const UtcMs cutOff = audienceCutOff(shop, audienceHorizon(shop, request.horizonDays));
    if (shop.log().hasClock && cutOff > shop.firstTime()) {
        const auto learnt = learn(cutOff, second);
        if (!learnt && learnt.error().code != ErrorCode::TooShort)
            return fail(learnt.error());
        if (learnt)
            before = *learnt;
    }
    return audienceFrom(**now, before.get(), *users, request, asking);
}

} // namespace

Result<Audience> audienceOf(ShopData &data, const AudienceRequest &request, const QString &model, const LearnOptions &options, JobContext &job)
{
    JobContext reading = job.part(0, 1, 10);
    const auto shop = ShopLog::read(data, reading);
    if (!shop)
        return fail(shop.error());
    return audienceBy(data, **shop, request, [&](UtcMs until, JobContext &part) { return FittedRecommender::fit(*shop, model, options, until, part); }, job);
}

Result<Audience> audienceOf(RecommenderStore &store, ShopData &data, const AudienceRequest &request, const QString &model, const LearnOptions &options, JobContext &job)
{
    JobContext reading = job.part(0, 1, 10);
    const auto shop = store.log(data, reading);
    if (!shop)
        return fail(shop.error());
    return audienceBy(data, **shop, request, [&](UtcMs until, JobContext &part) { return store.fitted(data, model, options, part, until); }, job);
}

QString Audience::sentence() const
{
    const QLocale locale;
    const auto percent = [&locale](double share) { return locale.toString(100 * share, 'f', share < 0.1 ? 1 : 0); };
    if (!isCalibrated)
        return note;
    return AudienceText::tr("Tested on the last %n day(s): of the first users in the order, as many as this list has, %1 % responded (%2 to %3 %), of users picked "
                            "at random %4 %: %5 times as many. The table tells for each user the rate of their whole part of the order.", nullptr, horizonDays)
        .arg(percent(topRate.share), percent(topRate.low), percent(topRate.high), percent(everybody.share), locale.toString(lift, 'f', 1));
}

QJsonObject Audience::toJson() const
{
    const auto rate = [](const ShareEstimate &share) {
        return QJsonObject{{QStringLiteral("rate"), share.share}, {QStringLiteral("low"), share.low}, {QStringLiteral("high"), share.high}};
    };
    QJsonArray perBand, list;
    for (const ResponseBand &band : bands) {
        QJsonObject json = rate(band.rate);
        json.insert(QStringLiteral("from"), band.from);
        json.insert(QStringLiteral("to"), band.to);
        json.insert(QStringLiteral("users"), band.users);
        json.insert(QStringLiteral("responses"), band.responses);
        perBand.append(json);
    }
    for (const AudienceUser &user : users) {
        QJsonObject json{{QStringLiteral("user"), user.key}, {QStringLiteral("score"), user.score}};
        if (user.band >= 0)
            json.insert(QStringLiteral("expected"), rate(user.expected));
        list.append(json);
    }
    QJsonObject json{{QStringLiteral("model"), model}, {QStringLiteral("response"), response == Response::Purchase ? QStringLiteral("purchase") : QStringLiteral("any")},
                     {QStringLiteral("calibrated"), isCalibrated}, {QStringLiteral("asked"), asked}, {QStringLiteral("scored"), scored},
                     {QStringLiteral("left_out"), leftOut}, {QStringLiteral("stray_times"), strayTimes}, {QStringLiteral("robots"), robots}, {QStringLiteral("test_users"), testUsers}, {QStringLiteral("responders"), responders},
                     {QStringLiteral("everybody"), rate(everybody)}, {QStringLiteral("horizon_days"), horizonDays},
                     {QStringLiteral("bands"), perBand}, {QStringLiteral("users"), list}, {QStringLiteral("note"), note}, {QStringLiteral("sentence"), sentence()}};
    json.insert(item.isEmpty() ? QStringLiteral("category") : QStringLiteral("item"), item.isEmpty() ? category : item);
    if (isCalibrated) {
        json.insert(QStringLiteral("top"), rate(topRate));
        json.insert(QStringLiteral("lift"), lift);
        json.insert(QStringLiteral("cut_off"), QDateTime::fromMSecsSinceEpoch(cutOff).toUTC().toString(Qt::ISODate));
    }
    return json;
}

} // namespace foretrail
