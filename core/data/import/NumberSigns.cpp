#include "core/data/import/NumberSigns.h"

namespace foretrail {
namespace {

struct Currency {
    std::string_view sign;
    std::string_view code;
};
// Longer signs stand before those that they contain. The yen sign is the yuan's as well; logs of shops mean the yuan by it.
constexpr std::array currencies{
    Currency{"US$", "USD"}, Currency{"HK$", "HKD"}, Currency{"NT$", "TWD"}, Currency{"R$", "BRL"},  Currency{"A$", "AUD"},
    Currency{"C$", "CAD"},  Currency{"S$", "SGD"},  Currency{"$", "USD"},   Currency{"\xc2\xa3", "GBP"},
    Currency{"\xef\xbf\xa1", "GBP"},                Currency{"\xe2\x82\xac", "EUR"}, // pound of full width; euro
    Currency{"\xc2\xa5", "CNY"}, Currency{"\xef\xbf\xa5", "CNY"}, Currency{"\xe5\x85\x83", "CNY"}, // yuan: sign and 元
    Currency{"\xe5\x9c\x86", "CNY"}, Currency{"RMB", "CNY"}, Currency{"\xe2\x82\xb9", "INR"}, Currency{"Rs.", "INR"},
    Currency{"\xe2\x82\xa9", "KRW"}, Currency{"\xe2\x82\xbd", "RUB"}, Currency{"\xe2\x82\xba", "TRY"},
    Currency{"\xe2\x82\xaa", "ILS"}, Currency{"\xe2\x82\xab", "VND"}, Currency{"\xe0\xb8\xbf", "THB"},
    Currency{"z\xc5\x82", "PLN"}, Currency{"K\xc4\x8d", "CZK"}, Currency{"Ft", "HUF"},
    Currency{"USD", "USD"}, Currency{"EUR", "EUR"}, Currency{"GBP", "GBP"}, Currency{"CNY", "CNY"}, Currency{"JPY", "JPY"},
    Currency{"CHF", "CHF"}, Currency{"CAD", "CAD"}, Currency{"AUD", "AUD"}, Currency{"NZD", "NZD"}, Currency{"HKD", "HKD"},
    Currency{"TWD", "TWD"}, Currency{"SGD", "SGD"}, Currency{"INR", "INR"}, Currency{"KRW", "KRW"}, Currency{"RUB", "RUB"},
    Currency{"SEK", "SEK"}, Currency{"NOK", "NOK"}, Currency{"DKK", "DKK"}, Currency{"PLN", "PLN"}, Currency{"CZK", "CZK"},
    Currency{"HUF", "HUF"}, Currency{"TRY", "TRY"}, Currency{"BRL", "BRL"}, Currency{"MXN", "MXN"}, Currency{"ZAR", "ZAR"},
    Currency{"THB", "THB"}, Currency{"IDR", "IDR"}, Currency{"MYR", "MYR"}, Currency{"PHP", "PHP"}, Currency{"VND", "VND"},
    Currency{"AED", "AED"}, Currency{"ILS", "ILS"},
};

struct Counterpart {
    std::string_view text;
    char ascii;
};
constexpr std::array counterparts{
    Counterpart{"\xc2\xa0", ' '},     Counterpart{"\xe2\x80\x87", ' '}, Counterpart{"\xe2\x80\x88", ' '},
    Counterpart{"\xe2\x80\x89", ' '}, Counterpart{"\xe2\x80\x8a", ' '}, Counterpart{"\xe2\x80\xaf", ' '},
    Counterpart{"\xe3\x80\x80", ' '}, Counterpart{"\xe2\x80\x99", '\''}, Counterpart{"\xe2\x88\x92", '-'},
};

/// Length in bytes of the sign that has a counterpart at the front of a text, and the counterpart; length 0: none.
std::pair<size_t, char> counterpartOf(std::string_view text)
{
    // Full width: U+FF01 to U+FF5E stand for ! to ~; those from U+FF40 on are no signs of numbers.
    if (text.size() >= 3 && text.starts_with("\xef\xbc") && static_cast<unsigned char>(text[2]) > 0x80)
        return {3, char(static_cast<unsigned char>(text[2]) - 0x60)};
    for (const Counterpart &entry : counterparts)
        if (text.starts_with(entry.text))
            return {entry.text.size(), entry.ascii};
    return {0, 0};
}

} // namespace

PlainText::PlainText(std::string_view text)
{
    while (!text.empty()) {
        if (m_length == longest) {
            m_length = 0;
            return;
        }
        const auto [length, ascii] = static_cast<unsigned char>(text.front()) < 0x80 ? std::pair<size_t, char>{1, text.front()}
                                                                                      : counterpartOf(text);
        m_text[m_length++] = length > 0 ? ascii : text.front();
        text.remove_prefix(length > 0 ? length : 1);
    }
}

std::string_view takeCurrency(std::string_view &text)
{
    if (text.empty())
        return {};
    // One character tells most texts from most signs: this is asked of every cell that is no plain number.
    const char front = text.front(), back = text.back();
    for (const Currency &currency : currencies) {
        if (currency.sign.front() == front && text.starts_with(currency.sign))
            text.remove_prefix(currency.sign.size());
        else if (currency.sign.back() == back && text.ends_with(currency.sign))
            text.remove_suffix(currency.sign.size());
        else
            continue;
        return currency.code;
    }
    return {};
}

} // namespace foretrail
