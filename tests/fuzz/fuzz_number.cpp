// The first byte chooses the signs, the rest is the text. What is read is a number in range, with spaces around it too.
#include "core/data/import/CellText.h"
#include "core/data/import/NumberText.h"
#include "tests/fuzz/Fuzz.h"

#include <cmath>

using namespace foretrail;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    constexpr char groups[] = {0, ',', '.', '\'', ' '};
    const std::string_view text{reinterpret_cast<const char *>(data) + 1, size - 1};
    const NumberStyle style{data[0] % 2 == 0 ? '.' : ',', groups[data[0] / 2 % 5]};
    double value = 0;
    NumberMarks marks;
    if (readNumber(text, style, value, &marks) == NumberProblem::None)
        HOLDS(std::isfinite(value) && std::abs(value) <= 1e15);
    readBoolean(text, value);
    hasLostDigits(text);
    HOLDS(withoutZeroFraction(trimmed(text)).size() <= text.size());
    // Rounding may carry a number over the border of what is written with a power of ten, but once only.
    const std::string cell = numberText(numberText(text));
    HOLDS(numberText(cell) == cell);
    return 0;
}
