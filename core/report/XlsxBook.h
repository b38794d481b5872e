#pragma once

#include "core/base/Result.h"
#include "core/series/Series.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <memory>

namespace foretrail {

/// A workbook that is being written, with the formats that its cells share. It grows in a folder of its own and comes out as bytes.
class XlsxBook {
public:
    /// What the properties of the file say. `created`: seconds since 1970; 0 is now.
    struct Properties { QString title, subject, comments; qint64 created = 0; };
    static Result<std::unique_ptr<XlsxBook>> begin(const Properties &properties);
    ~XlsxBook();

    /// `widths`: of its first columns, in letters. The first row stays in view; on paper all columns are on one page.
    lxw_worksheet *sheet(const QString &name, const QList<double> &widths);
    lxw_chart *lineChart() { return workbook_add_chart(m_book, LXW_CHART_LINE); }

    static void text(lxw_worksheet *sheet, int row, int column, const QString &text);
    void paragraph(lxw_worksheet *sheet, int row, int column, const QString &text); ///< in as many lines as it needs in a column of 100 letters
    void heading(lxw_worksheet *sheet, int row, int column, const QString &text);
    static void number(lxw_worksheet *sheet, int row, int column, double value); ///< NaN leaves the cell empty
    /// A step of an axis: a date, with the time for hours; its number without a calendar.
    void step(lxw_worksheet *sheet, int row, int column, const TimeAxis &axis, qint64 index);

    /// Ends it.
    Result<QByteArray> bytes();

private:
    XlsxBook() = default;

    QTemporaryDir m_folder;
    lxw_workbook *m_book = nullptr;
    lxw_format *m_heading = nullptr;
    lxw_format *m_wrapped = nullptr;
    lxw_format *m_date = nullptr;
    lxw_format *m_moment = nullptr;
};

} // namespace foretrail
