#pragma once

#include "core/data/import/Encoding.h"
#include "core/data/import/RecordSource.h"

#include <array>

namespace foretrail {

/// Splits text into rows as RFC 4180 says, with LF, CRLF or CR at the end of a row, quotes doubled inside of quotes, and line
/// breaks inside of quotes. The delimiter ' ' stands for runs of spaces and tabs. Lines without a character are passed over.
class DelimitedReader {
public:
    DelimitedReader(TextSource &source, char delimiter);
    /// False at the end of the text. Format for rows of absurd width or length, with the line named.
    Result<bool> next(Record &record);
    size_t pendingBytes() const { return m_buffer.size() - m_at; } ///< of the text, read ahead
    /// The text begins in the middle of a line: the rest of it is passed over.
    Result<void> startInsideLine();
    /// Passes over whole lines, whatever quotes are in them; lines of rows count on from there.
    Result<void> skipLines(int lines);

private:
    struct Piece {
        size_t first = 0;
        size_t last = 0;
        bool hasQuotes = false; ///< quotes inside that stand for themselves or end the quoted part
    };
    enum class Outcome { Complete, NeedsMore, Unclosed, TooWide };
    Outcome split();
    Outcome quotedPiece(size_t &at);
    Outcome plainPiece(size_t &at);
    bool endOfRow(size_t &at, Outcome &outcome);
    Result<bool> skipLine();
    void take(Record &record);
    std::string_view unquoted(const Piece &piece);
    void takeUnclosedLine(Record &record);
    Result<bool> fill();
    Error tooWide() const;

    TextSource &m_source;
    std::array<bool, 256> m_isSpecial{};
    bool m_isRuns;
    std::vector<char> m_buffer;
    size_t m_chunkBytes;   ///< what is read next
    size_t m_at = 0;       ///< where the next row begins
    size_t m_rowEnd = 0;   ///< behind the row just split, its line break included
    qint64 m_rowLines = 0; ///< line breaks in it
    bool m_hasEnded = false;
    qint64 m_line = 1;
    std::vector<Piece> m_pieces;
};

} // namespace foretrail
