#include "core/preparation/LeakProof.h"

#include "core/preparation/FeatureWindows.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cstring>
#include <random>

namespace foretrail {

namespace {

struct LeakProofText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::LeakProof)
};

/// Replaces values from `first` on: other numbers, some gaps, some far outliers.
qint64 perturb(std::vector<double> &values, qint64 first, std::mt19937_64 &random)
{
    std::uniform_real_distribution<double> share(0, 1);
    for (size_t i = size_t(std::max<qint64>(first, 0)); i < values.size(); ++i) {
        const double dice = share(random);
        values[i] = dice < 0.1 ? missing : dice < 0.2 ? 1e6 * (1 + share(random)) : 1 + 100 * share(random);
    }
    return qint64(values.size()) - first;
}

/// The first observation that begins at or after `moment`, which may lie inside a step.
qint64 firstBehind(const TimeAxis &axis, WallMs moment)
{
    const qint64 at = axis.indexOf(floorToStep(moment, axis.step));
    return axis.timeAt(at) < moment ? at + 1 : at;
}

bool isSameBits(const std::vector<double> &a, const std::vector<double> &b, qint64 count)
{
    const auto length = size_t(std::max<qint64>(count, 0));
    return a.size() >= length && b.size() >= length
        && (length == 0 || std::memcmp(a.data(), b.data(), length * sizeof(double)) == 0);
}

/// What differs in the training part of two frames after the same step; empty: nothing.
QString difference(const Frame &a, const Frame &b, LeakReport &report)
{
    if (a.fitLength != b.fitLength || a.target.axis != b.target.axis)
        return LeakProofText::tr("the time axis");
    report.observations += a.fitLength;
    if (!isSameBits(a.target.values, b.target.values, a.fitLength))
        return LeakProofText::tr("the training values");
    if (a.columns.size() != b.columns.size())
        return LeakProofText::tr("the number of columns");
    for (size_t i = 0; i < a.columns.size(); ++i) {
        report.observations += a.fitLength;
        if (a.columns[i].name != b.columns[i].name || !isSameBits(a.columns[i].values, b.columns[i].values, a.fitLength))
            return LeakProofText::tr("column %1").arg(a.columns[i].name);
    }
    return {};
}

void compareStages(const Recipe &recipe, const Stage &a, const Stage &b, LeakReport &report)
{
    const StepInfo *info = StepRegistry::instance().find(recipe.steps[a.step].kind);
    report.statistics += a.statistics.size();
    QString what = a.statistics == b.statistics ? QString() : LeakProofText::tr("a fitted statistic");
    const QString values = difference(*a.after, *b.after, report);
    what = what.isEmpty() ? values : what;
    if (!what.isEmpty())
        report.leaks << LeakProofText::tr("Step %1 (%2): %3 changed.").arg(a.step + 1).arg(info->title, what);
}

void compareWindows(const Recipe &recipe, const Frame &a, const Frame &b, LeakReport &report)
{
    const WindowPlan plan = windowPlan(recipe).value_or(WindowPlan{std::min<int>(30, int(a.fitLength / 3)), 1, 1});
    const std::vector<qint64> targets = windowTargets(a, plan, 0, a.fitLength);
    if (targets != windowTargets(b, plan, 0, b.fitLength)) {
        report.leaks << LeakProofText::tr("The list of training windows changed.");
        return;
    }
    for (const qint64 target : targets) {
        const FeatureTable one = featureTable(a, plan, target);
        const FeatureTable other = featureTable(b, plan, target);
        for (size_t row = 0; row < one.rows.size(); ++row) {
            if (!isSameBits(one.rows[row], other.rows[row], qint64(one.rows[row].size()))) {
                report.leaks << LeakProofText::tr("The training window before observation %1 changed.").arg(target + 1);
                return;
            }
        }
    }
    report.windows = qint64(targets.size());
}

} // namespace

QString LeakReport::sentence() const
{
    const QLocale locale;
    if (!holds())
        return LeakProofText::tr("Something leaks: %1").arg(leaks.join(QLatin1Char(' ')));
    return LeakProofText::tr("Nothing leaks: %1 values behind the split were replaced, and all %2 fitted statistics, %3 training values and %4 training "
                    "windows stayed the same, bit for bit.")
        .arg(locale.toString(perturbed), locale.toString(statistics), locale.toString(observations), locale.toString(windows));
}

Result<LeakReport> proveNoLeak(const PreparationRequest &request, const Surroundings &surroundings, quint64 seed, JobContext &job)
{
    PreparationRequest honest = request;
    honest.keepFrames = true;
    const Result<Preparation> first = Preparation::run(honest, surroundings, job);
    if (!first)
        return fail(first.error());
    const Frame &frame = first->frame();
    if (frame.fitLength >= frame.size())
        return fail(ErrorCode::TooShort, LeakProofText::tr("All of the series is training, so nothing can leak. Add a step \"Windows\" with a test part."));
    PreparationRequest other = honest;
    other.boundary = Boundary{frame.target.timeAt(frame.fitLength)};
    std::mt19937_64 random(seed);
    LeakReport report;
    report.perturbed = perturb(other.series.values, other.series.axis.indexOf(other.boundary->at), random);
    Surroundings changed = surroundings;
    for (JoinedSeries &column : changed.columns)
        if (!column.isKnownAhead)
            report.perturbed += perturb(column.series.values, column.series.axis.indexOf(other.boundary->at), random);
    for (auto &[step, users] : changed.users)
        report.perturbed += perturb(users.values, firstBehind(users.axis, other.boundary->at), random);
    const Result<Preparation> second = Preparation::run(other, changed, job);
    if (!second)
        return fail(second.error());
    for (size_t k = 0; k < first->stages().size(); ++k)
        compareStages(request.recipe, first->stages()[k], second->stages()[k], report);
    if (report.holds())
        compareWindows(request.recipe, frame, second->frame(), report);
    return report;
}

} // namespace foretrail
