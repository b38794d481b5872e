#include "core/training/Hierarchy.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct HierarchyText { Q_DECLARE_TR_FUNCTIONS(foretrail::Hierarchy) };

/// Begins with the values of `target` and of nothing before them; what is added may begin later.
void subtract(Series &from, const Series &part)
{
    const qint64 shift = from.axis.indexOf(part.axis.start);
    for (qint64 i = 0; i < part.size(); ++i)
        if (const qint64 at = shift + i; at >= 0 && at < from.size())
            from.values[size_t(at)] -= part.values[size_t(i)];
}

bool isNothing(const Series &series, double scale)
{
    return std::all_of(series.values.begin(), series.values.end(), [scale](double value) { return std::abs(value) <= 1e-9 * scale; });
}

double sizeOf(const Series &series)
{
    return std::accumulate(series.values.begin(), series.values.end(), 0.0, [](double sum, double value) { return sum + std::abs(value); });
}

/// What is too small to be more than rounding is nothing.
void clearRounding(Series &series, double scale)
{
    for (double &value : series.values)
        if (std::abs(value) <= 1e-9 * scale)
            value = 0;
}

Result<void> checkQuestion(const SeriesQuery &question)
{
    if (question.measure == Measure::Orders || question.measure == Measure::Users)
        return fail(ErrorCode::InvalidInput, HierarchyText::tr("Orders and users of items do not add up to those of the shop: one order may hold several items. Choose revenue, quantity or events."));
    if (question.by == GroupBy::Series || question.measure == Measure::Value)
        return fail(ErrorCode::InvalidInput, HierarchyText::tr("Imported series have no total, categories and items. Choose a measure of the log: revenue, quantity or events."));
    return {};
}

Result<QList<Series>> seriesBy(ShopData &data, SeriesQuery question, GroupBy by, int top, JobContext &job)
{
    question.by = by;
    question.keys = {};
    question.top = top;
    return data.series(question, job);
}

class Builder {
public:
    Builder(Series total) { add(HierarchyLevel::Total, std::move(total), -1, false); }
    int add(HierarchyLevel level, Series series, int parent, bool isRest)
    {
        m_hierarchy.shape.parents.push_back(parent);
        m_hierarchy.nodes.push_back({level, std::move(series), isRest});
        return m_hierarchy.size() - 1;
    }
    /// A child for what the named children of a node leave of it, where that is something.
    void addRest(int node, HierarchyLevel level, const QString &key, const QString &name)
    {
        Series rest = m_hierarchy.nodes[size_t(node)].series;
        const double scale = std::max(sizeOf(rest), 1e-9);
        bool hasChildren = false;
        for (int other = node + 1; other < m_hierarchy.size(); ++other) {
            if (m_hierarchy.shape.parents[size_t(other)] != node)
                continue;
            subtract(rest, m_hierarchy.nodes[size_t(other)].series);
            hasChildren = true;
        }
        if (!hasChildren || isNothing(rest, scale))
            return;
        clearRounding(rest, scale);
        rest.key = key;
        rest.name = name;
        add(level, std::move(rest), node, true);
    }
    SeriesHierarchy take() { return std::move(m_hierarchy); }

private:
    SeriesHierarchy m_hierarchy;
};

} // namespace

QString hierarchyLevelName(HierarchyLevel level)
{
    switch (level) {
    case HierarchyLevel::Total: return QStringLiteral("total");
    case HierarchyLevel::Category: return QStringLiteral("category");
    case HierarchyLevel::Item: return QStringLiteral("item");
    }
    return {};
}

std::vector<double> SeriesHierarchy::shares() const
{
    std::vector<double> sums;
    for (const HierarchyNode &node : nodes)
        sums.push_back(std::max(0.0, std::accumulate(node.series.values.begin(), node.series.values.end(), 0.0)));
    std::vector<double> shares{1};
    for (int node = 1; node < size(); ++node) {
        const double all = sums[size_t(shape.parents[size_t(node)])];
        shares.push_back(all > 0 ? sums[size_t(node)] / all : 0);
    }
    return shares;
}

Result<SeriesHierarchy> hierarchyOf(ShopData &data, const SeriesQuery &question, int top, JobContext &job)
{
    if (const Result<void> checked = checkQuestion(question); !checked)
        return fail(checked.error());
    Result<QList<Series>> total = seriesBy(data, question, GroupBy::Total, 0, job);
    if (!total)
        return fail(total.error());
    if (total->isEmpty() || total->front().size() == 0)
        return fail(ErrorCode::NotFound, HierarchyText::tr("There is nothing to add up. Import a log first."));
    const Result<DataSummary> summary = data.summary();
    const Result<QList<Series>> categories = summary && summary->categories > 0 ? seriesBy(data, question, GroupBy::Category, 0, job) : Result<QList<Series>>(QList<Series>());
    const Result<QList<Series>> items = top > 0 ? seriesBy(data, question, GroupBy::Item, top, job) : Result<QList<Series>>(QList<Series>());
    if (!categories || !items)
        return fail(categories ? items.error() : categories.error());
    Builder builder(total->front());
    QHash<QString, int> nodeOf;
    for (const Series &category : *categories)
        nodeOf.insert(category.key, builder.add(HierarchyLevel::Category, category, 0, false));
    for (const Series &item : *items) {
        const Result<QString> category = data.categoryOf(item.key);
        if (!category)
            return fail(category.error());
        builder.add(HierarchyLevel::Item, item, nodeOf.value(*category, 0), false);
    }
    for (const Series &category : *categories)
        builder.addRest(nodeOf.value(category.key), HierarchyLevel::Item, category.key + QStringLiteral("/rest"),
                        HierarchyText::tr("other items of %1").arg(category.name.isEmpty() ? category.key : category.name));
    builder.addRest(0, categories->isEmpty() ? HierarchyLevel::Item : HierarchyLevel::Category, QStringLiteral("rest"),
                    categories->isEmpty() ? HierarchyText::tr("other items") : HierarchyText::tr("no category"));
    return builder.take();
}

} // namespace foretrail
