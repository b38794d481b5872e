#include "core/behaviour/recommend/RecommendRules.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct RecommendRulesText { Q_DECLARE_TR_FUNCTIONS(foretrail::RecommendRules) };

Result<std::vector<char>> chosenCategories(const ShopLog &shop, const QStringList &keys)
{
    std::vector<char> isChosen(size_t(shop.log().categoryKeys.size()), false);
    for (const QString &key : keys) {
        const Result<quint32> category = shop.categoryOf(key);
        if (!category)
            return fail(category.error());
        isChosen[*category] = true;
    }
    return isChosen;
}

Result<QHash<QString, QString>> attributeOf(const ItemAttributes &attributes, const QString &name)
{
    const auto found = attributes.find(name);
    if (found != attributes.end())
        return *found;
    QStringList names = attributes.keys();
    names.sort();
    const QString none = RecommendRulesText::tr("No table says \"%1\" of items.").arg(name);
    return fail(ErrorCode::NotFound, names.isEmpty() ? none + QLatin1Char(' ') + RecommendRulesText::tr("Import a table of items with such a column.")
                                                     : none + QLatin1Char(' ') + RecommendRulesText::tr("There are: %1.").arg(names.join(QStringLiteral(", "))));
}

} // namespace

void RuleTable::hide(quint32 item)
{
    m_hidden += !m_isHidden[item];
    m_isHidden[item] = true;
}

Result<void> RuleTable::hideCategories(const ShopLog &shop)
{
    const Result<std::vector<char>> only = chosenCategories(shop, m_rules.onlyCategories);
    if (!only)
        return fail(only.error());
    const Result<std::vector<char>> never = chosenCategories(shop, m_rules.neverCategories);
    if (!never)
        return fail(never.error());
    for (quint32 item = 0; item < shop.itemCount(); ++item) {
        const quint32 category = shop.log().categoryOf(item);
        const bool isKnown = category != InteractionLog::noCategory;
        if ((!m_rules.onlyCategories.isEmpty() && !(isKnown && (*only)[category])) || (isKnown && (*never)[category]))
            hide(item);
    }
    return {};
}

Result<void> RuleTable::hideUnavailable(const ShopLog &shop, const ItemAttributes &attributes)
{
    for (const QString &key : m_rules.unavailable) {
        const Result<quint32> item = shop.itemOf(key);
        item ? hide(*item) : void(++m_unknown);
    }
    if (m_rules.unavailableDays > 0) {
        if (!shop.log().hasClock)
            return fail(ErrorCode::InvalidInput, RecommendRulesText::tr("The events have no time, so nobody can say which items had none of late. Name the items that are gone."));
        const UtcMs since = shop.lastTime() - m_rules.unavailableDays * dayMs;
        for (quint32 item = 0; item < shop.itemCount(); ++item)
            if (shop.lastSeenOf(item) < since)
                hide(item);
    }
    if (m_rules.unavailableWhere.isEmpty())
        return {};
    const qsizetype equals = m_rules.unavailableWhere.indexOf(QLatin1Char('='));
    if (equals <= 0)
        return fail(ErrorCode::InvalidInput, RecommendRulesText::tr("\"%1\" does not say which items are gone. Write NAME=VALUE, such as stock=0.").arg(m_rules.unavailableWhere));
    const auto values = attributeOf(attributes, m_rules.unavailableWhere.left(equals));
    if (!values)
        return fail(values.error());
    const QString gone = m_rules.unavailableWhere.mid(equals + 1);
    for (quint32 item = 0; item < shop.itemCount(); ++item)
        if (const auto at = values->find(shop.log().itemKeys[item]); at != values->end() && *at == gone)
            hide(item);
    return {};
}

Result<void> RuleTable::addBoost(const ShopLog &shop, const ItemAttributes &attributes)
{
    if (m_rules.boostBy.isEmpty() || m_rules.boost == 0)
        return {};
    const auto values = attributeOf(attributes, m_rules.boostBy);
    if (!values)
        return fail(values.error());
    std::vector<double> numbers(shop.itemCount(), missing);
    double least = missing, largest = missing;
    for (quint32 item = 0; item < shop.itemCount(); ++item) {
        bool isNumber = false;
        const double number = values->value(shop.log().itemKeys[item]).toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number))
            continue;
        numbers[item] = number;
        least = std::fmin(least, number);
        largest = std::fmax(largest, number);
    }
    if (!(largest > least))
        return fail(ErrorCode::InvalidInput, RecommendRulesText::tr("\"%1\" holds no two different numbers, so it can put no item before another.").arg(m_rules.boostBy));
    m_factors.assign(shop.itemCount(), 1);
    for (quint32 item = 0; item < shop.itemCount(); ++item)
        if (!std::isnan(numbers[item]))
            m_factors[item] = float(1 + m_rules.boost * (numbers[item] - least) / (largest - least));
    return {};
}

Result<RuleTable> RuleTable::of(const RecommendRules &rules, const ShopLog &shop, const ItemAttributes &attributes)
{
    RuleTable table;
    table.m_rules = rules;
    if (!(rules.diversity >= 0 && rules.diversity <= 1) || !(rules.boost >= 0))
        return fail(ErrorCode::InvalidInput, RecommendRulesText::tr("Diversity lies between 0 and 1, and a boost is 0 or more."));
    table.m_isHidden.assign(shop.itemCount(), false);
    if (!rules.onlyCategories.isEmpty() || !rules.neverCategories.isEmpty())
        if (const Result<void> done = table.hideCategories(shop); !done)
            return fail(done.error());
    if (const Result<void> done = table.hideUnavailable(shop, attributes); !done)
        return fail(done.error());
    if (const Result<void> done = table.addBoost(shop, attributes); !done)
        return fail(done.error());
    if (table.m_hidden == qint64(shop.itemCount()))
        return fail(ErrorCode::InvalidInput, RecommendRulesText::tr("The rules leave no item that could be shown. Take one of them back."));
    if (table.m_hidden == 0)
        table.m_isHidden = {};
    return table;
}

Result<RuleTable> RuleTable::of(const RecommendRules &rules, const ShopLog &shop, ShopData &data, JobContext &job)
{
    if (!rules.needsAttributes())
        return of(rules, shop, ItemAttributes());
    const Result<ItemAttributes> attributes = data.itemAttributes(job);
    if (!attributes)
        return fail(attributes.error());
    return of(rules, shop, *attributes);
}

const std::vector<quint32> &RuleTable::ownHidden(const ShopperHistory &history) const
{
    static const std::vector<quint32> none;
    return m_rules.leaveOut == LeaveOut::Bought ? history.bought : m_rules.leaveOut == LeaveOut::Seen ? history.seen : none;
}

} // namespace foretrail
