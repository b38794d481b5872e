#include "core/data/sample/SampleRun.h"

#include "core/data/sample/SampleWords.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace foretrail {
namespace {

constexpr int secondsOfHour = 3600;
constexpr std::array<double, 24> hourShares{4, 2, 1, 1, 1, 2, 6, 14, 24, 34, 40, 42, 44, 40, 38, 38, 40, 44, 52, 60, 62, 50, 28, 12};

template<class Shares, class F>
std::vector<double> runningSums(const Shares &shares, F weight)
{
    std::vector<double> sums;
    sums.reserve(shares.size());
    double sum = 0;
    for (const auto &share : shares)
        sums.push_back(sum += weight(share));
    return sums;
}

int pickShare(std::span<const SampleShare> shares, SampleRandom &random)
{
    return random.pick(runningSums(shares, [](const SampleShare &one) { return one.share; }));
}

std::vector<QByteArray> bytes(const QStringList &texts)
{
    std::vector<QByteArray> made;
    for (const QString &text : texts)
        made.push_back(text.toUtf8());
    return made;
}

double cents(double value) { return std::round(value * 100) / 100; }

/// splitmix64's finaliser (Steele, Lea & Flood 2014): a bijection, so events of one shop never share a fingerprint.
quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

std::string_view view(const QByteArray &text) { return {text.constData(), size_t(text.size())}; }

} // namespace

SampleRun::SampleRun(SampleTruth &truth, SampleRandom &random, Sink sink)
    : m_truth(truth), m_random(random), m_sink(std::move(sink)), m_leaving(size_t(truth.settings.days), 0),
      m_visitors(size_t(truth.settings.days)), m_returns(size_t(truth.settings.days)),
      m_categories(bytes(truth.categories)), m_countries(bytes(truth.countries)), m_channels(bytes(truth.channels))
{
    for (int day = 0; day < truth.settings.days; ++day)
        m_level.push_back(truth.level(day));
    m_highest = *std::max_element(m_level.begin(), m_level.end());
    m_shelves.resize(m_categories.size());
    m_shelfSums.resize(m_categories.size());
    for (int i = 0; i < truth.items.size(); ++i) {
        const SampleItem &item = truth.items.at(i);
        m_shelves[size_t(item.category)].push_back(i);
        m_itemKeys.push_back(item.key.toUtf8());
        m_itemNames.push_back(item.name.toUtf8());
    }
    m_categorySums = runningSums(sampleCategories(), [](const SampleCategory &one) { return one.share; });
    m_hourSums = runningSums(hourShares, [](double share) { return share; });
}

Result<void> SampleRun::run(JobContext &job)
{
    const int days = m_truth.settings.days;
    const QString what = QCoreApplication::translate("foretrail::SampleRun", "day %1 of %2");
    for (int day = 0; day < days && goesOn(); ++day) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        prepareDay(day);
        joinUsers(day);
        bringBack(day);
        for (const Visit &one : visitsOf(day)) {
            if (!goesOn())
                break;
            visit(day, one);
        }
        job.report(day + 1, days, what.arg(day + 1).arg(days));
    }
    m_truth.userCount = qint64(m_users.size());
    return m_goesOn ? Result<void>() : fail(m_goesOn.error());
}

double SampleRun::popularityOf(const SampleItem &item, int day) const
{
    if (day < item.launch)
        return 0;
    const double grown = item.launch == 0 ? 1 : std::min(1.0, (day - item.launch + 1) / 30.0);
    const double left = item.fading < 0 || day < item.fading ? 1 : std::exp2((item.fading - day) / 20.0);
    return left < 0.01 ? 0 : item.popularity * grown * left;
}

void SampleRun::prepareDay(int day)
{
    m_dayStart = QDateTime(m_truth.date(day), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
    const QList<SampleItem> &items = m_truth.items;
    m_cartRate.assign(size_t(items.size()), m_truth.settings.cartRate);
    m_price.resize(size_t(items.size()));
    for (int i = 0; i < items.size(); ++i)
        m_price[size_t(i)] = items[i].price;
    for (const SamplePromotion &one : std::as_const(m_truth.promotions)) {
        if (!one.span.contains(day))
            continue;
        m_cartRate[size_t(one.item)] *= one.lift;
        m_price[size_t(one.item)] = cents(items[one.item].price * (1 - one.discount));
    }
    for (const SampleStockOut &one : std::as_const(m_truth.stockOuts))
        if (one.span.contains(day))
            m_cartRate[size_t(one.item)] = 0;
    for (size_t c = 0; c < m_shelves.size(); ++c)
        m_shelfSums[c] = runningSums(m_shelves[c], [&](int item) { return popularityOf(items[item], day); });
}

void SampleRun::joinUsers(int day)
{
    const SampleSettings &settings = m_truth.settings;
    m_active -= m_leaving[size_t(day)];
    const qint64 wanted = std::llround(settings.activeUsers * (1 + settings.yearlyGrowth * day / 365.0));
    while (m_active < wanted)
        join(day);
}

void SampleRun::join(int day)
{
    const SampleSettings &settings = m_truth.settings;
    User user;
    user.rate = settings.visitRate * (m_random.exponential() + m_random.exponential()) / 2; // gamma, shape 2
    user.next = day;
    user.leaves = day + settings.lifetimeDays * m_random.exponential();
    user.favourites[0] = quint8(m_random.pick(m_categorySums));
    user.favourites[1] = quint8(m_random.pick(m_categorySums));
    user.country = quint8(pickShare(sampleCountries(), m_random));
    user.channel = quint8(pickShare(sampleChannels(), m_random));
    if (const int last = std::max(day + 1, int(user.leaves)); user.leaves < settings.days && last < settings.days)
        ++m_leaving[size_t(last)];
    ++m_active;
    const auto number = quint32(m_users.size());
    if (number < quint32(SampleTruth::maxListedUsers))
        m_truth.users.append({int(number) + 1, user.rate, day, user.leaves, {user.favourites[0], user.favourites[1]},
                              user.country, user.channel});
    m_users.push_back(user);
    scheduleVisit(number);
}

// Visits are a Poisson process of the highest level, thinned to the level of the day when it comes (Lewis & Shedler 1979).
void SampleRun::scheduleVisit(quint32 number)
{
    User &user = m_users[number];
    user.next += m_random.exponential() / (user.rate * m_highest);
    if (user.next < user.leaves && user.next < m_truth.settings.days)
        m_visitors[size_t(user.next)].push_back(number);
}

std::vector<SampleRun::Visit> SampleRun::visitsOf(int day)
{
    std::vector<Visit> visits;
    std::vector<quint32> &visitors = m_visitors[size_t(day)];
    for (size_t i = 0; i < visitors.size(); ++i) { // a second visit on the same day is added while we go
        const quint32 user = visitors[i];
        if (m_random.chance(m_level[size_t(day)] / m_highest)) {
            const int hour = m_random.pick(m_hourSums);
            visits.push_back({hour * secondsOfHour + m_random.below(secondsOfHour), user});
        }
        scheduleVisit(user);
    }
    std::vector<quint32>().swap(visitors);
    std::sort(visits.begin(), visits.end());
    return visits;
}

int SampleRun::chooseItem(const User &user)
{
    const double mark = m_random.uniform();
    const size_t category = mark < 0.5 ? user.favourites[0] : mark < 0.75 ? user.favourites[1] : size_t(m_random.pick(m_categorySums));
    return m_shelves[category][size_t(m_random.pick(m_shelfSums[category]))];
}

void SampleRun::visit(int day, const Visit &visit)
{
    startEvent(visit.user, ++m_sessions);
    UtcMs time = m_dayStart + visit.second * qint64(1000);
    std::vector<Line> basket;
    const int views = 1 + m_random.geometric(m_truth.settings.extraViews);
    for (int k = 0; k < views; ++k) {
        const int item = chooseItem(m_users[visit.user]);
        emitEvent(time, "view", item);
        time += 1000 * (8 + m_random.below(70));
        if (m_random.chance(m_cartRate[size_t(item)])) {
            basket.push_back({item, 1 + m_random.geometric(0.25), m_price[size_t(item)]});
            emitEvent(time, "cart", item);
            time += 1000 * (4 + m_random.below(20));
        }
    }
    if (!basket.empty() && m_random.chance(m_truth.settings.checkoutRate)) {
        buy(basket, time + 30'000);
        for (const Line &line : basket)
            if (const int back = day + 3 + m_random.below(18);
                m_random.chance(m_truth.settings.returnRate) && back < m_truth.settings.days)
                m_returns[size_t(back)].push_back({line, visit.user, m_sessions});
    }
}

void SampleRun::buy(const std::vector<Line> &basket, UtcMs time)
{
    for (const Line &line : basket)
        emitLine(time, "purchase", line);
}

void SampleRun::bringBack(int day)
{
    for (Return &one : m_returns[size_t(day)]) {
        startEvent(one.user, one.session);
        one.line.pieces = -one.line.pieces;
        emitLine(m_dayStart + (9 * secondsOfHour + m_random.below(9 * secondsOfHour)) * qint64(1000), "return", one.line);
    }
    std::vector<Return>().swap(m_returns[size_t(day)]);
}

void SampleRun::startEvent(quint32 number, qint64 session)
{
    const User &user = m_users[number];
    const int userLength = std::snprintf(m_userKey.data(), m_userKey.size(), "U%06u", number + 1);
    const int sessionLength = std::snprintf(m_sessionKey.data(), m_sessionKey.size(), "S%08lld", static_cast<long long>(session));
    m_event.user = std::string_view(m_userKey.data(), size_t(userLength));
    m_event.session = std::string_view(m_sessionKey.data(), size_t(sessionLength));
    m_event.attributes[0] = view(m_countries[user.country]);
    m_event.attributes[1] = view(m_channels[user.channel]);
}

void SampleRun::emitEvent(UtcMs time, std::string_view kind, int item)
{
    m_event.quantity = m_event.price = m_event.amount = missing;
    send(time, kind, item);
}

void SampleRun::emitLine(UtcMs time, std::string_view kind, const Line &line)
{
    m_event.quantity = line.pieces;
    m_event.price = line.price;
    m_event.amount = cents(line.pieces * line.price);
    send(time, kind, line.item);
}

void SampleRun::send(UtcMs time, std::string_view kind, int item)
{
    if (!goesOn())
        return;
    m_event.time = time;
    m_event.kind = kind;
    m_event.item = view(m_itemKeys[size_t(item)]);
    m_event.itemName = view(m_itemNames[size_t(item)]);
    m_event.category = view(m_categories[size_t(m_truth.items[item].category)]);
    m_event.fingerprint = mixed(m_truth.seed * 0x9e3779b97f4a7c15ULL + quint64(m_truth.events));
    ++m_truth.events;
    m_goesOn = m_sink(m_event);
}

} // namespace foretrail
