#pragma once

#include "core/data/Workspace.h"

namespace foretrail {

/// Which item codes are no products: postage, fees, samples, adjustments. Patterns with * and ?, in any case; a pattern that
/// begins with ! makes an exception. Kept in the workspace, the same for every import.
class ProductRule {
public:
    static const QStringList &defaultPatterns(); ///< POST, DOT, M, D, BANK CHARGES, AMAZONFEE, ...
    explicit ProductRule(const QStringList &patterns = defaultPatterns());

    bool isProduct(std::string_view item) const;
    const QStringList &patterns() const { return m_patterns; }

    static Result<ProductRule> of(Workspace &workspace); ///< the default where none is kept
    /// Keeps the rule and flags the items anew; returns how many items are no products now.
    static Result<qint64> set(Workspace &workspace, const QStringList &patterns);

private:
    QStringList m_patterns;
};

} // namespace foretrail
