#include "core/data/import/DefaultZone.h"

#include "core/base/Calendar.h"

#include <QTimeZone>

namespace foretrail {
namespace {

/// "UTC", "Etc/UTC", "GMT" and the like: never another offset.
bool isUtc(const QByteArray &zone)
{
    const QTimeZone known(zone);
    return !known.hasTransitions() && known.offsetFromUtc(QDateTime::currentDateTimeUtc()) == 0;
}

} // namespace

QString defaultTimeZone(const QLocale &locale, const QByteArray &machineZone)
{
    if (locale.language() != QLocale::Chinese)
        return QStringLiteral("UTC");
    const QString machine = QString::fromLatin1(machineZone);
    return isKnownZone(machine) && !isUtc(machineZone) ? machine : QStringLiteral("Asia/Shanghai");
}

QString defaultTimeZone() { return defaultTimeZone(QLocale(), QTimeZone::systemTimeZoneId()); }

} // namespace foretrail
