#pragma once

#include "core/preparation/StepInfo.h"

namespace foretrail {

/// The value of a parameter as a person reads it: "a line between the neighbours", "1, 7, 28", "automatic".
QString valueInWords(const ParameterInfo &parameter, const QJsonValue &value);

/// Whether a parameter counts beside the others: some are shown only with a choice made elsewhere.
bool isShown(const StepInfo &info, const ParameterInfo &parameter, const QJsonObject &parameters);

/// The parameters that differ from their initial values, one an entry: "Longest gap: 7".
QStringList differencesInWords(const StepInfo &info, const QJsonObject &parameters);

QString groupTitle(StepGroup group);

/// "1,000 rows, 12 changed", or rows in and out where they differ.
QString countsInWords(qint64 rowsIn, qint64 changed, qint64 rowsOut);

} // namespace foretrail
