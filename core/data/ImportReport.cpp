#include "core/data/ImportPlan.h"

#include <QJsonArray>

namespace foretrail {

QJsonObject ImportReport::toJson() const
{
    return {
        {QStringLiteral("import"), importId},
        {QStringLiteral("file"), file},
        {QStringLiteral("kind"), kind},
        {QStringLiteral("read"), read},
        {QStringLiteral("stored"), stored},
        {QStringLiteral("duplicate"), duplicate},
        {QStringLiteral("rejected"), rejected},
        {QStringLiteral("filtered"), filtered},
        {QStringLiteral("conflicts"), conflicts},
        {QStringLiteral("replaced"), replaced},
        {QStringLiteral("returns"), returns},
        {QStringLiteral("without_user"), withoutUser},
        {QStringLiteral("net_revenue_read"), netRevenueRead},
        {QStringLiteral("net_revenue_stored"), netRevenueStored},
        {QStringLiteral("series"), series},
        {QStringLiteral("seconds"), seconds},
        {QStringLiteral("notes"), QJsonArray::fromStringList(notes)},
    };
}

} // namespace foretrail
