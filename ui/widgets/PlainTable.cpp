#include "ui/widgets/PlainTable.h"

#include "ui/models/SortedRows.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace foretrail {

namespace {

void makePlain(QAbstractItemView &view, const QString &name)
{
    view.setObjectName(name);
    view.setFont(Theme::tableFont());
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setTabKeyNavigation(false);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

} // namespace

QTableView *plainTable(const QString &name, QAbstractItemModel *model, RowOrder order)
{
    auto *table = new QTableView;
    makePlain(*table, name);
    if (order == RowOrder::ByClick)
        sortRows(*table, model);
    else
        table->setModel(model);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(std::max(26, QFontMetrics(Theme::tableFont()).height() + 10));
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

QTreeView *plainTree(const QString &name, QAbstractItemModel *model)
{
    auto *tree = new QTreeView;
    makePlain(*tree, name);
    sortRows(*tree, model);
    tree->setUniformRowHeights(true);
    tree->setWordWrap(false);
    tree->setAllColumnsShowFocus(true);
    tree->header()->setHighlightSections(false);
    tree->header()->setStretchLastSection(false);
    return tree;
}

void setColumnWidths(QTableView *table, std::initializer_list<int> widths)
{
    const int font = QApplication::font().pixelSize();
    int column = 0;
    for (const int width : widths)
        table->setColumnWidth(column++, font > 13 ? width * font / 13 : width);
}

} // namespace foretrail
