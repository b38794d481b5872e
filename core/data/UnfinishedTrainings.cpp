#include "core/data/UnfinishedTrainings.h"

#include "core/data/RunFile.h"
#include "core/data/sqlite/Connection.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct UnfinishedTrainingsText { Q_DECLARE_TR_FUNCTIONS(foretrail::UnfinishedTrainings) };

constexpr auto listedColumns = "SELECT id, name, spec, data_fingerprint, changed, epochs, origin";

UnfinishedTraining listedFrom(const Statement &row)
{
    UnfinishedTraining training;
    training.id = row.integer(0);
    training.name = row.text(1);
    training.spec = QJsonDocument::fromJson(row.text(2).toUtf8()).object();
    training.dataFingerprint = row.text(3);
    training.changed = QDateTime::fromMSecsSinceEpoch(row.integer(4), Qt::UTC);
    training.epochs = epochsFromJson(QJsonDocument::fromJson(row.text(5).toUtf8()).array());
    training.origin = QJsonDocument::fromJson(row.text(6).toUtf8()).object();
    return training;
}

} // namespace

Result<qint64> UnfinishedTrainings::keep(const UnfinishedTraining &training)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<qint64> {
        WriteTransaction transaction(connection);
        Statement row = connection.prepare("INSERT INTO unfinished_trainings(id, name, spec, data_fingerprint, changed, epochs, state, origin) "
                                           "VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE SET "
                                           "changed = excluded.changed, epochs = excluded.epochs, state = excluded.state "
                                           "RETURNING id");
        const QByteArray spec = QJsonDocument(training.spec).toJson(QJsonDocument::Compact), epochs = QJsonDocument(epochsToJson(training.epochs)).toJson(QJsonDocument::Compact);
        row.bind(1, training.id);
        row.bind(2, training.name);
        row.bind(3, std::string_view(spec.constData(), size_t(spec.size())));
        row.bind(4, training.dataFingerprint);
        row.bind(5, QDateTime::currentMSecsSinceEpoch());
        row.bind(6, std::string_view(epochs.constData(), size_t(epochs.size())));
        row.bind(7, training.state);
        row.bind(8, training.origin.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(training.origin).toJson(QJsonDocument::Compact)));
        row.step();
        const qint64 id = row.integer(0);
        row.reset();
        transaction.commit();
        return id;
    });
}

Result<void> UnfinishedTrainings::keepTrail(qint64 id, const StoredTrail &trail)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<void> {
        Statement update = connection.prepare("UPDATE unfinished_trainings SET trail = ?2 WHERE id = ?1");
        update.bind(1, id);
        update.bind(2, packedTrail(trail));
        update.run();
        return {};
    });
}

Result<QList<UnfinishedTraining>> UnfinishedTrainings::list()
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<UnfinishedTraining>> {
        QList<UnfinishedTraining> all;
        Statement rows = connection.prepare(std::string(listedColumns) + " FROM unfinished_trainings ORDER BY changed DESC, id DESC");
        while (rows.step())
            all.append(listedFrom(rows));
        return all;
    });
}

Result<UnfinishedTraining> UnfinishedTrainings::load(qint64 id)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<UnfinishedTraining> {
        Statement row = connection.prepare(std::string(listedColumns) + ", state, trail FROM unfinished_trainings WHERE id = ?");
        row.bind(1, id);
        if (!row.step())
            return fail(ErrorCode::NotFound, UnfinishedTrainingsText::tr("This training is gone: it was finished or discarded."));
        UnfinishedTraining training = listedFrom(row);
        training.state = row.blob(7);
        training.trail = unpackedTrail(row.blob(8));
        return training;
    });
}

Result<void> UnfinishedTrainings::remove(qint64 id)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<void> {
        Statement statement = connection.prepare("DELETE FROM unfinished_trainings WHERE id = ?");
        statement.bind(1, id);
        statement.run();
        return {};
    });
}

} // namespace foretrail
