// A network over all items that sees a price beside each: trained in the window and on the command line with the same numbers, and
// closer than without the price where the price is what sells.
#include "tests/ui/TrainDesk.h"

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int items = 5, days = 140, daysAhead = 7;
constexpr UtcMs firstDay = 1'704'067'200'000; // 2024-01-01, a Monday

std::string itemKey(int item) { return std::string(1, char('a' + item)); }

/// 10 or, on days that nothing else tells, 7; known for the days ahead too.
double priceOf(int item, int day)
{
    const unsigned mixed = (unsigned(day) * 2654435761U + unsigned(item) * 40503U) ^ 0x9E3779B9U;
    return (mixed >> 13) % 10 < 3 ? 7 : 10;
}

/// Twice as much at the lower price, and a week.
double soldOf(int item, int day)
{
    static const double week[] = {10, 9, 10, 12, 15, 18, 8};
    return std::round((3 + item) * week[day % 7] * (priceOf(item, day) < 8 ? 2.0 : 1.0));
}

void makePricedShop(const QString &path)
{
    writeFacts(path, [](FactWriter &writer) {
        for (int day = 0; day < days; ++day)
            for (int item = 0; item < items; ++item) {
                const std::string key = itemKey(item);
                EventRow row;
                row.time = firstDay + day * dayMs + 43'200'000;
                row.user = "u1";
                row.item = key;
                row.kind = "purchase";
                row.quantity = soldOf(item, day);
                row.price = priceOf(item, day);
                row.amount = row.quantity * row.price;
                row.fingerprint = quint64(day * items + item + 1);
                VERIFY_RESULT(writer.addEvent(row));
            }
        for (int day = 0; day < days + daysAhead; ++day)
            for (int item = 0; item < items; ++item)
                VERIFY_RESULT(writer.addObservation("price/" + itemKey(item), Step::Day, firstDay + day * dayMs, priceOf(item, day)));
    });
}

TrainingSpec specWithPrice()
{
    TrainingSpec spec;
    spec.query.measure = Measure::Quantity;
    spec.query.by = GroupBy::Item;
    spec.query.keys = {QStringLiteral("a")};
    spec.horizon = daysAhead;
    spec.split.test = daysAhead;
    spec.model.model = QStringLiteral("lstm-global");
    spec.model.global.units = 12;
    spec.model.global.lookback = 14;
    spec.model.global.epochs = 60;
    spec.model.global.learningRate = 0.01;
    spec.model.global.windows = 2000;
    spec.model.global.batch = 64;
    spec.model.global.members = 1;
    spec.recipe.name = QStringLiteral("With the price");
    const QJsonObject price{{QStringLiteral("by"), QStringLiteral("series")}, {QStringLiteral("key"), QStringLiteral("price/{key}")},
                            {QStringLiteral("measure"), QStringLiteral("value")}, {QStringLiteral("name"), QStringLiteral("price")},
                            {QStringLiteral("knownAhead"), true}};
    spec.recipe.steps.append({QStringLiteral("join"), true, {{QStringLiteral("columns"), QJsonArray{price}}}});
    return spec;
}

double wapeOf(const RunRecord &run) { return run.summary.metrics[QStringLiteral("model")][QStringLiteral("WAPE")].toDouble(missing); }

} // namespace

class TrainColumnsTest : public QObject {
    Q_OBJECT
private:
    QString file(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    /// What the command line makes of a spec, on another workspace with the same data.
    RunRecord trainedByTheCommandLine(const char *copy, const QJsonObject &spec) const
    {
        makePricedShop(file(copy));
        writeAll(file("spec.json"), QJsonDocument(spec).toJson());
        QProcess program;
        program.start(cliProgram(), {QStringLiteral("train"), file(copy), QStringLiteral("--spec"), file("spec.json"), QStringLiteral("--json")});
        if (!program.waitForFinished(longMs) || program.exitCode() != 0)
            qWarning("%s", program.readAllStandardError().constData());
        return storedRuns(file(copy)).value(0);
    }
    QTemporaryDir m_dir;

private Q_SLOTS:
    void aPriceThatJoinsCounts();
};

void TrainColumnsTest::aPriceThatJoinsCounts()
{
    if (!QFile::exists(cliProgram()))
        QSKIP("the command-line program is not built");
    makePricedShop(file("shop.foretrail"));
    const TrainingSpec spec = specWithPrice();
    RunRecord inTheWindow;
    {
        Settings(file("settings.ini")).setTrainingSpec(QJsonDocument(spec.toJson()).toJson());
        TrainDesk desk(file("shop.foretrail"), file("settings.ini"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.button("primaryAction")->isEnabled(), longMs);
        desk.session.selection().setSeries(QStringLiteral("a"), QStringLiteral("a"));
        desk.session.selection().setQuestion(spec.query);
        WAIT_QUIET(desk);
        QTRY_VERIFY_WITH_TIMEOUT(desk.button("primaryAction")->isEnabled(), longMs);
        QCOMPARE(desk.find<QComboBox>("trainRecipe")->currentText(), spec.recipe.name);
        desk.press();
        QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
        WAIT_QUIET(desk);
        inTheWindow = storedRuns(file("shop.foretrail")).value(0);
    }
    QCOMPARE(inTheWindow.summary.seriesKey, QStringLiteral("a"));
    const RunRecord onTheLine = trainedByTheCommandLine("line.foretrail", inTheWindow.summary.spec);
    QCOMPARE(onTheLine.summary.metrics[QStringLiteral("model")], inTheWindow.summary.metrics[QStringLiteral("model")]);
    const QJsonObject band = inTheWindow.outcome[QStringLiteral("test")][QStringLiteral("bands")][1].toObject();
    for (const QJsonValue high : band[QStringLiteral("high")].toArray())
        QVERIFY2(high.toDouble() < 1000, "calm windows of some series must not widen the intervals of others");
    QCOMPARE(onTheLine.weights, inTheWindow.weights);
    QCOMPARE(onTheLine.modelState, inTheWindow.modelState);

    TrainingSpec without = spec;
    without.recipe.steps.clear();
    const RunRecord blind = trainedByTheCommandLine("blind.foretrail", without.toJson());
    QVERIFY2(wapeOf(inTheWindow) < 0.6 * wapeOf(blind), qPrintable(QStringLiteral("%1 with the price, %2 without").arg(wapeOf(inTheWindow)).arg(wapeOf(blind))));
}

FORETRAIL_TEST_MAIN(TrainColumnsTest, QApplication)
#include "tst_traincolumns.moc"
