#include "ui/models/CampaignWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace foretrail::CampaignWords {

namespace {

struct CampaignWordsText { Q_DECLARE_TR_FUNCTIONS(foretrail::CampaignWords) };

struct PolicyWords {
    const char *key, *title, *tip;
};

constexpr PolicyWords policyWords[] = {
    {"uniform", QT_TRANSLATE_NOOP("foretrail::CampaignWords", "Even draw"), QT_TRANSLATE_NOOP("foretrail::CampaignWords", "Every item as often as the others: what the others are compared with.")},
    {"rules", QT_TRANSLATE_NOOP("foretrail::CampaignWords", "Rules"), QT_TRANSLATE_NOOP("foretrail::CampaignWords", "The first rule that holds for a user says the item. Nothing is learnt.")},
    {"score", QT_TRANSLATE_NOOP("foretrail::CampaignWords", "Scores of a model"), QT_TRANSLATE_NOOP("foretrail::CampaignWords", "What a recommender scores high for a user is shown more often. Rewards teach nothing.")},
    {"thompson", QT_TRANSLATE_NOOP("foretrail::CampaignWords", "Thompson sampling"), QT_TRANSLATE_NOOP("foretrail::CampaignWords", "Learns which item is rewarded most often, the same for everybody; the surer it is, the less it tries.")},
    {"linear-thompson", QT_TRANSLATE_NOOP("foretrail::CampaignWords", "Linear Thompson sampling"), QT_TRANSLATE_NOOP("foretrail::CampaignWords", "Learns which kind of user rewards which item, and tries what it is not sure of.")},
    {"linucb", QT_TRANSLATE_NOOP("foretrail::CampaignWords", "LinUCB"), QT_TRANSLATE_NOOP("foretrail::CampaignWords", "Learns which kind of user rewards which item, and shows the one that may be the best for this user.")}};

const PolicyWords *wordsOf(const QString &policy)
{
    for (const PolicyWords &words : policyWords)
        if (policy == QLatin1String(words.key))
            return &words;
    return nullptr;
}

QString counted(qint64 count) { return QLocale().toString(count); }
QString shareText(double share, int digits = 1) { return std::isnan(share) ? QStringLiteral("–") : QLocale().toString(100 * share, 'f', digits); }

QString intervalText(double value, double low, double high)
{
    return std::isnan(value) ? QStringLiteral("–") : CampaignWordsText::tr("%1 (%2 to %3)", "a share with its interval, in %").arg(shareText(value), shareText(low), shareText(high));
}

QString estimateText(const ValueEstimate &estimate) { return intervalText(estimate.value, estimate.low, estimate.high); }

QString rateText(const CampaignTotals &totals) { return totals.known == 0 ? QStringLiteral("–") : intervalText(totals.rate.share, totals.rate.low, totals.rate.high); }

QString itemsText(const QStringList &items)
{
    constexpr qsizetype most = 4;
    return items.size() <= most ? items.join(QStringLiteral(", ")) : CampaignWordsText::tr("%1 and %2 more").arg(items.first(most).join(QStringLiteral(", "))).arg(items.size() - most);
}

QString rewardText(const std::optional<double> &reward)
{
    if (!reward)
        return CampaignWordsText::tr("open", "a reward that is not known yet");
    return *reward == 0 || *reward == 1 ? QLocale().toString(qint64(*reward)) : QLocale().toString(*reward, 'f', 2);
}

} // namespace

QString policyTitle(const QString &policy)
{
    const PolicyWords *words = wordsOf(policy);
    return words ? CampaignWordsText::tr(words->title) : policy;
}

QString policyTip(const QString &policy)
{
    const PolicyWords *words = wordsOf(policy);
    return words ? CampaignWordsText::tr(words->tip) : QString();
}

QList<QStringList> overviewTable(const QList<CampaignOverview> &campaigns)
{
    QList<QStringList> rows{{CampaignWordsText::tr("Campaign"), CampaignWordsText::tr("Decided by"), CampaignWordsText::tr("Items"), CampaignWordsText::tr("Shown"), CampaignWordsText::tr("Users"),
                             CampaignWordsText::tr("Rewarded"), CampaignWordsText::tr("Rate, %"), CampaignWordsText::tr("Budget left"), CampaignWordsText::tr("Simulated")}};
    for (const CampaignOverview &one : campaigns) {
        const CampaignTotals &totals = one.totals;
        rows << QStringList{one.campaign.name, policyTitle(one.campaign.policy.name), itemsText(one.campaign.items), counted(totals.shown), counted(totals.users),
                            CampaignWordsText::tr("%1 of %2").arg(QLocale().toString(totals.rewards, 'f', 0), counted(totals.known)), rateText(totals), counted(totals.budgetLeft),
                            counted(one.simulated.shown)};
    }
    return rows;
}

QList<QStringList> decisionTable(const NewestDecisions &newest, const QString &timeZone)
{
    const QTimeZone zone(timeZone.isEmpty() ? QByteArrayLiteral("UTC") : timeZone.toLatin1());
    QList<QStringList> rows{{CampaignWordsText::tr("Time"), CampaignWordsText::tr("User"), CampaignWordsText::tr("Item"), CampaignWordsText::tr("Propensity, %"),
                             CampaignWordsText::tr("Reward")}};
    for (const ShownDecision &one : newest.decisions) {
        const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(one.decision.time, zone), QLocale::ShortFormat);
        rows << QStringList{time, one.user.isEmpty() ? CampaignWordsText::tr("(erased)") : one.user, newest.items.value(one.decision.arm), shareText(one.decision.propensity),
                            rewardText(one.decision.reward)};
    }
    return rows;
}

QList<QStringList> estimateTable(const CampaignEvaluation &evaluation)
{
    const QString none = QStringLiteral("–");
    QList<QStringList> rows{{CampaignWordsText::tr("Policy"), QStringLiteral("IPS"), QStringLiteral("SNIPS"), CampaignWordsText::tr("Doubly robust"), CampaignWordsText::tr("Beyond what was decided"),
                             CampaignWordsText::tr("Effective showings"), CampaignWordsText::tr("Evidence")}};
    const QString logged = estimateText(evaluation.logged);
    rows << QStringList{CampaignWordsText::tr("As it was decided"), logged, logged, none, none, counted(evaluation.judgedOn), none};
    for (int place = 0; place < evaluation.policies.size(); ++place) {
        const auto &[policy, report] = evaluation.policies[place];
        const double beyond = report.doublyRobust.value - report.logged.value;
        rows << QStringList{policyTitle(policy), estimateText(report.ips), estimateText(report.snips), estimateText(report.doublyRobust),
                            shareText(beyond), QLocale().toString(report.effectiveSize, 'f', 0),
                            place == evaluation.best ? CampaignWordsText::tr("shown to be better") : report.isEnough ? CampaignWordsText::tr("enough") : CampaignWordsText::tr("not enough evidence")};
    }
    return rows;
}

QString told(const CampaignEvaluation &evaluation)
{
    const QString best = evaluation.best < 0 ? QString() : policyTitle(evaluation.policies[evaluation.best].policy);
    const QString based = CampaignWordsText::tr("Learnt from %1 showings, judged on the %2 after them.").arg(counted(evaluation.learntFrom), counted(evaluation.judgedOn));
    const QString made = evaluation.kind == DecisionKind::Simulated ? CampaignWordsText::tr("By simulated showings:") + u' ' : QString();
    return made + evaluation.sentence(best) + u' ' + based;
}

QString told(const CampaignSimulation &simulation, qint64 asked)
{
    QString text = CampaignWordsText::tr("Simulated, nobody saw anything.") + u' ' + simulation.sentence(policyTitle(simulation.policy));
    if (simulation.isBudgetSpent && simulation.rounds < asked)
        text += u' ' + CampaignWordsText::tr("The budget was spent after %1 of %2 rounds.").arg(counted(simulation.rounds), counted(asked));
    if (simulation.capped > 0)
        text += u' ' + CampaignWordsText::tr("In %1 rounds the user had seen enough.").arg(counted(simulation.capped));
    return text;
}

QString told(const SettledRewards &rewards)
{
    return CampaignWordsText::tr("Settled by the log: %1, of them rewarded: %2. Open until the log goes beyond their time: %3.")
        .arg(counted(rewards.settled), QLocale().toString(rewards.rewards, 'f', 0), counted(rewards.open));
}

} // namespace foretrail::CampaignWords
