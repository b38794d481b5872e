#pragma once

#include "core/data/Import.h"
#include "core/data/ImportHistory.h"
#include "ui/AppSession.h"

#include <QAbstractTableModel>

namespace foretrail {

/// The rejected rows of one import, read from the workspace a page at a time as a person scrolls down. A value can be
/// corrected where the row was kept with its fields; corrections wait in the session until they are fed again. The workspace sorts them.
/// GUI thread only.
class RejectsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Line, Column, Value, Reason };
    static constexpr int columns = 4;

    explicit RejectsModel(AppSession &session, QObject *parent = nullptr);
    /// `count` is what the import says; 0 shows nothing and reads nothing. An empty reason shows all rows, another only the
    /// rows rejected for it.
    void setImport(qint64 importId, qint64 count, const QString &reason = {});
    /// Names of the import's columns, so that a value's place in its row is known.
    void setColumnNames(const QStringList &names);
    const QStringList &columnNames() const { return m_names; }
    void setEditable(bool isEditable) { m_isEditable = isEditable; }

    const RejectedRow &reject(int row) const { return m_rows.at(row); }
    /// The fields as corrected, else as read.
    QStringList fields(int row) const;
    bool canCorrect(int row) const { return m_isEditable && !m_rows.at(row).fields.isEmpty(); }
    /// Other fields for a row; those it was read with take the correction back.
    void correct(int row, const QStringList &fields);
    QList<Correction> corrections() const { return m_session.corrections().of(m_importId); }

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void correctionsChanged();

private:
    void append(const QList<RejectedRow> &rows);
    int fieldOf(int row) const; ///< index of the rejected value in the row's fields, or -1
    bool isCorrected(int row) const { return m_session.corrections().contains(m_importId, m_rows.at(row).id); }
    void onCorrected(qint64 importId);
    QString text(int row, Column column) const;

    AppSession &m_session;
    LatestJob m_reading;
    QList<RejectedRow> m_rows;
    QStringList m_names;
    QString m_reason;
    RejectOrder m_order;
    qint64 m_importId = 0;
    qint64 m_count = 0;
    bool m_isFetching = false;
    bool m_isEditable = true;
};

} // namespace foretrail
