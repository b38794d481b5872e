#include "core/models/Baselines.h"

#include "core/models/Autoregression.h"
#include "core/models/Intervals.h"
#include "core/models/StateReader.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct BaselinesText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Baselines)
};

/// What the five have in common: one number to fit at most, and the spread of the one-step errors.
class Baseline : public Forecaster {
public:
    explicit Baseline(const ModelSpec &spec) : m_spec(spec) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (job.stopRequested())
            return fail(Error::cancelled());
        prepare(train);
        if (const auto checked = checkHistory(train, fewestToFit()); !checked)
            return checked;
        m_length = train.size();
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        estimate(train.values);
        double squared = 0;
        qint64 count = 0;
        for (qint64 t = lag(); t < train.size(); ++t, ++count) {
            const double error = train.values[size_t(t)] - next(Values(train.values).first(size_t(t)));
            squared += error * error;
        }
        // One observation says nothing of how far the next may be away: as far as it is from zero.
        m_deviation = count > 0 ? std::sqrt(squared / double(std::max<qint64>(count - freeParameters(), 1))) : std::abs(train.values.back());
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, std::max<qint64>(lag(), 1), horizon, levels); !checked)
            return fail(checked.error());
        std::vector<double> path = history.values;
        std::vector<double> deviation;
        for (int h = 1; h <= horizon; ++h) {
            path.push_back(next(path));
            deviation.push_back(m_deviation * widening(h));
        }
        path.erase(path.begin(), path.begin() + history.size());
        return normalForecast(std::move(path), deviation, levels, m_isNonNegative);
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &) const override
    {
        const Result<Forecast> whole = forecast(history, horizon, {});
        if (!whole)
            return fail(whole.error());
        ForecastParts parts(horizon);
        takeApart(history.values, parts);
        parts.closeOn(whole->mean);
        return parts;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        std::vector<double> predicted(series.values.size(), missing);
        for (qint64 t = lag(); t < series.size(); ++t)
            predicted[size_t(t)] = next(Values(series.values).first(size_t(t)));
        return predicted;
    }

    Result<SavedModel> save() const override
    {
        return SavedModel{{{QStringLiteral("reach"), m_reach}, {QStringLiteral("parameter"), m_parameter},
                           {QStringLiteral("deviation"), m_deviation}, {QStringLiteral("length"), m_length},
                           {QStringLiteral("nonNegative"), m_isNonNegative}}, {}};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        StateReader state(saved.state);
        m_reach = state.integer("reach", 1, 1'000'000);
        m_parameter = state.number("parameter");
        m_deviation = state.number("deviation");
        m_length = state.integer("length", 1, std::numeric_limits<int>::max());
        m_isNonNegative = state.boolean("nonNegative");
        return state.outcome();
    }

protected:
    /// Chooses m_reach: how many of the last values `next` looks at.
    virtual void prepare(const Series &) { m_reach = 1; }
    virtual void estimate(Values) {}
    /// The value after `past`, which has at least lag() values.
    virtual double next(Values past) const = 0;
    /// Deviation h steps ahead over that of one step.
    virtual double widening(int h) const = 0;
    /// What the path ahead of `past` is made of, before limits.
    virtual void takeApart(Values past, ForecastParts &parts) const = 0;
    virtual qint64 lag() const { return m_reach; }
    virtual qint64 fewestToFit() const { return m_reach + 1; }
    virtual int freeParameters() const { return 0; }

    const ModelSpec m_spec;
    int m_reach = 1;
    double m_parameter = 0; ///< the slope or the mean; 0 where nothing is fitted
    double m_deviation = 0;
    qint64 m_length = 1;
    bool m_isNonNegative = false;
};

class Naive : public Baseline {
public:
    using Baseline::Baseline;
    QString explanation() const override
    {
        return m_length == 1 ? BaselinesText::tr("The only value, repeated; how far the next may be away is a guess: its own size.") : BaselinesText::tr("The last value, repeated.");
    }

protected:
    double next(Values past) const override { return past.back(); }
    void takeApart(Values past, ForecastParts &parts) const override { fillWith(parts.of(PartKind::Level), past.back()); }
    qint64 fewestToFit() const override { return 1; }
    double widening(int h) const override { return std::sqrt(double(h)); }
};

class SeasonalNaive : public Baseline {
public:
    using Baseline::Baseline;
    QString explanation() const override { return BaselinesText::tr("The value %1 steps before.").arg(m_reach); }

protected:
    void prepare(const Series &train) override { m_reach = seasonOf(m_spec, train); }
    double next(Values past) const override { return past[past.size() - size_t(m_reach)]; }
    void takeApart(Values past, ForecastParts &parts) const override { addLastSeason(past, m_reach, parts); }
    double widening(int h) const override
    {
        const int timesRepeated = (h - 1) / m_reach + 1;
        return std::sqrt(double(timesRepeated));
    }
};

class Drift : public Baseline {
public:
    using Baseline::Baseline;
    QString explanation() const override
    {
        return BaselinesText::tr("The last value, moved by %1 a step.").arg(QLocale().toString(m_parameter, 'g', 4));
    }

protected:
    void estimate(Values values) override
    {
        m_parameter = (values.back() - values.front()) / double(values.size() - 1);
    }
    double next(Values past) const override { return past.back() + m_parameter; }
    void takeApart(Values past, ForecastParts &parts) const override
    {
        fillWith(parts.of(PartKind::Level), past.back());
        std::vector<double> &trend = parts.of(PartKind::Trend);
        for (size_t h = 0; h < trend.size(); ++h)
            trend[h] = double(h + 1) * m_parameter;
    }
    double widening(int h) const override { return std::sqrt(h * (1.0 + h / double(std::max<qint64>(m_length - 1, 1)))); }
    qint64 fewestToFit() const override { return 3; }
    int freeParameters() const override { return 1; }
};

class Mean : public Baseline {
public:
    using Baseline::Baseline;
    QString explanation() const override
    {
        return BaselinesText::tr("The mean of %1 observations.").arg(QLocale().toString(m_length));
    }

protected:
    void estimate(Values values) override { m_parameter = meanOf(values); }
    double next(Values) const override { return m_parameter; }
    void takeApart(Values, ForecastParts &parts) const override { fillWith(parts.of(PartKind::Level), m_parameter); }
    double widening(int) const override { return std::sqrt(1.0 + 1.0 / double(m_length)); }
    qint64 lag() const override { return 0; }
    qint64 fewestToFit() const override { return 2; }
    int freeParameters() const override { return 1; }
};

class MovingAverage : public Baseline {
public:
    using Baseline::Baseline;
    QString explanation() const override { return BaselinesText::tr("The mean of the last %1 values.").arg(m_reach); }

protected:
    void prepare(const Series &train) override
    {
        m_reach = int(std::clamp<qint64>(m_spec.lookback, 1, std::max<qint64>(train.size() - 2, 1)));
    }
    double next(Values past) const override { return meanOf(past.last(size_t(m_reach))); }
    void takeApart(Values past, ForecastParts &parts) const override
    {
        const double level = meanOf(past.last(size_t(m_reach)));
        fillWith(parts.of(PartKind::Level), level);
        addLags(parts, PartKind::Lag, past, level, std::vector<double>(size_t(m_reach), 1.0 / m_reach));
    }
    qint64 fewestToFit() const override { return std::max(m_reach + 1, 3); }
    // An autoregression with m_reach equal coefficients: the root of the summed squares of its psi weights.
    double widening(int h) const override
    {
        std::vector<double> psi{1.0};
        while (int(psi.size()) < h)
            psi.push_back(std::accumulate(psi.end() - std::min(m_reach, int(psi.size())), psi.end(), 0.0) / m_reach);
        return std::sqrt(std::inner_product(psi.begin(), psi.end(), psi.begin(), 0.0));
    }
};

} // namespace

std::unique_ptr<Forecaster> makeNaive(const ModelSpec &spec) { return std::make_unique<Naive>(spec); }
std::unique_ptr<Forecaster> makeSeasonalNaive(const ModelSpec &spec) { return std::make_unique<SeasonalNaive>(spec); }
std::unique_ptr<Forecaster> makeDrift(const ModelSpec &spec) { return std::make_unique<Drift>(spec); }
std::unique_ptr<Forecaster> makeMean(const ModelSpec &spec) { return std::make_unique<Mean>(spec); }
std::unique_ptr<Forecaster> makeMovingAverage(const ModelSpec &spec) { return std::make_unique<MovingAverage>(spec); }

} // namespace foretrail
