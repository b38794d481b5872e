#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace foretrail {

/// A day or a span of days that a person chose, perhaps with a name: as recipes write it "2011-12-27", "2011-12-24/2011-12-26" or
/// "2011-12-24/2011-12-26 Christmas".
struct NamedDays {
    QDate first;
    QDate last; ///< included; not before `first`
    QString name;
    bool operator==(const NamedDays &) const = default;
};

/// Nothing where the text is not of that form.
std::optional<NamedDays> namedDaysFrom(const QString &text);
QString textOf(const NamedDays &days);

} // namespace foretrail
