#pragma once

#include "core/data/Quality.h"
#include "ui/AppSession.h"

#include <QAbstractTableModel>

namespace foretrail {

/// The rows behind one finding, read a page at a time as a person scrolls down. GUI thread only.
class FindingRowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit FindingRowsModel(AppSession &session, QObject *parent = nullptr);
    void setFinding(const Finding &finding);
    void clear();
    qint64 total() const { return m_rows.total; }
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
    std::optional<Finding> m_finding;
    FindingRows m_rows;
    bool m_isFetching = false;
    bool m_isComplete = true;
};

} // namespace foretrail
