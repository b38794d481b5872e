#include "ui/models/FeatureTableModel.h"

#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"

#include <QFont>

#include <cmath>

namespace foretrail {

void FeatureTableModel::setTable(const FeatureTable &table, const TimeAxis &axis)
{
    beginResetModel();
    m_table = table;
    m_axis = axis;
    endResetModel();
}

int FeatureTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int FeatureTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_table.rows.empty() ? 0 : int(m_table.columns.size()) + fixedColumns;
}

QVariant FeatureTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return QVariant(column < fixedColumns ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::BackgroundRole && isTarget(index.row()))
        return Theme::colors().selection; // the word in the second column says the same
    if (role != Qt::DisplayRole)
        return {};
    if (column == 0)
        return stepText(m_axis, m_table.places[size_t(index.row())]);
    if (column == 1)
        return isTarget(index.row()) ? tr("target") : tr("lookback");
    const double value = m_table.rows[size_t(index.row())][size_t(column - fixedColumns)];
    return std::isnan(value) ? QStringLiteral("–") : plainNumber(value);
}

QVariant FeatureTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant(section < fixedColumns ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (section == 0)
        return tr("Time");
    if (section == 1)
        return tr("Part");
    return section == fixedColumns ? tr("Value") : m_table.columns.value(section - fixedColumns);
}

} // namespace foretrail
