#pragma once

#include <QtGlobal>

#include <concepts>
#include <string_view>

namespace foretrail {

/// A text, UTF-8 and not owned, and where one who reads many rows gave it a number, that: of one column equal numbers mean
/// equal texts, so that a text is looked up once a number rather than once a row. Assigning a text alone leaves it without.
struct CodedText {
    std::string_view text;
    quint32 code = 0; ///< 0: none

    /// Numbers grow, and of a column so many of the latest are in use at a time.
    static constexpr quint32 codesAtATime = 1 << 16;

    CodedText() = default;
    template<std::convertible_to<std::string_view> T>
    CodedText(const T &words) : text(words) {}
    static CodedText numbered(std::string_view words, quint32 number)
    {
        CodedText made(words);
        made.code = number;
        return made;
    }
    operator std::string_view() const { return text; }
    bool empty() const { return text.empty(); }
    friend bool operator==(const CodedText &a, std::string_view b) { return a.text == b; }
};

} // namespace foretrail
