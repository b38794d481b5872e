#include "app/cli/ForecastOptions.h"
#include "core/report/ForecastReport.h"
#include "core/training/AdjustFromWorkspace.h"
#include "core/training/OverrideValue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace foretrail::cli {

namespace {

struct OverridesText { Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Overrides) };

struct OverridesOptions {
    ForecastOptions forecast;
    std::vector<std::string> set, remove;
    std::string layer = "analyst", reason;
    bool changes() const { return !set.empty() || !remove.empty(); }
};

QString stepName(const AdjustedStep &step, const TimeAxis &axis)
{
    return axis.hasCalendar() ? formatTime(step.time, axis.step) : QString::number(step.time);
}

/// The step that "2011-10-03" or "145" names.
Result<const AdjustedStep *> stepAt(const AdjustedForecast &forecast, const TimeAxis &axis, const QString &time)
{
    const auto found = std::find_if(forecast.steps.begin(), forecast.steps.end(), [&](const AdjustedStep &step) { return stepName(step, axis) == time; });
    if (found != forecast.steps.end())
        return &*found;
    if (forecast.steps.empty())
        return fail(ErrorCode::NotFound, OverridesText::tr("Nothing is forecast here. Give a --horizon."));
    return fail(ErrorCode::NotFound, OverridesText::tr("%1 is no step of the forecast, which goes from %2 to %3. Choose one of them, or another --horizon.")
                    .arg(time, stepName(forecast.steps.front(), axis), stepName(forecast.steps.back(), axis)));
}

Result<Override> readSet(const QString &text, const OverridesOptions &options, const KeptAdjustments &kept, const TimeAxis &axis, const QString &model)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return fail(ErrorCode::InvalidInput, OverridesText::tr("--set takes TIME=CORRECTION, such as 2026-01-31=120 or 2026-01-31=+10%; \"%1\" is not of that form.").arg(text));
    const Result<const AdjustedStep *> step = stepAt(kept.forecast, axis, text.left(equals));
    if (!step)
        return fail(step.error());
    const Result<TypedOverride> typed = typedOverride(text.mid(equals + 1), QLocale::c());
    if (!typed)
        return fail(typed.error());
    const Result<OverrideLayer> layer = overrideLayerFromName(QString::fromStdString(options.layer));
    if (!layer)
        return fail(layer.error());
    return Override{*layer, (*step)->time, typed->kind, typed->amount, QString::fromStdString(options.reason), (*step)->beneath(*layer), model,
                    QDateTime::currentDateTimeUtc()};
}

/// The corrections of the steps that change, as they shall be: of another layer they stay.
struct OverrideChange {
    QList<WallMs> times;
    QList<Override> now;

    void put(const KeptAdjustments &kept, OverrideLayer layer, WallMs time, const std::optional<Override> &one)
    {
        if (!times.contains(time)) {
            times.append(time);
            std::copy_if(kept.overrides.begin(), kept.overrides.end(), std::back_inserter(now), [time](const Override &other) { return other.time == time; });
        }
        now.removeIf([&](const Override &other) { return other.time == time && other.layer == layer; });
        if (one)
            now.append(*one);
    }
};

Result<OverrideChange> wantedChange(const OverridesOptions &options, const KeptAdjustments &kept, const TimeAxis &axis, const QString &model)
{
    OverrideChange change;
    const Result<OverrideLayer> layer = overrideLayerFromName(QString::fromStdString(options.layer));
    if (!layer)
        return fail(layer.error());
    for (const std::string &entry : options.set) {
        const Result<Override> one = readSet(text(entry), options, kept, axis, model);
        if (!one)
            return fail(one.error());
        change.put(kept, one->layer, one->time, *one);
    }
    for (const std::string &entry : options.remove) {
        const Result<const AdjustedStep *> step = stepAt(kept.forecast, axis, text(entry));
        if (!step)
            return fail(step.error());
        change.put(kept, *layer, (*step)->time, {});
    }
    return change;
}

Result<void> store(const OverridesOptions &options, const QString &question, const OverrideChange &change, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.forecast.workspace));
    if (!workspace)
        return fail(workspace.error());
    return OverrideStore(*workspace).replace(question, change.times, change.now, job);
}

QJsonObject stepJson(const AdjustedStep &step, const TimeAxis &axis)
{
    QJsonObject json{{QStringLiteral("time"), stepName(step, axis)}, {QStringLiteral("forecast"), step.forecast}, {QStringLiteral("adjusted"), step.adjusted()},
                     {QStringLiteral("moved"), step.hasMoved()}};
    for (const auto &one : step.overrides)
        if (one)
            json.insert(overrideLayerName(one->layer), QJsonObject{{QStringLiteral("correction"), overrideText(one->kind, one->amount, QLocale::c())},
                                                                   {QStringLiteral("reason"), one->reason}, {QStringLiteral("beneath"), one->beneath},
                                                                   {QStringLiteral("model"), one->model}, {QStringLiteral("created"), one->created.toString(Qt::ISODate)}});
    return json;
}

QJsonObject seriesJson(const KeptAdjustments &kept, const Series &history)
{
    QJsonArray steps, values;
    for (const AdjustedStep &step : kept.forecast.steps)
        if (step.isAdjusted())
            steps.append(stepJson(step, history.axis));
    for (const OverrideValue &value : overrideValues(kept.overrides, history))
        values.append(value.toJson());
    return {{QStringLiteral("series"), history.key}, {QStringLiteral("corrections"), kept.overrides.size()}, {QStringLiteral("steps"), steps},
            {QStringLiteral("forecast_total"), kept.forecast.forecastTotal()}, {QStringLiteral("adjusted_total"), kept.forecast.adjustedTotal()},
            {QStringLiteral("value_added"), values}};
}

Result<void> runOverrides(const OverridesOptions &options, JobContext &job)
{
    Result<ForecastRequest> request = forecastRequest(options.forecast, job);
    if (!request)
        return fail(request.error());
    request->spec.split.test = 0;
    const TrainingSpec &spec = request->spec;
    const Result<QList<ForecastOutcome>> outcomes = forecastFromWorkspace(request->workspace, spec, job, {}, options.forecast.workers);
    if (!outcomes)
        return fail(outcomes.error());
    if (options.changes() && outcomes->size() != 1)
        return fail(ErrorCode::InvalidInput, OverridesText::tr("A correction belongs to one series. Choose it with --series."));
    QJsonArray all;
    QList<AdjustedForecast> adjustments;
    for (const ForecastOutcome &outcome : *outcomes) {
        Result<KeptAdjustments> kept = keptAdjustments(request->workspace, spec, outcome);
        if (kept && options.changes()) {
            const Result<OverrideChange> change = wantedChange(options, *kept, outcome.history.axis, spec.model.model);
            if (!change)
                return fail(change.error());
            if (const Result<void> stored = store(options, kept->question, *change, job); !stored)
                return stored;
            kept = keptAdjustments(request->workspace, spec, outcome);
        }
        if (!kept)
            return fail(kept.error());
        all.append(seriesJson(*kept, outcome.history));
        adjustments.append(std::move(kept->forecast));
    }
    if (!options.forecast.out.empty()) {
        const Result<void> written = writeForecasts(*outcomes, ForecastPart::Future, spec.model.model, spec.levels, text(options.forecast.out), adjustments);
        if (!written)
            return written;
    }
    if (options.forecast.json)
        printJson({{QStringLiteral("series"), all}});
    return {};
}

} // namespace

void addOverrides(CLI::App &app, Action &action)
{
    auto options = std::make_shared<OverridesOptions>();
    CLI::App *verb = app.add_subcommand("overrides", "Correct a forecast by hand, list the corrections, and tell what past ones were worth");
    verb->add_option("workspace", options->forecast.workspace, "Workspace file (*.foretrail)")->required();
    options->forecast.model.addTo(*verb, false);
    options->forecast.query.addTo(*verb);
    verb->add_option("--set", options->set, "TIME=CORRECTION: a value (120), per cent (+10%) or so much more or less (+3, -3); may be repeated");
    verb->add_option("--remove", options->remove, "TIME: takes the correction of the layer away; may be repeated");
    verb->add_option("--layer", options->layer, "analyst, or manager on top of that")->check(CLI::IsMember({"analyst", "manager"}))->capture_default_str();
    verb->add_option("--reason", options->reason, "Why, for --set");
    options->forecast.addOutTo(*verb);
    verb->add_flag("--json", options->forecast.json, "Corrections, totals and the value added by past ones, as one JSON object on standard output");
    verb->callback([options, &action] {
        options->forecast.settleOut();
        action = [options](JobContext &job) { return runOverrides(*options, job); };
    });
}

} // namespace foretrail::cli
