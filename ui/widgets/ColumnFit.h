#pragma once

class QTableView;
class QTreeView;

namespace foretrail {

/// Makes every column as wide as its title and its first and last rows need, and leaves the rest to one (-1: to none). Unlike
/// QHeaderView::ResizeToContents it sees titles that changed with the language and leaves no room beside them for an
/// arrow that stands above.
/// Returns the width that shows all of them.
int fitColumns(QTableView &view, int stretched);
/// By the rows that stand below no other.
int fitColumns(QTreeView &view, int stretched);

} // namespace foretrail
