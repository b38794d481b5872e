#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>

namespace foretrail {

/// A table of texts: header, then rows, as chartTable gives them. The first column is left, numbers are right aligned
/// and shown with the separators of the locale.
class TextTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit TextTableModel(QList<QStringList> table = {}, QObject *parent = nullptr);
    void setTable(QList<QStringList> table);
    const QList<QStringList> &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<QStringList> m_table;
};

} // namespace foretrail
