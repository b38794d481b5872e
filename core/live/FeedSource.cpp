#include "core/live/FeedSource.h"

#include "core/live/FileFeeds.h"
#include "core/live/ReplayFeed.h"
#include "core/live/SocketFeed.h"

namespace foretrail {
namespace {

template<class Feed>
Result<std::unique_ptr<FeedSource>> asSource(Result<std::unique_ptr<Feed>> feed)
{
    if (!feed)
        return fail(feed.error());
    return std::unique_ptr<FeedSource>(std::move(*feed));
}

} // namespace

Result<std::unique_ptr<FeedSource>> FeedSource::open(const FeedSpec &spec, const QJsonObject &position, const ImportPlan &plan)
{
    switch (spec.kind) {
    case FeedKind::File: return std::make_unique<FileFeed>(spec.path, position);
    case FeedKind::Folder: return std::make_unique<FolderFeed>(spec.path, position);
    case FeedKind::Input: return std::make_unique<InputFeed>(position);
    case FeedKind::Replay: return asSource(ReplayFeed::open(spec, position, plan));
    case FeedKind::Tcp:
    case FeedKind::Local: break;
    }
    return asSource(SocketFeed::listen(spec, position));
}

} // namespace foretrail
