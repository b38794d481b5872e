#include "ui/charts/Ticks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {

namespace {

struct TicksText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Ticks)
};

struct Magnitude {
    double divisor = 1;
    QString suffix;
};

Magnitude magnitudeOf(double largest, const QLocale &locale)
{
    if (locale.language() == QLocale::Chinese) {
        if (largest >= 1e12)
            return {1e12, QStringLiteral("万亿")};
        if (largest >= 1e8)
            return {1e8, QStringLiteral("亿")};
        return largest >= 1e4 ? Magnitude{1e4, QStringLiteral("万")} : Magnitude{};
    }
    if (largest >= 1e12)
        return {1e12, QStringLiteral("tn")};
    if (largest >= 1e9)
        return {1e9, QStringLiteral("bn")};
    if (largest >= 1e6)
        return {1e6, QStringLiteral("M")};
    return largest >= 1e4 ? Magnitude{1e3, QStringLiteral("k")} : Magnitude{};
}

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `least`.
double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

QDateTime moment(WallMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc());
}

struct Formats {
    QString day, weekday, month, monthYear, date;
};

Formats formatsOf(const QLocale &locale)
{
    if (locale.language() == QLocale::Chinese)
        return {QStringLiteral("M月d日"), QStringLiteral("M月d日 ddd"), QStringLiteral("M月"),
                QStringLiteral("yyyy年M月"), QStringLiteral("yyyy年M月d日")};
    return {QStringLiteral("d MMM"), QStringLiteral("ddd d MMM"), QStringLiteral("MMM"), QStringLiteral("MMM yyyy"),
            QStringLiteral("d MMM yyyy")};
}

/// A distance between two labels: so many of a unit.
struct Stride {
    Step unit = Step::Day;
    int count = 1;
    double ms = 0; ///< about how long
};


Stride strideFor(const TimeAxis &axis, double from, double to, int most)
{
    static const std::array<Stride, 21> strides{{{Step::Hour, 1, hourMs}, {Step::Hour, 3, 3 * hourMs},
        {Step::Hour, 6, 6 * hourMs}, {Step::Hour, 12, 12 * hourMs}, {Step::Day, 1, dayMs}, {Step::Day, 2, 2 * dayMs},
        {Step::Day, 4, 4 * dayMs}, {Step::Week, 1, 7 * dayMs}, {Step::Week, 2, 14 * dayMs}, {Step::Month, 1, 30.4 * dayMs},
        {Step::Month, 2, 60.8 * dayMs}, {Step::Month, 3, 91.3 * dayMs}, {Step::Month, 6, 182.6 * dayMs},
        {Step::Year, 1, 365.2 * dayMs}, {Step::Year, 2, 730.5 * dayMs}, {Step::Year, 5, 1826 * dayMs},
        {Step::Year, 10, 3652 * dayMs}, {Step::Year, 20, 7305 * dayMs}, {Step::Year, 50, 18262 * dayMs},
        {Step::Year, 100, 36525 * dayMs}, {Step::Year, 500, 182'625 * dayMs}}};
    const double spanMs = double(axis.timeAt(qint64(std::ceil(to))) - axis.timeAt(qint64(std::floor(from))));
    for (const Stride &stride : strides)
        if (stride.unit >= std::min(axis.step, Step::Day) && spanMs / stride.ms <= most)
            return stride;
    return strides.back();
}

/// The first moment at or before `time` that labels of this stride stand on.
WallMs firstOn(const Stride &stride, WallMs time)
{
    const QDateTime at = moment(floorToStep(time, stride.unit));
    const QDate date = at.date();
    if (stride.unit == Step::Year)
        return QDateTime(QDate(date.year() - date.year() % stride.count, 1, 1), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
    if (stride.unit == Step::Month)
        return QDateTime(QDate(date.year(), date.month() - (date.month() - 1) % stride.count, 1), QTime(0, 0), QTimeZone::utc())
            .toMSecsSinceEpoch();
    if (stride.unit == Step::Hour)
        return at.addSecs(-3600LL * (at.time().hour() % stride.count)).toMSecsSinceEpoch();
    return at.toMSecsSinceEpoch();
}

/// Months and days say the year where it turns and at the first label; hours say the day there.
QString labelAt(const Stride &stride, WallMs time, bool isFirst, const QLocale &locale)
{
    const QDateTime at = moment(time);
    const QDate date = at.date();
    const Formats formats = formatsOf(locale);
    if (stride.unit == Step::Year)
        return QString::number(date.year());
    if (stride.unit == Step::Month)
        return locale.toString(date, isFirst || date.month() == 1 ? formats.monthYear : formats.month);
    if (stride.unit == Step::Hour && at.time().hour() != 0 && !isFirst)
        return locale.toString(at.time(), QStringLiteral("HH:mm"));
    if (stride.unit == Step::Hour && at.time().hour() != 0)
        return locale.toString(at, formats.day + QStringLiteral(" HH:mm"));
    return locale.toString(date, stride.unit == Step::Day && stride.count == 1 ? formats.weekday : formats.day);
}

QList<AxisTick> plainIndexTicks(double from, double to, int most, const QLocale &locale)
{
    QList<AxisTick> ticks;
    const double step = std::max(1.0, std::ceil(roundStep((to - from) / most)));
    for (double at = std::ceil(from / step) * step; at <= to; at += step)
        ticks.append({at, locale.toString(qint64(std::llround(at)))});
    return ticks;
}

/// Each `stride` decades, at these multiples of it.
QList<AxisTick> decadeTicks(double low, double high, int stride, const QList<double> &factors, const QLocale &locale)
{
    QList<AxisTick> ticks;
    for (int power = int(std::floor(low / stride)) * stride; power <= high; power += stride)
        for (const double factor : factors) {
            const double value = factor * std::pow(10.0, power);
            if (const double at = std::log10(value); at >= low && at <= high)
                ticks.append({at, value < 1e4 ? plainNumber(value, locale) : shortNumber(value, locale)});
        }
    return ticks;
}

/// As many decimals as the step itself has.
int decimalsFor(double step)
{
    const int decimals = std::clamp(int(-std::floor(std::log10(step) + 1e-9)), 0, 9);
    const double scaled = step * std::pow(10.0, decimals);
    return std::abs(scaled - std::round(scaled)) > 1e-6 ? decimals + 1 : decimals;
}

} // namespace

QList<AxisTick> valueTicks(double low, double high, int most, const QLocale &locale)
{
    if (!(low < high) || !std::isfinite(high - low))
        return {};
    const auto inside = [low, high](double step) { return std::floor(high / step + 1e-9) - std::ceil(low / step - 1e-9) + 1; };
    double step = roundStep((high - low) / (most + 1));
    while (inside(step) > most)
        step = roundStep(step * 1.01);
    constexpr double tiny = 1e-4; // smaller numbers have no room for their noughts
    const double largest = std::max(std::abs(low), std::abs(high));
    const Magnitude magnitude = magnitudeOf(largest, locale);
    QList<AxisTick> ticks;
    for (double n = std::ceil(low / step - 1e-9); n * step <= high + step * 1e-9; ++n) {
        const double at = n * step;
        const QString text = largest < tiny ? locale.toString(at, 'g', 4) : locale.toString(at / magnitude.divisor, 'f', decimalsFor(step / magnitude.divisor));
        ticks.append({at, n == 0 ? locale.toString(0) : text + magnitude.suffix});
    }
    return ticks;
}

QList<AxisTick> powerTicks(double low, double high, int most, const QLocale &locale)
{
    if (!(low < high) || !std::isfinite(high - low))
        return {};
    static const QList<QList<double>> sets{{1, 2, 5}, {1, 3}, {1}};
    for (const QList<double> &factors : sets)
        if (const QList<AxisTick> ticks = decadeTicks(low, high, 1, factors, locale); ticks.size() > 1 && ticks.size() <= most)
            return ticks;
    if (high - low >= 2) {
        const int stride = int(std::ceil((high - low) / most)) + 1;
        return decadeTicks(low, high, stride, {1}, locale);
    }
    QList<AxisTick> ticks; // less than a decade: round values, as on any axis
    for (const AxisTick &tick : valueTicks(std::pow(10, low), std::pow(10, high), most, locale))
        ticks.append({std::log10(tick.at), tick.label});
    return ticks;
}

QList<AxisTick> indexTicks(const TimeAxis &axis, double from, double to, int most, const QLocale &locale)
{
    if (!(from < to) || most < 1)
        return {};
    if (!axis.hasCalendar())
        return plainIndexTicks(from, to, most, locale);
    const Stride stride = strideFor(axis, from, to, most);
    const WallMs last = axis.timeAt(qint64(std::ceil(to)));
    QList<AxisTick> ticks;
    for (WallMs time = firstOn(stride, axis.timeAt(qint64(std::floor(from)))); time <= last;
         time = addSteps(time, stride.unit, stride.count)) {
        const double at = fractionalIndex(axis, time);
        if (at >= from && at <= to)
            ticks.append({at, labelAt(stride, time, ticks.isEmpty(), locale)});
    }
    return ticks;
}

QList<AxisTick> labelTicks(const QStringList &texts, const std::vector<qint64> &at, double from, double to, int most)
{
    std::vector<qint64> places = at;
    for (qint64 i = 0; at.empty() && i < texts.size(); ++i)
        places.push_back(i);
    std::erase_if(places, [&](qint64 place) { return double(place) < from || double(place) > to; });
    const size_t stride = std::max<size_t>(1, (places.size() + size_t(most) - 1) / size_t(most));
    QList<AxisTick> ticks;
    for (size_t i = 0; i < places.size(); i += stride)
        ticks.append({double(places[i]), texts.value(qsizetype(places[i]))});
    return ticks;
}

double fractionalIndex(const TimeAxis &axis, WallMs time)
{
    const double stepMs = double(axis.timeAt(1) - axis.start);
    auto index = qint64(std::floor(double(time - axis.start) / std::max(1.0, stepMs)));
    while (axis.timeAt(index) > time)
        --index;
    while (axis.timeAt(index + 1) <= time)
        ++index;
    const WallMs start = axis.timeAt(index);
    return double(index) + double(time - start) / double(axis.timeAt(index + 1) - start);
}

QString shortNumber(double value, const QLocale &locale)
{
    if (!std::isfinite(value))
        return {};
    const Magnitude magnitude = magnitudeOf(std::abs(value), locale);
    const double scaled = value / magnitude.divisor;
    if (std::abs(scaled) > 1e-9 && std::abs(scaled) < 0.05) // not nothing, nor what rounding leaves of it
        return locale.toString(scaled, 'g', 2);
    if (std::abs(scaled) >= 1e6) // beyond all words
        return locale.toString(value, 'g', 3);
    const bool isWhole = std::abs(scaled) >= 100 || (magnitude.divisor == 1 && scaled == std::floor(scaled));
    return locale.toString(scaled, 'f', isWhole ? 0 : 1) + magnitude.suffix;
}

QString dateText(WallMs time, const QLocale &locale)
{
    return locale.toString(moment(time).date(), formatsOf(locale).date);
}

QString shortStepText(const TimeAxis &axis, qint64 index, const QLocale &locale)
{
    const QDateTime at = moment(axis.timeAt(index));
    if (axis.step == Step::Day || axis.step == Step::Week)
        return locale.toString(at.date(), formatsOf(locale).day);
    return axis.step == Step::Hour ? locale.toString(at, formatsOf(locale).day + QStringLiteral(" HH:mm")) : stepText(axis, index, locale);
}

QString stepText(const TimeAxis &axis, qint64 index, const QLocale &locale)
{
    const QDateTime at = moment(axis.timeAt(index));
    const Formats formats = formatsOf(locale);
    switch (axis.step) {
    case Step::None:
        return locale.toString(axis.start + index);
    case Step::Hour:
        return locale.toString(at.date(), formats.date) + locale.toString(at.time(), QStringLiteral(" HH:mm"));
    case Step::Day:
        return locale.toString(at.date(), QStringLiteral("ddd ") + formats.date);
    case Step::Week:
        return TicksText::tr("Week of %1").arg(locale.toString(at.date(), formats.date));
    case Step::Month:
        return locale.toString(at.date(), formats.monthYear);
    case Step::Quarter:
        return TicksText::tr("Quarter %1 of %2").arg((at.date().month() + 2) / 3).arg(at.date().year());
    case Step::Year:
        return QString::number(at.date().year());
    }
    return {};
}

} // namespace foretrail
