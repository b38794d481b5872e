#pragma once

#include "tests/support/TestSupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace foretrail::test {

/// What the real program did with these arguments.
struct CliRun {
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QString message() const { return QString::fromUtf8(err).trimmed(); }
    /// Rows of a table on standard output or in a file, the header first.
    static QList<QStringList> table(const QByteArray &csv)
    {
        QList<QStringList> rows;
        for (const QByteArray &line : csv.split('\n'))
            if (!line.isEmpty())
                rows << QString::fromUtf8(line).split(QLatin1Char(','));
        return rows;
    }
};

inline CliRun runCli(const QStringList &arguments)
{
    QProcess process;
    process.start(cliProgram(), arguments);
    CliRun run;
    if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit)
        return run;
    run.code = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

/// "import w.foretrail log.csv --json", split at spaces.
inline CliRun runCli(const QString &line) { return runCli(line.split(QLatin1Char(' '), Qt::SkipEmptyParts)); }

} // namespace foretrail::test

/// Fails the running test with what the program said. `run` is done once.
#define VERIFY_CODE(run, expected)                                                                                     \
    do {                                                                                                               \
        const foretrail::test::CliRun &done = (run);                                                                   \
        QVERIFY2(done.code == (expected), qPrintable(QStringLiteral("code %1: %2").arg(done.code).arg(done.message()))); \
    } while (false)
