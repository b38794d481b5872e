#pragma once

#include "ui/models/OverrideDraft.h"

#include <QAbstractTableModel>

namespace foretrail {

/// The grid of corrections: a row a step of the forecast. What is typed into the columns of the layers is a correction, see
/// typedOverride(); an empty cell takes it away.
class OverridesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Model, Analyst, Manager, Adjusted, Reason, columnTotal };
    explicit OverridesModel(OverrideDraft &draft, QObject *parent = nullptr);

    /// Of corrections that are made from now on.
    void setNewReason(const QString &reason) { m_newReason = reason; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void refused(const QString &message); ///< what was typed is no correction

private:
    QString text(const AdjustedStep &step, int row, int column) const;
    QString tip(const AdjustedStep &step, int column) const;
    void follow();

    OverrideDraft &m_draft;
    QString m_newReason;
    int m_rows = 0;
};

} // namespace foretrail
