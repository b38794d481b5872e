#include "core/data/feed/FeedStore.h"

#include "core/data/sqlite/Connection.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct FeedStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::FeedStore) };

QString compactText(const QJsonObject &json) { return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)); }
QJsonObject objectOf(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

Result<void> checkPlan(const ImportPlan &plan)
{
    if (plan.format == SourceFormat::Workbook)
        return fail(ErrorCode::InvalidInput, FeedStoreText::tr("A workbook does not come in line by line. Import it, or save it as CSV."));
    if (plan.kind == SourceKind::Series && plan.layout == SeriesLayout::Wide)
        return fail(ErrorCode::InvalidInput, FeedStoreText::tr("A line that is a whole series does not grow. Import the file, or turn it so that a line is one value."));
    if (plan.encoding.startsWith(QStringLiteral("UTF-16")))
        return fail(ErrorCode::InvalidInput, FeedStoreText::tr("Text in %1 cannot be followed line by line. Save it as UTF-8.").arg(plan.encoding));
    return {};
}

Result<FeedState> stateOf(const Statement &row)
{
    Result<ImportPlan> plan = ImportPlan::fromJson(objectOf(row.text(2)));
    if (!plan)
        return fail(plan.error());
    return FeedState{row.integer(0), row.text(1), std::move(*plan), objectOf(row.text(3)), row.integer(4)};
}

constexpr auto columns = "SELECT id, source, plan, position, lines FROM feeds ";

Result<std::optional<FeedState>> findFeed(Connection &connection, const QString &source)
{
    Statement row = connection.prepare(std::string(columns) + "WHERE source = ?1");
    row.bind(1, source);
    if (!row.step())
        return std::optional<FeedState>();
    Result<FeedState> state = stateOf(row);
    return state ? Result<std::optional<FeedState>>(std::move(*state)) : fail(state.error());
}

void keepPlan(Connection &connection, const QString &source, const ImportPlan &plan)
{
    Statement row = connection.prepare("INSERT INTO feeds(source, plan, position, lines, changed) VALUES (?1, ?2, '{}', 0, ?3) "
                                       "ON CONFLICT (source) DO UPDATE SET plan = excluded.plan");
    row.bind(1, source);
    row.bind(2, compactText(plan.toJson()));
    row.bind(3, QDateTime::currentMSecsSinceEpoch());
    row.run();
}

} // namespace

Result<QList<FeedState>> feedsOf(Workspace &workspace)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<QList<FeedState>> {
        QList<FeedState> feeds;
        Statement rows = connection.prepare(std::string(columns) + "ORDER BY changed DESC, id DESC");
        while (rows.step()) {
            Result<FeedState> state = stateOf(rows);
            if (!state)
                return fail(state.error());
            feeds.append(std::move(*state));
        }
        return feeds;
    });
}

Result<FeedState> feedOf(Workspace &workspace, const QString &source, const std::optional<ImportPlan> &plan)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<FeedState> {
        if (plan) {
            if (Result<void> fits = checkPlan(*plan); !fits)
                return fail(fits.error());
            keepPlan(connection, source, *plan);
        }
        Result<std::optional<FeedState>> found = findFeed(connection, source);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(ErrorCode::InvalidInput, FeedStoreText::tr("How the lines of %1 are read is not known yet. Say it with a template, or name a file that looks like them.").arg(source));
        return std::move(**found);
    });
}

Result<std::optional<ImportPlan>> latestPlan(Workspace &workspace)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<std::optional<ImportPlan>> {
        Statement row = connection.prepare("SELECT plan FROM imports WHERE undone IS NULL AND kind IN ('sales', 'events') ORDER BY id DESC");
        while (row.step()) {
            Result<ImportPlan> plan = ImportPlan::fromJson(objectOf(row.text(0)));
            if (plan && !plan->columns.isEmpty() && checkPlan(*plan))
                return std::optional(std::move(*plan));
        }
        return std::optional<ImportPlan>();
    });
}

} // namespace foretrail
