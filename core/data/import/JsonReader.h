#pragma once

#include "core/data/import/Encoding.h"

#include <string_view>
#include <vector>

namespace foretrail {

/// Cuts text into JSON values: one a line, or the elements of an array that begins the text, or objects written over several
/// lines behind one another. What is no value comes as the line that it begins in. One thread.
class JsonReader {
public:
    explicit JsonReader(TextSource &source) : m_source(source) {}

    /// A value as it is written; the view lives until the next one is read.
    struct Value {
        qint64 line = 0;
        std::string_view text;
    };
    /// False at the end of the text. Format for a value of absurd length.
    Result<bool> next(Value &value);
    /// Whether each line holds a value of its own; known once the first was read.
    bool isLines() const { return m_mode == Mode::Lines; }
    size_t pendingBytes() const { return m_buffer.size() - m_at; } ///< of the text, read ahead
    /// The text begins in the middle of a line of such a file: the rest of it is passed over.
    Result<void> startInsideLine();

private:
    enum class Mode { Unknown, Lines, Values };
    enum class Extent { Closed, NeedsMore, Broken };
    Result<bool> chooseMode();
    Result<bool> nextLine(Value &value);
    Result<bool> nextValue(Value &value);
    Result<bool> skipBetween(bool overCommas);
    Extent measure(size_t &end) const;
    size_t resume() const;
    size_t endOfScalar() const;
    size_t endOfLine(size_t from) const;
    void pass(size_t to);
    Result<bool> fill();
    std::string_view ahead() const { return {m_buffer.data() + m_at, m_buffer.size() - m_at}; }

    TextSource &m_source;
    std::vector<char> m_buffer;
    size_t m_at = 0;
    bool m_hasEnded = false;
    qint64 m_line = 1;
    Mode m_mode = Mode::Unknown;
};

} // namespace foretrail
