#include "ui/models/AudienceModel.h"

#include "ui/charts/Ticks.h"
#include "ui/models/CellOrder.h"
#include "ui/models/RecommendWords.h"

namespace foretrail {

namespace {

QString audienceCell(const Audience &audience, const AudienceUser &user, int row, AudienceModel::Column column)
{
    const QString none = QStringLiteral("–");
    switch (column) {
    case AudienceModel::Column::Rank: return QLocale().toString(row + 1);
    case AudienceModel::Column::User: return user.key;
    case AudienceModel::Column::Score: return user.score > 0 ? plainNumber(user.score) : none;
    case AudienceModel::Column::Expected: return user.band < 0 ? none : percentText(audience.bands[user.band].rate.share);
    case AudienceModel::Column::Low: return user.band < 0 ? none : percentText(audience.bands[user.band].rate.low);
    case AudienceModel::Column::High: return user.band < 0 ? none : percentText(audience.bands[user.band].rate.high);
    }
    return {};
}

} // namespace

void AudienceModel::setAudience(const Audience &audience)
{
    beginResetModel();
    m_audience = audience;
    endResetModel();
}

int AudienceModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_audience.users.size()); }

int AudienceModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QVariant AudienceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AudienceUser &user = m_audience.users[index.row()];
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return audienceCell(m_audience, user, index.row(), column);
    if (role == KeyRole)
        return user.key;
    if (role == orderRole && column == Column::Score)
        return user.score > 0 ? user.score : missing;
    if (role == Qt::ToolTipRole && user.band >= 0)
        return tr("%1 of %2 users of this part of the order responded").arg(QLocale().toString(m_audience.bands[user.band].responses), QLocale().toString(m_audience.bands[user.band].users));
    if (role == Qt::TextAlignmentRole)
        return QVariant((column == Column::User ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

QVariant AudienceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((Column(section) == Column::User ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Rank: return tr("#", "place on a list");
    case Column::User: return tr("User");
    case Column::Score: return tr("Score");
    case Column::Expected: return tr("Expected");
    case Column::Low: return tr("Low", "lower end of the 95 % interval");
    case Column::High: return tr("High", "upper end of the 95 % interval");
    }
    return {};
}

} // namespace foretrail
