// The settings of autoregressions as a spec file has them.
#include "core/training/Experiment.h"
#include "tests/support/TestSupport.h"

#include <QJsonDocument>

using namespace foretrail;

class TestArSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comeBackFromJson()
    {
        TrainingSpec spec;
        spec.model.model = QStringLiteral("ar");
        spec.model.arEstimator = ArEstimator::LeastSquares;
        spec.model.arCriterion = ArCriterion::Rolling;
        const auto read = TrainingSpec::fromJson(QJsonDocument::fromJson(QJsonDocument(spec.toJson()).toJson()).object());
        VERIFY_RESULT(read);
        QVERIFY(*read == spec);
        const auto usual = TrainingSpec::fromJson({});
        VERIFY_RESULT(usual);
        QCOMPARE(usual->model.arEstimator, ArEstimator::Burg);
        QCOMPARE(usual->model.arCriterion, ArCriterion::Aicc);
    }
    void saysWhichAreAllowed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("named");
        QTest::newRow("estimator") << QByteArray(R"({"arEstimator": "ols"})") << QStringList{QStringLiteral("arEstimator: ols"), QStringLiteral("burg, yule-walker, least-squares")};
        QTest::newRow("criterion") << QByteArray(R"({"arCriterion": "AIC"})") << QStringList{QStringLiteral("arCriterion: AIC"), QStringLiteral("aicc, aic, bic, rolling")};
        QTest::newRow("a number") << QByteArray(R"({"arCriterion": 3})") << QStringList{QStringLiteral("arCriterion: 3")};
    }
    void saysWhichAreAllowed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, named);
        const auto read = TrainingSpec::fromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        for (const QString &part : named)
            QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
    }
    // Both are read by the models that say so, through preparation and conformal intervals.
    void reachTheModel_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("ar") << "ar";
        QTest::newRow("ar-auto") << "ar-auto";
    }
    void reachTheModel()
    {
        QFETCH(QString, model);
        const ModelInfo *info = modelRegistry().find(model);
        QVERIFY(info && info->reads.contains(QStringLiteral("arEstimator")) && info->reads.contains(QStringLiteral("arCriterion")));
        Series series{QStringLiteral("a"), QStringLiteral("a"), {}, {Step::Day, *parseWallTime(QStringLiteral("2024-01-01"))}, {}};
        for (int t = 0; t < 120; ++t)
            series.values.push_back(100 + 10 * (t % 7) + (t * 37) % 11);
        TrainingSpec spec;
        spec.model.model = model;
        spec.model.arEstimator = ArEstimator::YuleWalker;
        spec.model.arCriterion = ArCriterion::Bic;
        spec.horizon = 7;
        spec.split.test = 7;
        JobContext job;
        const auto outcome = runExperiment(series, spec, job);
        VERIFY_RESULT(outcome);
        QVERIFY2(outcome->explanation.contains(QStringLiteral("chosen by BIC")) && outcome->explanation.contains(QStringLiteral("by Yule-Walker")), qPrintable(outcome->explanation));
    }
};

FORETRAIL_TEST_MAIN(TestArSettings, QCoreApplication)
#include "tst_ar_settings.moc"
