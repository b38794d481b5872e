// The first byte chooses delimiter and encoding, the rest is the text. Rows come in order, and none is empty.
#include "core/data/import/DelimitedReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace foretrail;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    constexpr char delimiters[] = {',', ';', '\t', '|', ' '};
    const QStringList &encodings = knownEncodings();
    const QString encoding = encodings[(data[0] / 8) % encodings.size()];
    auto bytes = ByteSource::ofMemory(QByteArray(reinterpret_cast<const char *>(data) + 1, qsizetype(size - 1)), QStringLiteral("fuzz"));
    auto text = bytes ? TextSource::over(std::move(*bytes), encoding) : fail(bytes.error());
    if (!text)
        return 0;
    DelimitedReader reader(**text, delimiters[data[0] % 8 % 5]);
    Record record;
    qint64 line = 0;
    Result<bool> more = reader.next(record);
    for (; more && *more; more = reader.next(record)) {
        HOLDS(record.line > line);
        HOLDS(!record.fields.empty());
        HOLDS(record.problem.isEmpty() || record.fields.size() == 1);
        size_t length = 0;
        for (const std::string_view field : record.fields)
            length += field.size();
        HOLDS(length <= 4 * size || (*text)->bytes().isPacked());
        line = record.line;
    }
    HOLDS(more || !more.error().message.isEmpty());
    return 0;
}
