#pragma once

#include "core/data/Workspace.h"

#include <QJsonObject>

namespace foretrail {

/// For people: "Loyal", "Lapsed", the name that it was saved under.
QString segmentTitle(const SegmentChoice &segment);

/// What errors of a test are worth where users were chosen by what they did in it, in one sentence.
QString segmentNote();

/// A name, or {"key": "saved:NAME", "rule": {..}} where the rule is known.
QJsonValue segmentToJson(const SegmentChoice &segment);
/// InvalidInput says what is wrong with the rule.
Result<SegmentChoice> segmentFromJson(const QJsonValue &json);

/// A segment with its rule, and everybody in it.
struct SegmentUsers {
    SegmentChoice segment;
    std::shared_ptr<const UserSet> users;
};

/// By all that the workspace knows now. NotFound lists the segments there are; InvalidInput where the data names no users. Cancelled.
Result<SegmentUsers> usersOfSegment(Workspace &workspace, const SegmentChoice &segment, JobContext &job);

/// The question as the data answers it: with the rule and the users of its segment; without a segment as it is. Every question is led
/// through this before its series are read. What usersOfSegment() says; InvalidInput for imported series, which have no users.
Result<SeriesQuery> withUsers(Workspace &workspace, const SeriesQuery &query, JobContext &job);

/// For the command line: key, name, rule, users (how many; null where they are not known), note.
QJsonObject segmentReport(const SegmentUsers &found);

} // namespace foretrail
