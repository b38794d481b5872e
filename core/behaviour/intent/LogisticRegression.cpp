#include "core/behaviour/intent/LogisticRegression.h"

#include "core/base/Logistic.h"
#include "core/behaviour/intent/NumbersJson.h"

#include <Eigen/Dense>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct LogisticText { Q_DECLARE_TR_FUNCTIONS(foretrail::LogisticRegression) };

constexpr double mostSpreads = 6; ///< of a standardised feature
constexpr int newtonSteps = 50;
constexpr double newtonEnough = 1e-9; ///< of a step
constexpr int boundedSweeps = 500;

/// The penalised likelihood of a logistic regression whose first column is 1.
struct LogisticProblem {
    Eigen::MatrixXd x;
    Eigen::VectorXd y;
    double ridge = 0;
    std::vector<int> directions; ///< of the features; empty: any sign

    double loss(const Eigen::VectorXd &w) const
    {
        double sum = 0;
        const Eigen::VectorXd z = x * w;
        for (Eigen::Index i = 0; i < z.size(); ++i)
            sum += std::max(z[i], 0.0) + std::log1p(std::exp(-std::abs(z[i]))) - y[i] * z[i];
        return sum + 0.5 * ridge * w.tail(w.size() - 1).squaredNorm();
    }
    Eigen::VectorXd step(const Eigen::VectorXd &w) const
    {
        const Eigen::ArrayXd p = 1 / (1 + (-(x * w).array()).exp());
        Eigen::VectorXd gradient = x.transpose() * (p.matrix() - y);
        Eigen::MatrixXd curve = x.transpose() * ((p * (1 - p)).matrix().asDiagonal() * x);
        gradient.tail(w.size() - 1) += ridge * w.tail(w.size() - 1);
        curve.diagonal().tail(w.size() - 1).array() += ridge;
        curve.diagonal().array() += 1e-9; // a feature that does not vary stays where it is
        return directions.empty() ? curve.ldlt().solve(gradient) : boundedStep(w, gradient, curve);
    }
    double bounded(Eigen::Index column, double weight) const
    {
        const int direction = column == 0 ? 0 : directions[size_t(column - 1)];
        return direction > 0 ? std::max(weight, 0.0) : direction < 0 ? std::min(weight, 0.0) : weight;
    }
    /// The least of the parabola where no weight has a sign that it may not have: w less the step is within the bounds.
    Eigen::VectorXd boundedStep(const Eigen::VectorXd &w, Eigen::VectorXd slope, const Eigen::MatrixXd &curve) const
    {
        Eigen::VectorXd moved = w;
        for (int sweep = 0; sweep < boundedSweeps; ++sweep) {
            double most = 0;
            for (Eigen::Index i = 0; i < moved.size(); ++i) {
                const double by = bounded(i, moved[i] - slope[i] / curve(i, i)) - moved[i];
                moved[i] += by;
                slope += by * curve.col(i);
                most = std::max(most, std::abs(by));
            }
            if (most < newtonEnough / 100)
                break;
        }
        return w - moved;
    }
};

Result<Eigen::VectorXd> solved(const LogisticProblem &problem, JobContext &job)
{
    Eigen::VectorXd w = Eigen::VectorXd::Zero(problem.x.cols());
    const double share = problem.y.mean();
    w[0] = std::log(share / (1 - share));
    double loss = problem.loss(w);
    for (int i = 0; i < newtonSteps; ++i) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        Eigen::VectorXd step = problem.step(w);
        double next = problem.loss(w - step);
        for (; !(next <= loss) && step.norm() > newtonEnough; next = problem.loss(w - step))
            step /= 2;
        if (step.norm() <= newtonEnough)
            return w;
        if (!(next <= loss))
            break;
        w -= step;
        loss = next;
    }
    if (!w.allFinite() || !std::isfinite(loss))
        return fail(ErrorCode::Degenerate, LogisticText::tr("The logistic regression found no maximum: the features tell both classes apart without error. A larger ridge helps."));
    return w;
}

} // namespace

void LogisticRegression::learnScale(const FeatureRows &rows, const std::vector<bool> &use)
{
    m_means.assign(rows.width, 0);
    m_spreads.assign(rows.width, 0);
    const double count = double(rows.count());
    for (size_t i = 0; i < rows.count(); ++i)
        for (size_t f = 0; f < rows.width; ++f)
            m_means[f] += rows.row(i)[f] / count;
    for (size_t i = 0; i < rows.count(); ++i)
        for (size_t f = 0; f < rows.width; ++f)
            m_spreads[f] += (rows.row(i)[f] - m_means[f]) * (rows.row(i)[f] - m_means[f]) / count;
    for (size_t f = 0; f < rows.width; ++f)
        m_spreads[f] = (use.empty() || use[f]) && m_spreads[f] > 1e-18 ? std::sqrt(m_spreads[f]) : 0;
}

Result<LogisticRegression> LogisticRegression::fit(const FeatureRows &rows, const std::vector<bool> &happened, double ridge, JobContext &job,
                                                   const std::vector<bool> &use, const std::vector<int> &directions)
{
    const auto positives = size_t(std::count(happened.begin(), happened.end(), true));
    if (positives == 0 || positives == happened.size())
        return fail(ErrorCode::TooShort, LogisticText::tr("There is nothing to tell apart: all cases ended alike."));
    LogisticRegression model;
    model.learnScale(rows, use);
    LogisticProblem problem;
    problem.ridge = ridge;
    problem.directions = directions;
    problem.x.resize(Eigen::Index(rows.count()), Eigen::Index(rows.width + 1));
    problem.y.resize(Eigen::Index(rows.count()));
    for (size_t i = 0; i < rows.count(); ++i) {
        const std::vector<double> z = model.standardised(rows.row(i));
        problem.x(Eigen::Index(i), 0) = 1;
        for (size_t f = 0; f < rows.width; ++f)
            problem.x(Eigen::Index(i), Eigen::Index(f + 1)) = z[f];
        problem.y[Eigen::Index(i)] = happened[i] ? 1 : 0;
    }
    const Result<Eigen::VectorXd> w = solved(problem, job);
    if (!w)
        return fail(w.error());
    model.m_offset = (*w)[0];
    model.m_weights.assign(w->data() + 1, w->data() + w->size());
    return model;
}

std::vector<double> LogisticRegression::standardised(std::span<const double> features) const
{
    std::vector<double> z(m_means.size(), 0);
    for (size_t f = 0; f < z.size(); ++f)
        if (m_spreads[f] > 0)
            z[f] = std::clamp((features[f] - m_means[f]) / m_spreads[f], -mostSpreads, mostSpreads);
    return z;
}

std::vector<double> LogisticRegression::contributions(std::span<const double> features) const
{
    std::vector<double> parts = standardised(features);
    for (size_t f = 0; f < parts.size(); ++f)
        parts[f] *= m_weights[f];
    return parts;
}

double LogisticRegression::probability(std::span<const double> features) const
{
    double odds = m_offset;
    for (const double part : contributions(features))
        odds += part;
    return logistic(odds);
}

QJsonObject LogisticRegression::toJson() const
{
    return {{QStringLiteral("means"), numbersJson(m_means)}, {QStringLiteral("spreads"), numbersJson(m_spreads)}, {QStringLiteral("weights"), numbersJson(m_weights)},
            {QStringLiteral("offset"), m_offset}};
}

Result<LogisticRegression> LogisticRegression::fromJson(const QJsonObject &json)
{
    LogisticRegression model;
    model.m_means = numbersFrom(json[QStringLiteral("means")]);
    model.m_spreads = numbersFrom(json[QStringLiteral("spreads")]);
    model.m_weights = numbersFrom(json[QStringLiteral("weights")]);
    model.m_offset = json[QStringLiteral("offset")].toDouble();
    if (model.m_means.size() != model.m_weights.size() || model.m_spreads.size() != model.m_weights.size())
        return fail(ErrorCode::Format, LogisticText::tr("A stored logistic regression is damaged."));
    return model;
}

} // namespace foretrail
