// The settings of autoregressions and the adaptive bands of a backtest through the real program.
#include "tests/cli/CliRun.h"

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliAdaptive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_shop = m_folder.filePath(QStringLiteral("shop.foretrail"));
        VERIFY_CODE(runCli(QStringLiteral("sample %1 --size small").arg(m_shop)), 0);
    }
    // Forecasts stay, bands change, and those of the one fold that has none before it do not.
    void adaptiveChangesTheBandsAlone()
    {
        const auto tested = [this](const QString &options) { return runCli(QStringLiteral("backtest %1 --model mean --horizon 7 %2 --json").arg(m_shop, options)); };
        const auto number = [](const CliRun &run, const char *name) { return run.json()[QStringLiteral("models")][0][QLatin1String(name)].toDouble(); };
        const CliRun fixed = tested(QStringLiteral("--folds 8 --stride 1")), adaptive = tested(QStringLiteral("--folds 8 --stride 1 --adaptive"));
        VERIFY_CODE(fixed, 0);
        VERIFY_CODE(adaptive, 0);
        QCOMPARE(number(adaptive, "MAE"), number(fixed, "MAE"));
        QVERIFY(number(adaptive, "winkler80") != number(fixed, "winkler80"));
        const CliRun one = tested(QStringLiteral("--folds 1")), oneAdaptive = tested(QStringLiteral("--folds 1 --adaptive"));
        VERIFY_CODE(one, 0);
        VERIFY_CODE(oneAdaptive, 0);
        QCOMPARE(number(oneAdaptive, "winkler80"), number(one, "winkler80"));
    }
    void aSpecFileSaysHowAnAutoregressionIsFound()
    {
        const QString spec = m_folder.filePath(QStringLiteral("spec.json"));
        test::writeAll(spec, R"({"model": "ar", "arEstimator": "least-squares", "arCriterion": "bic", "horizon": 7})");
        VERIFY_CODE(runCli(QStringLiteral("forecast %1 --spec %2 --holdout 7 --json").arg(m_shop, spec)), 0);
        test::writeAll(spec, R"({"model": "ar", "arCriterion": "hqc"})");
        const CliRun wrong = runCli(QStringLiteral("forecast %1 --spec %2").arg(m_shop, spec));
        VERIFY_CODE(wrong, 1);
        QVERIFY2(wrong.err.contains("arCriterion") && wrong.err.contains("aicc, aic, bic, rolling"), wrong.err.constData());
    }

private:
    QTemporaryDir m_folder;
    QString m_shop;
};

FORETRAIL_TEST_MAIN(TestCliAdaptive, QCoreApplication)
#include "tst_cli_adaptive.moc"
