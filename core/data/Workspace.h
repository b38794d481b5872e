#pragma once

#include "core/base/Result.h"
#include "core/data/Questions.h"

#include <QString>

#include <memory>

namespace foretrail {

class Connection; // core/data/sqlite: owns the SQLite handle; never seen outside core/data

/// One *.foretrail file, opened by one connection that belongs to the thread that opened it.
/// Opening applies missing migrations, for reading too where the file may be written; a newer file, a file of another program,
/// a damaged or an unreadable one is refused with a message. WAL, busy timeout and foreign keys are set on every connection.
class Workspace {
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Refuses to overwrite an existing file.
    static Result<Workspace> create(const QString &path);
    static Result<Workspace> open(const QString &path, Mode mode = Mode::ReadWrite);
    /// Removes the file of a workspace that has no imports and that nobody else has open; leaves any other as it is.
    static void discardUnused(Workspace workspace);
    /// Opens, or creates where there is no file yet.
    static Result<Workspace> openOrCreate(const QString &path);

    Workspace(Workspace &&) noexcept;
    Workspace &operator=(Workspace &&) noexcept;
    ~Workspace();

    const QString &path() const { return m_path; }
    bool isReadOnly() const { return m_mode == Mode::ReadOnly; }
    /// The answers to the questions of core; lives as long as the workspace.
    ShopData &data();

    /// Small texts that belong to the workspace: calendar zone, currency, view state. Empty where unset.
    Result<QString> setting(const QString &key);
    Result<void> setSetting(const QString &key, const QString &value);

    /// PRAGMA integrity_check and foreign_key_check; the first finding as an error.
    Result<void> checkIntegrity();

    /// Nobody else opens the file while this workspace is there, as when a command makes it: large imports may then write
    /// straight into it. Unset, others can read at any time.
    void setUsedAlone(bool isAlone) { m_isUsedAlone = isAlone; }
    bool isUsedAlone() const { return m_isUsedAlone; }

    Connection &connection() { return *m_connection; }

private:
    Workspace(QString path, Mode mode, std::unique_ptr<Connection> connection);
    QString m_path;
    Mode m_mode = Mode::ReadWrite;
    bool m_isUsedAlone = false;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<ShopData> m_data;
};

} // namespace foretrail
