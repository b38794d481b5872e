#include "core/data/ImportReport.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace foretrail {

QString fieldsJson(const QStringList &fields)
{
    return fields.isEmpty() ? QString()
                            : QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(fields)).toJson(QJsonDocument::Compact));
}

QStringList fieldsFromJson(const QString &json)
{
    QStringList fields;
    for (const QJsonArray list = QJsonDocument::fromJson(json.toUtf8()).array(); const QJsonValue &field : list)
        fields.append(field.toString());
    return fields;
}

void ImportReport::addCounts(const ImportReport &more)
{
    for (const auto count : {&ImportReport::read, &ImportReport::stored, &ImportReport::duplicate, &ImportReport::rejected,
                             &ImportReport::filtered, &ImportReport::conflicts, &ImportReport::replaced, &ImportReport::returns,
                             &ImportReport::cancellations, &ImportReport::returnsMatched, &ImportReport::nonProducts,
                             &ImportReport::corrected, &ImportReport::clockGaps, &ImportReport::clockOverlaps,
                             &ImportReport::withoutUser})
        this->*count += more.*count;
    for (const auto amount : {&ImportReport::netRevenueRead, &ImportReport::netRevenueStored, &ImportReport::seconds})
        this->*amount += more.*amount;
    series = std::max(series, more.series); // files of one shape mostly go on with the same ones
}

QJsonObject ImportReport::toJson() const
{
    return {
        {QStringLiteral("import"), importId},
        {QStringLiteral("group"), group},
        {QStringLiteral("file"), file},
        {QStringLiteral("part"), part},
        {QStringLiteral("kind"), kind},
        {QStringLiteral("read"), read},
        {QStringLiteral("stored"), stored},
        {QStringLiteral("duplicate"), duplicate},
        {QStringLiteral("rejected"), rejected},
        {QStringLiteral("filtered"), filtered},
        {QStringLiteral("conflicts"), conflicts},
        {QStringLiteral("replaced"), replaced},
        {QStringLiteral("returns"), returns},
        {QStringLiteral("cancellations"), cancellations},
        {QStringLiteral("returns_matched"), returnsMatched},
        {QStringLiteral("non_products"), nonProducts},
        {QStringLiteral("corrected"), corrected},
        {QStringLiteral("clock_gaps"), clockGaps},
        {QStringLiteral("clock_overlaps"), clockOverlaps},
        {QStringLiteral("without_user"), withoutUser},
        {QStringLiteral("net_revenue_read"), netRevenueRead},
        {QStringLiteral("net_revenue_stored"), netRevenueStored},
        {QStringLiteral("series"), series},
        {QStringLiteral("seconds"), seconds},
        {QStringLiteral("notes"), QJsonArray::fromStringList(notes)},
    };
}

ImportReport ImportReport::fromJson(const QJsonObject &json)
{
    const auto number = [&json](const char *key) { return json[QLatin1String(key)].toInteger(); };
    ImportReport report;
    report.group = number("group");
    report.file = json[QStringLiteral("file")].toString();
    report.kind = json[QStringLiteral("kind")].toString();
    report.read = number("read");
    report.stored = number("stored");
    report.duplicate = number("duplicate");
    report.rejected = number("rejected");
    report.filtered = number("filtered");
    report.conflicts = number("conflicts");
    report.replaced = number("replaced");
    report.returns = number("returns");
    report.cancellations = number("cancellations");
    report.part = json[QStringLiteral("part")].toString();
    report.returnsMatched = number("returns_matched");
    report.nonProducts = number("non_products");
    report.corrected = number("corrected");
    report.clockGaps = number("clock_gaps");
    report.clockOverlaps = number("clock_overlaps");
    report.withoutUser = number("without_user");
    report.netRevenueRead = json[QStringLiteral("net_revenue_read")].toDouble();
    report.netRevenueStored = json[QStringLiteral("net_revenue_stored")].toDouble();
    report.series = number("series");
    report.seconds = json[QStringLiteral("seconds")].toDouble();
    for (const QJsonArray list = json[QStringLiteral("notes")].toArray(); const QJsonValue &note : list)
        report.notes.append(note.toString());
    return report;
}

} // namespace foretrail
