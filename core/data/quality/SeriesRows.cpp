#include "core/data/quality/Findings.h"
#include "core/data/quality/RowPage.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct SeriesRowsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };

QString rowTime(WallMs time, Step step) { return step == Step::None ? QString::number(time) : formatTime(time, step); }

/// A finding about series, and the series of it.
struct Wanted {
    FindingKind kind;
    const QualityScope &scope;
    std::vector<SeriesFacts> series;
    bool isOne = false;
};

/// Whether an observation is one of those that the finding counts; where it counts series, all of a series' are.
bool isWanted(const Wanted &wanted, const SeriesFacts &one, const Statement &row)
{
    switch (wanted.kind) {
    case FindingKind::Negative: return row.real(1) < 0;
    case FindingKind::Outlier: return isOutlier(one, row.real(1));
    case FindingKind::Future: return row.integer(0) > wanted.scope.futureFrom[size_t(row.integer(2))];
    default: return true;
    }
}

bool listsObservations(const Wanted &wanted)
{
    return wanted.isOne || wanted.kind == FindingKind::Negative || wanted.kind == FindingKind::Outlier || wanted.kind == FindingKind::Future;
}

Statement observationsOf(Connection &connection, const QualityScope &scope)
{
    return connection.prepare("SELECT time, value, import_id FROM observations WHERE series_id = ?1" + scope.andImport() + " ORDER BY time");
}

void start(Statement &rows, const SeriesFacts &one)
{
    rows.reset();
    rows.bind(1, one.id);
}

void addGaps(Connection &connection, const Wanted &wanted, FindingRows &table, RowPage &page)
{
    table.header = {SeriesRowsText::tr("series"), SeriesRowsText::tr("from"), SeriesRowsText::tr("to"), SeriesRowsText::tr("steps")};
    KeyNames keys(connection, "source_series");
    Statement rows = observationsOf(connection, wanted.scope);
    for (const SeriesFacts &one : wanted.series) {
        start(rows, one);
        std::optional<WallMs> last;
        while (rows.step()) {
            const WallMs time = rows.integer(0);
            const qint64 distance = last ? stepsBetween(*last, time, one.step) : 1;
            if (distance > 1)
                page.add([&] {
                    return QStringList{keys.of(one.id), rowTime(addSteps(*last, one.step, 1), one.step),
                                       rowTime(addSteps(time, one.step, -1), one.step), QString::number(distance - 1)};
                });
            last = time;
        }
    }
}

void addObservations(Connection &connection, const Wanted &wanted, FindingRows &table, RowPage &page)
{
    table.header = {SeriesRowsText::tr("series"), SeriesRowsText::tr("time"), SeriesRowsText::tr("value")};
    KeyNames keys(connection, "source_series");
    Statement rows = observationsOf(connection, wanted.scope);
    for (const SeriesFacts &one : wanted.series) {
        start(rows, one);
        while (rows.step())
            if (isWanted(wanted, one, rows))
                page.add([&] { return QStringList{keys.of(one.id), rowTime(rows.integer(0), one.step), rows.text(1)}; });
    }
}

void addSeries(Connection &connection, const Wanted &wanted, FindingRows &table, RowPage &page)
{
    table.header = {SeriesRowsText::tr("series"), SeriesRowsText::tr("step"), SeriesRowsText::tr("first"), SeriesRowsText::tr("last"), SeriesRowsText::tr("values"), SeriesRowsText::tr("missing steps")};
    KeyNames keys(connection, "source_series");
    for (const SeriesFacts &one : wanted.series)
        page.add([&] {
            return QStringList{keys.of(one.id), stepName(one.step), rowTime(one.first, one.step), rowTime(one.last, one.step),
                               QString::number(one.values), QString::number(one.missingSteps)};
        });
}

} // namespace

Result<FindingRows> seriesRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question, JobContext &job)
{
    const Result<AllSeriesFacts> facts = gatherSeries(connection, scope, job);
    if (!facts)
        return fail(facts.error());
    Wanted wanted{question.finding.kind, scope, {}, !question.finding.series.isEmpty()};
    KeyNames keys(connection, "source_series");
    for (size_t i : seriesOf(wanted.kind, *facts))
        if (!wanted.isOne || keys.of(facts->series[i].id) == question.finding.series)
            wanted.series.push_back(facts->series[i]);
    FindingRows table;
    RowPage page(table, question.first, question.limit);
    if (wanted.kind == FindingKind::Gap)
        addGaps(connection, wanted, table, page);
    else if (listsObservations(wanted))
        addObservations(connection, wanted, table, page);
    else
        addSeries(connection, wanted, table, page);
    return table;
}

} // namespace foretrail
