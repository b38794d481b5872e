#include "tests/support/TestSupport.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <atomic>

namespace foretrail::test {
namespace {

std::atomic<int> warnings{0};
QtMessageHandler previousHandler = nullptr;

// Qt Test removes what ignoreMessage announced before it calls the handler that was there first.
void countWarnings(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    // What the platform without a screen cannot do is no fault of the program.
    const bool isOfPlatform = text.startsWith(QStringLiteral("This plugin does not support"));
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !isOfPlatform) {
        ++warnings;
        fprintf(stderr, "unexpected warning: %s\n", qPrintable(text));
    }
    if (previousHandler)
        previousHandler(type, context, text);
}

} // namespace

void prepareApplication()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("foretrail-test"));
    QCoreApplication::setApplicationName(QStringLiteral("foretrail-test-%1").arg(QCoreApplication::applicationPid()));
    previousHandler = qInstallMessageHandler(countWarnings);
}

int unexpectedWarnings()
{
    if (warnings > 0)
        fprintf(stderr, "%d unexpected warnings\n", int(warnings));
    return warnings;
}

QString dataFile(const QString &name) { return QStringLiteral(FORETRAIL_TEST_DATA "/") + name; }

QString sharedFile(const QString &name)
{
    const QString path = QDir::cleanPath(QStringLiteral(FORETRAIL_SHARED_DATA "/") + name);
    return QFile::exists(path) ? path : QString();
}

QString cliProgram() { return QDir::cleanPath(QStringLiteral(FORETRAIL_CLI)); }

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeAll(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace foretrail::test
