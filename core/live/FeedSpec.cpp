#include "core/live/FeedSpec.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHostAddress>

#include <algorithm>
#include <iterator>

namespace foretrail {
namespace {

struct FeedSpecText { Q_DECLARE_TR_FUNCTIONS(foretrail::FeedSpec) };

struct KindName { FeedKind kind; const char *name; };
constexpr KindName kindNames[] = {{FeedKind::File, "file"}, {FeedKind::Folder, "folder"}, {FeedKind::Tcp, "tcp"},
                                  {FeedKind::Local, "socket"}, {FeedKind::Replay, "replay"}};

QString nameOf(FeedKind kind)
{
    for (const KindName &one : kindNames)
        if (one.kind == kind)
            return QString::fromLatin1(one.name);
    return {};
}

Result<FeedSpec> tcpFrom(const QString &where)
{
    FeedSpec spec;
    spec.kind = FeedKind::Tcp;
    const qsizetype colon = where.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = where.sliced(colon + 1).toUInt(&isNumber);
    if (!isNumber || port == 0 || port > 65535)
        return fail(ErrorCode::InvalidInput, FeedSpecText::tr("\"%1\" is no port. Write tcp:9000, or tcp:ADDRESS:9000.").arg(where.sliced(colon + 1)));
    spec.port = quint16(port);
    if (colon >= 0)
        spec.address = where.first(colon);
    if (QHostAddress(spec.address).isNull())
        return fail(ErrorCode::InvalidInput, FeedSpecText::tr("\"%1\" is no address. Write numbers, such as 127.0.0.1 or 0.0.0.0.").arg(spec.address));
    return spec;
}

Result<FeedSpec> replayFrom(const QString &where)
{
    FeedSpec spec;
    spec.kind = FeedKind::Replay;
    spec.path = where;
    if (const qsizetype at = where.lastIndexOf(u'@'); at > 0 && !QFileInfo::exists(where)) {
        bool isNumber = false;
        spec.speed = where.sliced(at + 1).toDouble(&isNumber);
        if (!isNumber || !(spec.speed > 0))
            return fail(ErrorCode::InvalidInput, FeedSpecText::tr("\"%1\" is no speed. Write replay:PATH@60 for a minute in a second.").arg(where.sliced(at + 1)));
        spec.path = where.first(at);
    }
    if (!QFileInfo(spec.path).isFile())
        return fail(ErrorCode::NotFound, FeedSpecText::tr("There is no file %1 to replay.").arg(spec.path));
    return spec;
}

} // namespace

Result<FeedSpec> FeedSpec::fromText(const QString &text)
{
    FeedSpec spec;
    if (text == QStringLiteral("stdin") || text == QStringLiteral("-")) {
        spec.kind = FeedKind::Input;
        return spec;
    }
    const QString name = text.section(u':', 0, 0), where = text.section(u':', 1);
    const auto *const known = std::find_if(std::begin(kindNames), std::end(kindNames), [&name](const KindName &one) { return name == QLatin1String(one.name); });
    if (known == std::end(kindNames)) {
        const QFileInfo info(text);
        if (!info.exists())
            return fail(ErrorCode::InvalidInput, FeedSpecText::tr("\"%1\" is no feed. Write file:PATH, folder:PATH, stdin, tcp:PORT, socket:NAME or replay:PATH@SPEED.").arg(text));
        spec.kind = info.isDir() ? FeedKind::Folder : FeedKind::File;
        spec.path = info.absoluteFilePath();
        return spec;
    }
    if (where.isEmpty())
        return fail(ErrorCode::InvalidInput, FeedSpecText::tr("Behind \"%1:\" it has to say where.").arg(name));
    if (known->kind == FeedKind::Tcp)
        return tcpFrom(where);
    if (known->kind == FeedKind::Replay) {
        Result<FeedSpec> replay = replayFrom(where);
        if (replay)
            replay->path = QFileInfo(replay->path).absoluteFilePath();
        return replay;
    }
    spec.kind = known->kind;
    spec.path = spec.kind == FeedKind::Local ? where : QFileInfo(where).absoluteFilePath();
    if (spec.kind == FeedKind::Folder && !QFileInfo(spec.path).isDir())
        return fail(ErrorCode::NotFound, FeedSpecText::tr("There is no folder %1.").arg(spec.path));
    return spec;
}

QString FeedSpec::text() const
{
    switch (kind) {
    case FeedKind::Input: return QStringLiteral("stdin");
    case FeedKind::Tcp: return QStringLiteral("tcp:%1:%2").arg(address).arg(port);
    default: return nameOf(kind) + u':' + path;
    }
}

} // namespace foretrail
