#include "core/models/ArContinuation.h"

#include "core/models/ArSearch.h"
#include "core/models/DifferencedAr.h"
#include "core/models/InnerState.h"
#include "core/models/RecursiveLeastSquares.h"
#include "core/models/StateReader.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>

namespace foretrail {

namespace {

struct ArContinuationText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ArContinuation)
};

constexpr double leastDistanceFromUnitRoot = 1e-6; // of the sum of the coefficients, or there is no mean

/// The recursion on (y - centre) / width; its first input is 1, the others the lags.
struct Recursion {
    RecursiveLeastSquares rls;
    double centre = 0;
    double width = 1;

    int order() const { return rls.inputs() - 1; }
    bool has(const Series &series, qint64 t) const
    {
        const Values seen = t < order() ? Values() : Values(series.values).subspan(size_t(t - order()), size_t(order()) + 1);
        return !seen.empty() && std::none_of(seen.begin(), seen.end(), [](double value) { return std::isnan(value); });
    }
    /// The error of one step ahead, on the scale of the series.
    double learn(const Series &series, qint64 t)
    {
        std::vector<double> x{1.0};
        for (qint64 lag = 1; lag <= order(); ++lag)
            x.push_back((series.values[size_t(t - lag)] - centre) / width);
        return rls.learn(x, (series.values[size_t(t)] - centre) / width) * width;
    }
};

bool isDifferenced(const QJsonObject &state) { return state.contains(QStringLiteral("lambda")); }

/// What the lags are of: the values, or their differences on the scale of a DifferencedAr, missing where there are none yet.
Result<Series> laggedOf(const QJsonObject &state, const Series &series)
{
    if (!isDifferenced(state))
        return series;
    StateReader reader(state);
    const DifferencedAr model = DifferencedAr::fromState(state, reader);
    if (const Result<void> read = reader.outcome(); !read)
        return fail(read.error());
    Series lagged = series;
    if (series.size() <= model.differencing.lost())
        return lagged;
    const std::vector<double> changes = model.differencesOf(model.transformed(series.values));
    lagged.values.assign(series.values.size() - changes.size(), missing);
    lagged.values.insert(lagged.values.end(), changes.begin(), changes.end());
    return lagged;
}

/// Changes of changes have no mean: it would bend the forecast.
bool hasMean(const QJsonObject &state)
{
    return !(state[QStringLiteral("seasonDifference")].toInt() > 0 && state[QStringLiteral("firstDifference")].toBool());
}

double widthOf(Values known, double centre)
{
    double squares = 0;
    int count = 0;
    for (const double value : known)
        if (!std::isnan(value)) {
            squares += (value - centre) * (value - centre);
            ++count;
        }
    const double width = count == 0 ? 0 : std::sqrt(squares / count);
    return width > 0 ? width : std::max(std::abs(centre), 1.0);
}

/// The stored coefficients, with what is known of the lags from the observations that they were fitted on.
Recursion begun(const ArFit &fit, const Series &series, qint64 known, double forgetting)
{
    RlsSettings settings;
    settings.forgetting = forgetting;
    Recursion recursion{RecursiveLeastSquares(fit.order() + 1, settings), fit.mean, widthOf(Values(series.values).first(size_t(known)), fit.mean)};
    for (qint64 t = 0; t < known; ++t)
        if (recursion.has(series, t))
            recursion.learn(series, t);
    std::vector<double> coefficients{0.0};
    coefficients.insert(coefficients.end(), fit.coefficients.begin(), fit.coefficients.end());
    recursion.rls.setCoefficients(std::move(coefficients));
    return recursion;
}

/// Where it ended last time; none where that was elsewhere, or with another forgetting.
std::optional<Recursion> goneOn(const QJsonObject &state, const ArFit &fit, const Series &series, qint64 known, double forgetting)
{
    const QJsonObject kept = state[QStringLiteral("recursive")].toObject();
    if (kept.isEmpty() || kept[QStringLiteral("until")].toInteger() != series.timeAt(known))
        return {};
    const auto rls = RecursiveLeastSquares::fromJson(kept[QStringLiteral("squares")].toObject());
    const double width = kept[QStringLiteral("width")].toDouble();
    if (!rls || rls->inputs() != fit.order() + 1 || rls->settings().forgetting != forgetting || !(width > 0))
        return {};
    return Recursion{*rls, kept[QStringLiteral("centre")].toDouble(), width};
}

QJsonObject kept(const Recursion &recursion, const Series &series)
{
    return {{QStringLiteral("squares"), recursion.rls.toJson()}, {QStringLiteral("centre"), recursion.centre}, {QStringLiteral("width"), recursion.width},
            {QStringLiteral("until"), series.timeAt(series.size())}};
}

/// A pole that a few observations pushed past the unit circle is drawn back: coefficient i times share^i moves all poles in by that share.
std::vector<double> drawnIn(std::vector<double> coefficients, double share)
{
    double power = 1;
    for (double &coefficient : coefficients)
        coefficient *= power *= share;
    return coefficients;
}

Result<ArFit> fitOf(const Recursion &recursion, ArFit fit)
{
    const std::vector<double> &theta = recursion.rls.coefficients();
    const std::vector<double> coefficients(theta.begin() + 1, theta.end());
    double left = 1;
    for (const double coefficient : coefficients)
        left -= coefficient;
    fit.mean = recursion.centre + recursion.width * theta.front() / left;
    if (std::abs(left) >= leastDistanceFromUnitRoot && std::isfinite(fit.mean))
        for (const double share : {1.0, 0.999, 0.995, 0.99, 0.98}) {
            fit.coefficients = drawnIn(coefficients, share);
            if (!isExplosive(fit.coefficients))
                return fit;
        }
    return fail(ErrorCode::Degenerate, ArContinuationText::tr("The coefficients run away when they go on with the new observations. Refit the model instead."));
}

} // namespace

Result<ArContinuation> continuedAr(const SavedModel &saved, const Series &values, qint64 known, double forgetting)
{
    const QJsonObject state = innerState(saved.state);
    const Result<Series> lagged = laggedOf(state, values);
    if (!lagged)
        return fail(lagged.error());
    const Series &series = *lagged;
    StateReader reader(state);
    ArFound found = arFromState(state, reader);
    if (const Result<void> read = reader.outcome(); !read)
        return fail(read.error());
    known = std::max<qint64>(known, 0);
    if (known >= series.size())
        return fail(ErrorCode::TooShort, ArContinuationText::tr("There are no new observations to go on with."));
    ArContinuation done{saved, 0, forgetting, found.fit.mean, found.fit.mean, found.deviation, found.deviation, 0};
    std::optional<Recursion> earlier = goneOn(state, found.fit, series, known, forgetting);
    Recursion recursion = earlier ? std::move(*earlier) : begun(found.fit, series, known, forgetting);
    double variance = found.deviation * found.deviation;
    for (qint64 t = known; t < series.size(); ++t) {
        if (!recursion.has(series, t))
            continue;
        const double error = recursion.learn(series, t);
        variance = forgetting * variance + (1 - forgetting) * error * error;
        ++done.steps;
    }
    Result<ArFit> fit = fitOf(recursion, found.fit);
    if (!fit)
        return fail(fit.error());
    if (!hasMean(state))
        fit->mean = found.fit.mean;
    for (int i = 0; i < fit->order(); ++i)
        done.largestMove = std::max(done.largestMove, std::abs(fit->coefficients[size_t(i)] - found.fit.coefficients[size_t(i)]));
    found.fit = *fit;
    found.deviation = done.deviationAfter = std::sqrt(variance);
    done.meanAfter = fit->mean;
    QJsonObject after = state;
    arToState(found, after);
    if (!isDifferenced(state))
        after[QStringLiteral("constant")] = state[QStringLiteral("constant")].toBool() && done.meanAfter == done.meanBefore;
    after[QStringLiteral("recursive")] = kept(recursion, series);
    done.saved.state = withInnerState(saved.state, after);
    return done;
}

} // namespace foretrail
