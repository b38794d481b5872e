#pragma once

#include "core/base/Result.h"

#include <QDir>
#include <QString>
#include <QTemporaryDir>
#include <QtTest>

/// A test program: FORETRAIL_TEST_MAIN(TestClass, QCoreApplication). Any warning that the test did not announce
/// with QTest::ignoreMessage fails the test.
#define FORETRAIL_TEST_MAIN(TestClass, Application)                                                                    \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        Application app(argc, argv);                                                                                   \
        foretrail::test::prepareApplication();                                                                         \
        TestClass test;                                                                                                \
        const int failures = QTest::qExec(&test, argc, argv);                                                          \
        return failures + foretrail::test::unexpectedWarnings();                                                       \
    }

/// Fails the running test with the error's message unless `result` holds a value; evaluates it once.
#define VERIFY_RESULT(result)                                                                                          \
    do {                                                                                                               \
        const auto &verifiedResult = (result);                                                                         \
        QVERIFY2(verifiedResult.has_value(), qPrintable(verifiedResult ? QString() : verifiedResult.error().message)); \
    } while (false)

namespace foretrail::test {

/// Settings and caches go to a folder of the test's own; warnings are counted.
void prepareApplication();
int unexpectedWarnings();

/// tests/data/NAME
QString dataFile(const QString &name);
/// The real data beside the project; empty where it is absent (then QSKIP and say so).
QString sharedFile(const QString &name);
/// The command-line program of this build.
QString cliProgram();

QByteArray readAll(const QString &path);
void writeAll(const QString &path, const QByteArray &content);

} // namespace foretrail::test
