// How far users came, on histories that were worked out by hand.
#include "core/behaviour/FunnelPosition.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

namespace {

UserEvent on(int day, const char *meaning, const char *item = "A")
{
    UserEvent event;
    event.time = day * dayMs;
    event.itemKey = QLatin1String(item);
    event.meaning = QLatin1String(meaning);
    return event;
}

} // namespace

class TestFunnelPosition : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stages_data();
    void stages();
    void onlyTheLastThirtyDays();
    void cartsThatAreOpen();
    void withoutAClockTheLastFifty();
    void nothingAtAll();
};

void TestFunnelPosition::stages_data()
{
    QTest::addColumn<QStringList>("meanings");
    QTest::addColumn<int>("reached");
    QTest::newRow("looked") << QStringList{QStringLiteral("view"), QStringLiteral("view")} << 0;
    QTest::newRow("cart") << QStringList{QStringLiteral("view"), QStringLiteral("cart"), QStringLiteral("view")} << 1;
    QTest::newRow("bought") << QStringList{QStringLiteral("purchase"), QStringLiteral("view")} << 2;
    QTest::newRow("words without a stage") << QStringList{QStringLiteral("other"), QStringLiteral("return")} << -1;
}

void TestFunnelPosition::stages()
{
    QFETCH(QStringList, meanings);
    QFETCH(int, reached);
    QList<UserEvent> events;
    for (int i = 0; i < meanings.size(); ++i)
        events << on(i, meanings[i].toLatin1().constData());
    const FunnelPosition position = funnelPosition(events, true);
    QCOMPARE(position.reached, reached);
    QCOMPARE(position.stages.size(), 3);
    for (const FunnelPosition::Stage &stage : position.stages)
        QCOMPARE(stage.events, meanings.count(stage.meaning));
    QVERIFY(!position.sentence().isEmpty());
    QCOMPARE(position.toJson()[QStringLiteral("reached")].isNull(), reached < 0);
}

// The last event is on day 100: day 70 counts, day 69 does not.
void TestFunnelPosition::onlyTheLastThirtyDays()
{
    const FunnelPosition position = funnelPosition({on(10, "purchase"), on(69, "cart"), on(70, "view"), on(100, "view")}, true);
    QCOMPARE(position.reached, 0);
    QCOMPARE(position.stages[0].events, 2);
    QCOMPARE(position.stages[1].events, 0);
    QCOMPARE(position.from, 70 * dayMs);
    QCOMPARE(position.to, 100 * dayMs);
}

// A is bought after it was put into the cart and put there again; B is not bought; C was bought before.
void TestFunnelPosition::cartsThatAreOpen()
{
    const FunnelPosition position = funnelPosition({on(1, "purchase", "C"), on(2, "cart", "A"), on(3, "cart", "B"), on(3, "purchase", "A"), on(4, "view", "B"),
                                                    on(5, "cart", "A")}, true);
    QCOMPARE(position.openItems, 2);
    QCOMPARE(position.viewsSince, 1);
    QCOMPARE(position.toJson()[QStringLiteral("open_cart_items")].toInt(), 2);
    QVERIFY2(position.sentence().contains(u'2'), qPrintable(position.sentence()));
}

void TestFunnelPosition::withoutAClockTheLastFifty()
{
    QList<UserEvent> events{on(0, "purchase")};
    for (int i = 1; i <= 50; ++i)
        events << on(i, "view");
    QCOMPARE(funnelPosition(events, false).reached, 0);
    QCOMPARE(funnelPosition(events, false).stages[0].events, 50);
    QVERIFY(!funnelPosition(events, false).toJson().contains(QStringLiteral("from")));
}

void TestFunnelPosition::nothingAtAll()
{
    const FunnelPosition position = funnelPosition({}, true);
    QCOMPARE(position.reached, -1);
    QVERIFY(position.sentence().isEmpty());
}

FORETRAIL_TEST_MAIN(TestFunnelPosition, QCoreApplication)
#include "tst_funnelposition.moc"
