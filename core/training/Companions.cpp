#include "core/training/Companions.h"

#include "core/training/Experiment.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr int mostCompanions = 1000;
constexpr int mostOfNetworks = 10'000; // which learn from more, and draw their windows

Recipe withoutColumns(Recipe recipe)
{
    recipe.steps.removeIf([](const RecipeStep &step) {
        const StepInfo *info = StepRegistry::instance().find(step.kind);
        return info && info->group == StepGroup::Feature;
    });
    return recipe;
}

bool hasGap(const std::vector<double> &values)
{
    return std::any_of(values.begin(), values.end(), [](double value) { return !std::isfinite(value); });
}

/// FNV-1a, the same everywhere.
quint32 hashOf(const QString &key)
{
    quint32 hash = 2166136261U;
    for (const char byte : key.toUtf8())
        hash = (hash ^ quint8(byte)) * 16777619U;
    return hash ^ (hash >> 15);
}

/// At most so many keys, whatever the series hold: which are the largest would tell of what lies behind an origin. Each stays or goes
/// by itself; half of them go until few enough are left.
QStringList drawn(const QList<SeriesInfo> &series, int most)
{
    QStringList keys;
    for (const SeriesInfo &one : series)
        keys.append(one.key);
    for (quint32 bit = 1; keys.size() > most && bit != 0; bit <<= 1)
        keys.removeIf([bit](const QString &key) { return (hashOf(key) & bit) != 0; });
    return keys;
}

} // namespace

Companions::Companions(QList<Series> series, const TrainingSpec &spec) : m_series(std::move(series)), m_spec(spec)
{
    m_spec.recipe = withoutColumns(m_spec.recipe);
    for (const Series &one : std::as_const(m_series)) {
        const WallMs end = one.timeAt(one.size());
        m_ends[one.axis.step] = std::max(m_ends.try_emplace(one.axis.step, end).first->second, end);
    }
}

Result<std::shared_ptr<const Companions>> Companions::ofWorkspace(ShopData &data, const TrainingSpec &spec, const QStringList &models, JobContext &job)
{
    if (!learnFromPanel(models) || spec.query.by == GroupBy::Total)
        return nullptr;
    SeriesQuery all = spec.query;
    all.keys.clear();
    all.top = 0;
    const Result<QList<SeriesInfo>> there = data.listSeries(all, job);
    if (!there)
        return fail(there.error());
    const bool isForNetwork = std::any_of(models.begin(), models.end(), [](const QString &name) {
        const ModelInfo *info = modelRegistry().find(name);
        return info && info->isNeural && info->learnsFromPanel;
    });
    all.keys = drawn(*there, isForNetwork ? mostOfNetworks : mostCompanions);
    if (all.keys.size() < 2)
        return nullptr;
    Result<QList<Series>> series = data.series(all, job);
    if (!series)
        return fail(series.error());
    return std::make_shared<const Companions>(std::move(*series), spec);
}

Result<std::shared_ptr<const Panel>> Companions::before(const Series &target, qint64 heldBack, JobContext &job) const
{
    const WallMs end = target.axis.hasCalendar() ? target.timeAt(target.size()) : 0;
    // Each end of a series would need a panel of its own: those that end early, where nobody asks for a forecast, go without.
    if (endsEarly(target, heldBack))
        return nullptr;
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<const Panel> &panel = m_panels[{target.axis.step, heldBack, end}];
    if (panel)
        return panel;
    std::vector<Series> all;
    for (const Series &series : m_series) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        if (auto one = known(series, target, heldBack, job); one && !one->values.empty() && !hasGap(one->values))
            all.push_back(std::move(*one));
    }
    return panel = std::make_shared<const Panel>(std::move(all));
}

/// The data decides where it is known, for a recipe may have made other steps of it, or cut off the last.
bool Companions::endsEarly(const Series &target, qint64 heldBack) const
{
    if (!target.axis.hasCalendar() || target.axis.closed != 0)
        return false;
    const auto own = std::find_if(m_series.begin(), m_series.end(), [&](const Series &series) { return series.key == target.key; });
    const Series &data = own == m_series.end() ? target : *own;
    const auto latest = m_ends.find(data.axis.step);
    return latest != m_ends.end() && data.timeAt(data.size() + (&data == &target ? heldBack : 0)) < latest->second;
}

Result<Series> Companions::known(const Series &series, const Series &target, qint64 heldBack, JobContext &job) const
{
    const Surroundings none;
    const PreparationTask task{series, m_spec, none, job};
    WallMs end = target.timeAt(target.size());
    if (!target.axis.hasCalendar()) {
        const Result<Series> aligned = task.aligned();
        if (!aligned || aligned->size() <= heldBack)
            return Series();
        end = aligned->timeAt(aligned->size() - heldBack);
    }
    const Result<PreparedSeries> prepared = task.prepared(end, end, m_spec.horizon);
    if (!prepared)
        return fail(prepared.error());
    return prepared->series().axis.step == target.axis.step ? prepared->series() : Series();
}

bool learnFromPanel(const QStringList &models)
{
    return std::any_of(models.begin(), models.end(), [](const QString &name) {
        const ModelInfo *info = modelRegistry().find(name);
        return info && info->learnsFromPanel;
    });
}

} // namespace foretrail
