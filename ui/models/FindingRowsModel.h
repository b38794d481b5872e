#pragma once

#include "core/data/Quality.h"
#include "ui/AppSession.h"

#include <QAbstractTableModel>

namespace foretrail {

/// Rows of `limit` from `first` on, and how many there are; on a job's thread.
using RowsReader = std::function<Result<FindingRows>(Workspace &workspace, qint64 first, int limit, JobContext &job)>;

/// The rows behind one finding or another number, read a page at a time as a person scrolls down. GUI thread only.
class FindingRowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit FindingRowsModel(AppSession &session, QObject *parent = nullptr);
    void setFinding(const Finding &finding);
    void setReader(RowsReader reader, const QString &title); ///< `title`: of the job that reads
    void clear();
    qint64 total() const { return m_rows.total; }
    const RowsReader &reader() const { return m_reader; } ///< empty while nothing is asked for
    bool isReading() const { return m_isFetching; }

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void pageRead(bool isFirst);

private:
    void take(const FindingRows &page);
    bool isNumeric(int column) const; ///< by its first row

    AppSession &m_session;
    LatestJob m_reading;
    RowsReader m_reader;
    QString m_jobTitle;
    FindingRows m_rows;
    bool m_isFetching = false;
    bool m_isComplete = true;
};

} // namespace foretrail
