#include "core/base/OutputFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

namespace foretrail {
namespace {

struct OutputFileText { Q_DECLARE_TR_FUNCTIONS(foretrail::OutputFile) };

/// A save file would put a new file in the place of a device.
bool isDevice(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

} // namespace

Result<OutputFile> OutputFile::open(const QString &path)
{
    std::unique_ptr<QFileDevice> device;
    bool isOpen = false;
    if (path == QLatin1String("-")) {
        auto file = std::make_unique<QFile>();
        isOpen = file->open(stdout, QIODevice::WriteOnly);
        device = std::move(file);
    } else {
        if (isDevice(path))
            device = std::make_unique<QFile>(path);
        else
            device = std::make_unique<QSaveFile>(path);
        isOpen = device->open(QIODevice::WriteOnly);
    }
    if (!isOpen)
        return fail(ErrorCode::Permission, OutputFileText::tr("%1 cannot be written: %2. Choose another folder.").arg(path, device->errorString()));
    return OutputFile(path, std::move(device));
}

void OutputFile::write(const QByteArray &bytes)
{
    m_isWritten = m_isWritten && m_device->write(bytes) == bytes.size();
}

Result<void> OutputFile::notWritten() const
{
    return fail(ErrorCode::Io, OutputFileText::tr("%1 was not written: %2. Nothing was left behind.").arg(m_path, m_device->errorString()));
}

Result<void> OutputFile::flush()
{
    m_isWritten = m_isWritten && m_device->flush();
    return m_isWritten ? Result<void>() : notWritten();
}

Result<void> OutputFile::commit()
{
    // A save file's commit does not notice that its own last flush failed, and would keep an empty file on a full disk.
    auto *file = qobject_cast<QSaveFile *>(m_device.get());
    if (flush() && (!file || file->commit()))
        return {};
    return notWritten();
}

} // namespace foretrail
