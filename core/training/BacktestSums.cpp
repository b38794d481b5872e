#include "core/training/BacktestSums.h"

#include "core/evaluation/DieboldMariano.h"
#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

constexpr size_t fewestOrigins = 8; // of one series, for a test of its own

/// 0 for Monday; 1 January 1970 was a Thursday.
qint64 weekdayOf(WallMs time)
{
    const qint64 days = floorToStep(time, Step::Day) / dayMs;
    return ((days + 3) % 7 + 7) % 7;
}

QString weekdayName(qint64 day)
{
    static const QStringList names{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
                                   QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};
    return names.at(day);
}

QString groupName(const QString &attribute, const QString &value) { return QStringLiteral("%1=%2").arg(attribute, value); }

double medianOf(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return std::isnan(value); });
    std::sort(values.begin(), values.end());
    return values.empty() ? missing : sortedQuantile(values, 0.5);
}

} // namespace

QList<std::pair<QString, QList<BacktestGroup>>> namedTables(const BacktestTables &tables)
{
    return {{QStringLiteral("step"), tables.byStep}, {QStringLiteral("fold"), tables.byFold},
            {QStringLiteral("series"), tables.bySeries}, {QStringLiteral("weekday"), tables.byWeekday},
            {QStringLiteral("group"), tables.byGroup}};
}

BacktestSums::BacktestSums(const QStringList &models, const QString &baseline, const BacktestOptions &options)
    : m_models(models), m_baseline(baseline), m_options(options)
{
    for (auto grouping = options.groupings.cbegin(); grouping != options.groupings.cend(); ++grouping) {
        QStringList values = grouping->values();
        values.removeDuplicates();
        values.sort();
        for (const QString &value : std::as_const(values))
            m_groups << groupName(grouping.key(), value);
    }
}

void BacktestSums::add(const TestedSeries &tested)
{
    if (tested.whySkipped) {
        ++m_skipped;
        m_whySkipped = *tested.whySkipped;
        return;
    }
    m_series << (tested.scored.isEmpty() ? QString() : tested.scored.front().score.series);
    for (const ScoredForecast &one : tested.scored)
        keep(one);
}

void BacktestSums::keep(const ScoredForecast &one)
{
    m_scores.append(one.score);
    const int model = int(m_models.indexOf(one.score.model));
    pool(one, model);
    if (one.score.h > 0)
        return;
    Losses &wholes = m_wholes[model];
    wholes.resize(size_t(m_series.size()), std::vector<Metrics>(size_t(m_options.folds)));
    wholes.back()[size_t(one.score.fold - 1)] = one.score.metrics;
}

void BacktestSums::pool(const ScoredForecast &one, int model)
{
    const auto add = [&](Pools &pools, qint64 group) { pools[{group, model}].add(one.score.metrics, one.actual); };
    if (one.score.h > 0) {
        add(m_byStep, one.score.h);
        add(m_byWeekday, weekdayOf(one.score.time));
    } else {
        add(m_byModel, 0);
        add(m_byFold, one.score.fold);
        add(m_bySeries, m_series.size() - 1);
        for (auto grouping = m_options.groupings.cbegin(); grouping != m_options.groupings.cend(); ++grouping)
            if (const auto value = grouping->constFind(one.score.series); value != grouping->cend())
                add(m_byGroup, m_groups.indexOf(groupName(grouping.key(), *value)));
    }
}

void BacktestSums::fill(BacktestReport &report, const TrainingSpec &spec)
{
    report.skippedSeries = m_skipped;
    fillModels(report, spec);
    fillOwa(report);
    const auto number = [](qint64 group) { return QString::number(group); };
    report.tables.byStep = table(m_byStep, number);
    report.tables.byFold = table(m_byFold, number);
    report.tables.bySeries = seriesTable(spec);
    report.tables.byGroup = table(m_byGroup, [this](qint64 group) { return m_groups.at(group); });
    if (report.step == Step::Day)
        report.tables.byWeekday = table(m_byWeekday, &weekdayName);
    report.scores = std::move(m_scores);
}

void BacktestSums::fillModels(BacktestReport &report, const TrainingSpec &spec) const
{
    const auto bySeries = pooled(m_bySeries);
    for (const auto &[place, metrics] : pooled(m_byModel)) {
        const int model = place.second;
        std::vector<double> mase;
        for (qint64 i = 0; i < m_series.size(); ++i)
            mase.push_back(bySeries.at({i, model}).mase);
        report.byModel.insert(m_models[model], metrics);
        report.medianMase.insert(m_models[model], medianOf(mase));
        if (model != baselineIndex())
            report.comparisons.insert(m_models[model], comparison(model, spec));
    }
}

// Means over all forecasts first, then the ratios (M4). A forecast without a scale counts for no model.
void BacktestSums::fillOwa(BacktestReport &report) const
{
    const auto naive2 = int(m_models.indexOf(QStringLiteral("naive2")));
    const auto sums = [&](int model) {
        std::pair<double, double> sum;
        for (const std::vector<Metrics> &folds : m_wholes.at(model))
            for (const Metrics &whole : folds)
                if (!std::isnan(whole.mase)) {
                    sum.first += whole.smape;
                    sum.second += whole.mase;
                }
        return sum;
    };
    if (naive2 < 0 || !m_wholes.contains(naive2))
        return;
    const auto [smape, mase] = sums(naive2);
    for (int model = 0; model < m_models.size(); ++model) {
        const auto ours = sums(model);
        report.owa.insert(m_models[model], smape > 0 && mase > 0 ? (ours.first / smape + ours.second / mase) / 2 : missing);
    }
}

std::vector<double> BacktestSums::differences(size_t series, int model, double Metrics::*loss) const
{
    const std::vector<Metrics> &ours = m_wholes.at(model)[series];
    const std::vector<Metrics> &theirs = m_wholes.at(baselineIndex())[series];
    std::vector<double> differences;
    for (size_t k = 0; k < ours.size(); ++k)
        differences.push_back(ours[k].*loss - theirs[k].*loss);
    return differences;
}

// MASE is of one scale for all series; a single one that has no such scale is compared by its MAE.
LossComparison BacktestSums::comparison(int model, const TrainingSpec &spec) const
{
    const bool isUnscaled = m_series.size() == 1 && std::isnan(m_byModel.at({0, model}).pooled().mase);
    std::vector<std::vector<double>> all;
    for (size_t i = 0; i < size_t(m_series.size()); ++i)
        all.push_back(differences(i, model, isUnscaled ? &Metrics::mae : &Metrics::mase));
    return compareLosses(all, m_options.overlapFor(spec.horizon), spec.model.seed);
}

double BacktestSums::seriesP(qint64 series, int model, int overlap) const
{
    std::vector<double> folds = differences(size_t(series), model, &Metrics::mase);
    std::erase_if(folds, [](double value) { return std::isnan(value); });
    const bool isEnough = folds.size() >= std::max(fewestOrigins, 3 * size_t(overlap));
    return isEnough && model != baselineIndex() ? dieboldMariano(folds, overlap).pValue : missing;
}

std::map<std::pair<qint64, int>, Metrics> BacktestSums::pooled(const Pools &pools) const
{
    std::map<std::pair<qint64, int>, Metrics> all;
    for (const auto &[place, pool] : pools)
        all[place] = pool.pooled();
    for (auto &[place, metrics] : all)
        metrics.skill = skillOf(metrics, all[{place.first, baselineIndex()}]);
    return all;
}

QList<BacktestGroup> BacktestSums::table(const Pools &pools, const std::function<QString(qint64)> &name) const
{
    QList<BacktestGroup> groups;
    for (const auto &[place, metrics] : pooled(pools))
        groups.append({name(place.first), m_models[place.second], metrics, missing});
    return groups;
}

std::vector<qint64> BacktestSums::worstFirst(const std::map<std::pair<qint64, int>, Metrics> &bySeries) const
{
    std::vector<qint64> order(size_t(m_series.size()));
    std::iota(order.begin(), order.end(), 0);
    const auto badness = [&](qint64 series) {
        const double mase = bySeries.at({series, 0}).mase;
        return std::isnan(mase) ? -1.0 : mase;
    };
    std::stable_sort(order.begin(), order.end(), [&](qint64 a, qint64 b) { return badness(a) > badness(b); });
    return order;
}

QList<BacktestGroup> BacktestSums::seriesTable(const TrainingSpec &spec) const
{
    const auto bySeries = pooled(m_bySeries);
    QList<BacktestGroup> groups;
    for (const qint64 series : worstFirst(bySeries))
        for (int model = 0; model < m_models.size(); ++model)
            groups.append({m_series[series], m_models[model], bySeries.at({series, model}),
                           seriesP(series, model, m_options.overlapFor(spec.horizon))});
    return groups;
}

} // namespace foretrail
