#pragma once

#include "core/report/ReportContent.h"

namespace foretrail {

/// "+12 %", a large rise as "× 25"; a dash for NaN.
QString signedPercentWords(double share);

/// What is expected of a series, how that compares with before, and how good its forecasts were.
QString outlookSentence(const ReportSeries &series, const TrainingSpec &spec);

/// The first page: how many rise and fall and which of them most, what needs a look, and how good the forecasts were.
QList<ReportFinding> reportFindings(const ReportContent &content);

} // namespace foretrail
