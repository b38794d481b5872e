#pragma once

#include "core/behaviour/UserProfile.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace foretrail {

/// All sessions of one user, the last one on top. Text is made for the rows in sight only.
class UserSessionsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Begin, Minutes, Events, Items, Bought, Value };
    static constexpr int columns = 6;

    using QAbstractTableModel::QAbstractTableModel;
    void setSessions(const QList<UserSession> &sessions, const DataSummary &summary);
    const UserSession &session(int row) const { return m_sessions[m_sessions.size() - 1 - row]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_sessions.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : columns; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const UserSession &session, Column column) const;
    QList<UserSession> m_sessions; ///< oldest first
    DataSummary m_summary;
    mutable ZoneClock m_clock{QTimeZone("UTC")};
};

} // namespace foretrail
