#include "core/behaviour/intent/Calibration.h"

#include "core/base/Logistic.h"
#include "core/behaviour/intent/NumbersJson.h"
#include "core/behaviour/intent/ProbabilityScores.h"
#include "core/series/Statistics.h"

#include <Eigen/Dense>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct CalibrationText { Q_DECLARE_TR_FUNCTIONS(foretrail::Calibration) };

constexpr int curveSteps = 100;
constexpr double curveEnough = 1e-12; ///< of the gradient by case, and of what a step gains
constexpr int mostHalvings = 34;
constexpr double steadyingCases = 50; ///< that a step is drawn by towards Platt's curve
constexpr size_t fewestForSteps = 100;
constexpr size_t calibrationFolds = 5;

std::vector<double> plattTargets(const std::vector<bool> &happened)
{
    const double yes = double(std::count(happened.begin(), happened.end(), true)), no = double(happened.size()) - yes;
    std::vector<double> targets;
    for (const bool did : happened)
        targets.push_back(did ? (yes + 1) / (yes + 2) : 1 / (no + 2));
    return targets;
}

/// A curve p = 1 / (1 + exp(-(w x + b))) over some columns x, a row for each case.
struct CurveFit {
    Eigen::MatrixXd rows; ///< the last column is 1
    std::vector<double> targets;
    double pull = 0;      ///< towards weights of 1, as a ridge; the offset is free

    double loss(const Eigen::VectorXd &weights) const
    {
        const Eigen::ArrayXd z = (rows * weights).array();
        const Eigen::Map<const Eigen::ArrayXd> wanted(targets.data(), Eigen::Index(targets.size()));
        return pull / 2 * (weights.head(weights.size() - 1).array() - 1).square().sum() + (z.max(0) + (-z.abs()).exp().log1p() - wanted * z).sum();
    }
    Eigen::VectorXd best() const;
};

/// Newton's method, each step halved until the likelihood grows (Lin, Lin and Weng 2007).
Eigen::VectorXd CurveFit::best() const
{
    const Eigen::Index width = rows.cols(), last = width - 1;
    const Eigen::Map<const Eigen::ArrayXd> wanted(targets.data(), Eigen::Index(targets.size()));
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(width);
    weights[last] = logOdds(wanted.mean());
    double now = loss(weights);
    for (int step = 0; step < curveSteps; ++step) {
        const Eigen::ArrayXd p = 1 / (1 + (-(rows * weights).array()).exp());
        Eigen::VectorXd gradient = rows.transpose() * (p - wanted).matrix();
        Eigen::MatrixXd curvature = rows.transpose() * (rows.array().colwise() * (p * (1 - p))).matrix();
        gradient.head(last) += pull * (weights.head(last).array() - 1).matrix();
        curvature.diagonal().array() += 1e-12;
        curvature.topLeftCorner(last, last).diagonal().array() += pull;
        if (gradient.lpNorm<1>() < curveEnough * double(targets.size()))
            break;
        Eigen::VectorXd move = curvature.ldlt().solve(gradient);
        double next = loss(weights - move);
        for (int halved = 0; !(next <= now) && halved < mostHalvings; ++halved, next = loss(weights - move))
            move /= 2;
        if (!(next <= now))
            break;
        weights -= move;
        const double gained = now - next;
        now = next;
        if (gained <= curveEnough * std::abs(now)) // the step that gained nothing had already arrived
            break;
    }
    return weights;
}

bool hasBoth(const std::vector<bool> &happened)
{
    return std::find(happened.begin(), happened.end(), true) != happened.end() && std::find(happened.begin(), happened.end(), false) != happened.end();
}

double keptInside(double probability) { return std::clamp(probability, 1e-9, 1 - 1e-9); }

/// What was said, ascending, each once, with the share of its cases that happened and how many they are.
struct SortedCases {
    std::vector<double> at, values, weights;
};

SortedCases sortedCases(const std::vector<double> &said, const std::vector<bool> &happened)
{
    std::vector<size_t> order(said.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return said[a] < said[b]; });
    SortedCases cases;
    for (const size_t i : order) {
        const double did = happened[i] ? 1 : 0;
        if (!cases.at.empty() && cases.at.back() == said[i]) {
            double &weight = cases.weights.back();
            cases.values.back() = (cases.values.back() * weight + did) / (weight + 1);
            weight += 1;
            continue;
        }
        cases.at.push_back(said[i]);
        cases.values.push_back(did);
        cases.weights.push_back(1);
    }
    return cases;
}

/// Of each place how many cases its step has.
std::vector<double> stepSizes(const std::vector<double> &rising, const std::vector<double> &weights)
{
    std::vector<double> sizes(rising.size());
    for (size_t from = 0, to = 0; from < rising.size(); from = to) {
        double cases = 0;
        for (to = from; to < rising.size() && rising[to] == rising[from]; ++to)
            cases += weights[to];
        std::fill(sizes.begin() + std::ptrdiff_t(from), sizes.begin() + std::ptrdiff_t(to), cases);
    }
    return sizes;
}

using CalibrationLearner = Calibration (*)(const std::vector<double> &, const std::vector<bool> &);

/// The log loss of each fold by what was learnt from the others.
double lossOnFolds(const std::vector<double> &said, const std::vector<bool> &happened, CalibrationLearner learn)
{
    double loss = 0;
    for (size_t fold = 0; fold < calibrationFolds; ++fold) {
        const size_t from = said.size() * fold / calibrationFolds, to = said.size() * (fold + 1) / calibrationFolds;
        std::vector<double> otherSaid(said.begin(), said.begin() + std::ptrdiff_t(from));
        std::vector<bool> otherHappened(happened.begin(), happened.begin() + std::ptrdiff_t(from));
        otherSaid.insert(otherSaid.end(), said.begin() + std::ptrdiff_t(to), said.end());
        otherHappened.insert(otherHappened.end(), happened.begin() + std::ptrdiff_t(to), happened.end());
        const Calibration calibration = learn(otherSaid, otherHappened);
        for (size_t i = from; i < to; ++i)
            loss += caseLoss(calibration.apply(said[i]), happened[i]);
    }
    return loss;
}

} // namespace

double logOdds(double probability)
{
    const double kept = keptInside(probability);
    return std::log(kept / (1 - kept));
}

Calibration Calibration::platt(const std::vector<double> &said, const std::vector<bool> &happened)
{
    Calibration result;
    if (!hasBoth(happened))
        return result;
    CurveFit fit{Eigen::MatrixXd::Ones(Eigen::Index(said.size()), 2), plattTargets(happened), 0};
    for (size_t i = 0; i < said.size(); ++i)
        fit.rows(Eigen::Index(i), 0) = logOdds(said[i]);
    const Eigen::VectorXd weights = fit.best();
    result.m_kind = Kind::Platt;
    result.m_slope = weights[0];
    result.m_offset = weights[1];
    return result;
}

Calibration Calibration::beta(const std::vector<double> &said, const std::vector<bool> &happened)
{
    Calibration result;
    if (!hasBoth(happened))
        return result;
    CurveFit fit{Eigen::MatrixXd::Ones(Eigen::Index(said.size()), 3), plattTargets(happened), 1};
    for (size_t i = 0; i < said.size(); ++i) {
        fit.rows(Eigen::Index(i), 0) = std::log(keptInside(said[i]));
        fit.rows(Eigen::Index(i), 1) = -std::log(1 - keptInside(said[i]));
    }
    Eigen::VectorXd weights = fit.best();
    for (Eigen::Index end = 0; end < 2; ++end) // the curve rises: an end that would let it fall is left flat
        if (weights[end] < 0) {
            fit.rows.col(end).setZero();
            weights = fit.best();
            weights[end] = 0;
        }
    result.m_kind = Kind::Beta;
    result.m_slope = std::max(0.0, weights[0]);
    result.m_upperSlope = std::max(0.0, weights[1]);
    result.m_offset = weights[2];
    return result;
}

Calibration Calibration::isotonic(const std::vector<double> &said, const std::vector<bool> &happened) { return steps(said, happened, nullptr); }

Calibration Calibration::steadySteps(const std::vector<double> &said, const std::vector<bool> &happened)
{
    const Calibration curve = platt(said, happened);
    return curve.kind() == Kind::None ? curve : steps(said, happened, &curve);
}

Calibration Calibration::steps(const std::vector<double> &said, const std::vector<bool> &happened, const Calibration *towards)
{
    Calibration result;
    const SortedCases cases = sortedCases(said, happened);
    if (cases.at.empty())
        return result;
    std::vector<double> rising = nonDecreasing(cases.values, cases.weights);
    if (towards) {
        const std::vector<double> sizes = stepSizes(rising, cases.weights);
        for (size_t i = 0; i < rising.size(); ++i)
            rising[i] = (rising[i] * sizes[i] + steadyingCases * towards->apply(cases.at[i])) / (sizes[i] + steadyingCases);
        rising = nonDecreasing(rising, cases.weights);
    }
    result.m_kind = Kind::Isotonic;
    for (size_t i = 0; i < rising.size(); ++i) { // the ends of each step are enough
        const bool isInner = i > 0 && i + 1 < rising.size() && rising[i] == rising[i - 1] && rising[i] == rising[i + 1];
        if (isInner)
            continue;
        result.m_at.push_back(cases.at[i]);
        result.m_values.push_back(rising[i]);
    }
    return result;
}

Calibration Calibration::chosen(const std::vector<double> &said, const std::vector<bool> &happened)
{
    const auto yes = size_t(std::count(happened.begin(), happened.end(), true));
    if (std::min(yes, happened.size() - yes) < fewestForSteps)
        return platt(said, happened);
    CalibrationLearner best = &platt;
    double least = lossOnFolds(said, happened, best);
    for (const CalibrationLearner other : {&beta, &steadySteps})
        if (const double loss = lossOnFolds(said, happened, other); loss < least) {
            least = loss;
            best = other;
        }
    return best(said, happened);
}

double Calibration::apply(double said) const
{
    if (m_kind == Kind::Platt)
        return logistic(m_slope * logOdds(said) + m_offset);
    if (m_kind == Kind::Beta)
        return logistic(m_slope * std::log(keptInside(said)) - m_upperSlope * std::log(1 - keptInside(said)) + m_offset);
    if (m_kind == Kind::None)
        return said;
    const auto behind = std::lower_bound(m_at.begin(), m_at.end(), said);
    if (behind == m_at.begin())
        return m_values.front();
    if (behind == m_at.end())
        return m_values.back();
    const auto i = size_t(behind - m_at.begin());
    return m_values[i - 1] + (m_values[i] - m_values[i - 1]) * (said - m_at[i - 1]) / (m_at[i] - m_at[i - 1]);
}

QJsonObject Calibration::toJson() const
{
    if (m_kind == Kind::Platt)
        return {{QStringLiteral("kind"), QStringLiteral("platt")}, {QStringLiteral("slope"), m_slope}, {QStringLiteral("offset"), m_offset}};
    if (m_kind == Kind::Beta)
        return {{QStringLiteral("kind"), QStringLiteral("beta")}, {QStringLiteral("slope"), m_slope}, {QStringLiteral("upper_slope"), m_upperSlope}, {QStringLiteral("offset"), m_offset}};
    if (m_kind == Kind::None)
        return {{QStringLiteral("kind"), QStringLiteral("none")}};
    return {{QStringLiteral("kind"), QStringLiteral("isotonic")}, {QStringLiteral("at"), numbersJson(m_at)}, {QStringLiteral("values"), numbersJson(m_values)}};
}

Result<Calibration> Calibration::fromJson(const QJsonObject &json)
{
    Calibration result;
    const QString kind = json[QStringLiteral("kind")].toString();
    result.m_slope = json[QStringLiteral("slope")].toDouble(1);
    result.m_upperSlope = json[QStringLiteral("upper_slope")].toDouble(1);
    result.m_offset = json[QStringLiteral("offset")].toDouble();
    result.m_at = numbersFrom(json[QStringLiteral("at")]);
    result.m_values = numbersFrom(json[QStringLiteral("values")]);
    result.m_kind = kind == QStringLiteral("platt") ? Kind::Platt : kind == QStringLiteral("beta") ? Kind::Beta : kind == QStringLiteral("isotonic") ? Kind::Isotonic : Kind::None;
    if (result.m_kind == Kind::Isotonic && (result.m_at.empty() || result.m_at.size() != result.m_values.size()))
        return fail(ErrorCode::Format, CalibrationText::tr("A stored calibration is damaged."));
    return result;
}

} // namespace foretrail
