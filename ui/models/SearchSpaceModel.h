#pragma once

#include "core/training/SearchSpace.h"

#include <QAbstractTableModel>

namespace foretrail {

/// What a search varies, a row a setting: whether it does, and from where to where or among which values. All is edited in place;
/// values typed take the place of a range and the other way round. GUI thread only.
class SearchSpaceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Setting, From, To, Choices };
    static constexpr int columns = 4;
    using QAbstractTableModel::QAbstractTableModel;

    void setSpace(const SearchSpace &space);
    const SearchSpace &space() const { return m_space; }
    int rowOf(const QString &path) const; ///< -1 where it is not

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void edited(); ///< by a person

private:
    QString text(const SearchField &field, Column column) const;
    void tellRow(int row);

    SearchSpace m_space;
};

/// The usual fields, with those of `space` in their place and on; others of it behind them.
SearchSpace withUsualFields(const SearchSpace &space, const TrainingSpec &start);

} // namespace foretrail
