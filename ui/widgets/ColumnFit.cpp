#include "ui/widgets/ColumnFit.h"

#include <QApplication>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int measuredRows = 60;
constexpr int titleRoom = 26; ///< what the style keeps free at both sides
constexpr int cellRoom = 20;

int neededWidth(const QTableView &view, int column)
{
    const QAbstractItemModel &model = *view.model();
    const QString title = model.headerData(column, Qt::Horizontal).toString();
    // Titles may be drawn in the font of the program, whatever the table's is.
    int width = std::max(QFontMetrics(QApplication::font()).horizontalAdvance(title),
                         view.horizontalHeader()->fontMetrics().horizontalAdvance(title)) + titleRoom;
    for (int row = 0; row < std::min(measuredRows, model.rowCount()); ++row)
        width = std::max(width, view.fontMetrics().horizontalAdvance(model.index(row, column).data().toString()) + cellRoom);
    return width;
}

} // namespace

void fitColumns(QTableView &view, int stretched)
{
    QHeaderView &header = *view.horizontalHeader();
    header.setSectionResizeMode(QHeaderView::Interactive);
    header.setSectionResizeMode(stretched, QHeaderView::Stretch);
    for (int column = 0; column < view.model()->columnCount(); ++column)
        if (column != stretched && !view.isColumnHidden(column))
            view.setColumnWidth(column, neededWidth(view, column));
}

} // namespace foretrail
