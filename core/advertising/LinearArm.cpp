#include "core/advertising/LinearArm.h"

#include "core/behaviour/intent/NumbersJson.h"

#include <QCoreApplication>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct LinearArmText { Q_DECLARE_TR_FUNCTIONS(foretrail::LinearArm) };

constexpr QLatin1String inverseKey("inverse"), rewardsKey("b");

using Square = Eigen::Map<Eigen::MatrixXd>;
using ConstSquare = Eigen::Map<const Eigen::MatrixXd>;
using Column = Eigen::Map<const Eigen::VectorXd>;

Column columnOf(std::span<const double> numbers) { return {numbers.data(), Eigen::Index(numbers.size())}; }

} // namespace

LinearArm::LinearArm(int width, double ridge) : m_inverse(size_t(width) * size_t(width), 0), m_rewards(size_t(width), 0)
{
    for (int i = 0; i < width; ++i)
        m_inverse[size_t(i) * size_t(width + 1)] = 1 / ridge;
}

void LinearArm::learn(std::span<const double> features, double reward)
{
    Square inverse(m_inverse.data(), width(), width());
    const Eigen::VectorXd x = columnOf(features);
    const Eigen::VectorXd turned = inverse * x;
    inverse -= turned * turned.transpose() / (1 + x.dot(turned)); // symmetric term by term, so it stays so
    for (size_t i = 0; i < m_rewards.size(); ++i)
        m_rewards[i] += reward * features[i];
}

std::vector<double> LinearArm::weights() const
{
    const Eigen::VectorXd weights = ConstSquare(m_inverse.data(), width(), width()) * columnOf(m_rewards);
    return {weights.begin(), weights.end()};
}

double LinearArm::mean(std::span<const double> features) const
{
    return columnOf(features).dot(ConstSquare(m_inverse.data(), width(), width()) * columnOf(m_rewards));
}

double LinearArm::error(std::span<const double> features) const
{
    const Column x = columnOf(features);
    return std::sqrt(std::max(0.0, x.dot(ConstSquare(m_inverse.data(), width(), width()) * x)));
}

QJsonObject LinearArm::toJson() const { return {{inverseKey, numbersJson(m_inverse)}, {rewardsKey, numbersJson(m_rewards)}}; }

Result<void> LinearArm::restore(const QJsonObject &json)
{
    std::vector<double> inverse = numbersFrom(json[inverseKey]), rewards = numbersFrom(json[rewardsKey]);
    if (inverse.size() != m_inverse.size() || rewards.size() != m_rewards.size())
        return fail(ErrorCode::Format, LinearArmText::tr("What the policy has learnt is of other features."));
    m_inverse = std::move(inverse);
    m_rewards = std::move(rewards);
    return {};
}

} // namespace foretrail
