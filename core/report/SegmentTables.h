#pragma once

#include "core/behaviour/segments/SegmentBook.h"
#include "core/report/FlowTables.h"

namespace foretrail {

/// A segment as it may be told: its users as text and number, whether its value and its share may be.
struct ToldSegment {
    const SegmentInfo *info = nullptr;
    GroupFloor floor;     ///< of its users
    bool isWithheld = false; ///< fewer users than the floor: no value either
    bool hasValue = true; ///< false too for the smallest other segment of its kind (names, states, clusters) where one only is withheld, whose
                          ///< value would follow from the others

    QString users() const { return info->users ? floor.text(info->count()) : QStringLiteral("-"); }
    QJsonObject toJson() const; ///< withheld numbers are null
};
/// Where one of a kind is withheld, users of the others of that kind are told in multiples. So are those of a saved segment that holds all
/// users of another one, or is held by it, or by everybody (`all` users), but for so few that they are withheld; its value is not told.
QList<ToldSegment> toldSegments(const QList<SegmentInfo> &segments, GroupFloor floor, qint64 all);

/// Whether the difference of the two numbers of users tells a group that is withheld: one holds all users of the other and few more.
bool leavesSmallGroup(const UserSet &a, const UserSet &b, GroupFloor floor);

/// All null but for the users where there are too few of them; favourite categories of too few users are left out.
QJsonObject summaryJson(const SegmentSummary &summary, GroupFloor floor);
/// Nothing of it: beside others its numbers would tell a group that is withheld.
QJsonObject withheldSummary();

} // namespace foretrail
