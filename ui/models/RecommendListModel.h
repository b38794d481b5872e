#pragma once

#include "core/behaviour/recommend/RecommendItems.h"

#include <QAbstractTableModel>

namespace foretrail {

/// One list of recommendations: rank, item, score, why, and what would take it off the list.
class RecommendListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Rank, Item, Score, Why, Removed };
    static constexpr int columns = 5;
    enum Role { ShareRole = Qt::UserRole, KeyRole }; ///< of the largest score, 0 to 1; key of the item
    using QAbstractTableModel::QAbstractTableModel;

    void setList(const Recommendations &list, const QString &timeZone);
    const Recommendations &list() const { return m_list; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const RecommendedItem &item, int row, Column column) const;

    Recommendations m_list;
    QString m_zone;
    double m_largest = 1;
};

} // namespace foretrail
