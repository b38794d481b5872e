// How large a network is and how much work its training takes, told before it starts.
#include "core/neural/engine/NeuralEngines.h"
#include "core/neural/interface/RecurrentNetwork.h"
#include "core/training/NetworkCost.h"
#include "core/training/SeasonInputs.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

namespace {

qint64 parametersOf(const NetworkShape &shape)
{
    qint64 count = 0;
    for (const Tensor &tensor : initialTensors(shape, 1))
        count += qint64(tensor.values.size());
    return count;
}

} // namespace

class TestNetworkCost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Every value that a network starts with is a parameter.
    void countsEveryParameter()
    {
        for (const char *model : {"lstm", "gru"})
            for (const int layers : {1, 2, 3})
                for (const int units : {1, 7, 64})
                    for (const int features : {1, 7}) {
                        ModelSpec spec;
                        spec.model = QLatin1String(model);
                        spec.layers = layers;
                        spec.units = units;
                        NetworkShape shape;
                        shape.cell = spec.model == u"lstm" ? Cell::Lstm : Cell::Gru;
                        shape.features = features;
                        shape.layers = layers;
                        shape.units = units;
                        QCOMPARE(networkCost(spec, features, 100).parameters, parametersOf(shape));
                        spec.direct = true;
                        shape.outputs = 28;
                        QCOMPARE(networkCost(spec, features, 100, 28).parameters, parametersOf(shape));
                    }
    }

    // Three LSTM layers of 64 over 30 steps of one value: 82,176 weights at each step, so 14.8 million operations a window.
    void countsTheWorkOfTheArticlesNetwork()
    {
        const NetworkCost cost = networkCost(TrainingSpec::articlePreset().model, 1, 130);
        QCOMPARE(cost.operationsPerWindow, 6.0 * (4 * 64 * (1 + 64) + 2 * 4 * 64 * 128) * 30);
        QVERIFY(std::abs(cost.operationsPerWindow / 14.8e6 - 1) < 0.005);
        QCOMPARE(cost.operationsPerEpoch, 100 * cost.operationsPerWindow);
        QCOMPARE(networkCost(TrainingSpec::articlePreset().model, 1, 20).operationsPerEpoch, 0.0);
    }

    void presetsCanBeTrained()
    {
        for (const TrainingSpec &preset : {TrainingSpec::articlePreset(), TrainingSpec::quickPreset(), TrainingSpec::dailyPreset(), TrainingSpec::globalPreset(), TrainingSpec::teachingPreset()}) {
            VERIFY_RESULT(preset.validate());
            QVERIFY(TrainingSpec::fromJson(preset.toJson()).value() == preset);
        }
        QCOMPARE(networkCost(TrainingSpec::teachingPreset().model, 1, 0).parameters, qint64(4 * 2 * (1 + 2) + 4 * 4 + 3)); // 43: small enough to read
    }

    // Weeks, 13 ahead: two seasons of 52 back in steps of 13 values with four sines and cosines, one layer of 64; the head sees 64, the window
    // and the place in the season.
    void networksOverManySeries()
    {
        const TrainingSpec spec = TrainingSpec::globalPreset();
        const NetworkCost cost = globalNetworkCost(spec.model, Step::Week, 13, 500, 100);
        const qint64 layer = 4 * 64 * (13 + 4 + 64), head = 13 * (64 + 104 + 4);
        QCOMPARE(cost.parameters, layer + 2 * 4 * 64 + head + 13);
        QCOMPARE(cost.operationsPerWindow, 6.0 * (double(layer) * 8 + double(head)));
        QCOMPARE(cost.operationsPerEpoch, 20'000 * cost.operationsPerWindow);
        QCOMPARE(globalEpochs(spec.model.global), 12 * 6);
        ModelSpec quantiles = spec.model;
        quantiles.global.loss = Loss::Pinball;
        QCOMPARE(globalNetworkCost(quantiles, Step::Week, 13, 500, 100).parameters - cost.parameters, qint64(6 * (head + 13)));
    }

    // Between a slow processor of long ago and what none of today does.
    void measuresThePace()
    {
        if (const auto engine = neuralEngine(); !engine)
            QSKIP(qPrintable(engine.error().message));
        JobContext job;
        const Result<double> pace = measuredPace(job);
        VERIFY_RESULT(pace);
        QVERIFY2(*pace > 1e6 && *pace < 1e14, qPrintable(QString::number(*pace)));
        job.requestStop();
        QVERIFY(measuredPace(job).error().isCancelled());
    }

    void featuresFollowTheSeason()
    {
        ModelSpec spec;
        QCOMPARE(usualFeatures(spec, Step::Day), 7);   // three pairs of a week
        QCOMPARE(usualFeatures(spec, Step::None), 1);
        spec.season = 2;
        QCOMPARE(usualFeatures(spec, Step::Day), SeasonInputs::forSeason(2).features());
        spec.seasonInputs = false;
        QCOMPARE(usualFeatures(spec, Step::Day), 1);
    }
};

FORETRAIL_TEST_MAIN(TestNetworkCost, QCoreApplication)
#include "tst_networkcost.moc"
