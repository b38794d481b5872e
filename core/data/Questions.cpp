#include "core/data/Questions.h"

#include "core/data/ShopperLog.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace foretrail {
namespace {

struct QuestionsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Questions) };

constexpr std::array measureNames{"revenue", "quantity", "orders", "events", "users", "value"};
constexpr std::array groupNames{"total", "item", "category", "kind", "attribute", "series"};
const QLatin1String attributePrefix("attr:");

template<size_t n>
int indexOfName(const std::array<const char *, n> &names, const QString &name)
{
    const auto found = std::ranges::find_if(
        names, [&](const char *known) { return name.compare(QLatin1String(known), Qt::CaseInsensitive) == 0; });
    return found == names.end() ? -1 : int(found - names.begin());
}

} // namespace

QString measureName(Measure measure) { return QString::fromLatin1(measureNames.at(size_t(measure))); }

Result<Measure> measureFromName(const QString &name)
{
    const int index = indexOfName(measureNames, name);
    if (index >= 0)
        return Measure(index);
    return fail(ErrorCode::InvalidInput,
                QuestionsText::tr("\"%1\" is not a measure. Use revenue, quantity, orders, events, users or value.").arg(name));
}

QString groupName(const SeriesQuery &query)
{
    if (query.by == GroupBy::Attribute)
        return attributePrefix + query.attribute;
    return QString::fromLatin1(groupNames.at(size_t(query.by)));
}

Result<void> setGroup(SeriesQuery &query, const QString &name)
{
    const int index = indexOfName(groupNames, name);
    if (name.startsWith(attributePrefix, Qt::CaseInsensitive) && name.size() > attributePrefix.size()) {
        query.by = GroupBy::Attribute;
        query.attribute = name.mid(attributePrefix.size());
        return {};
    }
    if (index >= 0 && GroupBy(index) != GroupBy::Attribute) {
        query.by = GroupBy(index);
        query.attribute.clear();
        return {};
    }
    return fail(ErrorCode::InvalidInput,
                QuestionsText::tr("Rows cannot be grouped by \"%1\". Use total, item, category, kind, series or attr:NAME.").arg(name));
}

DataSummary DataSummary::within(const CredibleTimes &times) const
{
    DataSummary held = *this;
    if (firstEvent)
        held.firstEvent = std::max(*firstEvent, times.first);
    if (lastEvent)
        held.lastEvent = std::min(*lastEvent, times.last);
    return held;
}

Result<CredibleTimes> ShopData::credibleTimes(JobContext &)
{
    const Result<DataSummary> known = summary();
    if (!known)
        return fail(known.error());
    CredibleTimes times;
    times.first = known->firstEvent.value_or(times.first);
    times.last = known->lastEvent.value_or(times.last);
    return times;
}

Result<PurchaseHistories> ShopData::purchaseHistories(const PurchaseQuery &, JobContext &)
{
    return fail(ErrorCode::Unsupported, QuestionsText::tr("This source of data does not tell when each user bought."));
}

Result<QList<KeyAttribute>> ShopData::attributesOf(const QString &, const QString &) { return QList<KeyAttribute>(); }
Result<ItemAttributes> ShopData::itemAttributes(JobContext &) { return ItemAttributes(); }
Result<QString> ShopData::categoryOf(const QString &) { return QString(); }

Result<std::vector<quint32>> ShopData::eventCounts(const EventCountQuery &, JobContext &)
{
    return fail(ErrorCode::Unsupported, QuestionsText::tr("This source of data does not count what users did with an item."));
}

Result<std::vector<qint64>> ShopData::itemsOf(UserId) { return std::vector<qint64>(); }
Result<QString> ShopData::keyOf(const QString &, qint64) { return QString(); }

Result<std::vector<UtcMs>> ShopData::timesOf(UserId user, JobContext &job)
{
    const Result<QList<UserEvent>> events = eventsOf(user, job);
    if (!events)
        return fail(events.error());
    std::vector<UtcMs> times;
    for (const UserEvent &event : *events)
        times.push_back(event.time);
    return times;
}

Result<std::vector<qint64>> ShopData::rowsWith(const QString &, const QString &, JobContext &)
{
    return fail(ErrorCode::Unsupported, QuestionsText::tr("This source of data cannot be searched by keys."));
}

Result<InteractionLog> ShopData::interactions(JobContext &)
{
    return fail(ErrorCode::Unsupported, QuestionsText::tr("This source of data cannot say what shoppers did with items."));
}

Result<ShopperLog> ShopData::shoppers(JobContext &)
{
    return fail(ErrorCode::Unsupported, QuestionsText::tr("This source of data cannot say what each user did."));
}

Result<qint64> ShopData::session(const QString &)
{
    return fail(ErrorCode::Unsupported, QuestionsText::tr("This source of data knows no sessions."));
}

Result<QString> fingerprintOf(ShopData &data, const SeriesQuery &query)
{
    Result<QString> all = data.fingerprint();
    if (!all || !query.users)
        return all;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(all->toUtf8());
    for (const qint64 user : query.users->users())
        hash.addData(QByteArray::number(user) + '\n');
    return QString::fromLatin1(hash.result().toHex().left(16));
}

} // namespace foretrail
