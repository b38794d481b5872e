#include "core/advertising/CampaignReader.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>
#include <functional>

namespace foretrail {
namespace {

struct CampaignReaderText { Q_DECLARE_TR_FUNCTIONS(foretrail::CampaignReader) };

tl::unexpected<Error> wrongField(const QString &key, const QString &wanted)
{
    return fail(ErrorCode::InvalidInput, CampaignReaderText::tr("%1 of a campaign is %2.").arg(key, wanted));
}

Result<void> readText(const QString &key, const QJsonValue &value, QString &into)
{
    if (!value.isString())
        return wrongField(key, CampaignReaderText::tr("a text"));
    into = value.toString().trimmed();
    return {};
}

Result<void> readTexts(const QString &key, const QJsonValue &value, QStringList &into)
{
    into.clear();
    for (const QJsonArray array = value.toArray(); const QJsonValue &entry : array)
        into << entry.toString();
    if (!value.isArray() || into.contains(QString()))
        return wrongField(key, CampaignReaderText::tr("a list of texts"));
    return {};
}

Result<double> numberBetween(const QString &key, const QJsonValue &value, double low, double high, bool isWhole)
{
    const double number = value.toDouble(low - 1);
    if (!value.isDouble() || !(number >= low && number <= high) || (isWhole && number != std::floor(number)))
        return wrongField(key, (isWhole ? CampaignReaderText::tr("a whole number from %1 to %2") : CampaignReaderText::tr("a number from %1 to %2")).arg(low).arg(high, 0, 'f', 0));
    return number;
}

template<class Number>
Result<void> readWhole(const QString &key, const QJsonValue &value, double low, Number &into)
{
    constexpr double most = 1e15;
    return numberBetween(key, value, low, most, true).map([&](double number) { into = Number(number); });
}

Result<void> readReward(const QJsonValue &value, AdReward &into)
{
    const QString word = value.toString();
    if (word != u"click" && word != u"purchase")
        return wrongField(QStringLiteral("reward"), CampaignReaderText::tr("click or purchase"));
    into = word == u"purchase" ? AdReward::Purchase : AdReward::Click;
    return {};
}

Result<void> readRules(const QJsonValue &value, QList<CampaignRule> &into)
{
    if (!value.isArray())
        return wrongField(QStringLiteral("rules"), CampaignReaderText::tr("a list of objects"));
    for (const QJsonArray array = value.toArray(); const QJsonValue &entry : array) {
        const Result<CampaignRule> rule = CampaignRule::fromJson(entry.toObject());
        if (!rule)
            return fail(rule.error());
        into.append(*rule);
    }
    return {};
}

Result<void> readPolicy(const QJsonValue &value, PolicySettings &into)
{
    const QJsonObject json = value.isString() ? QJsonObject{{QStringLiteral("name"), value}} : value.toObject();
    if (json.isEmpty())
        return wrongField(QStringLiteral("policy"), CampaignReaderText::tr("a name or an object such as {\"name\": \"linucb\", \"alpha\": 0.5}"));
    return PolicySettings::fromJson(json).map([&](const PolicySettings &settings) { into = settings; });
}

struct FieldReader {
    QLatin1String key;
    std::function<Result<void>(const QJsonValue &, Campaign &)> read;
};

const std::vector<FieldReader> &fieldReaders()
{
    static const auto named = [](const char *key) { return QLatin1String(key); };
    static const std::vector<FieldReader> readers{
        {named("name"), [](const QJsonValue &v, Campaign &c) { return readText(QStringLiteral("name"), v, c.name); }},
        {named("items"), [](const QJsonValue &v, Campaign &c) { return readTexts(QStringLiteral("items"), v, c.items); }},
        {named("budget"), [](const QJsonValue &v, Campaign &c) { return readWhole(QStringLiteral("budget"), v, 1, c.budget); }},
        {named("per_user"), [](const QJsonValue &v, Campaign &c) { return readWhole(QStringLiteral("per_user"), v, 0, c.perUser); }},
        {named("audience"), [](const QJsonValue &v, Campaign &c) { return readText(QStringLiteral("audience"), v, c.audience); }},
        {named("policy"), [](const QJsonValue &v, Campaign &c) { return readPolicy(v, c.policy); }},
        {named("rules"), [](const QJsonValue &v, Campaign &c) { return readRules(v, c.rules); }},
        {named("model"), [](const QJsonValue &v, Campaign &c) { return readText(QStringLiteral("model"), v, c.model); }},
        {named("reward"), [](const QJsonValue &v, Campaign &c) { return readReward(v, c.reward); }},
        {named("window_hours"), [](const QJsonValue &v, Campaign &c) {
             return numberBetween(QStringLiteral("window_hours"), v, 0.01, 8760, false).map([&](double hours) { c.windowHours = hours; });
         }},
        {named("seed"), [](const QJsonValue &v, Campaign &c) { return readWhole(QStringLiteral("seed"), v, 0, c.seed); }},
        {named("categories"), [](const QJsonValue &v, Campaign &c) { return readTexts(QStringLiteral("categories"), v, c.categories); }},
        {named("category_of"), [](const QJsonValue &v, Campaign &c) -> Result<void> {
             c.categoryOf = numbersFrom<int>(v);
             return {};
         }},
    };
    return readers;
}

} // namespace

Result<Campaign> readCampaign(const QJsonObject &json)
{
    Campaign campaign;
    QStringList known;
    for (const FieldReader &field : fieldReaders()) {
        known << field.key;
        if (!json.contains(field.key))
            continue;
        if (const Result<void> read = field.read(json[field.key], campaign); !read)
            return fail(read.error());
    }
    for (const QString &key : json.keys())
        if (!known.contains(key))
            return fail(ErrorCode::InvalidInput, CampaignReaderText::tr("A campaign has no \"%1\". It takes %2.").arg(key, known.join(QStringLiteral(", "))));
    for (const int category : campaign.categoryOf)
        if (category < -1 || category >= int(campaign.categories.size()))
            return wrongField(QStringLiteral("category_of"), CampaignReaderText::tr("a list of places in categories"));
    return campaign;
}

} // namespace foretrail
