#include "core/data/import/EventSink.h"

#include "core/data/HashSet64.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cmath>

namespace foretrail {
namespace {

struct EventSinkText { Q_DECLARE_TR_FUNCTIONS(foretrail::EventSink) };

constexpr std::string_view purchaseKind = "purchase";
constexpr std::string_view returnKind = "return";
constexpr std::string_view adjustmentKind = "adjustment";

// Eight bytes at a time, mixed: the same on every machine, since fingerprints are stored.
quint64 hashText(std::string_view text, quint64 seed)
{
    quint64 hash = seed ^ (text.size() * 0x9e3779b97f4a7c15ULL);
    size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        quint64 word = 0;
        for (size_t i = 0; i < 8; ++i)
            word |= quint64(static_cast<unsigned char>(text[at + i])) << (8 * i);
        hash = mixBits(hash ^ word);
    }
    quint64 word = 0;
    for (size_t i = 0; at + i < text.size(); ++i)
        word |= quint64(static_cast<unsigned char>(text[at + i])) << (8 * i);
    return mixBits(hash ^ word);
}

quint64 seedOf(const ColumnPlan &column)
{
    const bool isNamed = column.role == Role::Attribute || column.role == Role::Ignore;
    return hashText((isNamed ? column.name : roleName(column.role)).toStdString(), isNamed ? 2 : 1);
}

// The invoices of cancellations carry a C before their number.
bool isCancellation(std::string_view session)
{
    return session.size() > 1 && session.front() == 'C'
        && std::ranges::all_of(session.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

EventSink::EventSink(const ImportPlan &plan, FactWriter &writer, ImportReport &report)
    : RowSink(plan, writer, report), m_time(plan.columnOf(Role::Time)), m_clock(m_time < 0 ? -1 : plan.columnOf(Role::Clock)), m_user(plan.columnOf(Role::User)),
      m_item(plan.columnOf(Role::Item)), m_itemName(plan.columnOf(Role::ItemName)), m_kind(plan.columnOf(Role::Kind)),
      m_category(plan.columnOf(Role::Category)), m_session(plan.columnOf(Role::Session)),
      m_position(plan.columnOf(Role::Position)), m_quantity(plan.columnOf(Role::Quantity)),
      m_price(plan.columnOf(Role::Price)), m_amount(plan.columnOf(Role::Amount)), m_attributes(plan.columnsOf(Role::Attribute)),
      m_hasClock(hasClock(plan)), m_rule(writer.productRule())
{
    for (const ColumnPlan &column : plan.columns)
        m_seeds.push_back(seedOf(column));
}

bool EventSink::isCoded(Role role) const
{
    return role == Role::User || role == Role::Item || role == Role::ItemName || role == Role::Kind || role == Role::Category
        || role == Role::Session || role == Role::Attribute;
}

bool EventSink::hasKey(std::span<const ParsedCell> cells) const
{
    for (size_t column = 0; column < cells.size(); ++column)
        if (m_plan.columns[qsizetype(column)].isKey && !cells[column].text.empty())
            return true;
    return false;
}

quint64 EventSink::hashOf(int column, const ParsedCell &cell) const
{
    const quint64 seed = m_seeds[size_t(column)];
    if (column == m_time && m_hasClock)
        return mixBits(seed ^ quint64(cell.time));
    return std::isnan(cell.number) ? hashText(cell.text, seed) : mixBits(seed ^ std::bit_cast<quint64>(cell.number + 0.0));
}

// Equal when every column, or every key column, says the same once read: "17850.0" and "17850", 12/1/2010 8:26 and
// 2010-12-01 08:26:00. So 24:00 of a day and 00:00 of the next are one moment: two exports of one log may write it either way.
quint64 EventSink::fingerprint(RowParser &parser, size_t fields) const
{
    const std::span<const ParsedCell> cells = parser.cells();
    const std::span<CellNote> notes = parser.notes();
    // Rows without any key are told apart by all they say.
    const bool isByKey = m_plan.duplicates == DuplicateRule::KeyColumns && hasKey(cells);
    quint64 sum = m_plan.duplicates == DuplicateRule::KeyColumns && !isByKey ? 1 : 0;
    for (size_t column = 0; column < cells.size() && column < fields; ++column) {
        if (cells[column].text.empty() || (isByKey && !m_plan.columns[qsizetype(column)].isKey))
            continue;
        // The time says it, as it does where a file has both in one column.
        const bool isTold = int(column) == m_clock && (!isByKey || m_plan.columns[m_time].isKey);
        if (isTold)
            continue;
        if (notes[column].hash == 0)
            notes[column].hash = hashOf(int(column), cells[column]);
        sum += notes[column].hash;
    }
    return sum;
}

// Rows that are left out may be like others by their key alone, and would hide them.
void EventSink::recognise(ParsedBatch &batch)
{
    constexpr size_t ahead = 8;
    for (size_t i = 0; i < batch.size() && !m_plan.leavesOutNonProducts; ++i) {
        if (i + ahead < batch.size())
            m_writer.expect(batch.fingerprint(i + ahead));
        if (batch.isParsed(i))
            batch.setSeen(i, m_writer.recognise(batch.fingerprint(i)));
    }
}

Result<void> EventSink::fillTime(const ParsedRow &row)
{
    if (m_hasClock) {
        m_event.time = row.time;
        return {};
    }
    if (!m_order) {
        const Result<UtcMs> last = m_writer.lastOrder();
        if (!last)
            return fail(last.error());
        m_order = *last;
    }
    m_event.time = ++*m_order;
    return {};
}

Result<void> EventSink::fillEvent(const ParsedRow &row)
{
    const std::span<const ParsedCell> cells = row.cells;
    const auto text = [&](int column) {
        return column < 0 ? CodedText() : CodedText::numbered(cells[size_t(column)].text, cells[size_t(column)].code);
    };
    const auto number = [&](int column) { return column < 0 ? missing : cells[size_t(column)].number; };
    m_event.user = text(m_user);
    m_event.item = text(m_item);
    m_event.itemName = text(m_itemName);
    m_event.kind = text(m_kind);
    m_event.category = text(m_category);
    m_event.session = text(m_session);
    const double position = number(m_position);
    m_event.position = std::isnan(position) ? std::nullopt : std::optional<qint64>(qint64(position));
    m_event.quantity = number(m_quantity);
    m_event.price = number(m_price);
    m_event.amount = number(m_amount);
    for (int i = 0; i < m_attributes.size(); ++i)
        m_event.attributes[size_t(i)] = text(m_attributes[i]);
    if (Result<void> timed = fillTime(row); !timed)
        return timed;
    return fillAmount();
}

Result<void> EventSink::fillAmount()
{
    EventRow &event = m_event;
    if (std::isnan(event.amount) && !std::isnan(event.price)) {
        const double pieces = std::isnan(event.quantity) ? 1.0 : event.quantity;
        bool isBought = m_plan.kind == SourceKind::Sales;
        bool isReturned = false;
        if (!isBought) {
            const Result<bool> isPurchase = m_writer.isPurchase(event.kind);
            const Result<bool> isReturn = m_writer.isReturn(event.kind);
            if (!isPurchase || !isReturn)
                return fail(isPurchase ? isReturn.error() : isPurchase.error());
            isBought = *isPurchase;
            isReturned = *isReturn;
        }
        if (isBought)
            event.amount = event.price * pieces;
        else if (isReturned) // logs write the pieces that come back with a minus or without
            event.amount = -event.price * std::fabs(pieces);
    }
    fillKind();
    return {};
}

void EventSink::fillKind()
{
    if (m_plan.kind != SourceKind::Sales || !m_event.kind.empty())
        return;
    const bool isReturn = m_event.quantity < 0 || isCancellation(m_event.session);
    m_event.kind = isReturn ? returnKind : m_event.amount < 0 ? adjustmentKind : purchaseKind;
}

bool EventSink::leavesOut()
{
    if (!m_plan.leavesOutNonProducts || m_event.item.empty() || m_rule.isProduct(m_event.item))
        return false;
    ++m_report.read;
    ++m_report.filtered;
    m_netRead += std::isnan(m_event.amount) ? 0 : m_event.amount;
    return true;
}

void EventSink::count(Stored stored)
{
    const double amount = std::isnan(m_event.amount) ? 0 : m_event.amount;
    ++m_report.read;
    m_netRead += amount;
    if (stored == Stored::Duplicate || stored == Stored::Superseded) {
        ++m_report.duplicate;
        return;
    }
    ++m_report.stored;
    m_report.replaced += stored == Stored::Replaced ? 1 : 0;
    m_netStored += amount;
    m_report.withoutUser += m_event.user.empty() ? 1 : 0;
    const bool isReturn = m_kind < 0 ? m_event.kind == returnKind : m_writer.isReturn(m_event.kind).value_or(false);
    if (!isReturn)
        return;
    ++m_report.returns;
    m_report.cancellations += isCancellation(m_event.session) ? 1 : 0;
}

Result<void> EventSink::store(const ParsedRow &row)
{
    if (Result<void> filled = fillEvent(row); !filled)
        return filled;
    if (leavesOut())
        return {};
    m_event.fingerprint = row.fingerprint;
    m_event.seen = row.seen;
    const Result<Stored> stored = m_writer.addEvent(m_event);
    if (!stored && m_plan.conflict == ConflictPolicy::Abort && stored.error().code == ErrorCode::InvalidInput)
        return fail(stored.error().within(EventSinkText::tr("Line %1").arg(row.line)));
    if (!stored)
        return fail(stored.error());
    if (*stored != Stored::Held)
        count(*stored);
    return {};
}

Result<void> EventSink::settle(JobContext &job)
{
    return m_writer.settle([this](const EventRow &event, Stored stored) {
        m_event = event;
        count(stored);
    }, job);
}

void EventSink::finish()
{
    m_report.netRevenueRead = double(m_netRead);
    m_report.netRevenueStored = double(m_netStored);
}

} // namespace foretrail
