// Explanations in the unit of the data, what inputs are worth, and forecasts under changed inputs: on a shop whose prices and promotions have
// effects that are written down (PricedShop).
#include "core/training/ExplainedForecast.h"
#include "core/training/InputImportance.h"
#include "core/training/Scenario.h"
#include "tests/core/training/PricedShop.h"

#include <QTemporaryDir>

#include <numeric>

using namespace foretrail;
using namespace foretrail::test;

namespace {

ScenarioChange changeOf(const QString &text)
{
    const auto change = ScenarioChange::fromText(text);
    if (!change)
        qFatal("%s", qPrintable(change.error().message));
    return *change;
}

bool isSameForecast(const Forecast &a, const Forecast &b)
{
    bool isSame = a.mean == b.mean && a.bands.size() == b.bands.size();
    for (size_t i = 0; isSame && i < a.bands.size(); ++i)
        isSame = a.bands[i].low == b.bands[i].low && a.bands[i].high == b.bands[i].high;
    return isSame;
}

} // namespace

class TestWhy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_workspace.emplace(Workspace::create(m_folder.filePath(QStringLiteral("priced.foretrail"))).value());
        VERIFY_RESULT(makePricedShop(*m_workspace));
    }

    void everyModelAddsUp_data()
    {
        QTest::addColumn<QString>("model");
        for (const ModelInfo &info : modelRegistry().models())
            if (!info.isNeural)
                QTest::newRow(qPrintable(info.name)) << info.name;
    }
    // 1e-6 of the forecast, with the intervals that wrap a model and through the way back of a stored outcome.
    void everyModelAddsUp()
    {
        QFETCH(QString, model);
        const auto [outcome, explained] = explainedOf(pricedSpec(model));
        QCOMPARE(explained.mean, outcome.future.mean);
        verifySums(explained);
        QVERIFY(explained.note.isEmpty());
    }
    void recipesAreLedBack_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("parameters");
        QTest::addColumn<bool>("isLine"); ///< the way back is one, so no part is left over
        QTest::newRow("min-max") << "scale" << QJsonObject{} << true;
        QTest::newRow("difference") << "difference" << QJsonObject{} << true;
        QTest::newRow("decompose") << "decompose" << QJsonObject{} << true;
    }
    void recipesAreLedBack()
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, parameters);
        QFETCH(bool, isLine);
        TrainingSpec spec = pricedSpec(QStringLiteral("ar-fourier"));
        spec.recipe.steps.append({kind, true, parameters});
        const auto [outcome, explained] = explainedOf(spec);
        QCOMPARE(explained.mean, outcome.future.mean);
        verifySums(explained);
        QVERIFY(!explained.note.isEmpty());
        if (const Contribution *back = explained.parts.find(PartKind::Back); isLine && back)
            for (const double value : back->values)
                QVERIFY(std::abs(value) < 1e-6);
    }
    // A price lower by one is worth +12, a promotion +25: differences between steps of the column's part tell so.
    void partsOfColumnsAreTheirEffects()
    {
        const auto [outcome, explained] = explainedOf(pricedSpec(QStringLiteral("ar-fourier")));
        const PricedShop shop;
        const Contribution *price = explained.parts.find(PartKind::Column, 0, QStringLiteral("price"));
        const Contribution *promotion = explained.parts.find(PartKind::Column, 0, QStringLiteral("promotion"));
        QVERIFY(price && promotion);
        for (size_t h = 1; h < pricedAhead; ++h) {
            const double priced = -12 * (shop.price[pricedDays + h] - shop.price[pricedDays]), promoted = 25 * (shop.promotion[pricedDays + h] - shop.promotion[pricedDays]);
            QVERIFY(std::abs(price->values[h] - price->values[0] - priced) < 1);
            QVERIFY(std::abs(promotion->values[h] - promotion->values[0] - promoted) < 1);
        }
        QVERIFY2(explained.sentence(0).contains(QStringLiteral("price lowers it"), Qt::CaseInsensitive), qPrintable(explained.sentence(0)));
        QVERIFY(explained.sentence(-1).isEmpty());
    }
    // Columns that follow from the date are no columns of the shop: holidays are one part, the others another.
    void calendarsAreTheirOwnParts()
    {
        TrainingSpec spec = pricedSpec(QStringLiteral("ar-fourier"));
        for (const char *kind : {"time-encoding", "holidays"})
            spec.recipe.steps.append({QString::fromLatin1(kind), true, {}});
        const auto [outcome, explained] = explainedOf(spec);
        QCOMPARE(explained.mean, outcome.future.mean);
        verifySums(explained);
        QVERIFY(explained.parts.find(PartKind::Holiday));
        QVERIFY(explained.parts.find(PartKind::Calendar));
        for (const Contribution &part : explained.parts.parts())
            QCOMPARE(part.kind == PartKind::Column, part.name == QStringLiteral("price") || part.name == QStringLiteral("promotion"));
    }
    // A shop closed on Saturdays: what holds the forecast at zero is said by its name, other limits are called that.
    void daysThatWereAlwaysZeroAreNamed()
    {
        ExplainedForecast explained;
        explained.history.axis = {Step::Day, QDateTime({2022, 1, 1}, {}, Qt::UTC).toMSecsSinceEpoch()}; // a Saturday
        for (int day = 0; day < 70; ++day)
            explained.history.values.push_back(day % 7 == 0 ? 0 : 100);
        explained.mean = {0, 80};
        explained.parts = ForecastParts(2);
        explained.parts.of(PartKind::Level) = {100, 100};
        explained.parts.of(PartKind::Limit) = {-100, -20};
        QVERIFY2(explained.sentence(0).contains(QStringLiteral("A zero on every Saturday so far lowers it by 100")), qPrintable(explained.sentence(0)));
        QVERIFY2(explained.sentence(1).contains(QStringLiteral("A limit lowers it by 20")), qPrintable(explained.sentence(1)));
        explained.history.values[7] = 3;
        QVERIFY2(explained.sentence(0).contains(QStringLiteral("A limit lowers it by 100")), qPrintable(explained.sentence(0)));
    }
    // Integrated gradients end where sum and difference agree within 1e-6; what single precision loses is a part of its own.
    void smallNetworks_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("direct");
        QTest::newRow("lstm") << QStringLiteral("lstm") << false;
        QTest::newRow("gru, all steps at once") << QStringLiteral("gru") << true;
        QTest::newRow("lstm over all series") << QStringLiteral("lstm-global") << false;
        QTest::newRow("ar and what it missed, by a lstm over all series") << QStringLiteral("hybrid") << false;
    }
    void smallNetworks()
    {
        QFETCH(QString, model);
        QFETCH(bool, direct);
        TrainingSpec spec = pricedSpec(model);
        spec.model.lookback = 8;
        spec.model.units = 6;
        spec.model.epochs = 15;
        spec.model.direct = direct;
        spec.model.global.units = 6;
        spec.model.global.epochs = 10;
        spec.model.global.members = 2;
        spec.model.global.lookback = 14;
        spec.horizon = 4;
        const auto [outcome, explained] = explainedOf(spec);
        QCOMPARE(explained.mean, outcome.future.mean);
        verifySums(explained);
        QVERIFY(explained.parts.find(PartKind::Column, 0, QStringLiteral("price")));
        if (const Contribution *lost = explained.parts.find(PartKind::Limit))
            for (size_t h = 0; h < lost->values.size(); ++h)
                QVERIFY2(std::abs(lost->values[h]) < 1e-4 * std::abs(explained.mean[h]), qPrintable(QString::number(lost->values[h])));
    }
    // What sells is the price and the promotion; values of weeks before tell nothing that the week does not.
    void importanceFindsWhatSells()
    {
        const TrainingSpec spec = pricedSpec(QStringLiteral("ar-fourier"));
        const ForecastOutcome outcome = outcomeOf(spec);
        JobContext job;
        const auto report = inputImportance(*m_workspace, FittedForecast::of(outcome, spec), {}, job);
        VERIFY_RESULT(report);
        QCOMPARE(report->origins, 28);
        QCOMPARE(report->repeats, 5);
        const QStringList first{report->inputs[0].name(), report->inputs[1].name()};
        QVERIFY2(first.contains(QStringLiteral("column:price")) && first.contains(QStringLiteral("column:promotion")), qPrintable(first.join(QLatin1Char(' '))));
        QVERIFY(report->inputs[1].rise > 100);
        for (const InputImportance &input : report->inputs)
            QVERIFY(input.error >= 0 && (!input.name().startsWith(QStringLiteral("lags15")) || input.rise < 50));
        const auto again = inputImportance(*m_workspace, FittedForecast::of(outcome, spec), {}, job);
        VERIFY_RESULT(again);
        QCOMPARE(again->inputs[0].error, report->inputs[0].error); // by the seed
        job.requestStop();
        QVERIFY(inputImportance(*m_workspace, FittedForecast::of(outcome, spec), {}, job).error().isCancelled());
    }
    void noChangeIsTheForecast_data() { everyModelAddsUp_data(); }
    void noChangeIsTheForecast()
    {
        QFETCH(QString, model);
        const TrainingSpec spec = pricedSpec(model);
        const ForecastOutcome outcome = outcomeOf(spec);
        const auto same = under(outcome, spec, {});
        VERIFY_RESULT(same);
        QVERIFY(isSameForecast(same->forecast, outcome.future));
    }
    // Ten percent off the price of each step: +12 x a tenth of all prices ahead.
    void aLowerPriceSellsMore()
    {
        const TrainingSpec spec = pricedSpec(QStringLiteral("ar-fourier"));
        const ForecastOutcome outcome = outcomeOf(spec);
        const auto base = under(outcome, spec, {});
        const auto cheaper = under(outcome, spec, {changeOf(QStringLiteral("column=price,from=2024-06-09,by=-10%"))}); // 160 days from 1 January on
        VERIFY_RESULT(base);
        VERIFY_RESULT(cheaper);
        const PricedShop shop;
        const double prices = std::accumulate(shop.price.begin() + pricedDays, shop.price.end(), 0.0);
        const double expected = 12 * 0.1 * prices, found = differenceOf(*base, *cheaper).total();
        QVERIFY2(std::abs(found / expected - 1) < 0.03, qPrintable(QStringLiteral("%1, expected %2").arg(found).arg(expected)));
        QCOMPARE(cheaper->columns[0].values[pricedDays], 0.9 * base->columns[0].values[pricedDays]);
        QCOMPARE(cheaper->columns[0].values[pricedDays - 1], base->columns[0].values[pricedDays - 1]);
        const auto promoted = under(outcome, spec, {changeOf(QStringLiteral("column=promotion,from=2024-06-09,value=1"))});
        VERIFY_RESULT(promoted);
        const double free = std::accumulate(shop.promotion.begin() + pricedDays, shop.promotion.end(), 0.0);
        QVERIFY(std::abs(differenceOf(*base, *promoted).total() / (25 * (pricedAhead - free)) - 1) < 0.03);
    }
    // Naive repeats the last value: a tenth more of it is a tenth more of everything.
    void changedHistory()
    {
        const TrainingSpec spec = pricedSpec(QStringLiteral("naive"));
        const ForecastOutcome outcome = outcomeOf(spec);
        const auto changed = under(outcome, spec, {changeOf(QStringLiteral("history=yes,from=2024-06-08,by=+10%"))});
        VERIFY_RESULT(changed);
        for (size_t h = 0; h < pricedAhead; ++h)
            QVERIFY(std::abs(changed->forecast.mean[h] / outcome.future.mean[h] - 1.1) < 1e-12);
        QCOMPARE(changed->history.values[pricedDays - 2], outcome.history.values[pricedDays - 2]);
    }
    void refusals()
    {
        const TrainingSpec spec = pricedSpec(QStringLiteral("naive"));
        const ForecastOutcome outcome = outcomeOf(spec);
        const auto unknown = under(outcome, spec, {changeOf(QStringLiteral("column=weather,by=+1"))});
        QVERIFY2(unknown.error().message.contains(QStringLiteral("price, promotion")), qPrintable(unknown.error().message));
        const auto never = under(outcome, spec, {changeOf(QStringLiteral("column=price,from=2031-01-01,by=+1"))});
        QCOMPARE(never.error().code, ErrorCode::InvalidInput);
        QCOMPARE(under(outcome, spec, {changeOf(QStringLiteral("history=yes,from=2031-01-01,by=+1"))}).error().code, ErrorCode::InvalidInput);
        for (const char *text : {"column=price", "by=-10%", "column=price,by=ten", "column=price,by=1,at=2", "price"})
            QVERIFY2(!ScenarioChange::fromText(QLatin1String(text)), text);
    }
    void scenariosAreKeptAsTheyAre()
    {
        const Scenario scenario{QStringLiteral("Sale"), {changeOf(QStringLiteral("column=price,from=2024-06-10,to=2024-06-12,by=-10%")), changeOf(QStringLiteral("history=yes,by=+5")),
                                                         changeOf(QStringLiteral("column=promotion,value=1"))}};
        const auto back = Scenario::fromJson(scenario.name, scenario.toJson());
        VERIFY_RESULT(back);
        QVERIFY(*back == scenario);
        QCOMPARE(scenario.changes[0].text({Step::Day, 0}), QString::fromUtf8("price −10 % from 2024-06-10 to 2024-06-12"));
        QVERIFY(!Scenario::fromJson({}, {{QStringLiteral("changes"), QJsonArray{QJsonObject{}}}}));
        const auto typed = [](const char *by) { return ScenarioChange::fromWords({}, {}, {}, QString::fromUtf8(by)).value(); };
        QCOMPARE(typed("-10 %").how, ScenarioChange::How::Percent);
        QCOMPARE(typed("+5").how, ScenarioChange::How::Amount);
        QCOMPARE(typed("5").how, ScenarioChange::How::Value);
        QCOMPARE(typed("=-5").by, -5.0);
        QCOMPARE(typed("−5").by, -5.0);
    }
    void differencesInWords()
    {
        QCOMPARE(differenceText({31'190, 32'500}, QStringLiteral("GBP"), Step::Day, 28), QStringLiteral("+4.2 %, 1,310 GBP more in 28 days."));
        QVERIFY(differenceText({100, 75}, {}, Step::Week, 1).startsWith(QString::fromUtf8("−25.0 %, 25.00 less in 1 week")));
        QCOMPARE(differenceText({3, 3}, {}, Step::None, 2), QStringLiteral("No difference."));
    }

private:
    struct Both {
        ForecastOutcome outcome;
        ExplainedForecast explained;
    };
    ForecastOutcome outcomeOf(const TrainingSpec &spec)
    {
        JobContext job;
        auto outcomes = forecastFromWorkspace(*m_workspace, spec, job);
        if (!outcomes)
            qFatal("%s: %s", qPrintable(spec.model.model), qPrintable(outcomes.error().message));
        return outcomes->front();
    }
    Both explainedOf(const TrainingSpec &spec)
    {
        JobContext job;
        ForecastOutcome outcome = outcomeOf(spec);
        auto explained = explainForecast(*m_workspace, FittedForecast::of(outcome, spec), job);
        if (!explained)
            qFatal("%s: %s", qPrintable(spec.model.model), qPrintable(explained.error().message));
        return {std::move(outcome), std::move(*explained)};
    }
    Result<ScenarioForecast> under(const ForecastOutcome &outcome, const TrainingSpec &spec, const QList<ScenarioChange> &changes)
    {
        JobContext job;
        const FittedForecast fitted = FittedForecast::of(outcome, spec);
        const auto data = ModelData::read(*m_workspace, fitted, job);
        if (!data)
            return fail(data.error());
        return forecastUnder(*data, fitted, {{}, changes}, job);
    }
    static void verifySums(const ExplainedForecast &explained)
    {
        for (size_t h = 0; h < explained.mean.size(); ++h)
            QVERIFY2(std::abs(explained.parts.sumAt(h) - explained.mean[h]) <= 1e-6 * std::max(1.0, std::abs(explained.mean[h])), qPrintable(QStringLiteral("step %1").arg(h + 1)));
    }

    QTemporaryDir m_folder;
    std::optional<Workspace> m_workspace;
};

FORETRAIL_TEST_MAIN(TestWhy, QCoreApplication)
#include "tst_why.moc"
