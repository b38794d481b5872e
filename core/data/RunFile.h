#pragma once

#include "core/data/RunStore.h"

namespace foretrail {

/// A run as a file that another workspace takes in: JSON, in it the weights in the format of core/neural/interface/Weights.h as
/// base64. Nothing in it can be executed. Its id stays behind.
///
///     {"format": "foretrail-run", "version": 1, "name", "model", "series", "seriesName", "created" (ISO 8601, UTC), "seed" (text: 64 bits),
///      "data", "program", "seconds", "note", "spec": {}, "metrics": {}, "epochs": [[..]], "modelState": {}, "outcome": {}, "weights": ""}
QByteArray runFile(const RunRecord &run);

/// Format or NewerVersion with `name`, the file's, in the message.
Result<RunRecord> readRunFile(const QByteArray &bytes, const QString &name);

/// The run in a file. What readRunFile() says; NotFound, Permission.
Result<RunRecord> loadRunFile(const QString &path);

/// Epochs as lists of epoch, losses, seconds, whether it was the best, learning rate, gradient norm; null where there is no number.
QJsonArray epochsToJson(const QList<EpochRecord> &epochs);
QList<EpochRecord> epochsFromJson(const QJsonArray &json);

} // namespace foretrail
