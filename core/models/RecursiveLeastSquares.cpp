#include "core/models/RecursiveLeastSquares.h"

#include "core/models/StateReader.h"

#include <QCoreApplication>

#include <Eigen/Core>

namespace foretrail {

namespace {

using Square = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Below it the inputs say nothing new, and dividing by lambda would only make P larger.
constexpr double leastExcitation = 1e-12;

} // namespace

RecursiveLeastSquares::RecursiveLeastSquares(int inputs, const RlsSettings &settings)
    : m_settings(settings), m_coefficients(size_t(inputs), 0.0), m_covariance(size_t(inputs) * size_t(inputs), 0.0)
{
    for (size_t i = 0; i < m_coefficients.size(); ++i)
        m_covariance[i * (m_coefficients.size() + 1)] = settings.delta;
}

double RecursiveLeastSquares::trace() const
{
    double sum = 0;
    for (int i = 0; i < inputs(); ++i)
        sum += covariance(i, i);
    return sum;
}

double RecursiveLeastSquares::predicted(Values x) const
{
    double sum = 0;
    for (size_t i = 0; i < m_coefficients.size(); ++i)
        sum += m_coefficients[i] * x[i];
    return sum;
}

double RecursiveLeastSquares::learn(Values x, double y)
{
    const Eigen::Index n = inputs();
    const Eigen::Map<const Eigen::VectorXd> input(x.data(), n);
    Eigen::Map<Eigen::VectorXd> theta(m_coefficients.data(), n);
    Eigen::Map<Square> p(m_covariance.data(), n, n);
    const Eigen::VectorXd moved = p * input;
    const double excitation = input.dot(moved);
    const bool forgets = excitation >= leastExcitation && trace() <= m_settings.largestTrace * m_settings.delta * double(n);
    const double lambda = forgets ? m_settings.forgetting : 1.0;
    const double error = y - input.dot(theta);
    const Eigen::VectorXd gain = moved / (lambda + excitation);
    theta += gain * error;
    const Square after = (p - gain * moved.transpose()) / lambda;
    p = 0.5 * (after + after.transpose());
    return error;
}

QJsonObject RecursiveLeastSquares::toJson() const
{
    return {{QStringLiteral("coefficients"), toJsonArray(m_coefficients)}, {QStringLiteral("covariance"), toJsonArray(m_covariance)},
            {QStringLiteral("forgetting"), m_settings.forgetting}, {QStringLiteral("delta"), m_settings.delta},
            {QStringLiteral("largestTrace"), m_settings.largestTrace}};
}

Result<RecursiveLeastSquares> RecursiveLeastSquares::fromJson(const QJsonObject &json)
{
    StateReader reader(json);
    RecursiveLeastSquares read(1);
    read.m_settings = {reader.number("forgetting"), reader.number("delta"), reader.number("largestTrace")};
    read.m_coefficients = reader.numbers("coefficients");
    read.m_covariance = reader.numbers("covariance");
    if (const Result<void> outcome = reader.outcome(); !outcome)
        return fail(outcome.error());
    const bool fits = !read.m_coefficients.empty() && read.m_covariance.size() == read.m_coefficients.size() * read.m_coefficients.size();
    if (fits && read.m_settings.forgetting > 0 && read.m_settings.forgetting <= 1)
        return read;
    return fail(ErrorCode::Format, QCoreApplication::translate("foretrail::Models", "The stored model is damaged: %1 is absent or out of range. Train it again.")
                                       .arg(QStringLiteral("recursive")));
}

} // namespace foretrail
