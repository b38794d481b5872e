#include "core/data/import/JsonReader.h"

#include "core/data/import/JsonObject.h"

#include <QCoreApplication>

#include <algorithm>
#include <bitset>

namespace foretrail {
namespace {

struct JsonReaderText { Q_DECLARE_TR_FUNCTIONS(foretrail::JsonReader) };

constexpr size_t jsonChunkBytes = 1 << 20;
constexpr size_t longestLine = 32 << 20;
constexpr size_t longestValue = 1 << 20; ///< one over several lines that is longer lost its closing bracket
constexpr std::string_view spaces = " \t\r\n";

} // namespace

Result<bool> JsonReader::fill()
{
    if (m_buffer.size() - m_at > longestLine)
        return fail(ErrorCode::Format, JsonReaderText::tr("%1, line %2: the line is longer than %3 MiB. Write one JSON object a line.")
                                           .arg(m_source.bytes().shownName()).arg(m_line).arg(longestLine >> 20));
    m_buffer.erase(m_buffer.begin(), m_buffer.begin() + qsizetype(m_at));
    m_at = 0;
    const Result<bool> more = m_source.readMore(m_buffer, jsonChunkBytes);
    if (more && !*more)
        m_hasEnded = true;
    return more;
}

void JsonReader::pass(size_t to)
{
    m_line += std::count(m_buffer.begin() + qsizetype(m_at), m_buffer.begin() + qsizetype(to), '\n');
    m_at = to;
}

// Moves to the next character that is no space; false at the end of the text.
Result<bool> JsonReader::skipBetween(bool overCommas)
{
    for (;;) {
        size_t to = m_at;
        while (to < m_buffer.size() && (spaces.find(m_buffer[to]) != std::string_view::npos || (overCommas && m_buffer[to] == ',')))
            ++to;
        pass(to);
        if (m_at < m_buffer.size())
            return true;
        if (m_hasEnded)
            return false;
        if (const Result<bool> more = fill(); !more)
            return more;
    }
}

Result<bool> JsonReader::chooseMode()
{
    const Result<bool> found = skipBetween(false);
    if (!found || !*found)
        return found;
    while (!m_hasEnded && m_buffer.size() - m_at < jsonChunkBytes / 4)
        if (const Result<bool> more = fill(); !more)
            return more;
    const std::string_view text = ahead();
    const std::string_view line = text.substr(0, endOfLine(m_at) - m_at);
    if (text.front() == '[') {
        m_mode = Mode::Values;
        ++m_at;
    } else {
        // Objects written over several lines have their first brace alone.
        m_mode = line.find_last_not_of(spaces) == 0 && line.front() == '{' ? Mode::Values : Mode::Lines;
    }
    return true;
}

Result<void> JsonReader::startInsideLine()
{
    m_mode = Mode::Lines;
    Value rest;
    const Result<bool> passed = nextLine(rest);
    return passed ? Result<void>() : fail(passed.error());
}

size_t JsonReader::endOfLine(size_t from) const
{
    const std::string_view text{m_buffer.data(), m_buffer.size()};
    return std::min(text.find_first_of("\r\n", from), text.size());
}

Result<bool> JsonReader::next(Value &value)
{
    if (m_mode == Mode::Unknown)
        if (const Result<bool> chosen = chooseMode(); !chosen || !*chosen)
            return chosen;
    return m_mode == Mode::Lines ? nextLine(value) : nextValue(value);
}

Result<bool> JsonReader::nextLine(Value &value)
{
    if (const Result<bool> found = skipBetween(false); !found || !*found)
        return found;
    size_t end = endOfLine(m_at);
    while (end == m_buffer.size() && !m_hasEnded) {
        const size_t known = end - m_at;
        if (const Result<bool> more = fill(); !more)
            return more;
        end = endOfLine(m_at + known);
    }
    value = {m_line, ahead().substr(0, end - m_at)};
    m_at = end;
    return true;
}

// Finds where the value that begins here ends, by its brackets alone.
JsonReader::Extent JsonReader::measure(size_t &end) const
{
    std::bitset<JsonObject::deepest + 1> isArray; // by depth
    int depth = 0;
    bool isInString = false;
    const size_t last = std::min(m_buffer.size(), m_at + longestValue);
    for (size_t i = m_at; i < last; ++i) {
        const char c = m_buffer[i];
        if (isInString) {
            if (c == '\n')
                return Extent::Broken;
            i += c == '\\' ? 1 : 0;
            isInString = c != '"';
            continue;
        }
        isInString = c == '"';
        if (c == '{' || c == '[') {
            if (depth == JsonObject::deepest)
                return Extent::Broken;
            isArray[size_t(depth++)] = c == '[';
        } else if (c == '}' || c == ']') {
            if (depth > 0 && isArray[size_t(--depth)] != (c == ']'))
                return Extent::Broken;
        }
        if (depth == 0) {
            end = i + 1;
            return Extent::Closed;
        }
    }
    return m_hasEnded || m_buffer.size() - m_at >= longestValue ? Extent::Broken : Extent::NeedsMore;
}

// Behind a broken value: where the next one may begin, at the end of the line or at an object behind another.
size_t JsonReader::resume() const
{
    const size_t end = endOfLine(m_at);
    for (size_t i = m_at; i < end; ++i) {
        if (m_buffer[i] != '}')
            continue;
        size_t next = i + 1;
        while (next < end && (m_buffer[next] == ' ' || m_buffer[next] == '\t'))
            ++next;
        if (next < end && m_buffer[next] == ',')
            return next;
    }
    return end;
}

size_t JsonReader::endOfScalar() const
{
    const std::string_view text{m_buffer.data(), m_buffer.size()};
    const size_t end = std::min(text.find_first_of(",]\r\n", m_at + 1), endOfLine(m_at));
    return std::max(std::min(end, text.size()), m_at + 1);
}

Result<bool> JsonReader::nextValue(Value &value)
{
    // A bracket that closes the array: what follows is read like what it holds.
    do {
        if (const Result<bool> found = skipBetween(true); !found || !*found)
            return found;
    } while (m_buffer[m_at] == ']' && ++m_at);
    const bool isBracketed = m_buffer[m_at] == '{' || m_buffer[m_at] == '[';
    size_t end = 0;
    Extent extent = Extent::NeedsMore;
    for (;;) {
        extent = measure(end);
        if (extent == Extent::Closed && !isBracketed)
            end = endOfScalar();
        const bool mayGoOn = extent == Extent::NeedsMore || (!isBracketed && end == m_buffer.size() && !m_hasEnded);
        if (!mayGoOn)
            break;
        if (const Result<bool> more = fill(); !more)
            return more;
    }
    if (extent == Extent::Broken)
        end = resume();
    value = {m_line, ahead().substr(0, end - m_at)};
    pass(end);
    return true;
}

} // namespace foretrail
