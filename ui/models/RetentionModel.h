#pragma once

#include "core/behaviour/flows/Retention.h"

#include <QAbstractTableModel>
#include <QColor>

#include <memory>

namespace foretrail {

/// The triangle: all cohorts together in the first row, then a cohort a row; its size, then a column for each period after. A cell says its
/// number, so that its colour is not all that tells; * marks a period that is not over.
class RetentionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    static constexpr int cohortColumn = 0;
    static constexpr int sizeColumn = 1;
    static constexpr int firstColumn = 2;

    void setResult(std::shared_ptr<const RetentionResult> result, bool orLater, bool asShares);
    int cohortOf(int row) const { return row - 1; } ///< -1: all together
    int periodOf(int column) const { return column - firstColumn; } ///< -1: the size
    /// Users behind a cell; -1 where there is no number.
    qint64 countAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    double shareAt(const QModelIndex &index) const; ///< NaN where there is none
    QColor colorOf(double share) const;
    QString text(const QModelIndex &index) const;
    QString tip(const QModelIndex &index) const;

    std::shared_ptr<const RetentionResult> m_result;
    bool m_orLater = false;
    bool m_asShares = true;
    double m_fullShare = 1; ///< that has the full colour: the largest behind the first periods
};

} // namespace foretrail
