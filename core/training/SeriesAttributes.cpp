#include "core/training/SeriesAttributes.h"

#include <algorithm>

namespace foretrail {

QString dimensionOf(GroupBy by)
{
    switch (by) {
    case GroupBy::Item: return QStringLiteral("item");
    case GroupBy::Category: return QStringLiteral("category");
    case GroupBy::Series: return QStringLiteral("series");
    default: return {};
    }
}

Result<SeriesAttributes> attributesOfSeries(ShopData &data, const SeriesQuery &question, const QString &key)
{
    SeriesAttributes attributes;
    const QString table = dimensionOf(question.by);
    const qsizetype part = question.by == GroupBy::Series ? key.indexOf(QLatin1Char('/')) : -1;
    const QStringList keys = part > 0 ? QStringList{key.left(part), key} : QStringList{key}; // the later counts
    for (const QString &one : table.isEmpty() ? QStringList() : keys) {
        const Result<QList<KeyAttribute>> known = data.attributesOf(table, one);
        if (!known)
            return fail(known.error());
        for (const KeyAttribute &attribute : *known)
            attributes.insert(attribute.name, attribute.value);
    }
    const bool isTold = std::any_of(attributes.keyBegin(), attributes.keyEnd(), [](const QString &name) { return name.compare(QLatin1String("category"), Qt::CaseInsensitive) == 0; });
    if (question.by != GroupBy::Item || isTold)
        return attributes;
    const Result<QString> category = data.categoryOf(key);
    if (!category)
        return fail(category.error());
    if (!category->isEmpty())
        attributes.insert(QStringLiteral("category"), *category);
    return attributes;
}

SeriesAttributes chosenAttributes(SeriesAttributes attributes, const QStringList &names)
{
    attributes.removeIf([&names](const SeriesAttributes::iterator &one) {
        return !names.contains(one.key(), Qt::CaseInsensitive) && !names.contains(allAttributes);
    });
    return attributes;
}

} // namespace foretrail
