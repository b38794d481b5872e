#include "core/training/Companions.h"

#include "core/preparation/ColumnRequest.h"
#include "core/training/BesideCoding.h"
#include "core/training/Models.h"
#include "core/training/SeriesAttributes.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct CompanionsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Companions)
};

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

/// Lags and rolling statistics, which windows hold already.
Recipe withoutOwnColumns(Recipe recipe)
{
    recipe.steps.removeIf([](const RecipeStep &step) { return step.kind == u"lags" || step.kind == u"rolling"; });
    return recipe;
}

/// Series that join others as columns are of another kind.
void removeJoined(QStringList &keys, const Recipe &recipe)
{
    QSet<QString> joined;
    for (const ColumnRequest &request : columnRequests(recipe))
        for (const QString &key : std::as_const(keys))
            if (const QString other = request.keyFor(key); request.by == u"series" && other != key)
                joined.insert(other);
    keys.removeIf([&joined](const QString &key) { return joined.contains(key); });
}

/// What the recipe and the network ask for; where the log begins and ends is of no concern, for the target has an end.
Result<Companions::Surrounded> surroundingsOf(ShopData &data, const QList<Series> &series, const TrainingSpec &spec, JobContext &job)
{
    Companions::Surrounded all;
    const QStringList &attributes = spec.model.global.attributes;
    if (columnRequests(spec.recipe).isEmpty() && attributes.isEmpty())
        return all;
    SurroundingsReader reader(data, spec.recipe, spec.query, attributes);
    for (const Series &one : series) {
        Result<Surroundings> read = reader.read(one.key, job);
        if (!read)
            return fail(read.error());
        Surroundings &kept = all[one.key];
        kept.columns = std::move(read->columns);
        kept.missingColumns = std::move(read->missingColumns);
        kept.attributes = std::move(read->attributes);
    }
    return all;
}

/// A name that nothing is known under is more likely a slip than wanted.
Result<void> checkAttributes(const Companions::Surrounded &all, const QStringList &names)
{
    QSet<QString> known;
    for (const Surroundings &one : all)
        for (auto it = one.attributes.keyBegin(); it != one.attributes.keyEnd(); ++it)
            known.insert(it->toCaseFolded());
    for (const QString &name : names)
        if (name != allAttributes && !known.contains(name.toCaseFolded()))
            return fail(ErrorCode::NotFound, CompanionsText::tr("No table says \"%1\" of these series. Import one, or take %1 out of the attributes.").arg(name));
    return {};
}

bool hasGap(const std::vector<double> &values)
{
    return std::any_of(values.begin(), values.end(), [](double value) { return !std::isfinite(value); });
}

/// FNV-1a, the same everywhere.
quint32 hashOf(const QString &key)
{
    quint32 hash = 2166136261U;
    const QByteArray bytes = key.toUtf8();
    for (const char byte : bytes)
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

Companions::Companions(QList<Series> series, const TrainingSpec &spec, std::optional<Surrounded> beside)
    : m_series(std::move(series)), m_spec(spec), m_withColumns(withoutOwnColumns(spec.recipe)), m_beside(std::move(beside))
{
    m_spec.recipe = withoutColumns(m_spec.recipe);
    std::map<Step, std::map<WallMs, qint64>> counts;
    for (const Series &one : std::as_const(m_series))
        ++counts[one.axis.step][one.timeAt(one.size())];
    for (const auto &[step, ends] : counts) // the latest of those that are equally frequent
        m_ends[step] = std::max_element(ends.rbegin(), ends.rend(), [](const auto &a, const auto &b) { return a.second < b.second; })->first;
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
    if (isForNetwork)
        removeJoined(all.keys, spec.recipe);
    if (all.keys.size() < 2)
        return nullptr;
    Result<QList<Series>> series = data.series(all, job);
    if (!series)
        return fail(series.error());
    if (!isForNetwork)
        return std::make_shared<const Companions>(std::move(*series), spec);
    Result<Surrounded> beside = surroundingsOf(data, *series, spec, job);
    if (!beside)
        return fail(beside.error());
    if (const Result<void> checked = checkAttributes(*beside, spec.model.global.attributes); !checked)
        return fail(checked.error());
    return std::make_shared<const Companions>(std::move(*series), spec, std::move(*beside));
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
    std::vector<Beside> beside;
    for (const Series &series : m_series) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        auto one = known(series, target, heldBack, job);
        if (!one || one->series.values.empty() || hasGap(one->series.values))
            continue;
        all.push_back(std::move(one->series));
        if (m_beside)
            beside.push_back(std::move(one->beside));
    }
    return panel = std::make_shared<const Panel>(std::move(all), std::move(beside));
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

/// One that lacks a column which the recipe asks for comes without any.
Result<Companions::Known> Companions::known(const Series &series, const Series &target, qint64 heldBack, JobContext &job) const
{
    const Surroundings around = m_beside ? m_beside->value(series.key) : Surroundings();
    if (m_beside && m_withColumns != m_spec.recipe) {
        TrainingSpec spec = m_spec;
        spec.recipe = m_withColumns;
        Result<Known> whole = known({series, spec, around, job}, target, heldBack);
        if (whole || whole.error().isCancelled())
            return whole;
    }
    return known({series, m_spec, around, job}, target, heldBack);
}

Result<Companions::Known> Companions::known(const PreparationTask &task, const Series &target, qint64 heldBack) const
{
    WallMs end = target.timeAt(target.size());
    if (!target.axis.hasCalendar()) {
        const Result<Series> aligned = task.aligned();
        if (!aligned || aligned->size() <= heldBack)
            return Known();
        end = aligned->timeAt(aligned->size() - heldBack);
    }
    const Result<PreparedSeries> prepared = task.prepared(end, end, std::max(m_spec.horizon, m_spec.split.test));
    if (!prepared)
        return fail(prepared.error());
    if (prepared->series().axis.step != target.axis.step)
        return Known();
    const Frame &frame = prepared->frame();
    return Known{frame.target, m_beside ? besideFrom(frame.columns, frame.derived, task.surroundings.attributes) : Beside()};
}

bool learnFromPanel(const QStringList &models)
{
    return std::any_of(models.begin(), models.end(), [](const QString &name) {
        const ModelInfo *info = modelRegistry().find(name);
        return info && info->learnsFromPanel;
    });
}

} // namespace foretrail
