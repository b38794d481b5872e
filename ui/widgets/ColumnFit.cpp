#include "ui/widgets/ColumnFit.h"

#include <QApplication>
#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int measuredRows = 60; ///< at either end
constexpr int titleRoom = 26; ///< what the style keeps free at both sides
constexpr int cellRoom = 20;
constexpr int iconRoom = 8; ///< between an icon and its text

int neededWidth(const QAbstractItemView &view, const QHeaderView &header, int column)
{
    const QAbstractItemModel &model = *view.model();
    const QString title = model.headerData(column, Qt::Horizontal).toString();
    // Titles may be drawn in the font of the program, whatever the table's is.
    int width = std::max(QFontMetrics(QApplication::font()).horizontalAdvance(title),
                         header.fontMetrics().horizontalAdvance(title)) + titleRoom;
    const int rows = model.rowCount();
    for (int row = 0; row < rows; ++row) {
        if (row == measuredRows)
            row = std::max(row, rows - measuredRows);
        const QModelIndex index = model.index(row, column);
        const QVariant own = index.data(Qt::FontRole);
        const QFontMetrics metrics = own.isValid() ? QFontMetrics(own.value<QFont>()) : view.fontMetrics();
        const int icon = index.data(Qt::DecorationRole).isValid() ? view.iconSize().width() + iconRoom : 0;
        width = std::max(width, metrics.horizontalAdvance(index.data().toString()) + cellRoom + icon);
    }
    return width;
}

int fitSections(const QAbstractItemView &view, QHeaderView &header, int stretched)
{
    header.setSectionResizeMode(QHeaderView::Interactive);
    if (stretched >= 0)
        header.setSectionResizeMode(stretched, QHeaderView::Stretch);
    int all = 0;
    for (int column = 0; column < view.model()->columnCount(); ++column) {
        if (header.isSectionHidden(column))
            continue;
        const int width = neededWidth(view, header, column);
        all += width;
        if (column != stretched)
            header.resizeSection(column, width);
    }
    return all;
}

} // namespace

int fitColumns(QTableView &view, int stretched)
{
    return fitSections(view, *view.horizontalHeader(), stretched);
}

int fitColumns(QTreeView &view, int stretched)
{
    return fitSections(view, *view.header(), stretched);
}

} // namespace foretrail
