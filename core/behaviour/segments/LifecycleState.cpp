#include "core/behaviour/segments/LifecycleState.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

struct LifecycleStateText { Q_DECLARE_TR_FUNCTIONS(foretrail::Lifecycle) };

constexpr std::array<const char *, 6> stateKeys{"none", "new", "active", "at-risk", "lapsed", "returned"};
constexpr qint64 fewestGaps = 20;
constexpr qint64 ownGaps = 4; ///< from so many on a user has a rhythm of their own
constexpr double riskShare = 0.80, lapseShare = 0.95;

double gapQuantile(const GapCounts &gaps, qint64 all, double share)
{
    const auto wanted = qint64(std::ceil(share * double(all)));
    qint64 seen = 0;
    for (const auto &[days, times] : gaps)
        if ((seen += times) >= wanted)
            return days;
    return gaps.empty() ? 0 : double(gaps.rbegin()->first);
}

/// Purchase days of a user as far as a state needs them.
struct PurchaseDays {
    qint64 count = 0;
    DayNumber first = 0, last = 0, lastGap = 0;
};

LifecycleState stateAt(const LifecycleRule &rule, const PurchaseDays &days, DayNumber today)
{
    if (days.count == 0)
        return LifecycleState::None;
    const LifecycleRule::Limits limits = rule.limits(days.count, days.last - days.first);
    const auto silence = double(today - days.last);
    if (silence > limits.lapse)
        return LifecycleState::Lapsed;
    if (silence > limits.risk)
        return LifecycleState::AtRisk;
    if (days.count == 1)
        return LifecycleState::New;
    const LifecycleRule::Limits then = rule.limits(days.count - 1, days.last - days.lastGap - days.first);
    return double(days.lastGap) > then.lapse ? LifecycleState::Returned : LifecycleState::Active;
}

/// The first day on which a silence is longer than so many days.
DayNumber dayBehind(DayNumber last, double limit) { return last + DayNumber(std::floor(limit)) + 1; }

} // namespace

QString stateKey(LifecycleState state) { return QString::fromLatin1(stateKeys.at(size_t(state))); }

LifecycleState stateFromKey(const QString &key)
{
    const auto found = std::ranges::find_if(stateKeys, [&key](const char *known) { return key == QLatin1String(known); });
    return found == stateKeys.end() ? LifecycleState::None : LifecycleState(found - stateKeys.begin());
}

QString stateTitle(LifecycleState state)
{
    switch (state) {
    case LifecycleState::New: return LifecycleStateText::tr("New");
    case LifecycleState::Active: return LifecycleStateText::tr("Active");
    case LifecycleState::AtRisk: return LifecycleStateText::tr("At risk");
    case LifecycleState::Lapsed: return LifecycleStateText::tr("Lapsed");
    case LifecycleState::Returned: return LifecycleStateText::tr("Returned");
    case LifecycleState::None: break;
    }
    return LifecycleStateText::tr("No purchase");
}

LifecycleRule::Limits LifecycleRule::limits(qint64 days, qint64 span) const
{
    const qint64 gaps = days - 1;
    if (gaps < ownGaps || meanGap <= 0)
        return {riskDays, lapseDays};
    const double stretch = double(span) / double(gaps) / meanGap;
    return {riskDays * stretch, lapseDays * stretch};
}

QString LifecycleRule::words() const
{
    const auto days = [](double value) { return LifecycleStateText::tr("%Ln day(s)", nullptr, int(std::lround(value))); };
    const QString base = isByVisits
        ? LifecycleStateText::tr("Nobody bought anything, so visits count. At risk: silent for more than %1; lapsed: for more than %2.")
        : LifecycleStateText::tr("At risk: no purchase for more than %1; lapsed: for more than %2.");
    const QString why = meanGap > 0
        ? LifecycleStateText::tr("Of all gaps 80 % are no longer than the first and 95 % no longer than the second; users with four gaps or more are measured by "
                            "their own mean gap, against %1 days of all.").arg(QLocale().toString(meanGap, 'f', 1))
        : LifecycleStateText::tr("There are too few gaps to learn the days from, so these are the usual ones.");
    return base.arg(days(riskDays), days(lapseDays)) + u' ' + why + u' '
           + LifecycleStateText::tr("New: once, and not silent for long. Returned: came back after having lapsed, and once since.");
}

QJsonObject LifecycleRule::toJson() const
{
    return {{QStringLiteral("by"), isByVisits ? QStringLiteral("visits") : QStringLiteral("purchases")},
            {QStringLiteral("risk_days"), riskDays},
            {QStringLiteral("lapse_days"), lapseDays},
            {QStringLiteral("mean_gap_days"), meanGap},
            {QStringLiteral("definition"), words()}};
}

LifecycleRule lifecycleRuleOf(const ShopFigures &figures)
{
    LifecycleRule rule;
    rule.isByVisits = !figures.hasPurchases;
    const GapCounts &gaps = rule.isByVisits ? figures.visitGaps : figures.purchaseGaps;
    qint64 all = 0;
    double days = 0;
    for (const auto &[length, times] : gaps) {
        all += times;
        days += double(length) * double(times);
    }
    if (all < fewestGaps)
        return rule;
    rule.meanGap = days / double(all);
    rule.riskDays = gapQuantile(gaps, all, riskShare);
    rule.lapseDays = std::max(gapQuantile(gaps, all, lapseShare), rule.riskDays + 1);
    return rule;
}

LifecycleState stateOf(const LifecycleRule &rule, const UserFigures &user, DayNumber today)
{
    if (rule.isByVisits)
        return stateAt(rule, {user.activeDays, user.firstVisit, user.lastVisit, user.visitGap}, today);
    return stateAt(rule, {user.purchaseDays, user.firstDay, user.lastDay, user.lastGap}, today);
}

std::vector<StateMove> movesOf(const LifecycleRule &rule, std::span<const DayNumber> days, DayNumber today)
{
    std::vector<StateMove> moves;
    const auto move = [&moves](DayNumber day, LifecycleState state) {
        if (moves.empty() || moves.back().state != state)
            moves.push_back({day, state});
    };
    PurchaseDays so;
    for (size_t i = 0; i < days.size() && days[i] <= today; ++i) {
        so.lastGap = so.count > 0 ? days[i] - so.last : 0;
        so.first = so.count > 0 ? so.first : days[i];
        so.last = days[i];
        ++so.count;
        move(days[i], stateAt(rule, so, days[i]));
        const DayNumber until = i + 1 < days.size() ? std::min(days[i + 1] - 1, today) : today; // the last day of this silence
        const LifecycleRule::Limits limits = rule.limits(so.count, so.last - so.first);
        if (const DayNumber day = dayBehind(so.last, limits.risk); day <= until)
            move(day, stateAt(rule, so, day));
        if (const DayNumber day = dayBehind(so.last, limits.lapse); day <= until)
            move(day, stateAt(rule, so, day));
    }
    return moves;
}

} // namespace foretrail
