#pragma once

#include <QModelIndex>

class QAbstractItemModel;
class QAbstractItemView;
class QTableView;
class QTreeView;

namespace foretrail {

class EmptyLastProxy;

/// A click on a title sorts the rows, a second one turns them round, a third one brings back the order at first. The model sorts itself.
void sortOnClick(QTableView &table);
/// The same for a model that sorts nothing: an EmptyLastProxy, which belongs to the view, stands between them.
EmptyLastProxy *sortRows(QTableView &table, QAbstractItemModel *model);
EmptyLastProxy *sortRows(QTreeView &tree, QAbstractItemModel *model);

/// What a table shows, in the model below what sorts and filters it; the index itself where nothing stands between.
QModelIndex inModel(const QModelIndex &shown);
/// The other way round; invalid where it is filtered out.
QModelIndex shownIn(const QAbstractItemView &table, const QModelIndex &index);

} // namespace foretrail
