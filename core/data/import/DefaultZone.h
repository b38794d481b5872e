#pragma once

#include <QByteArray>
#include <QLocale>
#include <QString>

namespace foretrail {

/// The time zone in which a file is read that nobody has named one for. Chinese locales: that of the machine, and Asia/Shanghai where
/// the machine's is unknown or UTC, as in containers and on servers. All others: UTC.
QString defaultTimeZone(const QLocale &locale, const QByteArray &machineZone);
/// For the program's locale on this machine.
QString defaultTimeZone();

} // namespace foretrail
