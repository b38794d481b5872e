#pragma once

#include "core/base/Result.h"

#include <QFileDevice>

#include <memory>

namespace foretrail {

/// A file that appears whole on commit or not at all; until then an older one of that name stays. A device or a pipe is
/// written as it is, and "-" is standard output.
class OutputFile {
public:
    /// Permission, with the path and the reason.
    static Result<OutputFile> open(const QString &path);

    /// Failures are remembered until commit().
    void write(const QByteArray &bytes);
    QIODevice &device() { return *m_device; }
    /// Io when anything so far was not written, down to the last byte.
    Result<void> flush();
    /// The same, and the file gets its name.
    Result<void> commit();

private:
    OutputFile(QString path, std::unique_ptr<QFileDevice> device) : m_path(std::move(path)), m_device(std::move(device)) {}
    Result<void> notWritten() const;

    QString m_path;
    std::unique_ptr<QFileDevice> m_device;
    bool m_isWritten = true;
};

} // namespace foretrail
