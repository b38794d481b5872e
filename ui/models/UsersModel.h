#pragma once

#include "core/behaviour/UserForecasts.h"
#include "core/behaviour/segments/SegmentJudge.h"
#include "core/data/Questions.h"
#include "core/jobs/JobRunner.h"

#include <QAbstractTableModel>

namespace foretrail {

/// The customers list. Sorting and filtering run as a job, so a million users never hold up the window; the old order
/// stays until the new one is there. GUI thread only.
class UsersModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { User, LastSeen, Orders, Events, Value, Active, Ahead, Worth, State };
    static constexpr int columns = 9;
    enum Role { KeyRole = Qt::UserRole };
    using Users = std::shared_ptr<const QList<UserRow>>;
    using Forecasts = std::shared_ptr<const UserForecasts>;

    explicit UsersModel(JobRunner &jobs, QObject *parent = nullptr);

    /// `summary` gives the last moment of the data, from which recency counts back (ListedUsers::summary), the zone and the currency.
    void setUsers(Users users, const DataSummary &summary);
    void setFilter(const QString &text); ///< users whose key contains the text
    void setSegment(std::shared_ptr<const UserSet> segment); ///< only these; none: everybody
    void setBasis(SharedBasis basis); ///< gives states and RFM names; none: they are not known
    void setForecasts(Forecasts forecasts); ///< gives what is expected of users; none: it is not known
    int userCount() const { return m_users ? int(m_users->size()) : 0; }
    const UserRow &user(int row) const { return m_users->at(m_order.at(size_t(row))); }
    int rowOf(const QString &key) const; ///< -1 where it is not shown
    /// The users as shown, for a job that writes them: a copy of the order, the rows shared.
    struct Shown {
        Users users;
        std::vector<int> order;
        Forecasts forecasts{}; ///< written where they are known
    };
    Shown shown() const { return {m_users, m_order, m_forecasts}; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// What users are told apart by beside their rows; nullptr: not known.
    struct Known {
        const SegmentBasis *basis;
        const UserForecasts *forecasts;
    };
    /// Indexes into `users` of those that match, in the order asked for. Ties keep the order of the keys; what cannot be told stands last.
    static std::vector<int> order(const QList<UserRow> &users, Column column, Qt::SortOrder direction,
                                  const QString &filter, const UserSet *segment = nullptr, const Known &known = {});

Q_SIGNALS:
    void ordered(); ///< a new order is shown

private:
    /// Finds users by their keys; made once for a list of users, in a job.
    struct Places {
        Users users;
        std::vector<std::pair<quint32, int>> byHash; ///< hash of a key and where its user is, ascending
        int of(const QString &key) const;            ///< -1 where there is none
    };
    using SharedPlaces = std::shared_ptr<const Places>;
    struct Ordering {
        std::vector<int> order;
        std::vector<int> rows; ///< by index into the users; -1: not shown
        SharedPlaces places;
    };
    static SharedPlaces placesOf(const Users &users);
    void reorder();
    QString text(const UserRow &user, Column column) const;
    QString title(Column column) const;
    QString titleWords(Column column) const; ///< what the column says, for a tooltip

    JobRunner &m_jobs;
    LatestJob m_ordering;
    Users m_users;
    std::vector<int> m_order, m_rows;
    SharedPlaces m_places;
    DataSummary m_summary;
    QString m_filter;
    std::shared_ptr<const UserSet> m_segment;
    SharedBasis m_basis;
    Forecasts m_forecasts;
    Column m_column = Column::Value;
    Qt::SortOrder m_direction = Qt::DescendingOrder;
};

/// Users for a list, and the times that their log credibly covers.
struct ListedUsers {
    UsersModel::Users users;
    CredibleTimes times;
    /// As setUsers() needs it: the log ends with its last credible moment.
    DataSummary summary(const DataSummary &ofData) const { return ofData.within(times); }
};
/// `only`: of these users; nullptr: of all. Cancelled.
Result<ListedUsers> listUsers(ShopData &data, const UserSet *only, JobContext &job);

/// user,first_seen,last_seen,events,orders,value; times in UTC, empty where a user has none. Where forecasts are known p_active,
/// expected_purchases and expected_value too. Whole or not at all.
Result<void> writeUsers(const UsersModel::Shown &shown, const QString &csvPath);

} // namespace foretrail
