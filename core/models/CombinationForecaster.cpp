#include "core/models/CombinationForecaster.h"

#include "core/models/ClosedPhases.h"
#include "core/models/CombinationMembers.h"
#include "core/models/CombinationWeights.h"
#include "core/models/ErrorSpread.h"
#include "core/models/Intervals.h"
#include "core/models/OriginTrials.h"
#include "core/models/Panel.h"
#include "core/models/StateReader.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct CombinationForecasterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::CombinationForecaster)
};

constexpr double negligible = 0.02; ///< a member of less weight is left out

struct Member {
    CombinationMember which;
    double weight = 0;
    std::unique_ptr<Forecaster> model;
};

/// What each candidate missed at each origin; candidates that fail at one are no longer there.
struct Trials {
    std::vector<CombinationMember> members;
    TrialErrors errors;                               ///< by member, origin, step
    std::vector<std::vector<double>> actual;          ///< by origin, step
};

bool isPositive(Values values) { return *std::min_element(values.begin(), values.end()) > 0; }

/// Misses as shares of what was forecast, which counts as `least` at least.
OriginErrors sharesOf(OriginErrors misses, const std::vector<std::vector<double>> &actual, double least)
{
    for (size_t k = 0; k < misses.size(); ++k)
        for (size_t h = 0; h < misses[k].size(); ++h)
            misses[k][h] /= std::max(std::abs(actual[k][h] - misses[k][h]), least);
    return misses;
}

/// A tenth of the usual size of values, all of which are above zero; 0 where misses are not taken as shares.
double leastShared(Values values) { return isPositive(values) ? meanOf(values) / 10 : 0.0; }

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

class CombinationForecaster : public Forecaster {
public:
    CombinationForecaster(const ModelSpec &spec, Weighing weighing, const QStringList &names) : m_spec(spec), m_weighing(weighing), m_names(names) {}

    void setRegressors(const Regressors &regressors) override
    {
        m_regressors = regressors;
        for (Member &member : m_members)
            member.model->setRegressors(regressors);
    }

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (const auto checked = checkNames(); !checked)
            return checked;
        if (const auto checked = checkHistory(train, 1); !checked)
            return checked;
        const Candidates candidates = candidatesOf(train, options.horizon);
        m_reason = candidates.reason;
        const auto tried = tryOut(candidates.members, train, options, job);
        if (!tried)
            return fail(tried.error());
        const std::vector<double> weights = combinationWeights(tried->errors, m_weighing, candidates.loss);
        if (const auto done = fitMembers(*tried, weights, train, options, job); !done)
            return done;
        m_origins = int(tried->actual.size());
        m_spread = m_origins > 0 ? spreadOf(*tried, candidates.loss, train, options, job) : ErrorSpread();
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        m_closed = options.isOriginalScale ? ClosedPhases(train, seasonOf(m_spec, train)) : ClosedPhases();
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, 1, horizon, levels); !checked)
            return fail(checked.error());
        const bool hasSpread = m_spread.isValid();
        std::vector<Forecast> parts;
        for (const Member &member : m_members) {
            Result<Forecast> part = member.model->forecast(history, horizon, hasSpread ? std::span<const double>() : levels);
            if (!part)
                return fail(part.error());
            parts.push_back(std::move(*part));
        }
        if (hasSpread)
            holdTogether(parts);
        Forecast result = hasSpread ? m_spread.around(combined(parts, [](const Forecast &part) -> const auto & { return part.mean; }), levels, m_isNonNegative)
                                    : combinedBands(parts, levels);
        m_closed.close(result, history);
        return result;
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &job) const override;

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        std::vector<std::vector<double>> parts;
        for (const Member &member : m_members) {
            Result<std::vector<double>> part = member.model->oneStep(series);
            if (!part)
                return fail(part.error());
            parts.push_back(std::move(*part));
        }
        std::vector<double> predicted = combined(parts, [](const std::vector<double> &part) -> const auto & { return part; });
        for (size_t t = 0; t < predicted.size(); ++t)
            if (m_closed.contains(series, qint64(t)))
                predicted[t] = 0;
        return predicted;
    }

    Result<SavedModel> save() const override;
    Result<void> restore(const SavedModel &saved) override;
    QString explanation() const override;

private:
    Result<void> checkNames() const;
    Result<Trials> tryOut(const std::vector<CombinationMember> &candidates, const Series &train, const FitOptions &options, JobContext &job) const;
    Result<void> fitMembers(const Trials &trials, const std::vector<double> &weights, const Series &train, const FitOptions &options, JobContext &job);
    Candidates candidatesOf(const Series &train, int horizon) const;
    OriginErrors missesOf(const Trials &trials, Loss loss) const;
    ErrorSpread spreadOf(const Trials &trials, Loss loss, const Series &train, const FitOptions &options, JobContext &job) const;
    std::shared_ptr<const PooledScores> scoresBeside(Loss loss, const Series &train, const FitOptions &options, JobContext &job) const;
    ScoresByThird scoresOf(const Series &beside, const FitOptions &options, double &origins, JobContext &job) const;
    void holdTogether(std::vector<Forecast> &parts) const;
    std::vector<std::pair<size_t, double>> sharesAt(const std::vector<Forecast> &forecasts, size_t step) const;
    Forecast combinedBands(const std::vector<Forecast> &parts, std::span<const double> levels) const;

    /// The weighted mean or the median at each step of what `of` takes from each part; parts that say nothing of a step do not count.
    template<class Part, class Of>
    std::vector<double> combined(const std::vector<Part> &parts, Of of) const
    {
        std::vector<double> result;
        for (size_t t = 0; t < of(parts.front()).size(); ++t) {
            double sum = 0, weight = 0;
            std::vector<double> known;
            for (size_t i = 0; i < parts.size(); ++i)
                if (const double value = of(parts[i])[t]; !std::isnan(value)) {
                    sum += m_members[i].weight * value;
                    weight += m_members[i].weight;
                    known.push_back(value);
                }
            result.push_back(known.empty() ? missing : m_weighing == Weighing::Median ? medianOf(std::move(known)) : sum / weight);
        }
        return result;
    }

    const ModelSpec m_spec;
    const Weighing m_weighing;
    const QStringList m_names; ///< the members that were asked for; empty: those that suit
    Regressors m_regressors;
    std::vector<Member> m_members;
    ErrorSpread m_spread; ///< not valid where there was no room for an origin: then the members' own intervals are combined
    ClosedPhases m_closed;
    QString m_reason;
    int m_origins = 0;
    bool m_isNonNegative = false;
};

/// Also where there is no origin to try them at.
Result<void> CombinationForecaster::checkNames() const
{
    for (const QString &name : m_names)
        if (!makeMember({name, 0}, m_spec))
            return fail(ErrorCode::InvalidInput, CombinationForecasterText::tr("%1 cannot be part of a combination. There are: %2.")
                                                     .arg(name, possibleMembers().join(QStringLiteral(", "))));
    return {};
}

Result<Trials> CombinationForecaster::tryOut(const std::vector<CombinationMember> &candidates, const Series &train, const FitOptions &options, JobContext &job) const
{
    const std::vector<int> cuts = trialCuts(train.size(), seasonOf(m_spec, train), std::max(options.horizon, 1));
    Trials trials;
    trials.actual = actualAtOrigins(cuts, train, options.horizon);
    for (const CombinationMember &candidate : candidates) {
        auto forecasts = forecastsAtOrigins([&] { return makeMember(candidate, m_spec); }, cuts, train, options, m_regressors, job);
        if (!forecasts && forecasts.error().isCancelled())
            return fail(forecasts.error());
        if (!forecasts)
            continue;
        std::vector<std::vector<double>> errors = *forecasts;
        for (size_t k = 0; k < errors.size(); ++k)
            for (size_t h = 0; h < errors[k].size(); ++h)
                errors[k][h] = trials.actual[k][h] - errors[k][h];
        trials.members.push_back(candidate);
        trials.errors.push_back(std::move(errors));
    }
    if (trials.members.empty()) // none bears an earlier origin: whether one bears the whole is seen when it is fitted
        return Trials{candidates, TrialErrors(candidates.size()), {}};
    return trials;
}

Result<void> CombinationForecaster::fitMembers(const Trials &trials, const std::vector<double> &weights, const Series &train, const FitOptions &options, JobContext &job)
{
    m_members.clear();
    Error why;
    double sum = 0;
    for (size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] < negligible)
            continue;
        Member member{trials.members[i], weights[i], makeMember(trials.members[i], m_spec)};
        if (!member.model)
            continue;
        member.model->setRegressors(m_regressors);
        if (const auto done = member.model->fit(train, options, job); !done) {
            if (done.error().isCancelled())
                return done;
            why = done.error();
            continue;
        }
        sum += member.weight;
        m_members.push_back(std::move(member));
    }
    if (m_members.empty())
        return fail(why);
    for (Member &member : m_members)
        member.weight /= sum;
    return {};
}

Candidates CombinationForecaster::candidatesOf(const Series &train, int horizon) const
{
    Candidates candidates = candidatesFor(train, m_spec, std::max(horizon, 1));
    if (m_names.isEmpty())
        return candidates;
    candidates.members.clear();
    for (const QString &name : m_names)
        candidates.members.push_back({name, 0});
    return candidates;
}

/// What the combination would have missed by at each origin, weighed by the others.
OriginErrors CombinationForecaster::missesOf(const Trials &trials, Loss loss) const
{
    OriginErrors misses = trials.actual;
    for (size_t k = 0; k < misses.size(); ++k) {
        const std::vector<double> weights = combinationWeights(trials.errors, m_weighing, loss, int(k));
        for (size_t h = 0; h < misses[k].size(); ++h) {
            std::vector<double> errors;
            for (const auto &ofMember : trials.errors)
                errors.push_back(ofMember[k][h]);
            misses[k][h] = m_weighing == Weighing::Median ? medianOf(errors) : std::inner_product(weights.begin(), weights.end(), errors.begin(), 0.0);
        }
    }
    return misses;
}

/// With the quantiles of series like this one where there are enough of them, else with its own.
ErrorSpread CombinationForecaster::spreadOf(const Trials &trials, Loss loss, const Series &train, const FitOptions &options, JobContext &job) const
{
    constexpr int fewestBeside = 8;
    const OriginErrors misses = missesOf(trials, loss);
    const auto pooled = scoresBeside(loss, train, options, job);
    if (!pooled || pooled->series < fewestBeside)
        return ErrorSpread::ofFewOrigins(byStep(misses));
    const double least = options.isOriginalScale ? leastShared(train.values) : 0.0;
    return ErrorSpread::ofPooledScores(byStep(least > 0 ? sharesOf(misses, trials.actual, least) : misses), *pooled, least);
}

std::shared_ptr<const PooledScores> CombinationForecaster::scoresBeside(Loss loss, const Series &train, const FitOptions &options, JobContext &job) const
{
    if (!options.panel || options.panel->size() < 2 || m_spec.intervals == IntervalKind::Model)
        return nullptr;
    const bool isShared = options.isOriginalScale && isPositive(train.values);
    const auto beside = [&](std::vector<double> values) {
        Series series;
        series.axis = train.axis;
        series.values = std::move(values);
        return series;
    };
    const QByteArray settings = QJsonDocument(m_spec.toJson()).toJson(QJsonDocument::Compact);
    const QString name = QStringLiteral("%1 %2 %3 %4 %5").arg(QString::fromUtf8(settings), stepName(train.axis.step)).arg(options.horizon).arg(int(loss)).arg(isShared);
    return options.panel->scores(name, options.panelCut, std::max(options.horizon, 1),
        [&](Values known) {
            const Series series = beside({known.begin(), known.end()});
            return checkHistory(series, 1) && (options.isOriginalScale && isPositive(known)) == isShared && candidatesOf(series, options.horizon).loss == loss;
        },
        [&](const std::vector<double> &known, double &origins) { return scoresOf(beside(known), options, origins, job); });
}

/// None where it fails, or the job was cancelled.
ScoresByThird CombinationForecaster::scoresOf(const Series &beside, const FitOptions &options, double &origins, JobContext &job) const
{
    const Candidates candidates = candidatesOf(beside, options.horizon);
    const auto tried = tryOut(candidates.members, beside, options, job);
    if (!tried || tried->actual.empty())
        return {};
    origins = double(tried->actual.size());
    const OriginErrors misses = missesOf(*tried, candidates.loss);
    const double least = options.isOriginalScale ? leastShared(beside.values) : 0.0;
    return originScores(least > 0 ? sharesOf(misses, tried->actual, least) : misses, std::max(options.horizon, 1));
}

/// After a single large order some members repeat it, which none did at the origins where they were tried. What a member says outside
/// the 80 % interval around the median of all is held at its edge.
void CombinationForecaster::holdTogether(std::vector<Forecast> &parts) const
{
    constexpr double level = 80;
    for (size_t h = 0; h < parts.front().mean.size(); ++h) {
        std::vector<double> said;
        for (const Forecast &part : parts)
            said.push_back(part.mean[h]);
        const double middle = medianOf(std::move(said));
        const double reach = m_spread.radius(int(h) + 1, level, middle);
        for (Forecast &part : parts)
            part.mean[h] = std::clamp(part.mean[h], middle - reach, middle + reach);
    }
}

/// The members that count at a step, each with its weight: of a median the one or two in the middle.
std::vector<std::pair<size_t, double>> CombinationForecaster::sharesAt(const std::vector<Forecast> &forecasts, size_t step) const
{
    std::vector<std::pair<size_t, double>> shares;
    double sum = 0;
    for (size_t i = 0; i < forecasts.size(); ++i) {
        shares.push_back({i, m_members[i].weight});
        sum += m_members[i].weight;
    }
    for (auto &[member, weight] : shares)
        weight /= sum;
    if (m_weighing != Weighing::Median)
        return shares;
    std::stable_sort(shares.begin(), shares.end(), [&](const auto &a, const auto &b) { return forecasts[a.first].mean[step] < forecasts[b.first].mean[step]; });
    const size_t middle = shares.size() / 2;
    if (shares.size() % 2 == 1)
        return {{shares[middle].first, 1.0}};
    return {{shares[middle - 1].first, 0.5}, {shares[middle].first, 0.5}};
}

Result<ForecastParts> CombinationForecaster::explain(const Series &history, int horizon, JobContext &job) const
{
    const Result<Forecast> whole = forecast(history, horizon, {});
    if (!whole)
        return fail(whole.error());
    std::vector<ForecastParts> explained;
    std::vector<Forecast> forecasts;
    for (const Member &member : m_members) {
        Result<ForecastParts> parts = member.model->explain(history, horizon, job);
        if (!parts)
            return parts;
        forecasts.push_back({parts->sum(), {}});
        explained.push_back(std::move(*parts));
    }
    if (m_spread.isValid())
        holdTogether(forecasts);
    ForecastParts result(horizon);
    for (size_t i = 0; i < explained.size(); ++i)
        explained[i].closeOn(forecasts[i].mean);
    for (size_t step = 0; step < size_t(horizon); ++step)
        for (const auto &[member, weight] : sharesAt(forecasts, step))
            result.addAt(explained[member], step, weight);
    result.closeOn(whole->mean);
    return result;
}

Forecast CombinationForecaster::combinedBands(const std::vector<Forecast> &parts, std::span<const double> levels) const
{
    Forecast result;
    result.mean = combined(parts, [](const Forecast &part) -> const auto & { return part.mean; });
    for (const double level : levels) {
        Band band{level, {}, {}};
        band.low = combined(parts, [level](const Forecast &part) -> const auto & { return part.band(level)->low; });
        band.high = combined(parts, [level](const Forecast &part) -> const auto & { return part.band(level)->high; });
        result.bands.push_back(std::move(band));
    }
    return result;
}

Result<SavedModel> CombinationForecaster::save() const
{
    QJsonArray members;
    for (const Member &member : m_members) {
        const auto saved = member.model->save();
        if (!saved)
            return fail(saved.error());
        members.append(QJsonObject{{QStringLiteral("model"), member.which.model}, {QStringLiteral("season"), member.which.season},
                                   {QStringLiteral("weight"), member.weight}, {QStringLiteral("state"), saved->state}});
    }
    QJsonObject state{{QStringLiteral("members"), members}, {QStringLiteral("trials"), m_origins}, {QStringLiteral("nonNegative"), m_isNonNegative},
                      {QStringLiteral("reason"), m_reason}};
    m_spread.toState(state);
    m_closed.toState(state);
    return SavedModel{state, {}};
}

Result<void> CombinationForecaster::restore(const SavedModel &saved)
{
    StateReader state(saved.state);
    m_spread = ErrorSpread::fromState(saved.state, state);
    m_origins = state.integer("trials", 0, 1'000'000);
    m_isNonNegative = state.boolean("nonNegative");
    m_reason = saved.state[QStringLiteral("reason")].toString();
    m_closed = ClosedPhases::fromState(state);
    if (const auto outcome = state.outcome(); !outcome)
        return outcome;
    m_members.clear();
    const QJsonArray members = saved.state[QStringLiteral("members")].toArray();
    for (const QJsonValue &entry : members) {
        Member member{{entry[QStringLiteral("model")].toString(), entry[QStringLiteral("season")].toInt()}, entry[QStringLiteral("weight")].toDouble(missing), {}};
        member.model = makeMember(member.which, m_spec);
        if (!member.model || !(member.weight > 0))
            return fail(ErrorCode::Format, CombinationForecasterText::tr("The stored model is damaged: one of its members is not known. Train it again."));
        member.model->setRegressors(m_regressors);
        if (const auto done = member.model->restore({entry[QStringLiteral("state")].toObject(), {}}); !done)
            return done;
        m_members.push_back(std::move(member));
    }
    if (m_members.empty())
        return fail(ErrorCode::Format, CombinationForecasterText::tr("The stored model is damaged: it has no members. Train it again."));
    return {};
}

QString CombinationForecaster::explanation() const
{
    std::vector<const Member *> byWeight;
    for (const Member &member : m_members)
        byWeight.push_back(&member);
    std::stable_sort(byWeight.begin(), byWeight.end(), [](const Member *a, const Member *b) { return a->weight > b->weight; });
    QStringList shares;
    for (const Member *member : byWeight)
        shares << (m_weighing == Weighing::Median ? member->which.label() : CombinationForecasterText::tr("%1 %2 %").arg(member->which.label(), QLocale().toString(100 * member->weight, 'f', 0)));
    QStringList sentences{m_reason};
    const QString list = shares.join(QStringLiteral(", "));
    if (m_members.size() == 1)
        sentences << m_members.front().model->explanation();
    else if (m_weighing == Weighing::Median)
        sentences << CombinationForecasterText::tr("The median of %n models: %1.", nullptr, int(m_members.size())).arg(list);
    else if (m_origins == 0)
        sentences << CombinationForecasterText::tr("Too short to try them at earlier origins, so alike: %1.").arg(list);
    else if (m_weighing == Weighing::Equal)
        sentences << CombinationForecasterText::tr("All alike: %1.").arg(list);
    else
        sentences << CombinationForecasterText::tr("Weighed by what they missed at %n earlier origins: %1.", nullptr, m_origins).arg(list);
    sentences.removeAll({});
    return sentences.join(QLatin1Char(' '));
}

} // namespace

std::unique_ptr<Forecaster> makeAuto(const ModelSpec &spec)
{
    return std::make_unique<CombinationForecaster>(spec, Weighing::Errors, QStringList());
}

std::unique_ptr<Forecaster> makeCombination(const ModelSpec &spec)
{
    return std::make_unique<CombinationForecaster>(spec, spec.weighing, spec.members);
}

} // namespace foretrail
