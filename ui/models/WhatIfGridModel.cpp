#include "ui/models/WhatIfGridModel.h"

#include "ui/charts/Ticks.h"

#include <QFont>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr qint64 shownHistory = 28;
constexpr int timeColumn = 0, valueColumn = 1, firstBeside = 2;

} // namespace

void WhatIfGridModel::setInputs(Shared base, Shared changed)
{
    const bool isSame = m_changed && changed && m_changed->columns.size() == changed->columns.size() && m_changed->history.size() == changed->history.size()
        && m_changed->forecast.horizon() == changed->forecast.horizon() && m_changed->history.key == changed->history.key;
    if (!isSame)
        beginResetModel();
    m_base = std::move(base);
    m_changed = std::move(changed);
    if (!isSame)
        endResetModel();
    else if (rowCount() > 0) // the selection stays
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString WhatIfGridModel::columnName(int column) const { return column < firstBeside ? QString() : m_changed->columns[size_t(column - firstBeside)].name; }

int WhatIfGridModel::firstAhead() const { return m_changed ? int(std::min(shownHistory, m_changed->history.size())) : 0; }

qint64 WhatIfGridModel::stepOf(int row) const { return m_changed->history.size() - firstAhead() + row; }

WallMs WhatIfGridModel::placeOf(const TimeAxis &axis, qint64 step) { return axis.hasCalendar() ? axis.timeAt(step) : axis.timeAt(step) + 1; }

int WhatIfGridModel::rowCount(const QModelIndex &parent) const { return parent.isValid() || !m_changed ? 0 : firstAhead() + m_changed->forecast.horizon(); }

int WhatIfGridModel::columnCount(const QModelIndex &parent) const { return parent.isValid() || !m_changed ? 0 : firstBeside + int(m_changed->columns.size()); }

double WhatIfGridModel::valueAt(const ScenarioForecast &of, int row, int column) const
{
    const qint64 step = stepOf(row);
    if (column == valueColumn)
        return step < of.history.size() ? of.history.values[size_t(step)] : of.forecast.mean[size_t(step - of.history.size())];
    const size_t place = size_t(column - firstBeside);
    if (place >= of.columns.size())
        return missing;
    const qint64 at = of.columnAxis.indexOf(of.history.timeAt(step));
    const std::vector<double> &values = of.columns[place].values;
    return at >= 0 && at < qint64(values.size()) ? values[size_t(at)] : missing;
}

bool WhatIfGridModel::isChanged(int row, int column) const
{
    if (column == timeColumn || !m_base || (column == valueColumn && row >= firstAhead()))
        return false;
    const double before = valueAt(*m_base, row, column), after = valueAt(*m_changed, row, column);
    return before != after && !(std::isnan(before) && std::isnan(after));
}

QVariant WhatIfGridModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_changed)
        return {};
    const int row = index.row(), column = index.column();
    if (role == Qt::FontRole && isChanged(row, column)) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role == Qt::TextAlignmentRole)
        return int(column == timeColumn ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    if (column == timeColumn)
        return stepText(m_changed->history.axis, stepOf(row));
    const double value = valueAt(*m_changed, row, column);
    if (role == Qt::EditRole)
        return std::isnan(value) ? QString() : QString::number(value, 'g', 10);
    if (role == Qt::ToolTipRole)
        return isChanged(row, column) ? tr("Was %1").arg(plainNumber(valueAt(*m_base, row, column)))
                                      : flags(index).testFlag(Qt::ItemIsEditable) ? tr("Type a number, -10% or +5; with several cells selected it counts for all of them") : QString();
    return isChanged(row, column) ? plainNumber(value) + QStringLiteral(" *") : plainNumber(value);
}

QVariant WhatIfGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || !m_changed)
        return {};
    if (section == timeColumn)
        return tr("Time");
    return section == valueColumn ? tr("History, forecast") : columnName(section);
}

Qt::ItemFlags WhatIfGridModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!index.isValid() || index.column() == timeColumn || (index.column() == valueColumn && index.row() >= firstAhead()))
        return usual;
    const bool isKnown = index.column() == valueColumn || index.row() < firstAhead() || m_changed->columns[size_t(index.column() - firstBeside)].isKnownAhead;
    return isKnown ? usual | Qt::ItemIsEditable : usual;
}

bool WhatIfGridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString text = value.toString().trimmed();
    if (role != Qt::EditRole || text.isEmpty() || text == data(index, Qt::EditRole).toString())
        return false;
    Q_EMIT typed(index.row(), index.column(), text);
    return true;
}

} // namespace foretrail
