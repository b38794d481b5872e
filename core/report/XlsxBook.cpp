#include "core/report/XlsxBook.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <cmath>

namespace foretrail {

namespace {

struct XlsxBookText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::XlsxBook)
};

constexpr qsizetype mostLetters = 32'767; // of a cell
constexpr qsizetype lettersOfLine = 90;   // in a column of 100
constexpr double firstOf1970 = 25'569;    // serial number of 1 January 1970 in the calendar of spreadsheets
constexpr WallMs msOfDay = 86'400'000;

tl::unexpected<Error> notWritten(const QString &why)
{
    return fail(ErrorCode::Io, XlsxBookText::tr("The workbook could not be put together: %1. Is there room in the folder for temporary files?").arg(why));
}

} // namespace

Result<std::unique_ptr<XlsxBook>> XlsxBook::begin(const Properties &properties)
{
    std::unique_ptr<XlsxBook> book(new XlsxBook);
    if (!book->m_folder.isValid())
        return notWritten(book->m_folder.errorString());
    QByteArray folder = QFile::encodeName(book->m_folder.path());
    lxw_workbook_options options{};
    options.tmpdir = folder.data();
    book->m_book = workbook_new_opt(QFile::encodeName(book->m_folder.filePath(QStringLiteral("book.xlsx"))).constData(), &options);
    if (!book->m_book)
        return notWritten(XlsxBookText::tr("there is not enough memory"));
    QByteArray title = properties.title.left(255).toUtf8(), subject = properties.subject.left(255).toUtf8(), comments = properties.comments.left(255).toUtf8();
    QByteArray author = QByteArrayLiteral("Foretrail " FORETRAIL_VERSION);
    lxw_doc_properties told{};
    told.title = title.data();
    told.subject = subject.data();
    told.comments = comments.data();
    told.author = author.data();
    told.created = time_t(properties.created);
    workbook_set_properties(book->m_book, &told);
    book->m_heading = workbook_add_format(book->m_book);
    format_set_bold(book->m_heading);
    book->m_wrapped = workbook_add_format(book->m_book);
    format_set_text_wrap(book->m_wrapped);
    book->m_date = workbook_add_format(book->m_book);
    format_set_num_format(book->m_date, "yyyy-mm-dd");
    book->m_moment = workbook_add_format(book->m_book);
    format_set_num_format(book->m_moment, "yyyy-mm-dd hh:mm");
    return book;
}

XlsxBook::~XlsxBook()
{
    if (m_book)
        workbook_close(m_book);
}

lxw_worksheet *XlsxBook::sheet(const QString &name, const QList<double> &widths)
{
    static const QRegularExpression unwanted(QStringLiteral("[\\[\\]:*?/\\\\']"));
    lxw_worksheet *sheet = workbook_add_worksheet(m_book, QString(name).replace(unwanted, QStringLiteral(" ")).left(31).toUtf8().constData());
    for (qsizetype column = 0; column < widths.size(); ++column)
        worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), widths[column], nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    return sheet;
}

void XlsxBook::text(lxw_worksheet *sheet, int row, int column, const QString &text)
{
    if (!text.isEmpty())
        worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text.left(mostLetters).toUtf8().constData(), nullptr);
}

void XlsxBook::paragraph(lxw_worksheet *sheet, int row, int column, const QString &text)
{
    if (text.isEmpty())
        return;
    if (const qsizetype lines = 1 + text.size() / lettersOfLine; lines > 1)
        worksheet_set_row(sheet, lxw_row_t(row), double(lines) * LXW_DEF_ROW_HEIGHT, nullptr);
    worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text.left(mostLetters).toUtf8().constData(), m_wrapped);
}

void XlsxBook::heading(lxw_worksheet *sheet, int row, int column, const QString &text)
{
    worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text.left(mostLetters).toUtf8().constData(), m_heading);
}

void XlsxBook::number(lxw_worksheet *sheet, int row, int column, double value)
{
    if (std::isfinite(value))
        worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), value, nullptr);
}

void XlsxBook::step(lxw_worksheet *sheet, int row, int column, const TimeAxis &axis, qint64 index)
{
    if (!axis.hasCalendar())
        return number(sheet, row, column, double(axis.start + index));
    const WallMs time = axis.timeAt(index);
    const double serial = double(time) / double(msOfDay) + firstOf1970;
    if (serial < 61) // spreadsheets have a day in February 1900 that never was, and none before
        return text(sheet, row, column, formatTime(time, axis.step));
    worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), serial, axis.step == Step::Hour ? m_moment : m_date);
}

Result<QByteArray> XlsxBook::bytes()
{
    const lxw_error error = workbook_close(m_book);
    m_book = nullptr;
    if (error != LXW_NO_ERROR)
        return notWritten(QString::fromUtf8(lxw_strerror(error)));
    QFile file(m_folder.filePath(QStringLiteral("book.xlsx")));
    if (!file.open(QIODevice::ReadOnly))
        return notWritten(file.errorString());
    const QByteArray bytes = file.readAll();
    if (bytes.isEmpty())
        return notWritten(file.errorString());
    return bytes;
}

} // namespace foretrail
