#include "core/advertising/AdPolicy.h"

#include "core/advertising/LinearPolicies.h"
#include "core/advertising/SimplePolicies.h"
#include "core/advertising/ThompsonPolicy.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct AdPolicyText { Q_DECLARE_TR_FUNCTIONS(foretrail::AdPolicy) };

struct NumberSetting {
    QLatin1String key;
    double PolicySettings::*field;
    double low, high;
};

const NumberSetting numberSettings[] = {
    {QLatin1String("epsilon"), &PolicySettings::epsilon, 1e-6, 1},       {QLatin1String("alpha"), &PolicySettings::alpha, 0, 100},
    {QLatin1String("ridge"), &PolicySettings::ridge, 1e-6, 1e6},         {QLatin1String("spread"), &PolicySettings::spread, 1e-6, 100},
    {QLatin1String("temperature"), &PolicySettings::temperature, 0, 100},
};

Result<void> readNumber(const NumberSetting &setting, const QJsonValue &value, PolicySettings &settings)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || !(number >= setting.low && number <= setting.high))
        return fail(ErrorCode::InvalidInput, AdPolicyText::tr("%1 of a policy is a number from %2 to %3.").arg(setting.key).arg(setting.low).arg(setting.high));
    settings.*setting.field = number;
    return {};
}

Result<void> readName(const QJsonValue &value, PolicySettings &settings)
{
    settings.name = value.toString();
    if (policyNames().contains(settings.name))
        return {};
    return fail(ErrorCode::InvalidInput, AdPolicyText::tr("There is no policy \"%1\". There are: %2.").arg(settings.name, policyNames().join(QStringLiteral(", "))));
}

Result<void> readSetting(const QString &key, const QJsonValue &value, PolicySettings &settings)
{
    if (key == u"name")
        return readName(value, settings);
    QStringList known{QStringLiteral("name")};
    for (const NumberSetting &setting : numberSettings) {
        if (key == setting.key)
            return readNumber(setting, value, settings);
        known << setting.key;
    }
    return fail(ErrorCode::InvalidInput, AdPolicyText::tr("A policy has no \"%1\". It takes %2.").arg(key, known.join(QStringLiteral(", "))));
}

} // namespace

QJsonObject PolicySettings::toJson() const
{
    QJsonObject json{{QStringLiteral("name"), name}};
    for (const NumberSetting &setting : numberSettings)
        json.insert(setting.key, this->*setting.field);
    return json;
}

Result<PolicySettings> PolicySettings::fromJson(const QJsonObject &json)
{
    PolicySettings settings;
    for (auto field = json.begin(); field != json.end(); ++field)
        if (const Result<void> read = readSetting(field.key(), field.value(), settings); !read)
            return fail(read.error());
    return settings;
}

std::vector<double> AdPolicy::probabilities(const AdContext &context) const
{
    std::vector<double> chances = preferences(context);
    for (double &chance : chances)
        chance = (1 - m_epsilon) * chance + m_epsilon / m_arms;
    return chances;
}

ArmChoice AdPolicy::choose(const AdContext &context, SampleRandom &random) const
{
    const std::vector<double> chances = probabilities(context);
    double mark = random.uniform();
    int arm = 0;
    while (arm + 1 < m_arms && mark >= chances[size_t(arm)])
        mark -= chances[size_t(arm++)];
    return {arm, chances[size_t(arm)]};
}

void AdPolicy::learn(const AdContext &, int, double) {}

Result<void> AdPolicy::restore(const QJsonObject &) { return {}; }

QStringList policyNames()
{
    return {QStringLiteral("uniform"), QStringLiteral("rules"), QStringLiteral("score"), QStringLiteral("thompson"), QStringLiteral("linear-thompson"),
            QStringLiteral("linucb")};
}

Result<std::unique_ptr<AdPolicy>> makePolicy(const PolicySettings &settings, int arms, int features)
{
    PolicySettings read;
    if (const Result<void> known = readName(settings.name, read); !known)
        return fail(known.error());
    if (arms < 1 || features < 1)
        return fail(ErrorCode::InvalidInput, AdPolicyText::tr("A policy needs at least one item and one feature."));
    if (settings.name == u"uniform")
        return std::make_unique<UniformPolicy>(arms);
    if (settings.name == u"rules")
        return std::make_unique<RulesPolicy>(arms, settings);
    if (settings.name == u"score")
        return std::make_unique<ScorePolicy>(arms, settings);
    if (settings.name == u"thompson")
        return std::make_unique<ThompsonPolicy>(arms, settings);
    if (settings.name == u"linear-thompson")
        return std::make_unique<LinearThompsonPolicy>(arms, features, settings);
    return std::make_unique<LinUcbPolicy>(arms, features, settings);
}

QString policyNumber(double value) { return QLocale().toString(value, 'f', 3); }

} // namespace foretrail
