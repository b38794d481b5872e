#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace foretrail {

/// A statement put together of parts.
inline std::string sqlOf(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text.append(part);
    return text;
}

} // namespace foretrail
