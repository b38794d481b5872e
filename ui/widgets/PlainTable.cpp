#include "ui/widgets/PlainTable.h"

#include "ui/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace foretrail {

QTableView *plainTable(const QString &name, QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setModel(model);
    table->setFont(Theme::tableFont());
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(std::max(26, QFontMetrics(Theme::tableFont()).height() + 10));
    table->horizontalHeader()->setHighlightSections(false);
    return table;
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
