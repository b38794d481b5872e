#pragma once

#include "core/base/OutputFile.h"

#include <QStringList>

namespace foretrail {

/// Writes comma-separated UTF-8 with quotes where needed; the file appears whole on commit or not at all.
/// Path "-" is standard output.
class CsvWriter {
public:
    static Result<std::unique_ptr<CsvWriter>> open(const QString &path);
    void row(const QStringList &fields);
    /// Whole lines that were made elsewhere.
    void rows(const QByteArray &lines);
    /// With quotes where they are needed, and harmless.
    static QString field(const QString &cell);
    /// A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return, and is no number) with an
    /// apostrophe in front, which makes it a text there; any other as it is.
    static QString harmless(const QString &text);
    /// Shortest text that reads back as the same double; empty for NaN.
    static QString number(double value);
    /// A sum of many numbers without the last digits, which adding up leaves behind: 0.3 for 0.1 + 0.2. As exact as 12 digits, with a cent
    /// always; empty for NaN.
    static QString sum(double value);
    Result<void> commit();

private:
    explicit CsvWriter(OutputFile file) : m_file(std::move(file)) {}
    void flush();
    OutputFile m_file;
    QByteArray m_buffer;
};

} // namespace foretrail
