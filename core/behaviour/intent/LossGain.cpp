#include "core/behaviour/intent/LossGain.h"

#include "core/behaviour/intent/ProbabilityScores.h"

#include <cmath>
#include <limits>
#include <unordered_map>

namespace foretrail {

LossGain lossGain(const std::vector<double> &other, const std::vector<double> &one, const std::vector<bool> &happened,
                  const std::vector<IntentExample> &examples)
{
    struct UserSum {
        double gain = 0;
        size_t cases = 0;
    };
    LossGain result;
    std::unordered_map<quint32, UserSum> users;
    for (size_t i = 0; i < examples.size(); ++i) {
        const double loss = caseLoss(other[i], happened[i]), gain = loss - caseLoss(one[i], happened[i]);
        UserSum &user = users[examples[i].user];
        user.gain += gain;
        ++user.cases;
        result.loss += loss;
        result.gain += gain;
    }
    const auto n = double(examples.size()), m = double(users.size());
    result.error = std::numeric_limits<double>::infinity();
    if (users.size() < 2)
        return result;
    result.loss /= n;
    result.gain /= n;
    double squares = 0;
    for (const auto &[user, sum] : users)
        squares += std::pow(sum.gain - result.gain * double(sum.cases), 2);
    result.error = std::sqrt(squares * m / (m - 1)) / n;
    return result;
}

} // namespace foretrail
