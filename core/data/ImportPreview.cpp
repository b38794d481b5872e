#include "core/data/Import.h"

#include "core/base/Phrase.h"
#include "core/data/FactWriter.h"
#include "core/data/import/DateChoice.h"
#include "core/data/import/DefaultZone.h"
#include "core/data/import/DelimiterGuess.h"
#include "core/data/import/Encoding.h"
#include "core/data/import/HeaderTimes.h"
#include "core/data/import/KindGuess.h"
#include "core/data/import/LinesAbove.h"
#include "core/data/import/NumberGuess.h"
#include "core/data/import/PlanCheck.h"
#include "core/data/import/PlanGuess.h"
#include "core/data/import/RowParser.h"
#include "core/data/import/SourceShape.h"
#include "core/data/import/StepGuess.h"
#include "core/data/import/TableShape.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace foretrail {
namespace {

struct ImportPreviewText { Q_DECLARE_TR_FUNCTIONS(foretrail::ImportPreview) };

constexpr int guessedFrom = 1000;
constexpr qsizetype shownRows = 200;
constexpr qsizetype shownCells = 100'000; ///< fewer rows of very wide tables

std::vector<ColumnFacts> factsOfAll(const ImportPlan &plan, const SampleRows &sample)
{
    std::vector<ColumnFacts> facts;
    for (qsizetype column = 0; column < plan.columns.size(); ++column)
        facts.push_back(factsOf(sample, size_t(column), plan.hasHeader ? 1 : 0));
    return facts;
}

/// A table may be called one of series that was guessed to be something else.
void completeSeries(ImportPlan &plan, const SampleRows &sample)
{
    if (plan.kind != SourceKind::Series || plan.columns.isEmpty())
        return;
    if (plan.layout == SeriesLayout::Long && plan.columnOf(Role::Attribute) >= 0)
        spreadLong(plan, factsOfAll(plan, sample));
    if (plan.layout == SeriesLayout::Long || plan.columnOf(Role::Value) >= 0)
        return;
    spreadWide(plan, factsOfAll(plan, sample));
    if (plan.columnOf(Role::Time) < 0 && !plan.isDateFormatSaid)
        plan.dateFormat = plan.hasHeader ? headerFormat(plan) : QString();
}

/// The plan with what the file alone can tell filled in: columns after another delimiter, the step of series.
void complete(ImportPlan &plan, const SampleRows &sample)
{
    const QStringList names = columnNames(sample, plan.hasHeader);
    if (names.size() != plan.columns.size()) {
        ImportPlan base = plan;
        base.columns.clear();
        const bool hasHeader = plan.hasHeader;
        plan = guessPlan(sample, base).plan;
        plan.hasHeader = hasHeader;
    }
    for (int i = 0; i < names.size() && i < plan.columns.size(); ++i)
        if (plan.columns[i].role != Role::Attribute || plan.columns[i].name.isEmpty())
            plan.columns[i].name = names[i];
    completeSeries(plan, sample);
    followTimeColumn(plan, sample);
    guessKindMeanings(plan, sample);
    if (plan.kind != SourceKind::Series)
        return;
    const bool hasDates = plan.columnOf(Role::Time) >= 0 || !headerTimes(plan).empty();
    if (hasDates && plan.step == Step::None)
        plan.step = guessStep(sample, plan);
}

void parseRow(ImportPreview &preview, RowParser &parser, const Record &record)
{
    const int row = int(preview.rows.size());
    QStringList raw, parsed;
    QSet<int> unread;
    for (int column = 0; column < preview.plan.columns.size(); ++column) {
        const std::string_view text = size_t(column) < record.fields.size() ? record.fields[size_t(column)] : std::string_view();
        raw.append(fieldText(text));
        if (parser.parseField(column, text))
            continue;
        unread.insert(column);
        preview.problems.append({row, column, Phrase::shown(parser.problem().reason)});
    }
    parser.joinClock();
    for (int column = 0; column < preview.plan.columns.size(); ++column)
        parsed.append(unread.contains(column) ? QString() : parser.shown(column));
    if (!parser.parse(record) && parser.problem().column < 0)
        preview.problems.append({row, 0, Phrase::shown(parser.problem().reason)});
    preview.rows.append(raw);
    preview.parsed.append(parsed);
}

void parseRows(ImportPreview &preview, const SampleRows &sample)
{
    Result<RowParser> made = RowParser::make(preview.plan);
    if (!made) {
        preview.blocker = made.error().message;
        return;
    }
    RowParser parser = *made;
    Record record;
    const qsizetype most = std::min(shownRows, shownCells / std::max(preview.plan.columns.size(), qsizetype(1)) + 1);
    for (size_t i = preview.plan.hasHeader ? 1 : 0; i < sample.rows.size() && preview.rows.size() < most; ++i) {
        record.fields.assign(sample.rows[i].begin(), sample.rows[i].end());
        parseRow(preview, parser, record);
    }
}

/// A plan that does not fit shows in the first rows.
void noteProblems(ImportPreview &preview)
{
    QSet<int> bad;
    for (const ImportPreview::Problem &problem : preview.problems)
        bad.insert(problem.row);
    if (bad.size() * 2 < preview.rows.size() || bad.isEmpty())
        return;
    const ImportPreview::Problem &first = preview.problems.front();
    preview.notes.prepend(ImportPreviewText::tr("%1 of the %2 rows shown cannot be read. The first, %3: \"%4\" %5. Change how the file is read.")
                              .arg(bad.size()).arg(preview.rows.size())
                              .arg(preview.plan.columns[first.column].name, preview.rows[first.row].value(first.column), first.reason));
}

/// What the columns hold; of thousands of alike ones the first tell enough. `known`: of all columns, or none.
std::vector<ColumnFacts> factsOfColumns(const ImportPlan &plan, const SampleRows &sample, const std::vector<ColumnFacts> &known)
{
    constexpr int mostValues = 30;
    const bool isWide = plan.kind == SourceKind::Series && plan.layout == SeriesLayout::Wide;
    int values = 0;
    std::vector<ColumnFacts> facts(size_t(plan.columns.size()));
    for (size_t column = 0; column < facts.size(); ++column)
        if (!isWide || plan.columns[qsizetype(column)].role != Role::Value || values++ < mostValues)
            facts[column] = column < known.size() ? known[column] : factsOf(sample, column, plan.hasHeader ? 1 : 0);
    return facts;
}

/// How columns are read where a person might read them otherwise.
void noteColumns(ImportPreview &preview, const SampleRows &sample, const std::vector<ColumnFacts> &known)
{
    const std::vector<ColumnFacts> facts = factsOfColumns(preview.plan, sample, known);
    preview.notes.append(numberNotes(preview.plan, facts));
    preview.kindWords = kindWordsOf(preview.plan, sample);
    preview.notes.append(kindNotes(preview.plan, preview.kindWords));
    if (const int clock = preview.plan.columnOf(Role::Clock), time = preview.plan.columnOf(Role::Time); clock >= 0 && time >= 0)
        preview.notes.append(ImportPreviewText::tr("%1 and %2 are joined to one time.").arg(preview.plan.columns[time].name, preview.plan.columns[clock].name));
    if (preview.plan.dateFormat == QStringLiteral("order"))
        preview.notes.append(ImportPreviewText::tr("No column says when: the rows are kept in their order, as the steps of a plain index."));
}

void noteSeries(ImportPreview &preview)
{
    const ImportPlan &plan = preview.plan;
    if (plan.kind != SourceKind::Series)
        return;
    const bool isUndated = plan.layout == SeriesLayout::Wide && plan.columnOf(Role::Time) < 0 && headerTimes(plan).empty();
    if (isUndated && (!plan.start || plan.step == Step::None))
        preview.notes.append(ImportPreviewText::tr("The columns have no dates. Give the start and the step of the series, or import them as a "
                                      "plain index."));
    else if (plan.step != Step::None)
        preview.notes.append(ImportPreviewText::tr("Step of the series: %1.").arg(stepName(plan.step)));
}

void noteLinesAbove(ImportPreview &preview)
{
    const ImportPlan &plan = preview.plan;
    if (plan.skipRows == 0 || plan.format == SourceFormat::JsonLines)
        return;
    preview.notes.append(plan.hasHeader ? ImportPreviewText::tr("%n line(s) above the header are left out.", nullptr, plan.skipRows)
                                        : ImportPreviewText::tr("%n line(s) above the first row are left out.", nullptr, plan.skipRows));
}

QString noRows(const QString &path, const ImportPlan &plan, const SampleRows &sample)
{
    const QString name = SourceFile{path, plan.part}.shown();
    if (!sample.rows.empty())
        return ImportPreviewText::tr("%1 has a header and no rows: there is nothing to import.").arg(name);
    return plan.skipRows > 0 ? ImportPreviewText::tr("%1 has no rows below line %2: there is nothing to import. Leave out fewer lines above the header.")
                                   .arg(name).arg(plan.skipRows)
                             : ImportPreviewText::tr("%1 has no rows: there is nothing to import.").arg(name);
}

Result<SampleRows> sampleFor(const QString &path, const ImportPlan &plan, JobContext &job)
{
    return readSample(path, plan, guessedFrom, job);
}

ImportPreview previewOf(const QString &path, const ImportPlan &plan, const SampleRows &sample,
                        const std::vector<ColumnFacts> &known = {})
{
    ImportPreview preview;
    preview.plan = plan;
    preview.fileBytes = sample.fileBytes;
    for (const ColumnPlan &column : plan.columns)
        preview.header.append(column.name);
    parseRows(preview, sample);
    noteLinesAbove(preview);
    noteProblems(preview);
    noteColumns(preview, sample, known);
    noteSeries(preview);
    if (preview.blocker.isEmpty() && !preview.rows.isEmpty())
        preview.blocker = blockerOf(preview.plan);
    if (preview.rows.isEmpty() && preview.blocker.isEmpty())
        preview.blocker = noRows(path, plan, sample);
    return preview;
}

/// How the file is cut into rows: all that has to be known before its columns are looked at.
Result<SampleRows> cutIntoRows(const QString &path, std::optional<int> skipRows, ImportPlan &base, JobContext &job)
{
    if (skipRows && base.format == SourceFormat::JsonLines)
        return fail(ErrorCode::InvalidInput, ImportPreviewText::tr("%1 holds JSON, which has no lines above a header: none can be left out.")
                                                 .arg(QFileInfo(path).fileName()));
    base.skipRows = skipRows.value_or(0);
    if (base.format == SourceFormat::Delimited) {
        const Result<char> delimiter = guessDelimiter(path, base, job);
        if (!delimiter)
            return fail(delimiter.error());
        base.delimiter = *delimiter;
    }
    Result<SampleRows> sample = sampleFor(path, base, job);
    if (!sample || skipRows || base.format == SourceFormat::JsonLines)
        return sample;
    base.skipRows = linesAbove(*sample, base.delimiter);
    if (base.skipRows > 0)
        return sampleFor(path, base, job);
    return sample;
}

} // namespace

Result<ImportPreview> previewFile(const SourceFile &source, JobContext &job)
{
    const QString &path = source.path;
    const Result<SourceShape> shape = sniffFormat(path, source.part, job);
    if (!shape)
        return fail(shape.error());
    ImportPlan base;
    base.format = shape->format;
    base.part = shape->part;
    base.timeZone = source.timeZone.isEmpty() ? defaultTimeZone() : source.timeZone;
    const Result<EncodingGuess> encoding = base.format == SourceFormat::Workbook ? EncodingGuess{} : guessEncoding(path, base.part, job);
    if (!encoding)
        return fail(encoding.error());
    base.encoding = encoding->encoding;
    const Result<SampleRows> sample = cutIntoRows(path, source.skipRows, base, job);
    if (!sample)
        return fail(sample.error());
    GuessedPlan guess = guessPlan(*sample, base);
    const Result<DateVerdict> dates = hearDates(path, guess.plan, *sample, job);
    if (!dates)
        return fail(dates.error());
    if (dates->readings.size() > 1 || (guess.plan.columnOf(Role::Time) >= 0 && !dates->readings.isEmpty()))
        guess.plan.dateFormat = dates->format();
    if (guess.plan.kind == SourceKind::Series)
        guess.plan.step = guessStep(*sample, guess.plan);
    ImportPreview preview = previewOf(path, guess.plan, *sample, guess.facts);
    preview.encodingConfidence = encoding->confidence;
    preview.parts = shape->parts;
    showVerdict(preview, *dates);
    return preview;
}

Result<ImportPreview> previewFile(const QString &path, const ImportPlan &plan, JobContext &job)
{
    const Result<SampleRows> sample = sampleFor(path, plan, job);
    if (!sample)
        return fail(sample.error());
    ImportPlan completed = plan;
    complete(completed, *sample);
    ImportPreview preview = previewOf(path, completed, *sample);
    const Result<DateVerdict> dates = hearDates(path, completed, *sample, job);
    if (!dates)
        return fail(dates.error());
    showVerdict(preview, *dates);
    return preview;
}

} // namespace foretrail
