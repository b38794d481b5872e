#pragma once

#include "ui/models/RecipeComparison.h"

#include <QAbstractTableModel>

namespace foretrail {

/// What sets two recipes apart, one line a row.
class RecipeDifferencesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Step, What, Here, There };

    RecipeDifferencesModel(const Recipe &here, const Recipe &there, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Column::There) + 1; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const QString m_hereName;
    const QString m_thereName;
    const QList<RecipeDifference> m_rows;
};

} // namespace foretrail
