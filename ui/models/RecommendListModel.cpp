#include "ui/models/RecommendListModel.h"

#include "ui/models/CellOrder.h"
#include "ui/models/RecommendWords.h"

#include <QLocale>

#include <algorithm>

namespace foretrail {

void RecommendListModel::setList(const Recommendations &list, const QString &timeZone)
{
    beginResetModel();
    m_list = list;
    m_zone = timeZone;
    m_largest = 0;
    for (const RecommendedItem &item : m_list.items)
        m_largest = std::max(m_largest, item.score);
    endResetModel();
}

int RecommendListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_list.items.size()); }

int RecommendListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QString RecommendListModel::text(const RecommendedItem &item, int row, Column column) const
{
    switch (column) {
    case Column::Rank: return QLocale().toString(row + 1);
    case Column::Item: return itemText(item.item, item.name);
    case Column::Score: return item.isPopular ? QStringLiteral("–") : QLocale().toString(item.score, 'g', 3);
    case Column::Why: return m_list.hasReasons || item.isPopular ? whyText(item) : QStringLiteral("…");
    case Column::Removed: return m_list.hasReasons ? removedText(item) : QStringLiteral("…");
    }
    return {};
}

QVariant RecommendListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RecommendedItem &item = m_list.items[index.row()];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(item, index.row(), column);
    case Qt::ToolTipRole: return reasonDetails(item, m_list.hasClock, m_zone);
    case ShareRole: return m_largest > 0 ? item.score / m_largest : 0.0;
    case KeyRole: return item.item;
    case orderRole: return column == Column::Score && !item.isPopular ? QVariant(item.score) : QVariant();
    case Qt::TextAlignmentRole: return QVariant((column == Column::Rank || column == Column::Score ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant RecommendListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((Column(section) == Column::Rank || Column(section) == Column::Score ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && Column(section) == Column::Removed)
        return tr("Without this item in the history it would not be on the list. A dash: no single item decides.");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Rank: return tr("#", "place on a list");
    case Column::Item: return tr("Item");
    case Column::Score: return tr("Score");
    case Column::Why: return tr("Why");
    case Column::Removed: return tr("Needs");
    }
    return {};
}

} // namespace foretrail
