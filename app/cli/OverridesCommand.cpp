#include "app/cli/ForecastOptions.h"
#include "core/report/CorrectionsFile.h"
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
    std::string layer = "analyst", reason, file;
    bool changes() const { return !set.empty() || !remove.empty() || !file.empty(); }
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
    if (axis.hasCalendar())
        if (const Result<WallMs> date = parseWallTime(time); !date)
            return fail(date.error());
    if (forecast.steps.empty())
        return fail(ErrorCode::NotFound, OverridesText::tr("Nothing is forecast here. Give a --horizon."));
    return fail(ErrorCode::NotFound, OverridesText::tr("%1 is no step of the forecast, which goes from %2 to %3. Choose one of them, or another --horizon.")
                    .arg(time, stepName(forecast.steps.front(), axis), stepName(forecast.steps.back(), axis)));
}

Result<WrittenCorrection> readSet(const QString &text, const QString &reason)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return fail(ErrorCode::InvalidInput, OverridesText::tr("--set takes TIME=CORRECTION, such as 2026-01-31=120 or 2026-01-31=+10%; \"%1\" is not of that form.").arg(text));
    return WrittenCorrection{text.left(equals), text.mid(equals + 1), reason, {}, 0};
}

/// What is said on the command line, then what stands in the file; --reason is that of all that say none.
Result<QList<WrittenCorrection>> writtenCorrections(const OverridesOptions &options, JobContext &job)
{
    QList<WrittenCorrection> all;
    for (const std::string &entry : options.set) {
        const Result<WrittenCorrection> one = readSet(text(entry), text(options.reason));
        if (!one)
            return fail(one.error());
        all.append(*one);
    }
    if (options.file.empty())
        return all;
    Result<QList<WrittenCorrection>> listed = readCorrections(text(options.file), job);
    if (!listed)
        return listed;
    for (WrittenCorrection &one : *listed)
        if (one.reason.isEmpty())
            one.reason = text(options.reason);
    return all + *listed;
}

Error atPlace(const Error &error, const WrittenCorrection &written, const QString &column)
{
    return error.within(written.file.isEmpty() ? QStringLiteral("--set %1=%2").arg(written.time, written.correction) : written.place(column));
}

Result<Override> overrideOf(const WrittenCorrection &written, OverrideLayer layer, const KeptAdjustments &kept, const TimeAxis &axis, const QString &model)
{
    const Result<const AdjustedStep *> step = stepAt(kept.forecast, axis, written.time);
    if (!step)
        return fail(atPlace(step.error(), written, QStringLiteral("time")));
    const Result<TypedOverride> typed = typedOverride(written.correction, QLocale::c());
    if (!typed)
        return fail(atPlace(typed.error(), written, QStringLiteral("correction")));
    return Override{layer, (*step)->time, typed->kind, typed->amount, written.reason, (*step)->beneath(layer), model, QDateTime::currentDateTimeUtc()};
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

Result<OverrideChange> wantedChange(const OverridesOptions &options, const KeptAdjustments &kept, const TimeAxis &axis, const QString &model, JobContext &job)
{
    OverrideChange change;
    const Result<OverrideLayer> layer = overrideLayerFromName(QString::fromStdString(options.layer));
    if (!layer)
        return fail(layer.error());
    const Result<QList<WrittenCorrection>> written = writtenCorrections(options, job);
    if (!written)
        return fail(written.error());
    for (const WrittenCorrection &entry : *written) {
        const Result<Override> one = overrideOf(entry, *layer, kept, axis, model);
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

/// What they were worth is told by reason later.
void noteWithoutReason(const OverrideChange &change)
{
    const auto count = std::count_if(change.now.begin(), change.now.end(), [](const Override &one) { return one.reason.isEmpty(); });
    if (count > 0)
        note(OverridesText::tr("%n corrections have no reason; say one with --reason.", nullptr, int(count)));
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
    QJsonArray steps;
    for (const AdjustedStep &step : kept.forecast.steps)
        if (step.isAdjusted())
            steps.append(stepJson(step, history.axis));
    return {{QStringLiteral("series"), history.key}, {QStringLiteral("corrections"), kept.overrides.size()}, {QStringLiteral("steps"), steps},
            {QStringLiteral("forecast_total"), kept.forecast.forecastTotal()}, {QStringLiteral("adjusted_total"), kept.forecast.adjustedTotal()},
            {QStringLiteral("value_added"), overrideValuesJson(overrideValues(kept.overrides, history))}};
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
            const Result<OverrideChange> change = wantedChange(options, *kept, outcome.history.axis, spec.model.model, job);
            if (!change)
                return fail(change.error());
            noteWithoutReason(*change);
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
    verb->add_option("--file", options->file, "CSV with the columns time,correction and reason: as --set, a line each")->check(CLI::ExistingFile);
    verb->add_option("--reason", options->reason, "Why, for --set and lines of --file that say no reason");
    options->forecast.addOutTo(*verb);
    verb->add_flag("--json", options->forecast.json, "Corrections, totals and the value added by past ones, as one JSON object on standard output");
    verb->callback([options, &action] {
        options->forecast.settleOut();
        action = [options](JobContext &job) { return runOverrides(*options, job); };
    });
}

} // namespace foretrail::cli
