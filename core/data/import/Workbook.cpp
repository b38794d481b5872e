#include "core/data/import/Workbook.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <map>

namespace foretrail {
namespace {

struct WorkbookText { Q_DECLARE_TR_FUNCTIONS(foretrail::Workbook) };

constexpr qint64 mostUnpacked = qint64(8) << 30; ///< a full sheet of a million rows has some hundreds of megabytes
constexpr size_t mostStyles = 1'000'000;         ///< workbooks have up to 65,490
constexpr int mostSheets = 10'000;

/// "xl/_rels/workbook.xml.rels" for "xl/workbook.xml"; "_rels/.rels" for the package itself.
QString relationsOf(const QString &member)
{
    const qsizetype slash = member.lastIndexOf(QLatin1Char('/')) + 1;
    return member.left(slash) + QStringLiteral("_rels/") + member.mid(slash) + QStringLiteral(".rels");
}

/// A target is written from the root with a slash, or else from the folder of the member that names it.
QString resolved(const QString &member, const QString &target)
{
    if (target.startsWith(QLatin1Char('/')))
        return target.mid(1);
    return QDir::cleanPath(member.left(member.lastIndexOf(QLatin1Char('/')) + 1) + target);
}

} // namespace

Result<Workbook> Workbook::open(const QString &path)
{
    return open([path](const QString &member) { return ByteSource::open(path, member); }, path);
}

Result<Workbook> Workbook::open(OpenMember openMember, const QString &shownName)
{
    Workbook book;
    book.m_openMember = std::move(openMember);
    book.m_name = shownName;
    const Result<Relations> package = book.relations({});
    if (!package)
        return fail(package.error());
    const auto isMain = [](const auto &relation) { return relation.second.type.endsWith(QStringLiteral("/officeDocument")); };
    const auto main = std::ranges::find_if(*package, isMain);
    const QString member = main == package->end() ? QStringLiteral("xl/workbook.xml") : main->second.target;
    if (Result<void> read = book.readSheets(member); !read)
        return fail(read.error());
    return book;
}

Result<std::unique_ptr<XmlSource>> Workbook::xml(const QString &member) const
{
    Result<std::unique_ptr<ByteSource>> bytes = m_openMember(member);
    if (!bytes)
        return fail(bytes.error());
    (*bytes)->limitUnpacked(mostUnpacked);
    return std::make_unique<XmlSource>(std::move(*bytes));
}

Result<Workbook::Relations> Workbook::relations(const QString &ofMember) const
{
    constexpr size_t most = 100'000;
    const Result<std::unique_ptr<XmlSource>> source = xml(relationsOf(ofMember));
    if (!source)
        return fail(source.error());
    Relations relations;
    XmlSource &file = **source;
    while (file.readNext() && relations.size() < most)
        if (file.isStart(QLatin1String("Relationship")))
            relations.push_back({file.attribute(QLatin1String("Id")),
                                 {file.attribute(QLatin1String("Type")), resolved(ofMember, file.attribute(QLatin1String("Target")))}});
    if (file.failure())
        return fail(*file.failure());
    return relations;
}

Result<void> Workbook::readSheets(const QString &member)
{
    const Result<Relations> found = relations(member);
    if (!found)
        return fail(found.error());
    std::map<QString, Relation> byId(found->begin(), found->end());
    const Result<std::unique_ptr<XmlSource>> source = xml(member);
    if (!source)
        return fail(source.error());
    XmlSource &file = **source;
    while (file.readNext() && m_sheets.size() < mostSheets) {
        if (file.isStart(QLatin1String("workbookPr"))) {
            const QString value = file.attribute(QLatin1String("date1904"));
            m_from1904 = value == QStringLiteral("1") || value == QStringLiteral("true");
        } else if (file.isStart(QLatin1String("sheet"))) {
            QString id;
            for (const QXmlStreamAttribute &attribute : file.xml().attributes())
                if (attribute.name() == QStringLiteral("id"))
                    id = attribute.value().toString();
            const Relation &relation = byId[id];
            // Sheets of charts and of macros hold no cells.
            if (relation.type.endsWith(QStringLiteral("/worksheet")))
                m_sheets.append({file.attribute(QLatin1String("name")), relation.target,
                                 file.attribute(QLatin1String("state")).endsWith(QStringLiteral("idden"))});
        }
    }
    if (file.failure())
        return fail(*file.failure());
    for (const auto &[id, relation] : byId) {
        if (relation.type.endsWith(QStringLiteral("/sharedStrings")))
            m_strings = relation.target;
        if (relation.type.endsWith(QStringLiteral("/styles")))
            if (Result<void> read = readStyles(relation.target); !read)
                return read;
    }
    return {};
}

Result<void> Workbook::readStyles(const QString &member)
{
    const Result<std::unique_ptr<XmlSource>> source = xml(member);
    if (!source)
        return fail(source.error());
    XmlSource &file = **source;
    std::map<int, CellFormat> codes;
    bool isInCells = false;
    while (file.readNext() && m_formats.size() < mostStyles && codes.size() < mostStyles) {
        if (file.isStart(QLatin1String("numFmt")))
            codes[file.attribute(QLatin1String("numFmtId")).toInt()] =
                formatOfCode(file.attribute(QLatin1String("formatCode")).toStdString());
        else if (file.isStart(QLatin1String("cellXfs")))
            isInCells = true;
        else if (file.isEnd(QLatin1String("cellXfs")))
            isInCells = false;
        else if (isInCells && file.isStart(QLatin1String("xf"))) {
            const int id = file.attribute(QLatin1String("numFmtId")).toInt();
            const auto spelled = codes.find(id);
            m_formats.push_back(spelled == codes.end() ? formatOfBuiltIn(id) : spelled->second);
        }
    }
    return file.failure() ? fail(*file.failure()) : Result<void>();
}

QStringList Workbook::sheetNames() const
{
    QStringList shown, all;
    for (const Sheet &sheet : m_sheets) {
        all.append(sheet.name);
        if (!sheet.isHidden)
            shown.append(sheet.name);
    }
    return shown.isEmpty() ? all : shown;
}

Result<Workbook::Sheet> Workbook::sheet(const QString &name) const
{
    const QStringList names = sheetNames();
    if (names.isEmpty())
        return fail(ErrorCode::InvalidInput, WorkbookText::tr("%1 has no sheet with cells.").arg(m_name));
    const QString wanted = name.isEmpty() ? names.front() : name;
    const auto found = std::ranges::find(m_sheets, wanted, &Sheet::name);
    if (found == m_sheets.end())
        return fail(ErrorCode::NotFound, WorkbookText::tr("%1 has no sheet %2. It has: %3.").arg(m_name, name, names.join(QStringLiteral(", "))));
    return *found;
}

} // namespace foretrail
