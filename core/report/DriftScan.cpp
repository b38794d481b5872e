#include "core/report/DriftScan.h"

#include "core/data/totals/DayInputs.h"
#include "core/data/totals/UserSums.h"
#include "core/drift/AdaptiveBand.h"
#include "core/report/ExceptionScan.h"
#include "core/series/Statistics.h"
#include "core/training/Experiment.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct DriftScanText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::DriftScan)
};

constexpr qint64 longestMean = 28; ///< steps on either side of a change that the drivers are of

/// actual - forecast one step ahead of each step behind the training part; NaN where one of them is missing.
std::vector<double> errorsOf(const ForecastOutcome &outcome)
{
    std::vector<double> errors;
    for (size_t i = 0; i < outcome.actual.size(); ++i) {
        const size_t step = size_t(outcome.trainLength) + i;
        errors.push_back(step < outcome.fitted.size() ? outcome.actual[i] - outcome.fitted[step] : missing);
    }
    return errors;
}

void watch(DriftScan &scan, const std::vector<double> &errors, const ForecastOutcome &outcome, const DriftSettings &settings)
{
    DriftMonitor monitor(settings);
    for (const double error : errors) {
        scan.judged += std::isfinite(error) ? 1 : 0;
        std::optional<DriftAlert> alert = monitor.add(error);
        if (!alert)
            continue;
        alert->at += outcome.trainLength;
        alert->changedAt += outcome.trainLength;
        scan.events.append({*alert, outcome.history.timeAt(alert->at), outcome.history.timeAt(alert->changedAt), 0, 0, {}});
    }
    scan.score = monitor.score();
}

/// Both bands over the errors behind those that the static one is made of.
void cover(DriftScan &scan, const std::vector<double> &errors, const DriftSettings &settings)
{
    AdaptiveBand band(scan.promised);
    std::vector<double> sizes;
    double fixed = missing, steps = 0, inFixed = 0, inBand = 0;
    for (const double error : errors) {
        if (!std::isfinite(error))
            continue;
        if (std::isfinite(fixed)) {
            ++steps;
            inFixed += std::abs(error) <= fixed ? 1 : 0;
            inBand += std::abs(error) <= band.halfWidth() ? 1 : 0;
        }
        band.add(error);
        sizes.push_back(std::abs(error));
        if (sizes.size() != size_t(settings.learning))
            continue;
        std::sort(sizes.begin(), sizes.end());
        fixed = conformalQuantile(sizes, scan.promised / 100);
    }
    scan.staticCoverage = steps > 0 ? 100 * inFixed / steps : missing;
    scan.adaptiveCoverage = steps > 0 ? 100 * inBand / steps : missing;
}

/// The mean a step between two times; what a series does not have is nothing. Missing with an empty span.
double meanBetween(const Series &series, WallMs from, WallMs to, qint64 steps)
{
    double sum = 0;
    for (qint64 i = std::max<qint64>(series.axis.indexOf(from), 0), end = std::min(series.axis.indexOf(to), series.size()); i < end; ++i)
        sum += std::isfinite(series.values[size_t(i)]) ? series.values[size_t(i)] : 0;
    return steps > 0 ? sum / double(steps) : missing;
}

constexpr int toldKeys = 5;

/// As many steps before the change as after it, at most four weeks of days and up to the neighbouring changes: weekdays weigh alike.
void spanEvents(DriftScan &scan, const Series &history)
{
    for (qsizetype i = 0; i < scan.events.size(); ++i) {
        DriftEvent &event = scan.events[i]; // clazy:exclude=detaching-member : changed below
        const qint64 change = event.alert.changedAt, earlier = i > 0 ? scan.events.at(i - 1).alert.changedAt : 0;
        const qint64 later = i + 1 < scan.events.size() ? scan.events.at(i + 1).alert.changedAt : history.size();
        event.beforeSteps = std::min(change - earlier, longestMean);
        event.afterSteps = std::min(later - change, longestMean);
    }
}

void findDrivers(DriftScan &scan, const QList<Series> &items, const Series &history)
{
    for (DriftEvent &event : scan.events) {
        const WallMs begin = history.timeAt(event.alert.changedAt - event.beforeSteps), end = history.timeAt(event.alert.changedAt + event.afterSteps);
        QList<KeyedChange> keys;
        for (const Series &item : items)
            keys.append({item.key, meanBetween(item, begin, event.changedAt, event.beforeSteps), meanBetween(item, event.changedAt, end, event.afterSteps)});
        event.drivers = driftDrivers(keys, toldKeys);
    }
}

/// Rows of users become the names that people may see.
Result<void> nameUsers(QList<DriftDriver> &users, ShopData &data)
{
    for (DriftDriver &user : users) {
        const Result<QString> name = user.key == u"0" ? DriftScanText::tr("nobody known") : data.keyOf(QStringLiteral("user"), user.key.toLongLong());
        if (!name)
            return fail(name.error());
        user.key = *name;
    }
    return {};
}

/// A log that knows no users has none behind a change.
Result<void> findUsers(DriftEvent &event, Workspace &workspace, const SeriesQuery &query, const Series &history, JobContext &job)
{
    const WallMs begin = history.timeAt(event.alert.changedAt - event.beforeSteps), end = history.timeAt(event.alert.changedAt + event.afterSteps);
    const Result<std::vector<UserSum>> sums = userSums(workspace, query, begin, event.changedAt, end, job);
    if (!sums)
        return fail(sums.error());
    if (sums->size() == 1 && sums->front().user.value == 0)
        return {};
    QList<KeyedChange> keys;
    for (const UserSum &sum : *sums)
        keys.append({QString::number(sum.user.value), sum.before / double(event.beforeSteps), sum.since / double(event.afterSteps)});
    event.users = driftDrivers(keys, toldKeys);
    const Result<void> named = nameUsers(event.users.drivers, workspace.data());
    return named ? nameUsers(event.users.counter, workspace.data()) : named;
}

/// Whether the rows of a series are one user's each, and one item's, whose values add up to it.
bool isSumOfRows(const SeriesQuery &query)
{
    return query.by != GroupBy::Series && (query.measure == Measure::Revenue || query.measure == Measure::Quantity || query.measure == Measure::Events);
}

Result<void> readItems(DriftScan &scan, ShopData &data, SeriesQuery query, const Series &history, JobContext &job)
{
    query.by = GroupBy::Item;
    query.keys.clear();
    query.top = 0;
    const Result<QList<Series>> items = data.series(query, job);
    if (!items)
        return fail(items.error());
    findDrivers(scan, *items, history);
    for (const Series &item : *items)
        scan.itemNames.insert(item.key, item.name.isEmpty() ? item.key : item.name);
    return {};
}

Result<void> readDrivers(DriftScan &scan, Workspace &workspace, SeriesQuery query, const Series &history, JobContext &job)
{
    if (scan.events.isEmpty() || !isSumOfRows(query))
        return {};
    spanEvents(scan, history);
    if (query.by == GroupBy::Total)
        if (const Result<void> read = readItems(scan, workspace.data(), query, history, job); !read)
            return read;
    if (query.by != GroupBy::Total)
        query.keys = {scan.key};
    for (DriftEvent &event : scan.events)
        if (const Result<void> found = findUsers(event, workspace, query, history, job); !found)
            return found;
    return {};
}

/// Days that the times of the log credibly cover, of the users that the series is of.
Result<void> readInputs(DriftScan &scan, Workspace &workspace, const SeriesQuery &query, const DriftSettings &settings, JobContext &job)
{
    if (query.by == GroupBy::Series)
        return {};
    const Result<CredibleTimes> times = workspace.data().credibleTimes(job);
    if (!times)
        return fail(times.error());
    const Result<DayInputs> inputs = DayInputs::read(workspace, query.users.get(), job);
    if (!inputs)
        return fail(inputs.error());
    scan.hasInputs = true;
    InputWatch watch(settings);
    for (DayNumber day = times->days.first; day <= times->days.last; ++day) {
        const DayInput input = inputs->on(day);
        for (InputChange &change : watch.add(day * dayMs, {double(input.events), double(input.users), input.purchaseShare(), input.purchaseValue()}))
            scan.inputs.append(std::move(change));
    }
    return {};
}

DriftScan emptyScan(const Series &series, const TrainingSpec &spec, const ForecastOutcome &outcome)
{
    DriftScan scan;
    scan.key = series.key;
    scan.name = series.name;
    scan.unit = series.unit;
    scan.model = spec.model.model;
    scan.axis = outcome.history.axis;
    scan.from = outcome.history.timeAt(outcome.trainLength);
    return scan;
}

Result<Series> oneSeries(Workspace &workspace, const TrainingSpec &spec, JobContext &job)
{
    if (!isQuickModel(spec.model.model))
        return fail(ErrorCode::InvalidInput, DriftScanText::tr("%1 takes too long to be fitted for this. Choose a quick model, such as snaive, theta, ses or ar.").arg(spec.model.model));
    const Result<QList<Series>> series = workspace.data().series(spec.query, job);
    if (!series)
        return fail(series.error());
    if (series->size() != 1)
        return fail(series->isEmpty() ? ErrorCode::NotFound : ErrorCode::InvalidInput,
                    series->isEmpty() ? DriftScanText::tr("There is no such series. The verb series lists those there are.")
                                      : DriftScanText::tr("One series at a time is watched. Choose it with --series KEY."));
    return series->front();
}

} // namespace

Result<DriftScan> scanForDrift(Workspace &workspace, const TrainingSpec &asked, const DriftSettings &settings, JobContext &job)
{
    const Result<Series> series = oneSeries(workspace, asked, job);
    if (!series)
        return fail(series.error());
    TrainingSpec spec = checkingSpec(asked);
    spec.horizon = 1;
    spec.split.test = int(std::min<qint64>(series->size() * 2 / 3, 100'000));
    const Result<Surroundings> beside = SurroundingsReader(workspace.data(), spec.recipe, spec.query, spec.model.global.attributes).read(series->key, job);
    if (!beside)
        return fail(beside.error());
    const Result<ForecastOutcome> outcome = runExperiment(*series, spec, job, {}, *beside);
    if (!outcome)
        return fail(outcome.error());
    const std::vector<double> errors = errorsOf(*outcome);
    DriftScan scan = emptyScan(*series, spec, *outcome);
    watch(scan, errors, *outcome, settings);
    if (scan.judged <= settings.learning)
        return fail(ErrorCode::TooShort, DriftScanText::tr("Series %1 has %n one-step errors to judge, and %2 are needed to know what is usual. Choose a finer step.", nullptr, int(scan.judged))
                                             .arg(series->name).arg(settings.learning + 1));
    cover(scan, errors, settings);
    if (const Result<void> read = readDrivers(scan, workspace, spec.query, outcome->history, job); !read)
        return fail(read.error());
    if (const Result<void> read = readInputs(scan, workspace, spec.query, settings, job); !read)
        return fail(read.error());
    return scan;
}

} // namespace foretrail
