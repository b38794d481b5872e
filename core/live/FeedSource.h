#pragma once

#include "core/base/Uncopied.h"
#include "core/jobs/JobContext.h"
#include "core/data/ImportPlan.h"
#include "core/live/FeedSpec.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

namespace foretrail {

/// Lines that came in, and where the source stands behind them.
struct FeedChunk {
    QByteArray lines;        ///< whole ones, with their breaks
    QJsonObject position;    ///< to go on from; the same as before where there are no lines
    qint64 tooLong = 0;      ///< lines before them that were passed over
    QStringList notes;       ///< what a person should know: a log that began anew, a sender that is gone
    bool hasEnded = false;   ///< nothing comes any more
    bool isEmpty() const { return lines.isEmpty() && tooLong == 0; }
};

/// One place where lines come in. One thread; memory is bounded, whoever sends waits.
class FeedSource : Uncopied {
public:
    static constexpr qsizetype chunkBytes = qsizetype(1) << 20; ///< about as much is handed out at once

    virtual ~FeedSource() = default;
    /// What has come in, after at most `waitMs`. A file that is not there yet is waited for. Io and Permission from files and sockets.
    virtual Result<FeedChunk> next(int waitMs) = 0;
    /// All that next() gave is stored: who sent it may forget it.
    virtual void confirm() {}
    /// Nobody asks for lines until it is told to go on: a clock of its own waits as well.
    virtual void setPaused(bool) {}

    /// Goes on from `position` (empty: at the beginning). `plan` tells a replay when lines happened.
    static Result<std::unique_ptr<FeedSource>> open(const FeedSpec &spec, const QJsonObject &position, const ImportPlan &plan);
};

} // namespace foretrail
