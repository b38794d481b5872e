#pragma once

#include "core/base/Result.h"
#include "core/base/Uncopied.h"

#include <array>
#include <memory>

#include <QStringList>

namespace foretrail {

/// What a model of buyers sees of one of them; times from the first purchase on, in one unit.
struct BuyerHistory {
    int repeats = 0;     ///< x: purchases behind the first
    double lastAt = 0;   ///< t_x: time of the last, 0 without repeats
    double observed = 0; ///< T: how long the user was watched
    auto operator<=>(const BuyerHistory &) const = default;
};

inline constexpr size_t buyerParameters = 4;
using BuyerParameters = std::array<double, buyerParameters>;

/// Users buy by a Poisson process of their own rate, which varies over users by a gamma distribution, until they leave. How they
/// leave tells the models apart. Values only; any thread.
class BuyerModel : Uncopied {
public:
    virtual ~BuyerModel() = default;
    virtual QString name() const = 0;
    /// Of the parameters, in their order: "r", "alpha", ...
    virtual QStringList parameterNames() const = 0;
    /// Which of the parameters are times, as bits: they change with the unit.
    virtual std::array<bool, buyerParameters> areTimes() const = 0;
    /// False where a user with one purchase is active by definition, so that its P(active) says nothing.
    virtual bool judgesOneTimeBuyers() const { return true; }

    /// The probability that a user leaves: behind a purchase, or within `year` where a user may leave at any time.
    virtual double leaving(const BuyerParameters &parameters, double year) const = 0;

    /// The part of the ln of the likelihood that all histories with so many repeats share; `slopes` are its derivatives by the
    /// ln of each parameter.
    virtual double sharedTerm(const BuyerParameters &parameters, int repeats, BuyerParameters &slopes) const = 0;
    /// The rest of it for one history, in the same way.
    virtual double ownTerm(const BuyerParameters &parameters, const BuyerHistory &history, BuyerParameters &slopes) const = 0;
    double logLikelihood(const BuyerParameters &parameters, const BuyerHistory &history) const;

    /// P(active): that the user has not left for good at the end of the history.
    virtual double active(const BuyerParameters &parameters, const BuyerHistory &history) const = 0;
    /// Purchases to be expected within `time` behind the history.
    virtual double expectedPurchases(const BuyerParameters &parameters, const BuyerHistory &history, double time) const = 0;
    /// The probability of none within `time` behind the history.
    double silence(const BuyerParameters &parameters, const BuyerHistory &history, double time) const;
};

/// "bgnbd", "mbgnbd", "pareto-nbd"; hyphens and case do not count. InvalidInput names the models there are.
Result<std::shared_ptr<const BuyerModel>> buyerModel(const QString &name);
QStringList buyerModelNames();
QString buyerModelTitle(const QString &name); ///< for people: "MBG/NBD"
/// What P(active) means, and how users leave in this model.
QString buyerModelWords(const QString &name);
inline constexpr const char *usualBuyerModel = "mbgnbd";

} // namespace foretrail
