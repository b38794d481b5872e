#include "core/data/OverrideStore.h"

#include "core/data/sqlite/Writing.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct OverrideStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::OverrideStore) };

QString kindName(OverrideKind kind)
{
    switch (kind) {
    case OverrideKind::Value: return QStringLiteral("value");
    case OverrideKind::Percent: return QStringLiteral("percent");
    case OverrideKind::Add: return QStringLiteral("add");
    }
    return {};
}

OverrideKind kindOf(const QString &name)
{
    return name == QStringLiteral("percent") ? OverrideKind::Percent : name == QStringLiteral("add") ? OverrideKind::Add : OverrideKind::Value;
}

Override overrideFrom(const Statement &row)
{
    Override one;
    one.layer = row.text(0) == QStringLiteral("manager") ? OverrideLayer::Manager : OverrideLayer::Analyst;
    one.time = row.integer(1);
    one.kind = kindOf(row.text(2));
    one.amount = row.real(3);
    one.reason = row.text(4);
    one.beneath = row.real(5);
    one.model = row.text(6);
    one.created = QDateTime::fromMSecsSinceEpoch(row.integer(7), Qt::UTC);
    return one;
}

void insertOverride(Statement &insert, const QString &question, const Override &one)
{
    insert.bind(1, question);
    insert.bind(2, overrideLayerName(one.layer));
    insert.bind(3, one.time);
    insert.bind(4, kindName(one.kind));
    insert.bind(5, one.amount);
    insert.bind(6, one.reason);
    insert.bind(7, one.beneath);
    insert.bind(8, one.model);
    insert.bind(9, one.created.isValid() ? one.created.toMSecsSinceEpoch() : QDateTime::currentMSecsSinceEpoch());
    insert.run();
}

} // namespace

QString overrideLayerName(OverrideLayer layer) { return layer == OverrideLayer::Manager ? QStringLiteral("manager") : QStringLiteral("analyst"); }

Result<OverrideLayer> overrideLayerFromName(const QString &name)
{
    for (const OverrideLayer layer : overrideLayers)
        if (overrideLayerName(layer) == name)
            return layer;
    return fail(ErrorCode::InvalidInput, OverrideStoreText::tr("There is no layer %1. There are: analyst, manager.").arg(name));
}

double Override::applied(double value) const
{
    switch (kind) {
    case OverrideKind::Value: return amount;
    case OverrideKind::Percent: return value * (1 + amount / 100);
    case OverrideKind::Add: return value + amount;
    }
    return value;
}

QString overrideQuestion(const SeriesQuery &query, const QString &seriesKey, Step step)
{
    const QJsonArray parts{measureName(query.measure), groupName(query), stepName(step), seriesKey, query.segment.key};
    return QString::fromUtf8(QJsonDocument(parts).toJson(QJsonDocument::Compact));
}

Result<QList<Override>> OverrideStore::of(const QString &question)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<Override>> {
        QList<Override> found;
        Statement rows = connection.prepare("SELECT layer, time, kind, amount, reason, beneath, model, created FROM overrides WHERE question = ?1 ORDER BY time, layer");
        rows.bind(1, question);
        while (rows.step())
            found.append(overrideFrom(rows));
        return found;
    });
}

Result<QList<std::pair<QString, qint64>>> OverrideStore::questions()
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<std::pair<QString, qint64>>> {
        QList<std::pair<QString, qint64>> found;
        Statement rows = connection.prepare("SELECT question, COUNT(*) FROM overrides GROUP BY question ORDER BY question");
        while (rows.step())
            found.append({rows.text(0), rows.integer(1)});
        return found;
    });
}

Result<void> OverrideStore::replace(const QString &question, const QList<WallMs> &times, const QList<Override> &now, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        Statement remove = connection.prepare("DELETE FROM overrides WHERE question = ?1 AND time = ?2");
        for (const WallMs time : times) {
            remove.bind(1, question);
            remove.bind(2, time);
            remove.run();
        }
        Statement insert = connection.prepare("INSERT INTO overrides(question, layer, time, kind, amount, reason, beneath, model, created) "
                                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        for (const Override &one : now)
            insertOverride(insert, question, one);
        return {};
    });
}

} // namespace foretrail
