#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QStringList>
#include <QVariant>

namespace foretrail {

/// A table of texts: header, then rows, as chartTable gives them. The first column is left, numbers are right aligned
/// and shown with the separators of the locale. Rows are sorted by what the texts say, or by what is said beside them.
class TextTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit TextTableModel(QList<QStringList> table = {}, QObject *parent = nullptr);
    /// By column: what each row is sorted by where its text does not tell, as a time in the language of the person; NaN stands last.
    using Orders = QHash<int, QVariantList>;
    void setTable(QList<QStringList> table, Orders orders = {});
    const QList<QStringList> &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<QStringList> m_table;
    Orders m_orders;
};

} // namespace foretrail
