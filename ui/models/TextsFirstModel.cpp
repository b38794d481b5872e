#include "ui/models/TextsFirstModel.h"

namespace foretrail {

QVariant TextsFirstModel::data(const QModelIndex &index, int role) const
{
    if (index.isValid() && index.column() < m_texts && role == Qt::DisplayRole)
        return table().at(index.row() + 1).value(index.column());
    if (index.isValid() && index.column() < m_texts && role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return TextTableModel::data(index, role);
}

QVariant TextsFirstModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section < m_texts && role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return TextTableModel::headerData(section, orientation, role);
}

} // namespace foretrail
