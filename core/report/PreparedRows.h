#pragma once

#include "core/preparation/Frame.h"
#include "core/preparation/WindowPlan.h"

#include <QByteArray>
#include <QStringList>

namespace foretrail {

/// "series", "time", "part", "value", "actual", "mark"
QStringList preparedHeader();

/// A prepared series on its way into a table.
struct PreparedRows {
    const Frame &frame;
    SplitPlan split;
    QStringList columns;

    /// The lines, with the fields of the header and one for each of `wanted`, empty for a column that is not there; oldest first.
    QByteArray text(const QStringList &wanted) const;
};

/// `frame` must outlive what is returned. Fails as planSplit does.
Result<PreparedRows> preparedRows(const Frame &frame, const Recipe &recipe);

} // namespace foretrail
