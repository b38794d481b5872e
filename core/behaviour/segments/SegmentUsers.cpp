#include "core/behaviour/segments/SegmentUsers.h"

#include "core/behaviour/segments/SegmentBook.h"
#include "core/data/SegmentStore.h"

#include <QCoreApplication>

#include <optional>

namespace foretrail {
namespace {

struct SegmentUsersText { Q_DECLARE_TR_FUNCTIONS(foretrail::SegmentUsers) };

/// "NAME" of "saved:NAME"; empty where `key` does not begin so.
QString behindPrefix(const QString &key, const QString &prefix) { return key.startsWith(prefix) ? key.mid(prefix.size()) : QString(); }

std::optional<SegmentRule> builtInRule(const QString &key)
{
    const QString rfm = behindPrefix(key, QStringLiteral("rfm:")), state = behindPrefix(key, QStringLiteral("state:"));
    if (rfmNameFromKey(rfm) != RfmName::None)
        return SegmentRule::ofRfm(rfm);
    if (stateFromKey(state) != LifecycleState::None)
        return SegmentRule::ofState(state);
    return std::nullopt;
}

/// One kept by that name, with or without "saved:" in front.
Result<SegmentChoice> keptSegment(Workspace &workspace, const QString &key)
{
    const QString behind = behindPrefix(key, QStringLiteral("saved:"));
    const Result<StoredSegment> stored = SegmentStore(workspace).load(behind.isEmpty() ? key : behind);
    if (!stored)
        return fail(stored.error());
    return SegmentChoice{QStringLiteral("saved:") + stored->name, stored->definition};
}

/// The same with the rule of its key: one that is kept in the workspace by that name, or a built-in one.
Result<SegmentChoice> withRule(Workspace &workspace, const SegmentChoice &segment, JobContext &job)
{
    if (!segment.rule.isEmpty())
        return segment;
    Result<SegmentChoice> kept = keptSegment(workspace, segment.key);
    if (kept || kept.error().code != ErrorCode::NotFound)
        return kept;
    if (const std::optional<SegmentRule> rule = builtInRule(segment.key))
        return SegmentChoice{segment.key, rule->toJson()};
    const Result<SegmentBook> book = segmentBook(workspace, {}, job);
    return fail(book ? unknownSegment(segment.key, *book) : book.error());
}

} // namespace

QString segmentTitle(const SegmentChoice &segment)
{
    const QString rfm = behindPrefix(segment.key, QStringLiteral("rfm:")), state = behindPrefix(segment.key, QStringLiteral("state:"));
    const QString cluster = behindPrefix(segment.key, QStringLiteral("cluster:")), saved = behindPrefix(segment.key, QStringLiteral("saved:"));
    if (rfmNameFromKey(rfm) != RfmName::None)
        return rfmTitle(rfmNameFromKey(rfm));
    if (stateFromKey(state) != LifecycleState::None)
        return stateTitle(stateFromKey(state));
    if (!cluster.isEmpty())
        return SegmentUsersText::tr("Cluster %1").arg(cluster);
    if (!saved.isEmpty() || !segment.key.isEmpty())
        return saved.isEmpty() ? segment.key : saved;
    const Result<SegmentRule> rule = SegmentRule::fromJson(segment.rule);
    return segment.rule.isEmpty() || !rule ? QString() : rule->words();
}

QString segmentNote()
{
    return SegmentUsersText::tr("The segment was chosen by all that is known by now, the test part included, so its errors tell little.");
}

QJsonValue segmentToJson(const SegmentChoice &segment)
{
    if (segment.rule.isEmpty())
        return segment.key;
    return QJsonObject{{QStringLiteral("key"), segment.key}, {QStringLiteral("rule"), segment.rule}};
}

Result<SegmentChoice> segmentFromJson(const QJsonValue &json)
{
    if (json.isString())
        return SegmentChoice{json.toString().trimmed(), {}};
    const QJsonObject object = json.toObject();
    for (const QString &key : object.keys())
        if (key != u"key" && key != u"rule")
            return fail(ErrorCode::InvalidInput, SegmentUsersText::tr("A segment has no \"%1\". It takes key and rule.").arg(key));
    if (object.isEmpty() || !object[QStringLiteral("key")].isString() || !object[QStringLiteral("rule")].isObject())
        return fail(ErrorCode::InvalidInput, SegmentUsersText::tr("A segment is a name, such as \"rfm:loyal\", or an object with key and rule."));
    const SegmentChoice segment{object[QStringLiteral("key")].toString(), object[QStringLiteral("rule")].toObject()};
    return SegmentRule::fromJson(segment.rule).map([&](const SegmentRule &) { return segment; });
}

Result<SegmentUsers> usersOfSegment(Workspace &workspace, const SegmentChoice &segment, JobContext &job)
{
    const Result<SharedBasis> basis = segmentBasis(workspace, job);
    if (!basis)
        return fail(basis.error());
    if ((*basis)->figures->count == 0)
        return fail(ErrorCode::InvalidInput, (*basis)->note());
    const Result<SegmentChoice> known = withRule(workspace, segment, job);
    if (!known)
        return fail(known.error());
    const Result<SegmentRule> rule = SegmentRule::fromJson(known->rule);
    if (!rule)
        return fail(rule.error().within(segmentTitle(*known)));
    Result<UserSet> users = usersOf(*rule, **basis, workspace.data(), job);
    if (!users)
        return fail(users.error().isCancelled() ? users.error() : users.error().within(segmentTitle(*known)));
    return SegmentUsers{*known, std::make_shared<const UserSet>(std::move(*users))};
}

Result<SeriesQuery> withUsers(Workspace &workspace, const SeriesQuery &query, JobContext &job)
{
    if (query.segment.isEverybody() || query.users)
        return query;
    if (query.by == GroupBy::Series || query.measure == Measure::Value)
        return fail(ErrorCode::InvalidInput, SegmentUsersText::tr("Imported series name no users, so a segment has no part in them. Show all users again, or choose a measure of the log."));
    Result<SegmentUsers> found = usersOfSegment(workspace, query.segment, job);
    if (!found)
        return fail(found.error());
    SeriesQuery known = query;
    known.segment = std::move(found->segment);
    known.users = std::move(found->users);
    return known;
}

QJsonObject segmentReport(const SegmentUsers &found)
{
    return {{QStringLiteral("key"), found.segment.key}, {QStringLiteral("name"), segmentTitle(found.segment)}, {QStringLiteral("rule"), found.segment.rule},
            {QStringLiteral("users"), found.users ? QJsonValue(found.users->count()) : QJsonValue()}, {QStringLiteral("note"), segmentNote()}};
}

} // namespace foretrail
