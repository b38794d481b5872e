#include "core/advertising/NamedItems.h"

#include "core/data/UserEventLog.h"

#include <QCoreApplication>
#include <QHash>

namespace foretrail {
namespace {

struct NamedItemsText { Q_DECLARE_TR_FUNCTIONS(foretrail::NamedItems) };

constexpr qsizetype shownNamesakes = 5;

/// Keys by the name in small letters.
Result<QHash<QString, QStringList>> keysByName(Workspace &workspace, JobContext &job)
{
    SeriesQuery query;
    query.measure = Measure::Events;
    query.by = GroupBy::Item;
    const Result<QList<SeriesInfo>> items = workspace.data().listSeries(query, job);
    if (!items)
        return fail(items.error());
    QHash<QString, QStringList> keys;
    for (const SeriesInfo &item : *items)
        keys[item.name.toLower()] << item.key;
    return keys;
}

Error unknownItems(const QStringList &unknown, const Error &first)
{
    if (unknown.size() == 1)
        return first;
    QStringList quoted;
    for (const QString &name : unknown)
        quoted << QStringLiteral("\"%1\"").arg(name);
    return {ErrorCode::NotFound, NamedItemsText::tr("These are no items: %1.").arg(quoted.join(QStringLiteral(", "))), {}};
}

} // namespace

Result<QStringList> itemKeysOf(Workspace &workspace, const QStringList &said, JobContext &job)
{
    std::optional<QHash<QString, QStringList>> byName;
    std::optional<Error> first;
    QStringList keys, unknown;
    for (const QString &text : said) {
        const Result<quint32> id = eventThingId(workspace, EventThing::Item, text);
        if (!id && id.error().code != ErrorCode::NotFound)
            return fail(id.error());
        if (id) {
            keys << text;
            continue;
        }
        if (!byName) {
            Result<QHash<QString, QStringList>> read = keysByName(workspace, job);
            if (!read)
                return fail(read.error());
            byName = std::move(*read);
        }
        const QStringList called = byName->value(text.toLower());
        if (called.size() > 1)
            return fail(ErrorCode::InvalidInput, NamedItemsText::tr("Several items are called \"%1\". Say the key of one: %2.").arg(text, called.first(std::min(called.size(), shownNamesakes)).join(QStringLiteral(", "))));
        if (called.isEmpty() && !first)
            first = id.error();
        (called.isEmpty() ? unknown : keys) << (called.isEmpty() ? text : called.front());
    }
    return unknown.isEmpty() ? Result<QStringList>(keys) : fail(unknownItems(unknown, *first));
}

} // namespace foretrail
