#pragma once

#include <QString>

#include <initializer_list>

class QAbstractItemModel;
class QTableView;
class QTreeView;

namespace foretrail {

/// Who says how rows stand.
enum class RowOrder {
    ByClick, ///< a click on a title sorts them, see sortRows(); the view shows the model through what sorts it: inModel(), shownIn()
    OfModel  ///< the model: it sorts itself, or its order tells something
};

/// A table as they all look here: rows are selected whole, no grid, the small font.
QTableView *plainTable(const QString &name, QAbstractItemModel *model, RowOrder order = RowOrder::ByClick);
/// The same where rows may stand below others.
QTreeView *plainTree(const QString &name, QAbstractItemModel *model);
/// Widths of the first columns, for a font of 13 px; wider in proportion where the font is larger.
void setColumnWidths(QTableView *table, std::initializer_list<int> widths);

} // namespace foretrail
