#pragma once

#include <QString>

namespace foretrail {

/// "80 % band held" for "coverage80": what people call a metric of metricFields(), translated; its name where it has no other.
QString metricWord(const QString &name);
/// What it says, in one sentence, translated.
QString metricHelp(const QString &name);

} // namespace foretrail
