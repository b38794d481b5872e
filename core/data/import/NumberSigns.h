#pragma once

#include <array>
#include <string_view>

namespace foretrail {

/// A number's text brought to ASCII where it has a counterpart: digits and signs of full width, all kinds of spaces, minus
/// and apostrophe as typesetters write them. Currency signs stay.
class PlainText {
public:
    explicit PlainText(std::string_view text);
    /// Empty when the text is longer than any number.
    std::string_view view() const { return {m_text.data(), m_length}; }

private:
    static constexpr size_t longest = 64;
    std::array<char, longest> m_text;
    size_t m_length = 0;
};

/// Takes a currency's sign or code off one end of a text and returns its ISO code; empty where there is none.
std::string_view takeCurrency(std::string_view &text);

} // namespace foretrail
