#include "core/data/DateAgreement.h"

#include "core/data/Import.h"
#include "core/data/import/DateChoice.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct DateAgreementText { Q_DECLARE_TR_FUNCTIONS(foretrail::DateAgreement) };

QStringList formatsOf(const QList<DateReading> &readings)
{
    QStringList formats;
    for (const DateReading &reading : readings)
        formats.append(reading.format);
    return formats;
}

/// The only one of the formats in question that the rows of a file allow; empty: several, or none.
QString provenBy(const PlannedFile &file, const QStringList &formats)
{
    QString proven;
    for (const QString &format : formats) {
        if (!file.fittingDates.contains(format))
            continue;
        if (!proven.isEmpty())
            return {};
        proven = format;
    }
    return proven;
}

DateReading readingOf(const PlannedFile &file, const QString &format)
{
    const auto found = std::ranges::find(file.openDates, format, &DateReading::format);
    return found == file.openDates.end() ? DateReading{format, 0, 0, 0, {}, {}} : *found;
}

Result<DateAgreement> hearTogether(const QList<PlannedFile> &files, const QStringList &formats, JobContext &job)
{
    QList<PlannedFile> open;
    for (const PlannedFile &file : files)
        if (std::ranges::any_of(formats, [&file](const QString &format) { return file.fittingDates.contains(format); }))
            open.append(file);
    const Result<DateVerdict> verdict = judgeAllDates(open, {formats.begin(), formats.end()}, job);
    if (!verdict)
        return fail(verdict.error());
    return DateAgreement{verdict->readings, verdict->isClear, {}, {}, int(files.size())};
}

/// "a.csv, line 3: "25/12/2010" can only be d/M/yyyy".
Result<QString> evidence(const PlannedFile &file, const QString &proven, const QString &other, JobContext &job)
{
    const Result<DateWitness> witness = findWitness(file, proven, other, job);
    if (!witness)
        return fail(witness.error());
    return DateAgreementText::tr("%1, line %2: \"%3\" can only be %4", "file, number, a date, its format")
        .arg(file.source.shown()).arg(witness->line).arg(witness->text, proven);
}

/// What is open stays so, and both files are named.
Result<DateAgreement> contradict(const PlannedFile &open, const PlannedFile &one, const PlannedFile &other, const QStringList &formats,
                                 JobContext &job)
{
    const QString first = provenBy(one, formats), second = provenBy(other, formats);
    const Result<QString> of = evidence(one, first, second, job), against = evidence(other, second, first, job);
    if (!of || !against)
        return fail(of ? against.error() : of.error());
    return DateAgreement{open.openDates, false, {}, DateAgreementText::tr("Two files write their dates in different ways: %1; %2.").arg(*of, *against), 1};
}

/// A file as it would be read like another; nothing for one of another shape or one that cannot be read.
std::optional<PlannedFile> planLike(const SourceFile &source, const ImportPlan &like, JobContext &job)
{
    const Result<ImportPlan> own = planFor(source, like, job);
    if (!own)
        return {};
    ImportPlan plan = *own;
    plan.dateFormat.clear(); // its own rows say what fits
    plan.isDateFormatSaid = false;
    const Result<ImportPreview> preview = previewFile(source.path, plan, job);
    if (!preview || preview->rows.isEmpty() || !isOneShape(preview->plan, like))
        return {};
    return PlannedFile(source, *preview);
}

/// False where nothing was open.
bool follow(PlannedFile &file, const QString &format)
{
    const bool wasOpen = !file.openDates.isEmpty();
    if (!file.fittingDates.contains(format) || (!wasOpen && file.plan.dateFormat == format))
        return false;
    if (file.plan.kind == SourceKind::Series && file.plan.dateFormat != format)
        file.plan.step = Step::None; // found anew from the dates
    file.plan.dateFormat = format;
    file.plan.isDateFormatSaid = true;
    file.openDates.clear();
    return wasOpen;
}

Result<QStringList> settleShape(const QList<PlannedFile *> &files, JobContext &job)
{
    QList<PlannedFile> alike;
    for (const PlannedFile *file : files)
        alike.append(*file);
    const Result<DateAgreement> agreed = agreeOnDates(alike, job);
    if (!agreed)
        return fail(agreed.error());
    if (agreed->readings.isEmpty())
        return QStringList();
    const DateVerdict verdict{agreed->readings, agreed->isClear};
    const ImportPlan &plan = alike.front().plan;
    const QString column = plan.columns[plan.columnOf(Role::Time)].name;
    if (!agreed->contradiction.isEmpty())
        return fail(ErrorCode::InvalidInput, DateAgreementText::tr("%1 Import the files of either kind by themselves, with --date-format \"%2\" or "
                                                      "--date-format \"%3\".")
                                                 .arg(agreed->contradiction, agreed->readings[0].format, agreed->readings[1].format));
    if (!agreed->isClear)
        return fail(undecidedDates(verdict, column).within(DateAgreementText::tr("%n files of one shape", nullptr, int(alike.size()))));
    QStringList notes;
    if (agreed->readings.size() > 1)
        notes.append(DateAgreementText::tr("%1: %2", "files, what is said of them").arg(DateAgreementText::tr("%n files of one shape", nullptr, int(alike.size())),
                                                                            verdict.reason(column)));
    for (PlannedFile *file : files) {
        if (follow(*file, verdict.format()) && !agreed->proof.isEmpty())
            notes.append(DateAgreementText::tr("%1: dates are read as %2, as in %3.").arg(file->source.shown(), verdict.format(), agreed->proof));
    }
    return notes;
}

} // namespace

bool isOneShape(const ImportPlan &a, const ImportPlan &b)
{
    return std::ranges::equal(a.columns, b.columns, {}, &ColumnPlan::name, &ColumnPlan::name) && a.hasHeader == b.hasHeader;
}

Result<DateAgreement> agreeOnDates(const QList<PlannedFile> &files, JobContext &job)
{
    const auto open = std::ranges::find_if(files, [](const PlannedFile &file) { return !file.openDates.isEmpty(); });
    if (open == files.end())
        return DateAgreement{};
    const QStringList formats = formatsOf(open->openDates);
    const PlannedFile *proof = nullptr;
    for (const PlannedFile &file : files) {
        const QString proven = provenBy(file, formats);
        if (proof && !proven.isEmpty() && proven != provenBy(*proof, formats))
            return contradict(*open, *proof, file, formats, job);
        if (!proof && !proven.isEmpty())
            proof = &file;
    }
    if (!proof)
        return hearTogether(files, formats, job);
    return DateAgreement{{readingOf(*open, provenBy(*proof, formats))}, true, proof->source.shown(), {}, int(files.size())};
}

Result<DateAgreement> agreeOnDates(const PlannedFile &first, const QList<SourceFile> &others, JobContext &job)
{
    QList<PlannedFile> files{first};
    for (const SourceFile &source : others) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        if (const std::optional<PlannedFile> alike = planLike(source, first.plan, job))
            files.append(*alike);
    }
    return agreeOnDates(files, job);
}

Result<QStringList> settleOpenDates(QList<PlannedFile> &files, JobContext &job)
{
    QStringList notes;
    QList<const PlannedFile *> seen;
    for (PlannedFile &first : files) {
        const auto isLikeFirst = [&first](const PlannedFile *file) { return isOneShape(file->plan, first.plan); };
        if (std::ranges::any_of(seen, isLikeFirst))
            continue;
        seen.append(&first);
        QList<PlannedFile *> alike;
        for (PlannedFile &file : files)
            if (isLikeFirst(&file))
                alike.append(&file);
        if (alike.size() < 2)
            continue;
        const Result<QStringList> settled = settleShape(alike, job);
        if (!settled)
            return fail(settled.error());
        notes += *settled;
    }
    return notes;
}

} // namespace foretrail
