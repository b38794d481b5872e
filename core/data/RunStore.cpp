#include "core/data/RunStore.h"

#include "core/data/sqlite/Connection.h"
#include "core/data/sqlite/ReadTransaction.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>
#include <QTimeZone>

#include <map>

namespace foretrail {
namespace {

struct RunStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::RunStore) };

constexpr auto summaryColumns = "SELECT id, name, model, series_key, series_name, created, seed, data_fingerprint, "
                                "program_version, seconds, spec, metrics, note";
constexpr int afterSummary = 13;

QString toText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject toObject(const Statement &row, int column)
{
    return QJsonDocument::fromJson(row.text(column).toUtf8()).object();
}

RunSummary summaryFrom(const Statement &row)
{
    RunSummary run;
    run.id = {row.integer(0)};
    run.name = row.text(1);
    run.model = row.text(2);
    run.seriesKey = row.text(3);
    run.seriesName = row.text(4);
    run.created = QDateTime::fromMSecsSinceEpoch(row.integer(5), Qt::UTC);
    run.seed = quint64(row.integer(6)); // the same 64 bits, stored with a sign
    run.dataFingerprint = row.text(7);
    run.programVersion = row.text(8);
    run.seconds = row.real(9);
    run.spec = toObject(row, 10);
    run.metrics = toObject(row, 11);
    run.note = row.text(12);
    return run;
}

/// The name, with the first number behind it that no other run of this name has: "lstm · revenue · total · 2".
QString freeName(Connection &connection, const QString &name)
{
    const auto numbered = [&name](int number) { return number == 1 ? name : QStringLiteral("%1 · %2").arg(name).arg(number); };
    Statement rows = connection.prepare("SELECT name FROM runs WHERE substr(name, 1, length(?1)) = ?1");
    rows.bind(1, name);
    QSet<QString> taken;
    while (rows.step())
        taken.insert(rows.text(0));
    int number = 1;
    while (taken.contains(numbered(number)))
        ++number;
    return numbered(number);
}

qint64 insertRun(Connection &connection, const RunRecord &run)
{
    Statement row = connection.prepare(
        "INSERT INTO runs(name, model, series_key, series_name, created, seed, data_fingerprint, program_version, seconds, "
        "spec, metrics, model_state, weights, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const RunSummary &summary = run.summary;
    row.bind(1, freeName(connection, summary.name));
    row.bind(2, summary.model);
    row.bind(3, summary.seriesKey);
    row.bind(4, summary.seriesName);
    row.bind(5, (summary.created.isValid() ? summary.created : QDateTime::currentDateTimeUtc()).toMSecsSinceEpoch());
    row.bind(6, qint64(summary.seed));
    row.bind(7, summary.dataFingerprint);
    row.bind(8, summary.programVersion);
    row.bind(9, summary.seconds);
    row.bind(10, toText(summary.spec));
    row.bind(11, toText(summary.metrics));
    row.bind(12, toText(run.modelState));
    row.bind(13, run.weights);
    row.bind(14, toText(run.outcome));
    row.run();
    return sqlite3_last_insert_rowid(connection.handle());
}

void insertEpochs(Connection &connection, qint64 run, const QList<EpochRecord> &epochs)
{
    Statement row = connection.prepare("INSERT INTO run_epochs VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (const EpochRecord &epoch : epochs) {
        row.bind(1, run);
        row.bind(2, qint64(epoch.epoch));
        row.bind(3, epoch.trainingLoss);
        row.bind(4, epoch.validationLoss);
        row.bind(5, epoch.seconds);
        row.bind(6, qint64(epoch.isBest ? 1 : 0));
        row.bind(7, epoch.learningRate);
        row.bind(8, epoch.gradientNorm);
        row.run();
    }
}

QList<EpochRecord> epochsOf(Connection &connection, RunId run)
{
    Statement rows = connection.prepare("SELECT epoch, training_loss, validation_loss, seconds, is_best, learning_rate, gradient_norm FROM run_epochs "
                                        "WHERE run_id = ? ORDER BY epoch");
    rows.bind(1, run.value);
    QList<EpochRecord> epochs;
    while (rows.step())
        epochs.append({int(rows.integer(0)), rows.real(1), rows.real(2), rows.real(3), rows.integer(4) != 0, rows.real(5),
                       rows.real(6)});
    return epochs;
}

Error unknownRun(Connection &connection, RunId id)
{
    QStringList known;
    Statement rows = connection.prepare("SELECT id FROM runs ORDER BY id DESC LIMIT 20");
    while (rows.step())
        known.append(QString::number(rows.integer(0)));
    const QString message = known.isEmpty()
        ? RunStoreText::tr("There is no run %1: the workspace holds no runs yet. Train a model first.").arg(id.value)
        : RunStoreText::tr("There is no run %1. The newest are: %2.").arg(QString::number(id.value), known.join(QStringLiteral(", ")));
    return {ErrorCode::NotFound, message, {}};
}

} // namespace

Result<RunId> RunStore::add(const RunRecord &run, JobContext &job, qint64 unfinished)
{
    Connection &connection = m_workspace.connection();
    PatientScope patience(connection, job);
    Result<RunId> added = connection.guarded([&]() -> Result<RunId> {
        WriteTransaction transaction(connection);
        const qint64 id = insertRun(connection, run);
        insertEpochs(connection, id, run.epochs);
        insertTrail(connection, id, run.trail);
        connection.execute(("DELETE FROM unfinished_trainings WHERE id = " + std::to_string(unfinished)).c_str());
        transaction.commit();
        return RunId{id};
    });
    if (!added && job.stopRequested())
        return fail(Error::cancelled());
    return added;
}

Result<QList<RunSummary>> RunStore::list(const QList<RunSummary> &known)
{
    std::map<std::pair<qint64, qint64>, const RunSummary *> read; // an id alone may come again after its run was deleted
    for (const RunSummary &run : known)
        read.emplace(std::pair(run.id.value, run.created.toMSecsSinceEpoch()), &run);
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<RunSummary>> {
        QList<RunSummary> runs;
        ReadTransaction transaction(connection);
        Statement ids = connection.prepare("SELECT id, created, name, note FROM runs ORDER BY created DESC, id DESC");
        Statement whole = connection.prepare(std::string(summaryColumns) + " FROM runs WHERE id = ?");
        while (ids.step()) {
            const auto found = read.find({ids.integer(0), ids.integer(1)});
            if (found != read.end()) {
                runs.append(*found->second);
                runs.back().name = ids.text(2);
                runs.back().note = ids.text(3);
                continue;
            }
            whole.bind(1, ids.integer(0));
            if (whole.step())
                runs.append(summaryFrom(whole));
            whole.reset();
        }
        return runs;
    });
}

Result<RunRecord> RunStore::load(RunId id)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<RunRecord> {
        Statement row = connection.prepare(std::string(summaryColumns) + ", model_state, weights, outcome FROM runs WHERE id = ?");
        row.bind(1, id.value);
        if (!row.step())
            return fail(unknownRun(connection, id));
        RunRecord run;
        run.summary = summaryFrom(row);
        run.modelState = toObject(row, afterSummary);
        run.weights = row.blob(afterSummary + 1);
        run.outcome = toObject(row, afterSummary + 2);
        run.epochs = epochsOf(connection, id);
        return run;
    });
}

Result<void> RunStore::setText(const char *column, RunId id, const QString &text)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<void> {
        Statement update = connection.prepare("UPDATE runs SET " + std::string(column) + " = ?2 WHERE id = ?1");
        update.bind(1, id.value);
        update.bind(2, text);
        update.run();
        if (sqlite3_changes(connection.handle()) == 0)
            return fail(unknownRun(connection, id));
        return {};
    });
}

Result<void> RunStore::rename(RunId id, const QString &name) { return setText("name", id, name); }

Result<void> RunStore::setNote(RunId id, const QString &note) { return setText("note", id, note); }

Result<void> RunStore::remove(RunId id)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<void> {
        Statement statement = connection.prepare("DELETE FROM runs WHERE id = ?");
        statement.bind(1, id.value);
        statement.run();
        if (sqlite3_changes(connection.handle()) == 0)
            return fail(unknownRun(connection, id));
        return {};
    });
}

} // namespace foretrail
