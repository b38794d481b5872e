#include "core/data/UnfinishedTrainings.h"

#include "core/data/RunFile.h"
#include "core/data/sqlite/Connection.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <map>

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

QString compact(const QJsonDocument &json) { return QString::fromUtf8(json.toJson(QJsonDocument::Compact)); }

/// Its id.
qint64 writeTraining(Connection &connection, const UnfinishedTraining &training)
{
    Statement row = connection.prepare("INSERT INTO unfinished_trainings(id, name, spec, data_fingerprint, changed, epochs, state, origin) "
                                       "VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE SET "
                                       "changed = excluded.changed, epochs = excluded.epochs, state = excluded.state "
                                       "RETURNING id");
    row.bind(1, training.id);
    row.bind(2, training.name);
    row.bind(3, compact(QJsonDocument(training.spec)));
    row.bind(4, training.dataFingerprint);
    row.bind(5, QDateTime::currentMSecsSinceEpoch());
    row.bind(6, compact(QJsonDocument(epochsToJson(training.epochs))));
    row.bind(7, training.state);
    row.bind(8, training.origin.isEmpty() ? QString() : compact(QJsonDocument(training.origin)));
    row.step();
    const qint64 id = row.integer(0);
    row.reset();
    return id;
}

/// Takes away what is no longer in the trail, or lies behind `known`.
void forgetEpochs(Connection &connection, qint64 id, const StoredTrail &trail, int known)
{
    std::map<int, bool> hasMemory; // by epoch that stays
    for (const StoredTrailEpoch &epoch : trail.epochs)
        if (epoch.epoch <= known)
            hasMemory[epoch.epoch] = epoch.hasMemory;
    QList<qint64> gone, forgotten;
    Statement rows = connection.prepare("SELECT epoch, memory IS NOT NULL FROM unfinished_trail_epochs WHERE training_id = ?");
    rows.bind(1, id);
    while (rows.step()) {
        const auto staying = hasMemory.find(int(rows.integer(0)));
        if (staying == hasMemory.end())
            gone.append(rows.integer(0));
        else if (rows.integer(1) != 0 && !staying->second)
            forgotten.append(rows.integer(0));
    }
    Statement remove = connection.prepare("DELETE FROM unfinished_trail_epochs WHERE training_id = ? AND epoch = ?");
    Statement forget = connection.prepare("UPDATE unfinished_trail_epochs SET memory = NULL WHERE training_id = ? AND epoch = ?");
    for (auto &[statement, epochs] : {std::pair(&remove, gone), std::pair(&forget, forgotten)})
        for (const qint64 epoch : epochs) {
            statement->bind(1, id);
            statement->bind(2, epoch);
            statement->run();
        }
}

void writeTrail(Connection &connection, qint64 id, const StoredTrail &trail, int known)
{
    forgetEpochs(connection, id, trail, known);
    if (known < 0) {
        Statement head = connection.prepare("UPDATE unfinished_trainings SET trail = ?2 WHERE id = ?1");
        head.bind(1, id);
        head.bind(2, packedTrail({trail.part, trail.windows, {}}));
        head.run();
    }
    Statement row = connection.prepare("INSERT INTO unfinished_trail_epochs VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (const StoredTrailEpoch &epoch : trail.epochs)
        if (epoch.epoch > known)
            insertTrailEpoch(row, id, epoch);
}

/// An older program kept the whole trail in one piece.
StoredTrail trailFrom(Connection &connection, qint64 id, const QByteArray &packed)
{
    StoredTrail trail = unpackedTrail(packed);
    Statement rows = connection.prepare("SELECT epoch, training_loss, validation_loss, is_best, forecast, weights, memory FROM unfinished_trail_epochs "
                                        "WHERE training_id = ? ORDER BY epoch");
    rows.bind(1, id);
    while (rows.step()) {
        const QByteArray memory = rows.blob(6);
        trail.epochs.append({int(rows.integer(0)), rows.real(1), rows.real(2), rows.integer(3) != 0, QJsonDocument::fromJson(rows.text(4).toUtf8()).array(),
                             rows.blob(5), memory, !memory.isEmpty()});
    }
    return trail;
}

} // namespace

Result<qint64> UnfinishedTrainings::keep(const UnfinishedTraining &training)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<qint64> {
        WriteTransaction transaction(connection);
        const qint64 id = writeTraining(connection, training);
        transaction.commit();
        return id;
    });
}

Result<qint64> UnfinishedTrainings::keepWithTrail(const UnfinishedTraining &training, int known)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<qint64> {
        WriteTransaction transaction(connection);
        const qint64 id = writeTraining(connection, training);
        writeTrail(connection, id, training.trail, known);
        transaction.commit();
        return id;
    });
}

Result<void> UnfinishedTrainings::keepTrail(qint64 id, const StoredTrail &trail, int known)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<void> {
        WriteTransaction transaction(connection);
        writeTrail(connection, id, trail, known);
        transaction.commit();
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
        training.trail = trailFrom(connection, id, row.blob(8));
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
