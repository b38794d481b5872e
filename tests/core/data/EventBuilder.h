#pragma once

#include "core/data/FactWriter.h"
#include "tests/support/TestSupport.h"

#include <string>

namespace foretrail::test {

/// An event for tests, with texts of its own; every one gets a fingerprint of its own.
struct TestEvent {
    QString time; ///< "2011-01-01T10:00:00", UTC
    std::string user = {};
    std::string item = {};
    std::string kind = "purchase";
    std::string session = {};
    std::string category = {};
    double quantity = missing;
    double amount = missing;
    std::string attribute = {}; ///< of the first attribute
};

inline UtcMs utc(const QString &time) { return parseWallTime(time).value(); }

inline EventRow rowOf(const TestEvent &event, quint64 fingerprint)
{
    EventRow row;
    row.time = utc(event.time);
    row.user = event.user;
    row.item = event.item;
    row.kind = event.kind;
    row.session = event.session;
    row.category = event.category;
    row.quantity = event.quantity;
    row.amount = event.amount;
    row.attributes[0] = event.attribute;
    row.fingerprint = fingerprint;
    return row;
}

/// Stores events in one import.
inline Result<void> store(Workspace &workspace, const std::vector<TestEvent> &events, quint64 firstFingerprint = 1,
                          const QStringList &attributes = {})
{
    FactWriterOptions options;
    options.file = QStringLiteral("test");
    options.kind = QStringLiteral("sales");
    options.attributes = attributes;
    auto writer = FactWriter::begin(workspace, options);
    if (!writer)
        return fail(writer.error());
    for (const TestEvent &event : events)
        if (auto stored = (*writer)->addEvent(rowOf(event, firstFingerprint++)); !stored)
            return fail(stored.error());
    JobContext job;
    return (*writer)->commit({}, {}, "sha", job);
}

} // namespace foretrail::test
