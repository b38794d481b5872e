#pragma once

#include "core/behaviour/CustomerModel.h"
#include "core/data/Questions.h"

namespace foretrail {

struct CustomersRequest {
    QString model = QString::fromLatin1(usualBuyerModel);
    BuyerUnit unit{QStringLiteral("week"), 7};
    std::optional<DayNumber> calibrationEnd; ///< unset: the last day of the data
    qint64 horizonDays = 0;                  ///< 0: as many as the data has behind the calibration end; 91 where there are none
    ValueTerms terms;
    int workers = 0; ///< threads; 0: all cores. The figures do not depend on it
};
inline constexpr qint64 usualHorizonDays = 91;

/// What was said of the days behind the calibration end, against what happened.
struct HoldoutScore {
    qint64 days = 0;
    double predicted = 0;  ///< purchase days of all users
    double actual = 0;
    double mae = 0;        ///< of a user's number of purchase days
    double rmse = 0;
    double correlation = missing;
    double auc = missing;  ///< of "buys again", by the purchases expected
    double buyAgain = 0;   ///< share of the users who did
};

struct CustomersAnalysis {
    PurchaseHistories histories;
    CustomerModel model;
    qint64 horizonDays = 0;
    std::optional<HoldoutScore> holdout; ///< none where the data ends with the calibration
    QStringList notes;                   ///< what a reader should know, in words

    BuyerHistory historyOf(const PurchaseHistory &user) const { return buyerHistory(user, histories.calibrationEnd, model.buyers.unit); }
};

/// Spend per repeat purchase day; a mean of 0 or less counts as unknown (purchases 0).
SpendRecord spendRecord(const PurchaseHistory &user);

/// Reads who bought when, learns a model of buyers and of spend from what was known at the calibration end, and judges it by
/// what came then. Errors say in words what is missing.
Result<CustomersAnalysis> analyseCustomers(ShopData &data, const CustomersRequest &request, JobContext &job);

} // namespace foretrail
