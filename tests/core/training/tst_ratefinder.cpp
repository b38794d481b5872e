// The search for a learning rate: where a curve falls fastest, and on a network that learns.
#include "core/training/RateFinder.h"
#include "tests/core/training/DailyShop.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

class TestRateFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Level, then a fall by nine tenths at one rate, then a rise: smoothing by halves puts the steepest step at that rate.
    void suggestsTheSteepestFall()
    {
        std::vector<RateSearch::Trial> trials;
        for (int i = 0; i < 12; ++i)
            trials.push_back({std::pow(10, -5 + 0.4 * i), i < 6 ? 1.0 : i < 9 ? 0.1 : 5.0});
        QCOMPARE(suggestedRate(trials), trials[6].rate);
    }

    void suggestsNothingWhereNothingFalls()
    {
        QCOMPARE(suggestedRate({{1e-5, 1}, {1e-4, 1.5}, {1e-3, 2}, {1e-2, 9}}), 0.0);
        QCOMPARE(suggestedRate({{1e-5, 1}, {1e-4, 0.5}}), 0.0);
    }

    void findsOneForANetwork()
    {
        const QTemporaryDir folder;
        auto workspace = Workspace::create(folder.filePath(QStringLiteral("shop.foretrail")));
        VERIFY_RESULT(workspace);
        VERIFY_RESULT(test::addDays(*workspace, 0, 150));
        JobContext job;
        TrainingSpec spec = test::dailySpec(QStringLiteral("lstm"), 3);
        const auto search = findLearningRate(*workspace, spec, job);
        VERIFY_RESULT(search);
        QVERIFY(search->trials.size() > 10 && search->trials.size() <= 40);
        QCOMPARE(search->trials.front().rate, 1e-5);
        for (size_t i = 1; i < search->trials.size(); ++i)
            QVERIFY(std::abs(search->trials[i].rate / search->trials[i - 1].rate - std::pow(1e5, 1.0 / 39)) < 1e-12);
        QVERIFY2(search->suggested > 1e-4 && search->suggested < 0.5, qPrintable(QString::number(search->suggested)));
        QVERIFY(RunStore(*workspace).list()->isEmpty());
        for (const QString &other : {QStringLiteral("drift"), QStringLiteral("lstm-global")}) {
            spec.model.model = other;
            QCOMPARE(findLearningRate(*workspace, spec, job).error().code, ErrorCode::Unsupported);
        }
    }
};

FORETRAIL_TEST_MAIN(TestRateFinder, QCoreApplication)
#include "tst_ratefinder.moc"
