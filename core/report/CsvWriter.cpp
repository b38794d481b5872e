#include "core/report/CsvWriter.h"

#include <QCoreApplication>
#include <QFile>

#include <charconv>
#include <cmath>

namespace foretrail {
namespace {

constexpr qsizetype flushAt = 1 << 20;

QString quoted(const QString &field)
{
    static const QString special = QStringLiteral(",\"\n\r");
    for (QChar c : field)
        if (special.contains(c))
            return QLatin1Char('"') + QString(field).replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return field;
}

} // namespace

Result<std::unique_ptr<CsvWriter>> CsvWriter::open(const QString &path)
{
    std::unique_ptr<QIODevice> device;
    bool isOpen = false;
    if (path == QLatin1String("-")) {
        auto file = std::make_unique<QFile>();
        isOpen = file->open(stdout, QIODevice::WriteOnly);
        device = std::move(file);
    } else {
        device = std::make_unique<QSaveFile>(path);
        isOpen = device->open(QIODevice::WriteOnly);
    }
    if (!isOpen)
        return fail(ErrorCode::Permission, QCoreApplication::translate("foretrail::CsvWriter",
                    "%1 cannot be written: %2. Choose another folder.").arg(path, device->errorString()));
    return std::unique_ptr<CsvWriter>(new CsvWriter(std::move(device)));
}

void CsvWriter::row(const QStringList &fields)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            m_buffer += ',';
        m_buffer += quoted(fields.at(i)).toUtf8();
    }
    m_buffer += '\n';
    if (m_buffer.size() > flushAt) {
        m_device->write(m_buffer);
        m_buffer.clear();
    }
}

QString CsvWriter::number(double value)
{
    if (std::isnan(value))
        return {};
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return QString::fromLatin1(text, end - text);
}

Result<void> CsvWriter::commit()
{
    const bool isWritten = m_device->write(m_buffer) == m_buffer.size();
    auto *file = qobject_cast<QSaveFile *>(m_device.get());
    const bool isDone = isWritten && (file ? file->commit() : static_cast<QFile *>(m_device.get())->flush());
    if (!isDone)
        return fail(ErrorCode::Io, QCoreApplication::translate("foretrail::CsvWriter",
                    "The file could not be written: %1").arg(m_device->errorString()));
    return {};
}

} // namespace foretrail
