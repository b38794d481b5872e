#include "app/cli/ForecastOptions.h"
#include "core/base/JsonNumber.h"
#include "core/report/ForecastReport.h"
#include "core/training/FindRecipe.h"
#include "core/training/Companions.h"
#include "core/training/ModelComparison.h"
#include "core/training/SeriesGroups.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace foretrail::cli {

namespace {

struct BacktestCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Forecast)
};

struct BacktestCommand {
    ForecastOptions forecast;
    BacktestOptions backtest;
    std::string window = "expanding", refit = "every", tables, groups, compare;

    /// The options of the test, with the names read.
    Result<BacktestOptions> read() const
    {
        const Result<BacktestWindow> shape = backtestWindowFromName(text(window));
        if (!shape)
            return fail(shape.error());
        const Result<Refit> when = refitFromName(text(refit));
        if (!when)
            return fail(when.error());
        BacktestOptions options = backtest;
        options.window = *shape;
        options.refit = *when;
        options.workers = forecast.workers;
        return options.validate().map([&] { return options; });
    }
};

QJsonObject comparisonJson(const LossComparison &comparison)
{
    return {{QStringLiteral("better_share"), jsonNumber(comparison.betterShare)}, {QStringLiteral("difference"), jsonNumber(comparison.difference)},
            {QStringLiteral("p"), jsonNumber(comparison.pValue)}, {QStringLiteral("series"), comparison.series},
            {QStringLiteral("folds"), comparison.folds}};
}

/// The errors of a model, with the comparison with the baseline, and the OWA where Naive 2 was tested too.
QJsonObject testedJson(const BacktestReport &report, const QString &model)
{
    QJsonObject json = metricsJson(model, report.byModel.value(model));
    json.insert(QStringLiteral("MASE_median"), jsonNumber(report.medianMase.value(model, missing)));
    if (!report.owa.isEmpty())
        json.insert(QStringLiteral("OWA"), jsonNumber(report.owa.value(model, missing)));
    if (const auto compared = report.comparisons.constFind(model); compared != report.comparisons.cend())
        json.insert(QStringLiteral("comparison"), comparisonJson(*compared));
    return json;
}

QJsonArray tableJson(const QList<BacktestGroup> &table)
{
    QJsonArray rows;
    for (const BacktestGroup &group : table) {
        QJsonObject row = metricsJson(group.model, group.metrics);
        row.insert(QStringLiteral("group"), group.name);
        if (!std::isnan(group.pValue))
            row.insert(QStringLiteral("p"), group.pValue);
        rows.append(row);
    }
    return rows;
}

QJsonObject reportJson(const BacktestReport &report, const QStringList &models)
{
    QJsonArray all;
    for (const QString &model : models)
        all.append(testedJson(report, model));
    QJsonObject json{{QStringLiteral("models"), all}, {QStringLiteral("baseline"), testedJson(report, report.baseline)},
                     {QStringLiteral("sentence"), report.sentence}, {QStringLiteral("skipped"), report.skippedSeries},
                     {QStringLiteral("seconds"), report.seconds}};
    for (const auto &[by, table] : namedTables(report.tables))
        json.insert(QStringLiteral("by_") + by, tableJson(table));
    return json;
}

/// The two models of --compare.
QStringList pairOf(const BacktestCommand &command) { return text(command.compare).split(QLatin1Char(','), Qt::SkipEmptyParts); }

Result<void> readGroups(const BacktestCommand &command, ForecastRequest &request, const QList<Series> &series, BacktestOptions &options, JobContext &job)
{
    if (command.groups.empty())
        return {};
    QStringList keys;
    for (const Series &one : series)
        keys << one.key;
    const Result<SeriesGroupings> groupings = groupingsOf(request.workspace.data(), request.spec.query, keys, job);
    if (!groupings)
        return fail(groupings.error().within(QStringLiteral("--groups")));
    const auto found = std::find_if(groupings->keyBegin(), groupings->keyEnd(),
                                    [&](const QString &name) { return name.compare(text(command.groups), Qt::CaseInsensitive) == 0; });
    if (found == groupings->keyEnd())
        return fail(ErrorCode::NotFound, groupings->isEmpty()
            ? BacktestCommandText::tr("--groups: nothing is known of these series but their values. Import a table of their attributes first.")
            : BacktestCommandText::tr("--groups: no table says \"%1\" of these series. There are: %2.").arg(text(command.groups), groupings->keys().join(QStringLiteral(", "))));
    options.groupings = {{*found, groupings->value(*found)}};
    return {};
}

/// Refuses a pair of which one is not tested.
Result<void> checkPair(const QStringList &pair, const BacktestReport &report)
{
    for (const QString &model : pair)
        if (!report.byModel.contains(model))
            return fail(ErrorCode::InvalidInput, BacktestCommandText::tr("--compare: %1 is not among the models that are tested.").arg(model));
    return {};
}

LossComparison comparedPair(const QStringList &pair, const BacktestReport &report, const TrainingSpec &spec, const BacktestOptions &how)
{
    return compareModels(report.scores, pair[0], pair[1], how.overlapFor(spec.horizon), spec.model.seed);
}

Result<void> writeTables(const BacktestReport &report, const BacktestCommand &command)
{
    if (!command.forecast.out.empty())
        if (Result<void> written = writeBacktest(report, text(command.forecast.out)); !written)
            return written;
    return command.tables.empty() ? Result<void>() : writeBacktestTables(report.tables, text(command.tables));
}

Result<void> runBacktest(const BacktestCommand &command, JobContext &job)
{
    ForecastOptions single = command.forecast;
    const QStringList models = text(single.model.model).split(QLatin1Char(','), Qt::SkipEmptyParts);
    single.model.model = models.isEmpty() ? std::string() : models.front().toStdString();
    single.model.beside = models;
    Result<BacktestOptions> how = command.read();
    if (!how)
        return fail(how.error());
    Result<ForecastRequest> request = forecastRequest(single, job);
    if (!request)
        return fail(request.error());
    const TrainingSpec &spec = request->spec;
    const Result<QList<Series>> series = request->workspace.data().series(spec.query, job);
    if (!series)
        return fail(series.error());
    if (const Result<void> read = readGroups(command, *request, *series, *how, job); !read)
        return read;
    const auto companions = Companions::ofWorkspace(request->workspace.data(), spec, models, job);
    if (!companions)
        return fail(companions.error());
    SurroundingsReader reader(request->workspace.data(), spec.recipe, spec.query, spec.model.global.attributes);
    const Result<BacktestReport> report = backtest(*series, spec, models, *how, job, [&](const QString &key) { return reader.read(key, job); },
                                                   companions->get());
    if (!report)
        return fail(report.error());
    const QStringList pair = pairOf(command);
    if (const Result<void> fine = checkPair(pair, *report); !fine)
        return fine;
    if (Result<void> written = writeTables(*report, command); !written)
        return written;
    if (report->skippedSeries > 0)
        note(BacktestCommandText::tr("%1 series were too short for %2 folds and are left out.").arg(report->skippedSeries).arg(how->folds));
    if (!single.json) {
        note(report->sentence);
        noteSegment(spec.query);
        if (!pair.isEmpty())
            note(pairSentence(*report, pair[0], pair[1], comparedPair(pair, *report, spec, *how)));
        return {};
    }
    const Result<QString> data = fingerprintOf(request->workspace.data(), spec.query);
    if (!data)
        return fail(data.error());
    QJsonObject json = reportJson(*report, models);
    if (!pair.isEmpty()) {
        const LossComparison compared = comparedPair(pair, *report, spec, *how);
        QJsonObject object = comparisonJson(compared);
        object.insert(QStringLiteral("models"), QJsonArray::fromStringList(pair));
        object.insert(QStringLiteral("sentence"), pairSentence(*report, pair[0], pair[1], compared));
        json.insert(QStringLiteral("compare"), object);
    }
    json.insert(QStringLiteral("prepared"), preparedFingerprint(*data, spec.recipe));
    json.insert(QStringLiteral("series"), series->size() - report->skippedSeries);
    json.insert(QStringLiteral("threads"), threadsUsed(models, spec, report->threads));
    tellSegment(spec.query, json);
    printJson(json);
    return {};
}

void addFolds(CLI::App &verb, BacktestCommand &command)
{
    verb.add_option("--folds", command.backtest.folds, "Origins")->check(CLI::Range(1, 10'000))->capture_default_str();
    verb.add_option("--stride", command.backtest.stride, "Steps between origins (default: the horizon)")->check(CLI::Range(1, 1'000'000));
    verb.add_option("--window", command.window, "What a fold knows: expanding, all before its origin; sliding, the last --window-length steps")
        ->check(CLI::IsMember({"expanding", "sliding"}))->capture_default_str();
    verb.add_option("--window-length", command.backtest.windowLength, "Steps of a sliding window (default: as many as lie before the first origin)")
        ->check(CLI::Range(2, 1'000'000));
    verb.add_option("--refit", command.refit, "Fit models in every fold, or once before the first origin and then only follow the data")
        ->check(CLI::IsMember({"every", "once"}))->capture_default_str();
    verb.add_flag("--adaptive", command.backtest.isAdaptive, "Ask for bands at the level that the folds before earned, step by step (adaptive conformal inference)");
    verb.add_flag("--owa", command.backtest.owa, "Test naive2 as well and tell the OWA of each model (mean of sMAPE and MASE over those of naive2)");
    verb.add_option("--groups", command.groups, "An attribute that a catalogue gives the items (or series): errors of each of its values are told as well");
    verb.add_option("--compare", command.compare, "Two of the models, A,B: tell whether A is closer (sign-flip test over series, Diebold and Mariano's over folds)");
    verb.add_option("--tables", command.tables, "CSV file for the errors by horizon step, fold, series (the worst first), weekday and group");
}

void settle(BacktestCommand &command)
{
    command.forecast.settleOut();
    if (command.tables == "-")
        throw CLI::ValidationError("--tables", "standard output holds the scores or --json; name a file");
    if (const auto pair = pairOf(command); !command.compare.empty() && (pair.size() != 2 || pair[0] == pair[1]))
        throw CLI::ValidationError("--compare", "name two models, with a comma between");
    if (command.backtest.windowLength > 0 && command.window != "sliding")
        throw CLI::ValidationError("--window-length", "goes with --window sliding");
}

} // namespace

void addBacktest(CLI::App &app, Action &action)
{
    auto command = std::make_shared<BacktestCommand>();
    CLI::App *verb = app.add_subcommand("backtest", "Test models at several origins; columns series,model,fold,h and errors");
    verb->add_option("workspace", command->forecast.workspace, "Workspace file (*.foretrail)")->required();
    command->forecast.model.addTo(*verb, true);
    command->forecast.query.addTo(*verb);
    addFolds(*verb, *command);
    command->forecast.addWorkersTo(*verb);
    command->forecast.addOutTo(*verb);
    verb->add_flag("--json", command->forecast.json, "Errors of each model, and tables of them, as one JSON object on standard output");
    verb->callback([command, &action] {
        settle(*command);
        action = [command](JobContext &job) { return runBacktest(*command, job); };
    });
}

} // namespace foretrail::cli
