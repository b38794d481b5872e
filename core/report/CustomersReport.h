#pragma once

#include "core/behaviour/Customers.h"

namespace foretrail {

/// One line a user, in the order in which users came into the workspace: user, x, t_x, T, mean_spend, p_active, expected_purchases,
/// p_no_purchase, expected_spend and value with lo95 and hi95 of each, evidence. Empty cells cannot be told. `workers` threads
/// (0: all cores) write the same file. Path "-" is standard output.
Result<void> writeCustomers(const CustomersAnalysis &analysis, ShopData &data, const QString &path, int workers, JobContext &job);

/// model, unit, parameters, log_likelihood, users, holdout and more, as `customers --json` prints it.
QJsonObject customersJson(const CustomersAnalysis &analysis);

} // namespace foretrail
