#include "core/data/TrailStore.h"

#include "core/data/sqlite/Connection.h"

#include <QCborArray>
#include <QCborMap>
#include <QCoreApplication>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct TrailStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::TrailStore) };

void bindOrNull(Statement &row, int parameter, const QByteArray &blob)
{
    if (blob.isEmpty())
        row.bindNull(parameter);
    else
        row.bind(parameter, blob);
}

QString compactText(const QJsonDocument &json) { return QString::fromUtf8(json.toJson(QJsonDocument::Compact)); }

Error unknownEpoch(Connection &connection, RunId run, int epoch)
{
    QStringList known;
    Statement rows = connection.prepare("SELECT epoch FROM run_trail_epochs WHERE run_id = ? AND weights IS NOT NULL ORDER BY epoch");
    rows.bind(1, run.value);
    while (rows.step())
        known.append(QString::number(rows.integer(0)));
    const QString message = known.isEmpty()
        ? TrailStoreText::tr("Run %1 keeps no weights of its epochs: only networks that were trained here, and are not too large, do. Train it again.").arg(run.value)
        : TrailStoreText::tr("Run %1 does not keep the weights of epoch %2. It keeps those of: %3.").arg(run.value).arg(epoch).arg(known.join(QStringLiteral(", ")));
    return {ErrorCode::NotFound, message, {}};
}

} // namespace

QByteArray packedTrail(const StoredTrail &trail)
{
    QCborArray epochs;
    for (const StoredTrailEpoch &epoch : trail.epochs)
        epochs.append(QCborArray{epoch.epoch, epoch.trainingLoss, epoch.validationLoss, epoch.isBest, QCborArray::fromJsonArray(epoch.forecast),
                                 epoch.weights, epoch.memory});
    return QCborMap{{QStringLiteral("part"), QCborMap::fromJsonObject(trail.part)}, {QStringLiteral("windows"), trail.windows},
                    {QStringLiteral("epochs"), epochs}}.toCborValue().toCbor();
}

StoredTrail unpackedTrail(const QByteArray &packed)
{
    QCborParserError problem;
    const QCborMap map = QCborValue::fromCbor(packed, &problem).toMap();
    if (problem.error != QCborError::NoError)
        return {};
    StoredTrail trail{map[QStringLiteral("part")].toMap().toJsonObject(), map[QStringLiteral("windows")].toByteArray(), {}};
    const QCborArray epochs = map[QStringLiteral("epochs")].toArray();
    for (const auto &value : epochs) {
        const QCborArray one = value.toArray();
        const QByteArray memory = one.at(6).toByteArray();
        trail.epochs.append({int(one.at(0).toInteger()), one.at(1).toDouble(missing), one.at(2).toDouble(missing), one.at(3).toBool(),
                             one.at(4).toArray().toJsonArray(), one.at(5).toByteArray(), memory, !memory.isEmpty()});
    }
    return trail;
}

void insertTrailEpoch(Statement &row, qint64 owner, const StoredTrailEpoch &epoch)
{
    row.bind(1, owner);
    row.bind(2, qint64(epoch.epoch));
    row.bind(3, epoch.trainingLoss);
    row.bind(4, epoch.validationLoss);
    row.bind(5, qint64(epoch.isBest ? 1 : 0));
    row.bind(6, compactText(QJsonDocument(epoch.forecast)));
    bindOrNull(row, 7, epoch.weights);
    bindOrNull(row, 8, epoch.memory);
    row.run();
}

void insertTrail(Connection &connection, qint64 run, const StoredTrail &trail)
{
    if (trail.isEmpty())
        return;
    Statement head = connection.prepare("INSERT INTO run_trails VALUES (?, ?, ?)");
    head.bind(1, run);
    head.bind(2, compactText(QJsonDocument(trail.part)));
    bindOrNull(head, 3, trail.windows);
    head.run();
    Statement row = connection.prepare("INSERT INTO run_trail_epochs VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (const StoredTrailEpoch &epoch : trail.epochs)
        insertTrailEpoch(row, run, epoch);
}

Result<StoredTrail> TrailStore::load(RunId run)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<StoredTrail> {
        StoredTrail trail;
        Statement head = connection.prepare("SELECT part, windows FROM run_trails WHERE run_id = ?");
        head.bind(1, run.value);
        if (!head.step())
            return trail;
        trail.part = QJsonDocument::fromJson(head.text(0).toUtf8()).object();
        trail.windows = head.blob(1);
        Statement rows = connection.prepare("SELECT epoch, training_loss, validation_loss, is_best, forecast, memory IS NOT NULL FROM run_trail_epochs "
                                            "WHERE run_id = ? ORDER BY epoch");
        rows.bind(1, run.value);
        while (rows.step())
            trail.epochs.append({int(rows.integer(0)), rows.real(1), rows.real(2), rows.integer(3) != 0,
                                 QJsonDocument::fromJson(rows.text(4).toUtf8()).array(), {}, {}, rows.integer(5) != 0});
        return trail;
    });
}

Result<QByteArray> TrailStore::weights(RunId run, int epoch)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QByteArray> {
        Statement row = connection.prepare("SELECT weights FROM run_trail_epochs WHERE run_id = ? AND epoch = ? AND weights IS NOT NULL");
        row.bind(1, run.value);
        row.bind(2, qint64(epoch));
        if (!row.step())
            return fail(unknownEpoch(connection, run, epoch));
        return row.blob(0);
    });
}

Result<QByteArray> TrailStore::memory(RunId run, int epoch)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QByteArray> {
        Statement row = connection.prepare("SELECT memory FROM run_trail_epochs WHERE run_id = ? AND epoch = ?");
        row.bind(1, run.value);
        row.bind(2, qint64(epoch));
        return row.step() ? row.blob(0) : QByteArray();
    });
}

} // namespace foretrail
