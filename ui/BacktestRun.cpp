#include "ui/BacktestRun.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/jobs/ParallelInOrder.h"
#include "core/report/Provenance.h"
#include "core/training/Companions.h"
#include "core/training/FindRecipe.h"
#include "core/training/SeriesGroups.h"
#include "core/training/SurroundingsReader.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace foretrail {

namespace {

QString commonUnit(const QList<Series> &series)
{
    const QString unit = series.isEmpty() ? QString() : series.front().unit;
    const bool isCommon = std::all_of(series.begin(), series.end(), [&](const Series &one) { return one.unit == unit; });
    return isCommon ? unit : QString();
}

QList<WallMs> beginningsOf(const BacktestReport &report, int folds)
{
    QList<WallMs> begin(folds, std::numeric_limits<WallMs>::min());
    for (const BacktestScore &score : report.scores)
        if (score.h == 0)
            begin[score.fold - 1] = std::max(begin[score.fold - 1], score.time);
    return begin;
}

/// Those attributes of the series that put several together, but not all.
Result<SeriesGroupings> telling(Workspace &workspace, const BacktestRequest &request, const QList<Series> &series, JobContext &job)
{
    constexpr qsizetype mostGroups = 60;
    QStringList keys;
    for (const Series &one : series)
        keys << one.key;
    Result<SeriesGroupings> groupings = groupingsOf(workspace.data(), request.spec.query, keys, job);
    if (!groupings)
        return groupings;
    groupings->removeIf([](const auto &grouping) {
        const QSet<QString> values(grouping.value().cbegin(), grouping.value().cend());
        return values.size() < 2 || values.size() > mostGroups || values.size() == grouping.value().size();
    });
    return groupings;
}

QString provenanceOf(Workspace &workspace, const TrainingSpec &spec, const QStringList &models)
{
    const Result<QString> data = fingerprintOf(workspace.data(), spec.query);
    const QString fingerprint = data ? preparedFingerprint(*data, spec.recipe) : QString();
    Provenance provenance{workspace.path(), models.join(QStringLiteral(", ")), spec.model.seed, fingerprint};
    provenance.segment = segmentTitle(spec.query.segment);
    return provenance.text();
}

} // namespace

QStringList BacktestFindings::models() const
{
    QStringList all = request.models + QStringList{report.baseline};
    all.removeDuplicates();
    return all;
}

Result<BacktestFindings> runBacktest(Workspace &workspace, const BacktestRequest &request, JobContext &job)
{
    TrainingSpec spec = request.spec;
    JobContext reading = job.part(0, 200, 10'000), readingBeside = job.part(200, 200, 10'000), testing = job.part(400, 9600, 10'000);
    Result<SeriesQuery> query = withUsers(workspace, spec.query, reading);
    if (!query)
        return fail(query.error());
    spec.query = std::move(*query);
    const Result<QList<Series>> series = workspace.data().series(spec.query, reading);
    if (!series)
        return fail(series.error());
    const auto companions = Companions::ofWorkspace(workspace.data(), spec, request.models, readingBeside);
    if (!companions)
        return fail(companions.error());
    BacktestOptions options = request.options;
    const Result<SeriesGroupings> groupings = telling(workspace, request, *series, reading);
    if (!groupings)
        return fail(groupings.error());
    options.groupings = *groupings;
    options.workers = std::max(1, workerCount(0) - 1); // the window keeps a core
    SurroundingsReader reader(workspace.data(), spec.recipe, spec.query, spec.model.global.attributes);
    Result<BacktestReport> report = backtest(*series, spec, request.models, options, testing,
                                             [&](const QString &key) { return reader.read(key, testing); }, companions->get());
    if (!report)
        return fail(report.error());
    BacktestFindings findings{request, std::move(*report), {}, commonUnit(*series), 0, {}, provenanceOf(workspace, spec, request.models)};
    findings.series = int(series->size()) - findings.report.skippedSeries;
    findings.beginnings = beginningsOf(findings.report, options.folds);
    for (const Series &one : *series)
        findings.names.insert(one.key, one.name.isEmpty() ? one.key : one.name);
    return findings;
}

} // namespace foretrail
