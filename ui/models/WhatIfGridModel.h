#pragma once

#include "core/training/Scenario.h"

#include <QAbstractTableModel>

#include <memory>

namespace foretrail {

/// The inputs that a scenario may change, a row a step: the last values of the series, and the columns beside it over them and the
/// horizon. What is typed into a cell is told, not kept: the scenario answers with new inputs. Changed cells are bold and marked.
class WhatIfGridModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    using Shared = std::shared_ptr<const ScenarioForecast>;
    void setInputs(Shared base, Shared changed); ///< nullptr: none
    QString columnName(int column) const;        ///< of a ScenarioChange; empty for the series itself
    /// The place of a row as a ScenarioChange has it.
    WallMs placeOf(int row) const { return placeOf(m_changed->history.axis, stepOf(row)); }
    static WallMs placeOf(const TimeAxis &axis, qint64 step);
    int firstAhead() const; ///< the row of the first step that is forecast

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void typed(int row, int column, const QString &text);

private:
    qint64 stepOf(int row) const; ///< of the history
    double valueAt(const ScenarioForecast &of, int row, int column) const;
    bool isChanged(int row, int column) const;

    Shared m_base, m_changed;
};

} // namespace foretrail
