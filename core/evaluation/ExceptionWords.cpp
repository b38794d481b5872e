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

constexpr std::array exceptionNames{"short", "far", "error", "bias", "drift", "unstable"};

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
        return (exception.value > 0 ? ExceptionsText::tr("The forecast of the last %n steps was too low, in sum by %1 % of what happened.", nullptr, steps)
                                    : ExceptionsText::tr("The forecast of the last %n steps was too high, in sum by %1 % of what happened.", nullptr, steps))
            .arg(percentText(exception.value));
    case ExceptionKind::Drift:
        return ExceptionsText::tr("For %n steps one-step errors have been larger: %1 on average, %2 before.", nullptr, steps)
            .arg(amountText(exception.value, unit), amountText(exception.low, unit));
    case ExceptionKind::Unstable:
        return ExceptionsText::tr("The last two forecasts of the same %n steps differ by %1 % of their size.", nullptr, steps).arg(percentText(exception.value));
    }
    return {};
}

} // namespace foretrail
