#pragma once

#include <QStringList>

namespace foretrail {

/// The names between the commas of `text`, without blanks around them and without empty ones. As in CSV a name that has commas itself
/// stands in quotes, and "" within quotes is one quote; quotes begin a name, or what follows an equals sign: view@category="Toys, games".
/// Quotes anywhere else, and those that never close, are signs like all others.
QStringList namesIn(const QString &text);
/// As a name is written in such a list: in quotes where it needs them.
QString quotedName(const QString &name);
/// Where the last name of a list begins, behind its comma; quotes that are not closed yet are a name that is being written.
qsizetype lastNameAt(const QString &text);

} // namespace foretrail
