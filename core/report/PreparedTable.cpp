#include "core/report/PreparedTable.h"

#include "core/base/OutputFile.h"
#include "core/behaviour/segments/SegmentUsers.h"
#include "core/report/PreparedRows.h"
#include "core/training/FindRecipe.h"
#include "core/training/PreparedSeries.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>

namespace foretrail {

namespace {

struct PreparedTableText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::PreparedTable)
};

constexpr qsizetype seriesAtATime = 64;
constexpr qsizetype mostDescribed = 100;

/// One series with what it needs, on its way through a thread.
struct Task {
    Series series;
    Surroundings surroundings;
};

struct Done {
    PreparedSeriesReport report;
    QStringList columns;
    QByteArray rows;
    LeakReport proof;
    std::optional<Error> problem;
};

/// Whether a series may get other columns than another: pairs that are chosen by itself, parts of time that need two years.
bool columnsVary(const Recipe &recipe)
{
    return std::any_of(recipe.steps.begin(), recipe.steps.end(), [](const RecipeStep &step) {
        return step.isOn && (step.kind == u"fourier" || step.kind == u"time-encoding" || step.kind == u"holidays");
    });
}

/// `columns`: those of the table; none: those of the series itself.
Done worked(const Task &task, const PreparedTableRequest &request, const QStringList &columns, JobContext &job)
{
    Done done;
    done.report.key = task.series.key;
    PreparationRequest wanted;
    wanted.recipe = request.recipe;
    wanted.series = task.series;
    const Result<Preparation> preparation = Preparation::run(wanted, task.surroundings, job);
    if (!preparation) {
        done.problem = preparation.error();
        return done;
    }
    const Result<PreparedRows> rows = preparedRows(preparation->frame(), request.recipe);
    if (!rows) {
        done.problem = rows.error();
        return done;
    }
    done.report = {task.series.key, rows->split.train + rows->split.validation + rows->split.test, rows->split.train, rows->split.validation,
                   rows->split.test, stageReports(request.recipe, *preparation)};
    done.columns = rows->columns;
    if (!request.csvPath.isEmpty())
        done.rows = rows->text(columns.isEmpty() ? done.columns : columns);
    if (!request.proves)
        return done;
    if (!plannedSplit(request.recipe))
        wanted.heldBack = std::max<qint64>(1, preparation->frame().size() / 5);
    Result<LeakReport> proof = proveNoLeak(wanted, task.surroundings, 1, job);
    if (proof)
        done.proof = std::move(*proof);
    else
        done.problem = proof.error();
    return done;
}

/// Gathers what the threads made, in the order of the series.
class Table {
public:
    /// `columns`: of all series, where they are known; else those of the first one.
    explicit Table(CsvWriter *writer, const QStringList &columns = {}) : m_writer(writer) { report.columns = columns; }

    Result<void> add(Done done)
    {
        if (done.problem)
            return leaveOut(done.report.key, *done.problem);
        if (report.series == 0)
            begin(done);
        for (const QString &column : std::as_const(done.columns))
            if (!report.columns.contains(column))
                report.columns << column;
        ++report.series;
        report.rows += done.report.rows;
        if (m_writer)
            m_writer->rows(done.rows);
        addCounts(done);
        if (report.each.size() < mostDescribed)
            report.each.append(std::move(done.report));
        return {};
    }

    PreparedTableReport report;
    Error lastProblem;

private:
    void begin(const Done &done)
    {
        if (report.columns.isEmpty())
            report.columns = done.columns;
        if (m_writer)
            m_writer->row(preparedHeader() + report.columns);
        for (const StageReport &stage : done.report.stages)
            report.stages.append({stage.kind, stage.title, 0, 0, 0, {}, {}});
    }

    void addCounts(const Done &done)
    {
        for (int i = 0; i < std::min(report.stages.size(), done.report.stages.size()); ++i) {
            report.stages[i].rowsIn += done.report.stages[i].rowsIn;
            report.stages[i].changed += done.report.stages[i].changed;
            report.stages[i].rowsOut += done.report.stages[i].rowsOut;
        }
        report.proof.perturbed += done.proof.perturbed;
        report.proof.statistics += done.proof.statistics;
        report.proof.observations += done.proof.observations;
        report.proof.windows += done.proof.windows;
        for (const QString &leak : done.proof.leaks)
            report.proof.leaks << QStringLiteral("%1: %2").arg(done.report.key, leak);
    }

    Result<void> leaveOut(const QString &key, const Error &error)
    {
        if (!concernsOneSeries(error))
            return fail(error.isCancelled() ? error : error.within(key));
        lastProblem = error.within(key);
        report.skipped << lastProblem.message;
        return {};
    }

    CsvWriter *m_writer;
};

/// Imported series come by their keys, so that only a few stand in memory; a log is read once for all of its series.
Result<QList<QStringList>> chunksOf(ShopData &data, const SeriesQuery &query, JobContext &job)
{
    if (query.by != GroupBy::Series || !query.keys.isEmpty())
        return QList<QStringList>{query.keys};
    const Result<QList<SeriesInfo>> all = data.listSeries(query, job);
    if (!all)
        return fail(all.error());
    QList<QStringList> chunks;
    for (const SeriesInfo &one : *all) {
        if (chunks.isEmpty() || chunks.back().size() >= seriesAtATime)
            chunks.append(QStringList());
        chunks.back() << one.key;
    }
    return chunks;
}

/// Reads, prepares and writes one chunk after the other.
class Work {
public:
    Work(Workspace &workspace, const PreparedTableRequest &request, Table &table, JobContext &job)
        : m_data(workspace.data()), m_request(request), m_reader(m_data, request.recipe, request.query), m_table(table),
          m_columns(table.report.columns), m_job(job) {}

    Result<void> run()
    {
        const Result<QList<QStringList>> chunks = chunksOf(m_data, m_request.query, m_job);
        if (!chunks)
            return fail(chunks.error());
        for (const QStringList &keys : *chunks)
            m_total += keys.size();
        for (const QStringList &keys : *chunks) {
            SeriesQuery query = m_request.query;
            query.keys = keys;
            const Result<QList<Series>> series = m_data.series(query, m_job);
            if (!series)
                return fail(series.error());
            m_total = std::max<qint64>(m_total, series->size());
            for (qsizetype first = 0; first < series->size(); first += seriesAtATime)
                if (const Result<void> done = prepare(series->mid(first, seriesAtATime)); !done)
                    return done;
        }
        return {};
    }

private:
    Result<void> prepare(const QList<Series> &some)
    {
        QList<Task> tasks;
        for (const Series &one : some) {
            const Result<Surroundings> surroundings = m_reader.read(one.key, m_job);
            if (!surroundings)
                return fail(surroundings.error());
            tasks.append({one, *surroundings});
        }
        const QList<Done> all = QtConcurrent::blockingMapped<QList<Done>>(&m_pool, tasks, [this](const Task &task) {
            return worked(task, m_request, m_columns, m_job);
        });
        for (const Done &one : all) {
            if (m_job.stopRequested())
                return fail(Error::cancelled());
            if (const Result<void> added = m_table.add(one); !added)
                return added;
            m_job.report(++m_done, m_total, one.report.key);
        }
        return {};
    }

    ShopData &m_data;
    const PreparedTableRequest &m_request;
    SurroundingsReader m_reader;
    Table &m_table;
    const QStringList m_columns;
    JobContext &m_job;
    QThreadPool m_pool;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

/// The columns of all series; those of one that cannot be prepared are not needed.
Result<QStringList> allColumns(Workspace &workspace, PreparedTableRequest request, JobContext &job)
{
    request.csvPath.clear();
    request.proves = false;
    Table table(nullptr);
    const Result<void> done = Work(workspace, request, table, job).run();
    return done ? Result<QStringList>(table.report.columns) : fail(done.error());
}

/// What the table was made from, beside it, since a line more would break its readers. A device or a pipe gets none.
Result<QString> writeOrigin(const PreparedTableRequest &request, const QString &data, const PreparedTableReport &report)
{
    if (!QFileInfo(request.csvPath).isFile())
        return QString();
    const SeriesQuery &query = request.query;
    QJsonObject json{{QStringLiteral("table"), QFileInfo(request.csvPath).fileName()}, {QStringLiteral("fingerprint"), report.fingerprint},
                     {QStringLiteral("data"), data}, {QStringLiteral("recipe"), request.recipe.toJson()},
                     {QStringLiteral("measure"), measureName(query.measure)}, {QStringLiteral("by"), groupName(query)},
                     {QStringLiteral("step"), stepName(query.step)}, {QStringLiteral("keys"), QJsonArray::fromStringList(query.keys)},
                     {QStringLiteral("top"), query.top}, {QStringLiteral("columns"), QJsonArray::fromStringList(preparedHeader() + report.columns)},
                     {QStringLiteral("rows"), report.rows}, {QStringLiteral("version"), QStringLiteral(FORETRAIL_VERSION)}};
    if (!query.segment.isEverybody())
        json.insert(QStringLiteral("segment"), segmentToJson(query.segment));
    const QString path = request.csvPath + QStringLiteral(".origin.json");
    Result<OutputFile> file = OutputFile::open(path);
    if (!file)
        return fail(file.error());
    file->write(QJsonDocument(json).toJson(QJsonDocument::Indented));
    return file->commit().map([&] { return path; });
}

} // namespace

Result<PreparedTableReport> writePreparedTable(Workspace &workspace, const PreparedTableRequest &asked, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    Result<SeriesQuery> query = withUsers(workspace, asked.query, job);
    if (!query)
        return fail(query.error());
    PreparedTableRequest request = asked;
    request.query = std::move(*query);
    const Result<QString> data = fingerprintOf(workspace.data(), request.query);
    if (!data)
        return fail(data.error());
    std::unique_ptr<CsvWriter> writer;
    if (!request.csvPath.isEmpty()) {
        Result<std::unique_ptr<CsvWriter>> opened = CsvWriter::open(request.csvPath);
        if (!opened)
            return fail(opened.error());
        writer = std::move(*opened);
    }
    Result<QStringList> columns = QStringList();
    if (writer && request.query.keys.size() != 1 && columnsVary(request.recipe))
        columns = allColumns(workspace, request, job);
    if (!columns)
        return fail(columns.error());
    Table table(writer.get(), *columns);
    if (const Result<void> done = Work(workspace, request, table, job).run(); !done)
        return fail(done.error());
    if (table.report.series == 0)
        return fail(table.report.skipped.isEmpty() ? Error{ErrorCode::NotFound, PreparedTableText::tr("There is no series to prepare. Import data first."), {}}
                                                   : table.lastProblem);
    table.report.query = request.query;
    table.report.fingerprint = preparedFingerprint(*data, request.recipe);
    if (writer && table.report.proof.holds()) {
        if (const Result<void> written = writer->commit(); !written)
            return fail(written.error());
        const Result<QString> origin = writeOrigin(request, *data, table.report);
        if (!origin)
            return fail(origin.error());
        table.report.origin = *origin;
    }
    table.report.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return std::move(table.report);
}

QJsonObject PreparedTableReport::toJson(bool withProof) const
{
    QJsonArray all;
    for (const PreparedSeriesReport &one : each)
        all.append(QJsonObject{{QStringLiteral("series"), one.key}, {QStringLiteral("rows"), one.rows}, {QStringLiteral("train"), one.train},
                               {QStringLiteral("validation"), one.validation}, {QStringLiteral("test"), one.test},
                               {QStringLiteral("steps"), foretrail::toJson(one.stages)}});
    QJsonArray counts;
    for (const StageReport &stage : stages)
        counts.append(QJsonObject{{QStringLiteral("step"), stage.kind}, {QStringLiteral("title"), stage.title}, {QStringLiteral("in"), stage.rowsIn},
                                  {QStringLiteral("changed"), stage.changed}, {QStringLiteral("out"), stage.rowsOut}});
    QJsonObject json{{QStringLiteral("series"), series}, {QStringLiteral("rows"), rows}, {QStringLiteral("skipped"), QJsonArray::fromStringList(skipped)},
                     {QStringLiteral("columns"), QJsonArray::fromStringList(columns)}, {QStringLiteral("steps"), counts}, {QStringLiteral("each"), all},
                     {QStringLiteral("fingerprint"), fingerprint}, {QStringLiteral("seconds"), seconds}};
    if (!origin.isEmpty())
        json.insert(QStringLiteral("origin"), origin);
    if (query.users)
        json.insert(QStringLiteral("segment"), segmentReport({query.segment, query.users}));
    if (withProof)
        json.insert(QStringLiteral("proof"), QJsonObject{{QStringLiteral("holds"), proof.holds()}, {QStringLiteral("perturbed"), proof.perturbed},
                        {QStringLiteral("statistics"), proof.statistics}, {QStringLiteral("observations"), proof.observations},
                        {QStringLiteral("windows"), proof.windows}, {QStringLiteral("leaks"), QJsonArray::fromStringList(proof.leaks)}});
    return json;
}

} // namespace foretrail
