#include "core/series/NamedDays.h"

#include <QStringList>

namespace foretrail {

std::optional<NamedDays> namedDaysFrom(const QString &text)
{
    const QString whole = text.simplified();
    const qsizetype behind = whole.indexOf(QLatin1Char(' '));
    const QStringList ends = (behind < 0 ? whole : whole.left(behind)).split(QLatin1Char('/'));
    const NamedDays days{QDate::fromString(ends.front(), Qt::ISODate), QDate::fromString(ends.back(), Qt::ISODate), behind < 0 ? QString() : whole.mid(behind + 1)};
    const bool isSpan = ends.size() <= 2 && days.first.isValid() && days.last.isValid() && days.first <= days.last;
    return isSpan ? std::optional(days) : std::nullopt;
}

QString textOf(const NamedDays &days)
{
    QString text = days.first.toString(Qt::ISODate);
    if (days.last != days.first)
        text += QLatin1Char('/') + days.last.toString(Qt::ISODate);
    return days.name.isEmpty() ? text : text + QLatin1Char(' ') + days.name;
}

} // namespace foretrail
