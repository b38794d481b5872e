#pragma once

#include "ui/BacktestRun.h"
#include "ui/models/BacktestColumns.h"

#include <QAbstractTableModel>

namespace foretrail {

/// The models of a backtest by metric; their names are the titles of the rows, so that they stay in sight. The best of each
/// column is bold and has a star. GUI thread only.
class BacktestModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole, ModelRole, BestRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(const BacktestFindings &findings);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    double value(int row, BacktestColumn column) const;
    bool isBest(int row, BacktestColumn column) const;
    QString toolTip(int row, BacktestColumn column) const;
    QVariant modelHeader(int row, int role) const;

    BacktestFindings m_findings;
    QStringList m_models;
};

} // namespace foretrail
