#include "core/report/SegmentCsv.h"

#include "core/report/CsvWriter.h"

#include <QDateTime>

#include <cmath>

namespace foretrail {
namespace {

constexpr qint64 rowsBetweenChecks = 1 << 14;

QString segmentTime(const UserRow &user, UtcMs utc) { return user.hasTimes ? QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC).toString(Qt::ISODate) : QString(); }

QStringList segmentRow(const SegmentBasis &basis, const UserRow &user)
{
    const UserFigures &figures = basis.figures->of(user.id);
    const double recency = figureOf(*basis.figures, figures, QStringLiteral("recency"));
    const RfmTable::Scores &scores = basis.rfm.users[size_t(user.id.value)];
    const auto score = [](quint8 value) { return value > 0 ? QString::number(value) : QString(); };
    return {user.key, segmentTime(user, user.firstSeen), segmentTime(user, user.lastSeen), QString::number(user.events), QString::number(user.orders),
            CsvWriter::sum(user.value), QString::number(figures.sessions), std::isnan(recency) ? QString() : QString::number(qint64(recency)),
            score(scores.r), score(scores.f), score(scores.m), rfmKey(basis.rfm.nameOf(user.id.value)), stateKey(basis.stateOf(user.id.value))};
}

} // namespace

Result<void> writeSegment(const QString &csvPath, const SegmentBasis &basis, const UserSet &users, ShopData &data, JobContext &job)
{
    const Result<QList<UserRow>> rows = data.users(job);
    if (!rows)
        return fail(rows.error());
    auto writer = CsvWriter::open(csvPath);
    if (!writer)
        return fail(writer.error());
    (*writer)->row({QStringLiteral("user"), QStringLiteral("first_seen"), QStringLiteral("last_seen"), QStringLiteral("events"), QStringLiteral("orders"),
                    QStringLiteral("value"), QStringLiteral("sessions"), QStringLiteral("recency_days"), QStringLiteral("R"), QStringLiteral("F"),
                    QStringLiteral("M"), QStringLiteral("rfm"), QStringLiteral("state")});
    qint64 read = 0;
    for (const UserRow &user : *rows) {
        if (++read % rowsBetweenChecks == 0 && job.stopRequested())
            return fail(Error::cancelled());
        if (users.contains(user.id) && basis.figures->has(user.id))
            (*writer)->row(segmentRow(basis, user));
    }
    return (*writer)->commit();
}

} // namespace foretrail
