#include "core/advertising/Campaign.h"

#include "core/advertising/CampaignReader.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace foretrail {
namespace {

struct CampaignText { Q_DECLARE_TR_FUNCTIONS(foretrail::Campaign) };

struct RuleWord {
    QLatin1String key;
    CampaignRule::When when;
};

const RuleWord ruleWords[] = {{QLatin1String("segment"), CampaignRule::When::Segment}, {QLatin1String("bought"), CampaignRule::When::Bought},
                              {QLatin1String("seen"), CampaignRule::When::Seen}};

QString rewardWord(AdReward reward) { return reward == AdReward::Purchase ? QStringLiteral("purchase") : QStringLiteral("click"); }

Result<void> checkItems(const Campaign &campaign)
{
    if (campaign.items.isEmpty() || campaign.items.size() > mostCampaignItems)
        return fail(ErrorCode::InvalidInput, CampaignText::tr("A campaign has 1 to %1 items; this one has %2.").arg(mostCampaignItems).arg(campaign.items.size()));
    for (const QString &item : campaign.items)
        if (campaign.items.count(item) > 1)
            return fail(ErrorCode::InvalidInput, CampaignText::tr("The item %1 is there twice. Name each item once.").arg(item));
    for (const CampaignRule &rule : campaign.rules)
        if (!campaign.items.contains(rule.item))
            return fail(ErrorCode::InvalidInput, CampaignText::tr("A rule shows the item %1, which is not one of the campaign: %2.").arg(rule.item, campaign.items.join(QStringLiteral(", "))));
    return {};
}

/// The fields that a policy cannot do without.
Result<void> checkPolicyNeeds(const Campaign &campaign, const QString &policy)
{
    if (policy == u"rules" && campaign.rules.isEmpty())
        return fail(ErrorCode::InvalidInput, CampaignText::tr("The policy rules needs rules, and the campaign has none."));
    if (policy == u"score" && campaign.model.isEmpty())
        return fail(ErrorCode::InvalidInput, CampaignText::tr("The policy score needs a model, and the campaign names none."));
    return {};
}

} // namespace

QJsonObject CampaignRule::toJson() const
{
    QJsonObject json{{QStringLiteral("item"), item}};
    for (const RuleWord &word : ruleWords)
        if (when == word.when)
            json.insert(word.key, what);
    return json;
}

QJsonObject CampaignRule::jsonOfText(const QString &said)
{
    const QString shown = said.section(QLatin1Char(':'), 0, 0), word = said.section(QLatin1Char(':'), 1, 1), of = said.section(QLatin1Char(':'), 2);
    QJsonObject json{{QStringLiteral("item"), shown}};
    if (said.contains(QLatin1Char(':')))
        json.insert(word, of);
    return json;
}

Result<CampaignRule> CampaignRule::fromJson(const QJsonObject &json)
{
    CampaignRule rule;
    rule.item = json[QStringLiteral("item")].toString();
    for (auto field = json.begin(); field != json.end(); ++field) {
        const auto word = std::find_if(std::begin(ruleWords), std::end(ruleWords), [&](const RuleWord &known) { return known.key == field.key(); });
        const bool isKnown = field.key() == u"item" || (word != std::end(ruleWords) && rule.when == When::Always);
        if (!isKnown || field.value().toString().isEmpty())
            return fail(ErrorCode::InvalidInput, CampaignText::tr("A rule of a campaign is an item and one of segment, bought, seen or nothing, such as {\"item\": \"A\", \"bought\": \"lamps\"}; \"%1\" does not fit.").arg(field.key()));
        if (word == std::end(ruleWords))
            continue;
        rule.when = word->when;
        rule.what = field.value().toString();
    }
    if (rule.item.isEmpty())
        return fail(ErrorCode::InvalidInput, CampaignText::tr("A rule of a campaign names the item that it shows."));
    return rule;
}

QJsonObject Campaign::toJson() const
{
    QJsonArray ruleList;
    for (const CampaignRule &rule : rules)
        ruleList.append(rule.toJson());
    return {{QStringLiteral("name"), name}, {QStringLiteral("items"), QJsonArray::fromStringList(items)}, {QStringLiteral("budget"), budget},
            {QStringLiteral("per_user"), perUser}, {QStringLiteral("audience"), audience}, {QStringLiteral("policy"), policy.toJson()},
            {QStringLiteral("rules"), ruleList}, {QStringLiteral("model"), model},
            {QStringLiteral("reward"), rewardWord(reward)}, {QStringLiteral("window_hours"), windowHours}, {QStringLiteral("seed"), qint64(seed)},
            {QStringLiteral("categories"), QJsonArray::fromStringList(categories)}, {QStringLiteral("category_of"), numbersJson(categoryOf)}};
}

Result<Campaign> Campaign::fromJson(const QJsonObject &json)
{
    Result<Campaign> campaign = readCampaign(json);
    if (!campaign)
        return campaign;
    if (const Result<void> checked = checkItems(*campaign); !checked)
        return fail(checked.error());
    if (const Result<void> checked = checkPolicyNeeds(*campaign, campaign->policy.name); !checked)
        return fail(checked.error());
    return campaign;
}

Result<Campaign> Campaign::from(const StoredCampaign &stored)
{
    Result<Campaign> campaign = fromJson(stored.definition);
    if (!campaign)
        return fail(campaign.error().within(stored.name));
    campaign->name = stored.name;
    campaign->id = stored.id;
    campaign->created = stored.created;
    return campaign;
}

QStringList Campaign::featureNames() const
{
    QStringList names{QStringLiteral("constant"), QStringLiteral("recency"), QStringLiteral("activity"), QStringLiteral("purchases"), QStringLiteral("purchase share")};
    for (const QString &category : categories)
        names << QStringLiteral("category ") + category;
    return names;
}

int Campaign::featureOf(int arm) const
{
    const int category = size_t(arm) < categoryOf.size() ? categoryOf[size_t(arm)] : -1;
    return category < 0 ? -1 : int(featureNames().size() - categories.size()) + category;
}

Result<std::unique_ptr<AdPolicy>> Campaign::makePolicy(const QString &other) const
{
    PolicySettings settings = policy;
    if (!other.isEmpty())
        settings.name = other;
    if (const Result<void> checked = checkPolicyNeeds(*this, settings.name); !checked)
        return fail(checked.error());
    for (const CampaignRule &rule : rules)
        settings.ruleItems.push_back(int(items.indexOf(rule.item)));
    return foretrail::makePolicy(settings, armCount(), int(featureNames().size()));
}

} // namespace foretrail
