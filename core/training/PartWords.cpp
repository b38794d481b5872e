#include "core/training/PartWords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct PartText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Contribution)
};

constexpr int hoursInDay = 24, hoursInWeek = 168, daysInWeek = 7, monthsInYear = 12;

QDateTime momentOf(WallMs time) { return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC); }

bool isWeek(int period, const TimeAxis &axis) { return axis.step == Step::Day && axis.closed == 0 && period == daysInWeek; }

bool isYear(int period, const TimeAxis &axis)
{
    return (axis.step == Step::Day && period >= 364 && period <= 366) || (axis.step == Step::Week && period == 52);
}

/// What of a season a step is: "Saturday", "December", "14:00".
QString placeInSeason(int period, const TimeAxis &axis, WallMs time)
{
    if (isWeek(period, axis))
        return QLocale().dayName(momentOf(time).date().dayOfWeek());
    if (axis.step == Step::Month && period == monthsInYear)
        return QLocale().standaloneMonthName(momentOf(time).date().month());
    if (axis.step == Step::Hour && period == hoursInDay)
        return momentOf(time).time().toString(QStringLiteral("HH:mm"));
    if (isYear(period, axis))
        return PartText::tr("the time of year");
    return PartText::tr("the season");
}

QString timeText(const TimeAxis &axis, qint64 index)
{
    if (!axis.hasCalendar())
        return PartText::tr("step %1").arg(index + 1);
    const QDateTime moment = momentOf(axis.timeAt(index));
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    if (axis.step == Step::Hour)
        return QLocale().toString(moment, isChinese ? QStringLiteral("M月d日 HH:mm") : QStringLiteral("ddd d MMM HH:mm"));
    if (axis.step == Step::Day || axis.step == Step::Week)
        return QLocale().toString(moment.date(), isChinese ? QStringLiteral("yyyy年M月d日（ddd）") : QStringLiteral("ddd d MMM yyyy"));
    return QLocale().toString(moment.date(), isChinese ? QStringLiteral("yyyy年M月") : QStringLiteral("MMM yyyy"));
}

/// Whether a series of days was zero on that weekday throughout, for four weeks at least.
bool wasAlwaysZero(const Series &history, int weekday)
{
    constexpr int leastWeeks = 4;
    if (history.axis.step != Step::Day)
        return false;
    int count = 0;
    for (qint64 i = 0; i < history.size(); ++i) {
        if (momentOf(history.timeAt(i)).date().dayOfWeek() != weekday)
            continue;
        if (history.values[size_t(i)] != 0)
            return false;
        ++count;
    }
    return count >= leastWeeks;
}

QString whatLimits(const Series &history, WallMs time)
{
    const int weekday = momentOf(time).date().dayOfWeek();
    return wasAlwaysZero(history, weekday) ? PartText::tr("a zero on every %1 so far", "Saturday").arg(QLocale().dayName(weekday)) : PartText::tr("a limit");
}

QString whatMoves(const Contribution &part, const Series &history, WallMs time)
{
    const TimeAxis &axis = history.axis;
    switch (part.kind) {
    case PartKind::Trend: return PartText::tr("the trend");
    case PartKind::Season: return placeInSeason(part.number, axis, time);
    case PartKind::Holiday: return PartText::tr("holidays");
    case PartKind::Calendar: return PartText::tr("the calendar");
    case PartKind::Network: return PartText::tr("the network over all series");
    case PartKind::Limit: return whatLimits(history, time);
    default: return part.name;
    }
}

bool isMover(const Contribution &part)
{
    return part.kind != PartKind::Level && part.kind != PartKind::Lag && part.kind != PartKind::Change && part.kind != PartKind::Back;
}

/// Below this a part is not worth a word.
double leastTold(const ExplainedForecast &explained, size_t step)
{
    const Contribution *level = explained.parts.find(PartKind::Level);
    return 0.005 * (explained.mean[step] != 0 || !level ? std::abs(explained.mean[step]) : std::abs(level->values[step]));
}

QString moversText(const ExplainedForecast &explained, size_t step)
{
    constexpr size_t mostTold = 3;
    std::vector<const Contribution *> movers;
    for (const Contribution &part : explained.parts.parts())
        if (isMover(part) && std::abs(part.values[step]) > leastTold(explained, step))
            movers.push_back(&part);
    std::stable_sort(movers.begin(), movers.end(), [step](const auto *a, const auto *b) { return std::abs(a->values[step]) > std::abs(b->values[step]); });
    movers.resize(std::min(movers.size(), mostTold));
    QStringList told;
    for (const Contribution *part : movers) {
        const double value = part->values[step];
        const QString what = whatMoves(*part, explained.history, explained.timeAt(int(step)));
        told << (value >= 0 ? PartText::tr("%1 raises it by %2", "Saturday raises it by 31").arg(what, partNumber(value)) : PartText::tr("%1 lowers it by %2", "the trend lowers it by 4").arg(what, partNumber(-value)));
    }
    return told.join(PartText::tr(", ", "between parts of a sentence"));
}

/// The one that weighs most, as it was.
QString lagText(const ExplainedForecast &explained, size_t step)
{
    const Contribution *most = nullptr;
    for (const Contribution &part : explained.parts.parts())
        if ((part.kind == PartKind::Lag || part.kind == PartKind::Change) && (!most || std::abs(part.values[step]) > std::abs(most->values[step])))
            most = &part;
    if (!most || std::abs(most->values[step]) <= leastTold(explained, step))
        return {};
    const QString by = most->values[step] >= 0 ? QStringLiteral("+") + partNumber(most->values[step]) : partNumber(most->values[step]);
    const Series &history = explained.history;
    if (most->number == olderLags)
        return PartText::tr("of what was before, older values weigh most (%1)").arg(by);
    const qint64 index = history.size() - most->number;
    const QString when = timeText(history.axis, index);
    return most->kind == PartKind::Change ? PartText::tr("of what was before, the change of %1 weighs most (%2)").arg(when, by)
                                          : PartText::tr("of what was before, the %1 of %2 weighs most (%3)", "the 120 of Sat 17 Dec").arg(partNumber(history.values[size_t(index)]), when, by);
}

QString lagTitle(const Contribution &part)
{
    const bool isChange = part.kind == PartKind::Change;
    if (part.number == recentLags)
        return isChange ? PartText::tr("Last %1 changes").arg(mostNamedLags) : PartText::tr("Last %1 values").arg(mostNamedLags);
    if (part.number == olderLags)
        return isChange ? PartText::tr("Older changes") : PartText::tr("Older values");
    if (part.number == 1)
        return isChange ? PartText::tr("Last change") : PartText::tr("Last value");
    return isChange ? PartText::tr("Change %1 back").arg(part.number) : PartText::tr("Value %1 back").arg(part.number);
}

QString seasonTitle(int period, const TimeAxis &axis)
{
    if (isWeek(period, axis))
        return PartText::tr("Weekday");
    if (axis.step == Step::Month && period == monthsInYear)
        return PartText::tr("Month");
    if (axis.step == Step::Hour && period == hoursInDay)
        return PartText::tr("Hour of the day");
    if (axis.step == Step::Hour && period == hoursInWeek)
        return PartText::tr("Hour of the week");
    return isYear(period, axis) ? PartText::tr("Time of year") : PartText::tr("Season of %1").arg(period);
}

QString lagName(const Contribution &part)
{
    const QString kind = part.kind == PartKind::Change ? QStringLiteral("change") : QStringLiteral("lag");
    if (part.number > 0)
        return kind + QString::number(part.number);
    return (part.number == olderLags ? QStringLiteral("older-") : QStringLiteral("recent-")) + kind + QLatin1Char('s');
}

} // namespace

QString partNumber(double value)
{
    const double size = std::abs(value);
    return QLocale().toString(value, 'f', size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

QString partTitle(const Contribution &part, const TimeAxis &axis)
{
    switch (part.kind) {
    case PartKind::Level: return PartText::tr("Level");
    case PartKind::Trend: return PartText::tr("Trend");
    case PartKind::Season: return seasonTitle(part.number, axis);
    case PartKind::Holiday: return PartText::tr("Holidays");
    case PartKind::Calendar: return PartText::tr("Calendar");
    case PartKind::Column: return part.name;
    case PartKind::Lag:
    case PartKind::Change: return lagTitle(part);
    case PartKind::Network: return PartText::tr("Network");
    case PartKind::Back: return PartText::tr("Back-transformation");
    case PartKind::Limit: return PartText::tr("Limits");
    }
    return {};
}

QString partName(const Contribution &part)
{
    switch (part.kind) {
    case PartKind::Level: return QStringLiteral("level");
    case PartKind::Trend: return QStringLiteral("trend");
    case PartKind::Season: return QStringLiteral("season%1").arg(part.number);
    case PartKind::Holiday: return QStringLiteral("holidays");
    case PartKind::Calendar: return QStringLiteral("calendar");
    case PartKind::Column: return QStringLiteral("column:") + part.name;
    case PartKind::Lag:
    case PartKind::Change: return lagName(part);
    case PartKind::Network: return QStringLiteral("network");
    case PartKind::Back: return QStringLiteral("back-transformation");
    case PartKind::Limit: return QStringLiteral("limits");
    }
    return {};
}

QString partSentence(const ExplainedForecast &explained, int step)
{
    if (step < 0 || step >= int(explained.mean.size()))
        return {};
    const auto at = size_t(step);
    const TimeAxis &axis = explained.history.axis;
    const Contribution *level = explained.parts.find(PartKind::Level);
    const QString whole = PartText::tr("%1: %2, from a level of %3.", "Sat 24 Dec 2011: 412, from a level of 380.")
                              .arg(timeText(axis, explained.history.size() + step), partNumber(explained.mean[at]), partNumber(level ? level->values[at] : 0.0));
    QStringList told{moversText(explained, at), lagText(explained, at)};
    told.removeAll(QString());
    if (told.isEmpty())
        return QStringLiteral("%1 %2").arg(whole, PartText::tr("Nothing else moves it."));
    QString rest = told.join(PartText::tr("; ", "between parts of a sentence"));
    rest[0] = rest[0].toUpper();
    return PartText::tr("%1 %2.", "two sentences").arg(whole, rest);
}

} // namespace foretrail
