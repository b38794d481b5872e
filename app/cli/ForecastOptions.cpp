#include "app/cli/ForecastOptions.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/training/Experiment.h"

#include <algorithm>

namespace foretrail::cli {

void ForecastOptions::addWorkersTo(CLI::App &verb)
{
    verb.add_option("--workers", workers, "Threads that share the series; 0 is one for each core (neural models train one series at a time)")
        ->check(CLI::Range(0, 1024))->capture_default_str();
}

void ForecastOptions::addOutTo(CLI::App &verb)
{
    verb.add_option("--out", out, "CSV file; - is standard output (default, unless --json is given)");
}

void ForecastOptions::settleOut()
{
    if (json && out == "-")
        throw CLI::ValidationError("--out", "standard output cannot hold both the table and --json; name a file");
    if (!json && out.empty())
        out = "-";
}

Result<ForecastRequest> forecastRequest(const ForecastOptions &options, JobContext &job)
{
    Result<TrainingSpec> spec = options.model.read();
    if (!spec)
        return fail(spec.error());
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    if (const Result<void> recipe = options.model.readRecipe(*spec, *workspace); !recipe)
        return fail(recipe.error());
    if (const Result<void> read = options.query.readInto(*spec, !options.model.spec.empty(), workspace->data()); !read)
        return fail(read.error());
    Result<SeriesQuery> query = withUsers(*workspace, spec->query, job);
    if (!query)
        return fail(query.error());
    spec->query = std::move(*query);
    return ForecastRequest{std::move(*workspace), *spec};
}

QJsonObject metricsJson(const QString &model, const Metrics &metrics)
{
    QJsonObject json = metrics.toJson();
    json.insert(QStringLiteral("model"), model);
    return json;
}

int threadsUsed(const QStringList &models, const TrainingSpec &spec, int workers)
{
    const bool isNeural = std::any_of(models.begin(), models.end(), [](const QString &name) {
        const ModelInfo *info = modelRegistry().find(name);
        return info && info->isNeural && !info->learnsFromPanel;
    });
    return isNeural ? spec.model.threads : workers;
}

} // namespace foretrail::cli
