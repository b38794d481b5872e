// Corrections of forecasts: what they make of a forecast, how they are kept, and what past ones were worth. The numbers are worked out
// by hand beside each.
#include "tests/support/TestSupport.h"

#include "core/training/AdjustedForecast.h"
#include "core/training/OverrideValue.h"

#include <QLocale>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr WallMs firstDay = 20'000 * dayMs;

Forecast flat(double value, int horizon)
{
    Forecast forecast;
    forecast.mean.assign(size_t(horizon), value);
    return forecast;
}

TimeAxis days() { return {Step::Day, firstDay, 0}; }

Override one(OverrideLayer layer, int day, OverrideKind kind, double amount, double beneath = missing, const QString &reason = {})
{
    return {layer, firstDay + day * dayMs, kind, amount, reason, beneath, QStringLiteral("mean"), QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC)};
}

} // namespace

class OverridesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void layersLieOnEachOther();
    void limitsHold();
    void whatMovedIsTold();
    void typed_data();
    void typed();
    void totalsAreSpread();
    void keptAndReplaced();
    void aReadOnlyWorkspaceKeepsNothing();
    void questionsAreTold();
    void valueAdded();
};

void OverridesTest::layersLieOnEachOther()
{
    const QList<Override> overrides{one(OverrideLayer::Analyst, 11, OverrideKind::Percent, 10), one(OverrideLayer::Manager, 11, OverrideKind::Add, -5),
                                    one(OverrideLayer::Manager, 12, OverrideKind::Value, 80), one(OverrideLayer::Analyst, 30, OverrideKind::Value, 1)};
    const AdjustedForecast result = adjusted(flat(100, 4), days(), 10, overrides);
    QCOMPARE(result.values(), (std::vector<double>{100, 100 * 1.1 - 5, 80, 100})); // day 30 lies behind the horizon
    QCOMPARE(result.steps[1].after[0], 100 * 1.1);
    QCOMPARE(result.steps[1].beneath(OverrideLayer::Manager), 100 * 1.1);
    QCOMPARE(result.adjustedCount(), 2);
    QCOMPARE(result.forecastTotal(), 400.0);
    QVERIFY(std::abs(result.adjustedTotal() - 385) < 1e-9);
    QVERIFY(!adjusted(flat(100, 4), days(), 10, {}).isAdjusted());
}

void OverridesTest::limitsHold()
{
    const ForecastLimits limits{0.0, 120.0, true};
    const QList<Override> overrides{one(OverrideLayer::Analyst, 0, OverrideKind::Value, 500), one(OverrideLayer::Analyst, 1, OverrideKind::Add, -500),
                                    one(OverrideLayer::Analyst, 2, OverrideKind::Percent, 0.4)};
    QCOMPARE(adjusted(flat(100, 3), days(), 0, overrides, limits).values(), (std::vector<double>{120, 0, 100}));
}

void OverridesTest::whatMovedIsTold()
{
    const QList<Override> overrides{one(OverrideLayer::Analyst, 0, OverrideKind::Percent, 10, 100), one(OverrideLayer::Analyst, 1, OverrideKind::Percent, 10, 90)};
    const AdjustedForecast result = adjusted(flat(100, 2), days(), 0, overrides);
    QVERIFY(!result.steps[0].hasMoved());
    QVERIFY(result.steps[1].hasMoved());
}

void OverridesTest::typed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<int>("kind"); // -1: no correction
    QTest::addColumn<double>("amount");
    const auto row = [](const char *text, const char *locale, int kind, double amount) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(locale) << kind << amount; };
    row("120", "C", 0, 120);
    row(" 1,310.5 ", "en_GB", 0, 1310.5);
    row("1.310,5", "de_DE", 0, 1310.5);
    row("+10 %", "C", 1, 10);
    row("-5%", "C", 1, -5);
    row("8％", "zh_CN", 1, 8);
    row("+3", "C", 2, 3);
    row("−3", "C", 2, -3);
    row("=-3", "C", 0, -3);
    row("", "C", -1, 0);
    row("ten", "C", -1, 0);
    row("=5%", "C", -1, 0);
    row("inf", "C", -1, 0);
}

void OverridesTest::typed()
{
    QFETCH(QString, text);
    QFETCH(QString, locale);
    QFETCH(int, kind);
    QFETCH(double, amount);
    const QLocale reading = locale == QStringLiteral("C") ? QLocale::c() : QLocale(locale);
    const Result<TypedOverride> typed = typedOverride(text, reading);
    QCOMPARE(typed.has_value(), kind >= 0);
    if (!typed) {
        QVERIFY(typed.error().message.contains(text.trimmed()));
        return;
    }
    QCOMPARE(int(typed->kind), kind);
    QCOMPARE(typed->amount, amount);
    const Result<TypedOverride> again = typedOverride(overrideText(typed->kind, typed->amount, reading), reading);
    VERIFY_RESULT(again);
    QCOMPARE(int(again->kind), kind);
    QCOMPARE(again->amount, amount);
}

void OverridesTest::totalsAreSpread()
{
    QCOMPARE(spreadTotal({10, 30, 60}, 200), (std::vector<double>{20, 60, 120}));
    QCOMPARE(spreadTotal({0, 0}, 5), (std::vector<double>{2.5, 2.5}));
    QCOMPARE(spreadTotal({-1, 4}, 6), (std::vector<double>{3, 3}));
}

void OverridesTest::keptAndReplaced()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w.foretrail"));
    JobContext job;
    const QString question = QStringLiteral("q");
    const Override analyst = one(OverrideLayer::Analyst, 1, OverrideKind::Percent, 10, 100, QStringLiteral("促销")), manager = one(OverrideLayer::Manager, 1, OverrideKind::Value, 80),
                   other = one(OverrideLayer::Analyst, 2, OverrideKind::Add, 0.1 + 0.2, 7);
    {
        auto workspace = Workspace::create(path);
        VERIFY_RESULT(workspace);
        VERIFY_RESULT(OverrideStore(*workspace).replace(question, {analyst.time, other.time}, {manager, other, analyst}, job));
        VERIFY_RESULT(OverrideStore(*workspace).replace(QStringLiteral("another"), {analyst.time}, {analyst}, job));
    }
    auto workspace = Workspace::open(path);
    VERIFY_RESULT(workspace);
    OverrideStore store(*workspace);
    QList<Override> expected{analyst, manager, other};
    const auto kept = store.of(question);
    VERIFY_RESULT(kept);
    QCOMPARE(kept->size(), 3);
    QVERIFY(std::isnan((*kept)[1].beneath));
    for (qsizetype i : {0, 2})
        QCOMPARE((*kept)[i], expected[i]);
    VERIFY_RESULT(store.replace(question, {analyst.time}, {}, job));
    QCOMPARE(*store.of(question), QList<Override>{other});
    QCOMPARE(store.of(QStringLiteral("another"))->size(), 1);
    QCOMPARE(store.questions()->size(), 2);
}

void OverridesTest::aReadOnlyWorkspaceKeepsNothing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w.foretrail"));
    VERIFY_RESULT(Workspace::create(path));
    auto workspace = Workspace::open(path, Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    JobContext job;
    QVERIFY(!OverrideStore(*workspace).replace(QStringLiteral("q"), {0}, {one(OverrideLayer::Analyst, 0, OverrideKind::Value, 1)}, job));
}

void OverridesTest::questionsAreTold()
{
    SeriesQuery query;
    query.by = GroupBy::Item;
    const QString tea = overrideQuestion(query, QStringLiteral("tea"), Step::Day);
    query.keys = {QStringLiteral("tea")};
    query.top = 5;
    QCOMPARE(overrideQuestion(query, QStringLiteral("tea"), Step::Day), tea); // how it was found does not matter
    QVERIFY(overrideQuestion(query, QStringLiteral("mug"), Step::Day) != tea);
    QVERIFY(overrideQuestion(query, QStringLiteral("tea"), Step::Week) != tea);
    query.segment = {QStringLiteral("rfm:loyal")};
    QVERIFY(overrideQuestion(query, QStringLiteral("tea"), Step::Day) != tea);
    query = {};
    query.measure = Measure::Orders;
    query.by = GroupBy::Item;
    QVERIFY(overrideQuestion(query, QStringLiteral("tea"), Step::Day) != tea);
}

/// Days 0 and 1 became 120 and 90. The analyst made 110 of 100 and 110 of 100: errors 20, 10 became 10, 20. The manager made 125 of
/// 110 on day 0: 10 became 5. Day 9 is not known yet.
void OverridesTest::valueAdded()
{
    Series actual;
    actual.axis = days();
    actual.values = {120, 90, missing};
    const QString promotion = QStringLiteral("promotion");
    const QList<OverrideValue> values = overrideValues({one(OverrideLayer::Analyst, 0, OverrideKind::Percent, 10, 100, promotion),
                                                        one(OverrideLayer::Analyst, 1, OverrideKind::Add, 10, 100), one(OverrideLayer::Manager, 0, OverrideKind::Value, 125, 110),
                                                        one(OverrideLayer::Analyst, 2, OverrideKind::Value, 1, 100), one(OverrideLayer::Analyst, 9, OverrideKind::Value, 1, 100)},
                                                       actual);
    QCOMPARE(values.size(), 5);
    QVERIFY(values[0].isTotal && values[1].isTotal && !values[2].isTotal);
    QCOMPARE(values[0].steps, 2);
    QCOMPARE(values[0].better, 1);
    QCOMPARE(values[0].errorBefore, 15.0);
    QVERIFY(std::abs(values[0].errorAfter - 15.0) < 1e-9);
    QCOMPARE(values[1].layer, OverrideLayer::Manager);
    QCOMPARE(values[1].added(), 5.0);
    QVERIFY(values[2].reason.isEmpty()); // made without one: day 1, where 10 became 20
    QCOMPARE(values[2].steps, 1);
    QCOMPARE(values[2].added(), -10.0);
    QCOMPARE(values[3].reason, promotion);
    QVERIFY(std::abs(values[3].added() - 10.0) < 1e-9);
    QCOMPARE(values[4].layer, OverrideLayer::Manager);
    const QJsonObject json = overrideValuesJson(values);
    QCOMPARE(json[QStringLiteral("layers")].toArray().size(), 2);
    QVERIFY(!json[QStringLiteral("layers")][0].toObject().contains(QStringLiteral("reason")));
    QVERIFY(json[QStringLiteral("reasons")][0][QStringLiteral("reason")].isNull());
    QCOMPARE(json[QStringLiteral("reasons")][1][QStringLiteral("reason")].toString(), promotion);
}

FORETRAIL_TEST_MAIN(OverridesTest, QCoreApplication)
#include "tst_overrides.moc"
