#pragma once

#include "core/training/PreparedSeries.h"

#include <QSet>

namespace foretrail {

/// Which part of a forecast a column of a recipe is told as.
class ColumnGroups {
public:
    ColumnGroups(const Recipe &recipe, const PreparedSeries &prepared);
    /// Holiday, Calendar or Column.
    PartKind of(const QString &name) const;

private:
    QSet<QString> m_joined, m_holidays, m_calendar;
};

} // namespace foretrail
