#include "core/data/totals/DayInputs.h"

#include "core/data/figures/EventRecords.h"

#include <QCoreApplication>

#include <cmath>

namespace foretrail {
namespace {

struct DayInputsText { Q_DECLARE_TR_FUNCTIONS(foretrail::DayInputs) };

constexpr qint64 inputRowsBetweenLooks = 1 << 16;

/// Days are some ten thousands, rows of users stay below 2^32.
quint64 dayAndUser(DayNumber day, UserId user) { return (quint64(quint32(day)) << 32) | quint64(quint32(user.value)); }

Result<DayInputs> readInputs(Connection &connection, const UserSet *users, JobContext &job)
{
    StopScope scope(connection, job);
    EventRecordReader reader(connection);
    const qint64 all = connection.integer("SELECT coalesce(sum(events), 0) FROM imports WHERE undone IS NULL");
    Statement rows = connection.prepare(std::string("SELECT ") + EventRecordReader::columns() + " FROM events");
    DayInputs inputs;
    for (qint64 read = 1; rows.step(); ++read) {
        const EventRecord event = reader.record(rows, false);
        const UserId user{rows.integer(1)};
        if (event.hasClock() && (!users || users->contains(user)))
            inputs.add(reader.dayOf(event.time), user, event.meaning(), event.amount);
        if (read % inputRowsBetweenLooks != 0)
            continue;
        if (job.stopRequested())
            return fail(Error::cancelled());
        job.report(read, all, DayInputsText::tr("Reading what came in on each day"));
    }
    return inputs;
}

} // namespace

double DayInput::purchaseShare() const { return shopping > purchases ? double(purchases) / double(shopping) : missing; }

double DayInput::purchaseValue() const { return purchases > 0 && value != 0 ? value / double(purchases) : missing; }

Result<DayInputs> DayInputs::read(Workspace &workspace, const UserSet *users, JobContext &job)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&] { return readInputs(connection, users, job); });
}

void DayInputs::add(DayNumber day, UserId user, EventMeaning meaning, double amount)
{
    DayInput &input = m_days[day];
    ++input.events;
    input.shopping += meaning != EventMeaning::Return && meaning != EventMeaning::Adjustment;
    if (meaning == EventMeaning::Purchase) {
        ++input.purchases;
        input.value += amount;
    }
    if (user.value != 0 && day >= m_open && m_seen.insert(dayAndUser(day, user)))
        ++input.users;
}

DayInput DayInputs::on(DayNumber day) const
{
    const auto known = m_days.find(day);
    return known == m_days.end() ? DayInput() : known->second;
}

void DayInputs::closeBefore(DayNumber day)
{
    if (day <= m_open)
        return;
    m_open = day;
    HashSet64 open;
    m_seen.forEach([&](quint64 one) {
        if (DayNumber(qint32(one >> 32)) >= day)
            open.insert(one);
    });
    m_seen = std::move(open);
}

} // namespace foretrail
