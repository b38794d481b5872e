#pragma once

#include <string>
#include <string_view>

namespace foretrail {

bool isAscii(std::string_view text);
/// Length of the valid UTF-8 sequence at `at`; 0 when there is none; -1 when the text ends inside of one.
int sequenceLength(std::string_view text, size_t at);
/// Whether these bytes are UTF-8 without zero bytes and replacement characters, which stand where another encoding could not
/// be read.
bool isCleanUtf8(std::string_view text);
/// Appends a character as UTF-8; the replacement character for what is none.
void appendUtf8(std::string &out, char32_t character);

} // namespace foretrail
