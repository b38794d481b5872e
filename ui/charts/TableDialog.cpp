#include "ui/charts/TableDialog.h"

#include "core/report/CsvWriter.h"
#include "ui/models/SortedRows.h"
#include "ui/models/TableHabits.h"
#include "ui/models/TextTableModel.h"
#include "ui/theme/Theme.h"
#include "ui/models/TableFilter.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

QString tabbedText(const QList<QStringList> &table)
{
    QString text;
    for (const QStringList &row : table) {
        for (qsizetype i = 0; i < row.size(); ++i)
            text += (i > 0 ? QStringLiteral("\t") : QString()) + CsvWriter::harmless(row[i]);
        text += QLatin1Char('\n');
    }
    return text;
}

QByteArray csvText(const QList<QStringList> &table)
{
    QByteArray text;
    for (const QStringList &row : table) {
        for (qsizetype i = 0; i < row.size(); ++i)
            text += (i > 0 ? "," : "") + CsvWriter::field(row[i]).toUtf8();
        text += '\n';
    }
    return text;
}

/// Wide enough for the header and the first rows, as far as that leaves room for others.
void fitToContents(QTableView &view)
{
    constexpr int rowsLookedAt = 60, leastWidth = 90, mostWidth = 300;
    view.horizontalHeader()->setResizeContentsPrecision(rowsLookedAt);
    view.resizeColumnsToContents();
    for (int column = 0; column < view.model()->columnCount(); ++column)
        view.setColumnWidth(column, std::clamp(view.columnWidth(column) + 12, leastWidth, mostWidth));
}

static int widthOfColumns(const QTableView &view)
{
    int width = 2 * view.frameWidth() + view.verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < view.model()->columnCount(); ++column)
        width += view.columnWidth(column);
    return width;
}

TableDialog::TableDialog(const QString &title, const QList<QStringList> &table, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("tableDialog"));
    setWindowTitle(title);
    auto *view = new QTableView(this);
    view->setObjectName(QStringLiteral("chartTable"));
    view->setAccessibleName(title);
    view->setFont(Theme::tableFont());
    sortRows(*view, new TextTableModel(table, view));
    view->verticalHeader()->hide();
    keepColumnsByTitles(*view); // others for each chart
    view->verticalHeader()->setDefaultSectionSize(24);
    view->setShowGrid(false);
    view->horizontalHeader()->setDefaultSectionSize(110);
    view->horizontalHeader()->setHighlightSections(false);
    fitToContents(*view);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // no other button has one
    QPushButton *copy = buttons->addButton(tr("&Copy numbers"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyTable"));
    connect(copy, &QPushButton::clicked, this, [table] { QGuiApplication::clipboard()->setText(tabbedText(table)); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new TableFilter(*view, this));
    layout->addWidget(view);
    layout->addWidget(buttons);
    view->setFocus();
    resize(std::clamp(widthOfColumns(*view) + 2 * Theme::space + layout->contentsMargins().left() + layout->contentsMargins().right(), 640, 1180), 480);
}

void TableDialog::open(const QString &title, const QList<QStringList> &table, QWidget *parent)
{
    auto *dialog = new TableDialog(title, table, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace foretrail
