#pragma once

#include "core/behaviour/Customers.h"

namespace foretrail {

/// A model of buyers of a whole workspace, to be asked about single users.
struct WorkspaceCustomers {
    CustomerModel model;
    DayNumber firstDay = 0; ///< of the purchases that it was learnt from
    DayNumber lastDay = 0;
    qint64 horizonDays = usualHorizonDays;
};

/// What a model of buyers says of one user, now and looking back: the curve that shows why.
struct UserOutlook {
    QString model; ///< empty: nothing is said
    CustomerOutlook now;
    qint64 horizonDays = 0;
    Series curve;                  ///< P(active) at the end of each day (week for long histories) since the first purchase
    std::vector<double> low, high; ///< its 95 % interval
    std::vector<double> ahead;     ///< the same behind the end of the data, if the user buys nothing
    std::vector<qint64> purchases; ///< steps of the curve with a purchase
    QString sentence;              ///< the same in words, or why nothing is said

    bool isEmpty() const { return model.isEmpty(); }
    QJsonObject toJson() const;
};

/// From the events of the user, oldest first, and the calendar of the workspace.
UserOutlook userOutlook(const QList<UserEvent> &events, const QString &timeZone, const WorkspaceCustomers &customers);

} // namespace foretrail
