#pragma once

#include "core/behaviour/recommend/RecentSessions.h"
#include "ui/AppSession.h"

#include <QAbstractTableModel>

namespace foretrail {

/// The sessions of the log, the one that began last first. Their order is read once as a job, what is said of each a page at a time as a
/// person scrolls down, so that millions of them hold up nothing. Searching and sorting are jobs, too. GUI thread only.
class SessionsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Start, User, Events, LastItem };
    static constexpr int columns = 4;
    enum Role { KeyRole = Qt::UserRole };

    explicit SessionsModel(AppSession &session, QObject *parent = nullptr);

    void load();   ///< anew, for the users of the chosen segment
    void forget(); ///< another workspace, or other data: nothing is shown until load()
    bool isStale() const { return !m_shop && !m_isReading; }
    bool isReading() const { return m_isReading; }
    void setFilter(const QString &text); ///< sessions whose key, or that of their user, contains the text
    qint64 count() const { return qint64(m_rows.size()); } ///< that match
    qint64 allCount() const { return qint64(m_all.size()); }
    bool isSorted() const { return m_sorted.has_value(); } ///< otherwise than the latest first
    bool hasNone() const { return m_hasNone; } ///< the log has nothing that sessions could be made of
    const ToldSession &told(int row) const { return m_told.at(row); }
    int rowOf(const QString &key) const; ///< -1 where it is not there, or not yet

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override; ///< no column: the latest first

Q_SIGNALS:
    void changed(); ///< other rows, or the first of them are told

private:
    using Shop = std::shared_ptr<const ShopLog>;
    struct Read {
        Shop shop;
        std::vector<quint32> rows;
    };
    struct Sorted {
        SessionOrder by = SessionOrder::Start;
        bool isDescending = false;
        bool operator==(const Sorted &) const = default;
    };
    void show(std::vector<quint32> rows);
    void arrange();
    void append(const QList<ToldSession> &told);
    QString text(const ToldSession &session, Column column) const;

    AppSession &m_session;
    LatestJob m_reading, m_arranging, m_telling;
    Shop m_shop;
    std::vector<quint32> m_all, m_rows;
    QList<ToldSession> m_told;
    QString m_filter;
    std::optional<Sorted> m_sorted;
    bool m_isReading = false;
    bool m_hasNone = false;
    bool m_isTelling = false;
};

} // namespace foretrail
