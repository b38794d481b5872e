#include "core/data/NearestKeys.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <vector>

namespace foretrail {
namespace {

struct NearestKeysText { Q_DECLARE_TR_FUNCTIONS(foretrail::NearestKeys) };

constexpr size_t shownKeys = 3;

// Single-character edits from one text to the other (Levenshtein 1966), by rows.
int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i) + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[size_t(j) + 1];
            row[size_t(j) + 1] = std::min({changed, diagonal + 1, row[size_t(j)] + 1});
        }
    }
    return row.back();
}

} // namespace

QStringList nearestKeys(const Connection &connection, const std::string &table, const QString &key)
{
    const QString wanted = key.left(64).toLower();
    const int furthest = std::max(2, int(wanted.size()) / 2);
    std::vector<std::pair<int, QString>> best;
    Statement keys = connection.prepare("SELECT key FROM " + table);
    while (keys.step()) {
        const QString candidate = keys.text(0);
        const int bound = best.size() < shownKeys ? furthest : best.back().first - 1;
        if (std::abs(candidate.size() - wanted.size()) > bound)
            continue;
        const int distance = editDistance(wanted, candidate.toLower());
        if (distance > bound)
            continue;
        best.emplace_back(distance, candidate);
        std::ranges::stable_sort(best, {}, [](const auto &entry) { return entry.first; });
        if (best.size() > shownKeys)
            best.pop_back();
    }
    QStringList names;
    for (const auto &[distance, name] : best)
        names.append(name);
    return names;
}

Error unknownKey(const Connection &connection, const std::string &table, const QString &what, const QString &key)
{
    const QStringList near = nearestKeys(connection, table, key);
    QString message = what.arg(key);
    if (near.isEmpty())
        message += QLatin1Char(' ') + NearestKeysText::tr("No key is written nearly like it.");
    else
        message += QLatin1Char(' ') + NearestKeysText::tr("Near it: %1.").arg(near.join(QStringLiteral(", ")));
    return {ErrorCode::NotFound, message, {}};
}

} // namespace foretrail
