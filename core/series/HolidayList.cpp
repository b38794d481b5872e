#include "core/series/HolidayList.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

namespace foretrail {
namespace {

struct HolidayListText { Q_DECLARE_TR_FUNCTIONS(foretrail::HolidayList) };

constexpr qint64 longestFile = 16 << 20;

Result<QString> readText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? ErrorCode::Permission : ErrorCode::NotFound,
                    HolidayListText::tr("%1 cannot be opened: %2").arg(path, file.errorString()));
    if (file.size() > longestFile)
        return fail(ErrorCode::InvalidInput, HolidayListText::tr("%1 is too long for a list of holidays. Choose another file.").arg(path));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(file.readAll());
    if (decoder.hasError())
        return fail(ErrorCode::InvalidInput, HolidayListText::tr("%1 is not UTF-8. Save it anew as \"CSV UTF-8\".").arg(path));
    return text;
}

/// The fields of one line of a table; nothing where a quote stays open.
std::optional<QStringList> fieldsOf(const QString &line)
{
    QStringList fields{QString()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar sign = line[i];
        const bool isDoubled = isQuoted && sign == u'"' && i + 1 < line.size() && line[i + 1] == u'"';
        if (isDoubled)
            fields.back() += line[++i];
        else if (sign == u'"')
            isQuoted = !isQuoted;
        else if (sign == u',' && !isQuoted)
            fields << QString();
        else
            fields.back() += sign;
    }
    for (QString &field : fields)
        field = field.simplified();
    return isQuoted ? std::nullopt : std::optional(fields);
}

/// Reads lines of a table; the first with text is the header.
class TableReader {
public:
    Result<QList<Holiday>> read(const QStringList &lines)
    {
        for (int number = 1; number <= lines.size(); ++number) {
            if (lines[number - 1].trimmed().isEmpty())
                continue;
            const auto fields = fieldsOf(lines[number - 1]);
            Result<void> done = !fields ? problem(number, HolidayListText::tr("a quotation mark is not closed. Close it."))
                : m_date < 0            ? readHeader(number, *fields)
                                        : readRow(number, *fields);
            if (!done)
                return fail(done.error());
        }
        return m_list;
    }

private:
    static tl::unexpected<Error> problem(int number, const QString &what) { return holidayListProblem(number, what); }

    Result<void> readHeader(int number, const QStringList &fields)
    {
        for (int i = 0; i < fields.size(); ++i) {
            if (fields[i].compare(u"date", Qt::CaseInsensitive) == 0)
                m_date = i;
            if (fields[i].compare(u"name", Qt::CaseInsensitive) == 0)
                m_name = i;
        }
        if (m_date < 0 || m_name < 0)
            return problem(number, HolidayListText::tr("the columns date and name are not both there. Begin the file with the line date,name."));
        return {};
    }

    Result<void> readRow(int number, const QStringList &fields)
    {
        const QString shown = fields.value(m_date), name = fields.value(m_name);
        const QDate date = QDate::fromString(shown, QStringLiteral("yyyy-MM-dd"));
        if (!date.isValid())
            return problem(number, HolidayListText::tr("\"%1\" is not a date of the form 2011-12-27. Write year, month and day in this order, "
                                            "with \"-\" between them.").arg(shown));
        if (name.isEmpty())
            return problem(number, HolidayListText::tr("the holiday has no name. Write one behind the date."));
        m_list.append({date, name, holidayId(name)});
        return {};
    }

    QList<Holiday> m_list;
    int m_date = -1, m_name = -1;
};

} // namespace

tl::unexpected<Error> holidayListProblem(int line, const QString &what)
{
    return fail(ErrorCode::InvalidInput, HolidayListText::tr("line %1: %2").arg(line).arg(what));
}

QString holidayId(const QString &name)
{
    QString id;
    for (const QChar sign : name.toLower()) {
        const bool isWord = sign.isLetterOrNumber() || sign.isMark() || sign.isSurrogate();
        if (isWord)
            id += sign;
        else if (!id.isEmpty() && !id.endsWith(u'-') && sign != u'\'' && sign != QChar(0x2019))
            id += u'-';
    }
    if (id.endsWith(u'-'))
        id.chop(1);
    return id.isEmpty() ? name : id;
}

QStringList daysInSpans(const QList<Holiday> &list)
{
    QList<QDate> days;
    for (const Holiday &holiday : list)
        days.append(holiday.date);
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    QStringList spans;
    for (qsizetype first = 0; first < days.size();) {
        qsizetype last = first;
        while (last + 1 < days.size() && days[last + 1] == days[last].addDays(1))
            ++last;
        const QString from = days[first].toString(Qt::ISODate);
        spans << (last == first ? from : from + QLatin1Char('/') + days[last].toString(Qt::ISODate));
        first = last + 1;
    }
    return spans;
}

Result<QList<Holiday>> readHolidayList(const QString &path)
{
    const Result<QString> text = readText(path);
    if (!text)
        return fail(text.error());
    QString lined = *text;
    lined.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    const QStringList lines = lined.split(u'\n');
    const bool isCalendar = lined.trimmed().startsWith(u"BEGIN:VCALENDAR", Qt::CaseInsensitive);
    Result<QList<Holiday>> list = isCalendar ? readHolidayCalendar(lines) : TableReader().read(lines);
    if (!list)
        return fail(list.error().within(QFileInfo(path).fileName()));
    if (list->isEmpty())
        return fail(ErrorCode::InvalidInput, HolidayListText::tr("%1 holds no holidays. Write one in each line, or one event for each.").arg(path));
    std::ranges::sort(*list, {}, [](const Holiday &day) { return std::pair(day.date, day.name); });
    list->erase(std::unique(list->begin(), list->end()), list->end());
    return list;
}

} // namespace foretrail
