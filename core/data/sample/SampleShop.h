#pragma once

#include "core/data/Workspace.h"
#include "core/data/sample/SampleTruth.h"

namespace foretrail {

/// Fills an empty workspace with a shop whose truth is known: about 60,000 events (small), 1.2 million (medium) or
/// 50 million (large), from visits of users with habits and lifetimes. All of it or nothing, in one transaction. The
/// same size and seed give the same facts everywhere. The truth is returned, and kept as JSON in the setting
/// "sample.truth". InvalidInput when the workspace holds events already.
Result<SampleTruth> createSampleShop(Workspace &workspace, SampleSize size, quint64 seed, JobContext &job);

/// The same kind of shop as a comma-separated event log of exactly `rows` rows under a header: time, user, item,
/// item_name, kind, category, session, quantity, price, country, channel. For tests and measurements.
Result<void> writeSampleCsv(const QString &path, qint64 rows, quint64 seed, JobContext &job);

inline constexpr const char *sampleTruthSetting = "sample.truth";

} // namespace foretrail
