#pragma once

class QTableView;

namespace foretrail {

/// Makes every column as wide as its title and its first rows need, and leaves the rest to one. Unlike
/// QHeaderView::ResizeToContents it sees titles that changed with the language and leaves no room beside them for an
/// arrow that stands above.
void fitColumns(QTableView &view, int stretched);

} // namespace foretrail
