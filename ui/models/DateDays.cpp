#include "ui/models/DateDays.h"

#include "core/data/import/DateFormat.h"

#include <QDate>
#include <QLocale>

namespace foretrail::DateDays {

namespace {


std::optional<qint64> readDay(const DateFormat &format, const QString &text)
{
    const QByteArray bytes = text.trimmed().toUtf8();
    const auto moment = format.read(std::string_view(bytes.constData(), size_t(bytes.size())));
    if (!moment)
        return {};
    return (moment->ms - (moment->ms < 0 ? dayMs - 1 : 0)) / dayMs;
}

} // namespace

Days of(const DateReading &reading)
{
    constexpr qint64 origin = -25'567; // 1900-01-01
    Days days;
    for (size_t i = 0; i < reading.daysSeen.size(); ++i)
        if (reading.daysSeen[i])
            days.insert(days.end(), qint64(i) + origin);
    return days;
}

std::optional<qint64> dayOf(const QString &text, const QString &format)
{
    const Result<DateFormat> compiled = DateFormat::compile(format);
    return compiled ? readDay(*compiled, text) : std::nullopt;
}

QString telling(const QStringList &texts, const QList<DateReading> &readings)
{
    for (const QString &text : texts) {
        Days days;
        for (const DateReading &reading : readings)
            if (const std::optional<qint64> day = dayOf(text, reading.format))
                days.insert(*day);
        if (days.size() > 1 && days.size() == size_t(readings.size()))
            return text;
    }
    return {};
}

QString shown(qint64 day)
{
    // The long form of a locale names the day of the week too, which says nothing here.
    return QLocale().toString(QDate(1970, 1, 1).addDays(day), QLocale().language() == QLocale::Chinese ? QStringLiteral("yyyy年M月d日")
                                                                                                      : QStringLiteral("d MMMM yyyy"));
}

} // namespace foretrail::DateDays
