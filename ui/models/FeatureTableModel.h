#pragma once

#include "core/preparation/FeatureWindows.h"

#include <QAbstractTableModel>

namespace foretrail {

/// One window as a network sees it: a row for each step of the lookback and of the horizon, a column for time, part, value and
/// each feature.
class FeatureTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setTable(const FeatureTable &table, const TimeAxis &axis);
    const FeatureTable &table() const { return m_table; }
    void retranslate() { setTable(FeatureTable(m_table), m_axis); }
    bool isTarget(int row) const { return row >= m_table.lookback; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static constexpr int fixedColumns = 2; ///< time and part
    FeatureTable m_table;
    TimeAxis m_axis;
};

} // namespace foretrail
