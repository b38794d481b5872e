#include "core/data/import/JsonObject.h"

#include "core/data/import/AsciiText.h"
#include "core/data/import/Reasons.h"
#include "core/data/import/RecordSource.h"
#include "core/data/import/Utf8.h"

namespace foretrail {
namespace {

} // namespace

QString JsonObject::read(std::string_view text)
{
    m_text = text;
    m_at = 0;
    m_problem.clear();
    m_path.clear();
    m_names.clear();
    m_values.clear();
    m_members.clear();
    skipSpace();
    if (!at('{'))
        return Reason::of(Reason::notAnObject);
    if (!readObject(0))
        return m_problem;
    skipSpace();
    take(','); // lines cut out of an array
    skipSpace();
    if (m_at < m_text.size())
        stop(Reason::of(Reason::behindObject, m_at + 1));
    return m_problem;
}

bool JsonObject::stop(const QString &why)
{
    if (m_problem.isEmpty())
        m_problem = why.isEmpty() ? Reason::of(Reason::notJson, m_at + 1) : why;
    return false;
}

void JsonObject::skipSpace()
{
    while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
        ++m_at;
}

bool JsonObject::take(char c)
{
    if (!at(c))
        return false;
    ++m_at;
    return true;
}

bool JsonObject::readObject(int depth)
{
    if (depth == deepest)
        return stop(Reason::of(Reason::tooDeep, size_t(deepest)));
    ++m_at; // the brace
    skipSpace();
    if (take('}'))
        return true;
    for (;;) {
        if (!readMember(depth))
            return false;
        skipSpace();
        if (take('}'))
            return true;
        if (!take(','))
            return stop();
        skipSpace();
    }
}

bool JsonObject::readMember(int depth)
{
    const size_t outer = m_path.size();
    if (!m_path.empty())
        m_path += '.';
    if (!at('"') || !readString(m_path))
        return stop();
    if (m_path.size() > longestName)
        return stop(Reason::of(Reason::longName, longestName));
    skipSpace();
    if (!take(':'))
        return stop();
    skipSpace();
    if (!readValue(depth))
        return false;
    m_path.resize(outer);
    return true;
}

bool JsonObject::readValue(int depth)
{
    if (at('{'))
        return readObject(depth + 1);
    const size_t first = m_at;
    if (at('"')) {
        m_scratch.clear();
        if (!readString(m_scratch))
            return stop();
        keep(m_scratch);
    } else {
        if (!skipValue(depth))
            return false;
        const std::string_view written = m_text.substr(first, m_at - first);
        keep(written == "null" ? std::string_view() : written);
    }
    return m_problem.isEmpty();
}

void JsonObject::keep(std::string_view value)
{
    if (m_members.size() == mostColumns) {
        stop(Reason::of(Reason::manyMembers, mostColumns));
        return;
    }
    m_members.push_back({{m_names.size(), m_path.size()}, {m_values.size(), value.size()}});
    m_names += m_path;
    m_values += value;
}

bool JsonObject::skipArray(int depth)
{
    if (depth == deepest)
        return stop(Reason::of(Reason::tooDeep, size_t(deepest)));
    const bool isArray = at('[');
    const char end = isArray ? ']' : '}';
    ++m_at;
    skipSpace();
    if (take(end))
        return true;
    for (;;) {
        m_scratch.clear();
        if (!isArray && (!at('"') || !readString(m_scratch)))
            return stop();
        skipSpace();
        if (!isArray && !take(':'))
            return stop();
        skipSpace();
        if (!skipValue(depth + 1))
            return false;
        skipSpace();
        if (take(end))
            return true;
        if (!take(','))
            return stop();
        skipSpace();
    }
}

bool JsonObject::skipValue(int depth)
{
    if (at('[') || at('{'))
        return skipArray(depth);
    if (at('"')) {
        m_scratch.clear();
        return readString(m_scratch) || stop();
    }
    return skipNumber() || skipWord() || stop();
}

bool JsonObject::skipNumber()
{
    size_t i = m_at;
    const auto digits = [&] {
        const size_t first = i;
        while (i < m_text.size() && isDigit(m_text[i]))
            ++i;
        return i > first;
    };
    if (i < m_text.size() && m_text[i] == '-')
        ++i;
    if (!digits())
        return false;
    if (i < m_text.size() && m_text[i] == '.' && (++i, !digits()))
        return false;
    if (i < m_text.size() && (m_text[i] == 'e' || m_text[i] == 'E')) {
        ++i;
        if (i < m_text.size() && (m_text[i] == '+' || m_text[i] == '-'))
            ++i;
        if (!digits())
            return false;
    }
    m_at = i;
    return true;
}

// NaN and Infinity are no JSON, but Python writes them.
bool JsonObject::skipWord()
{
    for (const std::string_view word : {"null", "true", "false", "NaN", "Infinity", "-Infinity"})
        if (m_text.substr(m_at).starts_with(word)) {
            m_at += word.size();
            return true;
        }
    return false;
}

bool JsonObject::readString(std::string &out)
{
    ++m_at; // the quote
    while (m_at < m_text.size()) {
        const size_t end = m_text.find_first_of("\"\\\n", m_at);
        if (end == std::string_view::npos)
            break;
        out += m_text.substr(m_at, end - m_at);
        m_at = end + 1;
        if (m_text[end] == '"')
            return true;
        if (m_text[end] == '\n' || !readEscape(out)) {
            m_at = end;
            return false;
        }
    }
    m_at = m_text.size();
    return false;
}

bool JsonObject::readCode(char32_t &code)
{
    code = 0;
    if (m_at + 4 > m_text.size())
        return false;
    for (int i = 0; i < 4; ++i) {
        const char c = m_text[m_at++];
        const int digit = isDigit(c) ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
        if (digit < 0)
            return false;
        code = code * 16 + char32_t(digit);
    }
    return true;
}

bool JsonObject::readEscape(std::string &out)
{
    if (m_at == m_text.size())
        return false;
    const char c = m_text[m_at++];
    switch (c) {
    case 'b': out += '\b'; return true;
    case 'f': out += '\f'; return true;
    case 'n': out += '\n'; return true;
    case 'r': out += '\r'; return true;
    case 't': out += '\t'; return true;
    case '"': case '\\': case '/': out += c; return true;
    case 'u': break;
    default: return false;
    }
    char32_t code = 0, low = 0;
    if (!readCode(code))
        return false;
    const size_t behind = m_at;
    if (code >= 0xd800 && code < 0xdc00 && m_text.substr(m_at).starts_with("\\u")) {
        m_at += 2;
        if (readCode(low) && low >= 0xdc00 && low < 0xe000)
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        else
            m_at = behind;
    }
    appendUtf8(out, code);
    return true;
}

} // namespace foretrail
