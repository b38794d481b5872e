#include "core/data/HeldEvents.h"

#include "core/data/BloomFilter.h"
#include "core/data/sqlite/Connection.h"

#include <algorithm>
#include <cstring>

namespace foretrail {
namespace {

constexpr size_t pieceBytes = 256 * 1024;
constexpr qint64 rowsBetweenLooks = 65'536;

template<class Row, class Use>
void forEachText(Row &row, const Use &use)
{
    for (auto *text : {&row.user, &row.item, &row.itemName, &row.kind, &row.category, &row.session})
        use(*text);
    for (auto &text : row.attributes)
        use(text);
}

} // namespace

/// What stands in front of the texts of an event in the file.
struct HeldEvents::Fixed {
    quint64 fingerprint = 0;
    qint64 time = 0, position = 0;
    double quantity = 0, price = 0, amount = 0;
    std::array<quint32, 6 + maxAttributes> lengths{};
    bool hasPosition = false;
};

/// Sorted by fingerprint; of the same, what is stored comes before what is held.
struct HeldEvents::Entry {
    static constexpr qint64 earlier = -2, own = -1;
    quint64 fingerprint = 0;
    qint64 place = 0; ///< of a held event, or one of the two above
    auto operator<=>(const Entry &) const = default;
};

HeldEvents::HeldEvents(QString folder, const ImportBudget &budget)
    : m_folder(std::move(folder)), m_budget(budget), m_file(m_folder, QStringLiteral("held"))
{
}

HeldEvents::~HeldEvents() = default;

void HeldEvents::add(const EventRow &event)
{
    Fixed fixed{event.fingerprint, event.time, event.position.value_or(0), event.quantity, event.price, event.amount, {},
                event.position.has_value()};
    size_t text = 0;
    forEachText(event, [&](std::string_view view) { fixed.lengths[text++] = quint32(view.size()); });
    m_buffer.append(reinterpret_cast<const char *>(&fixed), sizeof fixed);
    forEachText(event, [&](std::string_view view) { m_buffer.append(view); });
    ++m_count;
    if (m_buffer.size() >= pieceBytes)
        flush();
}

void HeldEvents::flush()
{
    m_file.append(m_buffer.data(), qint64(m_buffer.size()));
    m_buffer.clear();
}

void HeldEvents::rewind()
{
    m_buffer.clear();
    m_at = 0;
    m_read = 0;
}

void HeldEvents::take(void *to, size_t bytes)
{
    auto *out = static_cast<char *>(to);
    while (bytes > 0) {
        if (m_at == m_buffer.size()) {
            Q_ASSERT(m_read < m_file.size());
            m_buffer.resize(size_t(std::min<qint64>(pieceBytes, m_file.size() - m_read)));
            m_file.read(m_read, m_buffer.data(), qint64(m_buffer.size()));
            m_read += qint64(m_buffer.size());
            m_at = 0;
        }
        const size_t part = std::min(bytes, m_buffer.size() - m_at);
        std::memcpy(out, m_buffer.data() + m_at, part);
        m_at += part;
        out += part;
        bytes -= part;
    }
}

EventRow HeldEvents::read(std::string &texts)
{
    Fixed fixed;
    take(&fixed, sizeof fixed);
    size_t size = 0;
    for (quint32 length : fixed.lengths)
        size += length;
    texts.resize(size);
    take(texts.data(), size);
    EventRow event;
    event.fingerprint = fixed.fingerprint;
    event.time = fixed.time;
    event.quantity = fixed.quantity;
    event.price = fixed.price;
    event.amount = fixed.amount;
    if (fixed.hasPosition)
        event.position = fixed.position;
    size_t text = 0, at = 0;
    forEachText(event, [&](CodedText &view) {
        view = std::string_view(texts).substr(at, fixed.lengths[text]);
        at += fixed.lengths[text++];
    });
    return event;
}

// Only stored fingerprints that look like a held one take part in the sort.
Result<HeldEvents::Findings> HeldEvents::find(Connection &connection, qint64 own, JobContext &job)
{
    BloomFilter held(std::min(m_budget.filter, size_t(m_count) * 4 + sizeof(quint64)));
    ExternalSort<Entry> entries(m_folder, m_budget.sorting);
    std::string texts;
    rewind();
    for (qint64 place = 0; place < m_count; ++place) {
        const quint64 fingerprint = read(texts).fingerprint;
        held.insert(fingerprint);
        entries.add({fingerprint, place});
    }
    Statement stored = connection.prepare("SELECT import_id, fingerprint FROM events");
    for (qint64 row = 0; stored.step(); ++row) {
        if (row % rowsBetweenLooks == 0 && job.stopRequested())
            return fail(Error::cancelled());
        const quint64 fingerprint = quint64(stored.integer(1));
        if (held.mayContain(fingerprint))
            entries.add({fingerprint, stored.integer(0) == own ? Entry::own : Entry::earlier});
    }
    Findings findings{std::vector<bool>(size_t(m_count)), std::vector<bool>(size_t(m_count))};
    takeFindings(entries, findings);
    return findings;
}

void HeldEvents::takeFindings(ExternalSort<Entry> &entries, Findings &findings) const
{
    Entry entry, first;
    bool hasFirst = false;
    entries.sort();
    while (entries.next(entry)) {
        if (!hasFirst || entry.fingerprint != first.fingerprint) {
            first = entry; // the smallest place: stored, or the first of the held
            hasFirst = true;
            continue;
        }
        if (entry.place < 0)
            continue;
        findings.isKnown[size_t(entry.place)] = true;
        findings.isEarlier[size_t(entry.place)] = first.place == Entry::earlier;
    }
}

Result<void> HeldEvents::settle(Connection &connection, qint64 own, JobContext &job, const Use &use)
{
    if (m_count == 0)
        return {};
    flush();
    const Result<Findings> findings = find(connection, own, job);
    if (!findings)
        return fail(findings.error());
    std::string texts;
    rewind();
    for (qint64 place = 0; place < m_count; ++place) {
        if (place % rowsBetweenLooks == 0 && job.stopRequested())
            return fail(Error::cancelled());
        const EventRow event = read(texts);
        const Finding finding = findings->isEarlier[size_t(place)] ? Finding::Earlier
            : findings->isKnown[size_t(place)]                     ? Finding::Own
                                                                   : Finding::New;
        if (Result<void> used = use(event, finding); !used)
            return used;
    }
    m_file.clear();
    m_count = 0;
    return {};
}

} // namespace foretrail
