#include "ui/models/RejectFieldsModel.h"

#include "ui/theme/Theme.h"

#include <algorithm>

namespace foretrail {

void RejectFieldsModel::setRow(const QStringList &names, const QStringList &fields, bool isEditable)
{
    beginResetModel();
    m_names = names;
    m_fields = fields;
    m_fields.resize(std::max(names.size(), fields.size()));
    m_isEditable = isEditable;
    endResetModel();
}

QStringList RejectFieldsModel::fields() const
{
    QStringList fields = m_fields;
    while (fields.size() > m_names.size() && fields.back().isEmpty())
        fields.removeLast();
    return fields;
}

int RejectFieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

int RejectFieldsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant RejectFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isExtra = index.row() >= m_names.size();
    if (role == Qt::ForegroundRole && index.column() == 0)
        return isExtra ? Theme::colors().warning : Theme::colors().secondary;
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    if (index.column() == 1)
        return m_fields.at(index.row());
    return isExtra ? tr("one too many") : m_names.at(index.row());
}

bool RejectFieldsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    if (m_fields.at(index.row()) == value.toString())
        return true;
    m_fields[index.row()] = value.toString();
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags RejectFieldsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == 1 && m_isEditable)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant RejectFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Column") : tr("In this row");
}

} // namespace foretrail
