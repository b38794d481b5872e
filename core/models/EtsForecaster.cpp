#include "core/models/EtsForecaster.h"

#include "core/models/Autoregression.h"
#include "core/models/EtsFit.h"
#include "core/models/EtsSpread.h"
#include "core/models/Intervals.h"
#include "core/models/SeasonalIndices.h"
#include "core/models/StateReader.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct EtsForecasterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::EtsForecaster)
};

/// Why a form is not what the model's name promises.
enum class EtsFallback { None, Constant, TooShort, NoTrend, NoSeason, NotPositive };

/// What a model's name stands for: the first list with a form that can be fitted gives the best of it.
std::vector<std::vector<EtsForm>> etsFormsOf(const ModelSpec &spec)
{
    constexpr EtsForm level{};
    constexpr EtsForm line{EtsError::Additive, EtsTrend::Additive, EtsSeason::None};
    if (spec.model == u"holt")
        return {{line}, {level}};
    if (spec.model == u"damped")
        return {{{EtsError::Additive, EtsTrend::Damped, EtsSeason::None}}, {level}};
    if (spec.model == u"ets")
        return {automaticEtsForms()};
    if (spec.model != u"holt-winters")
        return {{level}};
    const EtsForm sum{EtsError::Additive, EtsTrend::Additive, EtsSeason::Additive};
    const std::vector<EtsForm> products{{EtsError::Multiplicative, EtsTrend::Additive, EtsSeason::Multiplicative},
                                        {EtsError::Additive, EtsTrend::Additive, EtsSeason::Multiplicative}};
    if (spec.seasonForm == SeasonForm::Additive)
        return {{sum}, {line}, {level}};
    if (spec.seasonForm == SeasonForm::Multiplicative)
        return {products, {sum}, {line}, {level}};
    return {{sum, products[0], products[1]}, {line}, {level}};
}

bool removesSeason(const ModelSpec &spec)
{
    return spec.model != u"ets" && spec.model != u"holt-winters";
}

double meanSize(Values values)
{
    double sum = 0;
    for (double value : values)
        sum += std::abs(value);
    return sum / double(values.size());
}

/// A fit on values / unit as one on the values.
void rescale(EtsFit &fit, double unit)
{
    fit.start.level *= unit;
    fit.start.slope *= unit;
    if (fit.form.season == EtsSeason::Additive)
        for (double &value : fit.start.season)
            value *= unit;
    if (fit.form.error == EtsError::Additive)
        fit.variance *= unit * unit;
}

class EtsForecaster : public Forecaster {
public:
    explicit EtsForecaster(const ModelSpec &spec) : m_spec(spec) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (job.stopRequested())
            return fail(Error::cancelled());
        if (const auto checked = checkHistory(train, 2); !checked)
            return checked;
        m_axis = train.axis;
        m_length = train.size();
        m_season = seasonOf(m_spec, train);
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        m_indices = removesSeason(m_spec) ? indicesToRemove(train.values, m_season, options.isOriginalScale) : SeasonalIndices{};
        m_tried = 0;
        const std::vector<double> values = m_indices.removedFrom(train.values, 0);
        const auto [low, high] = std::minmax_element(train.values.begin(), train.values.end());
        if (*low == *high)
            repeatLast(values, EtsFallback::Constant);
        else
            choose(values, options.isOriginalScale);
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, 1, horizon, levels); !checked)
            return fail(checked.error());
        const qint64 offset = m_axis.indexOf(history.axis.start);
        const std::vector<double> values = m_indices.removedFrom(history.values, offset);
        EtsState state = startFor(values, offset);
        for (double value : values)
            etsObserve(m_fit.form, m_fit.weights, state, value);
        EtsPath path = etsPath(m_fit.form, m_fit.weights, state, horizon);
        std::vector<double> deviation = etsDeviations(m_fit.form, m_fit.weights, path, int(state.season.size()), m_fit.variance);
        for (int h = 0; h < horizon; ++h) {
            const qint64 place = offset + history.size() + h;
            path.mean[size_t(h)] = m_indices.with(path.mean[size_t(h)], place);
            deviation[size_t(h)] *= m_indices.scaleAt(place);
        }
        return normalForecast(std::move(path.mean), deviation, levels, m_isNonNegative);
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &) const override
    {
        const Result<Forecast> whole = forecast(history, horizon, {});
        if (!whole)
            return fail(whole.error());
        const qint64 offset = m_axis.indexOf(history.axis.start);
        const std::vector<double> values = m_indices.removedFrom(history.values, offset);
        EtsState state = startFor(values, offset);
        for (double value : values)
            etsObserve(m_fit.form, m_fit.weights, state, value);
        const EtsPath path = etsPath(m_fit.form, m_fit.weights, state, horizon);
        ForecastParts parts(horizon);
        fillWith(parts.of(PartKind::Level), state.level);
        for (size_t h = 0; h < path.mean.size(); ++h) {
            if (m_fit.form.hasTrend())
                parts.of(PartKind::Trend)[h] = path.base[h] - state.level;
            if (m_fit.form.hasSeason())
                parts.of(PartKind::Season, int(state.season.size()))[h] += path.mean[h] - path.base[h];
            if (m_indices.season() > 0)
                parts.of(PartKind::Season, m_indices.season())[h] += m_indices.with(path.mean[h], offset + history.size() + qint64(h)) - path.mean[h];
        }
        parts.closeOn(whole->mean);
        return parts;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        const qint64 offset = m_axis.indexOf(series.axis.start);
        const std::vector<double> values = m_indices.removedFrom(series.values, offset);
        EtsState state = startFor(values, offset);
        std::vector<double> predicted;
        for (size_t t = 0; t < values.size(); ++t) {
            const double next = m_indices.with(etsNext(m_fit.form, m_fit.weights, state), offset + qint64(t));
            predicted.push_back(m_isNonNegative ? std::max(next, 0.0) : next);
            etsObserve(m_fit.form, m_fit.weights, state, values[t]);
        }
        return predicted;
    }

    Result<SavedModel> save() const override;
    Result<void> restore(const SavedModel &saved) override;
    QString explanation() const override;

private:
    void repeatLast(const std::vector<double> &values, EtsFallback why)
    {
        m_fit = {};
        m_fit.start.level = values.front();
        double squares = 0;
        for (size_t t = 1; t < values.size(); ++t)
            squares += std::pow(values[t] - values[t - 1], 2);
        m_fit.variance = why == EtsFallback::Constant ? 0.0 : squares / double(values.size() - 1);
        m_fallback = why;
    }

    void choose(const std::vector<double> &values, bool isOriginalScale)
    {
        const double unit = std::max(meanSize(values), std::numeric_limits<double>::min());
        std::vector<double> scaled = values;
        for (double &value : scaled)
            value /= unit;
        const auto lists = etsFormsOf(m_spec);
        for (size_t i = 0; i < lists.size(); ++i) {
            std::vector<EtsForm> forms = lists[i];
            std::erase_if(forms, [&](const EtsForm &form) {
                return (form.needsPositive() && !isOriginalScale) || !isAdmissible(form, scaled, m_season);
            });
            auto fit = bestEts(scaled, forms, m_season);
            if (!fit)
                continue;
            m_fit = std::move(*fit);
            rescale(m_fit, unit);
            m_tried = int(forms.size());
            m_fallback = fallbackOf(lists.front());
            return;
        }
        repeatLast(values, EtsFallback::TooShort);
    }

    EtsFallback fallbackOf(const std::vector<EtsForm> &wanted) const
    {
        const auto few = [&](const EtsForm &form) { return m_season > 1 && m_length < std::max<qint64>(2 * qint64(m_season), etsParameters(form, m_season) + 3); };
        const bool isAutomatic = m_spec.model == u"ets";
        const EtsForm least{EtsError::Additive, EtsTrend::None, EtsSeason::Additive};
        if (isAutomatic)
            return few(least) ? EtsFallback::NoSeason : EtsFallback::None;
        if (std::find(wanted.begin(), wanted.end(), m_fit.form) != wanted.end())
            return EtsFallback::None;
        if (m_fit.form.hasSeason())
            return EtsFallback::NotPositive;
        return wanted.front().hasSeason() ? EtsFallback::NoSeason : EtsFallback::NoTrend;
    }

    /// The state before the first of `values`, which lie `offset` steps behind the start of the training part. What begins
    /// elsewhere begins at the level of its first values, with the season and the slope of the training part.
    EtsState startFor(const std::vector<double> &values, qint64 offset) const
    {
        EtsState state = m_fit.start;
        if (offset == 0)
            return state;
        constexpr size_t looked = 10;
        const auto m = qint64(state.season.size());
        if (m > 0)
            state.place = size_t(((qint64(state.place) + offset) % m + m) % m);
        const size_t count = std::min(values.size(), std::max(looked, size_t(m)));
        double sum = 0;
        for (size_t t = 0; t < count; ++t) {
            const double season = m > 0 ? state.season[(state.place + t) % size_t(m)] : 0.0;
            sum += m_fit.form.season == EtsSeason::Multiplicative ? (season != 0 ? values[t] / season : values[t]) : values[t] - season;
        }
        state.level = sum / double(count) - state.slope * double(count + 1) / 2;
        return state;
    }

    QString weightsInWords() const;
    QString fallbackInWords() const;

    const ModelSpec m_spec;
    EtsFit m_fit;
    SeasonalIndices m_indices;  ///< removed before and put back after
    TimeAxis m_axis;            ///< of the training part
    qint64 m_length = 0;        ///< of the training part
    int m_season = 1;
    int m_tried = 0;            ///< forms compared
    EtsFallback m_fallback = EtsFallback::None;
    bool m_isNonNegative = false;
};

Result<SavedModel> EtsForecaster::save() const
{
    const EtsFit &fit = m_fit;
    QJsonObject state{{QStringLiteral("error"), int(fit.form.error)}, {QStringLiteral("trend"), int(fit.form.trend)},
                      {QStringLiteral("seasonal"), int(fit.form.season)}, {QStringLiteral("alpha"), fit.weights.alpha},
                      {QStringLiteral("beta"), fit.weights.beta}, {QStringLiteral("gamma"), fit.weights.gamma},
                      {QStringLiteral("phi"), fit.weights.phi}, {QStringLiteral("level"), fit.start.level},
                      {QStringLiteral("slope"), fit.start.slope}, {QStringLiteral("startSeason"), toJsonArray(fit.start.season)},
                      {QStringLiteral("variance"), fit.variance}, {QStringLiteral("indices"), toJsonArray(m_indices.index)},
                      {QStringLiteral("multiplicativeIndices"), m_indices.isMultiplicative},
                      {QStringLiteral("season"), m_season}, {QStringLiteral("length"), m_length},
                      {QStringLiteral("tried"), m_tried}, {QStringLiteral("fallback"), int(m_fallback)},
                      {QStringLiteral("nonNegative"), m_isNonNegative}};
    axisToState(m_axis, state);
    return SavedModel{state, {}};
}

Result<void> EtsForecaster::restore(const SavedModel &saved)
{
    constexpr int largest = 1'000'000;
    StateReader state(saved.state);
    EtsFit fit;
    fit.form = {EtsError(state.integer("error", 0, 1)), EtsTrend(state.integer("trend", 0, 2)), EtsSeason(state.integer("seasonal", 0, 2))};
    fit.weights = {state.number("alpha"), state.number("beta"), state.number("gamma"), state.number("phi")};
    fit.start.level = state.number("level");
    fit.start.slope = state.number("slope");
    fit.start.season = state.numbers("startSeason");
    fit.variance = state.number("variance");
    SeasonalIndices indices{state.boolean("multiplicativeIndices"), state.numbers("indices")};
    m_season = state.integer("season", 1, largest);
    m_length = state.integer("length", 1, std::numeric_limits<int>::max());
    m_tried = state.integer("tried", 0, 100);
    m_fallback = EtsFallback(state.integer("fallback", 0, int(EtsFallback::NotPositive)));
    m_isNonNegative = state.boolean("nonNegative");
    m_axis = state.axis();
    if (const auto outcome = state.outcome(); !outcome)
        return outcome;
    if (fit.form.hasSeason() == fit.start.season.empty() || !(fit.variance >= 0))
        return fail(ErrorCode::Format, EtsForecasterText::tr("The stored model is damaged: its form and its season do not agree. Train it again."));
    m_fit = std::move(fit);
    m_indices = std::move(indices);
    return {};
}

QString EtsForecaster::weightsInWords() const
{
    const auto part = [](const char *name, double value) {
        return QStringLiteral("%1 %2").arg(QLatin1String(name), QLocale().toString(value, 'g', 3));
    };
    QStringList parts{part("alpha", m_fit.weights.alpha)};
    if (m_fit.form.hasTrend())
        parts << part("beta", m_fit.weights.beta);
    if (m_fit.form.hasSeason())
        parts << part("gamma", m_fit.weights.gamma);
    if (m_fit.form.isDamped())
        parts << part("phi", m_fit.weights.phi);
    return parts.join(QStringLiteral(", "));
}

QString EtsForecaster::fallbackInWords() const
{
    const QString length = QLocale().toString(m_length);
    switch (m_fallback) {
    case EtsFallback::None: return {};
    case EtsFallback::Constant: return EtsForecasterText::tr("All values are equal: repeats them.");
    case EtsFallback::TooShort: return EtsForecasterText::tr("%1 observations are too few for exponential smoothing: repeats the last value.").arg(length);
    case EtsFallback::NoTrend: return EtsForecasterText::tr("%1 observations are too few for a trend.").arg(length);
    case EtsFallback::NoSeason:
        return m_season < 2 ? EtsForecasterText::tr("There is no season to follow.")
                            : EtsForecasterText::tr("%1 observations are too few for a season of %2.").arg(length).arg(m_season);
    case EtsFallback::NotPositive: return EtsForecasterText::tr("Not all values are above zero, so the season is additive.");
    }
    return {};
}

QString EtsForecaster::explanation() const
{
    const QString fallback = fallbackInWords();
    if (m_fallback == EtsFallback::Constant || m_fallback == EtsFallback::TooShort)
        return fallback;
    QStringList sentences;
    if (m_tried > 1)
        sentences << EtsForecasterText::tr("%1 with %2, the least AICc of %n forms.", nullptr, m_tried).arg(m_fit.form.name(), weightsInWords());
    else
        sentences << EtsForecasterText::tr("%1 with %2, by maximum likelihood.").arg(m_fit.form.name(), weightsInWords());
    if (m_indices.season() > 0)
        sentences << EtsForecasterText::tr("A season of %1 is removed before and put back after.").arg(m_indices.season());
    if (!fallback.isEmpty())
        sentences << fallback;
    return sentences.join(QLatin1Char(' '));
}

} // namespace

std::unique_ptr<Forecaster> makeEts(const ModelSpec &spec) { return std::make_unique<EtsForecaster>(spec); }

} // namespace foretrail
