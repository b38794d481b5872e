// Changes of what comes in on days: found, dated and told with means that are counted by hand; quiet noise says nothing.
#include "core/drift/InputWatch.h"
#include "tests/core/drift/Noise.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;
using foretrail::test::Noise;

namespace {

constexpr int change = 100;

WallMs dayAt(int day) { return (20'000 + day) * dayMs; }

} // namespace

class TestInputWatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // A quiet year of weeks, of which the weekend is another: at most one seed in five is told of anything.
    void quietDaysSayNothing()
    {
        int told = 0;
        for (unsigned seed = 1; seed <= 20; ++seed) {
            Noise noise(seed);
            InputWatch watch;
            for (int day = 0; day < 365; ++day) {
                const double weekend = day % 7 >= 5 ? 300 : 0;
                told += !watch.add(dayAt(day), {1000 + weekend + 30 * noise.normal(), missing, missing, missing}).empty();
            }
        }
        QVERIFY2(told <= 4, qPrintable(QString::number(told)));
    }

    void eachInputIsNamed_data()
    {
        QTest::addColumn<int>("input");
        QTest::addColumn<QString>("name");
        QTest::newRow("events") << 0 << QStringLiteral("events");
        QTest::newRow("users") << 1 << QStringLiteral("users");
        QTest::newRow("conversion") << 2 << QStringLiteral("conversion");
        QTest::newRow("purchase value") << 3 << QStringLiteral("purchase-value");
    }
    // One input falls to half on day 100, the others stay: it alone is told, once within ten days, dated to within two, with both means.
    void eachInputIsNamed()
    {
        QFETCH(int, input);
        QFETCH(QString, name);
        Noise noise(5);
        InputWatch watch;
        QList<InputChange> told;
        for (int day = 0; day < change + 40; ++day) {
            InputValues values{};
            for (size_t i = 0; i < values.size(); ++i)
                values[i] = (int(i) == input && day >= change ? 0.25 : 0.5) + 0.01 * noise.normal();
            for (InputChange &one : watch.add(dayAt(day), values))
                told.append(one);
        }
        QCOMPARE(told.size(), 1);
        QCOMPARE(dailyInputName(told[0].input), name);
        QVERIFY2(std::abs(told[0].changedAt - dayAt(change)) <= 2 * dayMs && told[0].foundAt < dayAt(change + 10), qPrintable(told[0].sentence()));
        QVERIFY(std::abs(told[0].before - 0.5) < 0.02);
        QVERIFY(std::abs(told[0].since - 0.25) < 0.06);
        const QJsonObject json = told[0].toJson();
        QCOMPARE(json[QStringLiteral("input")].toString(), name);
        QVERIFY(told[0].sentence().contains(json[QStringLiteral("date")].toString()));
        QCOMPARE(told[0].sentence().contains(QLatin1Char('%')), name == QStringLiteral("conversion"));
    }

    // Days that are missing, and values that cannot be told, are no change.
    void gapsSayNothing()
    {
        Noise noise(9);
        InputWatch watch;
        qsizetype told = 0;
        for (int day = 0; day < 200; ++day)
            if (day % 9 != 4)
                told += qsizetype(watch.add(dayAt(day), {100 + noise.normal(), day % 3 ? 50 + noise.normal() : missing, missing, missing}).size());
        QCOMPARE(told, 0);
    }
};

FORETRAIL_TEST_MAIN(TestInputWatch, QCoreApplication)
#include "tst_inputwatch.moc"
