#pragma once

#include "core/base/Ids.h"
#include "core/base/Uncopied.h"
#include "core/data/PurchaseHistory.h"
#include "core/data/UserSet.h"
#include "core/jobs/JobContext.h"
#include "core/series/Series.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace foretrail {

/// What is counted or summed in a step. Value is for imported series.
/// revenue: sum of amounts, returns and corrections included (net); quantity: sum of pieces (net);
/// orders: distinct sessions (invoices) of kind purchase, or purchase rows where the log has no session;
/// events: rows; users: distinct known users.
enum class Measure { Revenue, Quantity, Orders, Events, Users, Value };

enum class GroupBy { Total, Item, Category, Kind, Attribute, Series };

QString measureName(Measure measure);
Result<Measure> measureFromName(const QString &name);

/// Of which users a question speaks, as a person says it. core/behaviour/segments finds them in the data.
struct SegmentChoice {
    QString key;        ///< "rfm:loyal", "state:lapsed", "cluster:2", "saved:NAME" or the name alone; without a rule, empty: everybody
    QJsonObject rule{}; ///< what makes them; empty: what the workspace knows by the key
    bool isEverybody() const { return key.isEmpty() && rule.isEmpty(); }
    bool operator==(const SegmentChoice &) const = default;
};

/// Which series: a question to the data, free of any database's words.
struct SeriesQuery {
    Measure measure = Measure::Revenue;
    GroupBy by = GroupBy::Total;
    QString attribute; ///< with GroupBy::Attribute: its name, "Country"; of imported series one that a table gave them
    Step step = Step::Day; ///< ignored for GroupBy::Series: imported series keep their own step
    QStringList keys;  ///< only these series; empty: all
    int top = 0;       ///< the largest only; 0: all. Size is the sum over the whole time, as lists show it
    std::optional<UserId> user; ///< only the rows of this user
    SegmentChoice segment{};    ///< only the rows of these users
    std::shared_ptr<const UserSet> users{}; ///< who they are, looked up by withUsers(); none: not yet, or all. Imported series have no users and stay as they are

    bool operator==(const SeriesQuery &) const = default;
};

/// "total", "item", "category", "kind", "series" or "attr:NAME".
QString groupName(const SeriesQuery &query);
Result<void> setGroup(SeriesQuery &query, const QString &name);

/// A series without its values, for browsers: the largest first.
struct SeriesInfo {
    QString key;
    QString name;
    double size = 0;             ///< sum over the whole time
    qint64 observations = 0;     ///< steps from first to last
    std::vector<float> sketch;   ///< at most 48 points for a small line
    bool isProduct = true;       ///< of GroupBy::Item: false for postage, fees and the like
};

/// What the workspace holds, in numbers.
struct DataSummary {
    qint64 events = 0;
    qint64 users = 0;
    qint64 items = 0;
    qint64 categories = 0;
    qint64 kinds = 0;
    qint64 importedSeries = 0;
    qint64 observations = 0;
    std::optional<UtcMs> firstEvent; ///< of logs with a clock
    std::optional<UtcMs> lastEvent;
    double netRevenue = 0;
    QString timeZone;       ///< IANA name of the calendar that days are cut by
    QString currency;       ///< as given at import; may be empty
    QStringList attributes; ///< names that GroupBy::Attribute takes
    QStringList kindNames;  ///< most frequent first
    bool hasClock = true;    ///< false: no event has a time, only its place in an order; series by calendar are not to be had
    bool hasAmounts = false; ///< false for pure behaviour logs: revenue and quantity mean nothing there
    qint64 rows() const { return events + observations; }
    /// The same of the credible times: events outside of them begin and end nothing.
    DataSummary within(const CredibleTimes &times) const;
    /// The clock that another log joins, so that the same date is the same day; empty where none is there yet.
    QString sharedZone() const { return events > 0 && hasClock ? timeZone : QString(); }
};

/// One line of the customers list.
struct UserRow {
    UserId id;
    QString key;
    UtcMs firstSeen = 0; ///< of an event whose time is credible
    UtcMs lastSeen = 0;
    qint64 events = 0;   ///< these and all below whatever their times
    qint64 orders = 0;   ///< frequency: distinct purchase sessions, or purchase rows where the log has none
    double value = 0;    ///< monetary value: net sum of amounts
    bool hasTimes = true; ///< false: no event of the user has a credible time, and the two above mean nothing
};

/// How often users did something with one key; of an attribute: whether they have that value at all.
struct EventCountQuery {
    GroupBy by = GroupBy::Item; ///< Item, Category, Kind or Attribute (of events, or of a table about users)
    QString attribute;          ///< with Attribute: its name
    QString key;                ///< of the item, category or kind; the value of the attribute
    QString meaning;            ///< only events whose kind means this: "purchase"; empty: any
};

/// One event of a user, for timelines and profiles; text is resolved.
struct UserEvent {
    UtcMs time = 0;
    QString kind;
    QString itemKey;
    QString itemName;
    QString category;
    QString session;
    double quantity = missing;
    double amount = missing;
    QString meaning{}; ///< of its kind: view, cart, favourite, purchase, return, adjustment, other
    bool isPurchase() const { return meaning == QStringLiteral("purchase"); }
};

/// What a table says of a key: a store's type.
struct KeyAttribute {
    QString name;
    QString value;
    bool operator==(const KeyAttribute &) const = default;
};

/// What tables say of all items: by the name of the attribute, then by the key of the item.
using ItemAttributes = QHash<QString, QHash<QString, QString>>;

struct InteractionLog;
struct ShopperLog;

/// The narrow interface through which core asks for data; grouping is done behind it. Answered by the workspace
/// today (WorkspaceData), by another engine later. One object belongs to one thread.
class ShopData : Uncopied {
public:
    virtual ~ShopData() = default;
    virtual Result<DataSummary> summary() = 0;
    /// Names and sizes only.
    virtual Result<QList<SeriesInfo>> listSeries(const SeriesQuery &query, JobContext &job) = 0;
    /// Complete series on a common grid. Steps without events are 0 for sums and counts, from the first to the
    /// last step of the data (items: from their own first event on); imported series keep gaps as missing.
    virtual Result<QList<Series>> series(const SeriesQuery &query, JobContext &job) = 0;
    virtual Result<QList<UserRow>> users(JobContext &job) = 0;
    /// NotFound, with the nearest keys named, when there is no such user. Its times are those stored, credible or not.
    virtual Result<UserRow> user(const QString &key) = 0;
    /// What the times of the log credibly cover; without a clock all of them. Here: from the first event to the last. Cancelled.
    virtual Result<CredibleTimes> credibleTimes(JobContext &job);
    /// Oldest first.
    Result<QList<UserEvent>> eventsOf(UserId user, JobContext &job) { return latestEventsOf(user, -1, job); }
    /// The latest `most` of them, oldest first; a negative number: all.
    virtual Result<QList<UserEvent>> latestEventsOf(UserId user, qint64 most, JobContext &job) = 0;
    /// Their times alone, ascending; quick for any number of them.
    virtual Result<std::vector<UtcMs>> timesOf(UserId user, JobContext &job);
    /// The days on which users bought, of all users. Unsupported where nobody answers it.
    virtual Result<PurchaseHistories> purchaseHistories(const PurchaseQuery &query, JobContext &job);
    /// What tables say of a key, by name; of a user behind them the usual values of their events. `dimension`: user, item, category, session, series.
    virtual Result<QList<KeyAttribute>> attributesOf(const QString &dimension, const QString &key);
    /// What imported tables say of all items; empty where nothing is known. Cancelled.
    virtual Result<ItemAttributes> itemAttributes(JobContext &job);
    /// What shoppers did with items, in one pass over the log; Unsupported where that is not to be had.
    virtual Result<InteractionLog> interactions(JobContext &job);
    /// What each known user did, in one pass over the log; Unsupported where that is not to be had.
    virtual Result<ShopperLog> shoppers(JobContext &job);
    /// The row of a session; NotFound, with the nearest keys named, when there is no such session.
    virtual Result<qint64> session(const QString &key);
    /// That of the first event of an item; empty where its events have none.
    virtual Result<QString> categoryOf(const QString &itemKey);
    /// By the id of the user; shorter where the last ones have none. NotFound names what there is. Unsupported where nobody answers it.
    virtual Result<std::vector<quint32>> eventCounts(const EventCountQuery &query, JobContext &job);
    /// Rows of distinct items of a user, ascending; those of purchases only where there are any. At most 5,000.
    virtual Result<std::vector<qint64>> itemsOf(UserId user);
    /// The key of a row; `dimension` is user, item, category or session. Empty where there is none.
    virtual Result<QString> keyOf(const QString &dimension, qint64 id);
    /// Rows whose key contains the text, whatever the case, ascending. Cancelled; Unsupported where nobody answers it.
    virtual Result<std::vector<qint64>> rowsWith(const QString &dimension, const QString &text, JobContext &job);
    /// A text that changes when the data behind a question may have changed; stored with each run.
    virtual Result<QString> fingerprint() = 0;
};

/// The same of a question with its users: another where those are others.
Result<QString> fingerprintOf(ShopData &data, const SeriesQuery &query);

} // namespace foretrail
