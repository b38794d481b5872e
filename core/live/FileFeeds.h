#pragma once

#include "core/live/GrowingFile.h"

#include <QElapsedTimer>

#include <map>
#include <set>

namespace foretrail {

/// A file that grows.
class FileFeed : public FeedSource {
public:
    FileFeed(const QString &path, const QJsonObject &position);
    Result<FeedChunk> next(int waitMs) override;

private:
    GrowingFile m_file;
};

/// Files that arrive in a folder, in the order of their names; each may still grow. Hidden ones and those that end in .part or .tmp are not
/// looked at until they get their name, packed ones and workbooks are said to be left out.
class FolderFeed : public FeedSource {
public:
    FolderFeed(const QString &path, const QJsonObject &position);
    Result<FeedChunk> next(int waitMs) override;

private:
    struct Arrived {
        explicit Arrived(const QString &path) : file(path) {}
        GrowingFile file;
        qint64 size = 0;       ///< when it was read last
        QElapsedTimer idle;    ///< since it grew
        bool isComplete = false;
    };
    Result<void> look(FeedChunk &chunk);
    Result<void> readArrived(const QString &name, FeedChunk &chunk);
    QJsonObject position() const;

    QString m_path;
    QJsonObject m_before; ///< positions of files by name, as they were kept
    std::map<QString, Arrived> m_files;
    std::set<QString> m_leftOut;
};

/// Standard input.
class InputFeed : public FeedSource {
public:
    explicit InputFeed(const QJsonObject &position);
    Result<FeedChunk> next(int waitMs) override;

private:
    qint64 m_lines = 0;
    LineCutter m_cutter;
};

} // namespace foretrail
