#pragma once

#include "core/behaviour/recommend/ShopLog.h"

namespace foretrail {

/// Which items are taken off a list by rule: those the shopper bought, or all they had to do with.
enum class LeaveOut { Nothing, Bought, Seen };

/// What a list may hold, whatever the model says. The usual rules change nothing.
struct RecommendRules {
    LeaveOut leaveOut = LeaveOut::Nothing;
    int unavailableDays = 0;      ///< items without an event in so many last days are gone; 0: none is
    QStringList unavailable;      ///< keys of items that are gone
    QString unavailableWhere;     ///< "stock=0": items that a table says this of are gone
    QStringList onlyCategories;   ///< empty: all
    QStringList neverCategories;
    int mostPerCategory = 0;      ///< items of one category on a list; 0: any number
    QString boostBy;              ///< an attribute with numbers, such as the margin
    double boost = 1;             ///< with boostBy: scores are multiplied by 1 + boost x (its place from the least to the largest number)
    double diversity = 0;         ///< 0: by the score alone, to 1: as different as can be

    bool needsAttributes() const { return !unavailableWhere.isEmpty() || !boostBy.isEmpty(); }
    bool operator==(const RecommendRules &) const = default;
};

/// Rules as a table over all items, made once for any number of lists.
class RuleTable {
public:
    /// `attributes` is read where the rules need it. NotFound for a category or an attribute that is not there; InvalidInput where
    /// the rules leave no item, or there is no clock to count days by.
    static Result<RuleTable> of(const RecommendRules &rules, const ShopLog &shop, const ItemAttributes &attributes);
    /// Reads what tables say of items where the rules need it.
    static Result<RuleTable> of(const RecommendRules &rules, const ShopLog &shop, ShopData &data, JobContext &job);

    const RecommendRules &rules() const { return m_rules; }
    bool isHidden(quint32 item) const { return !m_isHidden.empty() && m_isHidden[item]; }
    double factorOf(quint32 item) const { return m_factors.empty() ? 1 : double(m_factors[item]); }
    /// The items that the rule takes off this shopper's lists, ascending.
    const std::vector<quint32> &ownHidden(const ShopperHistory &history) const;
    qint64 hidden() const { return m_hidden; } ///< items off all lists
    qint64 unknown() const { return m_unknown; } ///< keys in `unavailable` that no item has

private:
    void hide(quint32 item);
    Result<void> hideCategories(const ShopLog &shop);
    Result<void> hideUnavailable(const ShopLog &shop, const ItemAttributes &attributes);
    Result<void> addBoost(const ShopLog &shop, const ItemAttributes &attributes);

    RecommendRules m_rules;
    std::vector<char> m_isHidden; ///< by item; empty: none is
    std::vector<float> m_factors; ///< by item; empty: all 1
    qint64 m_hidden = 0;
    qint64 m_unknown = 0;
};

} // namespace foretrail
