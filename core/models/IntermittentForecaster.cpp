#include "core/models/IntermittentForecaster.h"

#include "core/models/DemandMethods.h"
#include "core/models/DemandPattern.h"
#include "core/models/Intervals.h"
#include "core/models/StateReader.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct IntermittentText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::IntermittentForecaster)
};

struct DemandSmoothing {
    double size = 0.1;        ///< of sizes and intervals, or of the level
    double probability = 0.1; ///< TSB alone
};

/// Why there is nothing to smooth.
enum class DemandLack { Nothing, NoDemand, OneDemand, Constant };

DemandLack lackOf(Values values, const DemandPattern &pattern)
{
    if (pattern.demands == 0)
        return DemandLack::NoDemand;
    if (pattern.demands == 1)
        return DemandLack::OneDemand;
    const bool isConstant = std::all_of(values.begin(), values.end(), [&](double value) { return value == values.front(); });
    return isConstant ? DemandLack::Constant : DemandLack::Nothing;
}

/// From 0.05 to 0.30; or what the spec says.
std::vector<double> smoothingsToTry(double asked, int count)
{
    if (asked >= 0)
        return {asked};
    std::vector<double> tried;
    for (int i = 0; i < count; ++i)
        tried.push_back(0.05 + 0.25 * i / (count - 1));
    return tried;
}

/// The steps that are predicted from at least one observation.
double squaredErrorsOf(Values values, const std::vector<double> &rate)
{
    double sum = 0;
    for (size_t t = 1; t < values.size(); ++t)
        sum += (values[t] - rate[t]) * (values[t] - rate[t]);
    return sum;
}

/// What the five have in common; the methods themselves are in DemandMethods.
class IntermittentForecaster : public Forecaster {
public:
    explicit IntermittentForecaster(const ModelSpec &spec) : m_spec(spec) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (job.stopRequested())
            return fail(Error::cancelled());
        if (const auto checked = checkHistory(train, 2); !checked)
            return checked;
        m_pattern = demandPattern(train.values);
        m_lack = lackOf(train.values, m_pattern);
        m_start = demandStart(train.values);
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        const qint64 interval = qint64(std::round(m_pattern.interval));
        m_block = int(std::clamp<qint64>(interval, 1, std::max<qint64>(train.size() / 2, 1)));
        if (m_lack == DemandLack::Nothing)
            chooseSmoothing(train.values);
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, 1, horizon, levels); !checked)
            return fail(checked.error());
        const double rate = raised(ratesOf(history.values).back());
        const std::vector<double> sizes = demandSizes(history.values);
        Forecast forecast{std::vector<double>(size_t(horizon), rate), {}};
        for (double level : levels) {
            const DemandRange range = demandRange(level, rate, sizes, history.size());
            forecast.bands.push_back({level, std::vector<double>(size_t(horizon), raised(range.low)),
                                      std::vector<double>(size_t(horizon), raised(range.high))});
        }
        return forecast;
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &) const override
    {
        const Result<Forecast> whole = forecast(history, horizon, {});
        if (!whole)
            return fail(whole.error());
        ForecastParts parts(horizon);
        parts.of(PartKind::Level) = whole->mean; // the rate of now goes on
        return parts;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        std::vector<double> predicted = ratesOf(series.values);
        predicted.pop_back();
        return predicted;
    }

    Result<SavedModel> save() const override
    {
        return SavedModel{{{QStringLiteral("smoothing"), m_smoothing.size}, {QStringLiteral("probabilitySmoothing"), m_smoothing.probability},
                           {QStringLiteral("block"), m_block}, {QStringLiteral("lack"), int(m_lack)},
                           {QStringLiteral("startSize"), m_start.size}, {QStringLiteral("startProbability"), m_start.probability},
                           {QStringLiteral("length"), double(m_pattern.length)}, {QStringLiteral("demands"), double(m_pattern.demands)},
                           {QStringLiteral("interval"), m_pattern.interval},
                           {QStringLiteral("squaredVariation"), m_pattern.squaredVariation},
                           {QStringLiteral("nonNegative"), m_isNonNegative}}, {}};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        constexpr int largest = std::numeric_limits<int>::max();
        StateReader state(saved.state);
        m_smoothing = {state.number("smoothing"), state.number("probabilitySmoothing")};
        m_block = state.integer("block", 1, largest);
        m_lack = DemandLack(state.integer("lack", 0, int(DemandLack::Constant)));
        m_start = {state.number("startSize"), state.number("startProbability")};
        m_pattern.length = state.integer("length", 1, largest);
        m_pattern.demands = state.integer("demands", 0, largest);
        m_pattern.interval = state.number("interval");
        m_pattern.squaredVariation = state.number("squaredVariation");
        m_isNonNegative = state.boolean("nonNegative");
        return state.outcome();
    }

    QString explanation() const override
    {
        const QString length = QLocale().toString(m_pattern.length);
        switch (m_lack) {
        case DemandLack::NoDemand: return IntermittentText::tr("No demand in %1 observations: zero.").arg(length);
        case DemandLack::OneDemand: return IntermittentText::tr("One demand in %1 observations: their mean, for want of a second.").arg(length);
        case DemandLack::Constant: return IntermittentText::tr("The same in all %1 observations, repeated.").arg(length);
        case DemandLack::Nothing: break;
        }
        return QStringLiteral("%1 %2").arg(method(), m_pattern.sentence());
    }

protected:
    virtual std::vector<double> rates(Values values, const DemandSmoothing &smoothing) const = 0;
    /// One sentence: the method and its smoothing.
    virtual QString method() const = 0;
    virtual bool smoothsProbability() const { return false; }

    static QString shown(double smoothing) { return QLocale().toString(smoothing, 'g', 3); }

    const ModelSpec m_spec;
    DemandSmoothing m_smoothing;
    DemandPattern m_pattern;
    DemandStart m_start;
    int m_block = 1; ///< steps

private:
    std::vector<double> ratesOf(Values values) const
    {
        return m_lack == DemandLack::Nothing ? rates(values, m_smoothing) : runningMeans(values);
    }

    double raised(double value) const { return m_isNonNegative ? std::max(value, 0.0) : value; }

    void chooseSmoothing(Values values)
    {
        const int count = smoothsProbability() ? 6 : 26;
        const std::vector<double> probabilities = smoothsProbability() ? smoothingsToTry(m_spec.probabilitySmoothing, count)
                                                                       : std::vector<double>{m_smoothing.probability};
        double smallest = std::numeric_limits<double>::infinity();
        for (double size : smoothingsToTry(m_spec.smoothing, count)) {
            for (double probability : probabilities) {
                const double squared = squaredErrorsOf(values, rates(values, {size, probability}));
                if (squared < smallest) {
                    smallest = squared;
                    m_smoothing = {size, probability};
                }
            }
        }
    }

    DemandLack m_lack = DemandLack::Nothing;
    bool m_isNonNegative = false;
};

class Croston : public IntermittentForecaster {
public:
    using IntermittentForecaster::IntermittentForecaster;

protected:
    std::vector<double> rates(Values values, const DemandSmoothing &smoothing) const override { return crostonRates(values, smoothing.size); }
    QString method() const override { return IntermittentText::tr("Croston's method with smoothing %1.").arg(shown(m_smoothing.size)); }
};

class SyntetosBoylan : public IntermittentForecaster {
public:
    using IntermittentForecaster::IntermittentForecaster;

protected:
    std::vector<double> rates(Values values, const DemandSmoothing &smoothing) const override
    {
        std::vector<double> rates = crostonRates(values, smoothing.size);
        for (double &rate : rates)
            rate *= 1 - smoothing.size / 2;
        return rates;
    }
    QString method() const override
    {
        return IntermittentText::tr("The Syntetos-Boylan approximation with smoothing %1.").arg(shown(m_smoothing.size));
    }
};

class TeunterSyntetosBabai : public IntermittentForecaster {
public:
    using IntermittentForecaster::IntermittentForecaster;

protected:
    std::vector<double> rates(Values values, const DemandSmoothing &smoothing) const override
    {
        return tsbRates(values, smoothing.size, smoothing.probability, m_start);
    }
    QString method() const override
    {
        return IntermittentText::tr("The method of Teunter, Syntetos and Babai with smoothing %1 of sizes and %2 of the probability of demand.")
            .arg(shown(m_smoothing.size), shown(m_smoothing.probability));
    }
    bool smoothsProbability() const override { return true; }
};

class Adida : public IntermittentForecaster {
public:
    using IntermittentForecaster::IntermittentForecaster;

protected:
    std::vector<double> rates(Values values, const DemandSmoothing &smoothing) const override
    {
        return adidaRates(values, m_block, smoothing.size);
    }
    QString method() const override
    {
        return IntermittentText::tr("Sums over %1 steps, smoothed with %2.").arg(m_block).arg(shown(m_smoothing.size));
    }
};

class Imapa : public IntermittentForecaster {
public:
    using IntermittentForecaster::IntermittentForecaster;

protected:
    std::vector<double> rates(Values values, const DemandSmoothing &smoothing) const override
    {
        return imapaRates(values, m_block, smoothing.size);
    }
    QString method() const override
    {
        return IntermittentText::tr("Sums over 1 to %1 steps, each smoothed with %2, and the mean of what they say.")
            .arg(m_block).arg(shown(m_smoothing.size));
    }
};

} // namespace

std::unique_ptr<Forecaster> makeCroston(const ModelSpec &spec) { return std::make_unique<Croston>(spec); }
std::unique_ptr<Forecaster> makeSba(const ModelSpec &spec) { return std::make_unique<SyntetosBoylan>(spec); }
std::unique_ptr<Forecaster> makeTsb(const ModelSpec &spec) { return std::make_unique<TeunterSyntetosBabai>(spec); }
std::unique_ptr<Forecaster> makeAdida(const ModelSpec &spec) { return std::make_unique<Adida>(spec); }
std::unique_ptr<Forecaster> makeImapa(const ModelSpec &spec) { return std::make_unique<Imapa>(spec); }

} // namespace foretrail
