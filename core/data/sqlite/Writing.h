#pragma once

#include "core/data/sqlite/Connection.h"

#include <type_traits>

namespace foretrail {

/// One transaction around `work`, begun as soon as no other writer is at work, and committed where it gives a value. Cancelled where the
/// job was stopped while it waited.
template<class Work>
std::invoke_result_t<Work> inOneTransaction(Connection &connection, JobContext &job, Work &&work)
{
    PatientScope patience(connection, job);
    auto outcome = connection.guarded([&]() -> std::invoke_result_t<Work> {
        WriteTransaction transaction(connection);
        auto done = work();
        if (done)
            transaction.commit();
        return done;
    });
    if (!outcome && job.stopRequested())
        return fail(Error::cancelled());
    return outcome;
}

} // namespace foretrail
