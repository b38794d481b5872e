// A format and a text, on two lines: what reads does so twice the same, and every known format takes any text, as times of day do.
#include "core/data/import/ClockReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace foretrail;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string_view input{reinterpret_cast<const char *>(data), size};
    const size_t cut = std::min(input.find('\n'), input.size());
    const std::string_view text = input.substr(std::min(cut + 1, input.size()));
    if (const Result<DateFormat> format = DateFormat::compile(QString::fromUtf8(input.data(), qsizetype(cut)))) {
        const auto one = format->read(text);
        const auto other = format->read(text);
        HOLDS(one.has_value() == other.has_value());
        HOLDS(!one || (one->ms == other->ms && one->isUtc == other->isUtc));
    }
    for (const auto *formats : {&knownDateFormats(), &numericDateFormats(), &looseDateFormats()})
        for (const NamedDateFormat &known : *formats)
            known.format.read(text);
    ClockReader clocks;
    if (const auto clock = clocks.read(text)) {
        const auto again = clocks.read(text); // whichever form it tries first now
        HOLDS(again && again->ms == clock->ms && again->isUtc == clock->isUtc);
    }
    return 0;
}
