#pragma once

#include <QString>

#include <initializer_list>

class QAbstractItemModel;
class QTableView;
class QTreeView;

namespace foretrail {

/// A table as they all look here: rows are selected whole, no grid, the small font.
QTableView *plainTable(const QString &name, QAbstractItemModel *model);
/// The same where rows may stand below others.
QTreeView *plainTree(const QString &name, QAbstractItemModel *model);
/// Widths of the first columns, for a font of 13 px; wider in proportion where the font is larger.
void setColumnWidths(QTableView *table, std::initializer_list<int> widths);

} // namespace foretrail
