#include "core/data/FactWriter.h"

#include "core/data/BulkIndexes.h"
#include "core/data/DuplicateRules.h"
#include "core/data/EventAppender.h"
#include "core/data/EventAttributes.h"
#include "core/data/EventConflicts.h"
#include "core/data/EventRecognition.h"
#include "core/data/FactTotals.h"
#include "core/data/HeldEvents.h"
#include "core/data/ItemTable.h"
#include "core/data/KeyAttributes.h"
#include "core/data/KindTable.h"
#include "core/data/LedgerEntry.h"
#include "core/data/LiveTotals.h"
#include "core/data/MoveLog.h"
#include "core/data/ObservationWriter.h"
#include "core/data/ReturnMatching.h"
#include "core/data/sqlite/BulkJournal.h"
#include "core/data/sqlite/CacheScope.h"
#include "core/data/sqlite/ReferencesUnchecked.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>

#include <optional>

namespace foretrail {
namespace {

struct FactWriterText { Q_DECLARE_TR_FUNCTIONS(foretrail::FactWriter) };

// Below this it is quicker to keep the indexes than to build them again.
constexpr qint64 smallLoad = 20'000;
// Rows are appended: SQLite needs fewer pages at hand than its questions do, and other parts of an import need memory.
constexpr int bulkCacheKib = 32'768;

KeyInterner dimension(Connection &connection, const std::string &table, const ImportBudget &budget)
{
    return KeyInterner(connection, "SELECT id, key FROM " + table, "INSERT INTO " + table + "(key) VALUES (?1)", budget);
}

} // namespace

class FactWriter::Impl {
public:
    Impl(Connection &connection, FactWriterOptions options);

    Result<void> start();
    Result<Stored> addEvent(const EventRow &event);
    void prepareEvents();
    Seen recognise(quint64 fingerprint) { return m_recognition.recognise(fingerprint); }
    void expect(quint64 fingerprint) const { m_recognition.expect(fingerprint); }
    Result<void> settle(const std::function<void(const EventRow &, Stored)> &tell, JobContext &job);
    bool isPurchase(const CodedText &kind) { return m_kinds.find(kind).isPurchase; }
    bool isReturn(const CodedText &kind) { return m_kinds.find(kind).isReturn; }
    UtcMs lastOrder() { return m_connection.integer("SELECT max(last_time) FROM imports WHERE has_clock = 0"); }
    Result<Stored> addAttribute(std::string_view dimension, std::string_view key, std::string_view name, std::string_view value);
    Result<Stored> addObservation(std::string_view series, Step step, WallMs time, double value);
    void addReject(const RejectedRow &row);
    void keepPosition(qint64 feed, const QByteArray &position, qint64 lines);
    Result<void> finish(const ImportReport &report, const QJsonObject &plan, const QByteArray &sha256, JobContext &job);
    const ImportReport &entry() const { return m_entry; }
    const ProductRule &productRule() const { return m_items.rule(); }
    void rollBack()
    {
        m_appender.reset();
        m_bulk.reset();
        m_cache.reset();
        m_transaction.reset();
        m_journal.reset();
    }
    bool isOpen() const { return m_transaction.has_value(); }

    Connection &connection() { return m_connection; }
    qint64 importId() const { return m_importId; }

private:
    bool isBulk();
    Result<Stored> store(const EventRow &event, bool isThere);
    void append(const EventRow &event, const FactTotals::Event &ids);
    Result<void> finishEvents(JobContext &job);
    void keepRange();
    Result<void> finishTotals(JobContext &job);
    void finishEntry(const ImportReport &report);

    Connection &m_connection;
    FactWriterOptions m_options;
    ReferencesUnchecked m_unchecked;
    std::optional<BulkJournal> m_journal;
    std::optional<WriteTransaction> m_transaction;
    qint64 m_importId = 0;
    QString m_folder; ///< for files that a large load needs for a while

    KeyInterner m_users, m_categories, m_sessions;
    ItemTable m_items;
    KindTable m_kinds;
    EventAttributes m_attributes;

    EventRecognition m_recognition;
    std::optional<HeldEvents> m_held;
    FactTotals m_totals;
    LiveTotals m_moved; ///< rows that gave way to those of this import
    std::optional<EventConflicts> m_conflicts;
    std::optional<ObservationWriter> m_observations;
    std::optional<KeyAttributes> m_keyAttributes;
    qint64 m_firstEvent = 0, m_nextEvent = 0;
    qint64 m_nonProducts = 0;
    bool m_isSuperseding = false;
    bool m_wasEmpty = false; ///< no event was there before
    ImportReport m_entry;
    std::optional<BulkIndexes> m_bulk;
    std::optional<CacheScope> m_cache;
    std::unique_ptr<EventAppender> m_appender;
    std::optional<Statement> m_insertReject;
};

FactWriter::Impl::Impl(Connection &connection, FactWriterOptions options)
    : m_connection(connection), m_options(std::move(options)), m_unchecked(connection),
      m_folder(QFileInfo(connection.path()).absolutePath()), m_users(dimension(connection, "users", m_options.budget)),
      m_categories(dimension(connection, "categories", m_options.budget)),
      m_sessions(dimension(connection, "sessions", m_options.budget)),
      m_items(connection, ProductRule::of(connection), m_options.budget, m_options.names), m_kinds(connection, m_options.kindMeanings),
      m_recognition(connection, m_options), m_totals(connection, m_options.hasClock, m_options.budget), m_moved(connection)
{
}

Result<void> FactWriter::Impl::start()
{
    if (m_options.isAlone && m_connection.integer("SELECT EXISTS (SELECT 1 FROM events)") == 0)
        m_journal.emplace(m_connection);
    m_transaction.emplace(m_connection);
    if (Result<void> fits = m_attributes.choose(m_connection, m_options.attributes, m_options.budget); !fits)
        return fits;
    m_importId = m_options.continued != 0 ? m_options.continued : openEntry(m_connection, m_options);
    return {};
}

// Where rows are replaced, the indexes are built anew from all rows: that pays for a load that is large beside what is stored.
bool FactWriter::Impl::isBulk()
{
    const qint64 stored = m_connection.integer("SELECT coalesce(sum(events), 0) FROM imports");
    const bool replaces = m_options.conflict == ConflictPolicy::Replace;
    return stored == 0 || (m_options.expectedRows >= smallLoad && (!replaces || m_options.expectedRows * 4 >= stored));
}

void FactWriter::Impl::prepareEvents()
{
    if (m_appender)
        return;
    const bool replaces = m_options.conflict == ConflictPolicy::Replace;
    m_wasEmpty = m_connection.integer("SELECT EXISTS (SELECT 1 FROM events)") == 0;
    if (isBulk()) {
        m_cache.emplace(m_connection, bulkCacheKib);
        m_bulk.emplace(m_connection, !replaces, m_options.budget.sorting);
    }
    m_recognition.learn();
    if (m_options.conflict != ConflictPolicy::Skip)
        m_conflicts.emplace(m_connection, m_importId);
    if (replaces)
        m_connection.execute("CREATE INDEX events_by_fingerprint ON events(fingerprint)");
    // Events that are set aside come back under their ids, so those are never given to others.
    m_firstEvent = m_nextEvent = m_connection.integer("SELECT 1 + max((SELECT coalesce(max(id), 0) FROM events), "
                                                      "(SELECT coalesce(max(id), 0) FROM set_aside_events))");
    if (m_wasEmpty && !replaces)
        m_totals.logMoves(m_firstEvent);
    m_appender = std::make_unique<EventAppender>(m_connection, m_importId, m_attributes.chosen(), replaces || !m_bulk);
}

Result<Stored> FactWriter::Impl::addEvent(const EventRow &event)
{
    prepareEvents();
    Seen seen = event.seen == Seen::Unasked ? recognise(event.fingerprint) : event.seen;
    if (m_options.isKnownFile)
        return Stored::Duplicate;
    if (seen == Seen::Perhaps && m_options.conflict == ConflictPolicy::Replace) {
        m_appender->flush();
        seen = m_recognition.isStored(event.fingerprint) ? Seen::Yes : Seen::No;
    }
    if (seen == Seen::No)
        return store(event, false);
    if (seen == Seen::Perhaps) {
        if (!m_held)
            m_held.emplace(m_folder, m_options.budget);
        m_held->add(event);
        return Stored::Held;
    }
    if (m_options.conflict == ConflictPolicy::Replace)
        return store(event, true);
    if (m_recognition.isOfOther(event.fingerprint))
        return fail(m_conflicts->refusal(event.fingerprint));
    return Stored::Duplicate;
}

Result<void> FactWriter::Impl::settle(const std::function<void(const EventRow &, Stored)> &tell, JobContext &job)
{
    if (!m_held)
        return {};
    m_appender->flush();
    m_recognition.forget();
    return m_held->settle(m_connection, m_importId, job, [&](const EventRow &event, HeldEvents::Finding finding) -> Result<void> {
        if (finding == HeldEvents::Finding::Earlier && m_options.conflict == ConflictPolicy::Abort)
            return fail(m_conflicts->refusal(event.fingerprint));
        const Result<Stored> stored = finding == HeldEvents::Finding::New ? store(event, false) : Result<Stored>(Stored::Duplicate);
        if (!stored)
            return fail(stored.error());
        tell(event, *stored);
        return {};
    });
}

Result<Stored> FactWriter::Impl::store(const EventRow &event, bool isThere)
{
    const auto idOf = [](KeyInterner &keys, const CodedText &key) { return key.empty() ? 0 : keys.find(key).id; };
    const KindTable::Kind kind = m_kinds.find(event.kind);
    FactTotals::Event total;
    total.time = event.time;
    total.user = idOf(m_users, event.user);
    total.item = m_items.find(event.item);
    total.category = idOf(m_categories, event.category);
    total.kind = kind.id;
    total.session = idOf(m_sessions, event.session);
    total.amount = event.amount;
    total.id = m_nextEvent;
    total.isPurchase = kind.isPurchase;
    total.isReturn = kind.isReturn;
    total.isStoredSession = total.session != 0 && total.session <= m_sessions.lastStoredId();

    append(event, total);
    if (isThere)
        m_appender->flush();
    const Stored outcome = isThere ? m_conflicts->replace(m_nextEvent, m_moved) : Stored::New;
    if (outcome == Stored::Duplicate)
        return outcome;
    ++m_nextEvent;
    m_totals.add(total);
    m_items.name(total.item, event.itemName, m_importId);
    m_nonProducts += m_items.isProduct(total.item) ? 0 : 1;
    m_isSuperseding = m_isSuperseding || outcome == Stored::Superseded;
    return outcome;
}

void FactWriter::Impl::append(const EventRow &event, const FactTotals::Event &ids)
{
    EventEntry facts{m_nextEvent, event.time, ids.user, ids.item, ids.kind, ids.category, ids.session, event.position,
                     event.quantity, event.price, event.amount, event.fingerprint, m_attributes.ids(event)};
    m_appender->add(facts);
    if (m_bulk)
        m_bulk->add(facts.id, facts.time, facts.user, facts.item);
}

Result<Stored> FactWriter::Impl::addObservation(std::string_view series, Step step, WallMs time, double value)
{
    if (!m_observations)
        m_observations.emplace(m_connection, m_importId, m_options.conflict, m_options.budget);
    return m_observations->add(series, step, time, value);
}

Result<Stored> FactWriter::Impl::addAttribute(std::string_view dimension, std::string_view key, std::string_view name,
                                              std::string_view value)
{
    if (!m_keyAttributes)
        m_keyAttributes.emplace(m_connection, m_importId, m_options.conflict);
    return m_keyAttributes->add(dimension, key, name, value);
}

void FactWriter::Impl::addReject(const RejectedRow &row)
{
    if (!m_insertReject)
        m_insertReject.emplace(m_connection.handle(), "INSERT INTO rejects(import_id, line, column_name, value, reason, fields, row_number) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?)", true);
    m_insertReject->bind(1, m_importId);
    m_insertReject->bind(2, row.line);
    m_insertReject->bind(3, row.column);
    m_insertReject->bind(4, row.value);
    m_insertReject->bind(5, row.reason);
    m_insertReject->bind(6, fieldsJson(row.fields));
    m_insertReject->bind(7, row.number);
    m_insertReject->run();
}

void FactWriter::Impl::keepPosition(qint64 feed, const QByteArray &position, qint64 lines)
{
    Statement row = m_connection.prepare("UPDATE feeds SET position = ?2, lines = ?3, changed = ?4 WHERE id = ?1");
    row.bind(1, feed);
    row.bind(2, std::string_view(position.constData(), size_t(position.size())));
    row.bind(3, lines);
    row.bind(4, QDateTime::currentMSecsSinceEpoch());
    row.run();
}

Result<void> FactWriter::Impl::finishEvents(JobContext &job)
{
    if (!m_appender)
        return {};
    m_appender->flush();
    m_appender.reset();
    m_connection.execute("DROP INDEX IF EXISTS events_by_fingerprint");
    if (!m_bulk)
        return {};
    Result<void> built = m_bulk->build(job);
    m_bulk.reset();
    m_cache.reset();
    return built;
}

/// An import that goes on grows its range where nothing came between.
void FactWriter::Impl::keepRange()
{
    const auto write = [this](const char *sql) {
        Statement range = m_connection.prepare(sql);
        range.bind(1, m_importId);
        range.bind(2, m_firstEvent);
        range.bind(3, m_nextEvent - 1);
        range.run();
        return sqlite3_changes(m_connection.handle()) > 0;
    };
    if (!write("UPDATE event_ranges SET last_id = ?3 WHERE import_id = ?1 AND last_id = ?2 - 1"))
        write("INSERT INTO event_ranges(import_id, first_id, last_id) VALUES (?1, ?2, ?3)");
}

// Needs the indexes of events.
Result<void> FactWriter::Impl::finishTotals(JobContext &job)
{
    if (m_nextEvent > m_firstEvent) {
        keepRange();
    }
    m_totals.writeImport(m_importId);
    m_totals.write();
    if (Result<void> moved = m_moved.write(job); !moved)
        return moved;
    if (Result<void> matched = matchReturns(m_connection, m_totals.users(), job, m_totals.moves()); !matched)
        return matched;
    m_items.finish(m_importId);
    return {};
}

// What only the end of an import knows.
void FactWriter::Impl::finishEntry(const ImportReport &report)
{
    m_entry = report;
    m_entry.importId = m_importId;
    m_entry.nonProducts += m_nonProducts;
    m_entry.notes += m_kinds.notes();
    completeEntry(m_connection, m_entry, m_isSuperseding);
}

Result<void> FactWriter::Impl::finish(const ImportReport &report, const QJsonObject &plan, const QByteArray &sha256, JobContext &job)
{
    QElapsedTimer closing;
    closing.start();
    JobContext indexing = job.part(0, 600, 1000, FactWriterText::tr("building the indexes"));
    if (Result<void> built = finishEvents(indexing); !built)
        return built;
    JobContext counting = job.part(600, 400, 1000, FactWriterText::tr("adding up"));
    if (Result<void> counted = finishTotals(counting); !counted)
        return counted;
    finishEntry(report);
    if (const QString note = m_nextEvent > 0 ? otherRulesNote(m_connection, m_importId, plan) : QString(); !note.isEmpty())
        m_entry.notes.append(note);
    m_entry.seconds += double(closing.elapsed()) / 1000;
    keepEntry(m_connection, m_entry, plan, sha256);
    m_transaction->commit();
    m_transaction.reset();
    m_journal.reset();
    return {};
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
    return m_impl->connection().guarded([&] { return m_impl->addEvent(event); });
}

Result<void> FactWriter::prepareEvents()
{
    return m_impl->connection().guarded([&]() -> Result<void> {
        m_impl->prepareEvents();
        return {};
    });
}

Seen FactWriter::recognise(quint64 fingerprint) { return m_impl->recognise(fingerprint); }

void FactWriter::expect(quint64 fingerprint) const { m_impl->expect(fingerprint); }

Result<void> FactWriter::settle(const std::function<void(const EventRow &, Stored)> &tell, JobContext &job)
{
    return m_impl->connection().guarded([&] { return m_impl->settle(tell, job); });
}

Result<bool> FactWriter::isPurchase(const CodedText &kind)
{
    return m_impl->connection().guarded([&]() -> Result<bool> { return m_impl->isPurchase(kind); });
}

Result<bool> FactWriter::isReturn(const CodedText &kind)
{
    return m_impl->connection().guarded([&]() -> Result<bool> { return m_impl->isReturn(kind); });
}

Result<UtcMs> FactWriter::lastOrder()
{
    return m_impl->connection().guarded([&]() -> Result<UtcMs> { return m_impl->lastOrder(); });
}

Result<Stored> FactWriter::addAttribute(std::string_view dimension, std::string_view key, std::string_view name, std::string_view value)
{
    return m_impl->connection().guarded([&] { return m_impl->addAttribute(dimension, key, name, value); });
}

const ProductRule &FactWriter::productRule() const { return m_impl->productRule(); }

const ImportReport &FactWriter::entry() const { return m_impl->entry(); }

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

Result<void> FactWriter::keepPosition(qint64 feed, const QByteArray &position, qint64 lines)
{
    return m_impl->connection().guarded([&]() -> Result<void> {
        m_impl->keepPosition(feed, position, lines);
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
        return m_impl->finish(report, plan, sha256, job);
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
