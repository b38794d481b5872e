#pragma once

#include "core/data/import/RecordSource.h"
#include "core/data/import/SharedStrings.h"
#include "core/data/import/Workbook.h"

namespace foretrail {

/// The rows of a sheet that hold anything, as text: dates as "yyyy-MM-dd HH:mm:ss", errors such as #N/A empty, formulas by
/// their value. Every row has at least the columns of the first one, so that empty cells at its end are no lack.
class SheetRows : public RecordSource {
public:
    /// `part` names the sheet; empty: the first. `columns`: the least number of them. Rows up to number `skipRows` are passed over.
    static Result<std::unique_ptr<SheetRows>> open(Workbook book, const QString &part, size_t columns, qint64 skipRows = 0);

    Result<bool> next(Record &record) override;
    qint64 consumedBytes() const override { return m_sheet->bytes().consumedBytes(); }
    qint64 fileBytes() const override { return m_sheet->bytes().fileBytes(); }
    void stopWith(const std::shared_ptr<const std::atomic<bool>> &flag);

private:
    struct Cell {
        size_t column = 0;
        std::string_view shared; ///< where isShared
        size_t first = 0, size = 0; ///< in m_text otherwise
        bool isShared = false;
    };
    SheetRows(Workbook book, std::unique_ptr<XmlSource> sheet, std::unique_ptr<XmlSource> strings, size_t columns,
              qint64 skipRows)
        : m_book(std::move(book)), m_sheet(std::move(sheet)), m_strings(std::move(strings)), m_columns(columns), m_skipRows(skipRows)
    {
    }
    Result<void> readRow();
    Result<void> readCell(size_t column);
    Result<void> keepCell(Cell cell, const QString &type, size_t style);
    void keepNumber(size_t style);
    Result<size_t> columnOf(const QString &reference) const;
    Error absurd(const QString &what) const;
    void deliver(Record &record);

    Workbook m_book;
    std::unique_ptr<XmlSource> m_sheet;
    SharedStrings m_strings;
    size_t m_columns = 0;
    qint64 m_skipRows = 0;
    bool m_isFirst = true;
    qint64 m_row = 0;
    size_t m_nextColumn = 0;
    std::vector<Cell> m_cells;
    std::string m_text;  ///< of the row's cells
    std::string m_value; ///< of the cell being read
};

} // namespace foretrail
