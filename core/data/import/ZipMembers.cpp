#include "core/data/import/ZipMembers.h"

#include "core/data/import/ByteSource.h"
#include "core/data/import/Encoding.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <archive_entry.h>
#include <unicode/ucnv.h>

#include <algorithm>

namespace foretrail {
namespace {

struct ZipMembersText { Q_DECLARE_TR_FUNCTIONS(foretrail::ZipMembers) };

QString fromGb18030(const char *name)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open("GB18030", &status);
    QString text(qsizetype(qstrlen(name)) * 2 + 1, Qt::Uninitialized);
    const int32_t length = ucnv_toUChars(converter, reinterpret_cast<UChar *>(text.data()), int32_t(text.size()), name, -1, &status);
    ucnv_close(converter);
    return U_SUCCESS(status) ? text.left(length) : QString::fromLatin1(name);
}

} // namespace

QString memberName(archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    if (!name)
        name = archive_entry_pathname_utf8(entry);
    if (!name)
        return {};
    return isCleanUtf8(name) ? QString::fromUtf8(name) : fromGb18030(name);
}

Result<QList<ZipMember>> zipMembers(const QString &path)
{
    constexpr int most = 100'000;
    auto device = std::make_unique<QFile>(path);
    if (!device->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::Io, ZipMembersText::tr("%1 cannot be read: %2. Check who may read it.").arg(path, device->errorString()));
    PackedFile file(std::move(device));
    QList<ZipMember> members;
    if (file.open(Packing::Zip))
        while (archive_entry *entry = file.nextMember()) {
            if (archive_entry_filetype(entry) != AE_IFDIR)
                members.append({memberName(entry), archive_entry_size(entry), archive_entry_is_data_encrypted(entry) == 1});
            if (members.size() > most)
                return fail(ErrorCode::Format, ZipMembersText::tr("%1 holds more than %2 files. Unpack it and import its folder.").arg(path).arg(most));
        }
    if (!file.problem().isEmpty())
        return fail(ErrorCode::Format, ZipMembersText::tr("%1 is damaged or cut off: its table of contents cannot be read. Fetch or pack it again.").arg(path),
                    file.problem());
    std::ranges::sort(members, {}, &ZipMember::name);
    return members;
}

QStringList tableMembers(const QList<ZipMember> &members)
{
    QStringList filled, empty;
    for (const ZipMember &member : members)
        if (mayBeTable(member.name))
            (member.bytes != 0 ? filled : empty).append(member.name);
    return filled + empty;
}

bool mayBeTable(const QString &name)
{
    static const QSet<QString> others{
        QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("gif"), QStringLiteral("svg"), QStringLiteral("bmp"),
        QStringLiteral("webp"), QStringLiteral("ico"), QStringLiteral("pdf"), QStringLiteral("doc"), QStringLiteral("docx"), QStringLiteral("ppt"),
        QStringLiteral("pptx"), QStringLiteral("md"), QStringLiteral("html"), QStringLiteral("htm"), QStringLiteral("xml"), QStringLiteral("rtf"),
        QStringLiteral("py"), QStringLiteral("r"), QStringLiteral("ipynb"), QStringLiteral("sql"), QStringLiteral("sh"), QStringLiteral("js"),
        QStringLiteral("exe"), QStringLiteral("dll"), QStringLiteral("so"), QStringLiteral("mp3"), QStringLiteral("mp4"), QStringLiteral("mov"),
        QStringLiteral("avi"), QStringLiteral("db"), QStringLiteral("sqlite"), QStringLiteral("foretrail"), QStringLiteral("ini"),
        QStringLiteral("lnk"), QStringLiteral("log~"), QStringLiteral("bak"), QStringLiteral("tmp"), QStringLiteral("part"),
        QStringLiteral("crc"), QStringLiteral("md5"), QStringLiteral("sha256")};
    const QFileInfo info(name);
    const QString base = info.fileName();
    const bool isSidecar = base.startsWith(QLatin1Char('.')) || base.startsWith(QLatin1Char('~')) || base.startsWith(QLatin1Char('_'))
                        || name.startsWith(QStringLiteral("__MACOSX/")) || base.compare(QStringLiteral("Thumbs.db"), Qt::CaseInsensitive) == 0
                        || base.startsWith(QStringLiteral("readme"), Qt::CaseInsensitive)
                        || base.startsWith(QStringLiteral("license"), Qt::CaseInsensitive);
    return !isSidecar && !others.contains(info.suffix().toLower());
}

} // namespace foretrail
