#pragma once

#include "app/cli/Command.h"
#include "core/evaluation/Metrics.h"

namespace foretrail::cli {

/// Options of the verbs that forecast.
struct ForecastOptions {
    std::string workspace, out;
    QueryOptions query;
    ModelOptions model;
    int holdout = 0;
    int workers = 0;
    bool json = false;
    bool withOverrides = false; ///< columns with what people corrected

    void addWorkersTo(CLI::App &verb);
    /// --out of a CSV. Standard output is for one thing: with --json that is the object, otherwise the table.
    void addOutTo(CLI::App &verb);
    /// Refuses what --out and --json cannot both have, and fills in what neither says.
    void settleOut();
};

/// A workspace that is open, and the options read against its data; the query has the users of its segment.
struct ForecastRequest {
    Workspace workspace;
    TrainingSpec spec;
};
Result<ForecastRequest> forecastRequest(const ForecastOptions &options, JobContext &job);

/// Metrics under the name of a model.
QJsonObject metricsJson(const QString &model, const Metrics &metrics);

/// A network uses threads of its own, the other models those that series are shared among.
int threadsUsed(const QStringList &models, const TrainingSpec &spec, int workers);

} // namespace foretrail::cli
