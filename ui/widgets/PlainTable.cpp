#include "ui/widgets/PlainTable.h"

#include "ui/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace foretrail {

namespace {

void makePlain(QAbstractItemView &view, const QString &name, QAbstractItemModel *model)
{
    view.setObjectName(name);
    view.setModel(model);
    view.setFont(Theme::tableFont());
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setTabKeyNavigation(false);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

} // namespace

QTableView *plainTable(const QString &name, QAbstractItemModel *model)
{
    auto *table = new QTableView;
    makePlain(*table, name, model);
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
    makePlain(*tree, name, model);
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

void copySelectedRows(const QTableView *table)
{
    QModelIndexList rows = table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty())
        return;
    const QAbstractItemModel *model = table->model();
    QStringList line;
    for (int column = 0; column < model->columnCount(); ++column)
        line << model->headerData(column, Qt::Horizontal).toString();
    QString text = line.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const QModelIndex &row : rows) {
        line.clear();
        for (int column = 0; column < model->columnCount(); ++column)
            line << row.siblingAtColumn(column).data().toString();
        text += line.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    QApplication::clipboard()->setText(text);
}

} // namespace foretrail
