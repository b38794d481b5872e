#include "core/data/VersionStore.h"

#include "core/data/sqlite/Writing.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct VersionStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::VersionStore) };

constexpr auto factColumns = "SELECT number, created, rung, reason, change, seconds, error_before, error_after, is_published, is_current, replaces, "
                             "seen_from, seen_until, boundary";
constexpr int afterFacts = 14;

QString compact(const QJsonObject &object) { return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)); }

QJsonObject objectIn(const Statement &row, int column) { return QJsonDocument::fromJson(row.text(column).toUtf8()).object(); }

RunVersion factsFrom(const Statement &row)
{
    RunVersion version;
    version.number = int(row.integer(0));
    version.created = QDateTime::fromMSecsSinceEpoch(row.integer(1), Qt::UTC);
    version.rung = row.text(2);
    version.reason = row.text(3);
    version.change = objectIn(row, 4);
    version.seconds = row.real(5);
    version.errorBefore = row.real(6);
    version.errorAfter = row.real(7);
    version.isPublished = row.integer(8) != 0;
    version.isCurrent = row.integer(9) != 0;
    version.replaces = int(row.integer(10));
    version.seenFrom = row.integer(11);
    version.seenUntil = row.integer(12);
    version.boundary = row.integer(13);
    return version;
}

Statement ofRun(Connection &connection, const std::string &sql, RunId run)
{
    Statement statement = connection.prepare(sql);
    statement.bind(1, run.value);
    return statement;
}

int numberIn(Connection &connection, const std::string &sql, RunId run)
{
    Statement row = ofRun(connection, sql, run);
    return row.step() ? int(row.integer(0)) : 0;
}

int currentNumber(Connection &connection, RunId run)
{
    return numberIn(connection, "SELECT number FROM run_versions WHERE run_id = ?1 AND is_current = 1", run);
}

Result<void> checkRun(Connection &connection, RunId run)
{
    if (numberIn(connection, "SELECT 1 FROM runs WHERE id = ?1", run) == 1)
        return {};
    return fail(ErrorCode::NotFound, VersionStoreText::tr("There is no run %1.").arg(run.value));
}

std::optional<StoredVersion> versionWhere(Connection &connection, const std::string &condition, RunId run)
{
    Statement row = ofRun(connection, std::string(factColumns) + ", forecast, model_state, weights FROM run_versions WHERE run_id = ?1 AND " + condition, run);
    if (!row.step())
        return {};
    return StoredVersion{factsFrom(row), objectIn(row, afterFacts), objectIn(row, afterFacts + 1), row.blob(afterFacts + 2)};
}

Error unknownVersion(Connection &connection, RunId run, int number)
{
    QStringList known{QStringLiteral("0")};
    Statement rows = ofRun(connection, "SELECT number FROM run_versions WHERE run_id = ?1 AND is_published = 1 ORDER BY number", run);
    while (rows.step())
        known.append(QString::number(rows.integer(0)));
    return {ErrorCode::NotFound, VersionStoreText::tr("Version %1 of run %2 is not kept. There are: %3; 0 is the run as it was trained.")
                                     .arg(QString::number(number), QString::number(run.value), known.join(QStringLiteral(", "))), {}};
}

Result<void> makeCurrent(Connection &connection, RunId run, int number)
{
    ofRun(connection, "UPDATE run_versions SET is_current = 0 WHERE run_id = ?1 AND is_current = 1", run).run();
    if (number == 0)
        return {};
    ofRun(connection, "UPDATE run_versions SET is_current = 1 WHERE run_id = ?1 AND is_published = 1 AND number = " + std::to_string(number), run).run();
    return currentNumber(connection, run) == number ? Result<void>() : fail(unknownVersion(connection, run, number));
}

void insertVersion(Connection &connection, RunId run, int number, const StoredVersion &version)
{
    const RunVersion &facts = version.facts;
    Statement row = ofRun(connection, "INSERT INTO run_versions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, ?11, ?12, ?13, ?14, ?15, ?16, ?17)", run);
    row.bind(2, qint64(number));
    row.bind(3, (facts.created.isValid() ? facts.created : QDateTime::currentDateTimeUtc()).toMSecsSinceEpoch());
    row.bind(4, facts.rung);
    row.bind(5, facts.reason);
    row.bind(6, compact(facts.change));
    row.bind(7, facts.seconds);
    row.bind(8, facts.errorBefore);
    row.bind(9, facts.errorAfter);
    row.bind(10, qint64(facts.isPublished ? 1 : 0));
    row.bind(11, qint64(facts.replaces));
    row.bind(12, facts.seenFrom);
    row.bind(13, facts.seenUntil);
    row.bind(14, facts.boundary);
    row.bind(15, compact(facts.isPublished ? version.forecast : QJsonObject()));
    if (facts.isPublished) {
        row.bind(16, compact(version.modelState));
        row.bind(17, version.weights);
    } // else NULL
    row.run();
}

/// The oldest go; never the one that forecasts, nor the one whose place it took.
void dropOld(Connection &connection, RunId run, const RunVersion &newest)
{
    const std::string ofThisKind = " FROM run_versions WHERE run_id = ?1 AND is_published = ";
    if (!newest.isPublished) {
        ofRun(connection, "DELETE FROM run_versions WHERE run_id = ?1 AND number IN (SELECT number" + ofThisKind + "0 ORDER BY number DESC LIMIT -1 OFFSET "
                              + std::to_string(VersionStore::mostRefused) + ")", run).run();
        return;
    }
    const std::string kept = std::to_string(newest.replaces);
    while (numberIn(connection, "SELECT COUNT(*)" + ofThisKind + "1", run) > VersionStore::mostKept)
        ofRun(connection, "DELETE FROM run_versions WHERE run_id = ?1 AND number = (SELECT MIN(number)" + ofThisKind + "1 AND is_current = 0 AND number <> " + kept + ")",
              run).run();
}

} // namespace

Result<int> VersionStore::add(RunId run, const StoredVersion &version, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<int> {
        if (const Result<void> known = checkRun(connection, run); !known)
            return fail(known.error());
        if (currentNumber(connection, run) != version.facts.replaces)
            return fail(ErrorCode::InvalidInput, VersionStoreText::tr("Another version of run %1 was published or restored meanwhile. Update once more.").arg(run.value));
        const int number = 1 + numberIn(connection, "SELECT MAX(number) FROM run_versions WHERE run_id = ?1", run);
        insertVersion(connection, run, number, version);
        if (version.facts.isPublished)
            if (const Result<void> made = makeCurrent(connection, run, number); !made)
                return fail(made.error());
        dropOld(connection, run, version.facts);
        return number;
    });
}

Result<QList<RunVersion>> VersionStore::list(RunId run)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<RunVersion>> {
        QList<RunVersion> versions;
        Statement rows = ofRun(connection, std::string(factColumns) + " FROM run_versions WHERE run_id = ?1 ORDER BY number DESC", run);
        while (rows.step())
            versions.append(factsFrom(rows));
        return versions;
    });
}

Result<std::optional<StoredVersion>> VersionStore::current(RunId run)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<std::optional<StoredVersion>> { return versionWhere(connection, "is_current = 1", run); });
}

Result<StoredVersion> VersionStore::load(RunId run, int number)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<StoredVersion> {
        std::optional<StoredVersion> version = versionWhere(connection, "is_published = 1 AND number = " + std::to_string(number), run);
        return version ? Result<StoredVersion>(std::move(*version)) : fail(unknownVersion(connection, run, number));
    });
}

Result<int> VersionStore::undo(RunId run, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<int> {
        if (const Result<void> known = checkRun(connection, run); !known)
            return fail(known.error());
        if (currentNumber(connection, run) == 0)
            return fail(ErrorCode::NotFound, VersionStoreText::tr("Run %1 forecasts as it was trained: there is no update to undo.").arg(run.value));
        const int before = numberIn(connection, "SELECT replaces FROM run_versions WHERE run_id = ?1 AND is_current = 1", run);
        return makeCurrent(connection, run, before).map([before] { return before; });
    });
}

Result<void> VersionStore::restore(RunId run, int number, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        if (const Result<void> known = checkRun(connection, run); !known)
            return known;
        return makeCurrent(connection, run, number);
    });
}

} // namespace foretrail
