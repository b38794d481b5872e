#include "core/series/HolidayList.h"

#include "core/series/NamedDays.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>
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
std::optional<QStringList> fieldsOf(const QString &line, QChar separator)
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
        else if (sign == separator && !isQuoted)
            fields << QString();
        else
            fields.back() += sign;
    }
    for (QString &field : fields)
        field = field.simplified();
    return isQuoted ? std::nullopt : std::optional(fields);
}

/// The first of tab, semicolon and comma that the first line with text has.
QChar separatorOf(const QStringList &lines)
{
    const auto first = std::ranges::find_if(lines, [](const QString &line) { return !line.trimmed().isEmpty(); });
    for (const QChar sign : {QChar(u'\t'), QChar(u';')})
        if (first != lines.end() && first->contains(sign))
            return sign;
    return u',';
}

QDate dateOf(const QString &text) { return QDate::fromString(text, QStringLiteral("yyyy-MM-dd")); }

/// Reads lines of a table; the first with text is the header, unless it begins with a date.
class TableReader {
public:
    Result<QList<Holiday>> read(const QStringList &lines)
    {
        m_separator = separatorOf(lines);
        for (int number = 1; number <= lines.size(); ++number) {
            if (lines[number - 1].trimmed().isEmpty())
                continue;
            const auto fields = fieldsOf(lines[number - 1], m_separator);
            Result<void> done = !fields ? problem(number, HolidayListText::tr("a quotation mark is not closed. Close it."))
                : m_start >= 0          ? readRow(number, *fields)
                : hasDigits(*fields)    ? readFirstRow(number, *fields)
                                        : readHeader(number, *fields);
            if (!done)
                return fail(done.error());
        }
        return m_list;
    }

private:
    static tl::unexpected<Error> problem(int number, const QString &what) { return holidayListProblem(number, what); }

    /// A header is made of words.
    static bool hasDigits(const QStringList &fields) { return std::ranges::any_of(fields, [](const QString &field) { return !field.isEmpty() && field[0].isDigit(); }); }

    Result<void> readHeader(int number, const QStringList &fields)
    {
        const auto find = [&](const QStringList &names) {
            const auto at = std::ranges::find_if(fields, [&](const QString &field) { return names.contains(field.toLower()); });
            return at == fields.end() ? -1 : int(at - fields.begin());
        };
        m_start = find({QStringLiteral("date"), QStringLiteral("start"), QStringLiteral("first"), QStringLiteral("from")});
        m_end = find({QStringLiteral("end"), QStringLiteral("last"), QStringLiteral("to")});
        m_name = find({QStringLiteral("name"), QStringLiteral("holiday"), QStringLiteral("event")});
        if (m_start < 0)
            return problem(number, HolidayListText::tr("there is no column date. Begin the file with the line date,name or start,end,name, or leave the header out."));
        return {};
    }

    /// There is no header: what the columns are follows from which of them are dates.
    Result<void> readFirstRow(int number, const QStringList &fields)
    {
        const bool isNameFirst = !fields.front().isEmpty() && !fields.front()[0].isDigit();
        m_start = isNameFirst ? 1 : 0;
        m_end = fields.size() > m_start + 1 && dateOf(fields[m_start + 1]).isValid() ? m_start + 1 : -1;
        m_name = isNameFirst ? 0 : m_end >= 0 ? m_end + 1 : 1;
        return readRow(number, fields);
    }

    Result<QDate> readDate(int number, const QString &shown) const
    {
        const QDate date = dateOf(shown);
        if (!date.isValid())
            return problem(number, HolidayListText::tr("\"%1\" is not a date of the form 2011-12-27. Write year, month and day in this order, "
                                            "with \"-\" between them.").arg(shown));
        return date;
    }

    Result<void> readRow(int number, const QStringList &fields)
    {
        const Result<QDate> first = readDate(number, fields.value(m_start));
        if (!first)
            return fail(first.error());
        const QString end = m_end < 0 ? QString() : fields.value(m_end);
        const Result<QDate> last = end.isEmpty() ? first : readDate(number, end);
        if (!last)
            return fail(last.error());
        const qint64 days = first->daysTo(*last);
        if (days < 0)
            return problem(number, HolidayListText::tr("the last day %1 lies before the first, %2. Exchange them.").arg(end, fields.value(m_start)));
        if (days > longestSpan)
            return problem(number, HolidayListText::tr("a span of %1 days is no holiday. Check the year.").arg(days + 1));
        const QString name = m_name < 0 ? QString() : fields.value(m_name);
        for (QDate day = *first; day <= *last; day = day.addDays(1))
            m_list.append({day, name, name.isEmpty() ? QStringLiteral("own") : holidayId(name)});
        return {};
    }

    static constexpr qint64 longestSpan = 366;
    QList<Holiday> m_list;
    QChar m_separator;
    int m_start = -1, m_end = -1, m_name = -1;
};

} // namespace

tl::unexpected<Error> holidayListProblem(int line, const QString &what)
{
    return fail(ErrorCode::InvalidInput, HolidayListText::tr("line %1: %2").arg(line).arg(what));
}

QString holidayId(const QString &name)
{
    QString id;
    for (const QString lower = name.toLower(); const QChar sign : lower) {
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
    QList<NamedDays> spans;
    QHash<QString, qsizetype> latest; // of a name; a day may have several names
    QList<Holiday> sorted = list;
    std::ranges::stable_sort(sorted, {}, &Holiday::date);
    for (const Holiday &day : std::as_const(sorted)) {
        const qsizetype at = latest.value(day.name, -1);
        if (at >= 0 && spans[at].last.addDays(1) >= day.date) {
            spans[at].last = day.date;
            continue;
        }
        latest.insert(day.name, spans.size());
        spans.append({day.date, day.date, day.name});
    }
    QStringList texts;
    for (const NamedDays &span : std::as_const(spans))
        texts << textOf(span);
    return texts;
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
    list->resize(std::unique(list->begin(), list->end()) - list->begin());
    return list;
}

} // namespace foretrail
