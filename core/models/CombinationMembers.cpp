#include "core/models/CombinationMembers.h"

#include "core/models/ArAutoForecaster.h"
#include "core/models/ArForecaster.h"
#include "core/models/ArFourierForecaster.h"
#include "core/models/ArOfChanges.h"
#include "core/models/Baselines.h"
#include "core/models/DemandPattern.h"
#include "core/models/EtsForecaster.h"
#include "core/models/IntermittentForecaster.h"
#include "core/models/Intervals.h"
#include "core/models/Naive2.h"
#include "core/models/PooledForecaster.h"
#include "core/models/SeasonProfile.h"
#include "core/models/SeasonalIndices.h"
#include "core/models/ThetaForecaster.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct CombinationMembersText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::CombinationMembers)
};

using Make = std::unique_ptr<Forecaster> (*)(const ModelSpec &);

struct Maker {
    const char *model;
    Make make;
};

constexpr int longSeason = 13; ///< from here on few seasons are seen

constexpr Maker makers[] = {
    {"naive", makeNaive}, {"snaive", makeSeasonalNaive}, {"naive2", makeNaive2}, {"drift", makeDrift}, {"mean", makeMean},
    {"moving-average", makeMovingAverage}, {"ar", [](const ModelSpec &spec) { return makeAr(spec); }}, {"ar-fourier", makeArFourier},
    {"ar-auto", makeArAuto}, {"ar-diff", makeArOfChanges}, {"ar-seasonal", makeArOfSeasonalChanges}, {"pooled", makePooled}, {"pooled-ar", makePooledAr}, {"profile", makeSeasonProfile}, {"ses", makeEts}, {"holt", makeEts},
    {"damped", makeEts}, {"holt-winters", makeEts}, {"ets", makeEts}, {"theta", makeTheta}, {"otheta", makeOptimisedTheta},
    {"croston", makeCroston}, {"sba", makeSba}, {"tsb", makeTsb}, {"adida", makeAdida}, {"imapa", makeImapa}};

std::vector<CombinationMember> members(std::initializer_list<const char *> names)
{
    std::vector<CombinationMember> all;
    for (const char *name : names)
        all.push_back({QLatin1String(name), 0});
    return all;
}

Candidates forShort(qint64 length, int season)
{
    if (length < 3)
        return {members({"naive"}), Loss::Mae, CombinationMembersText::tr("%n observations tell no more than their last.", nullptr, int(length))};
    if (season > 1 && length >= 2 * season)
        return {members({"snaive", "naive", "ses", "mean"}), Loss::Mae,
                CombinationMembersText::tr("%n observations are too few for more than their level and season.", nullptr, int(length))};
    return {members({"naive", "ses", "mean"}), Loss::Mae, CombinationMembersText::tr("%n observations are too few for more than their level.", nullptr, int(length))};
}

/// Where there are returns among it, the models of demand do not apply.
Candidates forSeldom(const DemandPattern &pattern, bool hasReturns)
{
    return {hasReturns ? members({"pooled", "ses", "mean"}) : members({"pooled", "tsb", "sba", "imapa", "ses", "mean"}), Loss::Mse,
            CombinationMembersText::tr("Demand comes every %1 steps: models of seldom demand, judged by squared errors.")
                .arg(QLocale().toString(pattern.interval, 'f', 1))};
}

/// A long season that was seen less than three times, and a horizon that reaches through much of it: what goes on without a season
/// would be far off, however well it did over the last steps.
Candidates forFewSeasons(int season)
{
    return {members({"profile", "snaive", "ar-fourier", "pooled", "otheta"}), Loss::Mae,
            CombinationMembersText::tr("A season of %1 steps was seen less than three times.").arg(season)};
}

/// Data with one season, or none.
Candidates forOneSeason(const Series &train, int season)
{
    Candidates candidates{members({"ar-diff", "otheta", "pooled", "ar-fourier"}), Loss::Mae, {}};
    candidates.members.push_back({QStringLiteral("theta"), 1}); // of the values as they are, whatever the season
    const bool isSeasonal = testSeason(train.values, season).isSeasonal();
    if (season >= longSeason && train.size() < 3 * season && train.size() > season)
        candidates.members.push_back({QStringLiteral("profile"), 0});
    if (season > 1 && train.size() > 2 * season)
        candidates.members.push_back({QStringLiteral("ar-seasonal"), 0});
    if (season >= longSeason)
        candidates.members.push_back({QStringLiteral("ar-auto"), 0});
    candidates.members.push_back({isSeasonal ? QStringLiteral("snaive") : QStringLiteral("naive"), 0});
    candidates.reason = season <= 1  ? CombinationMembersText::tr("A series without a season.")
                        : isSeasonal ? CombinationMembersText::tr("A series with a season of %1 steps.").arg(season)
                                     : CombinationMembersText::tr("A season of %1 steps does not stand out.").arg(season);
    return candidates;
}

Candidates forTwoSeasons(const Series &train, int season, int longest)
{
    Candidates candidates = forOneSeason(train, season);
    candidates.members.push_back({QStringLiteral("ar-seasonal"), longest});
    candidates.members.push_back({QStringLiteral("snaive"), longest});
    candidates.members.push_back({QStringLiteral("ar"), 0});
    candidates.reason = CombinationMembersText::tr("A series with seasons of %1 and %2 steps.").arg(season).arg(longest);
    return candidates;
}

} // namespace

QString CombinationMember::label() const { return season > 1 ? QStringLiteral("%1 %2").arg(model).arg(season) : model; }

Candidates candidatesFor(const Series &train, const ModelSpec &spec, int horizon)
{
    constexpr int fewSteps = 24; // beyond which less is known than is asked for
    const int season = seasonOf(spec, train);
    const qint64 fewest = std::max(8, std::min(horizon, 3 * std::max(season, fewSteps)));
    const auto [low, high] = std::minmax_element(train.values.begin(), train.values.end());
    if (*low == *high && train.size() > 1)
        return {members({"naive"}), Loss::Mae, *low == 0 ? CombinationMembersText::tr("Nothing but zeros: so it goes on.")
                                                         : CombinationMembersText::tr("All values are equal: repeats them.")};
    if (train.size() < fewest)
        return forShort(train.size(), season);
    if (const qint64 steps = endedFor(train.values); steps > 0)
        return {members({"naive"}), Loss::Mae, CombinationMembersText::tr("No demand for %n steps, far longer than ever before: taken to be over.", nullptr, int(steps))};
    const DemandPattern pattern = demandPattern(train.values);
    if (pattern.interval >= seldomInterval)
        return forSeldom(pattern, *low < 0);
    const int longest = longestSeasonOf(spec, train);
    if (longest > season)
        return forTwoSeasons(train, season, longest);
    const bool isSeldomSeen = season >= longSeason && train.size() > season && train.size() < 3 * season;
    return isSeldomSeen && 4 * horizon > season ? forFewSeasons(season) : forOneSeason(train, season);
}

std::unique_ptr<Forecaster> makeMember(const CombinationMember &member, const ModelSpec &spec)
{
    ModelSpec own = spec;
    own.model = member.model;
    if (member.season > 0)
        own.season = member.season;
    for (const Maker &maker : makers)
        if (member.model == QLatin1String(maker.model))
            return maker.make(own);
    return nullptr;
}

QStringList possibleMembers()
{
    QStringList names;
    for (const Maker &maker : makers)
        names << QLatin1String(maker.model);
    return names;
}

} // namespace foretrail
