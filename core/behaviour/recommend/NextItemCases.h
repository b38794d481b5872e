#pragma once

#include "core/behaviour/recommend/Recommender.h"
#include "core/data/RobotUsers.h"

#include <QHash>

namespace foretrail {

/// What models are tested on: what was known, what came next, and the sequences that they may learn from. Those hold nothing of
/// what is asked for: a time parts them, or the last step of each user does.
struct NextItemCases {
    struct Case {
        size_t from = 0;    ///< of the prefix, in `items`
        size_t steps = 0;   ///< of the prefix, 0 where nobody knows its items
        quint32 next = 0;
        quint32 user = 0;
    };
    std::shared_ptr<const ItemSequences> training;
    std::vector<quint32> items;
    std::vector<Case> cases;
    qint64 unseen = 0; ///< steps that are no cases: no step of the training has their item
    RobotUsers robots{}; ///< none of their steps is here
    QString way{};       ///< in words, how it was parted where nobody said how

    NextItemQuery query(const Case &one) const { return {{items.data() + one.from, one.steps}, one.user}; }
};

/// Learnt from: all steps before `since`. Asked for: each step from then on that has one before it in its sequence; with `users`, of
/// theirs alone.
NextItemCases splitByTime(const ItemSequences &all, UtcMs since, const UserSet *users = nullptr);
/// Asked for: the last step of each sequence of at least `leastSteps`; with `users`, of theirs alone. Learnt from: all but the last steps of everybody.
NextItemCases leaveLastOut(const ItemSequences &all, size_t leastSteps = 3, const UserSet *users = nullptr);
/// A table with the columns case_id, prefix_items (keys, with spaces between) and next_item; packed or not. Learnt from: all steps.
/// An item that nobody knows counts as one that no model names; in a prefix it is passed over. InvalidInput with the line.
Result<NextItemCases> casesFromFile(const QString &path, const QStringList &itemKeys, std::shared_ptr<const ItemSequences> all, JobContext &job);

/// The time from which on about `share` of the steps lie.
UtcMs timeOfLatest(const ItemSequences &all, double share);

} // namespace foretrail
