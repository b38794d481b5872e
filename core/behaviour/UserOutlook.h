#pragma once

#include "core/behaviour/Customers.h"

namespace foretrail {

/// A model of buyers of a whole workspace, to be asked about single users.
struct WorkspaceCustomers {
    CustomerModel model;
    DayNumber firstDay = 0; ///< of the purchases that it was learnt from
    DayNumber lastDay = 0;
    qint64 horizonDays = usualHorizonDays;
    std::shared_ptr<const PurchaseHistories> histories{}; ///< of all its users, where they were read: withHistories()

    const PurchaseHistory *historyOf(UserId user) const; ///< nullptr: not read, or no purchase
};

/// With the purchases of all users as the model counts them, less what was brought back: one pass over them. Cancelled.
Result<WorkspaceCustomers> withHistories(WorkspaceCustomers customers, ShopData &data, JobContext &job);

/// A probability in percent, without the sign. Never 0 or 100: a model is not that sure.
QString chanceText(double share);

/// What a model of buyers says of one user, now and looking back: the curve that shows why.
struct UserOutlook {
    QString model; ///< empty: nothing is said
    CustomerOutlook now; ///< without a value where nothing is known of spend
    ValueTerms terms;    ///< of the value
    QString currency;
    qint64 horizonDays = 0;
    Series curve;                  ///< P(active) at the end of each day (week for long histories) since the first purchase
    std::vector<double> low, high; ///< its 95 % interval
    std::vector<double> ahead;     ///< the same behind the end of the data, if the user buys nothing
    std::vector<qint64> purchases; ///< steps of the curve with a purchase
    QString sentence;              ///< the same in words, or why nothing is said
    QString definition;            ///< of what is said

    bool isEmpty() const { return model.isEmpty(); }
    QJsonObject toJson() const;
};

/// What is known of one user for it.
struct OutlookOf {
    const QList<UserEvent> &events;           ///< oldest first; the latest where there are many
    const PurchaseHistory *history = nullptr; ///< as the model counts it; none: counted in the events, and no value is told
    QString timeZone;                         ///< of the calendar of the workspace
    QString currency{};
};
UserOutlook userOutlook(const OutlookOf &user, const WorkspaceCustomers &customers);

} // namespace foretrail
