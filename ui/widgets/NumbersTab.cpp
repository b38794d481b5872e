#include "ui/widgets/NumbersTab.h"

#include "ui/models/SortedRows.h"
#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/models/TableFilter.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace foretrail {

NumbersTab::NumbersTab(AppSession &session, QWidget *parent) : ForecastTab(session, parent), m_view(new QTableView(this))
{
    m_view->setObjectName(QStringLiteral("forecastTable"));
    sortRows(*m_view, &m_table);
    keepColumnsByTitles(*m_view); // as many as the chart has curves
    m_view->setFont(Theme::tableFont());
    m_view->setShowGrid(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(24);
    m_view->horizontalHeader()->setHighlightSections(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new TableFilter(*m_view));
    layout->addWidget(m_view);
}

void NumbersTab::fill()
{
    m_table.setTable(forecast() ? forecast()->table : QList<QStringList>{});
    if (!forecast())
        return;
    fitColumns(*m_view, -1);
    m_view->scrollTo(shownIn(*m_view, m_table.index(int(forecast()->outcome.trainLength), 0)), QAbstractItemView::PositionAtTop);
}

void NumbersTab::setCursor(std::optional<qint64> index)
{
    if (!index || !forecast() || !isVisible())
        return;
    const QModelIndex row = shownIn(*m_view, m_table.index(int(*index - forecast()->chart.firstIndex()), 0));
    m_view->selectRow(row.row()); // none beyond the table
    m_view->scrollTo(row);
}

} // namespace foretrail
