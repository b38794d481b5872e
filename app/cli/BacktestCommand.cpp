#include "app/cli/ForecastOptions.h"
#include "core/report/ForecastReport.h"
#include "core/training/FindRecipe.h"
#include "core/training/Companions.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace foretrail::cli {

namespace {

struct BacktestCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Forecast)
};

struct BacktestCommand {
    ForecastOptions forecast;
    BacktestOptions backtest;
    std::string window = "expanding", refit = "every", tables;

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

QJsonValue orNull(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null); }

QJsonObject comparisonJson(const LossComparison &comparison)
{
    return {{QStringLiteral("better_share"), orNull(comparison.betterShare)}, {QStringLiteral("difference"), orNull(comparison.difference)},
            {QStringLiteral("p"), orNull(comparison.pValue)}, {QStringLiteral("series"), comparison.series},
            {QStringLiteral("folds"), comparison.folds}};
}

/// The errors of a model, with the comparison with the baseline, and the OWA where Naive 2 was tested too.
QJsonObject testedJson(const BacktestReport &report, const QString &model)
{
    QJsonObject json = metricsJson(model, report.byModel.value(model));
    json.insert(QStringLiteral("MASE_median"), orNull(report.medianMase.value(model, missing)));
    if (!report.owa.isEmpty())
        json.insert(QStringLiteral("OWA"), orNull(report.owa.value(model, missing)));
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
    const Result<BacktestOptions> how = command.read();
    if (!how)
        return fail(how.error());
    Result<ForecastRequest> request = forecastRequest(single);
    if (!request)
        return fail(request.error());
    const TrainingSpec &spec = request->spec;
    const Result<QList<Series>> series = request->workspace.data().series(spec.query, job);
    if (!series)
        return fail(series.error());
    const auto companions = Companions::ofWorkspace(request->workspace.data(), spec, models, job);
    if (!companions)
        return fail(companions.error());
    SurroundingsReader reader(request->workspace.data(), spec.recipe, spec.query);
    const Result<BacktestReport> report = backtest(*series, spec, models, *how, job, [&](const QString &key) { return reader.read(key, job); },
                                                   companions->get());
    if (!report)
        return fail(report.error());
    if (Result<void> written = writeTables(*report, command); !written)
        return written;
    if (report->skippedSeries > 0)
        note(BacktestCommandText::tr("%1 series were too short for %2 folds and are left out.").arg(report->skippedSeries).arg(how->folds));
    if (!single.json) {
        note(report->sentence);
        return {};
    }
    const Result<QString> data = request->workspace.data().fingerprint();
    if (!data)
        return fail(data.error());
    QJsonObject json = reportJson(*report, models);
    json.insert(QStringLiteral("prepared"), preparedFingerprint(*data, spec.recipe));
    json.insert(QStringLiteral("series"), series->size() - report->skippedSeries);
    json.insert(QStringLiteral("threads"), threadsUsed(models, spec, report->threads));
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
    verb.add_option("--tables", command.tables, "CSV file for the errors by horizon step, fold, series (the worst first) and weekday");
}

void settle(BacktestCommand &command)
{
    command.forecast.settleOut();
    if (command.tables == "-")
        throw CLI::ValidationError("--tables", "standard output holds the scores or --json; name a file");
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
