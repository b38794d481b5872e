// What a search draws and in which order it trains, without training anything.
#include "core/training/SearchTrials.h"
#include "tests/core/training/DailyShop.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

namespace {

SearchSpace spaceFrom(const char *json)
{
    const auto space = SearchSpace::fromJson(QJsonDocument::fromJson(json).object());
    if (!space)
        qFatal("%s", qPrintable(space.error().message));
    return *space;
}

SearchTrial doneTrial(int trial, int epochs, double mae, double seconds = 1)
{
    SearchTrial one;
    one.trial = trial;
    one.epochs = epochs;
    one.run = RunId{trial * 100 + epochs};
    one.mae = mae;
    one.seconds = seconds;
    return one;
}

} // namespace

class TestSearchSpace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsFollowFromSeedAndNumber()
    {
        const SearchSpace space = spaceFrom(R"({"units": {"from": 8, "to": 64, "scale": "log"}, "learningRate": {"from": 0.001, "to": 0.1, "scale": "log"}, "loss": ["mse", "mae"]})");
        const TrainingSpec start = test::dailySpec(QStringLiteral("gru"), 9);
        QSet<int> units;
        for (int trial = 1; trial <= 40; ++trial) {
            const auto one = space.drawn(start, 7, trial), again = space.drawn(start, 7, trial), other = space.drawn(start, 8, trial);
            VERIFY_RESULT(one);
            QVERIFY(*one == *again);
            QVERIFY(!(*one == *other));
            QVERIFY(one->model.units >= 8 && one->model.units <= 64);
            QVERIFY(one->model.learningRate >= 0.001 && one->model.learningRate <= 0.1);
            QVERIFY(one->model.loss == Loss::Mse || one->model.loss == Loss::Mae);
            QCOMPARE(one->model.lookback, start.model.lookback); // not varied
            units.insert(one->model.units);
        }
        QVERIFY(units.size() > 15);
    }

    void aFieldDoesNotDependOnTheOthers()
    {
        const TrainingSpec start = test::dailySpec(QStringLiteral("gru"), 9);
        const SearchSpace both = spaceFrom(R"({"dropout": {"from": 0, "to": 0.5}, "units": {"from": 8, "to": 64}})");
        const SearchSpace one = spaceFrom(R"({"units": {"from": 8, "to": 64}})");
        for (int trial = 1; trial <= 10; ++trial)
            QCOMPARE(both.drawn(start, 3, trial)->model.units, one.drawn(start, 3, trial)->model.units);
    }

    // Of a logarithmic range of two powers of ten half of the draws lie in each; of a whole one both ends are met.
    void drawsAreSpreadAsAsked()
    {
        const TrainingSpec start = test::dailySpec(QStringLiteral("gru"), 9);
        const SearchSpace space = spaceFrom(R"({"learningRate": {"from": 0.001, "to": 0.1, "scale": "log"}, "layers": {"from": 1, "to": 3}})");
        constexpr int draws = 2000;
        int low = 0, layers[4] = {};
        for (int trial = 1; trial <= draws; ++trial) {
            const auto spec = space.drawn(start, 1, trial);
            VERIFY_RESULT(spec);
            low += spec->model.learningRate < 0.01;
            ++layers[spec->model.layers];
        }
        QVERIFY2(std::abs(low - draws / 2) < 4 * std::sqrt(draws / 4.0), qPrintable(QString::number(low)));
        for (int i = 1; i <= 3; ++i)
            QVERIFY2(std::abs(layers[i] - draws / 3.0) < 4 * std::sqrt(draws * 2 / 9.0), qPrintable(QString::number(layers[i])));
    }

    void comesBackFromJson()
    {
        const SearchSpace usual = SearchSpace::usual(test::dailySpec(QStringLiteral("lstm"), 9));
        const auto again = SearchSpace::fromJson(usual.toJson());
        VERIFY_RESULT(again);
        QCOMPARE(again->toJson(), usual.toJson());
        QCOMPARE(again->fields.size(), 7); // those that are on
        SearchPlan plan;
        plan.name = QStringLiteral("autumn");
        plan.minutes = 2.5;
        plan.space = usual;
        plan.start = test::dailySpec(QStringLiteral("lstm"), 9);
        const auto read = SearchPlan::fromJson(plan.toJson());
        VERIFY_RESULT(read);
        QCOMPARE(read->toJson(), plan.toJson());
        QVERIFY(read->isSameSearch(plan));
        plan.trials = 99;
        QVERIFY(read->isSameSearch(plan)); // only a limit
        plan.seed = 2;
        QVERIFY(!read->isSameSearch(plan));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("space");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << QByteArray("{}") << QStringLiteral("Nothing is varied");
        QTest::newRow("no such setting") << QByteArray(R"({"unit": [1]})") << QStringLiteral("unit: there is no such setting");
        QTest::newRow("wrong way round") << QByteArray(R"({"units": {"from": 9, "to": 8}})") << QStringLiteral("units: 9 is more than 8");
        QTest::newRow("log of zero") << QByteArray(R"({"dropout": {"from": 0, "to": 0.5, "scale": "log"}})") << QStringLiteral("dropout: the lower end of a logarithmic range");
        QTest::newRow("no fraction of a layer") << QByteArray(R"({"layers": {"from": 1, "to": 2.5}})") << QStringLiteral("layers: 2.5 is not a whole number");
        QTest::newRow("too much") << QByteArray(R"({"dropout": {"from": 0, "to": 2}})") << QStringLiteral("dropout: ");
        QTest::newRow("unknown loss") << QByteArray(R"({"loss": ["mse", "rmse"]})") << QStringLiteral("loss: ");
        QTest::newRow("half a range") << QByteArray(R"({"units": {"from": 8}})") << QStringLiteral("units: write a range such as");
        QTest::newRow("an unknown scale") << QByteArray(R"({"units": {"from": 8, "to": 9, "scale": "ln"}})") << QStringLiteral("units: write a range such as");
        QTest::newRow("no values") << QByteArray(R"({"units": []})") << QStringLiteral("units: write a range such as");
        QTest::newRow("another kind of model") << QByteArray(R"({"model": ["gru", "theta"]})") << QStringLiteral("theta does not learn in epochs");
        QTest::newRow("epochs of halving") << QByteArray(R"({"epochs": [5, 10]})") << QStringLiteral("epochs: halving says itself");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, space);
        QFETCH(QString, said);
        SearchPlan plan;
        plan.start = test::dailySpec(QStringLiteral("gru"), 9);
        const auto read = SearchSpace::fromJson(QJsonDocument::fromJson(space).object());
        if (read)
            plan.space = *read;
        const Result<void> fine = read ? plan.check() : fail(read.error());
        QVERIFY(!fine);
        QVERIFY2(fine.error().message.startsWith(said), qPrintable(fine.error().message));
    }

    void rungsOfHalving()
    {
        QCOMPARE(halvingRungs(9, 60), (QList<SearchRung>{{9, 7}, {3, 20}, {1, 60}}));
        QCOMPARE(halvingRungs(10, 9), (QList<SearchRung>{{10, 1}, {3, 3}, {1, 9}}));
        QCOMPARE(halvingRungs(27, 4), (QList<SearchRung>{{27, 2}, {9, 4}}));
        QCOMPARE(halvingRungs(2, 60), (QList<SearchRung>{{2, 60}}));
        QCOMPARE(halvingRungs(1, 1), (QList<SearchRung>{{1, 1}}));
    }

    void randomTrainsOneAfterTheOther()
    {
        SearchPlan plan;
        plan.method = SearchMethod::Random;
        plan.trials = 2;
        plan.start = test::dailySpec(QStringLiteral("gru"), 9);
        plan.space = spaceFrom(R"({"units": [4, 8]})");
        QList<SearchTrial> done;
        for (int trial = 0; trial <= 2; ++trial) {
            QCOMPARE(nextTraining(plan, done), std::optional(NextTraining{trial, 9}));
            done.append(doneTrial(trial, 9, 1));
        }
        QVERIFY(!nextTraining(plan, done));
        QCOMPARE(plannedEpochs(plan), qint64(27));
        plan.trials = 0;
        plan.minutes = 1;
        QCOMPARE(nextTraining(plan, done)->trial, 3); // as long as there is time
        done.back().seconds = 58;
        QVERIFY(!nextTraining(plan, done));
        done.back().seconds = 57.9;
        QVERIFY(nextTraining(plan, done));
    }

    // Nine settings: those with errors 1, 2 and 3 go on, then the one that is best after three epochs.
    void halvingLetsTheBestThirdGoOn()
    {
        SearchPlan plan;
        plan.start = test::dailySpec(QStringLiteral("gru"), 9);
        plan.space = spaceFrom(R"({"units": [4, 8]})");
        QList<SearchTrial> done{doneTrial(0, 9, 5)};
        const double errors[] = {9, 3, 8, 1, 7, missing, 6, 2, 5};
        for (int trial = 1; trial <= 9; ++trial) {
            QCOMPARE(nextTraining(plan, done), std::optional(NextTraining{trial, 1}));
            done.append(doneTrial(trial, 1, errors[trial - 1]));
        }
        for (const int trial : {2, 4, 8}) {
            QCOMPARE(nextTraining(plan, done), std::optional(NextTraining{trial, 3}));
            done.append(doneTrial(trial, 3, trial == 8 ? 0.5 : 0.7));
        }
        QCOMPARE(nextTraining(plan, done), std::optional(NextTraining{8, 9}));
        done.append(doneTrial(8, 9, 0.4));
        QVERIFY(!nextTraining(plan, done));
        plan.trials = 0;
        plan.minutes = 60;
        QCOMPARE(nextTraining(plan, done), std::optional(NextTraining{10, 1})); // another round
    }

    // One that stopped early would come to the same with more epochs, one that failed would fail again.
    void halvingTrainsNothingTwice()
    {
        SearchPlan plan;
        plan.trials = 3;
        plan.start = test::dailySpec(QStringLiteral("gru"), 9);
        plan.space = spaceFrom(R"({"units": [4, 8]})");
        QList<SearchTrial> done{doneTrial(0, 9, 5), doneTrial(1, 3, 1), doneTrial(2, 3, 2), doneTrial(3, 3, missing)};
        QCOMPARE(nextTraining(plan, done), std::optional(NextTraining{1, 9}));
        done[1].hasEndedEarly = true;
        QVERIFY(!nextTraining(plan, done));
        done[1].spec.model.schedule = Schedule::Cosine; // falls otherwise where there are more epochs
        QCOMPARE(nextTraining(plan, done), std::optional(NextTraining{1, 9}));
        done[1].run = {};
        QVERIFY(!nextTraining(plan, done));
    }
};

FORETRAIL_TEST_MAIN(TestSearchSpace, QCoreApplication)
#include "tst_searchspace.moc"
