// k-means and silhouettes on ten points: the least inertia over all partitions was found by trying every one, the silhouettes by their
// definition, both with numpy 1.24. And clusters of users that are made to differ.
#include "core/behaviour/segments/UserClusters.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <set>

using namespace foretrail;

namespace {

PointRows tenPoints()
{
    return {{0, 0, 1, .5F, .4F, 1.2F, 6, 5, 7, 5.5F, 6.2F, 6.6F, -4, 7, -5, 6.1F, -4.4F, 8, -3.2F, 6.4F}, 2};
}

/// 60 that bought once long ago, 40 that buy often, 30 that only look.
ShopFigures threeKinds()
{
    ShopFigures shop;
    shop.hasPurchases = shop.hasAmounts = true;
    shop.firstDay = 18000;
    shop.lastDay = 18400;
    shop.users.resize(1);
    const auto add = [&shop](quint32 orders, double value, qint32 day, quint32 visits, quint32 views, quint32 items) {
        UserFigures user;
        user.orders = user.purchases = orders;
        user.purchaseDays = orders;
        user.value = value;
        user.lastDay = user.lastVisit = day;
        user.activeDays = user.sessions = visits;
        user.views = views;
        user.items = items;
        user.events = orders + views;
        shop.users.push_back(user);
        ++shop.count;
    };
    for (int i = 0; i < 60; ++i)
        add(1, 20 + i % 7, 18050 + i % 9, 2, 3 + quint32(i % 2), 2);
    for (int i = 0; i < 40; ++i)
        add(20 + quint32(i % 5), 2000 + 10 * i, 18390 + i % 9, 60, 150 + quint32(i), 50);
    for (int i = 0; i < 30; ++i)
        add(0, 0, 18395, 9, 40 + quint32(i % 6), 20);
    return shop;
}

} // namespace

class TestClusters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leastInertia_data();
    void leastInertia();
    void silhouetteByItsDefinition();
    void sameSeedSameClusters();
    void findsTheKinds();
    void describesByWhatDiffers();
    void modelIsReadAgain();
    void robotsAreLeftOut();
    void tooFewOrAllAlike();
};

void TestClusters::leastInertia_data()
{
    QTest::addColumn<int>("k");
    QTest::addColumn<double>("inertia");
    QTest::newRow("two") << 2 << 99.28416666666666;
    QTest::newRow("three") << 3 << 6.950833333333333;
}

void TestClusters::leastInertia()
{
    QFETCH(int, k);
    QFETCH(double, inertia);
    const KMeansFit fit = kMeans(tenPoints(), k, 1, 10);
    QVERIFY2(std::abs(fit.inertia - inertia) < 1e-4, QByteArray::number(fit.inertia));
    QCOMPARE(int(std::set<int>(fit.labels.begin(), fit.labels.end()).size()), k);
}

void TestClusters::silhouetteByItsDefinition()
{
    QVERIFY(std::abs(meanSilhouette(tenPoints(), {0, 0, 0, 1, 1, 1, 2, 2, 2, 2}) - 0.8256123184219616) < 1e-6);
    QVERIFY(std::abs(meanSilhouette(tenPoints(), {0, 0, 0, 1, 1, 1, 1, 1, 1, 2}) - 0.0453738451478556) < 1e-6);
    QVERIFY(std::isnan(meanSilhouette(tenPoints(), std::vector<int>(10, 0))));
}

void TestClusters::sameSeedSameClusters()
{
    const ShopFigures shop = threeKinds();
    const UserClusters one = userClusters(shop, 4, 3).value(), other = userClusters(shop, 4, 3).value();
    QCOMPARE(one.model.toJson(), other.model.toJson());
}

void TestClusters::findsTheKinds()
{
    const ShopFigures shop = threeKinds();
    const Result<UserClusters> found = userClusters(shop, 0);
    VERIFY_RESULT(found);
    QVERIFY(found->isProposed);
    QCOMPARE(found->model.k(), 3);
    QCOMPARE(found->clusters[0].users, 40); // the highest value first
    QCOMPARE(found->clusters[1].users, 60);
    QCOMPARE(found->clusters[2].users, 30);
    QCOMPARE(found->clusters[2].value, 0.0);
    QVERIFY(found->silhouettes.at(3) > 0.8);
    QVERIFY(found->words().contains(QStringLiteral("silhouette")));
}

void TestClusters::describesByWhatDiffers()
{
    const UserClusters found = userClusters(threeKinds(), 3).value();
    QVERIFY2(found.clusters[0].words.contains(QStringLiteral("high")), qPrintable(found.clusters[0].words));
    QVERIFY2(found.clusters[1].words.contains(QStringLiteral("days since the last purchase high")), qPrintable(found.clusters[1].words));
    QVERIFY2(found.clusters[2].words.contains(QStringLiteral("low")), qPrintable(found.clusters[2].words));
}

void TestClusters::modelIsReadAgain()
{
    const ShopFigures shop = threeKinds();
    const UserClusters found = userClusters(shop, 3).value();
    const Result<ClusterModel> read = ClusterModel::fromJson(found.model.toJson());
    VERIFY_RESULT(read);
    for (const UserFigures &user : shop.users)
        QCOMPARE(read->clusterOf(shop, user), found.model.clusterOf(shop, user));
    QVERIFY(!ClusterModel::fromJson({}));
}

void TestClusters::robotsAreLeftOut()
{
    ShopFigures shop = threeKinds();
    UserFigures robot;
    robot.events = robot.views = 100'000;
    robot.isRobot = 1;
    shop.users.push_back(robot);
    const UserClusters found = userClusters(shop, 3).value();
    QCOMPARE(found.sample, 130);
    QCOMPARE(found.clusters[0].users + found.clusters[1].users + found.clusters[2].users, 131);
}

void TestClusters::tooFewOrAllAlike()
{
    ShopFigures shop = threeKinds();
    shop.users.resize(2);
    QCOMPARE(userClusters(shop, 0).error().code, ErrorCode::TooShort);
    shop.users.resize(1);
    for (int i = 0; i < 20; ++i) {
        UserFigures same;
        same.events = same.orders = 3;
        shop.users.push_back(same);
    }
    QCOMPARE(userClusters(shop, 0).error().code, ErrorCode::Degenerate);
}

FORETRAIL_TEST_MAIN(TestClusters, QCoreApplication)
#include "tst_clusters.moc"
