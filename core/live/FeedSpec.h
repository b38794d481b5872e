#pragma once

#include "core/base/Result.h"

#include <QString>

namespace foretrail {

enum class FeedKind { File, Folder, Input, Tcp, Local, Replay };

/// Where lines come in from, as a person says it:
///   file:PATH (a file that grows), folder:PATH (files that arrive), stdin, tcp:PORT and tcp:ADDRESS:PORT (loopback where no address is said),
///   socket:NAME (a local one), replay:PATH and replay:PATH@SPEED (a log again, SPEED times as fast as it happened; without: at once).
/// The path of a file or a folder alone will do.
struct FeedSpec {
    FeedKind kind = FeedKind::File;
    QString path;    ///< absolute; of a local socket its name
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0;
    double speed = 0; ///< 0: as fast as can be

    /// InvalidInput with what would be right.
    static Result<FeedSpec> fromText(const QString &text);
    /// What a workspace knows the feed by: fromText() reads it. The speed is no part of it.
    QString text() const;
};

} // namespace foretrail
