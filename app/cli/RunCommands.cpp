#include "app/cli/Command.h"
#include "core/behaviour/segments/SegmentUsers.h"
#include "core/data/RunFile.h"
#include "core/data/UnfinishedTrainings.h"
#include "core/report/AccuracyReport.h"
#include "core/report/CsvWriter.h"
#include "core/training/AdjustFromWorkspace.h"
#include "core/training/Branch.h"
#include "core/training/EarlierOrigins.h"
#include "core/training/RunImport.h"
#include "ui/charts/ForecastChart.h"
#include "ui/report/HandedForecast.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

namespace foretrail::cli {

namespace {

struct RunCommandsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Runs)
};

SegmentChoice segmentOfRun(const RunSummary &run)
{
    const QJsonValue segment = run.spec[QStringLiteral("segment")];
    return segment.isUndefined() ? SegmentChoice() : segmentFromJson(segment).value_or(SegmentChoice());
}

QJsonObject runJson(const RunSummary &run)
{
    const std::optional<BranchOrigin> origin = originOf(run);
    const SegmentChoice segment = segmentOfRun(run);
    return {{QStringLiteral("run"), run.id.value}, {QStringLiteral("name"), run.name}, {QStringLiteral("model"), run.model},
            {QStringLiteral("series"), run.seriesKey}, {QStringLiteral("created"), run.created.toString(Qt::ISODate)},
            {QStringLiteral("seed"), qint64(run.seed)}, {QStringLiteral("data"), run.dataFingerprint},
            {QStringLiteral("prepared"), run.metrics[QStringLiteral("prepared")]},
            {QStringLiteral("version"), run.programVersion}, {QStringLiteral("seconds"), run.seconds},
            {QStringLiteral("note"), run.note}, {QStringLiteral("origin"), origin ? QJsonValue(origin->toJson()) : QJsonValue()},
            {QStringLiteral("metrics"), run.metrics[QStringLiteral("model")]},
            {QStringLiteral("baseline"), run.metrics[QStringLiteral("baselineName")]},
            {QStringLiteral("baseline_metrics"), run.metrics[QStringLiteral("baseline")]},
            {QStringLiteral("sentence"), run.metrics[QStringLiteral("sentence")]}, {QStringLiteral("spec"), run.spec},
            {QStringLiteral("segment"), segment.isEverybody() ? QJsonValue() : QJsonValue(segmentReport({segment, nullptr}))}};
}

QJsonObject unfinishedJson(const UnfinishedTraining &training)
{
    return {{QStringLiteral("training"), training.id}, {QStringLiteral("name"), training.name},
            {QStringLiteral("epoch"), training.epoch()},
            {QStringLiteral("kept"), training.changed.toString(Qt::ISODate)}, {QStringLiteral("spec"), training.spec}};
}

struct TrainOptions {
    std::string workspace;
    ModelOptions model;
    QueryOptions query;
    std::int64_t resume = 0; ///< number of the training to go on with; 0: a new one
    std::string fromRun;     ///< number or name of the run whose weights it begins with; empty: drawn by the seed
    int fromEpoch = -1;      ///< after which the run had those weights
    bool json = false;
};

/// Which series of the question of a spec file, where nothing else of it is said; else as the other verbs read it.
Result<void> readQuestion(const TrainOptions &options, TrainingSpec &spec, ShopData &data)
{
    QueryOptions others = options.query;
    others.series.clear();
    if (options.model.spec.empty() || others.isSaid())
        return options.query.readInto(spec, !options.model.spec.empty(), data);
    if (!options.query.series.empty())
        spec.query.keys.clear();
    for (const std::string &series : options.query.series)
        spec.query.keys += text(series);
    return others.readInto(spec, true, data);
}

Result<RunId> trainNew(const TrainOptions &options, Workspace &workspace, JobContext &job)
{
    Result<TrainingSpec> spec = options.model.read();
    if (!spec)
        return fail(spec.error());
    if (const Result<void> recipe = options.model.readRecipe(*spec, workspace); !recipe)
        return fail(recipe.error());
    if (const Result<void> read = readQuestion(options, *spec, workspace.data()); !read)
        return fail(read.error());
    return trainAndStore(workspace, *spec, job);
}

/// By its number, or the newest of that name.
Result<RunSummary> runCalled(const QString &called, Workspace &workspace)
{
    const Result<QList<RunSummary>> runs = RunStore(workspace).list();
    if (!runs)
        return fail(runs.error());
    for (const RunSummary &run : *runs)
        if (QString::number(run.id.value) == called || run.name == called)
            return run;
    return fail(ErrorCode::NotFound, RunCommandsText::tr("There is no run %1. See those there are with: foretrail-cli runs %2").arg(called, workspace.path()));
}

Result<RunId> trainBranch(const TrainOptions &options, Workspace &workspace, JobContext &job)
{
    const Result<RunSummary> origin = runCalled(text(options.fromRun), workspace);
    if (!origin)
        return fail(origin.error());
    const Result<TrainingSpec> before = TrainingSpec::fromJson(origin->spec);
    if (!before)
        return fail(before.error().within(origin->name));
    Result<TrainingSpec> spec = options.model.spec.empty() ? before : TrainingSpec::fromFile(text(options.model.spec), &*before);
    if (!spec)
        return fail(spec.error());
    if (options.model.seed >= 0)
        spec->model.seed = quint64(options.model.seed);
    if (options.model.threads > 0)
        spec->model.threads = options.model.threads;
    return branchAndStore(workspace, {origin->id, options.fromEpoch, *spec}, job);
}

Result<RunId> trainAsAsked(const TrainOptions &options, Workspace &workspace, JobContext &job)
{
    if (options.resume != 0)
        return resumeAndStore(workspace, options.resume, job);
    return options.fromRun.empty() ? trainNew(options, workspace, job) : trainBranch(options, workspace, job);
}

/// A training that was stopped is not lost, and its number is what one needs to go on.
void noteKept(Workspace &workspace, const QDateTime &since)
{
    const auto unfinished = UnfinishedTrainings(workspace).list();
    if (!unfinished || unfinished->isEmpty() || unfinished->front().epochs.isEmpty() || unfinished->front().changed < since)
        return;
    note(RunCommandsText::tr("Kept after epoch %1. Go on with: foretrail-cli train %2 --resume %3")
             .arg(unfinished->front().epoch()).arg(workspace.path()).arg(unfinished->front().id));
}

Result<void> runTrain(const TrainOptions &options, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.workspace));
    if (!workspace)
        return fail(workspace.error());
    const QDateTime began = QDateTime::currentDateTimeUtc();
    const Result<RunId> id = trainAsAsked(options, *workspace, job);
    if (!id) {
        if (id.error().isCancelled())
            noteKept(*workspace, began);
        return fail(id.error());
    }
    const Result<RunRecord> run = RunStore(*workspace).load(*id);
    if (!run)
        return fail(run.error());
    if (options.json)
        printJson(runJson(run->summary));
    else
        print(RunCommandsText::tr("Run %1: %2. %3").arg(id->value).arg(run->summary.name, runSentence(run->summary)));
    if (!options.json && !segmentOfRun(run->summary).isEverybody())
        note(segmentNote());
    return {};
}

Result<void> runRuns(const std::string &path, bool json)
{
    Result<Workspace> workspace = Workspace::open(text(path), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<QList<RunSummary>> runs = RunStore(*workspace).list();
    if (!runs)
        return fail(runs.error());
    const auto unfinished = UnfinishedTrainings(*workspace).list();
    if (!unfinished)
        return fail(unfinished.error());
    if (json) {
        QJsonArray all, stopped;
        for (const RunSummary &run : *runs)
            all.append(runJson(run));
        for (const UnfinishedTraining &training : *unfinished)
            stopped.append(unfinishedJson(training));
        printJson({{QStringLiteral("runs"), all}, {QStringLiteral("unfinished"), stopped}});
        return {};
    }
    for (const UnfinishedTraining &training : *unfinished)
        note(RunCommandsText::tr("Not finished: %1, after epoch %2. Go on with: foretrail-cli train %3 --resume %4")
                 .arg(training.name).arg(training.epoch()).arg(text(path)).arg(training.id));
    if (runs->isEmpty())
        note(RunCommandsText::tr("No runs yet. Train one with: foretrail-cli train %1 --spec FILE.json").arg(text(path)));
    for (const RunSummary &run : *runs)
        print(QStringLiteral("%1\t%2\t%3\t%4").arg(run.id.value).arg(run.created.toString(Qt::ISODate), run.name,
                                                                   run.metrics[QStringLiteral("sentence")].toString()));
    return {};
}

Result<void> runAccuracy(const std::string &path, bool json, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(path), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<QList<SeriesAccuracy>> all = accuracyOfRuns(*workspace, {}, job);
    if (!all)
        return fail(all.error());
    if (json) {
        printJson(accuracyJson(*all));
        return {};
    }
    if (all->isEmpty())
        note(RunCommandsText::tr("No runs yet. Train one with: foretrail-cli train %1 --spec FILE.json").arg(text(path)));
    for (const QStringList &row : accuracyRows(*all))
        print(row.join(QLatin1Char('\t')));
    return {};
}

struct ExportOptions {
    std::string workspace, series, format, out;
    std::int64_t run = 0;
    double width = 317.5, height = 169.3; ///< mm
    int dpi = 192;
};

Result<void> runExport(const ExportOptions &options, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<RunRecord> run = RunStore(*workspace).load(RunId{options.run});
    if (!run)
        return fail(run.error());
    if (options.format == "run")
        return saveBytes(runFile(*run), text(options.out));
    const RunSummary &summary = run->summary;
    if (!options.series.empty() && text(options.series) != summary.seriesKey)
        return fail(ErrorCode::NotFound, RunCommandsText::tr("Run %1 was trained on series %2, not on %3.")
                                             .arg(options.run).arg(summary.seriesKey, text(options.series)));
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(summary.spec);
    if (!spec)
        return fail(spec.error());
    const Result<ForecastOutcome> outcome = reopenRun(*workspace, summary.id, job);
    if (!outcome)
        return fail(outcome.error());
    const Provenance provenance{workspace->path(), nameOfVersion(RunCommandsText::tr("run %1").arg(options.run), outcome->version), summary.seed, outcome->fingerprint, summary.created,
                                summary.programVersion, segmentTitle(spec->query.segment)};
    const Result<KeptAdjustments> kept = keptAdjustments(*workspace, *spec, *outcome);
    if (!kept)
        return fail(kept.error());
    const AdjustedForecast &adjusted = kept->forecast;
    ChartContent chart = forecastChart(*outcome, *spec, forecastFooter(*outcome, *spec, provenance, adjusted).join(QLatin1Char('\n')));
    addAdjusted(chart, adjusted, outcome->history.size());
    const Result<QByteArray> bytes = renderForecast({*outcome, *spec, provenance, chart, {}, {options.width, options.height, options.dpi}, adjusted}, text(options.format));
    return bytes ? saveBytes(*bytes, text(options.out)) : fail(bytes.error());
}

std::string checkFormat(const std::string &format)
{
    const bool isKnown = format == "png" || format == "svg" || format == "pdf" || format == "xlsx" || format == "csv" || format == "run";
    return isKnown ? std::string() : "use png, svg, pdf, xlsx, csv or run";
}

} // namespace

void addTrain(CLI::App &app, Action &action)
{
    auto options = std::make_shared<TrainOptions>();
    CLI::App *verb = app.add_subcommand("train", "Train a model and keep the run with its weights");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    options->model.addTo(*verb, false);
    options->query.addTo(*verb);
    CLI::Option *resume = verb->add_option("--resume", options->resume, "Number of a training that was stopped, as `runs` lists it: goes on where it was, with its own settings");
    for (CLI::Option *setting : verb->get_options()) // what it was begun with stands
        if (setting != resume && !setting->get_lnames().empty() && setting != verb->get_help_ptr())
            resume->excludes(setting);
    CLI::Option *fromRun = verb->add_option("--from-run", options->fromRun, "Number or name of a run: begins with the weights that it had after --from-epoch. Settings are those of the run; "
                                            "--spec names others for learningRate, schedule, optimiser, weightDecay, clipNorm, dropout, batch, epochs, patience, seed or threads");
    CLI::Option *fromEpoch = verb->add_option("--from-epoch", options->fromEpoch, "An epoch of that run; 0: before its first")->check(CLI::NonNegativeNumber);
    fromRun->needs(fromEpoch)->excludes("--resume")->excludes("--series")->excludes("--segment");
    fromEpoch->needs(fromRun);
    for (const char *fixed : {"--model", "--recipe", "--horizon", "--season", "--levels", "--floor", "--cap", "--whole", "--measure", "--by", "--step", "--top", "--all"})
        fromRun->excludes(fixed);
    verb->add_flag("--json", options->json, "The run as one JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return runTrain(*options, job); }; });
}

void addRuns(CLI::App &app, Action &action)
{
    auto workspace = std::make_shared<std::string>();
    auto json = std::make_shared<bool>(false);
    auto accuracy = std::make_shared<bool>(false);
    CLI::App *verb = app.add_subcommand("runs", "List the runs that a workspace keeps, newest first");
    verb->add_option("workspace", *workspace, "Workspace file (*.foretrail)")->required();
    verb->add_flag("--accuracy", *accuracy, "What each run forecast, against what the workspace holds of it now: errors by run and by step ahead");
    verb->add_flag("--json", *json, "One JSON object on standard output");
    verb->callback([workspace, json, accuracy, &action] {
        action = [workspace, json, accuracy](JobContext &job) { return *accuracy ? runAccuracy(*workspace, *json, job) : runRuns(*workspace, *json); };
    });
}

void addImportRun(CLI::App &app, Action &action)
{
    auto path = std::make_shared<std::string>();
    auto files = std::make_shared<std::vector<std::string>>();
    CLI::App *verb = app.add_subcommand("import-run", "Take runs that `export --format run` wrote into a workspace");
    verb->add_option("workspace", *path, "Workspace file (*.foretrail)")->required();
    verb->add_option("files", *files, "Files of runs (*.foretrail-run)")->required();
    verb->callback([path, files, &action] {
        action = [path, files](JobContext &job) -> Result<void> {
            Result<Workspace> workspace = Workspace::open(text(*path));
            if (!workspace)
                return fail(workspace.error());
            for (const std::string &file : *files) {
                const Result<RunId> id = importRun(*workspace, text(file), job);
                if (!id)
                    return fail(id.error());
                print(RunCommandsText::tr("Run %1: %2").arg(id->value).arg(text(file)));
            }
            return {};
        };
    });
}

void addExport(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ExportOptions>();
    CLI::App *verb = app.add_subcommand("export", "Export a run's forecast as a picture or as numbers, or the run itself");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_option("--run", options->run, "Number of the run, as `runs` lists it")->required();
    verb->add_option("--series", options->series, "Key of the series (default: the run's)");
    verb->add_option("--format", options->format, "png, svg, pdf, xlsx or csv; run: with weights, for import-run")->required()->check(checkFormat, "FORMAT");
    verb->add_option("--out", options->out, "File to write")->required();
    verb->add_option("--width", options->width, "Width of a picture in mm")->check(CLI::Range(PictureSize::least, PictureSize::most))->capture_default_str();
    verb->add_option("--height", options->height, "Its height")->check(CLI::Range(PictureSize::least, PictureSize::most))->capture_default_str();
    verb->add_option("--dpi", options->dpi, "Dots an inch of a PNG")->check(CLI::Range(PictureSize::leastDpi, PictureSize::mostDpi))->capture_default_str();
    verb->callback([options, &action] { action = [options](JobContext &job) { return runExport(*options, job); }; });
}

} // namespace foretrail::cli
