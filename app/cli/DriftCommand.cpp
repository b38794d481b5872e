#include "app/cli/ForecastOptions.h"
#include "core/report/DriftScan.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace foretrail::cli {

namespace {

struct DriftCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Drift)
};

struct DriftCommandOptions {
    ForecastOptions forecast;
    std::string settings;
};

Result<DriftSettings> settingsFrom(const QString &path)
{
    if (path.isEmpty())
        return DriftSettings();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, DriftCommandText::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return fail(ErrorCode::Format, DriftCommandText::tr("%1 holds no JSON object.").arg(path));
    const Result<DriftSettings> settings = DriftSettings::fromJson(document.object());
    if (!settings)
        return fail(settings.error().within(path));
    return settings;
}

Result<void> runDrift(const DriftCommandOptions &options, JobContext &job)
{
    const Result<DriftSettings> settings = settingsFrom(text(options.settings));
    if (!settings)
        return fail(settings.error());
    Result<ForecastRequest> request = forecastRequest(options.forecast, job);
    if (!request)
        return fail(request.error());
    const Result<DriftScan> scan = scanForDrift(request->workspace, request->spec, *settings, job);
    if (!scan)
        return fail(scan.error());
    QJsonObject json = driftJson(*scan);
    tellSegment(request->spec.query, json);
    if (options.forecast.json) {
        printJson(json);
        return {};
    }
    for (const DriftEvent &event : scan->events)
        print(driftEventSentence(event, *scan));
    for (const InputChange &change : scan->inputs)
        print(change.sentence());
    note(driftSentence(*scan));
    noteSegment(request->spec.query);
    return {};
}

} // namespace

void addDrift(CLI::App &app, Action &action)
{
    auto options = std::make_shared<DriftCommandOptions>();
    options->forecast.model.model = "snaive";
    CLI::App *verb = app.add_subcommand("drift", "Say when the one-step errors of a model on a series changed, with before, after and the items and users that drive it, when what comes into the shop in a day changed, and how bands fared");
    verb->add_option("workspace", options->forecast.workspace, "Workspace file (*.foretrail)")->required();
    options->forecast.model.addTo(*verb, false);
    options->forecast.query.addTo(*verb);
    verb->add_option("--settings", options->settings, "JSON file with thresholds, such as {\"learning\": 50, \"pageHinkley\": {\"lambda\": 6}}");
    verb->add_flag("--json", options->forecast.json, "Alerts, drivers, changes of daily inputs (events, users, conversion, purchase-value) and coverage, as one JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return runDrift(*options, job); }; });
}

} // namespace foretrail::cli
