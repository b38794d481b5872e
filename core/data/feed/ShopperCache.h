#pragma once

#include "core/data/totals/DayInputs.h"
#include "core/data/figures/UserFigures.h"

#include <memory>

namespace foretrail {

/// An event as it came in; user 0: nobody knows whose it is.
struct NewEvent {
    UserId user;
    EventRecord event;
};

/// What a row of a table of keys is called.
struct KnownThing {
    QString key;
    QString name;
    quint32 number = 0; ///< keyNumber() of the key
};

/// The events of users who are about, in memory: those of a user are read from the workspace once and then grow as a feed stores more.
/// Bounded: who was not asked for longest is forgotten first. One thread, that of the workspace, which outlives it.
class ShopperCache {
public:
    static constexpr size_t mostEvents = 2'000'000; ///< of all users: 64 MB
    static constexpr size_t mostOfOne = 20'000;     ///< the latest are kept; figures of such a user are of those alone

    /// Counts the days of the log and what came in on them: one pass. Cancelled; Io from the file.
    static Result<std::unique_ptr<ShopperCache>> open(Workspace &workspace, JobContext &job);
    ~ShopperCache();

    /// The last `stored` events of an import, in the order they came; call it after each store. Where somebody else changed the workspace
    /// meanwhile, or `hasReplaced` rows, users are read anew when they are asked for.
    Result<std::vector<NewEvent>> takeNew(ImportId import, qint64 stored, bool hasReplaced);
    /// Oldest first, of one moment as they came; valid until the next call.
    Result<const std::vector<EventRecord> *> eventsOf(UserId user);
    /// As workspaceFigures() would count them now.
    Result<UserFigures> figuresOf(UserId user);

    bool isCredible(UtcMs time) const; ///< on a day that the times of the log cover
    DayNumber dayOf(UtcMs time) const; ///< on the calendar of the workspace
    const KnownThing &item(quint32 row);
    const KnownThing &category(quint32 row);
    QString userKey(UserId user); ///< as people may see it: another name where the workspace hides its users
    qint64 eventCount() const; ///< of the log, with a time
    DayInput inputOn(DayNumber day) const;
    void closeInputsBefore(DayNumber day); ///< DayInputs::closeBefore()
    DaySpan days() const; ///< that the times of the log cover; a last day before the first: none
    size_t heldEvents() const;
    size_t heldUsers() const;

private:
    class Impl;
    explicit ShopperCache(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace foretrail
