#include "core/behaviour/segments/SegmentRule.h"

#include "core/behaviour/segments/LifecycleState.h"
#include "core/behaviour/segments/Rfm.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>

namespace foretrail {
namespace {

struct SegmentRuleText { Q_DECLARE_TR_FUNCTIONS(foretrail::SegmentRule) };

constexpr int deepestRule = 20;
constexpr std::array<const char *, 6> comparisons{">=", "<=", ">", "<", "=", "!="};

struct ConditionName {
    const char *name;
    ConditionKind kind;
    const char *title;
};

// Titles are translated where they are shown.
constexpr std::array<ConditionName, 25> allConditions{{
    {"orders", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Orders")},
    {"value", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Net value")},
    {"basket", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Value of an order")},
    {"recency", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Days since the last purchase")},
    {"last_visit", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Days since the last visit")},
    {"tenure", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Days since the first visit")},
    {"purchase_days", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Days with a purchase")},
    {"gap", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Mean days between purchases")},
    {"events", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Events")},
    {"sessions", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Sessions")},
    {"active_days", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Days with a visit")},
    {"items", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Different items")},
    {"purchases", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Rows bought")},
    {"views", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Views")},
    {"carts", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Put into the cart")},
    {"favourites", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Favourites")},
    {"returns", ConditionKind::Number, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Returns")},
    {"state", ConditionKind::State, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "State")},
    {"rfm", ConditionKind::Rfm, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "RFM segment")},
    {"attribute", ConditionKind::Attribute, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Attribute")},
    {"item", ConditionKind::Count, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Item")},
    {"category", ConditionKind::Count, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Category")},
    {"kind", ConditionKind::Count, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Events of the kind")},
    {"robot", ConditionKind::Flag, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Looks like a robot")},
    {"cluster", ConditionKind::Cluster, QT_TRANSLATE_NOOP("foretrail::SegmentRule", "Cluster")},
}};

const ConditionName *findCondition(const QString &what)
{
    const auto found = std::ranges::find_if(allConditions, [&](const ConditionName &known) { return what == QLatin1String(known.name); });
    return found == allConditions.end() ? nullptr : &*found;
}

Error wrongRule(const QString &message) { return {ErrorCode::InvalidInput, message, {}}; }

/// Keys that mean nothing would be passed over in silence otherwise.
Result<void> checkKeys(const QJsonObject &json, const QStringList &known)
{
    for (const QString &key : json.keys())
        if (!known.contains(key))
            return fail(wrongRule(SegmentRuleText::tr("A condition has no \"%1\". It takes %2.").arg(key, known.join(QStringLiteral(", ")))));
    return {};
}

QStringList rfmWordsKnown()
{
    QStringList keys;
    for (int name = 1; name <= rfmNames; ++name)
        keys << rfmKey(RfmName(name));
    return keys;
}

QStringList stateWordsKnown()
{
    QStringList keys{stateKey(LifecycleState::None)};
    for (int state = 1; state <= lifecycleStates; ++state)
        keys << stateKey(LifecycleState(state));
    return keys;
}

Result<QString> oneOf(const QJsonObject &json, const QStringList &known)
{
    const QString text = json[QStringLiteral("value")].toString();
    if (known.contains(text))
        return text;
    return fail(wrongRule(SegmentRuleText::tr("\"%1\" is not among %2.").arg(text, known.join(QStringLiteral(", ")))));
}

/// What is compared must be a number, and how one of the six signs.
Result<void> readComparison(const QJsonObject &json, SegmentCondition &condition, double usual)
{
    condition.is = json[QStringLiteral("is")].toString(QStringLiteral(">="));
    if (std::ranges::none_of(comparisons, [&](const char *sign) { return condition.is == QLatin1String(sign); }))
        return fail(wrongRule(SegmentRuleText::tr("\"%1\" compares nothing. Use >=, <=, >, <, = or !=.").arg(condition.is)));
    const QJsonValue value = json[QStringLiteral("value")];
    if (!value.isDouble() && !(value.isUndefined() && usual == usual))
        return fail(wrongRule(SegmentRuleText::tr("The condition on \"%1\" needs a number as its value.").arg(condition.what)));
    condition.value = value.toDouble(usual);
    return {};
}

Result<void> readEquality(const QJsonObject &json, SegmentCondition &condition)
{
    condition.is = json[QStringLiteral("is")].toString(QStringLiteral("="));
    if (condition.is == QStringLiteral("=") || condition.is == QStringLiteral("!="))
        return {};
    return fail(wrongRule(SegmentRuleText::tr("The condition on \"%1\" can only be = or !=.").arg(condition.what)));
}

Result<void> readName(const QJsonObject &json, SegmentCondition &condition, const QStringList &known)
{
    if (Result<void> keys = checkKeys(json, {QStringLiteral("what"), QStringLiteral("is"), QStringLiteral("value")}); !keys)
        return keys;
    const Result<QString> text = oneOf(json, known);
    if (!text)
        return fail(text.error());
    condition.text = *text;
    return readEquality(json, condition);
}

Result<void> readAttribute(const QJsonObject &json, SegmentCondition &condition)
{
    if (Result<void> keys = checkKeys(json, {QStringLiteral("what"), QStringLiteral("name"), QStringLiteral("is"), QStringLiteral("value")}); !keys)
        return keys;
    condition.name = json[QStringLiteral("name")].toString();
    condition.text = json[QStringLiteral("value")].toString();
    if (condition.name.isEmpty())
        return fail(wrongRule(SegmentRuleText::tr("A condition on an attribute needs its name.")));
    return readEquality(json, condition);
}

Result<void> readCount(const QJsonObject &json, SegmentCondition &condition)
{
    if (Result<void> keys = checkKeys(json, {QStringLiteral("what"), QStringLiteral("key"), QStringLiteral("did"), QStringLiteral("is"), QStringLiteral("value")});
        !keys)
        return keys;
    condition.text = json[QStringLiteral("key")].toString();
    condition.did = json[QStringLiteral("did")].toString();
    if (condition.text.isEmpty())
        return fail(wrongRule(SegmentRuleText::tr("A condition on \"%1\" needs its key.").arg(condition.what)));
    return readComparison(json, condition, 1);
}

Result<SegmentCondition> readCondition(const QJsonObject &json)
{
    SegmentCondition condition;
    condition.what = json[QStringLiteral("what")].toString();
    const ConditionName *known = findCondition(condition.what);
    if (!known)
        return fail(wrongRule(SegmentRuleText::tr("There is no condition on \"%1\". There are: %2.").arg(condition.what, conditionNames().join(QStringLiteral(", ")))));
    Result<void> read;
    switch (known->kind) {
    case ConditionKind::Number:
        read = checkKeys(json, {QStringLiteral("what"), QStringLiteral("is"), QStringLiteral("value")});
        if (read)
            read = readComparison(json, condition, std::numeric_limits<double>::quiet_NaN());
        break;
    case ConditionKind::State: read = readName(json, condition, stateWordsKnown()); break;
    case ConditionKind::Rfm: read = readName(json, condition, rfmWordsKnown()); break;
    case ConditionKind::Attribute: read = readAttribute(json, condition); break;
    case ConditionKind::Count: read = readCount(json, condition); break;
    case ConditionKind::Flag: condition.is = QStringLiteral("="); break;
    case ConditionKind::Cluster:
        condition.is = QStringLiteral("=");
        condition.model = json[QStringLiteral("model")].toObject();
        condition.value = json[QStringLiteral("value")].toDouble(-1);
        break;
    }
    if (!read)
        return fail(read.error());
    return condition;
}

Result<SegmentRule> readRule(const QJsonObject &json, int depth)
{
    if (depth > deepestRule)
        return fail(wrongRule(SegmentRuleText::tr("The rule is nested too deeply.")));
    SegmentRule rule;
    for (const auto &[key, join] : {std::pair{"all", SegmentRule::Join::All}, {"any", SegmentRule::Join::Any}, {"not", SegmentRule::Join::Not}}) {
        const QJsonValue part = json[QLatin1String(key)];
        if (part.isUndefined())
            continue;
        if (json.size() != 1 || (join == SegmentRule::Join::Not ? !part.isObject() : !part.isArray()))
            return fail(wrongRule(SegmentRuleText::tr("\"%1\" stands alone and holds %2.").arg(QLatin1String(key),
                join == SegmentRule::Join::Not ? SegmentRuleText::tr("one rule") : SegmentRuleText::tr("a list of rules"))));
        rule.join = join;
        const QJsonArray list = join == SegmentRule::Join::Not ? QJsonArray{part} : part.toArray();
        for (const QJsonValue &one : list) {
            Result<SegmentRule> read = readRule(one.toObject(), depth + 1);
            if (!read)
                return read;
            rule.parts.append(std::move(*read));
        }
        return rule;
    }
    Result<SegmentCondition> condition = readCondition(json);
    if (!condition)
        return fail(condition.error());
    return SegmentRule::one(*condition);
}

QString wordsOf(const SegmentCondition &condition)
{
    const QString title = conditionTitle(condition.what);
    const QString number = QLocale().toString(condition.value, 'f', condition.value == double(qint64(condition.value)) ? 0 : 2);
    switch (conditionKind(condition.what)) {
    case ConditionKind::State: return QStringLiteral("%1 %2 %3").arg(title, condition.is, stateTitle(stateFromKey(condition.text)));
    case ConditionKind::Rfm: return QStringLiteral("%1 %2 %3").arg(title, condition.is, rfmTitle(rfmNameFromKey(condition.text)));
    case ConditionKind::Attribute: return QStringLiteral("%1 %2 %3").arg(condition.name, condition.is, condition.text);
    case ConditionKind::Count:
        return condition.did.isEmpty() ? SegmentRuleText::tr("%1 %2: events %3 %4").arg(title, condition.text, condition.is, number)
                                       : SegmentRuleText::tr("%1 %2: %3 %4 %5").arg(title, condition.text, condition.did, condition.is, number);
    case ConditionKind::Flag: return title;
    case ConditionKind::Cluster: return QStringLiteral("%1 %2").arg(title, QLocale().toString(qint64(condition.value) + 1));
    case ConditionKind::Number: break;
    }
    return QStringLiteral("%1 %2 %3").arg(title, condition.is, number);
}

QJsonObject conditionJson(const SegmentCondition &condition)
{
    QJsonObject json{{QStringLiteral("what"), condition.what}};
    switch (conditionKind(condition.what)) {
    case ConditionKind::Number:
        json.insert(QStringLiteral("is"), condition.is);
        json.insert(QStringLiteral("value"), condition.value);
        break;
    case ConditionKind::Attribute: json.insert(QStringLiteral("name"), condition.name); [[fallthrough]];
    case ConditionKind::State:
    case ConditionKind::Rfm:
        json.insert(QStringLiteral("is"), condition.is);
        json.insert(QStringLiteral("value"), condition.text);
        break;
    case ConditionKind::Count:
        json.insert(QStringLiteral("key"), condition.text);
        if (!condition.did.isEmpty())
            json.insert(QStringLiteral("did"), condition.did);
        json.insert(QStringLiteral("is"), condition.is);
        json.insert(QStringLiteral("value"), condition.value);
        break;
    case ConditionKind::Flag: break;
    case ConditionKind::Cluster:
        json.insert(QStringLiteral("value"), condition.value);
        json.insert(QStringLiteral("model"), condition.model);
        break;
    }
    return json;
}

} // namespace

QStringList conditionNames()
{
    QStringList names;
    for (const ConditionName &known : allConditions)
        names << QString::fromLatin1(known.name);
    return names;
}

ConditionKind conditionKind(const QString &what)
{
    const ConditionName *known = findCondition(what);
    return known ? known->kind : ConditionKind::Number;
}

QString conditionTitle(const QString &what)
{
    const ConditionName *known = findCondition(what);
    return known ? SegmentRuleText::tr(known->title) : what;
}

SegmentRule SegmentRule::ofRfm(const QString &key)
{
    SegmentCondition condition;
    condition.what = QStringLiteral("rfm");
    condition.is = QStringLiteral("=");
    condition.text = key;
    return one(condition);
}

SegmentRule SegmentRule::ofState(const QString &key)
{
    SegmentCondition condition;
    condition.what = QStringLiteral("state");
    condition.is = QStringLiteral("=");
    condition.text = key;
    return one(condition);
}

QJsonObject SegmentRule::toJson() const
{
    if (join == Join::One)
        return conditionJson(condition);
    if (join == Join::Not)
        return {{QStringLiteral("not"), parts.isEmpty() ? SegmentRule{}.toJson() : parts.front().toJson()}};
    QJsonArray list;
    for (const SegmentRule &part : parts)
        list.append(part.toJson());
    return {{join == Join::All ? QStringLiteral("all") : QStringLiteral("any"), list}};
}

Result<SegmentRule> SegmentRule::fromJson(const QJsonObject &json) { return readRule(json, 0); }

QString SegmentRule::words() const
{
    if (join == Join::One)
        return wordsOf(condition);
    if (parts.isEmpty())
        return join == Join::Any ? SegmentRuleText::tr("nobody") : SegmentRuleText::tr("everybody");
    QStringList texts;
    for (const SegmentRule &part : parts)
        texts << (part.join == Join::One || part.join == Join::Not || parts.size() == 1 ? part.words() : QStringLiteral("(%1)").arg(part.words()));
    if (join == Join::Not)
        return SegmentRuleText::tr("not %1").arg(parts.front().join == Join::One ? texts.front() : QStringLiteral("(%1)").arg(texts.front()));
    return texts.join(join == Join::All ? SegmentRuleText::tr(" and ") : SegmentRuleText::tr(" or "));
}

} // namespace foretrail
