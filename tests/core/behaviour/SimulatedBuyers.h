#pragma once

#include "core/behaviour/BuyerModel.h"
#include "core/behaviour/SpendFit.h"

#include <cmath>
#include <random>
#include <vector>

namespace foretrail::test {

/// Random numbers that are the same everywhere: the distributions of the standard library are not.
class Dice {
public:
    explicit Dice(quint64 seed) : m_engine(seed) {}
    double uniform() { return (double(m_engine() >> 11) + 0.5) / 9007199254740992.0; }
    double exponential(double rate) { return -std::log(uniform()) / rate; }
    double normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(6.283185307179586 * uniform()); }
    /// By Marsaglia and Tsang (2000).
    double gamma(double shape, double rate)
    {
        if (shape < 1)
            return gamma(shape + 1, rate) * std::pow(uniform(), 1 / shape);
        const double d = shape - 1.0 / 3;
        const double c = 1 / std::sqrt(9 * d);
        while (true) {
            const double x = normal();
            const double v = std::pow(1 + c * x, 3);
            if (v > 0 && std::log(uniform()) < x * x / 2 + d - d * v + d * std::log(v))
                return d * v / rate;
        }
    }
    double beta(double a, double b)
    {
        const double one = gamma(a, 1);
        return one / (one + gamma(b, 1));
    }

private:
    std::mt19937_64 m_engine;
};

struct SimulatedBuyer {
    BuyerHistory history;
    bool isActive = false;
    int later = 0;       ///< purchases behind the history
    SpendRecord spend{}; ///< of the repeats
    double laterSpend = 0;
};

/// Users as the model supposes them, who come within the first `entry` and are watched until `end`, then `ahead` more.
inline std::vector<SimulatedBuyer> simulatedBuyers(const QString &model, const BuyerParameters &p, int users, double entry, double end, double ahead,
                                                   quint64 seed, const std::array<double, 3> &spend = {6, 4, 15})
{
    Dice dice(seed);
    std::vector<SimulatedBuyer> buyers;
    for (int i = 0; i < users; ++i) {
        SimulatedBuyer buyer;
        buyer.history.observed = end - entry * dice.uniform();
        const double rate = dice.gamma(p[0], p[1]);
        const bool isPareto = model.startsWith(QStringLiteral("pareto"));
        const double leaving = isPareto ? 0 : dice.beta(p[2], p[3]);
        const double life = isPareto ? dice.exponential(dice.gamma(p[2], p[3])) : 1e300;
        const double price = spend[2] <= 0 ? 0 : dice.gamma(spend[1], spend[2]);
        double time = 0;
        bool isThere = model != QStringLiteral("mbgnbd") || dice.uniform() >= leaving;
        double spent = 0;
        buyer.isActive = isThere && life > buyer.history.observed;
        while (isThere) {
            time += dice.exponential(rate);
            if (time > life || time > buyer.history.observed + ahead)
                break;
            isThere = isPareto || dice.uniform() >= leaving;
            const double amount = dice.gamma(spend[0], price);
            if (time <= buyer.history.observed) {
                ++buyer.history.repeats;
                buyer.history.lastAt = time;
                buyer.isActive = isThere && life > buyer.history.observed;
                spent += amount;
            } else {
                ++buyer.later;
                buyer.laterSpend += amount;
            }
        }
        if (buyer.history.repeats > 0)
            buyer.spend = {buyer.history.repeats, spent / buyer.history.repeats};
        buyers.push_back(buyer);
    }
    return buyers;
}

inline std::vector<BuyerHistory> historiesOf(const std::vector<SimulatedBuyer> &buyers)
{
    std::vector<BuyerHistory> histories;
    for (const SimulatedBuyer &buyer : buyers)
        histories.push_back(buyer.history);
    return histories;
}

} // namespace foretrail::test
