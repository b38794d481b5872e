#pragma once

#include "core/live/FeedSource.h"
#include "core/live/WaitingClock.h"

namespace foretrail {

class RowParser;
class TextSource;

/// A log again, plain or packed, each line when its time has come; a line without a time that can be read comes with the one before it, and a
/// clock that goes back waits for nobody.
class ReplayFeed : public FeedSource {
public:
    /// Errors as those of reading the file.
    static Result<std::unique_ptr<ReplayFeed>> open(const FeedSpec &spec, const QJsonObject &position, const ImportPlan &plan, WaitingClock clock = WaitingClock());
    ~ReplayFeed() override;

    Result<FeedChunk> next(int waitMs) override;
    void setPaused(bool isPaused) override { m_clock.setPaused(isPaused); }

private:
    ReplayFeed(const FeedSpec &spec, const ImportPlan &plan);
    Result<bool> fill();
    Result<void> skip(qint64 lines);
    void takeDue(FeedChunk &chunk);
    /// When the line at m_at happened; unset where it does not say.
    std::optional<UtcMs> timeOf(QByteArrayView line);
    bool isDue(QByteArrayView line);

    FeedSpec m_spec;
    ImportPlan m_plan;
    std::unique_ptr<TextSource> m_text;
    std::unique_ptr<RowParser> m_parser;
    std::vector<char> m_read; ///< lines read ahead
    size_t m_at = 0;          ///< the next one
    bool m_hasEnded = false;
    qint64 m_lines = 0;       ///< handed out
    WaitingClock m_clock;
    std::optional<UtcMs> m_first; ///< of the lines since the clock runs
};

} // namespace foretrail
