#include "core/report/CsvWriter.h"

#include <charconv>
#include <cmath>

namespace foretrail {
namespace {

constexpr qsizetype flushAt = 1 << 20;

} // namespace

Result<std::unique_ptr<CsvWriter>> CsvWriter::open(const QString &path)
{
    return OutputFile::open(path).map([](OutputFile &&file) {
        return std::unique_ptr<CsvWriter>(new CsvWriter(std::move(file)));
    });
}

QString CsvWriter::harmless(const QString &text)
{
    static const QString starts = QStringLiteral("=+-@\t\r");
    if (text.size() < 2 || !starts.contains(text.front()))
        return text;
    bool isNumber = false;
    text.toDouble(&isNumber); // cppcheck-suppress ignoredReturnValue ; only whether it is one counts
    return isNumber ? text : QLatin1Char('\'') + text;
}

QString CsvWriter::field(const QString &cell)
{
    static const QString special = QStringLiteral(",\"\n\r");
    const QString text = harmless(cell);
    for (QChar c : text)
        if (special.contains(c))
            return QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return text;
}

void CsvWriter::row(const QStringList &fields)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            m_buffer += ',';
        m_buffer += field(fields.at(i)).toUtf8();
    }
    m_buffer += '\n';
    flush();
}

void CsvWriter::rows(const QByteArray &lines)
{
    m_buffer += lines;
    flush();
}

void CsvWriter::flush()
{
    if (m_buffer.size() <= flushAt)
        return;
    m_file.write(m_buffer);
    m_buffer.clear();
}

QString CsvWriter::number(double value)
{
    if (std::isnan(value))
        return {};
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return QString::fromLatin1(text, end - text);
}

QString CsvWriter::sum(double value)
{
    const int digits = std::abs(value) < 1e9 ? 12 : 15;
    return std::isfinite(value) ? number(QString::number(value, 'g', digits).toDouble()) : number(value);
}

Result<void> CsvWriter::commit()
{
    m_file.write(m_buffer);
    m_buffer.clear();
    return m_file.commit();
}

} // namespace foretrail
