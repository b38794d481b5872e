// Searches for settings on a small shop: what they store, what they find, and that they go on where they were stopped.
#include "core/training/ReopenedRun.h"
#include "core/training/Search.h"
#include "core/training/SurroundingsReader.h"
#include "core/training/ValidationErrors.h"
#include "core/data/UnfinishedTrainings.h"
#include "tests/core/training/DailyShop.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

namespace {

SearchPlan smallPlan(SearchMethod method, int trials)
{
    SearchPlan plan;
    plan.name = QStringLiteral("small");
    plan.method = method;
    plan.trials = trials;
    plan.seed = 5;
    plan.start = test::dailySpec(QStringLiteral("gru"), 9);
    plan.space = *SearchSpace::fromJson(QJsonDocument::fromJson(R"({"units": {"from": 2, "to": 12}, "learningRate": {"from": 0.001, "to": 0.05, "scale": "log"},
                                                                    "dropout": [0, 0.2], "loss": ["mse", "mae"]})").object());
    return plan;
}

/// All that does not depend on the clock.
QStringList figures(const SearchReport &report)
{
    QStringList lines;
    for (const SearchTrial &trial : report.trials)
        lines += QStringLiteral("%1 %2 %3 %4").arg(trial.trial).arg(trial.epochs).arg(trial.mae, 0, 'g', 17).arg(trial.spec.model.units);
    return lines;
}

} // namespace

class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace.emplace(newShop(QStringLiteral("shop")));
    }
    void cleanup() { m_workspace.reset(); }

    // Without a recipe that moves the values: the forecasts of the stored network from eight origins, against what happened.
    void validationErrorsAreThoseOfForecasts()
    {
        TrainingSpec spec = test::dailySpec(QStringLiteral("gru"), 5);
        spec.split.validation = 16;
        const auto id = trainAndStore(*m_workspace, spec, m_job);
        VERIFY_RESULT(id);
        const auto run = RunStore(*m_workspace).load(*id);
        const Series series = *singleSeries(*m_workspace, spec.query, m_job);
        const Surroundings surroundings;
        const auto errors = validationErrors({series, spec, surroundings, m_job}, {run->modelState, run->weights});
        VERIFY_RESULT(errors);
        const auto model = *makeForecaster(spec.model);
        VERIFY_RESULT(model->restore({run->modelState, run->weights}));
        const qint64 end = series.size() - 7;
        double sum = 0, size = 0;
        int count = 0;
        for (qint64 origin = end - 16; origin < end; origin += 2) {
            const int steps = int(std::min<qint64>(14, end - origin));
            const auto forecast = model->forecast(series.part(0, origin), steps, {});
            VERIFY_RESULT(forecast);
            for (int h = 0; h < steps; ++h, ++count) {
                sum += std::abs(series.values[size_t(origin + h)] - forecast->mean[size_t(h)]);
                size += series.values[size_t(origin + h)];
            }
        }
        QVERIFY(std::abs(errors->mae - sum / count) < 1e-9 * sum);
        QVERIFY(std::abs(errors->wape - sum / size) < 1e-9);
        QCOMPARE(errors->count, qint64(count));
        spec.split.validation = 0;
        QCOMPARE(validationErrors({series, spec, surroundings, m_job}, {run->modelState, run->weights}).error().code, ErrorCode::TooShort);
    }

    void eachTrialIsARun()
    {
        const auto report = runSearch(*m_workspace, smallPlan(SearchMethod::Random, 4), m_job);
        VERIFY_RESULT(report);
        QVERIFY(report->isComplete);
        QCOMPARE(report->trials.size(), 5);
        const auto runs = RunStore(*m_workspace).list();
        QCOMPARE(runs->size(), 5);
        for (const SearchTrial &trial : report->trials) {
            const auto run = RunStore(*m_workspace).load(trial.run);
            VERIFY_RESULT(run);
            QVERIFY2(run->summary.name.startsWith(trial.trial == 0 ? QStringLiteral("small, the start") : QStringLiteral("small, trial %1").arg(trial.trial)), qPrintable(run->summary.name));
            QCOMPARE(run->summary.spec, trial.spec.toJson());
            QCOMPARE(run->epochs.size(), 9);
            QVERIFY(trial.mae > 0 && trial.mae < 200);
            QVERIFY(trial.mae >= report->best()->mae);
            VERIFY_RESULT(reopenRun(*m_workspace, trial.run, m_job)); // as any other
        }
        const double gain = 1 - report->best()->mae / report->start()->mae;
        QCOMPARE(report->gain(), gain);
        QVERIFY2(report->sentence().contains(QLocale().toString(report->best()->mae, 'g', 4)), qPrintable(report->sentence()));
        const QList<SearchReport> told = searchesIn(*runs);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.front().isComplete);
        QCOMPARE(figures(told.front()), figures(*report));
        QCOMPARE(told.front().sentence(), report->sentence());
    }

    void theSameSeedFindsTheSame()
    {
        Workspace other = newShop(QStringLiteral("other"));
        SearchPlan plan = smallPlan(SearchMethod::Halving, 3);
        const auto one = runSearch(*m_workspace, plan, m_job);
        plan.start.model.threads = 1;
        const auto again = runSearch(other, plan, m_job);
        VERIFY_RESULT(one);
        VERIFY_RESULT(again);
        QCOMPARE(figures(*one), figures(*again));
        QCOMPARE(one->sentence(), again->sentence());
    }

    // What follows the validation part, and what it is, changes nothing.
    void theTestPartJudgesNothing()
    {
        Workspace other = newShop(QStringLiteral("other"), 113, 500);
        const SearchPlan plan = smallPlan(SearchMethod::Random, 2);
        const auto one = runSearch(*m_workspace, plan, m_job), changed = runSearch(other, plan, m_job);
        VERIFY_RESULT(one);
        VERIFY_RESULT(changed);
        QCOMPARE(figures(*one), figures(*changed));
    }

    // Who goes on has the numbers of one that learnt in one go.
    void halvingGoesOnBitForBit()
    {
        const auto report = runSearch(*m_workspace, smallPlan(SearchMethod::Halving, 9), m_job);
        VERIFY_RESULT(report);
        QCOMPARE(report->trials.size(), 1 + 9 + 3 + 1);
        QList<double> first, second;
        for (const SearchTrial &trial : report->trials.mid(1, 9))
            first += trial.mae;
        std::ranges::sort(first);
        for (const SearchTrial &trial : report->trials.mid(10, 3)) {
            QCOMPARE(trial.epochs, 3);
            QVERIFY(report->trials[trial.trial].mae <= first[2]); // after one epoch among the best three
            second += trial.mae;
        }
        const SearchTrial &last = report->trials.back();
        QCOMPARE(last.epochs, 9);
        const auto before = std::ranges::find_if(report->trials, [&](const SearchTrial &trial) { return trial.trial == last.trial && trial.epochs == 3; });
        QCOMPARE(before->mae, std::ranges::min(second));
        const auto anew = trainAndStore(*m_workspace, last.spec, m_job);
        VERIFY_RESULT(anew);
        const RunRecord stored = *RunStore(*m_workspace).load(last.run), other = *RunStore(*m_workspace).load(*anew);
        QCOMPARE(stored.epochs.size(), 9);
        QVERIFY(stored.weights == other.weights);
        QCOMPARE(stored.outcome.value(u"future"), other.outcome.value(u"future"));
        QCOMPARE(stored.summary.spec, other.summary.spec);
    }

    void goesOnWhereItWasStopped_data()
    {
        QTest::addColumn<int>("trainings");
        QTest::newRow("after the start") << 1;
        QTest::newRow("in the first round") << 4;
        QTest::newRow("between the rounds") << 10;
        QTest::newRow("before the last") << 13;
    }
    void goesOnWhereItWasStopped()
    {
        QFETCH(int, trainings);
        Workspace other = newShop(QStringLiteral("other"));
        const SearchPlan plan = smallPlan(SearchMethod::Halving, 9);
        const auto whole = runSearch(other, plan, m_job);
        VERIFY_RESULT(whole);
        JobContext job;
        SearchHooks hooks;
        hooks.onTrial = [&](const SearchReport &report) {
            if (report.trials.size() == trainings)
                job.requestStop();
        };
        const auto stopped = runSearch(*m_workspace, plan, job, hooks);
        QVERIFY(!stopped && stopped.error().isCancelled());
        const auto runs = RunStore(*m_workspace).list();
        QCOMPARE(runs->size(), trainings);
        QVERIFY(!searchesIn(*runs).front().isComplete);
        int trained = 0;
        hooks.onTrial = [&](const SearchReport &) { ++trained; };
        const auto resumed = runSearch(*m_workspace, plan, m_job, hooks);
        VERIFY_RESULT(resumed);
        QCOMPARE(trained, 14 - trainings);
        QCOMPARE(figures(*resumed), figures(*whole));
        const auto again = runSearch(*m_workspace, plan, m_job, hooks); // nothing is left to do
        VERIFY_RESULT(again);
        QCOMPARE(trained, 14 - trainings);
        QCOMPARE(again->sentence(), whole->sentence());
    }

    // The trial that was under way goes on from its last epoch.
    void aTrialThatWasStoppedGoesOn()
    {
        JobContext job;
        SearchHooks hooks;
        int epochs = 0;
        qsizetype earlier = 0;
        hooks.onEpoch = [&](const EpochLosses &) {
            if (++epochs == 9 + 4) // the fourth of trial 1
                job.requestStop();
        };
        const SearchPlan plan = smallPlan(SearchMethod::Random, 1);
        QVERIFY(!runSearch(*m_workspace, plan, job, hooks));
        QCOMPARE(UnfinishedTrainings(*m_workspace).list()->size(), 1);
        epochs = 0;
        hooks.onEpoch = [&](const EpochLosses &) { ++epochs; };
        hooks.onBegin = [&](const TrainingSpec &, const QList<EpochRecord> &before) { earlier = before.size(); };
        const auto resumed = runSearch(*m_workspace, plan, m_job, hooks);
        VERIFY_RESULT(resumed);
        QCOMPARE(epochs, 5);
        QCOMPARE(earlier, 4);
        QVERIFY(UnfinishedTrainings(*m_workspace).list()->isEmpty());
        Workspace other = newShop(QStringLiteral("other"));
        QCOMPARE(figures(*resumed), figures(*runSearch(other, plan, m_job)));
    }

    void aNameBelongsToOneSearch()
    {
        SearchPlan plan = smallPlan(SearchMethod::Random, 1);
        VERIFY_RESULT(runSearch(*m_workspace, plan, m_job));
        plan.trials = 2; // more of the same
        QCOMPARE(runSearch(*m_workspace, plan, m_job)->trials.size(), 3);
        QCOMPARE(RunStore(*m_workspace).list()->size(), 3);
        plan.seed = 6;
        const auto other = runSearch(*m_workspace, plan, m_job);
        QVERIFY(!other);
        QVERIFY2(other.error().message.contains(QStringLiteral("small")), qPrintable(other.error().message));
        plan.name = QStringLiteral("another");
        VERIFY_RESULT(runSearch(*m_workspace, plan, m_job));
        QCOMPARE(searchesIn(*RunStore(*m_workspace).list()).size(), 2);
    }

    void otherDataAreTrainedAnew()
    {
        const SearchPlan plan = smallPlan(SearchMethod::Random, 1);
        VERIFY_RESULT(runSearch(*m_workspace, plan, m_job));
        VERIFY_RESULT(test::addDays(*m_workspace, 120, 130));
        const auto report = runSearch(*m_workspace, plan, m_job);
        VERIFY_RESULT(report);
        QCOMPARE(report->trials.size(), 2);
        QCOMPARE(RunStore(*m_workspace).list()->size(), 4);
        QCOMPARE(searchesIn(*RunStore(*m_workspace).list()).front().trials.size(), 2); // of the newest data
    }

    void trialsThatFailAreLeftOut()
    {
        SearchPlan plan = smallPlan(SearchMethod::Random, 2);
        plan.space = *SearchSpace::fromJson({{QStringLiteral("lookback"), QJsonArray{500}}});
        const auto report = runSearch(*m_workspace, plan, m_job);
        VERIFY_RESULT(report);
        QVERIFY(report->isComplete);
        QCOMPARE(report->trials.size(), 3);
        QVERIFY(!report->trials[1].run.isValid());
        QVERIFY(report->trials[1].problem.contains(QStringLiteral("500")));
        QCOMPARE(report->best()->trial, 0);
        QVERIFY(report->sentence().startsWith(QStringLiteral("No trial")));
        QCOMPARE(RunStore(*m_workspace).list()->size(), 1);
    }

    void endsWhenTheMinutesAreOver()
    {
        SearchPlan plan = smallPlan(SearchMethod::Random, 0);
        plan.start.model.epochs = 100'000;
        plan.minutes = 1e-4; // six milliseconds
        const auto report = runSearch(*m_workspace, plan, m_job);
        VERIFY_RESULT(report);
        QVERIFY(report->isComplete);
        QCOMPARE(report->trials.size(), 1);
        QVERIFY(report->trials.front().isCut);
        const RunRecord run = *RunStore(*m_workspace).load(report->trials.front().run); // with the best it had
        QVERIFY(!run.epochs.isEmpty() && run.epochs.size() < 100'000);
    }

private:
    /// 120 days, from day `changedFrom` on with `added` to the value.
    Workspace newShop(const QString &name, int changedFrom = 120, double added = 0)
    {
        Workspace workspace = Workspace::create(m_folder->filePath(name + QStringLiteral(".foretrail"))).value();
        FactWriterOptions options;
        options.file = QStringLiteral("days.csv");
        options.kind = QStringLiteral("series");
        auto writer = FactWriter::begin(workspace, options);
        const WallMs start = *parseWallTime(QStringLiteral("2011-01-03"));
        for (int day = 0; day < 120; ++day)
            if (!(*writer)->addObservation("shop", Step::Day, addSteps(start, Step::Day, day), test::valueAt(day) + (day >= changedFrom ? added : 0)))
                qFatal("the shop could not be made");
        if (!(*writer)->commit({}, {}, "sha", m_job))
            qFatal("the shop could not be made");
        return workspace;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    JobContext m_job;
};

FORETRAIL_TEST_MAIN(TestSearch, QCoreApplication)
#include "tst_search.moc"
