#pragma once

#include "core/data/Questions.h"

#include <QAbstractListModel>

#include <memory>

namespace foretrail {

/// The series of one question with their orders, made once on a worker thread and shared.
struct SeriesList {
    QList<SeriesInfo> series;
    std::vector<double> changes; ///< see seriesChange
    std::vector<int> bySize;     ///< largest first
    std::vector<int> byName;
    std::vector<int> byChange;   ///< most grown first; unknown last

    static std::shared_ptr<const SeriesList> of(QList<SeriesInfo> series);
};

/// How much the last quarter of a series' time differs from the quarter before, as a share of that; NaN where it was
/// nothing.
double seriesChange(const SeriesInfo &series);

/// What people call a series; its key where the data has no name.
inline QString nameOf(const SeriesInfo &series) { return series.name.isEmpty() ? series.key : series.name; }

/// The item browser's list. Searching goes once over the names; tens of thousands take a few milliseconds.
class SeriesListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Order { Size, Name, Change };
    enum Role { KeyRole = Qt::UserRole, SizeRole, ChangeRole, SketchRole };
    using QAbstractListModel::QAbstractListModel;

    void setList(std::shared_ptr<const SeriesList> list);
    void setSearch(const QString &text); ///< series whose name or key contains it
    void setOrder(Order order);
    int seriesCount() const { return m_list ? int(m_list->series.size()) : 0; }
    const SeriesInfo &series(int row) const { return m_list->series.at(m_rows.at(size_t(row))); }
    int rowOf(const QString &key) const; ///< -1 where it is not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void fill();

    std::shared_ptr<const SeriesList> m_list;
    std::vector<int> m_rows;
    QString m_search;
    Order m_order = Order::Size;
};

} // namespace foretrail
