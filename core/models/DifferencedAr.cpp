#include "core/models/DifferencedAr.h"

#include "core/models/Intervals.h"
#include "core/series/BoxCox.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

std::vector<double> DifferencedAr::transformed(Values values) const
{
    if (lambda == 1)
        return {values.begin(), values.end()};
    double least = std::numeric_limits<double>::max();
    for (const double value : values)
        least = value > 0 ? std::min(least, value) : least;
    std::vector<double> z;
    for (const double value : values)
        z.push_back(boxCox(lambda == 0 ? std::max(value, least) : value, lambda));
    return z;
}

std::vector<double> DifferencedAr::differencesOf(Values transformed) const
{
    std::vector<double> rest(transformed.begin(), transformed.end());
    if (differencing.season > 0)
        rest = changesOf(rest, differencing.season);
    return differencing.isFirst ? changesOf(rest, 1) : rest;
}

Forecast DifferencedAr::forecast(Values history, int horizon, std::span<const double> levels) const
{
    std::vector<double> z = transformed(history);
    const auto n = std::ptrdiff_t(z.size());
    for (const double change : arContinue(centred(differencesOf(z)), found.fit.coefficients, horizon))
        z.push_back(change + found.fit.mean + undifferenced(z, z.size()));
    std::vector<double> deviation;
    double squared = 0;
    for (const double weight : psiWeights(wholeCoefficients(), horizon)) {
        squared += weight * weight;
        deviation.push_back(found.deviation * std::sqrt(squared));
    }
    Forecast forecast = normalForecast({z.begin() + n, z.end()}, deviation, levels, isNonNegative && lambda == 1);
    const auto leave = [this](std::vector<double> &values) {
        for (double &value : values)
            value = valueOf(value);
    };
    leave(forecast.mean);
    for (Band &band : forecast.bands) {
        leave(band.low);
        leave(band.high);
    }
    return forecast;
}

/// What comes where nothing changes any more.
void DifferencedAr::addUnchanged(const std::vector<double> &z, ForecastParts &parts) const
{
    const auto n = z.size(), horizon = size_t(parts.horizon());
    if (differencing.season > 0)
        addLastSeason(z, differencing.season, parts);
    else if (differencing.isFirst)
        fillWith(parts.of(PartKind::Level), z.back());
    if (differencing.season == 0 || !differencing.isFirst)
        return;
    std::vector<double> path = z;
    for (size_t h = 0; h < horizon; ++h) {
        path.push_back(undifferenced(path, n + h));
        parts.of(PartKind::Trend)[h] += path.back() - parts.sumAt(h); // how far this season lies from the last one
    }
}

/// What changes ahead make of values ahead.
void DifferencedAr::addUp(std::vector<double> &changes) const
{
    const std::vector<double> before(size_t(differencing.lost()), 0.0);
    std::vector<double> path = before;
    for (const double change : changes)
        path.push_back(change + undifferenced(path, path.size()));
    changes.assign(path.begin() + std::ptrdiff_t(before.size()), path.end());
}

ForecastParts DifferencedAr::explained(Values history, int horizon) const
{
    const std::vector<double> z = transformed(history);
    ForecastParts changes(horizon), parts(horizon);
    const bool isChanged = differencing.lost() > 0;
    fillWith(changes.of(isChanged ? PartKind::Trend : PartKind::Level), found.fit.mean);
    addLags(changes, isChanged ? PartKind::Change : PartKind::Lag, differencesOf(z), found.fit.mean, found.fit.coefficients);
    addUnchanged(z, parts);
    for (const Contribution &part : changes.parts()) {
        std::vector<double> values = part.values;
        addUp(values);
        std::vector<double> &all = parts.of(part.kind, part.number);
        for (size_t h = 0; h < values.size(); ++h)
            all[h] += values[h];
    }
    if (lambda != 1)
        parts.bend([this](double value) { return valueOf(value); });
    parts.closeOn(forecast(history, horizon, {}).mean);
    return parts;
}

std::vector<double> DifferencedAr::oneStep(Values values) const
{
    const std::vector<double> z = transformed(values);
    const std::vector<double> changes = centred(differencesOf(z));
    const auto lost = size_t(differencing.lost());
    std::vector<double> predicted(z.size(), missing);
    for (size_t t = size_t(found.fit.order()) + lost; t < z.size(); ++t)
        predicted[t] = valueOf(arNext(Values(changes).first(t - lost), found.fit.coefficients) + found.fit.mean + undifferenced(z, t));
    return predicted;
}

void DifferencedAr::toState(QJsonObject &state) const
{
    arToState(found, state);
    state.insert(QStringLiteral("lambda"), lambda);
    state.insert(QStringLiteral("seasonDifference"), differencing.season);
    state.insert(QStringLiteral("firstDifference"), differencing.isFirst);
    state.insert(QStringLiteral("nonNegative"), isNonNegative);
}

DifferencedAr DifferencedAr::fromState(const QJsonObject &json, StateReader &state)
{
    DifferencedAr model;
    model.found = arFromState(json, state);
    model.lambda = state.number("lambda");
    model.differencing = {state.integer("seasonDifference", 0, 1'000'000), state.boolean("firstDifference")};
    model.isNonNegative = state.boolean("nonNegative");
    return model;
}

std::vector<double> DifferencedAr::centred(std::vector<double> changes) const
{
    for (double &change : changes)
        change -= found.fit.mean;
    return changes;
}

/// z_t less its difference, from the values before it.
double DifferencedAr::undifferenced(const std::vector<double> &z, size_t t) const
{
    const auto season = size_t(differencing.season);
    double rest = season > 0 ? z[t - season] : 0.0;
    if (differencing.isFirst)
        rest += z[t - 1] - (season > 0 ? z[t - 1 - season] : 0.0);
    return rest;
}

std::vector<double> DifferencedAr::wholeCoefficients() const
{
    std::vector<double> whole = found.fit.coefficients;
    if (differencing.isFirst)
        whole = integratedCoefficients(whole, 1);
    return differencing.season > 0 ? integratedCoefficients(whole, differencing.season) : whole;
}

/// Back to the unit of the series. Square roots below zero, which nothing has, are zeros.
double DifferencedAr::valueOf(double z) const
{
    if (lambda == 1)
        return isNonNegative ? std::max(z, 0.0) : z;
    const double value = lambda == 0 ? std::exp(z) : std::pow(std::max(1 + lambda * z, 0.0), 1 / lambda);
    return std::min(value, std::numeric_limits<double>::max());
}

Result<Forecast> DifferencedArForecaster::forecast(const Series &history, int horizon, std::span<const double> levels) const
{
    if (const auto checked = checkRequest(history, m_model.fewest(), horizon, levels); !checked)
        return fail(checked.error());
    return m_model.forecast(history.values, horizon, levels);
}

Result<ForecastParts> DifferencedArForecaster::explain(const Series &history, int horizon, JobContext &) const
{
    if (const auto checked = checkRequest(history, m_model.fewest(), horizon, {}); !checked)
        return fail(checked.error());
    return m_model.explained(history.values, horizon);
}

Result<std::vector<double>> DifferencedArForecaster::oneStep(const Series &series) const
{
    if (const auto checked = checkHistory(series, 1); !checked)
        return fail(checked.error());
    return m_model.oneStep(series.values);
}

} // namespace foretrail
