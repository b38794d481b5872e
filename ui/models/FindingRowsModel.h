#pragma once

#include "core/data/Quality.h"
#include "ui/AppSession.h"

#include <QAbstractTableModel>

namespace foretrail {

/// Rows of `limit` from `first` on, and how many there are; on a job's thread.
using RowsReader = std::function<Result<FindingRows>(Workspace &workspace, qint64 first, int limit, JobContext &job)>;

/// The rows behind one finding or another number, read a page at a time as a person scrolls down; all at once, by a job, where they are
/// sorted or searched. GUI thread only.
class FindingRowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int mostArranged = 50'000; ///< rows; more are neither sorted nor searched
    explicit FindingRowsModel(AppSession &session, QObject *parent = nullptr);
    void setFinding(const Finding &finding);
    void setReader(RowsReader reader, const QString &title); ///< `title`: of the job that reads
    void clear();
    void setFilter(const QString &text); ///< rows that contain the text
    qint64 total() const { return m_rows.total; } ///< of rows that contain it
    const RowsReader &reader() const { return m_reader; } ///< empty while nothing is asked for
    bool isReading() const { return m_isFetching; }

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override; ///< no column: as they come

Q_SIGNALS:
    void pageRead(bool isFirst);
    void tooMany(); ///< to be sorted or searched: they are shown as they come

private:
    struct Wanted {
        int column = -1;
        Qt::SortOrder order = Qt::AscendingOrder;
        QString text;
        bool isAsTheyCome() const { return column < 0 && text.isEmpty(); }
        bool operator==(const Wanted &) const = default;
    };
    static FindingRows arranged(FindingRows rows, const Wanted &wanted);
    void want(const Wanted &wanted);
    void take(const FindingRows &page);
    bool isNumeric(int column) const; ///< by its first row

    AppSession &m_session;
    LatestJob m_reading;
    RowsReader m_reader;
    QString m_jobTitle;
    FindingRows m_rows;
    Wanted m_wanted;
    bool m_isFetching = false;
    bool m_isComplete = true;
};

} // namespace foretrail
