#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace foretrail {

/// A row id of one table; ids of different tables are different types.
template<class Tag>
struct Id {
    qint64 value = 0;
    bool isValid() const { return value > 0; }
    auto operator<=>(const Id &) const = default;
};

using ImportId = Id<struct ImportTag>;
using RunId = Id<struct RunTag>;
using RecipeId = Id<struct RecipeTag>;
using UserId = Id<struct UserTag>;
using ItemId = Id<struct ItemTag>;

} // namespace foretrail

template<class Tag>
struct std::hash<foretrail::Id<Tag>> {
    size_t operator()(const foretrail::Id<Tag> &id) const noexcept { return std::hash<qint64>{}(id.value); }
};
