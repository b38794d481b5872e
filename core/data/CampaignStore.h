#pragma once

#include "core/base/Ids.h"
#include "core/data/Workspace.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>

#include <functional>
#include <optional>

namespace foretrail {

/// A campaign as the workspace keeps it. What stands in the objects is core/advertising's business.
struct StoredCampaign {
    qint64 id = 0;
    QString name;
    QJsonObject definition;
    QJsonObject state; ///< what the policy has learnt; empty: to be learnt again from the decisions
    QDateTime created; ///< UTC
};

/// Real ones were shown to people, simulated ones to nobody; no number speaks of both.
enum class DecisionKind { Real, Simulated };

/// One showing.
struct StoredDecision {
    qint64 id = 0;
    UtcMs time = 0;
    UserId user;                  ///< 0: erased
    int arm = 0;                  ///< place in the items of the campaign
    double propensity = 0;        ///< chance that this arm had, above 0
    QJsonObject context;          ///< empty where the user was erased
    std::optional<double> reward; ///< none: not known yet
};

struct DecisionCounts {
    qint64 shown = 0;
    qint64 known = 0;    ///< with a reward that is known
    double rewards = 0;  ///< sum of them
    qint64 users = 0;    ///< distinct, erased ones apart
    bool operator==(const DecisionCounts &) const = default;
};

/// What counts for the next decision, as it stands in the transaction that writes it.
struct DecisionMoment {
    qint64 shown = 0;       ///< by the campaign
    qint64 shownToUser = 0;
    QJsonObject state;
};

enum class DecisionFilter { All, Open, Known };

/// Campaigns and their decisions in a workspace. A name is trimmed. Writers wait for each other until the job is asked to stop.
class CampaignStore {
public:
    explicit CampaignStore(Workspace &workspace) : m_workspace(workspace) {}

    Result<QList<StoredCampaign>> list();             ///< by name
    Result<StoredCampaign> load(const QString &name); ///< NotFound names the campaigns there are
    /// InvalidInput where there is one of that name: decisions of one campaign never speak of two.
    Result<void> add(const QString &name, const QJsonObject &definition, JobContext &job);
    /// With its decisions; how many real ones there were.
    Result<qint64> remove(const QString &name, JobContext &job);

    Result<DecisionCounts> counts(qint64 campaign, DecisionKind kind);
    /// A real decision. Counts, asks and writes in one transaction, so that no other program decides in between: `ask` gives what is to be stored,
    /// or nothing where nothing is shown. Returns it with its id, the user and the time.
    using Decide = std::function<Result<std::optional<StoredDecision>>(const DecisionMoment &)>;
    Result<std::optional<StoredDecision>> decide(qint64 campaign, UserId user, UtcMs time, const Decide &ask, JobContext &job);
    /// Many at once, all or none.
    Result<void> append(qint64 campaign, DecisionKind kind, const QList<StoredDecision> &decisions, JobContext &job);
    /// The newest `most` first; a negative number: all.
    Result<QList<StoredDecision>> newest(qint64 campaign, DecisionKind kind, DecisionFilter filter, qint64 most, JobContext &job);
    /// In the order in which they were stored.
    Result<QList<StoredDecision>> decisions(qint64 campaign, DecisionKind kind, DecisionFilter filter, JobContext &job);
    Result<std::optional<StoredDecision>> decision(qint64 campaign, DecisionKind kind, qint64 id);

    /// Rewards by the id of a real decision; those that are known already stay. `learn` gives the state from the one before and the
    /// decisions that were settled now, in the order in which they were stored. One transaction. Returns those.
    using Learn = std::function<Result<QJsonObject>(const QJsonObject &state, const QList<StoredDecision> &settled)>;
    Result<QList<StoredDecision>> settle(qint64 campaign, const QHash<qint64, double> &rewards, const Learn &learn, JobContext &job);

    Result<qint64> clearSimulated(qint64 campaign, JobContext &job); ///< how many there were

private:
    Workspace &m_workspace;
};

} // namespace foretrail
