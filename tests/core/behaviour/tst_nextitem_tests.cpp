// How recommenders are tested: what is asked and what may be learnt from, ranks by their definition, figures by their closed forms.
#include "core/behaviour/recommend/RecommendEvaluation.h"
#include "core/behaviour/recommend/RecommenderRegistry.h"
#include "tests/support/TestSupport.h"

#include <QTemporaryDir>

#include <random>

using namespace foretrail;

namespace {

/// Random walks of users over `items`, times in the order of the steps of all; the last tenth may hold one item more.
ItemSequences walks(quint32 items, int sequences, bool hasPlanted)
{
    ItemSequences made;
    made.itemCount = items + 1;
    made.hasClock = false;
    std::mt19937 random(11);
    UtcMs time = 0;
    for (int i = 0; i < sequences; ++i) {
        const bool isLate = 10 * i >= 9 * sequences;
        for (int step = 0; step < 5; ++step)
            made.add(isLate && hasPlanted && step == 2 ? items : random() % items, ++time, ItemAction::View);
        made.close(quint32(i + 1));
    }
    return made;
}

UtcMs lateTime(int sequences) { return UtcMs(sequences) * 5 * 9 / 10 + 1; }

std::vector<float> scoresOf(const QString &name, const std::shared_ptr<const ItemSequences> &training)
{
    const auto model = makeRecommender(name);
    JobContext job;
    if (!model || !(*model)->fit(training, {}, job))
        return {};
    ScoreBoard board(training->itemCount);
    const std::vector<quint32> query{1, 2, 3};
    (*model)->score({query, 0}, board);
    std::vector<float> scores;
    for (quint32 item = 0; item < training->itemCount; ++item)
        scores.push_back(board.scoreOf(item));
    return scores;
}

bool isClose(double x, double y) { return std::abs(x - y) < 1e-12; }

} // namespace

class TestNextItemTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ranksByDefinition();
    void figuresInClosedForm();
    void timeParts();
    void lastStepsAreLeftOut();
    void casesOfAFile();
    void filesThatAreNoCases();
    void nothingOfTheTestIsLearnt_data();
    void nothingOfTheTestIsLearnt();
    void workersDoNotMatter();
    void popularityStandsBeside();
    void stopsAndSaysWhy();
};

// 1 + the other items with a score that is not lower; items that were not named have 0.
void TestNextItemTests::ranksByDefinition()
{
    std::mt19937 random(5);
    ScoreBoard board(60);
    for (int round = 0; round < 200; ++round) {
        board.clear();
        const int named = int(random() % 40);
        for (int i = 0; i < named; ++i)
            board.add(random() % 60, float(1 + random() % 6)); // many ties
        for (quint32 item = 0; item < 60; ++item) {
            qint64 rank = 1;
            for (quint32 other = 0; other < 60; ++other)
                rank += other != item && board.scoreOf(other) >= board.scoreOf(item);
            QCOMPARE(board.rankOf(item), rank);
        }
        const auto best = board.best(10);
        for (size_t i = 1; i < best.size(); ++i)
            QVERIFY(board.scoreOf(best[i - 1]) >= board.scoreOf(best[i]));
    }
}

// Ranks 1, 3 and 30; steps learnt from: item 0 twice, 1 once, 2 once, 3 never. Lists 0 1 | 0 2 | 0 1.
void TestNextItemTests::figuresInClosedForm()
{
    ItemSequences training;
    training.itemCount = 4;
    for (const quint32 item : {0U, 0U, 1U, 2U})
        training.add(item, 0, ItemAction::View);
    training.close(0);
    RankingScores scores(training, {2, 5});
    const std::vector<std::vector<quint32>> lists{{0, 1}, {0, 2}, {0, 1}};
    const qint64 ranks[] = {1, 3, 30};
    for (size_t i = 0; i < 3; ++i)
        scores.add(ranks[i], lists[i]);
    const QList<RankingFigures> figures = scores.figures();
    QCOMPARE(figures[0].k, 2);
    QVERIFY(isClose(figures[0].recall, 1 / 3.0));
    QVERIFY(isClose(figures[1].recall, 2 / 3.0));
    QVERIFY(isClose(figures[1].recallError, std::sqrt(2 / 27.0)));
    QVERIFY(isClose(figures[1].mrr, (1 + 1 / 3.0) / 3));
    QVERIFY(isClose(figures[1].ndcg, (1 + 0.5) / 3)); // 1/log2(4)
    QVERIFY(isClose(figures[1].coverage, 1));          // 0, 1 and 2 of the three that were learnt
    QVERIFY(isClose(figures[1].popularity, (3 * 1 + 3 * 0.5) / 6));
    QVERIFY(isClose(figures[1].novelty, (3 * 1 + 3 * 2) / 6.0)); // 1 bit for half of all steps, 2 for a quarter
    // The pairs of lists have 1, 2 and 1 of two items in common.
    QVERIFY(isClose(figures[1].diversity, 1 - (0.5 + 1 + 0.5) / 3));
}

void TestNextItemTests::timeParts()
{
    ItemSequences all;
    all.itemCount = 5;
    for (const auto &[item, time] : {std::pair{0U, 1}, std::pair{1U, 2}, std::pair{2U, 9}})
        all.add(item, time, ItemAction::View);
    all.close(7);
    for (const auto &[item, time] : {std::pair{1U, 10}, std::pair{0U, 11}, std::pair{4U, 12}})
        all.add(item, time, ItemAction::View);
    all.close(8);
    all.add(2, 3, ItemAction::View);
    all.close(9);
    const NextItemCases split = splitByTime(all, 9);
    QCOMPARE(split.training->items, (std::vector<quint32>{0, 1, 2})); // what happened before 9: two steps of one, one of another
    QCOMPARE(split.training->users, (std::vector<quint32>{7, 9}));
    QCOMPARE(split.cases.size(), size_t(2)); // 2 after 0 1, and 0 after 1; nobody knows 4
    QCOMPARE(split.unseen, qint64(1));
    QCOMPARE(split.cases[0].next, 2U);
    QCOMPARE(split.cases[0].steps, size_t(2));
    QCOMPARE(split.cases[0].user, 7U);
    QCOMPARE(split.cases[1].next, 0U);
    const auto prefix = split.query(split.cases[1]).items;
    QCOMPARE(std::vector<quint32>(prefix.begin(), prefix.end()), std::vector<quint32>{1});
}

void TestNextItemTests::lastStepsAreLeftOut()
{
    ItemSequences all;
    all.itemCount = 3;
    UtcMs time = 0;
    for (const std::vector<quint32> &items : std::vector<std::vector<quint32>>{{0, 1, 2}, {1, 2}, {2, 0, 1, 0}}) {
        for (const quint32 item : items)
            all.add(item, ++time, ItemAction::Purchase);
        all.close(quint32(items.size()));
    }
    const NextItemCases split = leaveLastOut(all);
    QCOMPARE(split.training->items, (std::vector<quint32>{0, 1, 1, 2, 2, 0, 1})); // two events are too few to ask for one
    QCOMPARE(split.cases.size(), size_t(2));
    QCOMPARE(split.cases[0].next, 2U);
    QCOMPARE(split.cases[1].next, 0U);
    QCOMPARE(split.query(split.cases[1]).items.size(), size_t(3));
}

void TestNextItemTests::casesOfAFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cases.csv"));
    test::writeAll(path, "case_id,prefix_items,next_item\n1,x y,z\n2,unheard y,x\n3,x,unheard\n");
    JobContext job;
    auto all = std::make_shared<ItemSequences>();
    all->itemCount = 3;
    const QStringList keys{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")};
    const auto cases = casesFromFile(path, keys, all, job);
    QVERIFY2(cases, cases ? "" : qPrintable(cases.error().message));
    QCOMPARE(cases->cases.size(), size_t(3));
    QCOMPARE(cases->items, (std::vector<quint32>{0, 1, 1, 0}));
    QCOMPARE(cases->cases[0].next, 2U);
    QVERIFY(cases->cases[2].next >= all->itemCount);
}

void TestNextItemTests::filesThatAreNoCases()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cases.csv"));
    JobContext job;
    const auto all = std::make_shared<ItemSequences>();
    test::writeAll(path, "id,items\n1,x\n");
    const auto other = casesFromFile(path, {}, all, job);
    QVERIFY(!other);
    QVERIFY(other.error().message.contains(QStringLiteral("prefix_items")));
    test::writeAll(path, "case_id,prefix_items,next_item\n1,x,y\n2\n");
    const auto cut = casesFromFile(path, {}, all, job);
    QVERIFY(!cut);
    QVERIFY2(cut.error().message.contains(QStringLiteral("line 3")), qPrintable(cut.error().message));
    QVERIFY(!casesFromFile(folder.filePath(QStringLiteral("none.csv")), {}, all, job));
}

void TestNextItemTests::nothingOfTheTestIsLearnt_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : recommenderNames())
        QTest::newRow(qPrintable(name)) << name;
}

// An item that only the test part holds is on no list, and the scores are those of a log that ends before it.
void TestNextItemTests::nothingOfTheTestIsLearnt()
{
    QFETCH(QString, name);
    constexpr quint32 items = 30;
    constexpr int sequences = 400;
    const NextItemCases with = splitByTime(walks(items, sequences, true), lateTime(sequences));
    QVERIFY(with.unseen > 0); // it is there to be learnt
    const std::vector<float> scores = scoresOf(name, with.training);
    QCOMPARE(scores.size(), size_t(items + 1));
    QCOMPARE(scores[items], 0.0F);
    QVERIFY(std::count_if(scores.begin(), scores.end(), [](float score) { return score > 0; }) > 10);
    ItemSequences before = walks(items, sequences, false);
    ItemSequences cut = before.emptyLike();
    for (size_t i = 0; i < size_t(sequences) * 9 / 10; ++i)
        cut.append(before, i, 0, before.length(i));
    QCOMPARE(scores, scoresOf(name, std::make_shared<const ItemSequences>(std::move(cut))));
}

void TestNextItemTests::workersDoNotMatter()
{
    const NextItemCases cases = splitByTime(walks(30, 400, false), lateTime(400));
    QList<QJsonObject> reports;
    for (const int workers : {1, 3}) {
        RecommendOptions options{recommenderNames(), 7, false, {}};
        options.fit.workers = workers;
        JobContext job;
        const auto report = evaluateRecommenders(cases, options, job);
        QVERIFY(report);
        QJsonObject models = report->toJson()[QStringLiteral("models")].toObject();
        for (const QString &model : models.keys()) {
            QJsonObject figures = models[model].toObject();
            figures.remove(QStringLiteral("fit_seconds"));
            figures.remove(QStringLiteral("rank_seconds"));
            figures.remove(QStringLiteral("rank_processor_seconds"));
            models[model] = figures;
        }
        reports << models;
    }
    QCOMPARE(reports[0], reports[1]);
    QCOMPARE(reports[0].size(), recommenderNames().size());
}

void TestNextItemTests::popularityStandsBeside()
{
    const NextItemCases cases = splitByTime(walks(30, 200, false), lateTime(200));
    JobContext job;
    const auto report = evaluateRecommenders(cases, {{QStringLiteral("markov")}, 10, false, {}}, job);
    QVERIFY(report);
    QCOMPARE(report->models.size(), qsizetype(2));
    QCOMPARE(report->models[0].model, QStringLiteral("popularity"));
    QCOMPARE(report->cases, qint64(cases.cases.size()));
    QVERIFY(!report->sentence().isEmpty());
    const auto hidden = evaluateRecommenders(cases, {{QStringLiteral("popularity")}, 29, true, {}}, job);
    QVERIFY(hidden);
    QVERIFY(hidden->models[0].atK(29).recall < 1); // repeats are missed where own items are off the list
}

void TestNextItemTests::stopsAndSaysWhy()
{
    JobContext job;
    const auto none = evaluateRecommenders({std::make_shared<ItemSequences>(), {}, {}, 0}, {{QStringLiteral("markov")}, 10, false, {}}, job);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::TooShort);
    const NextItemCases cases = splitByTime(walks(30, 200, false), lateTime(200));
    const auto unknown = evaluateRecommenders(cases, {{QStringLiteral("oracle")}, 10, false, {}}, job);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    job.requestStop();
    for (const QString &name : recommenderNames()) {
        const auto stopped = evaluateRecommenders(cases, {{name}, 10, false, {}}, job);
        QVERIFY(!stopped && stopped.error().isCancelled());
    }
}

FORETRAIL_TEST_MAIN(TestNextItemTests, QCoreApplication)
#include "tst_nextitem_tests.moc"
