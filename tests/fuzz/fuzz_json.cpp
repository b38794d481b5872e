// JSON text as rows: each has all columns or says why not, and the reader always comes to an end.
#include "core/data/import/JsonRows.h"
#include "tests/fuzz/Fuzz.h"

using namespace foretrail;

namespace {

std::unique_ptr<TextSource> textOf(const uint8_t *data, size_t size)
{
    auto bytes = ByteSource::ofMemory(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), QStringLiteral("fuzz"));
    auto text = bytes ? TextSource::over(std::move(*bytes), QStringLiteral("UTF-8")) : fail(bytes.error());
    return text ? std::move(*text) : nullptr;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::unique_ptr<TextSource> first = textOf(data, size);
    if (!first)
        return 0;
    const auto columns = JsonRows::findColumns(*first);
    if (!columns)
        return 0;
    JsonRows rows(textOf(data, size), *columns, false);
    Record record;
    size_t count = 0;
    Result<bool> more = rows.next(record);
    for (; more && *more; more = rows.next(record)) {
        HOLDS(++count <= size);
        HOLDS(record.problem.isEmpty() ? record.fields.size() == columns->size() : record.fields.size() == 1);
    }
    HOLDS(more || !more.error().message.isEmpty());
    return 0;
}
