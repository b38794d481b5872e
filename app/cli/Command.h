#pragma once

#include "core/data/Workspace.h"
#include "core/training/TrainingSpec.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace foretrail::cli {

/// What a verb does once its options are read. Everything it needs was copied into it.
using Action = std::function<Result<void>(JobContext &job)>;

/// Verbs register themselves on the application and set `action` when they were chosen.
void addImport(CLI::App &app, Action &action);
void addImports(CLI::App &app, Action &action);
void addUndo(CLI::App &app, Action &action);
void addRedo(CLI::App &app, Action &action);
void addSeries(CLI::App &app, Action &action);
void addForecast(CLI::App &app, Action &action);
void addBacktest(CLI::App &app, Action &action);
void addTrain(CLI::App &app, Action &action);
void addSearch(CLI::App &app, Action &action);
void addRuns(CLI::App &app, Action &action);
void addProfile(CLI::App &app, Action &action);
void addCustomers(CLI::App &app, Action &action);
void addIntent(CLI::App &app, Action &action);
void addExport(CLI::App &app, Action &action);
void addReport(CLI::App &app, Action &action);
void addExceptions(CLI::App &app, Action &action);
void addImportRun(CLI::App &app, Action &action);
void addSample(CLI::App &app, Action &action);
void addQuality(CLI::App &app, Action &action);
void addPrepare(CLI::App &app, Action &action);
void addRecipes(CLI::App &app, Action &action);
void addRecommend(CLI::App &app, Action &action);
void addRecommendEval(CLI::App &app, Action &action);
void addPrivacy(CLI::App &app, Action &action);
void addSegments(CLI::App &app, Action &action);
void addFunnel(CLI::App &app, Action &action);
void addRetention(CLI::App &app, Action &action);
void addPaths(CLI::App &app, Action &action);
void addLifecycle(CLI::App &app, Action &action);
void addAudience(CLI::App &app, Action &action);
void addOverrides(CLI::App &app, Action &action);
void addReconcile(CLI::App &app, Action &action);
void addExplain(CLI::App &app, Action &action);
void addWhatIf(CLI::App &app, Action &action);
void addLive(CLI::App &app, Action &action);
void addDrift(CLI::App &app, Action &action);
void addUpdate(CLI::App &app, Action &action);
void addCampaign(CLI::App &app, Action &action);

inline QString text(const std::string &value) { return QString::fromStdString(value); }
QStringList texts(const std::vector<std::string> &values);

/// --min-group: `least` users that a count or a list of them must have to be told.
void addMinGroup(CLI::App &verb, int &least);

/// One JSON object on standard output.
void printJson(const QJsonObject &json);
/// A line on standard output; messages for people go to standard error with note().
void print(const QString &line);
void note(const QString &line);

/// Tells of the segment that a question, led through withUsers(), is about: as "segment" of `json`, or as a line for people. Nothing without one.
void tellSegment(const SeriesQuery &query, QJsonObject &json);
void noteSegment(const SeriesQuery &query);

/// Options that choose series: --measure --by --step --series --top --all --segment.
struct QueryOptions {
    std::string measure;
    std::string by = "total";
    std::string step = "day";
    std::vector<std::string> series;
    std::string segment; ///< of whose users; empty: of all
    int top = 0;
    bool all = false;

    void addTo(CLI::App &verb);
    void addSegmentTo(CLI::App &verb);
    bool isSaid() const; ///< any of them but the step and the segment
    /// Fills what was not said from the data: imported series where there are only those, events where the log has no
    /// amounts. An error says which options choose when several series would answer and none was named.
    Result<SeriesQuery> query(ShopData &data, bool mustChoose) const;
    /// Puts what was said into a spec. Where a file was read, its series stand unless others are named, and so does its segment.
    Result<void> readInto(TrainingSpec &spec, bool hasFile, ShopData &data) const;
};

/// Options that describe a model: --model --season --horizon --levels --floor --cap --whole --spec --recipe --seed --threads.
struct ModelOptions {
    std::string model;
    std::string spec;
    std::string recipe;
    int horizon = 0;
    int season = -1;
    std::string levels;
    std::string floor, cap; ///< numbers; empty: not said
    bool isWhole = false;
    std::int64_t seed = -1;
    int threads = 0;
    QStringList beside; ///< models that are tested with the one of the spec

    /// `many`: several models may be named, one has to.
    void addTo(CLI::App &verb, bool many);
    /// The spec file's settings, with what was said on the command line put over them.
    Result<TrainingSpec> read() const;
    /// Puts the recipe that was named over that of the spec.
    Result<void> readRecipe(TrainingSpec &spec, Workspace &workspace) const;
};

} // namespace foretrail::cli
