#include "core/data/sample/TeachingSeries.h"

#include "core/data/FactWriter.h"
#include "core/data/sample/SampleRandom.h"
#include "core/data/sample/SampleShop.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace foretrail {
namespace {

struct TeachingSeriesText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::TeachingSeries)
};

constexpr WallMs firstTeachingDay = 1'704'067'200'000; ///< 1 January 2024
constexpr std::array<double, 7> weekLevels{100, 90, 95, 110, 150, 180, 60}; ///< Monday first

double inCents(double value) { return std::round(100 * value) / 100; }

/// Each from its own draws, so that another rule for one leaves the others as they are.
std::vector<double> drawn(quint64 seed, double (*next)(int day, double before, double noise), double start)
{
    SampleRandom random(seed);
    std::vector<double> values;
    double value = start;
    for (int day = 0; day < teachingDays; ++day) {
        value = next(day, value, random.normal());
        values.push_back(inCents(value));
    }
    return values;
}

QJsonObject truthOf(quint64 seed, const std::vector<TeachingSeries> &all)
{
    QJsonArray series;
    for (const TeachingSeries &one : all)
        series.append(QJsonObject{{QStringLiteral("series"), QLatin1String(one.key)}, {QStringLiteral("rule"), QLatin1String(one.rule)}});
    return {{QStringLiteral("size"), QStringLiteral("teaching")}, {QStringLiteral("seed"), qint64(seed)}, {QStringLiteral("days"), teachingDays},
            {QStringLiteral("series"), series}};
}

Result<ImportReport> addAll(FactWriter &writer, const std::vector<TeachingSeries> &all)
{
    ImportReport report;
    for (const TeachingSeries &one : all) {
        for (size_t day = 0; day < one.values.size(); ++day) {
            const Result<Stored> stored = writer.addObservation(one.key, Step::Day, firstTeachingDay + qint64(day) * dayMs, one.values[day]);
            if (!stored)
                return fail(stored.error());
            ++report.read;
            ++report.stored;
        }
        ++report.series;
    }
    return report;
}

} // namespace

std::vector<TeachingSeries> teachingSeries(quint64 seed)
{
    return {{randomWalkKey, "y(t) = y(t-1) + 4 e(t), y(0) = 300", drawn(3 * seed, [](int, double before, double noise) { return before + 4 * noise; }, 300)},
            {weekWithNoiseKey, "y(t) = level of the weekday (100, 90, 95, 110, 150, 180, 60) + 8 e(t)",
             drawn(3 * seed + 1, [](int day, double, double noise) { return weekLevels[size_t(day % 7)] + 8 * noise; }, 0)},
            {shiftOfLevelKey, "y(t) = 100 + 8 e(t), from day 480 on 160 + 16 e(t)",
             drawn(3 * seed + 2, [](int day, double, double noise) { return day < shiftDay ? 100 + 8 * noise : 160 + 16 * noise; }, 0)}};
}

Result<void> createTeachingSeries(Workspace &workspace, quint64 seed, JobContext &job)
{
    const Result<DataSummary> summary = workspace.data().summary();
    if (!summary)
        return fail(summary.error());
    if (summary->rows() > 0)
        return fail(ErrorCode::InvalidInput, TeachingSeriesText::tr("%1 holds data already. Make the teaching series in a new workspace.").arg(workspace.path()));
    QElapsedTimer timer;
    timer.start();
    const std::vector<TeachingSeries> all = teachingSeries(seed);
    FactWriterOptions options;
    options.file = TeachingSeriesText::tr("Teaching series (seed %1)").arg(seed);
    options.kind = QStringLiteral("series");
    auto writer = FactWriter::begin(workspace, options);
    if (!writer)
        return fail(writer.error());
    Result<ImportReport> report = addAll(**writer, all);
    if (!report)
        return fail(report.error());
    report->file = options.file;
    report->kind = options.kind;
    report->seconds = double(timer.elapsed()) / 1000;
    const QJsonObject truth = truthOf(seed, all);
    if (const Result<void> done = (*writer)->commit(*report, truth, {}, job); !done)
        return done;
    return workspace.setSetting(QLatin1String(sampleTruthSetting), QString::fromUtf8(QJsonDocument(truth).toJson(QJsonDocument::Compact)));
}

} // namespace foretrail
