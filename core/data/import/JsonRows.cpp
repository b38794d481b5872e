#include "core/data/import/JsonRows.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <functional>
#include <unordered_set>

namespace foretrail {
namespace {

struct JsonRowsText { Q_DECLARE_TR_FUNCTIONS(foretrail::JsonRows) };

constexpr size_t textLookedAt = 16 << 20;
constexpr qint64 objectsShown = 1000; ///< what a person's choice of roles rests on
constexpr size_t mostMembersNamed = 10;

QString memberText(const std::string &name, qint64 rows)
{
    return JsonRowsText::tr("%1 (rows: %2)", "member, number").arg(QString::fromStdString(name), QLocale().toString(rows));
}

} // namespace

Result<std::vector<std::string>> JsonRows::findColumns(TextSource &text)
{
    JsonReader reader(text);
    JsonObject object;
    JsonReader::Value value;
    std::vector<std::string> columns;
    std::unordered_set<std::string> known;
    size_t seen = 0;
    while (seen < textLookedAt && columns.size() < mostColumns) {
        const Result<bool> more = reader.next(value);
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        seen += value.text.size();
        if (!object.read(value.text).isEmpty())
            continue;
        for (size_t i = 0; i < object.size() && columns.size() < mostColumns; ++i)
            if (known.emplace(object.name(i)).second)
                columns.emplace_back(object.name(i));
    }
    if (columns.empty())
        return fail(ErrorCode::Format, JsonRowsText::tr("%1 holds no JSON objects with members. Write one object a line, or an array of objects.")
                                           .arg(text.bytes().shownName()));
    return columns;
}

JsonRows::JsonRows(std::unique_ptr<TextSource> text, std::vector<std::string> columns, bool withHeader)
    : m_text(std::move(text)), m_columns(std::move(columns)), m_reader(*m_text), m_isHeaderNext(withHeader)
{
    for (size_t i = 0; i < m_columns.size(); ++i)
        m_numbers.emplace(m_columns[i], i);
}

void JsonRows::watch(const std::vector<size_t> &withoutRole)
{
    for (const size_t column : withoutRole)
        m_watched.push_back({column});
}

Result<bool> JsonRows::next(Record &record)
{
    record.problem.clear();
    if (std::exchange(m_isHeaderNext, false)) {
        record.line = 0;
        record.fields.assign(m_columns.begin(), m_columns.end());
        return true;
    }
    JsonReader::Value value;
    const Result<bool> more = m_reader.next(value);
    if (!more || !*more)
        return more;
    record.line = value.line;
    record.problem = m_object.read(value.text);
    if (record.problem.isEmpty())
        take(record);
    else
        record.fields.assign(1, value.text);
    return true;
}

// Objects of one log have their members in one order mostly.
size_t JsonRows::columnOf(std::string_view name, size_t likely) const
{
    if (likely < m_columns.size() && m_columns[likely] == name)
        return likely;
    const auto found = m_numbers.find(name);
    return found == m_numbers.end() ? m_columns.size() : found->second;
}

void JsonRows::take(Record &record)
{
    record.fields.assign(m_columns.size(), std::string_view());
    size_t likely = 0;
    for (size_t member = 0; member < m_object.size(); ++member) {
        const size_t column = columnOf(m_object.name(member), likely);
        if (column == m_columns.size()) {
            leaveOut(member);
            continue;
        }
        record.fields[column] = m_object.value(member);
        likely = column + 1;
    }
    countLate(record);
}

void JsonRows::countLate(const Record &record)
{
    ++m_objects;
    for (Watched &watched : m_watched) {
        if (!watched.isLate || record.fields[watched.column].empty())
            continue;
        ++watched.rows;
        watched.isLate = m_objects > objectsShown;
    }
}

void JsonRows::leaveOut(size_t member)
{
    constexpr size_t mostNames = 1000; // objects keyed by ids have a new one in each row
    if (m_object.value(member).empty())
        return;
    const std::string_view name = m_object.name(member);
    if (const auto found = m_leftOut.find(name); found != m_leftOut.end())
        ++found->second;
    else if (m_leftOut.size() < mostNames)
        m_leftOut.emplace(name, 1);
    else
        m_hasMoreLeftOut = true;
}

QStringList JsonRows::lateNotes() const
{
    QStringList list;
    for (const Watched &watched : m_watched)
        if (watched.isLate && watched.rows > 0)
            list << memberText(m_columns[watched.column], watched.rows);
    if (list.isEmpty())
        return {};
    if (size_t(list.size()) > mostMembersNamed)
        list = list.mid(0, qsizetype(mostMembersNamed)) << JsonRowsText::tr("and others");
    return {JsonRowsText::tr("Members that the first %1 objects lack have no role, so what they hold is left out: %2. Give them a role to keep it.")
                .arg(QLocale().toString(objectsShown), list.join(QStringLiteral(", ")))};
}

QStringList JsonRows::notes() const
{
    if (m_leftOut.empty())
        return lateNotes();
    std::vector<std::pair<std::string, qint64>> members(m_leftOut.begin(), m_leftOut.end());
    std::ranges::stable_sort(members, std::greater(), &std::pair<std::string, qint64>::second);
    QStringList list;
    for (size_t i = 0; i < members.size() && i < mostMembersNamed; ++i)
        list << memberText(members[i].first, members[i].second);
    if (m_hasMoreLeftOut || members.size() > mostMembersNamed)
        list << JsonRowsText::tr("and others");
    return lateNotes() << JsonRowsText::tr("Members that first appear far behind the beginning of the file, or that the settings do not know, were left out: %1. "
                     "Rows that differ in them alone count as duplicates. To import them, move a row that has them to the top of the file.")
                .arg(list.join(QStringLiteral(", ")));
}

} // namespace foretrail
