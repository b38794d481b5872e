#include "ui/models/RecipeDifferencesModel.h"

namespace foretrail {

RecipeDifferencesModel::RecipeDifferencesModel(const Recipe &here, const Recipe &there, QObject *parent)
    : QAbstractTableModel(parent), m_hereName(here.name), m_thereName(there.name), m_rows(differences(here, there))
{
}

QVariant RecipeDifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const RecipeDifference &row = m_rows[index.row()];
    switch (Column(index.column())) {
    case Column::Step: return row.step;
    case Column::What: return row.what;
    case Column::Here: return row.here;
    case Column::There: return row.there;
    }
    return {};
}

QVariant RecipeDifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return role == Qt::TextAlignmentRole ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::Step: return tr("Step");
    case Column::What: return tr("Setting");
    case Column::Here: return m_hereName;
    case Column::There: return m_thereName;
    }
    return {};
}

} // namespace foretrail
