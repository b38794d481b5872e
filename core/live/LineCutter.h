#pragma once

#include <QByteArray>

#include <utility>

namespace foretrail {

/// Cuts what comes in into whole lines, with bounded memory: a line that is longer than any row is passed over and counted.
class LineCutter {
public:
    static constexpr qsizetype longest = qsizetype(1) << 20; ///< bytes

    void add(QByteArrayView bytes);
    /// The whole lines so far, with their breaks.
    QByteArray takeLines();
    /// What came behind the last break, as a line: nothing more comes.
    QByteArray takeRest();
    bool hasRest() const { return !m_rest.isEmpty(); }
    qsizetype restBytes() const { return m_rest.size(); } ///< behind the last break, kept for later
    /// How many lines were passed over since it was asked last.
    qint64 takeTooLong() { return std::exchange(m_tooLong, 0); }
    void clear();

private:
    QByteArray m_lines, m_rest;
    bool m_isPassing = false; ///< until the next break
    qint64 m_tooLong = 0;
};

} // namespace foretrail
