#pragma once

#include "core/data/Questions.h"
#include "core/models/Reconciliation.h"

namespace foretrail {

enum class HierarchyLevel { Total, Category, Item };
QString hierarchyLevelName(HierarchyLevel level); ///< "total", "category", "item"

/// One node; `series` is the total, that of a category, that of an item, or what is left of its parent beside the named ones.
struct HierarchyNode {
    HierarchyLevel level = HierarchyLevel::Total;
    Series series;
    bool isRest = false; ///< the others of the parent, together
};

/// Total > category > item of a log, on one axis each ending at the same step. Every parent is the sum of its children.
struct SeriesHierarchy {
    HierarchyShape shape;
    std::vector<HierarchyNode> nodes; ///< parents first

    int size() const { return shape.size(); }
    /// Of the history of its parent; 1 for the top.
    std::vector<double> shares() const;
};

/// `question`: measure, step and users; the `top` largest items have series of their own. What a log without categories holds stands
/// right under the total. InvalidInput for measures that do not add up (orders and users of two items may be the same) and for imported
/// series; NotFound where there is nothing. Cancelled.
Result<SeriesHierarchy> hierarchyOf(ShopData &data, const SeriesQuery &question, int top, JobContext &job);

} // namespace foretrail
