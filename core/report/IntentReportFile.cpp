#include "core/report/IntentReportFile.h"

#include "core/report/CsvWriter.h"

#include <QCoreApplication>
#include <QHash>

namespace foretrail {
namespace {

struct IntentReportFileText { Q_DECLARE_TR_FUNCTIONS(foretrail::IntentReportFile) };

constexpr size_t casesToALook = 4096;

} // namespace

Result<void> writeIntent(const IntentReport &report, ShopData &data, const QString &path, JobContext &job)
{
    const Result<QList<UserRow>> rows = data.users(job);
    if (!rows)
        return fail(rows.error());
    QHash<UserId, QString> keys;
    for (const UserRow &row : *rows)
        keys.insert(row.id, row.key);
    auto writer = CsvWriter::open(path);
    if (!writer)
        return fail(writer.error());
    LogCalendar calendar(report.model.timeZone);
    QStringList header{QStringLiteral("user"), QStringLiteral("known_until"), QStringLiteral("events"), QStringLiteral("probability"), QStringLiteral("happened")};
    if (!report.reasons.isEmpty())
        header << QStringLiteral("reasons");
    (*writer)->row(header);
    for (size_t i = 0; i < report.asked.size(); ++i) {
        if (i % casesToALook == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(qint64(i), qint64(report.asked.size()), IntentReportFileText::tr("Writing users"));
        }
        const IntentExample &example = report.asked[i];
        const QString happened = report.test.isEmpty() ? QString() : QString::number(int(example.happened));
        QStringList row{keys.value(report.users[i]), formatTime(calendar.wall(example.moment), Step::Hour), QString::number(example.events),
                        QString::number(report.probabilities[i], 'g', 7), happened};
        if (!report.reasons.isEmpty())
            row << report.reasons[qsizetype(i)];
        (*writer)->row(row);
    }
    return (*writer)->commit();
}

} // namespace foretrail
