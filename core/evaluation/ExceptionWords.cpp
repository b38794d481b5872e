#include "core/evaluation/Exceptions.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

struct ExceptionsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Exceptions)
};

constexpr std::array exceptionNames{"short", "far", "error", "bias", "drift", "unstable", "silent", "behind"};

/// Three digits are enough to judge by; with the unit where there is one.
QString amountText(double value, const QString &unit)
{
    const int decimals = std::abs(value) >= 100 ? 0 : std::abs(value) >= 10 ? 1 : 2;
    const QString number = QLocale().toString(value, 'f', decimals);
    return unit.isEmpty() ? number : QStringLiteral("%1 %2").arg(number, unit);
}

QString ratioText(double value) { return QLocale().toString(value, 'f', 1); }

QString percentText(double share) { return QLocale().toString(100 * std::abs(share), 'f', 0); }

} // namespace

QString exceptionName(ExceptionKind kind) { return QLatin1String(exceptionNames[size_t(kind)]); }

ExceptionKind exceptionFromName(const QString &name, bool *isKnown)
{
    const auto found = std::find(exceptionNames.begin(), exceptionNames.end(), name.toStdString());
    *isKnown = found != exceptionNames.end();
    return *isKnown ? ExceptionKind(found - exceptionNames.begin()) : ExceptionKind::TooShort;
}

QString exceptionWord(ExceptionKind kind)
{
    switch (kind) {
    case ExceptionKind::TooShort: return ExceptionsText::tr("too short");
    case ExceptionKind::FarForecast: return ExceptionsText::tr("far from history");
    case ExceptionKind::LargeError: return ExceptionsText::tr("large error");
    case ExceptionKind::Bias: return ExceptionsText::tr("bias");
    case ExceptionKind::Drift: return ExceptionsText::tr("drift");
    case ExceptionKind::Unstable: return ExceptionsText::tr("unstable");
    case ExceptionKind::Silent: return ExceptionsText::tr("silent");
    case ExceptionKind::Behind: return ExceptionsText::tr("behind the baseline");
    }
    return {};
}

QString exceptionSentence(const SeriesException &exception, const QString &unit)
{
    const int steps = int(exception.steps);
    switch (exception.kind) {
    case ExceptionKind::TooShort:
        return ExceptionsText::tr("It has %n observations, and %1 are needed to judge a forecast.", nullptr, steps).arg(exception.limit);
    case ExceptionKind::FarForecast:
        return ExceptionsText::tr("The forecast is %1 a step on average; as many steps of the history were between %2 and %3.")
            .arg(amountText(exception.value, unit), amountText(exception.low, unit), amountText(exception.high, unit));
    case ExceptionKind::LargeError:
        return ExceptionsText::tr("The last %n steps were missed by %1 on average, %2 times what repeating the season missed before (%3).", nullptr, steps)
            .arg(amountText(exception.value, unit), ratioText(exception.value / exception.low), amountText(exception.low, unit));
    case ExceptionKind::Bias:
        if (exception.high == 0)
            return ExceptionsText::tr("The forecast of the last %n steps expected %1 in sum, and nothing happened.", nullptr, steps).arg(amountText(exception.low, unit));
        return (exception.value > 0 ? ExceptionsText::tr("The forecast of the last %n steps was too low, in sum by %1 % of what happened.", nullptr, steps)
                                    : ExceptionsText::tr("The forecast of the last %n steps was too high, in sum by %1 % of what happened.", nullptr, steps))
            .arg(percentText(exception.value));
    case ExceptionKind::Drift:
        return ExceptionsText::tr("For %n steps one-step errors have been larger: %1 on average, %2 before.", nullptr, steps)
            .arg(amountText(exception.value, unit), amountText(exception.low, unit));
    case ExceptionKind::Unstable:
        return ExceptionsText::tr("The last two forecasts of the same %n steps differ by %1 % of their size.", nullptr, steps).arg(percentText(exception.value));
    case ExceptionKind::Silent:
        return ExceptionsText::tr("There is nothing in the last %n steps, longer than ever before.", nullptr, steps);
    case ExceptionKind::Behind:
        return std::isfinite(exception.value)
            ? ExceptionsText::tr("The error of the last %n steps is larger than that of the baseline, by %1 %.", nullptr, steps).arg(percentText(exception.value))
            : ExceptionsText::tr("The baseline met the last %n steps exactly, the model did not.", nullptr, steps);
    }
    return {};
}

QString exceptionRule(ExceptionKind kind, const ExceptionLimits &limits)
{
    const QString word = exceptionWord(kind);
    switch (kind) {
    case ExceptionKind::TooShort:
        return ExceptionsText::tr("%1: fewer observations than %2 seasons of at most %3 steps, or than %4").arg(word).arg(limits.seasons).arg(limits.longestSeason).arg(limits.fewest);
    case ExceptionKind::FarForecast:
        return ExceptionsText::tr("%1: the mean of the forecast lies beyond every stretch of the history of its length, by %2 % of their span and %3 % of the usual size")
            .arg(word, percentText(limits.farShare), percentText(limits.farLeast));
    case ExceptionKind::LargeError:
        return ExceptionsText::tr("%1: the last steps were missed by more than %2 times what repeating the season missed before, also without the largest miss").arg(word, ratioText(limits.largeRatio));
    case ExceptionKind::Bias:
        return ExceptionsText::tr("%1: at least %2 steps, in sum off by more than %3 % with a signal above %4, or by more than %5 % with one above %6, and by more than %7 times what such sums usually change by")
            .arg(word).arg(limits.biasFewest)
            .arg(percentText(limits.biasShare), ratioText(limits.biasSignal), percentText(limits.biasLarge), ratioText(limits.biasLargeSignal), ratioText(limits.biasChange));
    case ExceptionKind::Drift:
        return ExceptionsText::tr("%1: one-step errors have grown within the last %2 % of the series (test of Page and Hinkley, alarm at %3)")
            .arg(word, percentText(limits.driftRecent), QLocale().toString(limits.driftLambda));
    case ExceptionKind::Unstable:
        return ExceptionsText::tr("%1: the last two forecasts of the same steps differ by more than %2 % of their size and %3 times what repeating the season misses")
            .arg(word, percentText(limits.revisionShare), ratioText(limits.revisionRatio));
    case ExceptionKind::Silent:
        return ExceptionsText::tr("%1: nothing in the last %2 steps, in the last season, and in more than ever before, more than chance brings, since the last %3 % of the series")
            .arg(word).arg(limits.silentFewest).arg(percentText(limits.silentRecent));
    case ExceptionKind::Behind:
        return ExceptionsText::tr("%1: at least %3 % of the last steps have something, and their error is larger than that of the baseline, by %2 % at least and by more than chance brings")
            .arg(word, percentText(limits.behindMargin), percentText(limits.behindBusy));
    }
    return {};
}

} // namespace foretrail
