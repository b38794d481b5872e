#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/ImportReport.h"
#include "ui/AppSession.h"

#include <QAbstractTableModel>

namespace foretrail {

/// The rejected rows of one import, read from the workspace a page at a time as a person scrolls down.
/// GUI thread only.
class RejectsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Line, Column, Value, Reason };
    static constexpr int columns = 4;

    explicit RejectsModel(AppSession &session, QObject *parent = nullptr);
    /// `count` is what the import says; 0 shows nothing and reads nothing.
    void setImport(qint64 importId, qint64 count);

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void append(const QList<RejectedRow> &rows);

    AppSession &m_session;
    LatestJob m_reading;
    QList<RejectedRow> m_rows;
    qint64 m_importId = 0;
    qint64 m_count = 0;
    bool m_isFetching = false;
};

} // namespace foretrail
