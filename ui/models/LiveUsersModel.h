#pragma once

#include "core/live/LiveSnapshot.h"

#include <QAbstractTableModel>

namespace foretrail {

/// Visits that are not over, who is likeliest to buy first. Rows keep their users as they move, so that a selection stays with its user.
class LiveUsersModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { User, Last, Events, LastItem, Intent, Active, Next };
    static constexpr int columns = 7;
    enum Role { UserRole = Qt::UserRole, IntentRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setUsers(const QList<ToldUser> &users, UtcMs now);
    const QList<ToldUser> &users() const { return m_users; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ToldUser &user, Column column) const;
    static QVariant orderOf(const ToldUser &user, Column column); ///< invalid: as its text says
    void setCount(qsizetype count);

    QList<ToldUser> m_users;
    UtcMs m_now = 0;
};

/// "12 s", "5 min": how long ago.
QString agoText(qint64 ms);

} // namespace foretrail
