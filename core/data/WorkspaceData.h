#pragma once

#include "core/data/Questions.h"

namespace foretrail {

class Connection;

/// The questions of core answered by a workspace file. Events are read once, in the order they were stored, and
/// grouped here: no statement sorts or groups the log inside the database.
class WorkspaceData : public ShopData {
public:
    explicit WorkspaceData(Connection &connection) : m_connection(connection) {}
    Result<DataSummary> summary() override;
    Result<QList<SeriesInfo>> listSeries(const SeriesQuery &query, JobContext &job) override;
    Result<QList<Series>> series(const SeriesQuery &query, JobContext &job) override;
    Result<QList<UserRow>> users(JobContext &job) override;
    Result<UserRow> user(const QString &key) override;
    Result<CredibleTimes> credibleTimes(JobContext &job) override;
    Result<QList<UserEvent>> latestEventsOf(UserId user, qint64 most, JobContext &job) override;
    Result<std::vector<UtcMs>> timesOf(UserId user, JobContext &job) override;
    Result<PurchaseHistories> purchaseHistories(const PurchaseQuery &query, JobContext &job) override;
    Result<QList<KeyAttribute>> attributesOf(const QString &dimension, const QString &key) override;
    Result<ItemAttributes> itemAttributes(JobContext &job) override;
    Result<InteractionLog> interactions(JobContext &job) override;
    Result<ShopperLog> shoppers(JobContext &job) override;
    Result<qint64> session(const QString &key) override;
    Result<QString> categoryOf(const QString &itemKey) override;
    Result<std::vector<quint32>> eventCounts(const EventCountQuery &query, JobContext &job) override;
    Result<std::vector<qint64>> itemsOf(UserId user) override;
    Result<QString> keyOf(const QString &dimension, qint64 id) override;
    Result<std::vector<qint64>> rowsWith(const QString &dimension, const QString &text, JobContext &job) override;
    Result<QString> fingerprint() override;

private:
    Connection &m_connection;
};

} // namespace foretrail
