#include "core/data/FactWriter.h"

#include "core/data/EventKinds.h"
#include "core/data/FactTotals.h"
#include "core/data/KeyInterner.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace foretrail {
namespace {

struct Text { Q_DECLARE_TR_FUNCTIONS(foretrail::FactWriter) };

// Below this it is quicker to keep the indexes than to build them again.
constexpr qint64 smallLoad = 20'000;
constexpr int firstAttributeParameter = 13;

QByteArray compactJson(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

KeyInterner dimension(Connection &connection, const std::string &table)
{
    return KeyInterner(connection, "SELECT id, key FROM " + table, "INSERT INTO " + table + "(key) VALUES (?1)");
}

// Keys are written by us and checked in memory, so a check of every reference by SQLite would only cost time. The
// setting cannot change inside a transaction, hence around it.
class ReferencesUnchecked {
public:
    explicit ReferencesUnchecked(Connection &connection) : m_connection(connection)
    {
        m_connection.execute("PRAGMA foreign_keys = OFF");
    }
    ~ReferencesUnchecked()
    {
        sqlite3_exec(m_connection.handle(), "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
    }
    ReferencesUnchecked(const ReferencesUnchecked &) = delete;
    ReferencesUnchecked &operator=(const ReferencesUnchecked &) = delete;

private:
    Connection &m_connection;
};

} // namespace

class FactWriter::Impl {
public:
    Impl(Connection &connection, FactWriterOptions options);

    Result<void> start();
    Stored addEvent(const EventRow &event);
    Result<Stored> addObservation(std::string_view series, Step step, WallMs time, double value);
    void addReject(const RejectedRow &row);
    void finish(const ImportReport &report, const QJsonObject &plan, const QByteArray &sha256);
    void rollBack() { m_transaction.reset(); }
    bool isOpen() const { return m_transaction.has_value(); }

    Connection &connection() { return m_connection; }
    qint64 importId() const { return m_importId; }

private:
    Result<void> chooseSlots();
    void openLedger();
    void dropIndexes();
    void buildIndexes();
    void prepareEvents();
    qint64 itemId(const EventRow &event);
    void insertEvent(const EventRow &event, const FactTotals::Event &ids);
    qint64 kindId(std::string_view kind);
    Result<void> checkStep(qint64 series, std::string_view key, Step step, bool isNew);
    Result<Stored> settleConflict(std::string_view series, Step step, WallMs time, double value);

    Connection &m_connection;
    FactWriterOptions m_options;
    ReferencesUnchecked m_unchecked;
    std::optional<WriteTransaction> m_transaction;
    qint64 m_importId = 0;

    KeyInterner m_users, m_items, m_kinds, m_categories, m_sessions, m_series;
    std::vector<int> m_slots; ///< the slot of each attribute of the options
    std::vector<KeyInterner> m_attributes;
    std::vector<char> m_isNamed;    ///< by item id
    std::vector<qint8> m_isPurchase; ///< by kind id; -1 while not looked at
    std::vector<Step> m_seriesSteps; ///< by series id

    HashSet64 m_fingerprints;
    FactTotals m_totals;
    std::vector<std::string> m_indexes; ///< the statements that build again what was dropped
    std::optional<Statement> m_insertEvent, m_nameItem, m_insertObservation, m_readObservation, m_replaceObservation,
        m_insertReject;
};

FactWriter::Impl::Impl(Connection &connection, FactWriterOptions options)
    : m_connection(connection), m_options(std::move(options)), m_unchecked(connection), m_transaction(connection),
      m_users(dimension(connection, "users")), m_items(dimension(connection, "items")),
      m_kinds(dimension(connection, "kinds")), m_categories(dimension(connection, "categories")),
      m_sessions(dimension(connection, "sessions")),
      m_series(connection, "SELECT id, key FROM source_series",
               "INSERT INTO source_series(key, step) VALUES (?1, 'index')")
{
}

Result<void> FactWriter::Impl::start()
{
    if (Result<void> fits = chooseSlots(); !fits)
        return fits;
    openLedger();
    return {};
}

Result<void> FactWriter::Impl::chooseSlots()
{
    Statement find = m_connection.prepare("SELECT slot FROM attributes WHERE name = ?");
    Statement add = m_connection.prepare("INSERT INTO attributes(slot, name) "
                                         "SELECT coalesce(max(slot), 0) + 1, ?1 FROM attributes RETURNING slot");
    for (const QString &name : m_options.attributes) {
        find.reset();
        find.bind(1, name);
        int slot = find.step() ? int(find.integer(0)) : 0;
        if (slot == 0) {
            add.reset();
            add.bind(1, name);
            add.step();
            slot = int(add.integer(0));
            add.reset();
        }
        if (slot > maxAttributes)
            return fail(ErrorCode::InvalidInput,
                        Text::tr("A workspace holds at most %1 attributes, and \"%2\" would be one more. "
                                 "Leave out columns that you do not need.").arg(maxAttributes).arg(name));
        m_slots.push_back(slot);
        const std::string number = std::to_string(slot);
        m_attributes.emplace_back(m_connection, "SELECT id, value FROM attribute_values WHERE slot = " + number,
                                  "INSERT INTO attribute_values(slot, value) VALUES (" + number + ", ?1)");
    }
    return {};
}

void FactWriter::Impl::openLedger()
{
    Statement entry = m_connection.prepare("INSERT INTO imports(file, kind, sha256, started, report, plan) "
                                           "VALUES (?, ?, '', ?, '{}', '{}')");
    entry.bind(1, m_options.file);
    entry.bind(2, m_options.kind);
    entry.bind(3, QDateTime::currentMSecsSinceEpoch());
    entry.run();
    m_importId = sqlite3_last_insert_rowid(m_connection.handle());
}

void FactWriter::Impl::dropIndexes()
{
    const qint64 stored = m_connection.integer("SELECT coalesce(sum(events), 0) FROM imports");
    const bool isWorthwhile = stored == 0 || (m_options.expectedRows >= smallLoad && m_options.expectedRows * 4 >= stored);
    if (!isWorthwhile)
        return;
    std::vector<std::string> names;
    Statement schema = m_connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' "
                                            "AND tbl_name = 'events' AND sql IS NOT NULL");
    while (schema.step()) {
        names.emplace_back(schema.view(0));
        m_indexes.emplace_back(schema.view(1));
    }
    schema.reset();
    for (const std::string &name : names)
        m_connection.execute(("DROP INDEX " + name).c_str());
}

void FactWriter::Impl::prepareEvents()
{
    dropIndexes();
    std::string columns = "import_id, time, user_id, item_id, kind_id, category_id, session_id, position, quantity, price, "
                          "amount, fingerprint";
    std::string values = std::to_string(m_importId) + ", ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12";
    for (size_t i = 0; i < m_slots.size(); ++i) {
        columns += ", a" + std::to_string(m_slots[i]);
        values += ", ?" + std::to_string(firstAttributeParameter + int(i));
    }
    Statement stored = m_connection.prepare("SELECT fingerprint FROM events");
    m_fingerprints.reserve(quint64(m_connection.integer("SELECT coalesce(sum(events), 0) FROM imports")
                                   + m_options.expectedRows));
    while (stored.step())
        m_fingerprints.insert(quint64(stored.integer(0)));
    Statement named = m_connection.prepare("SELECT id FROM items WHERE name <> ''");
    m_isNamed.resize(size_t(m_items.lastId()) + 1, 0);
    while (named.step())
        m_isNamed[size_t(named.integer(0))] = 1;
    m_nameItem.emplace(m_connection.handle(), "UPDATE items SET name = ?2 WHERE id = ?1", true);
    m_insertEvent.emplace(m_connection.handle(), "INSERT INTO events(" + columns + ") VALUES (" + values + ")", true);
}

qint64 FactWriter::Impl::itemId(const EventRow &event)
{
    if (event.item.empty())
        return 0;
    const qint64 id = m_items.find(event.item).id;
    if (size_t(id) >= m_isNamed.size())
        m_isNamed.resize(std::max(size_t(id) + 1, m_isNamed.size() * 2), 0);
    if (!event.itemName.empty() && !m_isNamed[size_t(id)]) {
        m_isNamed[size_t(id)] = 1;
        m_nameItem->bind(1, id);
        m_nameItem->bind(2, event.itemName);
        m_nameItem->run();
    }
    return id;
}

qint64 FactWriter::Impl::kindId(std::string_view kind)
{
    const std::string_view key = kind.empty() ? defaultKind : kind;
    const qint64 id = m_kinds.find(key).id;
    if (size_t(id) >= m_isPurchase.size())
        m_isPurchase.resize(size_t(id) + 1, -1);
    if (m_isPurchase[size_t(id)] < 0)
        m_isPurchase[size_t(id)] = isPurchaseKind(key) ? 1 : 0;
    return id;
}

Stored FactWriter::Impl::addEvent(const EventRow &event)
{
    if (!m_insertEvent)
        prepareEvents();
    if (!m_fingerprints.insert(event.fingerprint))
        return Stored::Duplicate;
    const auto idOf = [](KeyInterner &keys, std::string_view key) { return key.empty() ? 0 : keys.find(key).id; };
    FactTotals::Event total;
    total.time = event.time;
    total.user = idOf(m_users, event.user);
    total.kind = kindId(event.kind);
    total.session = idOf(m_sessions, event.session);
    total.amount = event.amount;
    total.isPurchase = m_isPurchase[size_t(total.kind)] > 0;
    total.isStoredSession = total.session != 0 && total.session <= m_sessions.lastStoredId();

    Statement &row = *m_insertEvent;
    row.bindId(4, itemId(event));
    row.bindId(6, idOf(m_categories, event.category));
    for (size_t i = 0; i < m_attributes.size(); ++i)
        row.bindId(firstAttributeParameter + int(i), idOf(m_attributes[i], event.attributes[i]));
    insertEvent(event, total);
    m_totals.add(total);
    return Stored::New;
}

// Item, category and attributes are bound already.
void FactWriter::Impl::insertEvent(const EventRow &event, const FactTotals::Event &ids)
{
    Statement &row = *m_insertEvent;
    row.bind(2, event.time);
    row.bindId(3, ids.user);
    row.bind(5, ids.kind);
    row.bindId(7, ids.session);
    if (event.position)
        row.bind(8, *event.position);
    else
        row.bindNull(8);
    row.bind(9, event.quantity);
    row.bind(10, event.price);
    row.bind(11, event.amount);
    row.bind(12, qint64(event.fingerprint));
    row.run();
}

Result<void> FactWriter::Impl::checkStep(qint64 series, std::string_view key, Step step, bool isNew)
{
    if (size_t(series) >= m_seriesSteps.size())
        m_seriesSteps.resize(size_t(series) + 1, Step::None);
    if (isNew) {
        Statement update = m_connection.prepare("UPDATE source_series SET step = ?2 WHERE id = ?1");
        update.bind(1, series);
        update.bind(2, stepName(step));
        update.run();
        m_seriesSteps[size_t(series)] = step;
    }
    if (m_seriesSteps[size_t(series)] == step)
        return {};
    return fail(ErrorCode::InvalidInput,
                Text::tr("Series %1 is already there with the step \"%2\", so values with the step \"%3\" cannot be added. "
                         "Import them into another workspace, or choose the same step.")
                    .arg(QString::fromUtf8(key.data(), qsizetype(key.size())), stepName(m_seriesSteps[size_t(series)]),
                         stepName(step)));
}

Result<Stored> FactWriter::Impl::addObservation(std::string_view series, Step step, WallMs time, double value)
{
    if (!m_insertObservation) {
        m_insertObservation.emplace(m_connection.handle(), "INSERT INTO observations(series_id, time, value, import_id) "
                                    "VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING", true);
        m_insertObservation->bind(4, m_importId);
        m_seriesSteps.resize(size_t(m_series.lastId()) + 1, Step::None);
        Statement stored = m_connection.prepare("SELECT id, step FROM source_series");
        while (stored.step())
            m_seriesSteps[size_t(stored.integer(0))] = stepFromName(stored.text(1)).value_or(Step::None);
    }
    const KeyInterner::Found found = m_series.find(series);
    if (Result<void> same = checkStep(found.id, series, step, found.isNew); !same)
        return fail(same.error());
    m_insertObservation->bind(1, found.id);
    m_insertObservation->bind(2, time);
    m_insertObservation->bind(3, value);
    m_insertObservation->run();
    if (sqlite3_changes(m_connection.handle()) > 0)
        return Stored::New;
    return settleConflict(series, step, time, value);
}

Result<Stored> FactWriter::Impl::settleConflict(std::string_view series, Step step, WallMs time, double value)
{
    const qint64 id = m_series.find(series).id;
    if (!m_readObservation) {
        m_readObservation.emplace(m_connection.handle(), "SELECT value FROM observations WHERE series_id = ? AND time = ?", true);
        m_replaceObservation.emplace(m_connection.handle(), "UPDATE observations SET value = ?3, import_id = ?4 "
                                     "WHERE series_id = ?1 AND time = ?2", true);
    }
    m_readObservation->reset();
    m_readObservation->bind(1, id);
    m_readObservation->bind(2, time);
    const double before = m_readObservation->step() ? m_readObservation->real(0) : missing;
    m_readObservation->reset();
    if (before == value)
        return Stored::Duplicate;
    if (m_options.conflict == ConflictPolicy::Skip)
        return Stored::Conflict;
    if (m_options.conflict == ConflictPolicy::Abort)
        return fail(ErrorCode::InvalidInput,
                    Text::tr("Series %1 at %2 has the value %3 and cannot have %4 too. Choose to skip or to replace such values.")
                        .arg(QString::fromUtf8(series.data(), qsizetype(series.size())),
                             step == Step::None ? QString::number(time) : formatTime(time, step))
                        .arg(before).arg(value));
    m_replaceObservation->bind(1, id);
    m_replaceObservation->bind(2, time);
    m_replaceObservation->bind(3, value);
    m_replaceObservation->bind(4, m_importId);
    m_replaceObservation->run();
    return Stored::Replaced;
}

void FactWriter::Impl::addReject(const RejectedRow &row)
{
    if (!m_insertReject)
        m_insertReject.emplace(m_connection.handle(), "INSERT INTO rejects(import_id, line, column_name, value, reason) "
                               "VALUES (?, ?, ?, ?, ?)", true);
    m_insertReject->bind(1, m_importId);
    m_insertReject->bind(2, row.line);
    m_insertReject->bind(3, row.column);
    m_insertReject->bind(4, row.value);
    m_insertReject->bind(5, row.reason);
    m_insertReject->run();
}

// SQLite sorts runs of the size of its page cache as a linked list: runs that fit a processor's cache take half the time.
void FactWriter::Impl::buildIndexes()
{
    const qint64 usual = m_connection.integer("PRAGMA cache_size");
    m_connection.execute("PRAGMA cache_size = -2048");
    for (const std::string &index : m_indexes)
        m_connection.execute(index.c_str());
    m_connection.execute(("PRAGMA cache_size = " + std::to_string(usual)).c_str());
}

void FactWriter::Impl::finish(const ImportReport &report, const QJsonObject &plan, const QByteArray &sha256)
{
    buildIndexes();
    m_totals.write(m_connection, m_importId);
    ImportReport entry = report;
    entry.importId = m_importId;
    Statement ledger = m_connection.prepare("UPDATE imports SET sha256 = ?2, report = ?3, plan = ?4 WHERE id = ?1");
    const QByteArray reportJson = compactJson(entry.toJson());
    const QByteArray planJson = compactJson(plan);
    ledger.bind(1, m_importId);
    ledger.bind(2, std::string_view(sha256.constData(), size_t(sha256.size())));
    ledger.bind(3, std::string_view(reportJson.constData(), size_t(reportJson.size())));
    ledger.bind(4, std::string_view(planJson.constData(), size_t(planJson.size())));
    ledger.run();
    m_transaction->commit();
    m_transaction.reset();
}

FactWriter::FactWriter(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

FactWriter::~FactWriter() = default;

Result<std::unique_ptr<FactWriter>> FactWriter::begin(Workspace &workspace, const FactWriterOptions &options)
{
    return workspace.connection().guarded([&]() -> Result<std::unique_ptr<FactWriter>> {
        auto impl = std::make_unique<Impl>(workspace.connection(), options);
        if (Result<void> started = impl->start(); !started)
            return fail(started.error());
        return std::unique_ptr<FactWriter>(new FactWriter(std::move(impl)));
    });
}

ImportId FactWriter::importId() const { return {m_impl->importId()}; }

Result<Stored> FactWriter::addEvent(const EventRow &event)
{
    return m_impl->connection().guarded([&]() -> Result<Stored> { return m_impl->addEvent(event); });
}

Result<Stored> FactWriter::addObservation(std::string_view series, Step step, WallMs time, double value)
{
    return m_impl->connection().guarded([&] { return m_impl->addObservation(series, step, time, value); });
}

Result<void> FactWriter::addReject(const RejectedRow &row)
{
    return m_impl->connection().guarded([&]() -> Result<void> {
        m_impl->addReject(row);
        return {};
    });
}

Result<void> FactWriter::commit(const ImportReport &report, const QJsonObject &plan, const QByteArray &sha256, JobContext &job)
{
    Connection &connection = m_impl->connection();
    const Result<void> committed = connection.guarded([&]() -> Result<void> {
        if (job.stopRequested())
            return fail(Error::cancelled());
        StopScope scope(connection, job);
        m_impl->finish(report, plan, sha256);
        return {};
    });
    if (!committed) {
        m_impl->rollBack();
        return committed;
    }
    // A long log beside the file is of no use to anyone; readers that are still in it only put this off.
    sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    return {};
}

} // namespace foretrail
