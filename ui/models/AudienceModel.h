#pragma once

#include "core/behaviour/recommend/Audience.h"

#include <QAbstractTableModel>

namespace foretrail {

/// Who should see an item: users by score, with the response that may be expected of them.
class AudienceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Rank, User, Score, Expected, Low, High };
    static constexpr int columns = 6;
    enum Role { KeyRole = Qt::UserRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setAudience(const Audience &audience);
    const Audience &audience() const { return m_audience; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Audience m_audience;
};

} // namespace foretrail
