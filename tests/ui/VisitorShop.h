#pragma once

#include "core/data/FactWriter.h"
#include "tests/ui/UiTest.h"

namespace foretrail::test {

/// 40 users in 480 visits, twenty a day from 1 January 2024 on: visit n is of user n % 40 and looks at the items n and n + 1 and buys n + 2,
/// modulo ten.
inline Result<void> makeVisitors(const QString &path, bool hasUsers = true)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return fail(workspace.error());
    auto writer = FactWriter::begin(*workspace, {QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    if (!writer)
        return fail(writer.error());
    for (int visit = 0; visit < 480; ++visit)
        for (int step = 0; step < 3; ++step) {
            const int item = (visit + step) % 10;
            const std::string user = "user" + std::to_string(visit % 40), key = "item" + std::to_string(item), category = "part" + std::to_string(item / 5),
                              session = "visit" + std::to_string(visit);
            EventRow row;
            row.time = QDateTime(QDate(2024, 1, 1 + visit / 20), QTime(visit % 20, step), QTimeZone::utc()).toMSecsSinceEpoch();
            if (hasUsers)
                row.user = user;
            row.session = session;
            row.item = key;
            row.category = category;
            row.kind = step == 2 ? "purchase" : "view";
            row.fingerprint = quint64(visit * 3 + step + 1);
            if (const auto stored = (*writer)->addEvent(row); !stored)
                return fail(stored.error());
        }
    JobContext job;
    return (*writer)->commit({}, {}, "sha", job);
}

} // namespace foretrail::test
