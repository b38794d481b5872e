#include "core/data/import/SourceShape.h"

#include "core/data/import/Encoding.h"
#include "core/data/import/Workbook.h"
#include "core/data/import/ZipMembers.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace foretrail {
namespace {

struct SourceShapeText { Q_DECLARE_TR_FUNCTIONS(foretrail::SourceShape) };

constexpr size_t shapeBytes = 4096;

QByteArray headOf(ByteSource &source)
{
    QByteArray head(qsizetype(shapeBytes), Qt::Uninitialized);
    qsizetype size = 0;
    while (size < head.size()) {
        const Result<size_t> got = source.read(head.data() + size, size_t(head.size() - size));
        if (!got || *got == 0)
            break;
        size += qsizetype(*got);
    }
    return head.left(size);
}

/// An object begins, or an array of objects.
bool beginsJson(QByteArray head)
{
    if (head.startsWith("\xef\xbb\xbf"))
        head.remove(0, 3);
    head = head.trimmed();
    if (head.startsWith('[')) {
        head = head.mid(1).trimmed();
        return head.startsWith('{') || head.startsWith(']');
    }
    if (!head.startsWith('{'))
        return false;
    head = head.mid(1).trimmed();
    return head.isEmpty() || head.startsWith('"') || head.startsWith('}');
}

bool isNamed(const QList<ZipMember> &members, const char *name)
{
    return std::ranges::any_of(members, [name](const ZipMember &member) { return member.name == QLatin1String(name); });
}

Result<SourceShape> shapeOfWorkbook(const QString &path, const QString &part)
{
    const Result<Workbook> book = Workbook::open(path);
    if (!book)
        return fail(book.error());
    const Result<Workbook::Sheet> sheet = book->sheet(part);
    if (!sheet)
        return fail(sheet.error());
    SourceShape shape;
    shape.format = SourceFormat::Workbook;
    shape.isPacked = shape.isArchive = true;
    shape.parts = book->sheetNames();
    shape.part = shape.parts.size() > 1 || !part.isEmpty() ? sheet->name : QString();
    return shape;
}

Result<void> checkMembers(const QString &path, const QList<ZipMember> &members)
{
    if (isNamed(members, "xl/workbook.bin") || isNamed(members, "content.xml"))
        return fail(ErrorCode::Unsupported, SourceShapeText::tr("%1 is a workbook of a kind that Foretrail does not read. Save it as .xlsx or as CSV.").arg(path));
    if (isNamed(members, "word/document.xml") || isNamed(members, "ppt/presentation.xml"))
        return fail(ErrorCode::InvalidInput, SourceShapeText::tr("%1 is a document, not a table. Save its table as .xlsx or as CSV.").arg(path));
    return {};
}

Result<SourceShape> shapeOfText(const QString &path, const QString &part)
{
    const Result<std::unique_ptr<ByteSource>> source = ByteSource::open(path, part);
    if (!source)
        return fail(source.error());
    const QByteArray head = headOf(**source);
    if (head.startsWith("\xd0\xcf\x11\xe0"))
        return fail(ErrorCode::Unsupported, SourceShapeText::tr("%1 is a workbook of the old .xls kind, or one behind a password. Save it as .xlsx without "
                                                     "a password, or as CSV.").arg((*source)->shownName()));
    SourceShape shape;
    shape.part = part;
    shape.isPacked = (*source)->isPacked();
    shape.format = beginsJson(head) ? SourceFormat::JsonLines : SourceFormat::Delimited;
    return shape;
}

Result<SourceShape> shapeOfArchive(const QString &path, const QString &part)
{
    const Result<QList<ZipMember>> members = zipMembers(path);
    if (!members)
        return fail(members.error());
    if (isNamed(*members, "xl/workbook.xml"))
        return shapeOfWorkbook(path, part);
    if (Result<void> checked = checkMembers(path, *members); !checked)
        return fail(checked.error());
    const QStringList tables = tableMembers(*members);
    Result<SourceShape> shape = shapeOfText(path, part.isEmpty() && !tables.isEmpty() ? tables.front() : part);
    if (!shape)
        return shape;
    shape->isArchive = true;
    if (tables.size() > 1)
        shape->parts = tables;
    else
        shape->part = part;
    return shape;
}

} // namespace

Result<SourceShape> sniffFormat(const QString &path, const QString &part, JobContext &job)
{
    if (job.stopRequested())
        return fail(Error::cancelled());
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && !file.isSequential() && packingOf(file.peek(8)) == Packing::Zip)
        return shapeOfArchive(path, part);
    return shapeOfText(path, part);
}

} // namespace foretrail
