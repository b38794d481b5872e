#include "core/report/ReconciledForecast.h"

#include "core/base/JsonNumber.h"
#include "core/preparation/ColumnRequest.h"
#include "core/report/CsvWriter.h"
#include "core/report/ForecastBatch.h"
#include "core/report/ForecastWords.h"
#include "core/training/UsualLengths.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct ReconciledText { Q_DECLARE_TR_FUNCTIONS(foretrail::ReconciledForecast) };

double sumOf(const std::vector<double> &values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// What a node knows of itself, at two origins.
struct NodeForecast {
    std::vector<double> future;
    std::vector<double> test;
    std::vector<double> actual; ///< of the test part
    double variance = 0;
    QString problem;
};

double varianceOfErrors(const ForecastOutcome &outcome)
{
    double sum = 0;
    qint64 count = 0;
    for (size_t i = 0; i < size_t(outcome.trainLength) && i < outcome.fitted.size(); ++i) {
        const double error = outcome.history.values[i] - outcome.fitted[i];
        if (std::isfinite(error)) {
            sum += error * error;
            ++count;
        }
    }
    return count > 0 ? sum / double(count) : 0;
}

NodeForecast ofModel(const ForecastOutcome &outcome, const TrainingSpec &spec)
{
    NodeForecast node{outcome.future.mean, outcome.test.mean, outcome.actual, varianceOfErrors(outcome), {}};
    node.test.resize(size_t(spec.split.test), missing);
    node.actual.resize(size_t(spec.split.test), missing);
    return node;
}

/// Series that no model takes (too short, constant) go on as they were on average.
NodeForecast ofMean(const Series &series, const TrainingSpec &spec, const QString &problem)
{
    const size_t tests = size_t(std::min<qint64>(spec.split.test, std::max<qint64>(series.size() - 1, 0)));
    const auto known = series.values.begin() + std::ptrdiff_t(series.values.size() - tests);
    const double mean = series.values.empty() ? 0 : std::accumulate(series.values.begin(), known, 0.0) / double(std::max<std::ptrdiff_t>(known - series.values.begin(), 1));
    double squares = 0;
    for (auto value = series.values.begin(); value != known; ++value)
        squares += (*value - mean) * (*value - mean);
    NodeForecast node;
    node.future.assign(size_t(spec.horizon), mean);
    node.test.assign(size_t(spec.split.test), mean);
    node.actual.assign(size_t(spec.split.test), missing);
    std::copy(known, series.values.end(), node.actual.end() - std::ptrdiff_t(tests));
    node.variance = squares / double(std::max<std::ptrdiff_t>(known - series.values.begin(), 1));
    node.problem = problem;
    return node;
}

Result<std::vector<NodeForecast>> forecastNodes(const SeriesHierarchy &hierarchy, const TrainingSpec &spec, int workers, JobContext &job)
{
    QList<Series> series;
    for (int node = 0; node < hierarchy.size(); ++node) {
        series.append(hierarchy.nodes[size_t(node)].series);
        series.last().key = QString::number(node); // an item may be called as a category is
    }
    const Result<ForecastBatch> batch = forecastBatch(series, spec, 0, job, {}, workers);
    if (!batch)
        return fail(batch.error());
    std::vector<std::optional<NodeForecast>> found(static_cast<size_t>(hierarchy.size()));
    for (const ForecastOutcome &outcome : batch->outcomes)
        found[outcome.history.key.toULongLong()] = ofModel(outcome, spec);
    std::vector<NodeForecast> all;
    for (int node = 0; node < hierarchy.size(); ++node) {
        auto &one = found[size_t(node)];
        all.push_back(one ? std::move(*one) : ofMean(hierarchy.nodes[size_t(node)].series, spec, ReconciledText::tr("too short or without variation")));
    }
    return all;
}

using PartOf = std::vector<double> NodeForecast::*;

/// Step by step over all nodes; values by node.
std::vector<std::vector<double>> addedUp(const std::vector<NodeForecast> &nodes, PartOf part, const Reconciler &reconciler, bool nonNegative)
{
    std::vector<std::vector<double>> result(nodes.size());
    const size_t steps = (nodes.front().*part).size();
    for (size_t step = 0; step < steps; ++step) {
        std::vector<double> base;
        base.reserve(nodes.size());
        for (const NodeForecast &node : nodes)
            base.push_back((node.*part)[step]);
        const bool isWhole = std::all_of(base.begin(), base.end(), [](double value) { return std::isfinite(value); });
        const std::vector<double> values = isWhole ? reconciler.reconciled(base, nonNegative) : std::vector<double>(base.size(), missing);
        for (size_t node = 0; node < values.size(); ++node)
            result[node].push_back(values[node]);
    }
    return result;
}

/// Sums of misses and of actuals over the steps that both forecasts know.
struct WapeSums {
    double base = 0, reconciled = 0, actual = 0;
    void add(const NodeForecast &node, const std::vector<double> &reconciledTest)
    {
        for (size_t step = 0; step < node.actual.size(); ++step) {
            if (!std::isfinite(node.actual[step]) || !std::isfinite(reconciledTest[step]))
                continue;
            base += std::abs(node.actual[step] - node.test[step]);
            reconciled += std::abs(node.actual[step] - reconciledTest[step]);
            actual += std::abs(node.actual[step]);
        }
    }
    double share(double misses) const { return actual > 0 ? misses / actual : missing; }
};

double gapOf(const SeriesHierarchy &hierarchy, const std::vector<std::vector<double>> &values)
{
    double worst = 0;
    for (size_t step = 0; step < values.front().size(); ++step) {
        std::vector<double> now;
        now.reserve(values.size());
        for (const auto &node : values)
            now.push_back(node[step]);
        worst = std::max(worst, incoherence(hierarchy.shape, now));
    }
    return worst;
}

QList<LevelError> levelErrors(const SeriesHierarchy &hierarchy, const std::vector<NodeForecast> &nodes, const std::vector<std::vector<double>> &test)
{
    QList<LevelError> errors;
    for (const HierarchyLevel level : {HierarchyLevel::Total, HierarchyLevel::Category, HierarchyLevel::Item}) {
        WapeSums sums;
        int count = 0;
        for (size_t node = 0; node < nodes.size(); ++node) {
            if (hierarchy.nodes[node].level != level)
                continue;
            sums.add(nodes[node], test[node]);
            ++count;
        }
        if (count > 0)
            errors.append({level, count, sums.share(sums.base), sums.share(sums.reconciled)});
    }
    return errors;
}

bool neverNegative(const SeriesHierarchy &hierarchy)
{
    return std::all_of(hierarchy.nodes.begin(), hierarchy.nodes.end(), [](const HierarchyNode &node) {
        return std::all_of(node.series.values.begin(), node.series.values.end(), [](double value) { return !(value < 0); });
    });
}

QString levelText(HierarchyLevel level)
{
    switch (level) {
    case HierarchyLevel::Total: return ReconciledText::tr("the total");
    case HierarchyLevel::Category: return ReconciledText::tr("categories");
    case HierarchyLevel::Item: return ReconciledText::tr("items");
    }
    return {};
}

/// Better or worse as far as the numbers that are told show it.
QString levelErrorText(const LevelError &error)
{
    const QString now = percentWords(error.wape), alone = percentWords(error.baseWape);
    if (now == alone)
        return ReconciledText::tr("%1 %2, as alone", "items 41.2 %, as alone").arg(levelText(error.level), now);
    return (error.wape < error.baseWape ? ReconciledText::tr("%1 %2 (better than the %3 alone)", "items 41.2 % (better than the 43.0 % alone)")
                                        : ReconciledText::tr("%1 %2 (worse than the %3 alone)", "items 43.0 % (worse than the 41.2 % alone)"))
        .arg(levelText(error.level), now, alone);
}

} // namespace

double ReconciledNode::baseTotal() const { return sumOf(base); }
double ReconciledNode::total() const { return sumOf(reconciled); }

int reconciledTest(int asked, Step step, qint64 observations)
{
    return asked < 0 ? usualTest(step, observations) : int(std::min<qint64>(asked, observations / 2));
}

Result<ReconciledForecast> reconciledForecast(ShopData &data, const TrainingSpec &asked, ReconcileMethod method, int top, int workers, JobContext &job)
{
    TrainingSpec spec = asked;
    if (!columnRequests(spec.recipe).isEmpty())
        return fail(ErrorCode::InvalidInput, ReconciledText::tr("The recipe joins columns to a series, which the sums of a hierarchy do not have. Choose a recipe without them."));
    const Result<SeriesHierarchy> hierarchy = hierarchyOf(data, spec.query, top, job);
    if (!hierarchy)
        return fail(hierarchy.error());
    const Series &total = hierarchy->nodes.front().series;
    spec.split.test = reconciledTest(asked.split.test, total.axis.step, total.size());
    const Result<std::vector<NodeForecast>> nodes = forecastNodes(*hierarchy, spec, workers, job);
    if (!nodes)
        return fail(nodes.error());
    std::vector<double> variances;
    for (const NodeForecast &node : *nodes)
        variances.push_back(node.variance);
    const Reconciler reconciler(hierarchy->shape, method, variances, hierarchy->shares());
    ReconciledForecast result;
    result.method = method;
    result.model = spec.model.model;
    result.axis = total.axis;
    result.origin = total.size();
    result.isNonNegative = neverNegative(*hierarchy);
    result.tested = spec.split.test;
    const auto future = addedUp(*nodes, &NodeForecast::future, reconciler, result.isNonNegative), test = addedUp(*nodes, &NodeForecast::test, reconciler, result.isNonNegative);
    std::vector<std::vector<double>> base;
    for (int i = 0; i < hierarchy->size(); ++i) {
        const HierarchyNode &node = hierarchy->nodes[size_t(i)];
        const NodeForecast &own = (*nodes)[size_t(i)];
        WapeSums sums;
        sums.add(own, test[size_t(i)]);
        result.nodes.append({node.level, hierarchy->shape.parents[size_t(i)], node.isRest, node.series.key, node.series.name.isEmpty() ? node.series.key : node.series.name,
                             own.future, future[size_t(i)], sums.share(sums.base), sums.share(sums.reconciled), own.problem});
        base.push_back(own.future);
    }
    result.levels = levelErrors(*hierarchy, *nodes, test);
    result.gapBefore = gapOf(*hierarchy, base);
    result.gapAfter = gapOf(*hierarchy, future);
    return result;
}

QString ReconciledForecast::sentence() const
{
    QStringList told;
    for (const LevelError &error : levels)
        if (std::isfinite(error.wape))
            told << levelErrorText(error);
    const QString gap = ReconciledText::tr("Parts and sums were up to %1 apart a step; now they add up.").arg(QLocale().toString(gapBefore, 'g', 4));
    if (told.isEmpty())
        return gap;
    const QString errors = told.join(QStringLiteral(", "));
    return gap + QLatin1Char(' ') + (tested > 0 ? ReconciledText::tr("WAPE on the test part of %1: %2.", "of 28 days").arg(stepsWords(axis.step, tested), errors)
                                                : ReconciledText::tr("WAPE on the test part: %1.").arg(errors));
}

QJsonObject ReconciledForecast::toJson() const
{
    QJsonArray levelList;
    for (const LevelError &error : levels)
        levelList.append(QJsonObject{{QStringLiteral("level"), hierarchyLevelName(error.level)}, {QStringLiteral("series"), error.nodes},
                                     {QStringLiteral("wape_base"), jsonNumber(error.baseWape)}, {QStringLiteral("wape"), jsonNumber(error.wape)}});
    return {{QStringLiteral("method"), reconcileMethodName(method)}, {QStringLiteral("model"), model}, {QStringLiteral("series"), nodes.size()},
            {QStringLiteral("levels"), levelList}, {QStringLiteral("gap_before"), gapBefore}, {QStringLiteral("gap_after"), gapAfter},
            {QStringLiteral("non_negative"), isNonNegative}, {QStringLiteral("sentence"), sentence()}};
}

Result<void> writeReconciled(const ReconciledForecast &forecast, const QString &path)
{
    auto writer = CsvWriter::open(path);
    if (!writer)
        return fail(writer.error());
    (*writer)->row({QStringLiteral("level"), QStringLiteral("parent"), QStringLiteral("series"), QStringLiteral("name"), QStringLiteral("h"), QStringLiteral("time"),
                    QStringLiteral("model"), QStringLiteral("base"), QStringLiteral("mean")});
    for (const ReconciledNode &node : forecast.nodes)
        for (size_t h = 0; h < node.reconciled.size(); ++h)
            (*writer)->row({hierarchyLevelName(node.level), node.parent < 0 ? QString() : forecast.nodes[node.parent].key, node.key, node.name, QString::number(h + 1),
                            formatTime(forecast.axis.timeAt(forecast.origin + qint64(h)), forecast.axis.step), forecast.model, CsvWriter::number(node.base[h]),
                            CsvWriter::number(node.reconciled[h])});
    return (*writer)->commit();
}

} // namespace foretrail
