#include "core/report/ShopperFile.h"

#include "core/jobs/ParallelInOrder.h"
#include "core/report/CsvWriter.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct ShopperFileText { Q_DECLARE_TR_FUNCTIONS(foretrail::ShopperFile) };

constexpr qint64 shoppersOfBlock = 256;

QStringList shopperHeader(const ShopperFile &file)
{
    QStringList names{QStringLiteral("user"), QStringLiteral("first_seen"), QStringLiteral("last_seen"), QStringLiteral("events"), QStringLiteral("orders"), QStringLiteral("value")};
    if (file.forecasts)
        names << QStringLiteral("p_active") << QStringLiteral("expected_purchases") << QStringLiteral("expected_value");
    if (file.basis)
        names << QStringLiteral("state") << QStringLiteral("silent_days") << QStringLiteral("risk_after_days") << QStringLiteral("lapsed_after_days");
    for (int i = 1; file.hasNext() && i <= ShopperFile::nextItems; ++i)
        names << QStringLiteral("next_%1").arg(i) << QStringLiteral("name_%1").arg(i) << QStringLiteral("why_%1").arg(i);
    return names;
}

QString shopperTime(const UserRow &row, UtcMs utc) { return row.hasTimes ? QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC).toString(Qt::ISODate) : QString(); }

QString shopperFigure(double figure) { return std::isnan(figure) ? QString() : QString::number(figure, 'g', 6); }

/// The state and the silence that it follows from: without a purchase (a visit, where nobody buys) there is none.
QStringList standingFields(const SegmentBasis &basis, UserId user)
{
    QStringList fields{stateKey(basis.stateOf(user.value))};
    const UserFigures &figures = basis.figures->of(user);
    const bool isByVisits = basis.lifecycle.isByVisits;
    const qint64 days = isByVisits ? figures.activeDays : figures.purchaseDays;
    if (days == 0)
        return fields << QString() << QString() << QString();
    const DayNumber first = isByVisits ? figures.firstVisit : figures.firstDay, last = isByVisits ? figures.lastVisit : figures.lastDay;
    const LifecycleRule::Limits limits = basis.lifecycle.limits(days, last - first);
    return fields << QString::number(basis.figures->lastDay - last) << shopperFigure(limits.risk) << shopperFigure(limits.lapse);
}

Result<QStringList> nextFields(const ShopperFile &file, const RuleTable &rules, UserId user, JobContext &job)
{
    const Result<Recommendations> list = recommendFor(*file.recommender, {quint32(user.value), 0}, rules, {ShopperFile::nextItems, true}, job);
    if (!list)
        return fail(list.error());
    QStringList fields;
    for (const RecommendedItem &item : list->items)
        fields << CsvWriter::field(item.item) << CsvWriter::field(item.name) << CsvWriter::field(reasonText(item));
    while (fields.size() < 3 * ShopperFile::nextItems)
        fields << QString();
    return fields;
}

Result<QByteArray> shopperLine(const ShopperFile &file, const RuleTable *rules, const UserRow &row, JobContext &job)
{
    QStringList fields{CsvWriter::field(row.key), shopperTime(row, row.firstSeen), shopperTime(row, row.lastSeen), QString::number(row.events), QString::number(row.orders),
                       CsvWriter::sum(row.value)};
    if (file.forecasts) {
        const UserForecast ahead = file.forecasts->of(row.id);
        fields << shopperFigure(double(ahead.active)) << shopperFigure(double(ahead.purchases)) << shopperFigure(double(ahead.value));
    }
    if (file.basis)
        fields << (file.basis->figures->has(row.id) ? standingFields(*file.basis, row.id) : QStringList{QString(), QString(), QString(), QString()});
    if (rules) {
        const Result<QStringList> next = nextFields(file, *rules, row.id, job);
        if (!next)
            return fail(next.error());
        fields << *next;
    }
    return fields.join(u',').toUtf8() + '\n';
}

} // namespace

Result<void> writeShoppers(const ShopperFile &file, ShopData &data, const QString &path, int workers, JobContext &job)
{
    std::optional<RuleTable> rules;
    if (file.hasNext()) {
        Result<RuleTable> table = RuleTable::of(RecommendRules(), file.recommender->shop(), data, job);
        if (!table)
            return fail(table.error());
        rules = std::move(*table);
    }
    auto writer = CsvWriter::open(path);
    if (!writer)
        return fail(writer.error());
    (*writer)->row(shopperHeader(file));
    const auto count = qint64(file.order.size());
    const Result<void> done = parallelInOrder((count + shoppersOfBlock - 1) / shoppersOfBlock, workers, job, [&](qint64 block) -> Result<OrderedWork> {
        job.report(block * shoppersOfBlock, count, ShopperFileText::tr("Writing users"));
        return OrderedWork([&, block]() -> Result<OrderedKeep> {
            QByteArray lines;
            for (qint64 i = block * shoppersOfBlock; i < std::min(count, (block + 1) * shoppersOfBlock); ++i) {
                const Result<QByteArray> line = shopperLine(file, rules ? &*rules : nullptr, file.users->at(file.order[size_t(i)]), job);
                if (!line)
                    return fail(line.error());
                lines += *line;
            }
            return OrderedKeep([&writer, lines]() -> Result<void> {
                (*writer)->rows(lines);
                return {};
            });
        });
    });
    return done ? (*writer)->commit() : done;
}

} // namespace foretrail
