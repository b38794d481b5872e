#include "core/data/figures/FigureStore.h"

#include "core/data/figures/FigureRefresh.h"
#include "core/data/figures/FigureState.h"
#include "core/data/sqlite/ReadTransaction.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct FigureStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::FigureStore) };

constexpr auto gapSetting = "sessionGapMinutes";

/// Figures and what they were counted from.
struct Counted {
    ShopFigures figures;
    FigureState state;
    std::vector<size_t> blocks; ///< that changed; empty: all
};

/// What a summary of all of them says, and what is not kept.
void summarise(Connection &connection, ShopFigures &figures, const FigureState &state)
{
    figures.purchaseGaps = state.purchaseGaps;
    figures.visitGaps = state.visitGaps;
    figures.firstDay = state.counts.span.first;
    figures.lastDay = state.counts.span.last;
    figures.hasClock = !state.counts.days.empty();
    figures.hasAmounts = connection.integer("SELECT coalesce(sum(amounts), 0) FROM imports WHERE undone IS NULL") > 0;
    for (const auto &[day, events] : state.counts.days)
        figures.strayEvents += state.counts.span.holds(day) ? 0 : events;
    for (const UserFigures &user : figures.users) {
        figures.count += user.exists() ? 1 : 0;
        figures.hasPurchases = figures.hasPurchases || user.purchases > 0;
    }
}

Result<Counted> countAll(Workspace &workspace, const FigureOptions &options, const DataState &data, JobContext &job)
{
    Counted counted;
    Result<ShopFigures> figures = FigurePass(workspace, options).run(job, counted.state.counts);
    if (!figures)
        return fail(figures.error());
    counted.figures = std::move(*figures);
    counted.state.data = data;
    counted.state.lastId = workspace.connection().integer("SELECT max(id) FROM events");
    counted.state.purchaseGaps = counted.figures.purchaseGaps;
    counted.state.visitGaps = counted.figures.visitGaps;
    for (const UserFigures &user : counted.figures.users)
        counted.figures.redone += user.exists() ? 1 : 0;
    return counted;
}

Result<Counted> count(Workspace &workspace, const FigureOptions &options, const DataState &data, JobContext &job)
{
    Connection &connection = workspace.connection();
    if (std::optional<FigureState> before = FigureState::read(connection)) {
        Counted counted;
        counted.figures.users = readFigureBlocks(connection);
        counted.state = std::move(*before);
        if (counted.state.data == data)
            return counted;
        const Result<bool> refreshed = FigureRefresh(connection, options, counted.figures, counted.state).run(data, counted.blocks, job);
        if (!refreshed)
            return fail(refreshed.error());
        if (*refreshed)
            return counted;
    }
    return countAll(workspace, options, data, job);
}

} // namespace

Result<qint64> sessionGapMinutes(Workspace &workspace)
{
    const Result<QString> kept = workspace.setting(QString::fromLatin1(gapSetting));
    if (!kept)
        return fail(kept.error());
    const qint64 minutes = kept->toLongLong();
    return minutes > 0 ? minutes : usualSessionGapMs / 60'000;
}

Result<void> setSessionGapMinutes(Workspace &workspace, qint64 minutes)
{
    if (minutes < 1 || minutes > 1440)
        return fail(ErrorCode::InvalidInput, FigureStoreText::tr("A session cannot end after %1 minutes of silence. Say 1 to 1440.").arg(minutes));
    return workspace.setSetting(QString::fromLatin1(gapSetting), QString::number(minutes));
}

Result<SharedFigures> keptFigures(Workspace &workspace)
{
    Connection &connection = workspace.connection();
    const Result<qint64> gap = sessionGapMinutes(workspace);
    if (!gap)
        return fail(gap.error());
    return connection.guarded([&]() -> Result<SharedFigures> {
        ReadTransaction snapshot(connection);
        const std::optional<FigureState> state = FigureState::read(connection);
        if (!state || state->data != dataStateOf(connection, *gap * 60'000))
            return fail(ErrorCode::NotFound, FigureStoreText::tr("The figures of the users were not counted yet."));
        ShopFigures figures;
        figures.users = readFigureBlocks(connection);
        summarise(connection, figures, *state);
        return std::make_shared<const ShopFigures>(std::move(figures));
    });
}

Result<SharedFigures> workspaceFigures(Workspace &workspace, JobContext &job, const FigureOptions &asked)
{
    Connection &connection = workspace.connection();
    const Result<qint64> gap = sessionGapMinutes(workspace);
    if (!gap)
        return fail(gap.error());
    FigureOptions options = asked;
    options.sessionGapMs = *gap * 60'000;
    Result<Counted> counted = connection.guarded([&]() -> Result<Counted> {
        ReadTransaction snapshot(connection);
        StopScope scope(connection, job);
        const DataState data = dataStateOf(connection, options.sessionGapMs);
        Result<Counted> now = count(workspace, options, data, job);
        if (now)
            summarise(connection, now->figures, now->state);
        return now;
    });
    if (!counted)
        return fail(job.stopRequested() ? Error::cancelled() : counted.error());
    if (counted->figures.redone > 0 && !workspace.isReadOnly()) // where they cannot be kept now, they are counted again
        (void)keepFigures(connection, counted->figures.users, counted->state, counted->blocks);
    return std::make_shared<const ShopFigures>(std::move(counted->figures));
}

} // namespace foretrail
