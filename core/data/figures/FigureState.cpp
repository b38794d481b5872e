#include "core/data/figures/FigureState.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstring>
#include <numeric>

namespace foretrail {
namespace {

constexpr int figuresFormat = 2;
constexpr size_t usersInRow = EventRecord::usersInBlock;
const char *const stateSetting = "figures.state";

/// Pairs of numbers, one behind the other.
template<class Map>
QJsonArray pairsJson(const Map &map)
{
    QJsonArray array;
    for (const auto &[key, value] : map) {
        array.append(qint64(key));
        array.append(value);
    }
    return array;
}

template<class Map>
Map pairsFrom(const QJsonValue &json)
{
    Map map;
    const QJsonArray array = json.toArray();
    for (qsizetype i = 0; i + 1 < array.size(); i += 2)
        map.emplace(typename Map::key_type(array[i].toInteger()), array[i + 1].toInteger());
    return map;
}

void writeBlock(Statement &statement, const std::vector<UserFigures> &users, size_t block)
{
    const size_t first = block * usersInRow;
    const size_t count = std::min(usersInRow, users.size() - first);
    statement.reset();
    statement.bind(1, qint64(block));
    statement.bind(2, QByteArray::fromRawData(reinterpret_cast<const char *>(users.data() + first), qsizetype(count * sizeof(UserFigures))));
    statement.run();
}

void writeState(Connection &connection, const FigureState &state)
{
    Statement statement = connection.prepare("INSERT INTO settings(key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    statement.bind(1, std::string_view(stateSetting));
    statement.bind(2, QString::fromUtf8(state.toJson()));
    statement.run();
}

} // namespace

std::optional<FigureState> FigureState::read(Connection &connection)
{
    Statement row = connection.prepare("SELECT value FROM settings WHERE key = ?1");
    row.bind(1, std::string_view(stateSetting));
    const QJsonObject json = row.step() ? QJsonDocument::fromJson(row.text(0).toUtf8()).object() : QJsonObject();
    if (json[QStringLiteral("format")].toInt() != figuresFormat)
        return std::nullopt;
    FigureState state;
    const QJsonObject imports = json[QStringLiteral("imports")].toObject();
    for (auto import = imports.begin(); import != imports.end(); ++import)
        state.data.imports.emplace(import.key().toLongLong(), import.value().toString().toLatin1());
    state.data.rest = json[QStringLiteral("rest")].toString().toLatin1();
    state.lastId = json[QStringLiteral("last_id")].toInteger();
    state.counts.days = pairsFrom<std::map<DayNumber, qint64>>(json[QStringLiteral("days")]);
    state.counts.span = {json[QStringLiteral("first_day")].toInteger(), json[QStringLiteral("last_day")].toInteger()};
    state.purchaseGaps = pairsFrom<GapCounts>(json[QStringLiteral("purchase_gaps")]);
    state.visitGaps = pairsFrom<GapCounts>(json[QStringLiteral("visit_gaps")]);
    return state;
}

QByteArray FigureState::toJson() const
{
    QJsonObject imports;
    for (const auto &[import, text] : data.imports)
        imports.insert(QString::number(import), QString::fromLatin1(text));
    const QJsonObject json{{QStringLiteral("format"), figuresFormat},
                           {QStringLiteral("imports"), imports},
                           {QStringLiteral("rest"), QString::fromLatin1(data.rest)},
                           {QStringLiteral("last_id"), lastId},
                           {QStringLiteral("days"), pairsJson(counts.days)},
                           {QStringLiteral("first_day"), counts.span.first},
                           {QStringLiteral("last_day"), counts.span.last},
                           {QStringLiteral("purchase_gaps"), pairsJson(purchaseGaps)},
                           {QStringLiteral("visit_gaps"), pairsJson(visitGaps)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::vector<UserFigures> readFigureBlocks(Connection &connection)
{
    std::vector<UserFigures> users;
    Statement rows = connection.prepare("SELECT block, figures FROM user_figures ORDER BY block");
    while (rows.step()) {
        const QByteArray bytes = rows.blob(1);
        const size_t first = size_t(rows.integer(0)) * usersInRow;
        const size_t count = size_t(bytes.size()) / sizeof(UserFigures);
        users.resize(std::max(users.size(), first + count));
        std::memcpy(static_cast<void *>(users.data() + first), bytes.constData(), count * sizeof(UserFigures));
    }
    return users;
}

Result<void> keepFigures(Connection &connection, const std::vector<UserFigures> &users, const FigureState &state, const std::vector<size_t> &blocks)
{
    return connection.guarded([&]() -> Result<void> {
        WriteTransaction transaction(connection);
        std::vector<size_t> written = blocks;
        if (written.empty()) {
            connection.execute("DELETE FROM user_figures");
            written.resize((users.size() + usersInRow - 1) / usersInRow);
            std::iota(written.begin(), written.end(), size_t(0));
        }
        Statement statement = connection.prepare("INSERT INTO user_figures(block, figures) VALUES (?1, ?2) "
                                                 "ON CONFLICT (block) DO UPDATE SET figures = excluded.figures");
        for (const size_t block : written)
            writeBlock(statement, users, block);
        writeState(connection, state);
        transaction.commit();
        return {};
    });
}

} // namespace foretrail
