#include "core/evaluation/Metrics.h"
#include "tests/core/models/ModelTest.h"

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

using V = std::vector<double>;

/// One series a row, named in the first column; fields may be quoted, and empty or NA behind the last value.
QMap<QString, V> rowsOf(const QString &path)
{
    QMap<QString, V> rows;
    for (const QByteArray &line : readAll(path).split('\n').mid(1)) {
        const QList<QByteArray> fields = line.trimmed().split(',');
        V values;
        for (QByteArray field : fields.mid(1)) {
            field.replace('"', "");
            if (!field.isEmpty() && field != "NA")
                values.push_back(field.toDouble());
        }
        if (!values.empty())
            rows.insert(QString::fromLatin1(fields.front()).remove(QLatin1Char('"')), std::move(values));
    }
    return rows;
}

/// A half of a competition that lies beside the project.
struct Competition {
    const char *train;
    const char *test;
    int scaleSeason; ///< of MASE

    bool isHere() const { return !sharedFile(QLatin1String(train)).isEmpty() && !sharedFile(QLatin1String(test)).isEmpty(); }
};

constexpr Competition weekly{"m4/Weekly-train.csv", "m4/Weekly-test.csv", 1};
constexpr Competition hourly{"m4/Hourly-train.csv", "m4/Hourly-test.csv", 24};
constexpr Competition monthly{"m3/M3-Monthly-train.csv", "m3/M3-Monthly-test.csv", 12};
const QMap<QString, Competition> competitions{{QStringLiteral("weekly"), weekly}, {QStringLiteral("hourly"), hourly}, {QStringLiteral("monthly"), monthly}};

Result<V> forecastOf(const QString &name, int season, const V &train, int horizon, ArCriterion criterion = ArCriterion::Aicc)
{
    ModelSpec spec;
    spec.model = name;
    spec.season = season;
    spec.arCriterion = criterion;
    const auto model = made(spec);
    FitOptions options;
    options.horizon = horizon;
    JobContext job;
    const Series series = seriesOf(train);
    if (const auto fitted = model->fit(series, options, job); !fitted)
        return fail(fitted.error());
    return model->forecast(series, horizon, {}).map([](const Forecast &forecast) { return forecast.mean; });
}

} // namespace

/// Means over the series of competitions that lie beside the project (METHODS 3.11), and forecasts that their organisers published.
class TestCompetitions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recipes_data()
    {
        QTest::addColumn<QString>("competition");
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("season");
        QTest::addColumn<int>("series");
        QTest::addColumn<double>("smape");
        QTest::addColumn<double>("mase");
        QTest::addColumn<double>("tolerance"); // a share; 0: to the last digit
        QTest::addColumn<QString>("criterion");
        const auto row = [](const char *from, const char *competition, const char *model, int season, int series, double smape, double mase, double tolerance,
                            const char *criterion = "aicc") {
            QTest::addRow("%s, %s %d by %s, %s", competition, model, season, criterion, from)
                << QString::fromLatin1(competition) << QString::fromLatin1(model) << season << series << smape << mase << tolerance << QString::fromLatin1(criterion);
        };
        row("METHODS", "weekly", "naive", 1, 180, 9.354, 2.598, 0);
        row("METHODS", "weekly", "theta", 1, 180, 9.287, 2.438, 0.001);
        row("METHODS", "hourly", "snaive", 24, 207, 13.661, 1.229, 0);
        row("thetaf of R", "monthly", "theta", 12, 714, 14.106, 0.866, 0.001);
        // The recipes of METHODS choose the order by AIC; numpy gives the same figures, and those of "numpy" with AICc.
        row("METHODS", "weekly", "ar-diff", 1, 180, 6.344, 1.905, 0, "aic");
        row("numpy", "weekly", "ar-diff", 1, 180, 6.2611, 1.9072, 0);
        row("METHODS", "monthly", "ar-seasonal", 12, 714, 16.000, 0.937, 0, "aic");
        row("numpy", "monthly", "ar-seasonal", 12, 714, 16.0308, 0.9366, 0);
        row("METHODS", "hourly", "ar-seasonal", 168, 207, 10.343, 1.142, 0, "aic");
        row("numpy", "hourly", "ar-seasonal", 168, 207, 10.3783, 1.1476, 0);
        row("METHODS", "hourly", "ar-seasonal", 24, 207, 10.852, 0.866, 0, "aic");
        row("numpy", "hourly", "ar-seasonal", 24, 207, 11.4755, 0.8976, 0);
    }
    void recipes()
    {
        QFETCH(QString, competition);
        QFETCH(QString, model);
        QFETCH(int, season);
        QFETCH(int, series);
        QFETCH(double, smape);
        QFETCH(double, mase);
        QFETCH(double, tolerance);
        QFETCH(QString, criterion);
        const Competition which = competitions[competition];
        if (!which.isHere())
            QSKIP("the data of the competition is not beside the project");
        const auto train = rowsOf(sharedFile(QLatin1String(which.train))), test = rowsOf(sharedFile(QLatin1String(which.test)));
        QCOMPARE(int(train.size()), series);
        double sumOfSmape = 0, sumOfMase = 0;
        for (auto one = train.cbegin(); one != train.cend(); ++one) {
            const V &actual = test[one.key()];
            const auto forecast = forecastOf(model, season, *one, int(actual.size()), *arCriterionFromName(criterion));
            VERIFY_RESULT(forecast);
            const Metrics metrics = pointMetrics(actual, *forecast, *one, which.scaleSeason);
            sumOfSmape += metrics.smape;
            sumOfMase += metrics.mase;
        }
        const QString found = QStringLiteral("%1 / %2").arg(sumOfSmape / series, 0, 'f', 4).arg(sumOfMase / series, 0, 'f', 4);
        QVERIFY2(std::abs(sumOfSmape / series - smape) <= std::max(5.1e-4, tolerance * smape), qPrintable(found));
        QVERIFY2(std::abs(sumOfMase / series - mase) <= std::max(5.1e-4, tolerance * mase), qPrintable(found));
    }
    void forecastsEqualPublished_data()
    {
        QTest::addColumn<QString>("competition");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("season");
        QTest::newRow("M4 hourly, seasonal naive") << "hourly" << "m4/forecasts/sNaive-Hourly.csv" << "snaive" << 24;
        QTest::newRow("M4 hourly, Naive 2") << "hourly" << "m4/forecasts/Naive2-Hourly.csv" << "naive2" << 24;
        QTest::newRow("M4 weekly, Naive 2") << "weekly" << "m4/forecasts/Naive2-Weekly.csv" << "naive2" << 1;
    }
    // As the organisers computed them in R; they printed ten digits: 1e-9 of the largest of a series.
    void forecastsEqualPublished()
    {
        QFETCH(QString, competition);
        QFETCH(QString, file);
        QFETCH(QString, model);
        QFETCH(int, season);
        const Competition which = competitions[competition];
        const QString path = sharedFile(file);
        if (!which.isHere() || path.isEmpty())
            QSKIP("the forecasts of the competition are not beside the project");
        const auto train = rowsOf(sharedFile(QLatin1String(which.train))), published = rowsOf(path);
        for (auto one = train.cbegin(); one != train.cend(); ++one) {
            const V &expected = published[one.key()];
            const auto forecast = forecastOf(model, season, *one, int(expected.size()));
            VERIFY_RESULT(forecast);
            double largest = 0;
            for (const double value : expected)
                largest = std::max(largest, std::abs(value));
            for (size_t h = 0; h < expected.size(); ++h)
                QVERIFY2(std::abs((*forecast)[h] - expected[h]) <= 1e-9 * largest, qPrintable(one.key()));
        }
    }
};

FORETRAIL_TEST_MAIN(TestCompetitions, QCoreApplication)
#include "tst_competitions.moc"
