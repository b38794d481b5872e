#include "core/models/EtsSpread.h"

#include <cmath>

namespace foretrail {
namespace {

/// What an error of one does to level and slope j = 0.. steps later; element 0 is not used.
std::vector<double> levelResponses(const EtsWeights &weights, int horizon)
{
    std::vector<double> responses(size_t(horizon), 0.0);
    double damped = 1;
    double slopes = 0;
    for (size_t j = 1; j < responses.size(); ++j) {
        damped *= weights.phi;
        slopes += damped;
        responses[j] = weights.alpha + weights.beta * slopes;
    }
    return responses;
}

bool isSameSeason(size_t steps, int season)
{
    return season > 0 && steps % size_t(season) == 0;
}

std::vector<double> additiveVariances(const std::vector<double> &responses, double gamma, int season, double variance)
{
    std::vector<double> result;
    double sum = 1;
    for (size_t h = 0; h < responses.size(); ++h) {
        if (h > 0)
            sum += std::pow(responses[h] + (isSameSeason(h, season) ? gamma : 0.0), 2);
        result.push_back(variance * sum);
    }
    return result;
}

double partOf(double value, double whole)
{
    return whole != 0 ? value / whole : 1.0;
}

/// theta_h = mu_h^2 + sigma^2 sum_j c_j^2 theta_{h-j}, the mean square of what a relative error is a share of, and
/// (1 + sigma^2) theta_h - mu_h^2. With a multiplicative season mu is the level with slope: an error moves that and, by its
/// gamma, the season it falls into, which stretches all of the later level.
std::vector<double> relativeVariances(const EtsPath &path, const std::vector<double> &responses, double gamma, int season, bool isProduct, double variance)
{
    const std::vector<double> &mean = isProduct ? path.base : path.mean;
    std::vector<double> theta;
    std::vector<double> result;
    for (size_t h = 0; h < mean.size(); ++h) {
        double sum = 0;
        for (size_t j = 1; j <= h; ++j) {
            const double ofSeason = !isSameSeason(j, season) ? 0.0 : isProduct ? gamma * partOf(mean[h], mean[h - j]) : gamma;
            sum += std::pow(responses[j] + ofSeason, 2) * theta[h - j];
        }
        theta.push_back(mean[h] * mean[h] + variance * sum);
        const double scale = isProduct ? path.season[h] * path.season[h] : 1.0;
        result.push_back(scale * ((1 + variance) * theta[h] - mean[h] * mean[h]));
    }
    return result;
}

/// An error e moves the level by alpha e / s and its place of the season by gamma e / level.
std::vector<double> holtWintersVariances(const EtsPath &path, const std::vector<double> &responses, double gamma, int season, double variance)
{
    std::vector<double> result;
    for (size_t h = 0; h < responses.size(); ++h) {
        double sum = 1;
        for (size_t j = 1; j <= h; ++j) {
            const double ofSeason = isSameSeason(j, season) ? gamma * partOf(path.base[h], path.base[h - j]) : 0.0;
            sum += std::pow(responses[j] * partOf(path.season[h], path.season[h - j]) + ofSeason, 2);
        }
        result.push_back(variance * sum);
    }
    return result;
}

std::vector<double> etsVariances(const EtsForm &form, const EtsWeights &weights, const EtsPath &path, int season, double variance)
{
    const std::vector<double> responses = levelResponses(weights, int(path.mean.size()));
    const bool isRelative = form.error == EtsError::Multiplicative;
    const bool isProduct = form.season == EtsSeason::Multiplicative;
    if (isRelative)
        return relativeVariances(path, responses, weights.gamma, season, isProduct, variance);
    return isProduct ? holtWintersVariances(path, responses, weights.gamma, season, variance)
                     : additiveVariances(responses, weights.gamma, season, variance);
}

} // namespace

EtsPath etsPath(const EtsForm &form, const EtsWeights &weights, const EtsState &state, int horizon)
{
    const bool isProduct = form.season == EtsSeason::Multiplicative;
    EtsPath path;
    double slope = state.slope;
    double base = state.level;
    for (int h = 0; h < horizon; ++h) {
        slope *= weights.phi;
        base += slope;
        const double season = !form.hasSeason() ? 0.0 : state.season[(state.place + size_t(h)) % state.season.size()];
        path.base.push_back(base);
        path.season.push_back(season);
        path.mean.push_back(isProduct ? base * season : base + season);
    }
    return path;
}

std::vector<double> etsDeviations(const EtsForm &form, const EtsWeights &weights, const EtsPath &path, int seasonLength, double variance)
{
    std::vector<double> result = etsVariances(form, weights, path, form.hasSeason() ? seasonLength : 0, variance);
    for (double &value : result)
        value = std::sqrt(std::max(value, 0.0));
    return result;
}

} // namespace foretrail
