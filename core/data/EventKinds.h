#pragma once

#include <QString>

#include <string_view>

namespace foretrail {

/// What an event of this kind means by its word: view, cart, favourite, purchase, return, adjustment or other.
QString kindMeaning(const QString &kind);

/// The words themselves, as they are stored.
inline constexpr std::string_view purchaseMeaning = "purchase";
inline constexpr std::string_view returnMeaning = "return";

/// Whether a word means a purchase where nobody has said what it means: purchase, buy, order ..., in any case. What a stored
/// kind means is said by kinds.meaning.
bool isPurchaseKind(const QString &kind);
inline bool isPurchaseKind(std::string_view kind) { return isPurchaseKind(QString::fromUtf8(kind.data(), qsizetype(kind.size()))); }

/// The kind of an event whose source names none.
inline constexpr std::string_view defaultKind = "event";

} // namespace foretrail
