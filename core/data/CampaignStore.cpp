#include "core/data/CampaignStore.h"

#include "core/data/NamedJson.h"
#include "core/data/sqlite/Writing.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct CampaignStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::CampaignStore) };

constexpr char campaignTable[] = "campaigns";
constexpr char decisionColumns[] = "SELECT id, time, user_id, arm, propensity, context, reward FROM campaign_decisions WHERE campaign_id = ?1 AND simulated = ?2 ";
constexpr qint64 decisionsBetweenLooks = 1 << 14;

QByteArray compactCampaignJson(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }
QJsonObject campaignObject(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

QJsonObject stateOf(Connection &connection, qint64 campaign)
{
    Statement row = connection.prepare("SELECT state FROM campaigns WHERE id = ?1");
    row.bind(1, campaign);
    return row.step() ? campaignObject(row.text(0)) : QJsonObject();
}

void keepState(Connection &connection, qint64 campaign, const QJsonObject &state)
{
    const QByteArray text = compactCampaignJson(state);
    Statement keep = connection.prepare("UPDATE campaigns SET state = ?2 WHERE id = ?1");
    keep.bind(1, campaign);
    keep.bind(2, std::string_view(text.constData(), size_t(text.size())));
    keep.run();
}

StoredCampaign campaignFrom(Connection &connection, const NamedJson::Row &row)
{
    return {row.id, row.name, row.definition, stateOf(connection, row.id), row.created};
}

StoredDecision decisionFrom(const Statement &row)
{
    StoredDecision decision{row.integer(0), row.integer(1), UserId{row.integer(2)}, int(row.integer(3)), row.real(4), campaignObject(row.text(5)), {}};
    if (!row.isNull(6))
        decision.reward = row.real(6);
    return decision;
}

Error unknownCampaign(const NamedJson &kept, const QString &name)
{
    const QStringList known = kept.latestNames();
    return {ErrorCode::NotFound, known.isEmpty()
        ? CampaignStoreText::tr("There is no campaign %1: the workspace holds none yet. Add one first.").arg(name)
        : CampaignStoreText::tr("There is no campaign %1. There are: %2.").arg(name, known.join(QStringLiteral(", "))), {}};
}

const char *filterSql(DecisionFilter filter)
{
    if (filter == DecisionFilter::All)
        return "";
    return filter == DecisionFilter::Open ? "AND reward IS NULL " : "AND reward IS NOT NULL ";
}

void bindCampaign(Statement &statement, qint64 campaign, DecisionKind kind)
{
    statement.bind(1, campaign);
    statement.bind(2, qint64(kind == DecisionKind::Simulated));
}

/// Writes decisions of one campaign, within a transaction of the caller.
class DecisionWriter {
public:
    DecisionWriter(Connection &connection, qint64 campaign, DecisionKind kind)
        : m_connection(connection),
          m_insert(connection.prepare("INSERT INTO campaign_decisions(campaign_id, simulated, time, user_id, arm, propensity, context, reward) "
                                      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"))
    {
        bindCampaign(m_insert, campaign, kind);
    }
    qint64 write(const StoredDecision &decision)
    {
        const QByteArray context = compactCampaignJson(decision.context);
        m_insert.bind(3, decision.time);
        m_insert.bindId(4, decision.user.value);
        m_insert.bind(5, qint64(decision.arm));
        m_insert.bind(6, decision.propensity);
        m_insert.bind(7, std::string_view(context.constData(), size_t(context.size())));
        if (decision.reward)
            m_insert.bind(8, *decision.reward);
        else
            m_insert.bindNull(8);
        m_insert.run();
        return sqlite3_last_insert_rowid(m_connection.handle());
    }

private:
    Connection &m_connection;
    Statement m_insert;
};

void countShown(Connection &connection, qint64 campaign, qint64 more)
{
    Statement update = connection.prepare("UPDATE campaigns SET shown = shown + ?2 WHERE id = ?1");
    update.bind(1, campaign);
    update.bind(2, more);
    update.run();
}

DecisionMoment momentOf(Connection &connection, qint64 campaign, UserId user)
{
    DecisionMoment moment;
    Statement row = connection.prepare("SELECT shown, state FROM campaigns WHERE id = ?1");
    row.bind(1, campaign);
    if (row.step()) {
        moment.shown = row.integer(0);
        moment.state = campaignObject(row.text(1));
    }
    Statement ofUser = connection.prepare("SELECT COUNT(*) FROM campaign_decisions WHERE campaign_id = ?1 AND simulated = ?2 AND user_id = ?3");
    bindCampaign(ofUser, campaign, DecisionKind::Real);
    ofUser.bind(3, user.value);
    if (ofUser.step())
        moment.shownToUser = ofUser.integer(0);
    return moment;
}

Result<QList<StoredDecision>> readDecisions(Connection &connection, qint64 campaign, DecisionKind kind, const std::string &rest, qint64 most, JobContext &job)
{
    return connection.guarded([&]() -> Result<QList<StoredDecision>> {
        StopScope scope(connection, job);
        Statement rows = connection.prepare(std::string(decisionColumns) + rest + " LIMIT ?3");
        bindCampaign(rows, campaign, kind);
        rows.bind(3, most);
        QList<StoredDecision> decisions;
        while (rows.step()) {
            if (decisions.size() % decisionsBetweenLooks == 0 && job.stopRequested())
                return fail(Error::cancelled());
            decisions.append(decisionFrom(rows));
        }
        return decisions;
    });
}

} // namespace

Result<QList<StoredCampaign>> CampaignStore::list()
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<StoredCampaign>> {
        QList<StoredCampaign> campaigns;
        for (const NamedJson::Row &row : NamedJson(connection, campaignTable).list())
            campaigns.append(campaignFrom(connection, row));
        return campaigns;
    });
}

Result<StoredCampaign> CampaignStore::load(const QString &name)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<StoredCampaign> {
        const NamedJson kept(connection, campaignTable);
        const std::optional<NamedJson::Row> row = kept.find(name.trimmed());
        if (!row)
            return fail(unknownCampaign(kept, name.trimmed()));
        return campaignFrom(connection, *row);
    });
}

Result<void> CampaignStore::add(const QString &name, const QJsonObject &definition, JobContext &job)
{
    const QString kept = name.trimmed();
    if (kept.isEmpty())
        return fail(ErrorCode::InvalidInput, CampaignStoreText::tr("A campaign needs a name. Give it one."));
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        const NamedJson table(connection, campaignTable);
        if (table.has(kept))
            return fail(ErrorCode::InvalidInput, CampaignStoreText::tr("There is a campaign %1 already. Choose another name, or remove it with its decisions first.").arg(kept));
        table.put(kept, definition);
        return {};
    });
}

Result<qint64> CampaignStore::remove(const QString &name, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<qint64> {
        const NamedJson table(connection, campaignTable);
        const std::optional<NamedJson::Row> row = table.find(name.trimmed());
        if (!row)
            return fail(unknownCampaign(table, name.trimmed()));
        const qint64 shown = momentOf(connection, row->id, {}).shown;
        table.remove(row->name);
        return shown;
    });
}

Result<DecisionCounts> CampaignStore::counts(qint64 campaign, DecisionKind kind)
{
    const Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<DecisionCounts> {
        Statement row = connection.prepare("SELECT COUNT(*), COUNT(reward), TOTAL(reward), COUNT(DISTINCT user_id) FROM campaign_decisions "
                                           "WHERE campaign_id = ?1 AND simulated = ?2");
        bindCampaign(row, campaign, kind);
        row.step();
        return DecisionCounts{row.integer(0), row.integer(1), row.real(2), row.integer(3)};
    });
}

Result<std::optional<StoredDecision>> CampaignStore::decide(qint64 campaign, UserId user, UtcMs time, const Decide &ask, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<std::optional<StoredDecision>> {
        Result<std::optional<StoredDecision>> decided = ask(momentOf(connection, campaign, user));
        if (decided && *decided) {
            (*decided)->user = user;
            (*decided)->time = time;
            (*decided)->id = DecisionWriter(connection, campaign, DecisionKind::Real).write(**decided);
            countShown(connection, campaign, 1);
        }
        return decided;
    });
}

Result<void> CampaignStore::append(qint64 campaign, DecisionKind kind, const QList<StoredDecision> &decisions, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        DecisionWriter writer(connection, campaign, kind);
        for (const StoredDecision &decision : decisions)
            writer.write(decision);
        if (kind == DecisionKind::Real)
            countShown(connection, campaign, decisions.size());
        return {};
    });
}

Result<QList<StoredDecision>> CampaignStore::newest(qint64 campaign, DecisionKind kind, DecisionFilter filter, qint64 most, JobContext &job)
{
    return readDecisions(m_workspace.connection(), campaign, kind, std::string(filterSql(filter)) + "ORDER BY id DESC", most, job);
}

Result<QList<StoredDecision>> CampaignStore::decisions(qint64 campaign, DecisionKind kind, DecisionFilter filter, JobContext &job)
{
    return readDecisions(m_workspace.connection(), campaign, kind, std::string(filterSql(filter)) + "ORDER BY id", -1, job);
}

Result<std::optional<StoredDecision>> CampaignStore::decision(qint64 campaign, DecisionKind kind, qint64 id)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<std::optional<StoredDecision>> {
        Statement row = connection.prepare(std::string(decisionColumns) + "AND id = ?3");
        bindCampaign(row, campaign, kind);
        row.bind(3, id);
        return row.step() ? std::optional(decisionFrom(row)) : std::optional<StoredDecision>();
    });
}

Result<QList<StoredDecision>> CampaignStore::settle(qint64 campaign, const QHash<qint64, double> &rewards, const Learn &learn, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<QList<StoredDecision>> {
        Result<QList<StoredDecision>> open = readDecisions(connection, campaign, DecisionKind::Real, "AND reward IS NULL ORDER BY id", -1, job);
        if (!open)
            return open;
        QList<StoredDecision> settled;
        Statement update = connection.prepare("UPDATE campaign_decisions SET reward = ?2 WHERE id = ?1");
        for (StoredDecision &decision : *open) {
            const auto reward = rewards.constFind(decision.id);
            if (reward == rewards.cend())
                continue;
            decision.reward = *reward;
            update.bind(1, decision.id);
            update.bind(2, *reward);
            update.run();
            settled.append(decision);
        }
        const Result<QJsonObject> state = learn(stateOf(connection, campaign), settled);
        if (!state)
            return fail(state.error());
        keepState(connection, campaign, *state);
        return settled;
    });
}

Result<qint64> CampaignStore::clearSimulated(qint64 campaign, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<qint64> {
        Statement all = connection.prepare("DELETE FROM campaign_decisions WHERE campaign_id = ?1 AND simulated = 1");
        all.bind(1, campaign);
        all.run();
        return sqlite3_changes(connection.handle());
    });
}

} // namespace foretrail
