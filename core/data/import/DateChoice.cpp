#include "core/data/import/DateChoice.h"

#include "core/base/Phrase.h"
#include "core/data/Import.h"
#include "core/data/import/ColumnFacts.h"
#include "core/data/import/NumberText.h"
#include "core/data/import/RoleNames.h"
#include "core/data/import/StepGuess.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct DateChoiceText { Q_DECLARE_TR_FUNCTIONS(foretrail::DateChoice) };

constexpr int sampledRows = 1000;

QString columnOfTime(const ImportPlan &plan) { return plan.columns[plan.columnOf(Role::Time)].name; }

} // namespace

Error undecidedDates(const DateVerdict &verdict, const QString &column)
{
    const auto span = [](const DateReading &reading) {
        const auto day = [](qint64 ms) { return formatTime(floorToStep(ms, Step::Day), Step::Day); };
        return QStringLiteral("%1 – %2").arg(day(reading.first), day(reading.last));
    };
    const DateReading &one = verdict.readings[0];
    const DateReading &other = verdict.readings[1];
    if (one.unread > 0)
        return Error{ErrorCode::InvalidInput,
                     DateChoiceText::tr("%1 mixes ways to write dates: %2 (%3) and %4 (%5) read most rows, and each leaves %n rows unread. Choose the date format: "
                                        "on the command line --date-format \"%2\" or --date-format \"%4\"; the other rows are set aside, to be corrected.",
                                        nullptr, int(one.unread))
                         .arg(column, one.format, span(one), other.format, span(other)),
                     {}};
    return Error{ErrorCode::InvalidInput,
                 DateChoiceText::tr("%1 fits as %2 (%3) and as %4 (%5), and nothing in the file tells which is right. Choose the date format: "
                          "on the command line --date-format \"%2\" or --date-format \"%4\".")
                     .arg(column, one.format, span(one), other.format, span(other)),
                 {}};
}

namespace {

bool readsAny(const QString &name, const SampleRows &sample, const ImportPlan &plan)
{
    const Result<DateFormat> format = DateFormat::compile(name);
    const size_t time = size_t(plan.columnOf(Role::Time));
    return format && std::ranges::any_of(sample.rows, [&](const std::vector<std::string> &row) {
        return time < row.size() && format->read(trimmed(row[time]));
    });
}

} // namespace

std::vector<QString> dateFormatsOf(const SampleRows &sample, const ImportPlan &plan)
{
    const int time = plan.columnOf(Role::Time);
    if (time < 0)
        return {};
    const ColumnFacts facts = factsOf(sample, size_t(time), plan.hasHeader ? 1 : 0);
    return facts.dateFormats.empty() ? facts.looseFormats : facts.dateFormats;
}

void followTimeColumn(ImportPlan &plan, const SampleRows &sample)
{
    if (plan.isDateFormatSaid)
        return;
    if (plan.columnOf(Role::Time) < 0) {
        const bool isLog = plan.kind == SourceKind::Events && plan.columnOf(Role::Item) >= 0
                        && (plan.columnOf(Role::Session) >= 0 || plan.columnOf(Role::User) >= 0);
        if (isLog && plan.dateFormat.isEmpty())
            plan.dateFormat = QStringLiteral("order");
        return;
    }
    if (!plan.dateFormat.isEmpty() && readsAny(plan.dateFormat, sample, plan))
        return;
    const std::vector<QString> formats = dateFormatsOf(sample, plan);
    if (!formats.empty())
        plan.dateFormat = judgeDates(sample, plan, formats).format();
}

Result<DateVerdict> hearDates(const QString &path, const ImportPlan &plan, const SampleRows &sample, JobContext &job)
{
    // Small enough to be read within the time that a preview has.
    constexpr qint64 small = 2 << 20, smallPacked = 256 << 10;
    const std::vector<QString> formats = dateFormatsOf(sample, plan);
    const bool isPlain = path.endsWith(QStringLiteral(".csv")) || path.endsWith(QStringLiteral(".txt")) || path.endsWith(QStringLiteral(".tsv"));
    if (formats.size() > 1 && !sample.isWhole && sample.fileBytes <= (isPlain ? small : smallPacked))
        return judgeAllDates(path, plan, formats, job);
    return formats.empty() ? DateVerdict{} : judgeDates(sample, plan, formats);
}

void showVerdict(ImportPreview &preview, const DateVerdict &verdict)
{
    QStringList formats;
    for (const DateReading &reading : verdict.readings)
        formats.append(reading.format);
    preview.fittingDates = verdict.fitting;
    preview.alternativeDateFormats = formats;
    preview.alternativeDateFormats.removeAll(preview.plan.dateFormat);
    if (preview.plan.isDateFormatSaid || formats.size() < 2 || !formats.contains(preview.plan.dateFormat))
        return;
    preview.dateQuestion = verdict.readings;
    preview.notes.prepend(verdict.reason(columnOfTime(preview.plan)));
}

Result<void> settleFormat(const QString &path, ImportPreview &preview, JobContext &job)
{
    if (preview.dateQuestion.size() < 2)
        return {};
    ImportPlan &plan = preview.plan;
    std::vector<QString> formats;
    for (const DateReading &reading : preview.dateQuestion)
        formats.push_back(reading.format);
    const Result<DateVerdict> verdict = judgeAllDates(path, plan, formats, job);
    if (!verdict)
        return fail(verdict.error());
    if (!verdict->isClear)
        return fail(undecidedDates(*verdict, columnOfTime(plan)));
    preview.notes.removeAll(DateVerdict{preview.dateQuestion, true}.reason(columnOfTime(plan)));
    if (verdict->readings.size() > 1)
        preview.notes.prepend(verdict->reason(columnOfTime(plan)));
    preview.dateQuestion.clear();
    if (plan.dateFormat == verdict->format())
        return {};
    plan.dateFormat = verdict->format();
    if (plan.kind != SourceKind::Series)
        return {};
    const Result<SampleRows> sample = readSample(path, plan, sampledRows, job);
    if (!sample)
        return fail(sample.error());
    plan.step = guessStep(*sample, plan);
    return {};
}

QStringList clockNotes(qint64 gaps, qint64 overlaps, const QString &timeZone)
{
    QStringList notes;
    if (gaps > 0)
        notes.append(Phrase::kept("foretrail::DateChoice", QT_TRANSLATE_NOOP("foretrail::DateChoice", "%1 rows are at times that clocks in %2 skipped in spring; they are kept as if the clock had not been "
                              "put forward yet."), {QLocale().toString(gaps), timeZone}));
    if (overlaps > 0)
        notes.append(Phrase::kept("foretrail::DateChoice", QT_TRANSLATE_NOOP("foretrail::DateChoice", "%1 rows are at times that clocks in %2 showed twice in autumn; they are read as the first of the two."),
                                  {QLocale().toString(overlaps), timeZone}));
    return notes;
}

} // namespace foretrail
