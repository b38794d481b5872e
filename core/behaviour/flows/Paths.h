#pragma once

#include "core/behaviour/flows/EventUnits.h"

namespace foretrail {

enum class PathBy { Kind, Category, Item };

struct PathRequest {
    static constexpr int mostSteps = 10;
    static constexpr int mostLabels = 30;
    PathBy by = PathBy::Kind;
    int steps = 5;  ///< of a path that are looked at, 2 to 10
    FlowUnit unit = FlowUnit::Session;
    int labels = 8; ///< the most frequent that stand for themselves; all others are one
    bool joinsRepeats = true; ///< the same again straight after is the same step
    bool operator==(const PathRequest &) const = default;
};

/// Something that a path leads from or to: a label by its number, or one of these.
inline constexpr int pathStart = -1;
inline constexpr int pathEnd = -2;  ///< the unit did nothing more
inline constexpr int pathFurther = -3; ///< it went on behind the last step that is looked at
inline constexpr int pathAny = -4; ///< whatever it was

struct PathLink {
    int step = 0; ///< of `from`: 0 is the first; links from pathStart have -1
    int from = 0;
    int to = 0;
    qint64 count = 0;
    bool operator==(const PathLink &) const = default;
};

/// A way of units, with its end (pathEnd or pathFurther) behind the labels.
struct WholePath {
    std::vector<int> labels;
    qint64 count = 0;
};

struct PathResult {
    static constexpr int mostWholePaths = 100;
    PathRequest request;
    UnitRule rule = UnitRule::Sessions;
    QStringList labels;              ///< most frequent first; the last is "all others" where hasOthers
    std::vector<quint32> labelIds;   ///< kind place, category or item id of each; others: 0
    bool hasOthers = false;
    qint64 units = 0;                ///< with at least one step
    qint64 skipped = 0;              ///< without any: their events have no item or category
    std::vector<std::vector<qint64>> nodes; ///< [step][label]: units that did it as this step
    std::vector<PathLink> links;     ///< in the order of step, from, to; with links to pathEnd and pathFurther
    std::vector<PathLink> transitions; ///< over all steps together (step is 0), most frequent first
    std::vector<WholePath> wholePaths; ///< most frequent first, at most mostWholePaths
    qint64 distinctPaths = 0;
    qint64 strayTimes = 0;           ///< events left out for their times
    QStringList notes;               ///< with `skipped`: pathNotes()

    QString labelText(int label) const; ///< of pathStart and pathEnd too
    QString pathText(const WholePath &path) const; ///< "view → cart → end"
};

/// Which units took which steps first. Unsupported where no event has an item or a category and those are asked for. Labels of items and
/// categories are numbers until namePaths().
Result<PathResult> paths(const UserEventLog &log, const PathRequest &request, const UserSet *users, JobContext &job);
/// Puts the names of items or categories into the result.
Result<void> namePaths(Workspace &workspace, PathResult &result);

/// Some of the units of a result: those that did `from` as step `step` (-1: as any) and `to` next; or, with a label and no `to`, all that
/// did it; or those of a whole path.
struct PathChoice {
    int step = -1;
    int from = pathStart;
    std::optional<int> to;
    std::vector<int> whole; ///< unless empty, only this counts
};
/// Their known users.
Result<UserSet> pathUsers(const UserEventLog &log, const PathResult &result, const UserSet *users, const PathChoice &choice, JobContext &job);

} // namespace foretrail
