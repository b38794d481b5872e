#include "core/data/import/RowParser.h"

#include "core/data/import/Encoding.h"
#include "core/data/import/Reasons.h"
#include "core/series/Series.h"

#include <QCoreApplication>
#include <QTime>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace foretrail {
namespace {

struct RowParserText { Q_DECLARE_TR_FUNCTIONS(foretrail::RowParser) };

// Outside of these years a date is a slip of the keyboard or a wrong format.
constexpr qint64 earliestMs = -2'208'988'800'000; // 1900
constexpr qint64 latestMs = 7'258'118'400'000;    // 2200

bool isId(Role role)
{
    return role == Role::User || role == Role::Item || role == Role::Session || role == Role::Category || role == Role::Series;
}

bool isNumber(Role role)
{
    return role == Role::Quantity || role == Role::Price || role == Role::Amount || role == Role::Value || role == Role::Position;
}

QString timeOfDayText(qint64 ms)
{
    return QTime::fromMSecsSinceStartOfDay(int((ms % dayMs + dayMs) % dayMs)).toString(Qt::ISODate);
}

/// Up to 15 digits; a preview shows a hundred thousand of them.
QString digitsOf(double value)
{
    std::array<char, 32> text;
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 15);
    return QString::fromLatin1(text.data(), error == std::errc() ? end - text.data() : 0);
}

} // namespace

QString fieldText(std::string_view utf8)
{
    constexpr qsizetype longest = 200;
    const QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    return text.size() <= longest ? text : text.left(longest - 1) + QChar(0x2026);
}

RowParser::RowParser(const ImportPlan &plan, std::optional<DateFormat> format)
    : m_plan(plan), m_format(std::move(format)), m_style(numberStyle(plan.decimalSign, plan.groupSign)),
      m_currency(plan.currency.toStdString()), m_time(plan.columnOf(Role::Time)),
      m_clockColumn(hasDays() ? plan.columnOf(Role::Clock) : -1), m_clock(QTimeZone(plan.timeZone.toLatin1())),
      m_cells(size_t(plan.columns.size())), m_sources(m_cells.size()), m_notes(m_cells.size())
{
    for (const ColumnPlan &column : plan.columns)
        m_fields.push_back(fieldOf(column.role));
    for (const QString &word : plan.nullWords)
        m_nullWords.push_back(word.toStdString());
}

RowParser::Field RowParser::fieldOf(Role role) const
{
    const bool isSalesQuantity = role == Role::Quantity && m_plan.kind == SourceKind::Sales && m_plan.columnOf(Role::Amount) < 0;
    const Reads reads = role == Role::Ignore ? Reads::Nothing
        : role == Role::Time                 ? Reads::Time
        : role == Role::Clock                ? Reads::Clock
        : isNumber(role)                     ? Reads::Number
        : isId(role)                         ? Reads::Id
                                             : Reads::Text;
    return {role, reads, isSalesQuantity || (role == Role::Time && !isOrder()), role == Role::Value};
}

Result<RowParser> RowParser::make(const ImportPlan &plan)
{
    if (!isKnownZone(plan.timeZone))
        return fail(ErrorCode::InvalidInput,
                    RowParserText::tr("%1 is not a time zone. Write for example Europe/London or UTC.").arg(plan.timeZone));
    std::optional<DateFormat> format;
    if (!plan.dateFormat.isEmpty()) {
        Result<DateFormat> compiled = DateFormat::compile(plan.dateFormat);
        if (!compiled)
            return fail(compiled.error());
        format = std::move(*compiled);
    }
    return RowParser(plan, std::move(format));
}

bool RowParser::reject(int column, std::string_view value, const QString &reason)
{
    m_problem = {column, fieldText(value), reason};
    return false;
}

bool RowParser::checkShape(const Record &record)
{
    if (!record.problem.isEmpty())
        return reject(-1, record.fields.front(), record.problem);
    const int wanted = int(m_plan.columns.size());
    int found = int(record.fields.size());
    while (found > wanted && record.fields[size_t(found - 1)].empty())
        --found;
    // Wide tables are padded to the longest series, or not.
    const bool mayBeShort = m_plan.kind == SourceKind::Series && m_plan.layout == SeriesLayout::Wide;
    if (found == wanted || (mayBeShort && found < wanted))
        return true;
    return reject(-1, record.fields.front(), Reason::of(Reason::columnCount, {QString::number(found), QString::number(wanted)}));
}

// Words that mean "unknown" in a column of this role; "NA" may be a country.
bool RowParser::isUnknown(Role role, std::string_view text) const
{
    if (!m_nullWords.empty() && std::ranges::find(m_nullWords, text) != m_nullWords.end())
        return true;
    if (role == Role::Attribute || role == Role::ItemName)
        return text.empty() || text == "NULL" || text == "null" || text == "\\N" || text == "NaN" || text == "nan";
    return isNullWord(text);
}

bool RowParser::parseTime(int column, ParsedCell &cell)
{
    if (!m_format)
        return reject(column, cell.text, Reason::of(Reason::noDateFormat));
    if (m_format->isOrder())
        return true;
    const std::optional<DateFormat::Moment> moment = m_format->read(cell.text);
    if (!moment)
        return reject(column, cell.text, m_format->isIndex() ? Reason::of(Reason::notAnIndex)
                                                             : Reason::of(Reason::notADate, {m_plan.dateFormat}));
    if (m_format->isIndex()) {
        cell.time = moment->ms;
        return true;
    }
    if (moment->ms < earliestMs || moment->ms > latestMs)
        return reject(column, cell.text, Reason::of(Reason::absurdYear));
    if (m_clockColumn < 0)
        cell.time = stored(*moment);
    else
        m_date = *moment;
    return true;
}

qint64 RowParser::stored(const DateFormat::Moment &moment)
{
    if (m_plan.kind == SourceKind::Series)
        return moment.isUtc ? m_clock.toWall(moment.ms) : moment.ms;
    return moment.isUtc ? moment.ms : m_clock.toUtc(moment.ms, m_shown);
}

bool RowParser::parseClock(int column, ParsedCell &cell)
{
    const std::optional<DateFormat::Moment> moment = m_clockReader.read(cell.text);
    if (!moment)
        return reject(column, cell.text, Reason::of(Reason::noTimeOfDay));
    cell.number = double(moment->ms);
    m_isClockUtc = moment->isUtc;
    return true;
}

// A date may be written as a moment: midnight as a rule, of its own day wherever the clock stands.
void RowParser::joinClock()
{
    if (m_clockColumn < 0 || m_cells[size_t(m_time)].text.empty())
        return;
    const double clock = m_cells[size_t(m_clockColumn)].number;
    m_shown = ZoneClock::Shown::Once;
    m_notes[size_t(m_time)] = {};
    DateFormat::Moment moment = m_date;
    if (std::isnan(clock)) {
        ++m_withoutClock;
    } else {
        const bool isDay = !moment.isUtc || moment.ms % dayMs == 0;
        moment = {floorToStep(isDay ? moment.ms : m_clock.toWall(moment.ms), Step::Day) + qint64(clock), m_isClockUtc};
    }
    m_cells[size_t(m_time)].time = stored(moment);
}

void RowParser::countClock()
{
    m_clockGaps += m_shown == ZoneClock::Shown::Never ? 1 : 0;
    m_clockOverlaps += m_shown == ZoneClock::Shown::Twice ? 1 : 0;
}

bool RowParser::parseNumber(int column, ParsedCell &cell)
{
    NumberMarks marks;
    switch (readNumber(cell.text, m_style, cell.number, &marks)) {
    case NumberProblem::None: return marks.currency.empty() || checkCurrency(column, cell, marks.currency);
    case NumberProblem::OutOfRange: return reject(column, cell.text, Reason::of(Reason::outOfRange));
    case NumberProblem::NotANumber: break;
    }
    if (m_fields[size_t(column)].isCell && readBoolean(cell.text, cell.number))
        return true;
    return reject(column, cell.text, Reason::of(Reason::notANumber));
}

// The sum of amounts in different currencies means nothing.
bool RowParser::checkCurrency(int column, const ParsedCell &cell, std::string_view currency)
{
    if (m_currency.empty())
        m_currency = currency;
    if (m_currency == currency)
        return true;
    const QString found = QString::fromUtf8(currency.data(), qsizetype(currency.size()));
    return reject(column, cell.text, Reason::of(Reason::otherCurrency, {found, QString::fromStdString(m_currency)}));
}

bool RowParser::parseField(int column, std::string_view text)
{
    m_sources[size_t(column)].isGood = false;
    return readField(column, text);
}

bool RowParser::isAsAbove(int column, std::string_view text)
{
    constexpr int asksBeforeJudging = 4096;
    Source &source = m_sources[size_t(column)];
    if (!source.isWorthIt || !source.isGood)
        return false;
    const bool isSame = source.text == text;
    source.same += isSame ? 1 : 0;
    if (++source.asked == asksBeforeJudging) {
        source.isWorthIt = source.same * 8 >= source.asked;
        source.asked = source.same = 0;
    }
    if (!isSame)
        return false;
    ParsedCell &cell = m_cells[size_t(column)];
    cell.text = text.substr(source.first, cell.text.size());
    if (column == m_time)
        m_shown = source.shown;
    return true;
}

void RowParser::keepSource(int column, std::string_view text)
{
    constexpr size_t longest = 256;
    Source &source = m_sources[size_t(column)];
    source.isGood = text.size() <= longest;
    if (!source.isWorthIt || !source.isGood)
        return;
    const std::string_view cell = m_cells[size_t(column)].text;
    source.text = text;
    source.first = cell.empty() ? 0 : size_t(cell.data() - text.data());
    source.shown = m_shown;
}

bool RowParser::readField(int column, std::string_view text)
{
    const Field &field = m_fields[size_t(column)];
    ParsedCell &cell = m_cells[size_t(column)];
    m_notes[size_t(column)] = {};
    if (column == m_time)
        m_shown = ZoneClock::Shown::Once;
    cell.text = trimmed(text);
    cell.number = missing;
    cell.isBad = false;
    if (field.reads == Reads::Nothing)
        return true;
    if (isUnknown(field.role, cell.text)) {
        cell.text = {};
        return !field.isNeeded || reject(column, text, Reason::of(Reason::empty));
    }
    switch (field.reads) {
    case Reads::Time: return parseTime(column, cell);
    case Reads::Clock: return m_clockColumn < 0 || parseClock(column, cell);
    case Reads::Number: return parseNumber(column, cell);
    case Reads::Id: cell.text = withoutZeroFraction(cell.text); return true;
    default: return true;
    }
}

bool RowParser::parse(const Record &record)
{
    ++m_rows;
    m_line = record.line;
    m_badCells.clear();
    if (!checkShape(record))
        return false;
    for (int column = 0; column < int(m_fields.size()); ++column) {
        const std::string_view text = size_t(column) < record.fields.size() ? record.fields[size_t(column)] : std::string_view();
        if (isAsAbove(column, text))
            continue;
        m_sources[size_t(column)].isGood = false;
        if (!isCleanUtf8(text))
            return reject(column, text, Reason::of(Reason::badBytes, {m_plan.encoding}));
        if (readField(column, text)) {
            keepSource(column, text);
            continue;
        }
        if (!m_fields[size_t(column)].isCell)
            return false;
        m_cells[size_t(column)].isBad = true;
        m_cells[size_t(column)].number = missing;
        m_badCells.push_back(m_problem);
    }
    joinClock();
    countClock();
    return true;
}

QString RowParser::shown(int column) const
{
    const ParsedCell &cell = m_cells[size_t(column)];
    const Role role = m_plan.columns[column].role;
    if (cell.text.empty() || role == Role::Ignore)
        return {};
    if (role == Role::Time && m_format && !m_format->isIndex() && !m_format->isOrder()) {
        const WallMs wall = m_plan.kind == SourceKind::Series ? cell.time : m_clock.toWall(cell.time);
        const QString time = formatTime(wall, Step::Hour).replace(QLatin1Char('T'), QLatin1Char(' '));
        return time.endsWith(QStringLiteral(" 00:00:00")) ? time.left(10) : time;
    }
    if (role == Role::Clock && !std::isnan(cell.number))
        return timeOfDayText(qint64(cell.number));
    if (isNumber(role))
        return digitsOf(cell.number);
    return fieldText(cell.text);
}

} // namespace foretrail
