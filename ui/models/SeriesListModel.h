#pragma once

#include "core/data/Questions.h"

#include <QAbstractListModel>
#include <QSet>

#include <memory>

namespace foretrail {

/// The series of one question with their orders, made once on a worker thread and shared.
struct SeriesList {
    QList<SeriesInfo> series;
    std::vector<double> changes; ///< see seriesChange
    std::vector<int> bySize;     ///< largest first
    std::vector<int> byName;
    std::vector<int> byChange;   ///< most grown first; unknown last
    std::vector<QString> folded; ///< names and keys as a search compares them

    static std::shared_ptr<const SeriesList> of(QList<SeriesInfo> series);
};

/// How much the last quarter of a series' time differs from the quarter before, as a share of that; NaN where it was
/// nothing.
double seriesChange(const SeriesInfo &series);

/// What people call a series; its key where the data has no name.
inline QString nameOf(const SeriesInfo &series) { return series.name.isEmpty() ? series.key : series.name; }

struct SeriesMarks;

/// Which series of a list are shown.
struct SeriesFilter {
    enum class Kind { All, Favourites, Exceptions, Category };
    Kind kind = Kind::All;
    QString category; ///< with Kind::Category
    bool operator==(const SeriesFilter &) const = default;
};

/// The item browser's list. Searching goes once over the names; a hundred thousand take some ten milliseconds.
class SeriesListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Order { Size, Name, Change, Error, Bias, Skill, Weight, Favourites }; ///< Error, Bias, Skill and Weight (of exceptions): the worst first
    /// TallRole: whether rows have a line for the exception.
    enum Role { KeyRole = Qt::UserRole, SizeRole, ChangeRole, SketchRole, FavouriteRole, ExceptionRole, ReasonRole, TallRole };
    using QAbstractListModel::QAbstractListModel;

    void setList(std::shared_ptr<const SeriesList> list);
    void setSearch(const QString &text); ///< series whose name or key contains it
    void setOrder(Order order);
    void setFilter(const SeriesFilter &filter);
    const SeriesFilter &filter() const { return m_filter; }
    void setMarks(std::shared_ptr<const SeriesMarks> marks); ///< of the list that is set; nullptr: none
    const SeriesMarks *marks() const { return m_marks.get(); }
    void setFavourites(const QSet<QString> &keys);
    void setFavourite(const QString &key, bool isFavourite);
    bool isFavourite(const QString &key) const { return m_favourites.contains(key); }
    int seriesCount() const { return m_list ? int(m_list->series.size()) : 0; }
    const SeriesInfo &series(int row) const { return m_list->series.at(m_rows.at(size_t(row))); }
    int rowOf(const QString &key) const; ///< -1 where it is not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void fill();
    const std::vector<int> &ordered() const;
    bool isFiltered(int row) const;        ///< whether the filter shows a place of the list
    QString figureText(int row) const;     ///< what is ordered by, beside the size
    QString exceptionText(int row) const;  ///< a few words; empty where there is none
    QString reasonText(int row) const;     ///< whole sentences; empty where there is none
    QString toolTip(int row) const;

    std::shared_ptr<const SeriesList> m_list;
    std::shared_ptr<const SeriesMarks> m_marks;
    QSet<QString> m_favourites;
    SeriesFilter m_filter;
    std::vector<int> m_rows;
    QString m_search;
    Order m_order = Order::Size;
};

} // namespace foretrail
