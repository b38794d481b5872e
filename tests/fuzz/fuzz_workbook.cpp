// Three pieces parted by lines "---": the cells of a sheet, the shared texts, the styles; or a whole zip file.
#include "core/data/import/SheetRows.h"
#include "tests/fuzz/Fuzz.h"

#include <map>

using namespace foretrail;

namespace {

void readAll(Result<Workbook> book)
{
    auto rows = book ? SheetRows::open(std::move(*book), {}, 0) : fail(book.error());
    if (!rows)
        return;
    Record record;
    Result<bool> more = (*rows)->next(record);
    for (; more && *more; more = (*rows)->next(record)) {
        HOLDS(!record.fields.empty() && record.fields.size() <= mostColumns);
        HOLDS(record.line > 0);
    }
    HOLDS(more || !more.error().message.isEmpty());
}

std::map<QString, QByteArray> membersOf(QByteArray input)
{
    std::map<QString, QByteArray> members;
    members[QStringLiteral("_rels/.rels")] = "<Relationships/>";
    members[QStringLiteral("xl/workbook.xml")] = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>";
    members[QStringLiteral("xl/_rels/workbook.xml.rels")] =
        "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"sheet\"/><Relationship Id=\"b\" Type=\"/sharedStrings\" "
        "Target=\"strings\"/><Relationship Id=\"c\" Type=\"/styles\" Target=\"styles\"/></Relationships>";
    for (const char *member : {"xl/sheet", "xl/strings", "xl/styles"})
        members[QString::fromLatin1(member)] = fuzz::piece(input);
    return members;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString name = QStringLiteral("fuzz");
    if (input.startsWith("PK")) {
        readAll(Workbook::open([&](const QString &member) { return ByteSource::ofMemory(input, name, member); }, name));
        return 0;
    }
    const std::map<QString, QByteArray> members = membersOf(input);
    readAll(Workbook::open([&](const QString &member) {
        const auto found = members.find(member);
        return ByteSource::ofMemory(found == members.end() ? QByteArray() : found->second, member);
    }, name));
    return 0;
}
