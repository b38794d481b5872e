#include "app/cli/CampaignOptions.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace foretrail::cli {

namespace {

struct CampaignOptionsText { Q_DECLARE_TR_FUNCTIONS(foretrail::cli::CampaignOptions) };

Result<QJsonObject> specOf(const std::string &path)
{
    if (path.empty())
        return QJsonObject();
    QFile file(text(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, CampaignOptionsText::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, CampaignOptionsText::tr("%1 is not a JSON object: %2 at byte %3.").arg(file.fileName(), problem.errorString()).arg(problem.offset));
    return document.object();
}

void putPolicy(const CampaignOptions &options, QJsonObject &json)
{
    const QJsonValue given = json.value(QStringLiteral("policy"));
    QJsonObject policy = given.toObject();
    if (given.isString())
        policy.insert(QStringLiteral("name"), given);
    if (!options.policy.empty())
        policy.insert(QStringLiteral("name"), text(options.policy));
    for (const auto &[key, value] : {std::pair("epsilon", options.epsilon), std::pair("alpha", options.alpha), std::pair("spread", options.spread),
                                     std::pair("temperature", options.temperature)})
        if (value >= 0)
            policy.insert(QLatin1String(key), value);
    if (!policy.isEmpty())
        json.insert(QStringLiteral("policy"), policy);
}

} // namespace

void CampaignOptions::addTo(CLI::App &verb)
{
    verb.add_option("name", name, "What the campaign is called")->required();
    verb.add_option("--items", items, "Keys of the items, separated by commas")->delimiter(',');
    verb.add_option("--spec", spec, "JSON file with the fields of a campaign: items, budget, per_user, audience, policy, rules, model, reward, window_hours, seed. Other options go over it");
    verb.add_option("--budget", budget, "Showings in all (default 1000)")->check(CLI::Range(std::int64_t(1), std::int64_t(1'000'000'000'000)));
    verb.add_option("--per-user", perUser, "Showings to one user (default 3; 0: no limit)")->check(CLI::NonNegativeNumber);
    verb.add_option("--audience", audience, "Segment whose users see it: a key such as rfm:loyal, or the name of a saved one (default: everybody)");
    verb.add_option("--policy", policy, "Who sees what is decided by: " + policyNames().join(QStringLiteral(", ")).toStdString() + " (default thompson)");
    verb.add_option("--epsilon", epsilon, "Share of showings that is drawn evenly, so that everything can be judged later (default 0.1)")->check(CLI::Range(1e-6, 1.0));
    verb.add_option("--alpha", alpha, "linucb: width of the upper bound (default 0.5)")->check(CLI::Range(0.0, 100.0));
    verb.add_option("--spread", spread, "linear-thompson: v (default 0.3)")->check(CLI::Range(1e-6, 100.0));
    verb.add_option("--temperature", temperature, "score: of the softmax, 0: the highest score (default 0.25)")->check(CLI::Range(0.0, 100.0));
    verb.add_option("--rule", rules, "ITEM, ITEM:bought:CATEGORY, ITEM:seen:CATEGORY or ITEM:segment:KEY; the first that holds counts (may be repeated)");
    verb.add_option("--model", model, "Recommender whose scores are logged with each decision, and decide with --policy score");
    verb.add_option("--reward", reward, "What counts: click (any event with the item) or purchase (default click)")->check(CLI::IsMember({"click", "purchase"}));
    verb.add_option("--window", window, "Hours after the showing in which it counts (default 24)")->check(CLI::Range(0.01, 8760.0));
    verb.add_option("--seed", seed, "Seed of the draws (default 1)")->check(CLI::NonNegativeNumber);
}

Result<Campaign> CampaignOptions::read() const
{
    Result<QJsonObject> json = specOf(spec);
    if (!json)
        return fail(json.error());
    const auto put = [&json](const char *key, const QJsonValue &value, bool isSaid) {
        if (isSaid)
            json->insert(QLatin1String(key), value);
    };
    put("name", text(name), true);
    put("items", QJsonArray::fromStringList(texts(items)), !items.empty());
    put("budget", qint64(budget), budget > 0);
    put("per_user", qint64(perUser), perUser >= 0);
    put("audience", text(audience), !audience.empty());
    put("model", text(model), !model.empty());
    put("reward", text(reward), !reward.empty());
    put("window_hours", window, window > 0);
    put("seed", qint64(seed), seed >= 0);
    QJsonArray ruleList;
    for (const std::string &rule : rules)
        ruleList.append(CampaignRule::jsonOfText(text(rule)));
    put("rules", ruleList, !rules.empty());
    putPolicy(*this, *json);
    return Campaign::fromJson(*json);
}

} // namespace foretrail::cli
