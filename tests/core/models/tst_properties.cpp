#include "core/models/Panel.h"
#include "tests/core/models/SomeSeries.h"

#include <QJsonDocument>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int horizon = 17;

FitOptions optionsWith(std::shared_ptr<const Panel> panel = nullptr, int cut = 0)
{
    FitOptions options;
    options.horizon = horizon;
    options.panel = std::move(panel);
    options.panelCut = cut;
    return options;
}

/// The forecast of a model that was fitted on `train`; nothing where it is too short for the model.
std::optional<Forecast> forecastOf(const QString &name, const Series &train, const FitOptions &options = optionsWith())
{
    JobContext job;
    const auto model = made(name);
    if (const auto fitted = model->fit(train, options, job); !fitted)
        return std::nullopt;
    const auto forecast = model->forecast(train, horizon, levels);
    return forecast ? std::optional(*forecast) : std::nullopt;
}

bool isSame(const Forecast &a, const Forecast &b)
{
    bool isSame = a.mean == b.mean && a.bands.size() == b.bands.size();
    for (size_t i = 0; isSame && i < a.bands.size(); ++i)
        isSame = a.bands[i].low == b.bands[i].low && a.bands[i].high == b.bands[i].high;
    return isSame;
}

Series changed(Series series, double factor, double shift = 0)
{
    for (double &value : series.values)
        value = factor * value + shift;
    return series;
}

double meanSize(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += std::abs(value);
    return sum / double(values.size());
}

/// The largest difference between a forecast and factor * other + shift, in means and edges.
double farthest(const Forecast &a, const Forecast &b, double factor, double shift = 0)
{
    double most = 0;
    const auto compare = [&](const std::vector<double> &x, const std::vector<double> &y) {
        for (size_t h = 0; h < x.size(); ++h)
            most = std::max(most, std::abs(x[h] - (factor * y[h] + shift)));
    };
    compare(a.mean, b.mean);
    for (size_t i = 0; i < a.bands.size(); ++i) {
        compare(a.bands[i].low, b.bands[i].low);
        compare(a.bands[i].high, b.bands[i].high);
    }
    return most;
}

/// Those whose weights are searched for end the search a little elsewhere on another scale.
double scaleTolerance(const QString &name)
{
    static const QStringList searching{QStringLiteral("ses"), QStringLiteral("holt"), QStringLiteral("damped"), QStringLiteral("holt-winters"),
                                       QStringLiteral("ets"), QStringLiteral("theta"), QStringLiteral("otheta"), QStringLiteral("auto"), QStringLiteral("combination")};
    return searching.contains(name) ? 1e-4 : 1e-12;
}

} // namespace

/// What holds for any model, whatever it is told: over seeded series of several kinds. Series too short for a model are passed over.
class TestProperties : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scaleChangesNothingButTheScale_data() { addModelsAndKinds(); }
    // Tolerance: 1e-12 of the mean size of the values; 1e-4 for those that search.
    void scaleChangesNothingButTheScale()
    {
        QFETCH(QString, name);
        QFETCH(int, kind);
        const Series train = kindsOfSeries()[size_t(kind)].series;
        const auto before = forecastOf(name, train);
        if (!before)
            return;
        for (const double factor : {10.0, 0.01}) {
            const auto after = forecastOf(name, changed(train, factor));
            QVERIFY(after);
            const double share = farthest(*after, *before, factor) / factor / meanSize(train.values);
            QVERIFY2(share <= scaleTolerance(name), qPrintable(QStringLiteral("%1 at %2").arg(share).arg(factor)));
        }
    }
    void shiftMovesWhatKnowsNoZero_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"naive", "snaive", "drift", "mean", "moving-average", "ar", "ar-diff", "ar-seasonal"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    // From the mean, the last value or differences: as long as values lie below zero, where there is neither a floor nor a logarithm.
    void shiftMovesWhatKnowsNoZero()
    {
        QFETCH(QString, name);
        for (unsigned seed = 1; seed <= 20; ++seed) {
            const Series train = seriesOf(walk(seed, 60 + seed, -200), Step::Day);
            const auto before = forecastOf(name, train);
            const auto after = forecastOf(name, changed(train, 1, -512));
            QVERIFY(before && after);
            QVERIFY(farthest(*after, *before, 1, -512) < 1e-8 * 700);
        }
    }
    void theSameTwiceIsTheSame_data() { addModelsAndKinds(); }
    void theSameTwiceIsTheSame()
    {
        QFETCH(QString, name);
        QFETCH(int, kind);
        const Series train = kindsOfSeries()[size_t(kind)].series;
        const auto once = forecastOf(name, train);
        const auto twice = forecastOf(name, train);
        QCOMPARE(once.has_value(), twice.has_value());
        QVERIFY(!once || isSame(*once, *twice));
    }
    void bandsAreNestedAroundTheMean_data() { addModelsAndKinds(); }
    void bandsAreNestedAroundTheMean()
    {
        QFETCH(QString, name);
        QFETCH(int, kind);
        const Series train = kindsOfSeries()[size_t(kind)].series;
        JobContext job;
        const auto model = made(name);
        if (!model->fit(train, optionsWith(), job))
            return;
        const std::vector<double> several{1, 50, 80, 90, 95, 99.9};
        const auto forecast = model->forecast(train, 40, several); // further than was asked for
        VERIFY_RESULT(forecast);
        QCOMPARE(forecast->horizon(), 40);
        for (size_t h = 0; h < 40; ++h) {
            double low = forecast->mean[h], high = low;
            QVERIFY(std::isfinite(low));
            for (const Band &band : forecast->bands) {
                QVERIFY(band.low[h] <= low && band.high[h] >= high && std::isfinite(band.high[h]) && std::isfinite(band.low[h]));
                low = band.low[h];
                high = band.high[h];
            }
        }
    }
    void aRestoredModelGivesTheSameBits_data() { addModelsAndKinds(); }
    void aRestoredModelGivesTheSameBits()
    {
        QFETCH(QString, name);
        QFETCH(int, kind);
        const Series all = kindsOfSeries()[size_t(kind)].series;
        const Series train = all.part(0, all.size() - 1);
        JobContext job;
        const auto model = made(name);
        if (!model->fit(train, optionsWith(), job))
            return;
        const auto restored = made(name);
        VERIFY_RESULT(restored->restore({QJsonDocument::fromJson(QJsonDocument(model->save()->state).toJson()).object(), {}}));
        for (const Series &history : {train, all}) {
            const auto before = model->forecast(history, horizon, levels);
            const auto after = restored->forecast(history, horizon, levels);
            VERIFY_RESULT(before);
            VERIFY_RESULT(after);
            QVERIFY(isSame(*before, *after));
        }
        QVERIFY(restored->save()->state == model->save()->state);
    }
    void whatIsCutOffThePanelIsNotSeen_data()
    {
        QTest::addColumn<QString>("name");
        for (const ModelInfo &info : ModelRegistry::classical().models())
            if (info.learnsFromPanel)
                QTest::newRow(qPrintable(info.name)) << info.name;
    }
    // A panel without its last 9 values, one that never had them, and one in which they are something else: the same bits.
    void whatIsCutOffThePanelIsNotSeen()
    {
        QFETCH(QString, name);
        constexpr int cut = 9;
        std::vector<std::vector<double>> whole, shorter, other;
        for (unsigned seed = 1; seed <= 6; ++seed) {
            whole.push_back(shopDays(seed, 90 + 5 * seed));
            shorter.emplace_back(whole.back().begin(), whole.back().end() - cut);
            other.push_back(shorter.back());
            for (int i = 0; i < cut; ++i)
                other.back().push_back(1e6 * (i + 1));
        }
        whole.push_back({1, 2, 3}); // nothing is left of it
        other.push_back({1e6, 0, 1e6});
        const Series train = seriesOf(shorter[2], Step::Day);
        const auto expected = forecastOf(name, train, optionsWith(std::make_shared<Panel>(shorter)));
        QVERIFY(expected);
        for (const auto &values : {whole, other}) {
            const auto forecast = forecastOf(name, train, optionsWith(std::make_shared<Panel>(values), cut));
            QVERIFY(forecast);
            QVERIFY(isSame(*forecast, *expected));
        }
    }
    void whatIsNotKnownAheadIsNotSeen_data()
    {
        QTest::addColumn<QString>("name");
        for (const ModelInfo &info : ModelRegistry::classical().models())
            if (info.takesColumns)
                QTest::newRow(qPrintable(info.name)) << info.name;
    }
    // A column that tells all, but is not known ahead: what it says behind the history changes no bit.
    void whatIsNotKnownAheadIsNotSeen()
    {
        QFETCH(QString, name);
        const Series all = seriesOf(shopDays(8, 140), Step::Day);
        const Series train = all.part(0, 120);
        const auto with = [&](bool hasFuture) {
            Regressors regressors{all.axis, {{QStringLiteral("views"), all.values, false}}, {}, {}};
            for (size_t t = 120; !hasFuture && t < 140; ++t)
                regressors.columns[0].values[t] = 1e6;
            const auto model = made(name);
            model->setRegressors(regressors);
            JobContext job;
            const auto fitted = model->fit(train, optionsWith(), job);
            return fitted ? model->forecast(train, horizon, levels) : Result<Forecast>(fail(fitted.error()));
        };
        const auto known = with(true), unknown = with(false);
        VERIFY_RESULT(known);
        VERIFY_RESULT(unknown);
        QVERIFY(isSame(*known, *unknown));
    }
};

FORETRAIL_TEST_MAIN(TestProperties, QCoreApplication)
#include "tst_properties.moc"
