// Rules of lists, lists of different items, and models that are kept, on logs written here. Numbers are worked out by hand.
#include "core/behaviour/recommend/DiversityRerank.h"
#include "core/behaviour/recommend/RecommendItems.h"
#include "core/behaviour/recommend/RecommenderStore.h"
#include "tests/core/behaviour/ShopInMemory.h"
#include "tests/support/TestSupport.h"

#include <QRegularExpression>

#include <cmath>
#include <thread>

using namespace foretrail;
using test::ShopInMemory;
using test::twoTastesLog;

namespace {

Result<Recommendations> listFor(ShopInMemory &data, const QString &user, const RecommendRules &rules, int top = 4, const QString &model = QStringLiteral("item-knn"))
{
    RecommendRequest request;
    request.user = user;
    request.model = model;
    request.top = top;
    request.rules = rules;
    JobContext job;
    return recommendItems(data, request, job);
}

QString keysIn(const Result<Recommendations> &list)
{
    QStringList keys;
    for (qsizetype i = 0; list && i < list->items.size(); ++i)
        keys << list->items[i].item;
    return keys.join(QLatin1Char(' '));
}

} // namespace

class TestRecommendRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rerankByHand();
    void lambdaOneKeepsTheOrder();
    void groupsAreBounded();
    void cosinesByHand();
    void categoriesOnlyAndNever();
    void itemsThatAreGone();
    void boostByANumber();
    void mostOfACategory();
    void diversityTellsWhatItCosts();
    void reasonsFollowTheRules();
    void rulesThatCannotBe();
    void historiesByUserAndSession();
    void learntOnceForAllRequests();
    void threadsLearnOnce();
};

void TestRecommendRules::rerankByHand()
{
    // Two that are nearly the same and a third: after the first, 0.5 x 0.9 - 0.5 x 0.9 = 0 against 0.5 x 0.5 - 0 = 0.25.
    const std::vector<double> relevance{2.0, 1.8, 1.0};
    const Similarity alike = [](size_t a, size_t b) { return a + b == 1 ? 0.9 : 0.0; };
    QCOMPARE(rerank(relevance, {}, {0.5, 3, 0}, alike), (std::vector<size_t>{0, 2, 1}));
    QCOMPARE(rerank(relevance, {}, {0.9, 3, 0}, alike), (std::vector<size_t>{0, 1, 2})); // 0.81 - 0.09 = 0.72 against 0.45
    QCOMPARE(rerank(relevance, {}, {0.5, 2, 0}, alike), (std::vector<size_t>{0, 2}));
    const std::vector<size_t> all{0, 1, 2};
    QCOMPARE(meanSimilarity(all, alike), 0.3); // one of three pairs
    QCOMPARE(meanSimilarity(std::vector<size_t>{0}, alike), 0.0);
}

void TestRecommendRules::lambdaOneKeepsTheOrder()
{
    const std::vector<double> relevance{5, 4, 3, 3, 1};
    const Similarity same = [](size_t, size_t) { return 1.0; };
    QCOMPARE(rerank(relevance, {}, {1, 10, 0}, same), (std::vector<size_t>{0, 1, 2, 3, 4}));
    QCOMPARE(rerank({}, {}, {1, 10, 0}, same), std::vector<size_t>());
}

void TestRecommendRules::groupsAreBounded()
{
    const std::vector<double> relevance{5, 4, 3, 2, 1};
    const std::vector<quint32> groups{1, 1, 2, 1, RerankTerms::noGroup};
    const Similarity none = [](size_t, size_t) { return 0.0; };
    QCOMPARE(rerank(relevance, groups, {1, 5, 1}, none), (std::vector<size_t>{0, 2, 4}));
    QCOMPARE(rerank(relevance, groups, {0.5, 5, 2}, none), (std::vector<size_t>{0, 1, 2, 4}));
}

void TestRecommendRules::cosinesByHand()
{
    ItemSequences sequences;
    sequences.itemCount = 4;
    for (const auto &items : std::vector<std::vector<quint32>>{{0, 1, 0}, {0, 1}, {0, 2}, {3}}) {
        for (const quint32 item : items)
            sequences.add(item, 0, {});
        sequences.close(0);
    }
    const ItemSimilarity similarity(std::make_shared<const ItemSequences>(sequences));
    const std::vector<quint32> items{2, 0, 1, 3};
    const std::vector<float> square = similarity.among(items);
    const auto near = [](float a, double b) { return std::abs(double(a) - b) < 1e-6; };
    QVERIFY(near(square[0 * 4 + 1], 1 / std::sqrt(3.0)));  // 2 and 0: one of them together, 1 and 3 alone
    QVERIFY(near(square[1 * 4 + 2], 2 / std::sqrt(6.0)));  // 0 and 1
    QVERIFY(near(square[2 * 4 + 1], 2 / std::sqrt(6.0)));
    QCOMPARE(square[0 * 4 + 2], 0.0F);
    QCOMPARE(square[3 * 4 + 0], 0.0F);
    QCOMPARE(square[2 * 4 + 2], 1.0F);
}

void TestRecommendRules::categoriesOnlyAndNever()
{
    ShopInMemory data(twoTastesLog());
    QVERIFY(keysIn(listFor(data, QStringLiteral("41"), {})).contains(QStringLiteral("item3")));
    RecommendRules only;
    only.onlyCategories = QStringList{QStringLiteral("b")};
    const auto ofB = listFor(data, QStringLiteral("41"), only);
    QCOMPARE(keysIn(ofB).split(QLatin1Char(' ')).size(), 3); // all that there are of it
    QVERIFY(std::all_of(ofB->items.begin(), ofB->items.end(), [](const RecommendedItem &item) { return item.category == QStringLiteral("b"); }));
    RecommendRules never;
    never.neverCategories = QStringList{QStringLiteral("a")};
    QVERIFY(!keysIn(listFor(data, QStringLiteral("41"), never, 8)).contains(QRegularExpression(QStringLiteral("item[0-3]"))));
}

void TestRecommendRules::itemsThatAreGone()
{
    ShopInMemory data(twoTastesLog());
    RecommendRules rules;
    rules.unavailableDays = 10; // users 21 .. 40 saw 4 5 6 of late, user 41 saw 0 and 1; 2 and 3 were seen last on day 20
    const QString keys = keysIn(listFor(data, QStringLiteral("41"), rules, 8));
    QVERIFY2(keys.contains(QStringLiteral("item0")) && !keys.contains(QStringLiteral("item2")) && !keys.contains(QStringLiteral("item3")), qPrintable(keys));
    rules.unavailableDays = 0;
    rules.unavailable = QStringList{QStringLiteral("item2"), QStringLiteral("nothing")};
    const auto named = listFor(data, QStringLiteral("41"), rules, 8);
    QVERIFY(!keysIn(named).contains(QStringLiteral("item2")));
    QVERIFY(named->note.contains(QStringLiteral("1 of the items said to be gone")));
    data.attributes[QStringLiteral("stock")] = {{QStringLiteral("item3"), QStringLiteral("0")}, {QStringLiteral("item2"), QStringLiteral("5")}};
    rules.unavailable.clear();
    rules.unavailableWhere = QStringLiteral("stock=0");
    const QString inStock = keysIn(listFor(data, QStringLiteral("41"), rules, 8));
    QVERIFY(inStock.contains(QStringLiteral("item2")) && !inStock.contains(QStringLiteral("item3")));
}

void TestRecommendRules::boostByANumber()
{
    ShopInMemory data(twoTastesLog());
    const auto plain = listFor(data, QStringLiteral("41"), {}, 4);
    QStringList keys = keysIn(plain).split(QLatin1Char(' '));
    const QString last = keys[3];
    QVERIFY(last != keys[0]);
    data.attributes[QStringLiteral("margin")] = {{last, QStringLiteral("10")}, {keys[0], QStringLiteral("0")}};
    RecommendRules rules;
    rules.boostBy = QStringLiteral("margin");
    rules.boost = 1000;
    const auto boosted = listFor(data, QStringLiteral("41"), rules, 4);
    QCOMPARE(boosted->items.front().item, last);
    QCOMPARE(boosted->items.front().score, plain->items.back().score); // the score itself stays that of the model
    rules.boost = 0;
    QCOMPARE(keysIn(listFor(data, QStringLiteral("41"), rules, 4)), keys.join(QLatin1Char(' ')));
}

void TestRecommendRules::mostOfACategory()
{
    ShopInMemory data(twoTastesLog());
    RecommendRules rules;
    rules.mostPerCategory = 1;
    const auto list = listFor(data, QStringLiteral("41"), rules, 8);
    QStringList categories;
    for (const RecommendedItem &item : list->items)
        categories << item.category;
    QCOMPARE(categories.count(QStringLiteral("a")), 1);
    QCOMPARE(categories.count(QStringLiteral("b")), 1); // what is popular fills the list, by the same rule
}

void TestRecommendRules::diversityTellsWhatItCosts()
{
    ShopInMemory data(twoTastesLog());
    RecommendRules rules;
    rules.diversity = 0.8;
    const auto list = listFor(data, QStringLiteral("41"), rules, 3);
    QVERIFY(list && list->cost);
    QVERIFY(list->cost->similarityAfter <= list->cost->similarityBefore);
    QVERIFY(list->cost->scoreKept > 0 && list->cost->scoreKept <= 1 + 1e-12);
    QVERIFY(!listFor(data, QStringLiteral("41"), {}, 3)->cost);
}

void TestRecommendRules::reasonsFollowTheRules()
{
    ShopInMemory data(twoTastesLog());
    RecommendRules rules;
    rules.leaveOut = LeaveOut::Seen;
    const auto list = listFor(data, QStringLiteral("41"), rules, 2, QStringLiteral("markov"));
    QCOMPARE(keysIn(list), QStringLiteral("item2 item3"));
    const RecommendationReason &reason = list->items.front().reasons.front();
    QCOMPARE(reason.item, QStringLiteral("item1"));
    QVERIFY(!reason.removes); // 0 leads to 2 as well
    QVERIFY(reasonText(list->items.front()).startsWith(QStringLiteral("since item1 ")));
    QCOMPARE(list->lastSteps.size(), 2);
    QCOMPARE(list->lastSteps.front().item, QStringLiteral("item1"));
}

void TestRecommendRules::rulesThatCannotBe()
{
    ShopInMemory data(twoTastesLog());
    RecommendRules rules;
    rules.onlyCategories = QStringList{QStringLiteral("aa")};
    QCOMPARE(listFor(data, QStringLiteral("41"), rules).error().code, ErrorCode::NotFound);
    rules = {};
    rules.neverCategories = QStringList{QStringLiteral("a"), QStringLiteral("b")};
    rules.unavailable = QStringList{QStringLiteral("item7")};
    const auto nothing = listFor(data, QStringLiteral("41"), rules);
    QCOMPARE(nothing.error().code, ErrorCode::InvalidInput);
    QVERIFY(nothing.error().message.contains(QStringLiteral("leave no item")));
    rules = {};
    rules.boostBy = QStringLiteral("margin");
    QVERIFY(listFor(data, QStringLiteral("41"), rules).error().message.contains(QStringLiteral("margin")));
    InteractionLog order = twoTastesLog();
    order.hasClock = false;
    ShopInMemory without(order);
    rules = {};
    rules.unavailableDays = 3;
    QVERIFY(listFor(without, QStringLiteral("41"), rules).error().message.contains(QStringLiteral("no time")));
}

void TestRecommendRules::historiesByUserAndSession()
{
    InteractionLog log = twoTastesLog();
    for (InteractionLog::Event &event : log.events)
        event.session = event.user + 100;
    JobContext job;
    const auto shop = ShopLog::of(log, job);
    QVERIFY(shop);
    const ShopperHistory user = (*shop)->historyOf({20, 0});
    QCOMPARE(std::vector<quint32>(user.items().begin(), user.items().end()), (std::vector<quint32>{0, 1, 2, 3}));
    QCOMPARE(user.bought, std::vector<quint32>{3});
    QCOMPARE((*shop)->historyOf({0, 120}).seen, (std::vector<quint32>{0, 1, 2, 3}));
    QCOMPARE((*shop)->historyOf({20, 0}, 20 * dayMs + 1).seen, std::vector<quint32>{0});
    QVERIFY((*shop)->historyOf({9999, 0}).items().empty());
    QVERIFY((*shop)->itemOf(QStringLiteral("item99")).error().message.contains(QStringLiteral("item0")));
}

void TestRecommendRules::learntOnceForAllRequests()
{
    RecommenderStore store;
    ShopInMemory data(twoTastesLog());
    JobContext job;
    const auto first = store.fitted(data, QStringLiteral("markov"), {}, job);
    QVERIFY(first);
    QCOMPARE(*store.fitted(data, QStringLiteral("markov"), {}, job), *first);
    QCOMPARE(store.learnt(), qint64(1));
    LearnOptions seed;
    seed.seed = 2;
    QVERIFY(*store.fitted(data, QStringLiteral("markov"), seed, job) != *first);
    QVERIFY(store.fitted(data, QStringLiteral("item-knn"), {}, job));
    QCOMPARE(data.reads, 1);
    data.setFingerprint(QStringLiteral("two")); // rows came or went
    QVERIFY(*store.fitted(data, QStringLiteral("markov"), {}, job) != *first);
    QCOMPARE(data.reads, 2);
    QCOMPARE(store.learnt(), qint64(4));
    JobContext stopped;
    stopped.requestStop();
    store.clear();
    QVERIFY(store.fitted(data, QStringLiteral("markov"), {}, stopped).error().isCancelled());
}

void TestRecommendRules::threadsLearnOnce()
{
    RecommenderStore store;
    std::vector<std::shared_ptr<const FittedRecommender>> got(6);
    std::vector<std::thread> threads;
    for (auto &one : got)
        threads.emplace_back([&store, &one] {
            ShopInMemory data(twoTastesLog());
            JobContext job;
            one = store.fitted(data, QStringLiteral("item-knn"), {}, job).value_or(nullptr);
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(store.learnt(), qint64(1));
    QVERIFY(got[0]);
    QVERIFY(std::all_of(got.begin(), got.end(), [&got](const auto &one) { return one == got[0]; }));
}

FORETRAIL_TEST_MAIN(TestRecommendRules, QCoreApplication)
#include "tst_recommendrules.moc"
