#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace foretrail {

/// One row of a file, upright: the name of each column and what stands in it, which can be changed. Fields beyond the named
/// columns are shown too; those that are emptied are gone, since a row must be as wide as its table. GUI thread only.
class RejectFieldsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setRow(const QStringList &names, const QStringList &fields, bool isEditable);
    /// As changed: exactly as many as there are names, and more only where something stands in them.
    QStringList fields() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void edited();

private:
    QStringList m_names;
    QStringList m_fields;
    bool m_isEditable = false;
};

} // namespace foretrail
