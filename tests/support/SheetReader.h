#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/import/ByteSource.h"
#include "core/data/import/RecordSource.h"
#include "core/series/Series.h"

#include <QStringList>

#include <cmath>

namespace foretrail::test {

/// The rows of a sheet as the program itself reads workbooks: dates as "2024-01-01 00:00:00". One row with the reason where it cannot.
inline QList<QStringList> sheetRows(const QString &path, const QString &sheet)
{
    ImportPlan plan;
    plan.format = SourceFormat::Workbook;
    plan.part = sheet;
    auto source = RecordSource::open(path, plan);
    QList<QStringList> rows;
    Record record;
    Result<bool> more = source ? (*source)->next(record) : fail(source.error());
    for (; more && *more; more = (*source)->next(record)) {
        QStringList row;
        for (const std::string_view field : record.fields)
            row.append(QString::fromUtf8(field.data(), qsizetype(field.size())));
        rows.append(row);
    }
    return more ? rows : QList<QStringList>{{more.error().message}};
}

/// A part of a zip archive, empty where there is none.
inline QByteArray zipMember(const QString &path, const QString &member)
{
    auto source = ByteSource::open(path, member);
    QByteArray all;
    char buffer[4096];
    while (source) {
        const Result<size_t> got = (*source)->read(buffer, sizeof buffer);
        if (!got || *got == 0)
            break;
        all.append(buffer, qsizetype(*got));
    }
    return all;
}

/// Workbooks keep sixteen digits of a number, of which the reader takes the fifteen that are sure.
inline bool isSameNumber(const QString &cell, double value)
{
    if (std::isnan(value))
        return cell.isEmpty();
    bool isNumber = false;
    const double read = cell.toDouble(&isNumber);
    return isNumber && std::abs(read - value) <= 6e-15 * std::abs(value);
}

/// Pages of a PDF: its objects of type Page, not the tree of type Pages.
inline int pdfPages(const QByteArray &pdf) { return int(pdf.count("/Type /Page") - pdf.count("/Type /Pages")); }

} // namespace foretrail::test
