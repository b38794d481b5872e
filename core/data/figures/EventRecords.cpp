#include "core/data/figures/EventRecords.h"

#include "core/data/KindMeanings.h"

#include <QTimeZone>

#include <cmath>

namespace foretrail {
namespace {

QTimeZone calendarZone(const Connection &connection)
{
    Statement query = connection.prepare("SELECT value FROM settings WHERE key = 'timeZone'");
    const QString name = query.step() ? query.text(0) : QString();
    return QTimeZone(name.isEmpty() ? QByteArrayLiteral("UTC") : name.toLatin1());
}

std::vector<EventMeaning> meaningsOf(const Connection &connection)
{
    std::vector<EventMeaning> meanings;
    Statement kinds = connection.prepare("SELECT id, meaning FROM kinds");
    while (kinds.step()) {
        const auto id = size_t(kinds.integer(0));
        meanings.resize(std::max(meanings.size(), id + 1), EventMeaning::Other);
        const qsizetype known = allMeanings().indexOf(kinds.text(1));
        meanings[id] = known < 0 ? EventMeaning::Other : EventMeaning(known);
    }
    return meanings;
}

std::vector<char> clocklessImports(const Connection &connection)
{
    std::vector<char> clockless;
    Statement imports = connection.prepare("SELECT id FROM imports WHERE NOT has_clock AND events > 0");
    while (imports.step()) {
        clockless.resize(std::max(clockless.size(), size_t(imports.integer(0)) + 1));
        clockless[size_t(imports.integer(0))] = 1;
    }
    return clockless;
}

} // namespace

EventRecordReader::EventRecordReader(Connection &connection)
    : m_meanings(meaningsOf(connection)), m_isClockless(clocklessImports(connection)), m_clock(calendarZone(connection))
{
}

const char *EventRecordReader::columns() { return "time, user_id, item_id, kind_id, category_id, session_id, amount, import_id"; }

EventRecord EventRecordReader::record(const Statement &row, bool isNew) const
{
    const auto kind = size_t(row.integer(3));
    const EventMeaning meaning = kind < m_meanings.size() ? m_meanings[kind] : EventMeaning::Other;
    bool hasClock = true;
    if (!m_isClockless.empty()) {
        const auto import = size_t(row.integer(7));
        hasClock = import >= m_isClockless.size() || !m_isClockless[import];
    }
    const double amount = row.real(6);
    return {row.integer(0), std::isnan(amount) ? 0 : amount,
            EventRecord::tagOf(quint32(row.integer(1)), meaning, hasClock, isNew),
            quint32(row.integer(2)), quint32(row.integer(4)), quint32(row.integer(5))};
}

} // namespace foretrail
