// Sequences cut from a log, and lists of recommendations with their reasons, on logs written here.
#include "core/behaviour/recommend/RecommendItems.h"
#include "core/behaviour/recommend/RecommendTest.h"
#include "tests/core/behaviour/ShopInMemory.h"
#include "tests/support/TestSupport.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace foretrail;
using test::ShopInMemory;

namespace {

constexpr qint64 minuteMs = 60'000;

InteractionLog logOf(int items)
{
    InteractionLog log;
    for (int item = 0; item < items; ++item) {
        log.itemKeys << QStringLiteral("item%1").arg(item);
        log.itemNames << QString();
    }
    return log;
}

/// Users 1 .. 20 look at 0 1 2 and buy 3, users 21 .. 40 look at 4 5 6; user 41 looks at 0 and 1, user 42 at nothing.
InteractionLog twoTastes()
{
    InteractionLog log = logOf(8);
    for (quint32 user = 1; user <= 40; ++user)
        for (quint32 step = 0; step < (user <= 20 ? 4 : 3); ++step)
            log.events.push_back({UtcMs(user) * dayMs + step * minuteMs, (user <= 20 ? 0 : 4) + step, user, 0, step == 3 ? ItemAction::Purchase : ItemAction::View});
    log.events.push_back({41 * dayMs, 0, 41, 0, ItemAction::View});
    log.events.push_back({41 * dayMs + minuteMs, 1, 41, 0, ItemAction::View});
    return log;
}

std::vector<std::vector<quint32>> listed(const Result<ItemSequences> &sequences)
{
    std::vector<std::vector<quint32>> all;
    for (size_t i = 0; sequences && i < sequences->count(); ++i)
        all.emplace_back(sequences->itemsOf(i).begin(), sequences->itemsOf(i).end());
    return all;
}

RecommendRequest asked(const QString &user, const QString &model, int top = 5)
{
    RecommendRequest request;
    request.user = user;
    request.model = model;
    request.top = top;
    return request;
}

QStringList keysOf(const Recommendations &list)
{
    QStringList keys;
    for (const RecommendedItem &item : list.items)
        keys << item.item;
    return keys;
}

} // namespace

class TestNextItemLists : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pausesCutSequences();
    void sessionsBeforeUsers();
    void oneStepForWhatIsDoneWithOneItem();
    void listAndReasons_data();
    void listAndReasons();
    void whatWasBoughtIsLeftOut();
    void coldStartIsPopularity();
    void sessionsAreAsked();
    void emptyLogsSayWhatIsMissing();
    void testsOfAWorkspace();
    void timesThatPartNothing();
};

void TestNextItemLists::pausesCutSequences()
{
    InteractionLog log = logOf(4);
    log.events = {{0, 0, 1, 0, {}}, {5 * minuteMs, 3, 2, 0, {}}, {30 * minuteMs, 1, 1, 0, {}}, {61 * minuteMs, 2, 1, 0, {}}, {62 * minuteMs, 2, 0, 0, {}}};
    JobContext job;
    QCOMPARE(fittingRule(log, SequenceRule::Auto), SequenceRule::Pauses);
    // Half an hour is still the same visit, a minute more is not; the one that ended first comes first; nobody's event is left out.
    QCOMPARE(listed(sequencesOf(log, SequenceRule::Auto, job)), (std::vector<std::vector<quint32>>{{3}, {0, 1}, {2}}));
    QCOMPARE(listed(sequencesOf(log, SequenceRule::Users, job)), (std::vector<std::vector<quint32>>{{3}, {0, 1, 2}}));
    log.hasClock = false;
    QCOMPARE(fittingRule(log, SequenceRule::Auto), SequenceRule::Users);
}

void TestNextItemLists::sessionsBeforeUsers()
{
    InteractionLog log = logOf(3);
    log.events = {{1, 0, 1, 8, {}}, {2, 1, 1, 9, {}}, {3, 2, 2, 8, {}}};
    JobContext job;
    QCOMPARE(listed(sequencesOf(log, SequenceRule::Auto, job)), (std::vector<std::vector<quint32>>{{1}, {0, 2}}));
}

void TestNextItemLists::oneStepForWhatIsDoneWithOneItem()
{
    InteractionLog log = logOf(2);
    log.events = {{1, 0, 1, 0, ItemAction::View}, {2, 0, 1, 0, ItemAction::Cart}, {3, 1, 1, 0, ItemAction::View}, {4, 1, 1, 0, ItemAction::View}, {5, 0, 1, 0, ItemAction::View}};
    JobContext job;
    const auto sequences = sequencesOf(log, SequenceRule::Users, job);
    QVERIFY(sequences);
    QCOMPARE(sequences->items, (std::vector<quint32>{0, 1, 1, 0})); // looked at twice is two steps
    QCOMPARE(sequences->actions.front(), ItemAction::Cart);
}

void TestNextItemLists::listAndReasons_data()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"markov", "item-knn", "session-knn"})
        QTest::newRow(model) << QString::fromLatin1(model);
}

void TestNextItemLists::listAndReasons()
{
    QFETCH(QString, model);
    ShopInMemory data(twoTastes());
    JobContext job;
    const auto list = recommendItems(data, asked(QStringLiteral("41"), model, 4), job);
    QVERIFY2(list, list ? "" : qPrintable(list.error().message));
    QCOMPARE(list->history, qint64(2));
    QVERIFY(!list->isColdStart);
    const QStringList keys = keysOf(*list);
    QVERIFY2(keys.contains(QStringLiteral("item2")) && keys.contains(QStringLiteral("item3")), qPrintable(keys.join(QLatin1Char(' '))));
    QCOMPARE(keys.size(), 4);
    const RecommendedItem &two = list->items[keys.indexOf(QStringLiteral("item2"))];
    QVERIFY(!two.isPopular && !two.isOwn);
    QVERIFY(!two.reasons.isEmpty());
    QCOMPARE(two.reasons.front().item, QStringLiteral("item1")); // the nearer of the two that lead to it
    QCOMPARE(two.reasons.front().action, QStringLiteral("view"));
    QCOMPARE(two.reasons.front().time, 41 * dayMs + minuteMs);
    const QJsonObject json = list->toJson();
    QCOMPARE(json[QStringLiteral("items")].toArray().size(), 4);
    QCOMPARE(json[QStringLiteral("user")].toString(), QStringLiteral("41"));
}

void TestNextItemLists::whatWasBoughtIsLeftOut()
{
    ShopInMemory data(twoTastes());
    JobContext job;
    RecommendRequest request = asked(QStringLiteral("20"), QStringLiteral("session-popularity"));
    QVERIFY(keysOf(*recommendItems(data, request, job)).contains(QStringLiteral("item3")));
    request.rules.leaveOut = LeaveOut::Bought;
    const QStringList without = keysOf(*recommendItems(data, request, job));
    QVERIFY(!without.contains(QStringLiteral("item3")));
    QVERIFY(without.contains(QStringLiteral("item0")));
    request.rules.leaveOut = LeaveOut::Seen;
    QCOMPARE(keysOf(*recommendItems(data, request, job)).filter(QRegularExpression(QStringLiteral("[0-3]"))), QStringList());
}

void TestNextItemLists::coldStartIsPopularity()
{
    ShopInMemory data(twoTastes());
    JobContext job;
    const auto list = recommendItems(data, asked(QStringLiteral("42"), QStringLiteral("session-knn"), 3), job);
    QVERIFY(list);
    QVERIFY(list->isColdStart);
    QVERIFY(list->note.contains(QStringLiteral("popular")));
    QCOMPARE(list->items.size(), 3);
    QVERIFY(std::all_of(list->items.begin(), list->items.end(), [](const RecommendedItem &item) { return item.isPopular; }));
    QCOMPARE(list->items.front().item, QStringLiteral("item6")); // of the later users; of 4, 5 and 6 the one that they look at last
}

void TestNextItemLists::sessionsAreAsked()
{
    InteractionLog log = twoTastes();
    for (InteractionLog::Event &event : log.events)
        event.session = event.user + 100;
    ShopInMemory data(log);
    RecommendRequest request;
    request.session = QStringLiteral("141");
    request.model = QStringLiteral("markov");
    JobContext job;
    const auto list = recommendItems(data, request, job);
    QVERIFY(list);
    QCOMPARE(list->items.front().item, QStringLiteral("item2"));
    QCOMPARE(list->toJson()[QStringLiteral("session")].toString(), QStringLiteral("141"));
}

void TestNextItemLists::emptyLogsSayWhatIsMissing()
{
    JobContext job;
    ShopInMemory nothing(logOf(0));
    const auto none = recommendItems(nothing, asked(QStringLiteral("1"), QStringLiteral("markov")), job);
    QVERIFY(!none && none.error().code == ErrorCode::TooShort);
    QVERIFY(none.error().message.contains(QStringLiteral("item")));
    InteractionLog loose = logOf(2);
    loose.events = {{1, 0, 0, 0, {}}, {2, 1, 0, 0, {}}};
    ShopInMemory nobody(loose);
    const auto apart = recommendItems(nobody, asked(QStringLiteral("1"), QStringLiteral("markov")), job);
    QVERIFY(!apart && apart.error().message.contains(QStringLiteral("users nor sessions")));
    ShopInMemory shop(twoTastes());
    const auto stranger = recommendItems(shop, asked(QStringLiteral("x"), QStringLiteral("markov")), job);
    QVERIFY(!stranger && stranger.error().code == ErrorCode::NotFound);
}

void TestNextItemLists::testsOfAWorkspace()
{
    ShopInMemory data(twoTastes());
    JobContext job;
    RecommendTestRequest request;
    request.since = QStringLiteral("1970-02-06"); // day 36 on: four and a half users of the second taste and the last one
    request.options.models = QStringList{QStringLiteral("markov")};
    const auto report = testRecommenders(data, request, job);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->cases, qint64(5 * 2 + 1)); // users 36 .. 40 go on twice, user 41 once
    QCOMPARE(report->models[1].atK(5).recall, 1.0);
    QCOMPARE(report->models[1].atK(5).mrr, 1.0); // the next one is always the likeliest
    InteractionLog log = twoTastes();
    for (const quint32 item : {3U, 6U, 0U}) // the last items of the others, so that they are learnt from somebody
        log.events.push_back({43 * dayMs, item, 43, 0, ItemAction::View});
    ShopInMemory more(log);
    request.since.clear();
    request.protocol = NextItemProtocol::LeaveOneOut;
    const auto last = testRecommenders(more, request, job);
    QVERIFY2(last, last ? "" : qPrintable(last.error().message));
    QCOMPARE(last->cases, qint64(41)); // all but the one with two steps
}

void TestNextItemLists::timesThatPartNothing()
{
    ShopInMemory data(twoTastes());
    JobContext job;
    RecommendTestRequest request;
    request.options.models = QStringList{QStringLiteral("markov")};
    for (const char *time : {"1969-01-01", "2050-01-01", "soon"}) {
        request.since = QString::fromLatin1(time);
        const auto report = testRecommenders(data, request, job);
        QVERIFY(!report && report.error().code == ErrorCode::InvalidInput);
    }
}

FORETRAIL_TEST_MAIN(TestNextItemLists, QCoreApplication)
#include "tst_nextitem_lists.moc"
