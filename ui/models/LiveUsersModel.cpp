#include "ui/models/LiveUsersModel.h"

#include "ui/models/CellOrder.h"

#include <QLocale>

#include <algorithm>

namespace foretrail {

namespace {

QString itemName(const RecommendedItem &item) { return item.name.isEmpty() ? item.item : item.name; }

QString narrowPercent(double share) { return share == share ? QLocale().toString(100 * share, 'f', share < 0.1 ? 1 : 0) + QStringLiteral("\u202f%") : QStringLiteral("–"); }

} // namespace

QString agoText(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms / 1000);
    return seconds < 60 ? LiveUsersModel::tr("%1 s").arg(seconds) : LiveUsersModel::tr("%1 min").arg(seconds / 60);
}

void LiveUsersModel::setCount(qsizetype count)
{
    if (count < m_users.size()) {
        beginRemoveRows({}, int(count), int(m_users.size()) - 1);
        m_users.resize(count);
        endRemoveRows();
    } else if (count > m_users.size()) {
        beginInsertRows({}, int(m_users.size()), int(count) - 1);
        m_users.resize(count);
        endInsertRows();
    }
}

void LiveUsersModel::setUsers(const QList<ToldUser> &users, UtcMs now)
{
    setCount(std::max(users.size(), m_users.size())); // nobody leaves before the rows have moved
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before) {
        const qint64 id = m_users.at(index.row()).user.id.value;
        const auto place = std::find_if(users.begin(), users.end(), [id](const ToldUser &user) { return user.user.id.value == id; });
        after << (place == users.end() ? QModelIndex() : this->index(int(place - users.begin()), index.column()));
    }
    const qsizetype rows = m_users.size();
    m_users = users;
    m_users.resize(rows);
    m_now = now;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    setCount(users.size());
}

int LiveUsersModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_users.size()); }

int LiveUsersModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QString LiveUsersModel::text(const ToldUser &user, Column column) const
{
    switch (column) {
    case Column::User: return user.key;
    case Column::Last: return agoText(m_now - user.user.visit.last);
    case Column::Events: return QLocale().toString(user.user.visit.events);
    case Column::LastItem: return user.lastItem.isEmpty() ? QStringLiteral("–") : user.lastItem;
    case Column::Intent: return user.user.visit.purchases > 0 ? tr("has bought") : narrowPercent(user.user.intent);
    case Column::Active: return narrowPercent(user.user.active);
    case Column::Next: break;
    }
    QStringList names;
    for (const RecommendedItem &item : user.next)
        names << itemName(item);
    return names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(" · "));
}

/// Who has bought stands above all who may.
QVariant LiveUsersModel::orderOf(const ToldUser &user, Column column)
{
    switch (column) {
    case Column::Last: return -user.user.visit.last; // how long it is ago
    case Column::Intent: return user.user.visit.purchases > 0 ? 1 + double(user.user.visit.purchases) : user.user.intent;
    case Column::Active: return user.user.active;
    default: return {};
    }
}

QVariant LiveUsersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ToldUser &user = m_users[index.row()];
    const auto column = Column(index.column());
    const bool isNumber = column == Column::Events || column == Column::Last || column == Column::Intent || column == Column::Active;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(user, column);
    case UserRole: return user.user.id.value;
    case IntentRole: return user.user.intent;
    case orderRole: return orderOf(user, column);
    case Qt::TextAlignmentRole: return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant LiveUsersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const auto column = Column(section);
    const bool isNumber = column == Column::Events || column == Column::Last || column == Column::Intent || column == Column::Active;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList titles{tr("User"), tr("Last seen"), tr("Events"), tr("Last item"), tr("Buys now"), tr("Active"), tr("What to show next")};
    const QStringList tips{tr("Who is about"), tr("How long the last event is ago, by the clock of the shop"), tr("In this visit"), tr("The item of the last event"),
                           tr("Probability that something is bought later in this visit"), tr("P(active): the probability that the user has not left for good"),
                           tr("The items that are likeliest to come next")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : role == Qt::ToolTipRole ? QVariant(tips[section]) : QVariant();
}

} // namespace foretrail
