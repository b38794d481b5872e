#pragma once

#include "core/data/Workspace.h"

#include <QStringList>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace foretrail {

/// Which item codes are no products: postage, fees, samples, adjustments. Patterns with * and ?, in any case (of Latin
/// letters); a pattern that begins with ! makes an exception. Kept in the workspace, the same for every import. A value.
class ProductRule {
public:
    static const QStringList &defaultPatterns(); ///< POST, DOT, M, D, BANK CHARGES, AMAZONFEE, ...
    explicit ProductRule(const QStringList &patterns = defaultPatterns());

    bool isProduct(std::string_view item) const;
    const QStringList &patterns() const { return m_patterns; }

    static Result<ProductRule> of(Workspace &workspace); ///< the default where none is kept
    static ProductRule of(Connection &connection);       ///< the same inside core/data; throws as a Connection does
    /// Keeps the rule and flags the items anew; returns how many items that have rows are no products now.
    static Result<qint64> set(Workspace &workspace, const QStringList &patterns);

private:
    struct Patterns {
        std::set<std::string, std::less<>> words; ///< without * and ?
        std::vector<std::string> forms;           ///< with them
        void add(std::string pattern);
        bool fits(std::string_view item) const;
    };
    QStringList m_patterns;
    Patterns m_others;   ///< what is no product
    Patterns m_products; ///< the exceptions
};

} // namespace foretrail
