#include "app/cli/ForecastOptions.h"
#include "core/report/ReconciledForecast.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace foretrail::cli {

namespace {

struct ReconcileOptions {
    ForecastOptions forecast;
    std::string method = "mint";
    int top = 100;
};

Result<void> runReconcile(const ReconcileOptions &options, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    Result<ForecastRequest> request = forecastRequest(options.forecast, job);
    if (!request)
        return fail(request.error());
    const Result<ReconcileMethod> method = reconcileMethodFromName(text(options.method));
    if (!method)
        return fail(method.error());
    request->spec.split.test = options.forecast.holdout;
    const Result<ReconciledForecast> forecast = reconciledForecast(request->workspace.data(), request->spec, *method, options.top, options.forecast.workers, job);
    if (!forecast)
        return fail(forecast.error());
    if (!options.forecast.out.empty()) {
        if (const Result<void> written = writeReconciled(*forecast, text(options.forecast.out)); !written)
            return written;
    }
    if (options.forecast.json) {
        QJsonObject json = forecast->toJson();
        json.insert(QStringLiteral("seconds"), double(timer.elapsed()) / 1000);
        printJson(json);
    } else {
        note(forecast->sentence());
    }
    return {};
}

} // namespace

void addReconcile(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ReconcileOptions>();
    CLI::App *verb = app.add_subcommand("reconcile", "Forecast the total, its categories and items so that they add up; columns level,parent,series,name,h,time,model,base,mean");
    verb->add_option("workspace", options->forecast.workspace, "Workspace file (*.foretrail)")->required();
    options->forecast.model.addTo(*verb, false);
    verb->add_option("--measure", options->forecast.query.measure, "revenue, quantity or events")->check(CLI::IsMember({"revenue", "quantity", "events"}));
    verb->add_option("--step", options->forecast.query.step, "hour, day, week, month, quarter or year")->capture_default_str();
    verb->add_option("--method", options->method, "mint (all move, by how far each missed), bottom-up or top-down")
        ->check(CLI::IsMember({"mint", "bottom-up", "top-down"}))->capture_default_str();
    verb->add_option("--top", options->top, "Items with forecasts of their own; the others of a category are one series")->check(CLI::Range(0, 100000))->capture_default_str();
    verb->add_option("--holdout", options->forecast.holdout, "Judge it on the last H observations of the total, at most half of them; 0: not at all (default: as in the window, 28 days, 8 weeks, 6 months, or a quarter of a short total)")->check(CLI::NonNegativeNumber);
    options->forecast.addWorkersTo(*verb);
    options->forecast.addOutTo(*verb);
    verb->add_flag("--json", options->forecast.json, "Errors of each level before and after, as one JSON object on standard output");
    verb->callback([options, verb, &action] {
        options->forecast.settleOut();
        if (verb->count("--holdout") == 0)
            options->forecast.holdout = -1; // reconciledTest() knows
        action = [options](JobContext &job) { return runReconcile(*options, job); };
    });
}

} // namespace foretrail::cli
