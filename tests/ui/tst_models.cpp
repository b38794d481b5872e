// Every model behind a list or table, watched by Qt's own model tester.
#include "core/data/FactWriter.h"
#include "tests/ui/UiTest.h"
#include "ui/models/JobsModel.h"
#include "ui/models/SeriesListModel.h"
#include "ui/models/TextTableModel.h"
#include "ui/models/UsersModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <atomic>

using namespace foretrail;
using namespace foretrail::test;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

SeriesInfo series(const char *key, const char *name, double size, std::vector<float> sketch = {})
{
    return {QString::fromLatin1(key), QString::fromLatin1(name), size, 10, std::move(sketch)};
}

UserRow user(const char *key, qint64 lastDay, qint64 orders, double value)
{
    return {UserId{1}, QString::fromLatin1(key), 0, lastDay * dayMs, orders * 3, orders, value};
}

QStringList column(const QAbstractItemModel &model, int number, int role = Qt::DisplayRole)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, number).data(role).toString();
    return texts;
}

QStringList words(const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

} // namespace

class TestModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void seriesInThreeOrders();
    void seriesSearch();
    void changeComparesTheLastQuarters();
    void seriesManyAreFound();
    void usersSortByEveryColumn_data();
    void usersSortByEveryColumn();
    void usersFilterAndShow();
    void usersKeepTheOldOrderUntilTheNewOneIsThere();
    void usersAsCsv();
    void textTable();
    void jobsComeAndGo();
    void jobTexts_data();
    void jobTexts();
};

void TestModels::seriesInThreeOrders()
{
    SeriesListModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    // Four points a series: the last quarter is the last point, the quarter before the one before.
    model.setList(SeriesList::of({series("a", "pear", 5, {1, 1, 2, 3}), series("b", "Apple", 50, {1, 1, 4, 2}),
                                  series("c", "", 20), series("d", "banana", 20, {1, 1, 1, 9})}));
    QCOMPARE(model.seriesCount(), 4);
    QCOMPARE(column(model, 0, SeriesListModel::KeyRole), words("b c d a")); // equal ones as they came
    model.setOrder(SeriesListModel::Order::Name);
    QCOMPARE(column(model, 0), words("Apple banana c pear")); // without a name the key stands for it
    model.setOrder(SeriesListModel::Order::Change);
    QCOMPARE(column(model, 0, SeriesListModel::KeyRole), words("d a b c")); // +800 %, +50 %, -50 %, unknown
    QCOMPARE(column(model, 0, SeriesListModel::SizeRole).at(0), QStringLiteral("20 · +800 %"));
    QCOMPARE(column(model, 0, SeriesListModel::SizeRole).at(2), QStringLiteral("50 · -50 %"));
    QCOMPARE(column(model, 0, SeriesListModel::SizeRole).at(3), QStringLiteral("20"));
    QCOMPARE(model.rowOf(QStringLiteral("b")), 2);
    QCOMPARE(model.rowOf(QStringLiteral("z")), -1);
    SeriesListModel level;
    level.setList(SeriesList::of({series("e", "even", 10, {1000, 1000, 1000, 999})}));
    QCOMPARE(column(level, 0, SeriesListModel::SizeRole).at(0), QStringLiteral("10 · 0 %")); // not "-0 %"
    QCOMPARE(column(model, 0, Qt::ToolTipRole).at(0), QStringLiteral("banana (d)"));
    model.setList(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::seriesSearch()
{
    SeriesListModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setList(SeriesList::of({series("85123A", "White hanging heart", 3), series("71053", "White metal lantern", 2), series("X", "Red", 1)}));
    model.setSearch(QStringLiteral("white"));
    QCOMPARE(model.rowCount(), 2);
    model.setSearch(QStringLiteral("85123a")); // keys too, whatever the case
    QCOMPARE(column(model, 0), QStringList{QStringLiteral("White hanging heart")});
    model.setSearch(QStringLiteral("nothing like it"));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.seriesCount(), 3);
    model.setSearch({});
    QCOMPARE(model.rowCount(), 3);
}

void TestModels::changeComparesTheLastQuarters()
{
    QCOMPARE(seriesChange(series("a", "", 1, {9, 9, 9, 9, 1, 3, 2, 4})), 0.5); // 2 + 4 over 1 + 3
    QVERIFY(std::isnan(seriesChange(series("a", "", 1, {9, 9, 0, 4}))));      // from nothing
    QVERIFY(std::isnan(seriesChange(series("a", "", 1, {1, 2, 3}))));         // too short
}

void TestModels::seriesManyAreFound()
{
    QList<SeriesInfo> many;
    for (int i = 0; i < 30'000; ++i)
        many.append(series(qPrintable(QString::number(i)), qPrintable(QStringLiteral("Item %1").arg(i)), i));
    SeriesListModel model;
    model.setList(SeriesList::of(many));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Item 29999"));
    model.setSearch(QStringLiteral("item 2999"));
    QCOMPARE(model.rowCount(), 11); // 2999 and 29990 to 29999
}

void TestModels::usersSortByEveryColumn_data()
{
    QTest::addColumn<int>("sorted");
    QTest::addColumn<bool>("isDescending");
    QTest::addColumn<QString>("keys");
    // Users: 900 seen on day 5, 4 orders, 10; 12346 on day 9, 1 order, 30; ann on day 9, 2 orders, -5.
    QTest::newRow("user") << int(UsersModel::Column::User) << false << "900 12346 ann"; // shorter numbers first
    QTest::newRow("user, descending") << int(UsersModel::Column::User) << true << "ann 12346 900";
    QTest::newRow("last seen") << int(UsersModel::Column::LastSeen) << false << "12346 ann 900"; // days ago
    QTest::newRow("last seen, descending") << int(UsersModel::Column::LastSeen) << true << "900 12346 ann";
    QTest::newRow("orders, descending") << int(UsersModel::Column::Orders) << true << "900 ann 12346";
    QTest::newRow("events") << int(UsersModel::Column::Events) << false << "12346 ann 900";
    QTest::newRow("value, descending") << int(UsersModel::Column::Value) << true << "12346 900 ann";
}

void TestModels::usersSortByEveryColumn()
{
    QFETCH(int, sorted);
    QFETCH(bool, isDescending);
    QFETCH(QString, keys);
    JobRunner jobs;
    UsersModel model(jobs);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    DataSummary summary;
    summary.lastEvent = 10 * dayMs;
    summary.timeZone = QStringLiteral("UTC");
    summary.currency = QStringLiteral("EUR");
    QSignalSpy ordered(&model, &UsersModel::ordered);
    model.setUsers(std::make_shared<const QList<UserRow>>(QList<UserRow>{user("12346", 9, 1, 30), user("ann", 9, 2, -5), user("900", 5, 4, 10)}), summary);
    QTRY_COMPARE(ordered.size(), 1);
    model.sort(sorted, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    QTRY_COMPARE(ordered.size(), 2);
    QCOMPARE(column(model, 0).join(QLatin1Char(' ')), keys);
    const int row = model.rowOf(QStringLiteral("900"));
    QCOMPARE(model.index(row, int(UsersModel::Column::LastSeen)).data().toString(), QStringLiteral("5 d"));
    QCOMPARE(model.index(row, int(UsersModel::Column::Orders)).data().toString(), QStringLiteral("4"));
    QCOMPARE(model.index(row, int(UsersModel::Column::Events)).data().toString(), QStringLiteral("12"));
    QCOMPARE(model.index(row, int(UsersModel::Column::Value)).data().toString(), QStringLiteral("10"));
    QCOMPARE(model.headerData(int(UsersModel::Column::Value), Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Value (EUR)"));
}

void TestModels::usersFilterAndShow()
{
    JobRunner jobs;
    UsersModel model(jobs);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QSignalSpy ordered(&model, &UsersModel::ordered);
    model.setUsers(std::make_shared<const QList<UserRow>>(QList<UserRow>{user("Ann", 9, 1, 30), user("joanna", 9, 2, 5), user("bob", 5, 4, 10)}), {});
    QTRY_COMPARE(ordered.size(), 1);
    model.setFilter(QStringLiteral(" ann "));
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(column(model, 0), words("Ann joanna"));
    QCOMPARE(model.userCount(), 3);
    QCOMPARE(model.rowOf(QStringLiteral("bob")), -1);
    model.setFilter(QStringLiteral("nobody"));
    QTRY_COMPARE(model.rowCount(), 0);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 3);
}

void TestModels::usersKeepTheOldOrderUntilTheNewOneIsThere()
{
    JobRunner jobs;
    UsersModel model(jobs);
    QSignalSpy ordered(&model, &UsersModel::ordered);
    model.setUsers(std::make_shared<const QList<UserRow>>(QList<UserRow>{user("a", 1, 1, 1), user("b", 2, 2, 2)}), {});
    QTRY_COMPARE(ordered.size(), 1);
    model.setFilter(QStringLiteral("a"));
    model.setFilter(QStringLiteral("b"));
    QCOMPARE(column(model, 0), words("b a")); // still
    QTRY_COMPARE(column(model, 0), words("b"));
    QTRY_VERIFY(jobs.jobs().isEmpty());
    QCOMPARE(ordered.size(), 2); // the filter between the two was never shown
}

void TestModels::usersAsCsv()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("users.csv"));
    UsersModel::Shown shown{std::make_shared<const QList<UserRow>>(QList<UserRow>{user("a,b", 1, 1, 2.5), user("c", 2, 2, 0.1)}), {1, 0}};
    VERIFY_RESULT(writeUsers(shown, path));
    QCOMPARE(readAll(path), QByteArray("user,first_seen,last_seen,events,orders,value\n"
                                       "c,1970-01-01T00:00:00Z,1970-01-03T00:00:00Z,6,2,0.1\n"
                                       "\"a,b\",1970-01-01T00:00:00Z,1970-01-02T00:00:00Z,3,1,2.5\n"));
}

void TestModels::textTable()
{
    TextTableModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
    model.setTable({words("Time Value"), words("2024-01-01 12345.5"), words("2024-01-02"), words("7 x")});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(column(model, 1), (QStringList{QStringLiteral("12,346"), {}, QStringLiteral("x")}));
    QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(), QStringLiteral("12345.5")); // all of its digits
    QCOMPARE(column(model, 0).at(2), QStringLiteral("7"));                                   // names are not numbers
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Value"));
    model.setTable({});
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::jobsComeAndGo()
{
    JobRunner jobs;
    JobsModel model(jobs);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    std::atomic<bool> mayGo = false;
    const auto work = [&mayGo](JobContext &job) -> Result<bool> {
        job.report(3, 4, QStringLiteral("row 3"));
        while (!mayGo && !job.stopRequested())
            QThread::yieldCurrentThread();
        return true;
    };
    jobs.start<bool>({QStringLiteral("hidden"), Lane::Read, false}, work, nullptr, [](const auto &) {});
    jobs.start<bool>({QStringLiteral("first"), Lane::Write, true}, work, nullptr, [](const auto &) {});
    jobs.start<bool>({QStringLiteral("second"), Lane::Write, true}, work, nullptr, [](const auto &) {});
    QCOMPARE(column(model, 0), words("first second")); // short reads are left out
    QTRY_COMPARE(model.index(0, 0).data(JobsModel::PermilleRole).toInt(), 750);
    QCOMPARE(model.index(0, 0).data(JobsModel::WhatRole).toString(), QStringLiteral("row 3"));
    QTRY_COMPARE(model.index(0, 0).data(JobsModel::StateRole).toInt(), int(JobState::Running));
    QCOMPARE(model.index(1, 0).data(JobsModel::StateRole).toInt(), int(JobState::Waiting));
    QCOMPARE(JobsModel::line(model.job(1)), QStringLiteral("waiting"));
    model.stop(model.job(1).id);
    QCOMPARE(model.index(1, 0).data(JobsModel::StateRole).toInt(), int(JobState::Stopping));
    model.stop(model.job(0).id);
    QTRY_COMPARE(model.rowCount(), 0);
    mayGo = true;
    QTRY_VERIFY(jobs.jobs().isEmpty());
}

void TestModels::jobTexts_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64(42'900) << "42 s";
    QTest::newRow("minutes") << qint64(185'000) << "3 min 5 s";
    QTest::newRow("hours") << qint64(7'800'000) << "2 h 10 min";
}

void TestModels::jobTexts()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(JobsModel::duration(ms), text);
    JobInfo job;
    job.state = JobState::Running;
    job.progress = {14, 60, QStringLiteral("epoch 14 of 60")};
    job.remainingMs = ms;
    QCOMPARE(JobsModel::line(job), QStringLiteral("epoch 14 of 60, 23 %, %1 left").arg(text));
    QCOMPARE(JobsModel::permille({5, 0, {}}), -1);
    QCOMPARE(JobsModel::permille({9, 4, {}}), 1000);
}

FORETRAIL_TEST_MAIN(TestModels, QApplication)
#include "tst_models.moc"
