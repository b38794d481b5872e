#include "core/models/ArFourierForecaster.h"

#include "core/models/ClosedPhases.h"
#include "core/models/HarmonicRegression.h"
#include "core/models/Intervals.h"
#include "core/models/KnownColumns.h"
#include "core/models/StateReader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct ArFourierForecasterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ArFourierForecaster)
};

constexpr qint64 fewestObservations = 8;
constexpr int hoursOfWeek = 168;
constexpr double daysOfYear = 365.25;

HarmonicChoice choiceFor(const ModelSpec &spec, const Series &train)
{
    const qint64 n = train.size();
    const int season = seasonOf(spec, train);
    HarmonicChoice choice;
    choice.season = season;
    choice.arOrder = spec.arOrder;
    choice.maxArOrder = int(std::min<qint64>(spec.maxArOrder > 0 ? spec.maxArOrder : usualMaxArOrder(n, season),
                                             n / 4));
    // Terms take a third of the rows at most; an intercept and a trend are among them.
    const int mostPairs = int(std::max<qint64>((n - 1) / 3 - 2, 0) / 2);
    if (n >= 2 * qint64(season) && spec.fourierPairs >= 0)
        choice.pairs = {std::min({spec.fourierPairs, season / 2, mostPairs})};
    else if (n >= 2 * qint64(season))
        for (int pairs : {1, 2, 3, 4, 5, 6, 8, 10, 12, 16})
            if (2 * pairs <= season)
                choice.pairs.push_back(pairs);
    const bool isDaily = season == 7 && (train.axis.step == Step::Day || !train.axis.hasCalendar());
    if (season == 24 && n >= 3 * hoursOfWeek) {
        choice.longSeason = hoursOfWeek;
        choice.longPairs = {0, 5, 10, 20, 40};
    } else if (isDaily && double(n) >= 2 * daysOfYear) {
        choice.longSeason = daysOfYear;
        choice.longPairs = {0, 1, 2, 3, 4, 6, 8, 10};
    }
    return choice;
}

class ArFourierForecaster : public Forecaster {
public:
    explicit ArFourierForecaster(const ModelSpec &spec) : m_spec(spec) {}

    void setRegressors(const Regressors &regressors) override { m_columns.setRegressors(regressors); }

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const qint64 needed = std::max<qint64>(fewestObservations, 2 * qint64(m_spec.arOrder) + 3);
        if (const auto checked = checkHistory(train, needed); !checked)
            return checked;
        const auto [low, high] = std::minmax_element(train.values.begin(), train.values.end());
        m_isNonNegative = options.isOriginalScale && *low >= 0;
        m_isLog = options.isOriginalScale && *low > 0;
        m_smallest = m_isLog ? *low : 0;
        m_axis = train.axis;
        m_closed = ClosedPhases(train, seasonOf(m_spec, train));
        const std::vector<double> z = transformed(train);
        m_isConstant = *low == *high;
        if (m_isConstant) {
            m_fit = {{}, {z.front()}, {}, 0};
        } else {
            m_columns.learn(train);
            HarmonicChoice choice = choiceFor(m_spec, train);
            choice.columns = m_columns.over(train);
            m_fit = fitHarmonics(z, choice);
        }
        m_leftOut = m_fit.columnBeta.empty() ? m_columns.count() : 0;
        if (m_fit.columnBeta.empty())
            m_columns.restore({});
        const qint64 rows = train.size() - 1;
        const auto parameters = qint64(m_fit.errors.coefficients.size() + m_fit.beta.size() + m_fit.columnBeta.size());
        m_deviation = std::sqrt(m_fit.errors.variance * double(rows) / double(std::max<qint64>(rows - parameters, 1)));
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        const qint64 needed = std::max(m_fit.errors.order() + differences(), 1);
        if (const auto checked = checkRequest(history, needed, horizon, levels); !checked)
            return fail(checked.error());
        if (const auto known = m_columns.check(); !known)
            return fail(known.error());
        const std::vector<double> z = transformed(history);
        std::vector<double> mean = arContinue(errorsOf(history, z), m_fit.errors.coefficients, horizon);
        double last = z.back();
        for (int h = 0; h < horizon; ++h) {
            double &value = mean[size_t(h)];
            value += levelAt(history, history.size() + h);
            if (m_fit.terms.isDifferenced)
                last = value += last;
        }
        Forecast result = normalForecast(std::move(mean), deviations(horizon), levels, m_isNonNegative && !m_isLog);
        if (m_isLog)
            leaveLogarithms(result);
        m_closed.close(result, history);
        return result;
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &) const override
    {
        const Result<Forecast> whole = forecast(history, horizon, {});
        if (!whole)
            return fail(whole.error());
        const std::vector<double> z = transformed(history);
        ForecastParts parts(horizon);
        addTerms(history, z, parts);
        const PartKind kind = m_fit.terms.isDifferenced ? PartKind::Change : PartKind::Lag;
        ForecastParts errors(horizon);
        addLags(errors, kind, errorsOf(history, z), 0, m_fit.errors.coefficients);
        for (const Contribution &part : errors.parts())
            addPath(parts.of(part.kind, part.number), part.values);
        if (m_isLog)
            parts.bend([](double value) { return std::min(std::exp(value), std::numeric_limits<double>::max()); });
        parts.closeOn(whole->mean);
        return parts;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        if (const auto known = m_columns.check(); !known)
            return fail(known.error());
        const std::vector<double> z = transformed(series);
        const std::vector<double> errors = errorsOf(series, z);
        std::vector<double> predicted(z.size(), missing);
        for (size_t t = size_t(m_fit.errors.order() + differences()); t < z.size(); ++t) {
            const auto past = Values(errors).first(t - size_t(differences()));
            double value = levelAt(series, qint64(t)) + arNext(past, m_fit.errors.coefficients);
            if (m_fit.terms.isDifferenced)
                value += z[t - 1];
            if (m_closed.contains(series, qint64(t)))
                predicted[t] = 0;
            else
                predicted[t] = m_isLog ? std::exp(value) : m_isNonNegative ? std::max(value, 0.0) : value;
        }
        return predicted;
    }

    Result<SavedModel> save() const override;
    Result<void> restore(const SavedModel &saved) override;
    QString explanation() const override;

private:
    int differences() const { return m_fit.terms.isDifferenced ? 1 : 0; }

    /// Steps since the first observation of the training part, whichever part of the series this is.
    double stepOf(const Series &series, qint64 index) const
    {
        return double(m_axis.indexOf(series.axis.start) + index);
    }

    /// What terms and columns say of a step; of its change when differenced.
    double levelAt(const Series &series, qint64 index) const
    {
        const double before = m_fit.terms.isDifferenced ? m_columns.sumAt(series, index - 1, m_fit.columnBeta) : 0.0;
        return m_fit.level(stepOf(series, index)) + (m_columns.sumAt(series, index, m_fit.columnBeta) - before);
    }

    /// Of levels as they are, of changes their sums so far.
    void addPath(std::vector<double> &to, const std::vector<double> &path) const
    {
        double sum = 0;
        for (size_t h = 0; h < path.size(); ++h)
            to[h] += sum = m_fit.terms.isDifferenced ? sum + path[h] : path[h];
    }

    /// The line counts from the last observation on, so that the level is that of now.
    void addTerms(const Series &history, const std::vector<double> &z, ForecastParts &parts) const
    {
        const auto horizon = size_t(parts.horizon());
        const double now = m_fit.sums(stepOf(history, history.size() - 1)).trend;
        std::vector<double> level(horizon, m_fit.terms.isDifferenced ? z.back() : 0.0), trend(horizon), season(horizon), longSeason(horizon);
        for (size_t h = 0; h < horizon; ++h) {
            const HarmonicSums sums = m_fit.sums(stepOf(history, history.size() + qint64(h)));
            level[h] += m_fit.terms.isDifferenced ? 0.0 : sums.level + now;
            trend[h] = sums.trend - now;
            season[h] = sums.season;
            longSeason[h] = sums.longSeason;
        }
        parts.of(PartKind::Level) = level;
        if (m_fit.terms.hasTrend && !m_fit.terms.isDifferenced)
            parts.of(PartKind::Trend) = trend;
        if (m_fit.terms.pairs > 0)
            addPath(parts.of(PartKind::Season, m_fit.terms.season), season);
        if (m_fit.terms.longPairs > 0)
            addPath(parts.of(PartKind::Season, int(std::lround(m_fit.terms.longSeason))), longSeason);
        for (int column = 0; column < m_columns.count(); ++column) {
            std::vector<double> &values = parts.of(PartKind::Column, 0, m_columns.nameOf(column));
            const double before = m_fit.terms.isDifferenced ? m_columns.at(column, history, history.size() - 1) : 0.0;
            for (size_t h = 0; h < horizon; ++h) // the changes of a column add up to how far it is from the last one
                values[h] += m_fit.columnBeta[size_t(column)] * (m_columns.at(column, history, history.size() + qint64(h)) - before);
        }
    }

    /// Later values at or below zero have no logarithm: half the smallest ever seen stands for them.
    std::vector<double> transformed(const Series &series) const
    {
        std::vector<double> z = series.values;
        if (m_isLog)
            for (double &value : z)
                value = std::log(value > 0 ? value : m_smallest / 2);
        return z;
    }

    /// What the terms leave of each value; of each change after the first value when differenced.
    std::vector<double> errorsOf(const Series &series, const std::vector<double> &z) const
    {
        std::vector<double> errors;
        for (size_t t = size_t(differences()); t < z.size(); ++t) {
            const double value = m_fit.terms.isDifferenced ? z[t] - z[t - 1] : z[t];
            errors.push_back(value - levelAt(series, qint64(t)));
        }
        return errors;
    }

    std::vector<double> deviations(int horizon) const
    {
        std::vector<double> result;
        double squared = 0;
        double sum = 0;
        for (double weight : psiWeights(m_fit.errors.coefficients, horizon)) {
            sum = m_fit.terms.isDifferenced ? sum + weight : weight;
            squared += sum * sum;
            result.push_back(m_deviation * std::sqrt(squared));
        }
        return result;
    }

    const ModelSpec m_spec;
    int m_leftOut = 0;      ///< columns that were offered and not taken; not stored
    KnownColumns m_columns; ///< those of m_fit.columnBeta
    HarmonicFit m_fit;
    TimeAxis m_axis;        ///< of the training part: where the Fourier terms begin
    ClosedPhases m_closed;
    double m_deviation = 0; ///< of one step, on the modelled scale
    double m_smallest = 0;  ///< of the training part, where it is modelled in logarithms
    bool m_isConstant = false; ///< all values of the training part are equal
    bool m_isLog = false;
    bool m_isNonNegative = false;
};

Result<SavedModel> ArFourierForecaster::save() const
{
    const HarmonicTerms &terms = m_fit.terms;
    QJsonObject state{{QStringLiteral("differenced"), terms.isDifferenced}, {QStringLiteral("trend"), terms.hasTrend},
                      {QStringLiteral("season"), terms.season}, {QStringLiteral("pairs"), terms.pairs},
                      {QStringLiteral("longSeason"), terms.longSeason},
                      {QStringLiteral("longPairs"), terms.longPairs},
                      {QStringLiteral("trendLength"), terms.trendLength},
                      {QStringLiteral("beta"), toJsonArray(m_fit.beta)},
                      {QStringLiteral("coefficients"), toJsonArray(m_fit.errors.coefficients)},
                      {QStringLiteral("deviation"), m_deviation}, {QStringLiteral("smallest"), m_smallest},
                      {QStringLiteral("constant"), m_isConstant}, {QStringLiteral("log"), m_isLog}, {QStringLiteral("nonNegative"), m_isNonNegative},
                      {QStringLiteral("columns"), m_columns.toJson()},
                      {QStringLiteral("columnBeta"), toJsonArray(m_fit.columnBeta)}};
    m_closed.toState(state); // and with it the axis
    return SavedModel{state, {}};
}

Result<void> ArFourierForecaster::restore(const SavedModel &saved)
{
    constexpr int largest = 1'000'000;
    StateReader state(saved.state);
    HarmonicFit fit;
    fit.terms = {state.boolean("differenced"), state.boolean("trend"), state.integer("season", 1, largest),
                 state.integer("pairs", 0, largest), state.number("longSeason"),
                 state.integer("longPairs", 0, largest), state.number("trendLength")};
    fit.beta = state.numbers("beta");
    fit.errors.coefficients = state.numbers("coefficients");
    m_deviation = state.number("deviation");
    m_smallest = state.number("smallest");
    m_closed = ClosedPhases::fromState(state);
    m_isConstant = saved.state[QStringLiteral("constant")].toBool(); // models stored before do not say
    m_isLog = state.boolean("log");
    m_isNonNegative = state.boolean("nonNegative");
    // Runs stored before the model took columns have none.
    if (saved.state.contains(QStringLiteral("columnBeta")))
        fit.columnBeta = state.numbers("columnBeta");
    const bool hasColumns = m_columns.restore(saved.state[QStringLiteral("columns")].toArray()) && m_columns.count() == int(fit.columnBeta.size());
    m_axis = state.axis();
    if (const auto outcome = state.outcome(); !outcome)
        return outcome;
    const bool isConsistent = hasColumns && fit.terms.pairs <= fit.terms.season / 2 + 1
                              && (fit.terms.longPairs == 0 || fit.terms.longSeason > 0)
                              && fit.terms.trendLength > 0 && fit.beta.size() == size_t(fit.terms.count());
    if (!isConsistent)
        return fail(ErrorCode::Format, ArFourierForecasterText::tr("The stored model is damaged: its terms and coefficients do not agree. "
                                          "Train it again."));
    m_fit = std::move(fit);
    return {};
}

QString ArFourierForecaster::explanation() const
{
    if (m_isConstant)
        return ArFourierForecasterText::tr("All values are equal: repeats them.");
    const HarmonicTerms &terms = m_fit.terms;
    QStringList parts;
    if (terms.hasTrend)
        parts << ArFourierForecasterText::tr("a trend");
    if (terms.pairs > 0)
        parts << ArFourierForecasterText::tr("%1 Fourier pairs of season %2").arg(terms.pairs).arg(terms.season);
    if (terms.longPairs > 0)
        parts << ArFourierForecasterText::tr("%1 Fourier pairs of season %2").arg(terms.longPairs).arg(terms.longSeason);
    if (m_columns.count() > 0)
        parts << ArFourierForecasterText::tr("%n columns", nullptr, m_columns.count());
    if (!m_closed.isEmpty())
        parts << ArFourierForecasterText::tr("zero at %1 of %2 steps of the season").arg(m_closed.places().size()).arg(m_closed.season());
    parts << ArFourierForecasterText::tr("AR(%1) errors").arg(m_fit.errors.order());
    const QString scale = m_isLog ? (terms.isDifferenced ? ArFourierForecasterText::tr("changes of the logarithm") : ArFourierForecasterText::tr("the logarithm"))
                                  : (terms.isDifferenced ? ArFourierForecasterText::tr("changes") : ArFourierForecasterText::tr("the values"));
    const QString said = ArFourierForecasterText::tr("On %1: %2, chosen by AICc.").arg(scale, parts.join(QStringLiteral(", ")));
    return m_leftOut == 0 ? said : QStringLiteral("%1 %2").arg(said, ArFourierForecasterText::tr("%n columns of the recipe tell nothing and are left out.", nullptr, m_leftOut));
}

} // namespace

std::unique_ptr<Forecaster> makeArFourier(const ModelSpec &spec) { return std::make_unique<ArFourierForecaster>(spec); }

} // namespace foretrail
