#pragma once

#include "core/series/Series.h"

#include <QList>
#include <QString>

namespace foretrail {

/// Why a series asks for a person's eyes.
enum class ExceptionKind { TooShort, FarForecast, LargeError, Bias, Drift, Unstable, Silent, Behind };
inline constexpr ExceptionKind exceptionKinds[] = {ExceptionKind::TooShort, ExceptionKind::FarForecast, ExceptionKind::LargeError, ExceptionKind::Bias,
                                                   ExceptionKind::Drift, ExceptionKind::Unstable, ExceptionKind::Silent, ExceptionKind::Behind};

/// From where on a series is an exception: all thresholds, and nowhere else.
struct ExceptionLimits {
    int seasons = 2;             ///< TooShort: fewer observations than so many seasons,
    int longestSeason = 31;      ///< ... of at most so many steps (of a year of weeks all series would be too short), and than
    int fewest = 20;             ///< this number
    double farShare = 1.0;       ///< FarForecast: its mean lies outside of what any stretch of history of its length had, by this share of the span of those
    double farLeast = 0.1;       ///< ... and by this share of the mean size of the history
    int farStretches = 2;        ///< ... asked only where the history is at least so many times as long
    double largeRatio = 2.0;     ///< LargeError: the recent error, also without its largest miss, over what repeating the season missed on average before
    double biasSignal = 3.0;     ///< Bias: |sum e| over sqrt(sum e^2), or over sqrt(n) times the root mean square of what repeating the season missed before;
                                 ///< of unbiased errors its standard deviation is 1, also where few sales make them
    double biasShare = 0.1;      ///< ... and |sum e| over sum |y|
    double biasLarge = 0.5;      ///< ... or this |sum e| over sum |y|
    double biasLargeSignal = 1.5; ///< ... with this signal of the errors themselves
    double biasChange = 3.0;     ///< ... and always |sum e| over what the sum of so many steps usually differs by from that of as many before
    int biasFewest = 7;          ///< ... of at least so many steps
    double driftDelta = 0.005;   ///< Drift: the test of Page and Hinkley on one-step errors, scaled as LargeError is: growth that is let pass
    double driftLambda = 50;     ///< ... its alarm
    double driftMost = 8;        ///< ... an error counts as at most this: one spike is no growth
    double driftForgetting = 0.9999;
    int driftFewest = 30;        ///< ... errors before it
    double driftRecent = 0.25;   ///< ... and an alarm counts in this last share of the series alone
    double revisionShare = 0.25; ///< Unstable: mean |revision| over mean |forecast|
    double revisionRatio = 2.0;  ///< ... and over what repeating the season missed on average
    int silentFewest = 7;        ///< Silent: nothing in so many steps at the end, in a season, and in more than ever before since the first that had something
    double silentChance = 0.001; ///< ... more than chance where steps have something as often as before,
    double silentRecent = 0.25;  ///< ... and begun within this last share of the series: what ended long ago is no news
    double behindMargin = 0.05;  ///< Behind: the share by which the baseline's error of the last steps is smaller,
    double behindSignal = 2.0;   ///< ... and by so many standard deviations of the mean miss,
    double behindBusy = 0.5;     ///< ... of which at least this share has something: of a few sales it is chance which model is closer
};

/// What one series and its forecasts say, in the unit of the data. Whatever is not known is empty: nothing is found of it.
struct ExceptionInput {
    Values history;        ///< all of it, NaN where missing
    int season = 1;
    Values forecast;       ///< what is to come
    Values recentActual;   ///< the last steps of the history
    Values recentForecast; ///< the forecast of these steps from the origin before them
    Values oneStepErrors;  ///< actual - one step ahead, over the history
    Values earlier;        ///< the forecast of the same steps as `forecast` from the origin before
    double gain = missing; ///< the share by which the recent error is smaller than the baseline's, see gainOver()
};

/// An exception with what its sentence says. `value` is beyond `limit`; what else there is hangs on the kind.
struct SeriesException {
    ExceptionKind kind = ExceptionKind::TooShort;
    double value = missing;
    double limit = missing;
    double low = missing;  ///< FarForecast: the least and the greatest mean of a stretch of history; LargeError: what repeating the season missed;
    double high = missing; ///< Bias where nothing happened: what was forecast in sum, and 0
    qint64 steps = 0;      ///< observations, steps judged, since how many steps errors have grown, or without anything
    double weight = 0;     ///< what is at stake, in the unit of the data, by how sure it is (0.5 at the limit to 1): what to look at first
    bool operator==(const SeriesException &) const = default;
};

/// In the order of ExceptionKind; of a series that is too short nothing else is said.
QList<SeriesException> findExceptions(const ExceptionInput &input, const ExceptionLimits &limits = {});

/// The greatest of them, as they tell of the same money; 0 where there is none.
double exceptionWeight(const QList<SeriesException> &exceptions);

QString exceptionName(ExceptionKind kind);     ///< "short", "far", "error", "bias", "drift", "unstable", "silent", "behind": in files
ExceptionKind exceptionFromName(const QString &name, bool *isKnown);
QString exceptionWord(ExceptionKind kind);     ///< for a list, translated: "too short"
QString exceptionSentence(const SeriesException &exception, const QString &unit); ///< translated
/// From where on a series has it, with the thresholds: "bias: in sum off by more than 10 % ..."; translated.
QString exceptionRule(ExceptionKind kind, const ExceptionLimits &limits = {});

} // namespace foretrail
