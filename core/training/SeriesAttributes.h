#pragma once

#include "core/data/Questions.h"

#include <QHash>

namespace foretrail {

/// The dimension whose tables speak of the keys of such series (ShopData::attributesOf); empty: none does.
QString dimensionOf(GroupBy by);

using SeriesAttributes = QHash<QString, QString>; ///< by name

/// In the place of names: whatever is known.
inline constexpr auto allAttributes = QLatin1String("all");

/// What imported tables say of the key of a series (of a joined one, "7/12", also what they say of its first part), and of an item the
/// "category" of its first event, where no table names one. Empty for series of other kinds.
Result<SeriesAttributes> attributesOfSeries(ShopData &data, const SeriesQuery &question, const QString &key);

/// Those with one of the names, upper and lower case being the same.
SeriesAttributes chosenAttributes(SeriesAttributes attributes, const QStringList &names);

} // namespace foretrail
