#include "core/series/HolidayList.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct HolidayCalendarText { Q_DECLARE_TR_FUNCTIONS(foretrail::HolidayList) };

constexpr qint64 longestEvent = 366;

/// One property: "DTSTART;VALUE=DATE:20111227".
struct Property {
    int line = 0; ///< the first, where it is folded
    QString name; ///< in capitals, without parameters
    QString value;
};

/// Joins folded lines (one that begins with a blank goes on with the line before) and cuts them into name and value.
QList<Property> propertiesOf(const QStringList &lines)
{
    QList<Property> properties;
    for (int i = 0; i < lines.size(); ++i) {
        const QString &line = lines[i];
        if ((line.startsWith(u' ') || line.startsWith(u'\t')) && !properties.isEmpty())
            properties.back().value += QStringView(line).mid(1);
        else if (!line.trimmed().isEmpty())
            properties.append({i + 1, {}, line});
    }
    for (Property &property : properties) {
        bool isQuoted = false;
        qsizetype colon = 0;
        while (colon < property.value.size() && (isQuoted || property.value[colon] != u':'))
            isQuoted ^= property.value[colon++] == u'"';
        property.name = property.value.left(colon).section(u';', 0, 0).trimmed().toUpper();
        property.value = property.value.mid(colon + 1).trimmed();
    }
    return properties;
}

QString unescaped(const QString &value)
{
    QString text;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const bool isEscape = value[i] == u'\\' && i + 1 < value.size();
        const QChar sign = isEscape ? value[++i] : value[i];
        text += isEscape && (sign == u'n' || sign == u'N') ? QChar(u' ') : sign;
    }
    return text.simplified();
}

Result<QDate> dateOf(const Property &property)
{
    const QDate date = QDate::fromString(property.value, QStringLiteral("yyyyMMdd"));
    if (!date.isValid())
        return holidayListProblem(property.line,
                                  HolidayCalendarText::tr("%1 is \"%2\" and not a whole day such as 20111227. Make it an event of whole days.")
                                      .arg(property.name, property.value));
    return date;
}

/// Follows BEGIN and END; what stands directly in an event is about it.
class CalendarReader {
public:
    Result<QList<Holiday>> read(const QList<Property> &properties)
    {
        for (const Property &property : properties) {
            Result<void> done;
            if (property.name == u"BEGIN")
                begin(property);
            else if (property.name == u"END")
                done = end(property);
            else if (!m_open.isEmpty() && m_open.back() == u"VEVENT")
                done = take(property);
            if (!done)
                return fail(done.error());
        }
        if (!m_open.isEmpty())
            return holidayListProblem(properties.back().line,
                                      HolidayCalendarText::tr("END:%1 is missing: the file is cut off. Get it anew.").arg(m_open.constLast()));
        return m_list;
    }

private:
    struct Event {
        int line = 0;
        QDate first, end; ///< the end is the day after the last
        QString name;
        bool isCancelled = false;
    };

    void begin(const Property &property)
    {
        m_open << property.value.toUpper();
        if (m_open.back() == u"VEVENT")
            m_event = {property.line, {}, {}, {}, false};
    }

    Result<void> end(const Property &property)
    {
        const QString closed = property.value.toUpper();
        if (m_open.isEmpty() || m_open.back() != closed)
            return holidayListProblem(property.line, HolidayCalendarText::tr("END:%1 has no BEGIN. Get the file anew.").arg(closed));
        m_open.removeLast();
        return closed == u"VEVENT" ? store() : Result<void>();
    }

    Result<void> take(const Property &property)
    {
        if (property.name == u"SUMMARY")
            m_event.name = unescaped(property.value);
        if (property.name == u"STATUS")
            m_event.isCancelled = property.value.compare(u"CANCELLED", Qt::CaseInsensitive) == 0;
        if (property.name == u"RRULE" || property.name == u"RDATE")
            return holidayListProblem(property.line, HolidayCalendarText::tr("the event repeats by a rule (%1), which is not read. Write an event for "
                                                              "each of its days.").arg(property.name));
        if (property.name != u"DTSTART" && property.name != u"DTEND")
            return {};
        const Result<QDate> date = dateOf(property);
        if (!date)
            return fail(date.error());
        (property.name == u"DTSTART" ? m_event.first : m_event.end) = *date;
        return {};
    }

    Result<void> store()
    {
        if (m_event.isCancelled)
            return {};
        if (!m_event.first.isValid())
            return holidayListProblem(m_event.line, HolidayCalendarText::tr("the event has no DTSTART. Write the day of the holiday there."));
        if (m_event.name.isEmpty())
            return holidayListProblem(m_event.line, HolidayCalendarText::tr("the event has no SUMMARY. Write the name of the holiday there."));
        const qint64 days = m_event.end.isValid() ? m_event.first.daysTo(m_event.end) : 1;
        if (days < 0 || days > longestEvent)
            return holidayListProblem(m_event.line, HolidayCalendarText::tr("the event lasts %1 days. Correct DTSTART or DTEND.").arg(days));
        for (qint64 day = 0; day < std::max<qint64>(days, 1); ++day)
            m_list.append({m_event.first.addDays(day), m_event.name, holidayId(m_event.name)});
        return {};
    }

    QList<Holiday> m_list;
    QStringList m_open;
    Event m_event;
};

} // namespace

Result<QList<Holiday>> readHolidayCalendar(const QStringList &lines) { return CalendarReader().read(propertiesOf(lines)); }

} // namespace foretrail
