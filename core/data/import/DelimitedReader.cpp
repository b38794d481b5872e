#include "core/data/import/DelimitedReader.h"

#include "core/data/import/Reasons.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace foretrail {
namespace {

struct DelimitedReaderText { Q_DECLARE_TR_FUNCTIONS(foretrail::DelimitedReader) };

// A look at some rows needs little of the file; who reads on gets more at once.
constexpr size_t firstChunk = 64 << 10;
constexpr size_t largestChunk = 1 << 20;
constexpr size_t longestRow = 32 << 20;
constexpr size_t longestQuoted = 1 << 20; ///< a longer quoted field is a quote that was never closed

} // namespace

DelimitedReader::DelimitedReader(TextSource &source, char delimiter)
    : m_source(source), m_isRuns(delimiter == ' '), m_chunkBytes(firstChunk)
{
    for (char c : {delimiter, '\n', '\r', m_isRuns ? '\t' : delimiter})
        m_isSpecial[static_cast<unsigned char>(c)] = true;
}

// A file without line breaks, such as a disk image or zeros packed small, must not fill the memory.
Result<bool> DelimitedReader::fill()
{
    if (m_buffer.size() - m_at > longestRow)
        return fail(ErrorCode::Format, DelimitedReaderText::tr("%1, line %2: the row is longer than %3 MiB. Check that the file is a table and that it "
                                                "has line breaks.")
                                           .arg(m_source.bytes().shownName()).arg(m_line).arg(longestRow >> 20));
    m_buffer.erase(m_buffer.begin(), m_buffer.begin() + qsizetype(m_at));
    m_at = 0;
    const Result<bool> more = m_source.readMore(m_buffer, m_chunkBytes);
    m_chunkBytes = std::min(2 * m_chunkBytes, largestChunk);
    if (more && !*more)
        m_hasEnded = true;
    return more;
}

// True when the row ends at `at`; moves behind its line break.
bool DelimitedReader::endOfRow(size_t &at, Outcome &outcome)
{
    if (at == m_buffer.size()) {
        outcome = m_hasEnded ? Outcome::Complete : Outcome::NeedsMore;
        return true;
    }
    if (m_buffer[at] == '\n') {
        ++at;
        ++m_rowLines;
        outcome = Outcome::Complete;
        return true;
    }
    if (m_buffer[at] != '\r')
        return false;
    if (at + 1 == m_buffer.size() && !m_hasEnded) {
        outcome = Outcome::NeedsMore;
        return true;
    }
    at += at + 1 < m_buffer.size() && m_buffer[at + 1] == '\n' ? 2 : 1;
    ++m_rowLines;
    outcome = Outcome::Complete;
    return true;
}

DelimitedReader::Outcome DelimitedReader::plainPiece(size_t &at)
{
    const size_t first = at;
    while (at < m_buffer.size() && !m_isSpecial[static_cast<unsigned char>(m_buffer[at])])
        ++at;
    m_pieces.push_back({first, at, false});
    return Outcome::Complete;
}

// At an opening quote. What follows the closing one up to the delimiter is kept, as spreadsheets do.
DelimitedReader::Outcome DelimitedReader::quotedPiece(size_t &at)
{
    const size_t first = ++at;
    bool hasQuotes = false;
    for (;;) {
        const void *quote = std::memchr(m_buffer.data() + at, '"', m_buffer.size() - at);
        if (!quote) {
            if (m_hasEnded || m_buffer.size() - first > longestQuoted)
                return Outcome::Unclosed;
            return Outcome::NeedsMore;
        }
        at = size_t(static_cast<const char *>(quote) - m_buffer.data());
        if (at + 1 == m_buffer.size() && !m_hasEnded)
            return Outcome::NeedsMore;
        if (at + 1 >= m_buffer.size() || m_buffer[at + 1] != '"')
            break;
        hasQuotes = true;
        at += 2;
    }
    size_t last = at++;
    if (at < m_buffer.size() && !m_isSpecial[static_cast<unsigned char>(m_buffer[at])]) {
        // Over a line break it was another field's quote: the one in front never closed.
        if (std::memchr(m_buffer.data() + first, '\n', last - first))
            return Outcome::Unclosed;
        hasQuotes = true;
        while (at < m_buffer.size() && !m_isSpecial[static_cast<unsigned char>(m_buffer[at])])
            ++at;
        last = at;
    }
    m_pieces.push_back({first, last, hasQuotes});
    m_rowLines += std::count(m_buffer.begin() + qsizetype(first), m_buffer.begin() + qsizetype(last), '\n');
    return Outcome::Complete;
}

DelimitedReader::Outcome DelimitedReader::split()
{
    m_pieces.clear();
    m_rowLines = 0;
    size_t at = m_at;
    const auto skipRun = [&] {
        while (m_isRuns && at < m_buffer.size() && (m_buffer[at] == ' ' || m_buffer[at] == '\t'))
            ++at;
    };
    for (;;) {
        skipRun();
        Outcome outcome = Outcome::Complete;
        if (m_isRuns && endOfRow(at, outcome)) {
            m_rowEnd = at;
            return outcome;
        }
        outcome = at < m_buffer.size() && m_buffer[at] == '"' ? quotedPiece(at) : plainPiece(at);
        if (outcome != Outcome::Complete)
            return outcome;
        if (endOfRow(at, outcome)) {
            m_rowEnd = at;
            return outcome;
        }
        if (m_pieces.size() == mostColumns)
            return Outcome::TooWide;
        ++at; // the delimiter
    }
}

// Doubled quotes become single ones in place; a single one ends the quoted part and goes.
std::string_view DelimitedReader::unquoted(const Piece &piece)
{
    char *first = m_buffer.data() + piece.first;
    if (!piece.hasQuotes)
        return {first, piece.last - piece.first};
    char *out = first;
    for (const char *in = first, *end = m_buffer.data() + piece.last; in < end; ++in) {
        if (*in == '"' && in + 1 < end && in[1] == '"')
            *out++ = *in++;
        else if (*in != '"')
            *out++ = *in;
    }
    return {first, size_t(out - first)};
}

void DelimitedReader::take(Record &record)
{
    record.line = m_line;
    record.problem.clear();
    m_line += m_rowLines;
    record.fields.clear();
    for (const Piece &piece : m_pieces)
        record.fields.push_back(unquoted(piece));
    m_at = m_rowEnd;
}

void DelimitedReader::takeUnclosedLine(Record &record)
{
    const auto first = m_buffer.begin() + qsizetype(m_at);
    const auto end = std::find_if(first, m_buffer.end(), [](char c) { return c == '\n' || c == '\r'; });
    record.line = m_line++;
    record.problem = Reason::of(Reason::openQuote);
    record.fields.assign(1, std::string_view(m_buffer.data() + m_at, size_t(end - first)));
    m_at = size_t(end - m_buffer.begin());
    if (end != m_buffer.end())
        m_at += *end == '\r' && end + 1 != m_buffer.end() && end[1] == '\n' ? 2 : 1;
}

Result<void> DelimitedReader::startInsideLine()
{
    for (;;) {
        const auto end = std::find_if(m_buffer.begin() + qsizetype(m_at), m_buffer.end(), [](char c) { return c == '\n' || c == '\r'; });
        m_at = size_t(end - m_buffer.begin()) + (end == m_buffer.end() ? 0 : 1);
        if (end != m_buffer.end() || m_hasEnded)
            return {};
        if (const Result<bool> more = fill(); !more)
            return fail(more.error());
    }
}

// False at the end of the text.
Result<bool> DelimitedReader::skipLine()
{
    for (size_t at = m_at;;) {
        const auto end = std::find_if(m_buffer.begin() + qsizetype(at), m_buffer.end(), [](char c) { return c == '\n' || c == '\r'; });
        at = size_t(end - m_buffer.begin());
        Outcome outcome = Outcome::Complete;
        endOfRow(at, outcome);
        if (outcome == Outcome::Complete) {
            const bool isLine = at > m_at;
            m_line += isLine ? 1 : 0;
            m_at = at;
            return isLine;
        }
        const size_t seen = at - m_at;
        if (const Result<bool> more = fill(); !more)
            return more;
        at = m_at + seen;
    }
}

Result<void> DelimitedReader::skipLines(int lines)
{
    for (int i = 0; i < lines; ++i) {
        const Result<bool> skipped = skipLine();
        if (!skipped)
            return fail(skipped.error());
        if (!*skipped)
            return {};
    }
    return {};
}

Error DelimitedReader::tooWide() const
{
    return {ErrorCode::Format, DelimitedReaderText::tr("%1, line %2: the row has more than %3 columns. Check the delimiter; a table this wide has to be "
                                        "turned so that its columns become rows.")
                                   .arg(m_source.bytes().shownName()).arg(m_line).arg(mostColumns), {}};
}

Result<bool> DelimitedReader::next(Record &record)
{
    for (;;) {
        if (m_at == m_buffer.size()) {
            if (m_hasEnded)
                return false;
            if (const Result<bool> more = fill(); !more)
                return more;
            continue;
        }
        switch (split()) {
        case Outcome::NeedsMore:
            if (const Result<bool> more = fill(); !more)
                return more;
            continue;
        case Outcome::Unclosed: takeUnclosedLine(record); return true;
        case Outcome::TooWide: return fail(tooWide());
        case Outcome::Complete: take(record); break;
        }
        const bool isBlank = record.fields.empty() || (record.fields.size() == 1 && record.fields.front().empty());
        if (!isBlank)
            return true;
    }
}

} // namespace foretrail
