#include "ui/models/UserSessionsModel.h"

#include "ui/charts/Ticks.h"
#include "ui/models/CellOrder.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace foretrail {

void UserSessionsModel::setSessions(const QList<UserSession> &sessions, const DataSummary &summary)
{
    beginResetModel();
    m_sessions = sessions;
    m_summary = summary;
    m_clock = ZoneClock(QTimeZone(summary.timeZone.toLatin1()));
    endResetModel();
}

QString UserSessionsModel::text(const UserSession &session, Column column) const
{
    const QLocale locale;
    switch (column) {
    case Column::Begin: {
        if (!m_summary.hasClock)
            return session.key;
        const WallMs wall = m_clock.toWall(session.start);
        return QStringLiteral("%1 %2").arg(dateText(wall), QDateTime::fromMSecsSinceEpoch(wall, Qt::UTC).toString(QStringLiteral("HH:mm")));
    }
    case Column::Minutes: return m_summary.hasClock ? locale.toString((session.end - session.start + 30'000) / 60'000) : QStringLiteral("–");
    case Column::Events: return locale.toString(session.events);
    case Column::Items: return locale.toString(session.items);
    case Column::Bought: return session.purchases > 0 ? locale.toString(session.purchases) : tr("no");
    case Column::Value: return locale.toString(session.value, 'f', 0);
    }
    return {};
}

QVariant UserSessionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const UserSession &one = session(index.row());
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return text(one, column);
    if (role == orderRole && column == Column::Begin && m_summary.hasClock)
        return one.start;
    if (role == orderRole && column == Column::Minutes && m_summary.hasClock)
        return one.end - one.start;
    if (role == orderRole && column == Column::Bought)
        return one.purchases;
    if (role == orderRole && column == Column::Value)
        return one.value;
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::Begin ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == Column::Begin)
        return one.key.isEmpty() ? tr("A visit without a pause of half an hour; the log does not name it.") : one.key;
    return {};
}

QVariant UserSessionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::Begin ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == Column::Minutes)
        return tr("Minutes from the first event to the last");
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Begin: return tr("Begin");
    case Column::Minutes: return tr("Min", "minutes");
    case Column::Events: return tr("Events");
    case Column::Items: return tr("Items");
    case Column::Bought: return tr("Bought");
    case Column::Value: return tr("Value");
    }
    return {};
}

} // namespace foretrail
