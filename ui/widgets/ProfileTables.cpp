#include "ui/widgets/ProfileTables.h"

#include "ui/models/CellOrder.h"
#include "ui/models/SortedRows.h"
#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/SortedItem.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct ProfileTablesText { Q_DECLARE_TR_FUNCTIONS(foretrail::ProfileTables) };

void makeProfileTable(QTableView &table, const QString &name)
{
    table.setObjectName(name);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setSelectionMode(QAbstractItemView::NoSelection);
    table.setFocusPolicy(Qt::TabFocus);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.verticalHeader()->hide();
    table.setFont(Theme::tableFont());
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QTableWidgetItem *profileNumber(const QString &text, double value)
{
    auto *item = new SortedItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    item->setData(orderRole, value);
    return item;
}

} // namespace

QTableWidget *profileTable(const QString &name, QWidget *parent)
{
    auto *table = new QTableWidget(0, 3, parent);
    makeProfileTable(*table, name);
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    return table;
}

QString profileFigure(double value) { return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', 0); }

void fitToRows(QTableWidget &table)
{
    table.resizeRowsToContents();
    int height = table.horizontalHeader()->sizeHint().height() + 2 * table.frameWidth();
    for (int row = 0; row < table.rowCount(); ++row)
        height += table.rowHeight(row);
    table.setFixedHeight(height);
}

void showCounts(QTableWidget &table, const QString &title, const QList<NamedCount> &counts, bool hasAmounts)
{
    table.setHorizontalHeaderLabels({title, ProfileTablesText::tr("Events"), hasAmounts ? ProfileTablesText::tr("Value") : QString()});
    table.horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    leaveOutColumn(table, 2, !hasAmounts);
    table.setSortingEnabled(false); // else rows would move away while they are filled
    table.setRowCount(int(counts.size()));
    for (int row = 0; row < counts.size(); ++row) {
        const NamedCount &entry = counts[row];
        auto *name = new SortedItem(entry.name.isEmpty() ? entry.key : entry.name);
        name->setToolTip(entry.name.isEmpty() ? entry.key : QStringLiteral("%1 (%2)").arg(entry.name, entry.key));
        table.setItem(row, 0, name);
        table.setItem(row, 1, profileNumber(QLocale().toString(entry.count), double(entry.count)));
        table.setItem(row, 2, profileNumber(profileFigure(entry.value), entry.value));
    }
    table.setSortingEnabled(true);
    fitColumns(table, 0);
    fitToRows(table);
}

ProfileSessions::ProfileSessions(QWidget *parent) : QTableView(parent), m_model(new UserSessionsModel(this))
{
    makeProfileTable(*this, QStringLiteral("sessionTable"));
    sortRows(*this, m_model);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() + 10);
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) { Q_EMIT sessionChosen(m_model->session(inModel(index).row()).key); });
}

void ProfileSessions::setSessions(const QList<UserSession> &sessions, const DataSummary &summary)
{
    setAccessibleName(tr("Sessions"));
    m_model->setSessions(sessions, summary);
    m_hasClock = summary.hasClock;
    leaveOutColumn(*this, int(UserSessionsModel::Column::Value), !summary.hasAmounts);
    const int rows = std::min(m_model->rowCount(), rowsInSight);
    m_height = horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth();
}

/// Where the room is short it leaves out what tells least, and scrolls sideways where that is not enough.
void ProfileSessions::fitTo(int room)
{
    using Column = UserSessionsModel::Column;
    leaveOutColumn(*this, int(Column::Items), false);
    leaveOutColumn(*this, int(Column::Minutes), !m_hasClock);
    int over = fitColumns(*this, -1) + (m_model->rowCount() > rowsInSight ? verticalScrollBar()->sizeHint().width() : 0) - room;
    for (const Column column : {Column::Items, Column::Minutes}) {
        if (over <= 0)
            break;
        over -= columnWidth(int(column));
        leaveOutColumn(*this, int(column));
    }
    if (over < 0)
        horizontalHeader()->setSectionResizeMode(int(Column::Begin), QHeaderView::Stretch);
    setFixedHeight(m_height + (over > 0 ? horizontalScrollBar()->sizeHint().height() : 0));
}

} // namespace foretrail
