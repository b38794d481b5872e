#include "core/data/import/SheetRows.h"

#include <QCoreApplication>

#include <fast_float/fast_float.h>

#include <algorithm>
#include <charconv>

namespace foretrail {
namespace {

struct SheetRowsText { Q_DECLARE_TR_FUNCTIONS(foretrail::SheetRows) };

constexpr size_t longestSheetRow = 32 << 20;

} // namespace

Result<std::unique_ptr<SheetRows>> SheetRows::open(Workbook book, const QString &part, size_t columns, qint64 skipRows)
{
    const Result<Workbook::Sheet> sheet = book.sheet(part);
    if (!sheet)
        return fail(sheet.error());
    Result<std::unique_ptr<XmlSource>> cells = book.xml(sheet->member);
    if (!cells)
        return fail(cells.error());
    std::unique_ptr<XmlSource> strings;
    if (!book.stringsMember().isEmpty()) {
        Result<std::unique_ptr<XmlSource>> opened = book.xml(book.stringsMember());
        if (!opened)
            return fail(opened.error());
        strings = std::move(*opened);
    }
    return std::unique_ptr<SheetRows>(new SheetRows(std::move(book), std::move(*cells), std::move(strings), columns, skipRows));
}

void SheetRows::stopWith(const std::shared_ptr<const std::atomic<bool>> &flag) { m_sheet->bytes().stopWith(flag); }

Result<bool> SheetRows::next(Record &record)
{
    while (m_sheet->readNext()) {
        if (m_sheet->isEnd(QLatin1String("sheetData")))
            return false;
        if (!m_sheet->isStart(QLatin1String("row")))
            continue;
        if (Result<void> read = readRow(); !read)
            return fail(read.error());
        if (m_cells.empty() || m_row <= m_skipRows)
            continue;
        deliver(record);
        return true;
    }
    if (m_sheet->failure())
        return fail(*m_sheet->failure());
    return false;
}

Result<void> SheetRows::readRow()
{
    bool isNumbered = false;
    const qint64 number = m_sheet->attribute(QLatin1String("r")).toLongLong(&isNumbered);
    m_row = isNumbered && number > 0 ? number : m_row + 1;
    m_nextColumn = 0;
    m_cells.clear();
    m_text.clear();
    while (m_sheet->readNext() && !m_sheet->isEnd(QLatin1String("row"))) {
        if (!m_sheet->isStart(QLatin1String("c")))
            continue;
        const Result<size_t> column = columnOf(m_sheet->attribute(QLatin1String("r")));
        if (!column)
            return fail(column.error());
        if (Result<void> read = readCell(*column); !read)
            return read;
    }
    return m_sheet->failure() ? fail(*m_sheet->failure()) : Result<void>();
}

// "AB12" is in column 27, counted from 0. A cell that does not say follows the one before.
Result<size_t> SheetRows::columnOf(const QString &reference) const
{
    size_t column = 0;
    for (const QChar c : reference) {
        if (c < QLatin1Char('A') || c > QLatin1Char('Z'))
            break;
        column = column * 26 + size_t(c.unicode() - 'A' + 1);
        if (column > mostColumns)
            break;
    }
    column = column == 0 ? m_nextColumn : column - 1;
    if (column >= mostColumns)
        return fail(absurd(SheetRowsText::tr("the row has more than %1 columns").arg(mostColumns)));
    return column;
}

Result<void> SheetRows::readCell(size_t column)
{
    const QString type = m_sheet->attribute(QLatin1String("t"));
    const size_t style = m_sheet->attribute(QLatin1String("s")).toUInt();
    bool isValue = false, isPhonetic = false;
    m_nextColumn = column + 1;
    m_value.clear();
    while (m_sheet->readNext() && !m_sheet->isEnd(QLatin1String("c"))) {
        const QXmlStreamReader &xml = m_sheet->xml();
        if (xml.isStartElement() || xml.isEndElement()) {
            isPhonetic = xml.name() == QLatin1String("rPh") ? xml.isStartElement() : isPhonetic;
            isValue = xml.isStartElement() && (xml.name() == QLatin1String("v") || xml.name() == QLatin1String("t"));
        } else if (xml.isCharacters() && isValue && !isPhonetic) {
            m_value += xml.text().toUtf8().toStdString();
            if (m_text.size() + m_value.size() > longestSheetRow)
                return fail(absurd(SheetRowsText::tr("the row is longer than %1 MiB").arg(longestSheetRow >> 20)));
        }
    }
    if (m_sheet->failure() || m_value.empty() || type == QLatin1String("e"))
        return {};
    return keepCell({column, {}, m_text.size(), 0, false}, type, style);
}

Result<void> SheetRows::keepCell(Cell cell, const QString &type, size_t style)
{
    if (type == QLatin1String("s")) {
        size_t index = 0;
        const auto parsed = std::from_chars(m_value.data(), m_value.data() + m_value.size(), index);
        const Result<std::string_view> text = m_strings.at(parsed.ec == std::errc() ? index : std::string::npos);
        if (!text)
            return fail(absurd(text.error().message));
        cell.shared = *text;
        cell.isShared = true;
    } else if (type == QLatin1String("b")) {
        m_text += m_value == "1" || m_value == "true" ? "TRUE" : "FALSE";
    } else if (type == QLatin1String("d")) {
        std::ranges::replace(m_value, 'T', ' ');
        m_text += m_value;
    } else if (type.isEmpty() || type == QLatin1String("n")) {
        keepNumber(style);
    } else {
        appendCellText(m_text, m_value);
    }
    cell.size = m_text.size() - cell.first;
    if (cell.isShared ? !cell.shared.empty() : cell.size > 0)
        m_cells.push_back(cell);
    return {};
}

void SheetRows::keepNumber(size_t style)
{
    double number = 0;
    const auto parsed = fast_float::from_chars(m_value.data(), m_value.data() + m_value.size(), number);
    const CellFormat format = parsed.ec == std::errc() ? m_book.formatOfStyle(style) : CellFormat::Number;
    const std::string date = format == CellFormat::DateTime ? dateText(number, m_book.from1904())
                           : format == CellFormat::Elapsed  ? elapsedText(number)
                                                            : std::string();
    m_text += date.empty() ? numberText(m_value) : date;
}

Error SheetRows::absurd(const QString &what) const
{
    return {ErrorCode::Format, SheetRowsText::tr("%1, row %2: %3").arg(m_sheet->bytes().shownName()).arg(m_row).arg(what), {}};
}

void SheetRows::deliver(Record &record)
{
    const size_t last = std::ranges::max(m_cells, {}, &Cell::column).column;
    if (std::exchange(m_isFirst, false))
        m_columns = std::max(m_columns, last + 1);
    record.line = m_row;
    record.problem.clear();
    record.fields.assign(std::max(m_columns, last + 1), std::string_view());
    for (const Cell &cell : m_cells)
        record.fields[cell.column] = cell.isShared ? cell.shared : std::string_view(m_text).substr(cell.first, cell.size);
}

} // namespace foretrail
