#pragma once

#include <QString>

#include <string_view>

namespace foretrail {

/// Whether events of this kind are purchases: purchase, buy, order, transaction or sale, in any case.
bool isPurchaseKind(std::string_view kind);
inline bool isPurchaseKind(const QString &kind) { return isPurchaseKind(kind.toStdString()); }

/// The kind of an event whose source names none.
inline constexpr std::string_view defaultKind = "event";

} // namespace foretrail
