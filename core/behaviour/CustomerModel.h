#pragma once

#include "core/behaviour/BuyerFit.h"
#include "core/behaviour/SpendFit.h"
#include "core/series/Series.h"

#include <optional>

namespace foretrail {

/// A figure of one user, and the interval that holds it with 95 %: how far the parameters could be from those that were learnt,
/// by the delta method on the scale of logarithms (of odds for probabilities). Not the range of what one user may do. NaN:
/// cannot be told; an interval of NaN: the parameters are open.
struct Estimate {
    double value = missing;
    double low = missing;
    double high = missing;
    bool isKnown() const { return value == value; }
    bool hasInterval() const { return low == low && high == high; }
};

/// How purchases to come are turned into money of today.
struct ValueTerms {
    double margin = 1;    ///< share of what is spent that stays, 0 to 1
    double discount = 0.1; ///< what money of next year is worth less, as a rate a year
    bool operator==(const ValueTerms &) const = default;
};

/// What a model says of one user.
struct CustomerOutlook {
    Estimate active;    ///< P(active): not gone for good
    Estimate purchases; ///< purchase days expected within the horizon
    Estimate silence;   ///< probability of none within the horizon
    Estimate spend;     ///< expected of a purchase day
    Estimate value;     ///< of all that is expected within the horizon, in money of today
    QString evidence;   ///< how much it rests on, in words
};

/// A fitted model of buyers and, where amounts are known, of what they spend. A value; any thread.
struct CustomerModel {
    BuyerFit buyers;
    std::optional<SpendFit> spend;
    QString spendNote; ///< why there is none, in words; empty without amounts
    ValueTerms terms;

    QJsonObject toJson() const;
    static Result<CustomerModel> fromJson(const QJsonObject &json);
};

/// Asks a model of users. Cheap to make.
class CustomerOracle {
public:
    /// `model` must live as long. InvalidInput where it names a model of buyers that is not known.
    static Result<CustomerOracle> of(const CustomerModel &model);

    CustomerOutlook outlook(const BuyerHistory &history, const SpendRecord &spend, double horizonDays) const;
    /// P(active) alone; not known where the model takes all users, or all with one purchase, for active.
    Estimate active(const BuyerHistory &history) const;
    /// The same as outlook() without intervals, many times as quick.
    struct Point {
        double active = missing;     ///< NaN: cannot be told
        double purchases = missing;  ///< within the horizon
        double discounted = missing; ///< each counted by the day on which it is expected; NaN without a model of spend
    };
    Point point(const BuyerHistory &history, double horizonDays) const;
    double expectedPurchases(const BuyerHistory &history, double days) const;
    double silence(const BuyerHistory &history, double days) const;

private:
    CustomerOracle(const CustomerModel &model, std::shared_ptr<const BuyerModel> buyers);
    struct Figures;
    Figures figures(const BuyerParameters &parameters, const BuyerHistory &history, double time) const;
    double discountedPurchases(const BuyerParameters &parameters, const BuyerHistory &history, double time) const;
    bool judges(const BuyerHistory &history) const { return m_seesLeaving && (history.repeats > 0 || m_buyers->judgesOneTimeBuyers()); }
    QString evidenceOf(const BuyerHistory &history) const;
    Estimate spendOf(const SpendRecord &record, double &variance) const;

    const CustomerModel *m_model;
    std::shared_ptr<const BuyerModel> m_buyers;
    bool m_seesLeaving; ///< false where the purchases show nobody who left: then all are active, which says nothing
};

} // namespace foretrail
