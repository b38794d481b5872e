// The Forecast page while a segment of users is chosen: series are of these users alone.
#include "tests/ui/UiTest.h"
#include "ui/pages/ForecastPage.h"

using namespace foretrail;
using namespace foretrail::test;

class TestForecastSegment : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyTheUsersOfASegment();

private:
    Desk &desk() { return m_desk; }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    const ForecastPage::Shown &shown() { return desk().part<ForecastPage>("forecastPage").shown(); }
    bool hasForecast() { return !shown().chart.isEmpty() && desk().isIdle(); }
    Desk m_desk;
};

// bob buys a mug for 5 on even days and nothing else.
void TestForecastSegment::onlyTheUsersOfASegment()
{
    VERIFY_RESULT(makeShop(shop(), 42));
    desk().window().showPage(QStringLiteral("forecast"));
    desk().session().openWorkspace(shop());
    QTRY_VERIFY(hasForecast());
    Result<Workspace> workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    const UserId bob = workspace->data().user(QStringLiteral("bob")).value().id;
    const SegmentChoice mugs{QStringLiteral("saved:Mugs"), {{QStringLiteral("what"), QStringLiteral("item")}, {QStringLiteral("key"), QStringLiteral("mug")}}};
    desk().session().selection().setSegment({QStringLiteral("Mugs"), std::make_shared<const UserSet>(std::vector<qint64>{bob.value}), mugs});
    QTRY_VERIFY(hasForecast() && shown().spec.query.segment == mugs);
    for (size_t day = 0; day < 10; ++day)
        QCOMPARE(shown().outcome.history.values[day], day % 2 == 0 ? 5.0 : 0.0);
    QVERIFY2(shown().chart.provenance.contains(QStringLiteral("Mugs")), qPrintable(shown().chart.provenance));
    QVERIFY(desk().part("segmentChip").isVisible());
    desk().click("clearSegment");
    QTRY_VERIFY(hasForecast() && shown().spec.query.segment.isEverybody());
    QCOMPARE(shown().outcome.history.values[0], 15.0);
}

FORETRAIL_TEST_MAIN(TestForecastSegment, QApplication)
#include "tst_forecast_segment.moc"
