#include "core/data/KeySearch.h"

#include "core/data/UserNames.h"

#include <algorithm>

namespace foretrail {
namespace {

constexpr qint64 keysBetweenLooks = 1 << 16;

} // namespace

std::string tableOfKeys(const QString &dimension)
{
    if (dimension == u"user")
        return "users";
    if (dimension == u"item")
        return "items";
    return dimension == u"session" ? "sessions" : "categories";
}

Result<std::vector<qint64>> rowsWithText(Connection &connection, const QString &dimension, const QString &text, JobContext &job)
{
    StopScope scope(connection, job);
    const UserNames names = dimension == u"user" ? UserNames::of(connection) : UserNames();
    std::vector<qint64> found;
    qint64 read = 0;
    Statement rows = connection.prepare("SELECT id, key FROM " + tableOfKeys(dimension));
    while (rows.step()) {
        if (++read % keysBetweenLooks == 0 && job.stopRequested())
            return fail(Error::cancelled());
        if (names.shown(rows.integer(0), rows.text(1)).contains(text, Qt::CaseInsensitive))
            found.push_back(rows.integer(0));
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace foretrail
