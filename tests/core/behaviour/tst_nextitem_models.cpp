// Recommenders on four short sequences whose scores were worked out by hand from the formulas that the headers name (Hidasi et al.
// 2016, Ludewig and Jannach 2018, Garg et al. 2019), and a conditional logit with a closed form.
#include "core/behaviour/recommend/ChoiceModel.h"
#include "core/behaviour/recommend/CombinationRecommender.h"
#include "core/behaviour/recommend/NeighbourRecommenders.h"
#include "core/behaviour/recommend/PopularityRecommenders.h"
#include "core/behaviour/recommend/RecommenderRegistry.h"
#include "core/behaviour/recommend/SessionKnnRecommender.h"
#include "tests/support/TestSupport.h"

#include <random>

using namespace foretrail;

namespace {

constexpr quint32 a = 0, b = 1, c = 2, d = 3;
using Scores = QMap<quint32, double>;

/// a b c | a b | b a d | c b, one step after the other; item 4 never happens. Sequences with a: 3, b: 4, c: 2, d: 1.
std::shared_ptr<const ItemSequences> fourSequences()
{
    ItemSequences sequences;
    sequences.itemCount = 5;
    sequences.hasClock = false;
    UtcMs time = 0;
    for (const std::vector<quint32> &items : std::vector<std::vector<quint32>>{{a, b, c}, {a, b}, {b, a, d}, {c, b}}) {
        for (const quint32 item : items)
            sequences.add(item, ++time, ItemAction::View);
        sequences.close(0);
    }
    return std::make_shared<const ItemSequences>(std::move(sequences));
}

/// Walks on a ring of items, one step further most of the time and anywhere else otherwise.
std::shared_ptr<const ItemSequences> ring(int walks, quint32 items)
{
    ItemSequences sequences;
    sequences.itemCount = items;
    sequences.hasClock = false;
    std::mt19937 random(7);
    UtcMs time = 0;
    for (int walk = 0; walk < walks; ++walk) {
        quint32 at = random() % items;
        for (int step = 0; step < 6; ++step) {
            sequences.add(at, ++time, ItemAction::View);
            at = random() % 5 == 0 ? random() % items : (at + 1) % items;
        }
        sequences.close(0);
    }
    return std::make_shared<const ItemSequences>(std::move(sequences));
}

Scores scored(Recommender &model, const std::vector<quint32> &query, const std::shared_ptr<const ItemSequences> &sequences = fourSequences())
{
    JobContext job;
    if (const auto done = model.fit(sequences, {}, job); !done)
        return {};
    ScoreBoard board(sequences->itemCount);
    model.score({query, 0}, board);
    Scores scores;
    for (const quint32 item : board.named())
        scores.insert(item, double(board.scoreOf(item)));
    return scores;
}

QString text(const Scores &scores)
{
    QStringList parts;
    for (auto score = scores.cbegin(); score != scores.cend(); ++score)
        parts << QStringLiteral("%1: %2").arg(score.key()).arg(score.value());
    return parts.join(QStringLiteral(", "));
}

bool isSame(const Scores &actual, const Scores &expected)
{
    bool same = actual.keys() == expected.keys();
    for (auto score = expected.cbegin(); same && score != expected.cend(); ++score)
        same = std::abs(actual[score.key()] - score.value()) < 1e-5 * std::max(1.0, score.value());
    return same;
}

#define COMPARE_SCORES(actual, ...)                                                                                    \
    do {                                                                                                               \
        const Scores got = (actual), expected __VA_ARGS__;                                                             \
        QVERIFY2(isSame(got, expected), qPrintable(text(got) + QStringLiteral(" instead of ") + text(expected)));      \
    } while (false)

SessionKnnSettings plainKnn() { return {10, 10, 0, 0, false}; }

} // namespace

class TestNextItemModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void popularity();
    void recentPopularity();
    void recentPopularityByTheClock();
    void sessionPopularity();
    void markov();
    void itemKnn();
    void itemWalk();
    void sessionKnn();
    void sessionKnnTakesTheLatest();
    void sessionKnnLooksAtTheLastSharedItem();
    void choicesHaveAClosedForm();
    void choicesDoNotDependOnWorkers();
    void combinationIsAsGoodAsItsMembers();
    void combinationSaysWhatItLacks();
    void everyModelTakesAnything_data();
    void everyModelTakesAnything();
    void aRobotCostsLittle();
    void unknownNameListsTheOthers();
};

void TestNextItemModels::popularity()
{
    PopularityRecommender model;
    COMPARE_SCORES(scored(model, {}), {{a, 3}, {b, 4}, {c, 2}, {d, 1}});
}

// Ten steps without a clock: the half-life is a twentieth of them, at least one. a stands at 1, 4, 7; b at 2, 5, 6, 10; c at 3, 9; d at 8.
void TestNextItemModels::recentPopularity()
{
    RecentPopularityRecommender model;
    COMPARE_SCORES(scored(model, {a}), {{a, 1 / 512.0 + 1 / 64.0 + 1 / 8.0}, {b, 1 / 256.0 + 1 / 32.0 + 1 / 16.0 + 1}, {c, 1 / 128.0 + 1 / 2.0}, {d, 1 / 4.0}});
}

void TestNextItemModels::recentPopularityByTheClock()
{
    ItemSequences sequences;
    sequences.itemCount = 2;
    for (const auto &[item, day] : {std::pair{a, 0}, std::pair{a, 7}, std::pair{b, 14}}) {
        sequences.add(item, day * dayMs, ItemAction::View);
        sequences.close(0);
    }
    RecentPopularityRecommender model;
    COMPARE_SCORES(scored(model, {}, std::make_shared<const ItemSequences>(sequences)), {{a, 0.25 + 0.5}, {b, 1}});
}

void TestNextItemModels::sessionPopularity()
{
    SessionPopularityRecommender model;
    COMPARE_SCORES(scored(model, {d, c, d}), {{d, 2 + 1 / 8.0}, {c, 1 + 2 / 8.0}, {b, 4 / 8.0}, {a, 3 / 8.0}});
}

void TestNextItemModels::markov()
{
    MarkovRecommender all, next(1);
    COMPARE_SCORES(scored(all, {c, a}), {{b, 1 + 1}, {c, 1 / 2.0}, {d, 1}});
    COMPARE_SCORES(scored(all, {b}), {{c, 1}, {a, 1}, {d, 1 / 2.0}});
    COMPARE_SCORES(scored(next, {c, a}), {{b, 2}, {d, 1}});
    COMPARE_SCORES(scored(next, {}), {});
}

void TestNextItemModels::itemKnn()
{
    const double ab = 3 / std::sqrt(23.0 * 24), ac = 1 / std::sqrt(23.0 * 22), ad = 1 / std::sqrt(23.0 * 21);
    const double bc = 2 / std::sqrt(24.0 * 22), bd = 1 / std::sqrt(24.0 * 21);
    ItemKnnRecommender model;
    COMPARE_SCORES(scored(model, {a}), {{b, ab}, {c, ac}, {d, ad}});
    COMPARE_SCORES(scored(model, {a, b}), {{a, ab}, {b, 0.7 * ab}, {c, bc + 0.7 * ac}, {d, bd + 0.7 * ad}});
}

// From d one step leads to a or b, since only those stood beside it.
void TestNextItemModels::itemWalk()
{
    const double ab = 3 / std::sqrt(23.0 * 24), ac = 1 / std::sqrt(23.0 * 22), ad = 1 / std::sqrt(23.0 * 21);
    const double bc = 2 / std::sqrt(24.0 * 22), bd = 1 / std::sqrt(24.0 * 21);
    const double a1 = ad / (ad + bd), b1 = bd / (ad + bd), fromA = ab + ac + ad, fromB = ab + bc + bd;
    ItemWalkRecommender model;
    COMPARE_SCORES(scored(model, {d}), {{a, b1 * ab / fromB}, {b, a1 * ab / fromA}, {c, a1 * ac / fromA + b1 * bc / fromB}, {d, a1 * ad / fromA + b1 * bd / fromB}});
}

// The query a b: a weighs 1/2, b 1. Similarities 1.5/sqrt(2*3), 1.5/sqrt(2*2), 1.5/sqrt(2*3), 1/sqrt(2*2); b is shared by all and
// stands last, so each counts 0.9.
void TestNextItemModels::sessionKnn()
{
    const double three = 0.9 * 1.5 / std::sqrt(6.0), two = 0.9 * 0.75, last = 0.9 * 0.5;
    SessionKnnRecommender plain(plainKnn());
    COMPARE_SCORES(scored(plain, {a, b}), {{a, three + two + three}, {b, three + two + three + last}, {c, three + last}, {d, three}});

    SessionKnnSettings rare = plainKnn();
    rare.isRare = true; // b is in all four sequences: log 1
    SessionKnnRecommender byRarity(rare);
    COMPARE_SCORES(scored(byRarity, {a, b}), {{a, (three + two + three) * std::log(4 / 3.0)}, {c, (three + last) * std::log(2.0)}, {d, three * std::log(4.0)}});

    SessionKnnSettings near = plainKnn();
    near.reach = 1; // b a d: the shared b is two steps from d and one from a
    SessionKnnRecommender byReach(near);
    QVERIFY(std::abs(scored(byReach, {a, b})[d] - three * std::exp(-2.0)) < 1e-6);

    SessionKnnSettings late = plainKnn();
    late.memory = 0.5; // b a d is number 2 of 4: two behind the end, of half of four
    SessionKnnRecommender byAge(late);
    QVERIFY(std::abs(scored(byAge, {a, b})[d] - three * std::exp(-1.0)) < 1e-6);
}

void TestNextItemModels::sessionKnnTakesTheLatest()
{
    SessionKnnSettings one = plainKnn();
    one.candidates = 1; // c b ended last
    SessionKnnRecommender latest(one);
    COMPARE_SCORES(scored(latest, {a, b}), {{c, 0.45}, {b, 0.45}});

    SessionKnnSettings closest = plainKnn();
    closest.neighbours = 1; // a b is the most similar
    SessionKnnRecommender nearest(closest);
    COMPARE_SCORES(scored(nearest, {a, b}), {{a, 0.675}, {b, 0.675}});
}

// Of the query c a the sequence c b shares c alone, one step from the end: weight 1/2, counted 0.8; all others share a, at the end.
void TestNextItemModels::sessionKnnLooksAtTheLastSharedItem()
{
    SessionKnnRecommender plain(plainKnn());
    const double both = 0.9 * 1.5 / std::sqrt(6.0), ofA = 0.9 * 1 / std::sqrt(4.0), longer = 0.9 * 1 / std::sqrt(6.0), ofC = 0.8 * 0.5 / std::sqrt(4.0);
    COMPARE_SCORES(scored(plain, {c, a}), {{a, both + ofA + longer}, {b, both + ofA + longer + ofC}, {c, both + ofC}, {d, longer}});
}

// The first of two things, which alone has the feature, is chosen three times of four: exp(w) / (1 + exp(w)) = 3/4.
void TestNextItemModels::choicesHaveAClosedForm()
{
    std::vector<ObservedChoice> choices(4, {{1, 0}, 0});
    choices.back().chosen = 1;
    JobContext job;
    const auto weights = fitChoices(choices, {0}, 0, 1, job);
    QVERIFY(weights);
    QVERIFY(std::abs(weights->front() - std::log(3.0)) < 1e-4);
    const double expected = -(3 * std::log(0.75) + std::log(0.25)) / 4;
    QVERIFY(std::abs(choiceLoss(choices, *weights) - expected) < 1e-6);
    const auto held = fitChoices(choices, {0}, 2, 1, job); // 4 (3/4 - p(w)) = 2 w
    QVERIFY(held);
    const double w = held->front();
    QVERIFY(std::abs(4 * (0.75 - std::exp(w) / (1 + std::exp(w))) - 2 * w) < 1e-3);
}

void TestNextItemModels::choicesDoNotDependOnWorkers()
{
    std::mt19937 random(3);
    std::vector<ObservedChoice> choices(2000);
    for (ObservedChoice &choice : choices) {
        for (int i = 0; i < 20; ++i)
            choice.features.push_back(float(random() % 1000) / 1000);
        choice.chosen = random() % 5;
    }
    JobContext job;
    const auto one = fitChoices(choices, std::vector<double>(4, 0), 1, 1, job);
    const auto three = fitChoices(choices, std::vector<double>(4, 0), 1, 3, job);
    QVERIFY(one && three);
    QCOMPARE(*one, *three);
    job.requestStop();
    const auto stopped = fitChoices(choices, std::vector<double>(4, 0), 1, 2, job);
    QVERIFY(!stopped && stopped.error().isCancelled());
}

void TestNextItemModels::combinationIsAsGoodAsItsMembers()
{
    const auto sequences = ring(600, 40);
    CombinationRecommender model;
    JobContext job;
    QVERIFY(model.fit(sequences, {}, job));
    QVERIFY2(model.note().isEmpty(), qPrintable(model.note()));
    QCOMPARE(model.weights().size(), qsizetype(CombinationFeatures().count()));
    ScoreBoard board(40);
    for (quint32 at = 0; at < 40; ++at) {
        board.clear();
        const std::vector<quint32> query{at};
        model.score({query, 0}, board);
        QCOMPARE(board.best(1).front(), (at + 1) % 40); // where four walks of five go
        QVERIFY(std::abs(board.sum() - 1) < 1e-4);      // probabilities
    }
}

void TestNextItemModels::combinationSaysWhatItLacks()
{
    CombinationRecommender model;
    QVERIFY(!scored(model, {a}).isEmpty());
    QVERIFY(model.note().contains(QStringLiteral("usual weights")));
}

void TestNextItemModels::everyModelTakesAnything_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : recommenderNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestNextItemModels::everyModelTakesAnything()
{
    QFETCH(QString, name);
    const auto model = makeRecommender(name);
    QVERIFY(model);
    QCOMPARE((*model)->name(), name);
    for (const std::vector<quint32> &query : std::vector<std::vector<quint32>>{{}, {4}, {4, 4, 4}, std::vector<quint32>(5000, a)}) {
        const Scores scores = scored(**model, query);
        for (const double score : scores)
            QVERIFY(std::isfinite(score) && score > 0);
    }
    JobContext job;
    const auto empty = std::make_shared<ItemSequences>(fourSequences()->emptyLike());
    const auto again = makeRecommender(name);
    const Result<void> done = (*again)->fit(empty, {}, job); // some can do without, others say what is missing
    QVERIFY(done || done.error().code == ErrorCode::TooShort);
}

void TestNextItemModels::aRobotCostsLittle()
{
    ItemSequences sequences;
    sequences.itemCount = 5000;
    sequences.hasClock = false;
    for (int step = 0; step < 100'000; ++step)
        sequences.add(quint32(step) % 5000, step, ItemAction::View);
    sequences.close(1);
    const ItemOccurrences occurrences(sequences);
    QCOMPARE(occurrences.of(4999).size(), size_t(1)); // of twenty times: the last 200 steps count
    QCOMPARE(occurrences.of(0).size(), size_t(0));
}

void TestNextItemModels::unknownNameListsTheOthers()
{
    const auto model = makeRecommender(QStringLiteral("knn"));
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::NotFound);
    QVERIFY(model.error().message.contains(QStringLiteral("session-knn")));
}

FORETRAIL_TEST_MAIN(TestNextItemModels, QCoreApplication)
#include "tst_nextitem_models.moc"
