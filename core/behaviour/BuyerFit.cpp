#include "core/behaviour/BuyerFit.h"

#include "core/behaviour/LikelihoodSearch.h"
#include "core/jobs/ParallelInOrder.h"
#include "core/series/Series.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <span>

namespace foretrail {
namespace {

struct BuyerFitText { Q_DECLARE_TR_FUNCTIONS(foretrail::BuyerFit) };

constexpr size_t groupsTogether = 4096; ///< summed by one worker
constexpr size_t mostToBegin = 512;     ///< groups that stand for all while a good start is looked for
constexpr double gainToBegin = 1e-7;

struct SlopedSum {
    double value = 0;
    BuyerParameters slopes{};
    void add(double count, double more, const BuyerParameters &moreSlopes)
    {
        value += count * more;
        for (size_t i = 0; i < slopes.size(); ++i)
            slopes[i] += count * moreSlopes[i];
    }
};

/// Groups stand in ascending order, so that those with as many repeats share a term.
SlopedSum sumOf(const BuyerModel &model, std::span<const BuyerGroup> groups, const BuyerParameters &parameters)
{
    SlopedSum sum;
    int repeats = -1;
    double shared = 0;
    BuyerParameters sharedSlopes{}, slopes{};
    for (const BuyerGroup &group : groups) {
        if (group.history.repeats != repeats) {
            repeats = group.history.repeats;
            shared = model.sharedTerm(parameters, repeats, sharedSlopes);
        }
        const double own = model.ownTerm(parameters, group.history, slopes);
        for (size_t i = 0; i < slopes.size(); ++i)
            slopes[i] += sharedSlopes[i];
        sum.add(group.count, shared + own, slopes);
    }
    return sum;
}

BuyerParameters exponentials(const std::vector<double> &logs)
{
    BuyerParameters parameters;
    std::transform(logs.begin(), logs.end(), parameters.begin(), [](double log) { return std::exp(log); });
    return parameters;
}

/// What stands for all groups at first: of each stretch of them one with the count of all.
std::vector<BuyerGroup> thinned(const std::vector<BuyerGroup> &groups)
{
    const size_t each = (groups.size() + mostToBegin - 1) / mostToBegin;
    std::vector<BuyerGroup> few;
    for (size_t i = 0; i < groups.size(); i += each) {
        const size_t end = std::min(groups.size(), i + each);
        few.push_back(groups[(i + end - 1) / 2]);
        few.back().count = 0;
        for (size_t j = i; j < end; ++j)
            few.back().count += groups[j].count;
    }
    return few;
}

struct Totals {
    double users = 0, repeatBuyers = 0, repeats = 0, observed = 0;
};

Totals totalsOf(const std::vector<BuyerGroup> &groups)
{
    Totals totals;
    for (const BuyerGroup &group : groups) {
        totals.users += group.count;
        totals.repeatBuyers += group.history.repeats > 0 ? group.count : 0;
        totals.repeats += group.count * group.history.repeats;
        totals.observed += group.count * group.history.observed;
    }
    return totals;
}

Result<void> checkEvidence(const Totals &totals)
{
    const QString needed = BuyerFitText::tr("A model of buyers needs %1 or more who came back.").arg(fewestRepeatBuyers);
    if (totals.users < 1.5)
        return fail(ErrorCode::TooShort, BuyerFitText::tr("One user alone does not tell how users differ.") + u' ' + needed);
    if (totals.repeatBuyers < 0.5)
        return fail(ErrorCode::TooShort, BuyerFitText::tr("No user bought on a second day by then, so nothing tells who stays.") + u' ' + needed);
    if (totals.repeatBuyers < double(fewestRepeatBuyers))
        return fail(ErrorCode::TooShort, BuyerFitText::tr("Only %n user(s) bought on a second day by then.", nullptr, int(totals.repeatBuyers)) + u' ' + needed);
    if (totals.observed <= 0)
        return fail(ErrorCode::Degenerate, BuyerFitText::tr("All users were first seen on the last day: no time has passed yet."));
    return {};
}

/// Starts with rates as they were seen: users alike or not, few or many who leave.
std::vector<std::vector<double>> startsOf(const BuyerModel &model, const Totals &totals)
{
    const double meanTime = totals.observed / totals.users;
    const double rate = totals.repeats / totals.observed;
    const bool isPareto = model.areTimes()[3];
    std::vector<std::vector<double>> starts;
    for (const double shape : {0.4, 2.0})
        for (const double leaving : {0.3, 2.0})
            starts.push_back({std::log(shape), std::log(shape / rate), std::log(leaving), std::log(isPareto ? leaving * 2 * meanTime : 3 * leaving)});
    return starts;
}

} // namespace

Result<BuyerUnit> buyerUnit(const QString &name)
{
    const std::array<BuyerUnit, 3> units{BuyerUnit{QStringLiteral("day"), 1}, {QStringLiteral("week"), 7}, {QStringLiteral("month"), 30.4375}};
    for (const BuyerUnit &unit : units)
        if (name == unit.name || name == unit.name + u's')
            return unit;
    return fail(ErrorCode::InvalidInput, BuyerFitText::tr("\"%1\" is no unit of time of a model of buyers. Choose day, week or month.").arg(name));
}

BuyerHistory buyerHistory(const PurchaseHistory &purchases, DayNumber calibrationEnd, const BuyerUnit &unit)
{
    return {purchases.repeats, double(purchases.lastDay - purchases.firstDay) / unit.days, double(calibrationEnd - purchases.firstDay) / unit.days};
}

std::vector<BuyerGroup> buyerGroups(const PurchaseHistories &histories, const BuyerUnit &unit)
{
    std::vector<BuyerHistory> all;
    all.reserve(histories.users.size());
    for (const PurchaseHistory &user : histories.users)
        all.push_back(buyerHistory(user, histories.calibrationEnd, unit));
    return buyerGroups(std::move(all));
}

std::vector<BuyerGroup> buyerGroups(std::vector<BuyerHistory> histories)
{
    std::sort(histories.begin(), histories.end());
    std::vector<BuyerGroup> groups;
    for (const BuyerHistory &history : histories) {
        if (groups.empty() || groups.back().history != history)
            groups.push_back({history, 0});
        groups.back().count += 1;
    }
    return groups;
}

double logLikelihoodOf(const BuyerModel &model, const std::vector<BuyerGroup> &groups, const BuyerParameters &parameters, int workers,
                       BuyerParameters &slopes)
{
    const qint64 pieces = qint64((groups.size() + groupsTogether - 1) / groupsTogether);
    SlopedSum all;
    JobContext unstopped; // a sum is short, and half of one is none
    const Result<void> done = parallelInOrder(pieces, workers, unstopped, [&](qint64 piece) -> Result<OrderedWork> {
        return OrderedWork([&, piece]() -> Result<OrderedKeep> {
            const size_t first = size_t(piece) * groupsTogether;
            const std::span<const BuyerGroup> part(groups.data() + first, std::min(groupsTogether, groups.size() - first));
            return OrderedKeep([&all, sum = sumOf(model, part, parameters)]() -> Result<void> {
                all.add(1, sum.value, sum.slopes);
                return {};
            });
        });
    });
    slopes = all.slopes;
    return done ? all.value : std::nan("");
}

Result<BuyerFit> fitBuyers(const BuyerModel &model, const std::vector<BuyerGroup> &groups, const BuyerUnit &unit, int workers, JobContext &job)
{
    const Totals totals = totalsOf(groups);
    if (const Result<void> enough = checkEvidence(totals); !enough)
        return fail(enough.error());
    const auto likelihoodOf = [&](const std::vector<BuyerGroup> &of) -> SlopedLikelihood {
        return [&model, &of, workers](const std::vector<double> &point, std::vector<double> &slopes) {
            BuyerParameters sums;
            const double value = logLikelihoodOf(model, of, exponentials(point), workers, sums);
            slopes.assign(sums.begin(), sums.end());
            return value;
        };
    };
    const std::vector<std::vector<double>> starts = startsOf(model, totals);
    const SearchBox roughly{starts.front(), 12, gainToBegin};
    const std::vector<BuyerGroup> few = thinned(groups);
    std::optional<LikelihoodPeak> best;
    for (size_t i = 0; i < starts.size(); ++i) {
        job.report(qint64(i), qint64(starts.size()) + 1, BuyerFitText::tr("Learning how users come back"));
        const Result<LikelihoodPeak> peak = climb(likelihoodOf(few), roughly, starts[i], {}, job);
        if (!peak)
            return fail(peak.error());
        if (!best || peak->value > best->value)
            best = *peak;
    }
    addCurvature(likelihoodOf(few), *best);
    Result<LikelihoodPeak> peak = climb(likelihoodOf(groups), {starts.front(), 12}, best->point, best->covariance, job);
    if (!peak)
        return fail(peak.error());
    addCurvature(likelihoodOf(groups), *peak);
    return BuyerFit{model.name(), unit, exponentials(peak->point), peak->covariance, peak->open, peak->value,
                    qint64(std::llround(totals.users)), qint64(std::llround(totals.repeatBuyers))};
}

double BuyerFit::variance(const BuyerParameters &slopes) const
{
    if (covariance.empty() || !isFixedAlong(slopes, open))
        return missing;
    double sum = 0;
    for (size_t i = 0; i < slopes.size(); ++i)
        for (size_t j = 0; j < slopes.size(); ++j)
            sum += slopes[i] * covariance[i * slopes.size() + j] * slopes[j];
    return std::max(0.0, sum);
}

QJsonObject BuyerFit::parametersJson() const
{
    QJsonObject json;
    if (const auto known = buyerModel(model))
        for (size_t i = 0; i < parameters.size(); ++i)
            json.insert((*known)->parameterNames().at(qsizetype(i)), parameters[i]);
    return json;
}

} // namespace foretrail
