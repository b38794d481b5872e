// Every verb of the real program on the sample shop, its figures computed a second time here from what it wrote.
#include "core/training/Experiment.h"
#include "tests/cli/CliRun.h"

#include <csignal>

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliVerbs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void helpOfEachVerb_data();
    void helpOfEachVerb();
    void sampleIsTheSameForASeed();
    void seriesAddUp();
    void forecastErrorsEqualTheTable_data();
    void forecastErrorsEqualTheTable();
    void forecastLooksAhead();
    void forecastKeepsToLimits();
    void forecastOfSeveralSeries();
    void forecastEqualsTheFunctionsOfTheWindow();
    void tableAndObjectDoNotMix();
    void backtestPoolsItsTable();
    void backtestWritesTables();
    void trainListExport();
    void profileOfAUser();
    void importTellsWhatBecameOfEachRow();
    void importTwiceStoresNothingNew();
    void signalsCancel_data();
    void signalsCancel();
    void onlineRetail();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        test::writeAll(path(name), content);
        return path(name);
    }
    QTemporaryDir m_folder;
    QString m_shop;
};

namespace {

const QStringList metricKeys{QStringLiteral("MAE"), QStringLiteral("RMSE"), QStringLiteral("WAPE"), QStringLiteral("sMAPE"),
                             QStringLiteral("MASE"), QStringLiteral("bias"), QStringLiteral("coverage80"), QStringLiteral("coverage95")};

bool isClose(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)); }

/// The errors of a forecast table against the observations of a series table, by their definitions.
QMap<QString, double> scored(const QList<QStringList> &forecast, const QList<QStringList> &series, int holdout, int season)
{
    QList<double> values;
    QHash<QString, double> at;
    for (const QStringList &row : series.mid(1)) {
        values << row[2].toDouble();
        at[row[1]] = row[2].toDouble();
    }
    const qsizetype training = values.size() - holdout;
    double scale = 0;
    for (qsizetype t = season; t < training; ++t)
        scale += std::abs(values[t] - values[t - season]);
    scale /= double(training - season);
    double absolute = 0, squared = 0, size = 0, symmetric = 0, sum = 0, in80 = 0, in95 = 0, n = 0;
    for (const QStringList &row : forecast.mid(1)) {
        if (!at.contains(row[2]))
            continue;
        const double y = at[row[2]];
        const double f = row[4].toDouble();
        absolute += std::abs(y - f), squared += (y - f) * (y - f), size += std::abs(y), sum += y - f;
        symmetric += std::abs(y) + std::abs(f) > 0 ? 200 * std::abs(y - f) / (std::abs(y) + std::abs(f)) : 0;
        in80 += y >= row[5].toDouble() && y <= row[6].toDouble();
        in95 += y >= row[7].toDouble() && y <= row[8].toDouble();
        ++n;
    }
    return {{metricKeys[0], absolute / n}, {metricKeys[1], std::sqrt(squared / n)}, {metricKeys[2], absolute / size},
            {metricKeys[3], symmetric / n}, {metricKeys[4], absolute / n / scale}, {metricKeys[5], sum / size},
            {metricKeys[6], in80 / n}, {metricKeys[7], in95 / n}};
}

} // namespace

void TestCliVerbs::initTestCase()
{
    QVERIFY2(QFile::exists(test::cliProgram()), "the command line is not built");
    m_shop = path(QStringLiteral("shop.foretrail"));
    const CliRun made = runCli({QStringLiteral("sample"), m_shop, QStringLiteral("--json")});
    VERIFY_CODE(made, 0);
    QVERIFY(made.json()[QStringLiteral("events")].toInt() > 50'000);
}

void TestCliVerbs::helpOfEachVerb_data()
{
    QTest::addColumn<QString>("option");
    const std::pair<const char *, const char *> verbs[] = {
        {"import", "--date-format"}, {"series", "--measure"}, {"forecast", "--holdout"}, {"backtest", "--folds"},
        {"train", "--spec"}, {"runs", "--json"}, {"profile", "--user"}, {"customers", "--calibration-end"}, {"export", "--format"}, {"report", "--template"}, {"sample", "--size"}, {"prepare", "--prove"}, {"recipes", "--export"},
        {"exceptions", "--top"}, {"reconcile", "--method"}, {"overrides", "--set"}, {"explain", "--horizon"}, {"what-if", "--change"}, {"campaign", "evaluate"}};
    for (const auto &[verb, option] : verbs)
        QTest::newRow(verb) << QString::fromLatin1(option);
}

void TestCliVerbs::helpOfEachVerb()
{
    QFETCH(QString, option);
    const CliRun help = runCli({QString::fromLatin1(QTest::currentDataTag()), QStringLiteral("--help")});
    VERIFY_CODE(help, 0);
    QVERIFY(help.out.contains(option.toUtf8()));
    QVERIFY(help.err.isEmpty());
}

void TestCliVerbs::sampleIsTheSameForASeed()
{
    QList<QByteArray> tables;
    for (const auto &[name, seed] : {std::pair{"a", "5"}, std::pair{"b", "5"}, std::pair{"c", "6"}}) {
        const QString file = path(QString::fromLatin1(name) + QStringLiteral(".foretrail"));
        VERIFY_CODE(runCli({QStringLiteral("sample"), file, QStringLiteral("--seed"), QString::fromLatin1(seed)}), 0);
        tables << runCli({QStringLiteral("series"), file, QStringLiteral("--by"), QStringLiteral("item")}).out;
    }
    QVERIFY(tables[0].size() > 100'000);
    QVERIFY(tables[0] == tables[1]);
    QVERIFY(tables[0] != tables[2]);
}

void TestCliVerbs::seriesAddUp()
{
    const auto sum = [&](const QStringList &options) {
        double total = 0;
        for (const QStringList &row : CliRun::table(runCli(QStringList{QStringLiteral("series"), m_shop} + options).out).mid(1))
            total += row[2].toDouble();
        return total;
    };
    const double total = sum({});
    QVERIFY(total > 100'000);
    for (const char *by : {"item", "category", "kind", "attr:Country"})
        QVERIFY2(std::abs(sum({QStringLiteral("--by"), QString::fromLatin1(by)}) - total) < 0.01, by);
    QVERIFY(std::abs(sum({QStringLiteral("--step"), QStringLiteral("month")}) - total) < 0.01);
}

void TestCliVerbs::forecastErrorsEqualTheTable_data()
{
    QTest::addColumn<int>("horizon");
    QTest::addColumn<int>("holdout");
    QTest::newRow("all of the horizon is judged") << 28 << 28;
    QTest::newRow("the horizon ends before the data") << 14 << 35;
    QTest::newRow("the horizon reaches past the data") << 28 << 10;
}

void TestCliVerbs::forecastErrorsEqualTheTable()
{
    QFETCH(int, horizon);
    QFETCH(int, holdout);
    const QString csv = path(QStringLiteral("f.csv"));
    const CliRun run = runCli(QStringLiteral("forecast %1 --model ar-fourier --by total --step day --horizon %2 --holdout %3 --out %4 --json")
                                  .arg(m_shop).arg(horizon).arg(holdout).arg(csv));
    VERIFY_CODE(run, 0);
    const QList<QStringList> forecast = CliRun::table(test::readAll(csv));
    QCOMPARE(forecast[0].join(u','), QStringLiteral("series,h,time,model,mean,lo80,hi80,lo95,hi95"));
    QCOMPARE(forecast.size(), horizon + 1);
    QCOMPARE(forecast[1][1], QStringLiteral("1"));
    const QList<QStringList> series = CliRun::table(runCli({QStringLiteral("series"), m_shop}).out);
    QCOMPARE(forecast[1][2], series[series.size() - holdout][1]); // the first step after the origin
    const QMap<QString, double> expected = scored(forecast, series, holdout, 7);
    const QJsonObject model = run.json()[QStringLiteral("models")][0].toObject();
    QCOMPARE(model[QStringLiteral("model")].toString(), QStringLiteral("ar-fourier"));
    QCOMPARE(model[QStringLiteral("count")].toInt(), std::min(horizon, holdout));
    for (auto it = expected.cbegin(); it != expected.cend(); ++it)
        QVERIFY2(isClose(model[it.key()].toDouble(), it.value()),
                 qPrintable(QStringLiteral("%1: %2, by hand %3").arg(it.key()).arg(model[it.key()].toDouble()).arg(it.value())));
    const QJsonObject baseline = run.json()[QStringLiteral("baseline")].toObject();
    QCOMPARE(baseline[QStringLiteral("model")].toString(), QStringLiteral("mean")); // of the sample shop closer than its last week
    QVERIFY(baseline[QStringLiteral("WAPE")].toDouble() > 0);
    QVERIFY(run.json()[QStringLiteral("sentence")].toString().contains(QStringLiteral("WAPE")));
    QCOMPARE(run.json()[QStringLiteral("threads")].toInt(), 1);
    QVERIFY(run.json().contains(QStringLiteral("seconds")));
}

void TestCliVerbs::forecastLooksAhead()
{
    const CliRun run = runCli(QStringLiteral("forecast %1 --model snaive --horizon 3 --levels 50,90").arg(m_shop));
    VERIFY_CODE(run, 0);
    const QList<QStringList> rows = CliRun::table(run.out);
    QCOMPARE(rows[0].join(u','), QStringLiteral("series,h,time,model,mean,lo50,hi50,lo90,hi90"));
    QCOMPARE(rows.size(), 4);
    const QList<QStringList> series = CliRun::table(runCli({QStringLiteral("series"), m_shop}).out);
    QCOMPARE(rows[1][2], QStringLiteral("2026-01-01")); // the sample ends with 2025
    for (int h = 1; h <= 3; ++h) // the seasonal naive repeats the last week
        QCOMPARE(rows[h][4].toDouble(), series[series.size() - 8 + h][2].toDouble());
}

void TestCliVerbs::forecastKeepsToLimits()
{
    // What the plain forecast says, rounded outwards and held from 900 to 2000.
    const QString line = QStringLiteral("forecast %1 --model ar --horizon 7").arg(m_shop);
    const QList<QStringList> plain = CliRun::table(runCli(line).out);
    const QList<QStringList> limited = CliRun::table(runCli(line + QStringLiteral(" --floor 899.5 --cap 2000 --whole")).out);
    QCOMPARE(limited.size(), 8);
    const auto within = [](double value) { return std::clamp(value, 900.0, 2000.0); };
    for (int h = 1; h <= 7; ++h) {
        QCOMPARE(limited[h][4].toDouble(), within(std::round(plain[h][4].toDouble())));
        for (int low : {5, 7}) {
            QCOMPARE(limited[h][low].toDouble(), within(std::floor(plain[h][low].toDouble())));
            QCOMPARE(limited[h][low + 1].toDouble(), within(std::ceil(plain[h][low + 1].toDouble())));
        }
    }
    QCOMPARE(CliRun::table(runCli(line + QStringLiteral(" --cap -5")).out)[1][4].toDouble(), -5.0);
    const CliRun backtest = runCli(QStringLiteral("backtest %1 --model naive --horizon 7 --folds 2 --cap 0 --json").arg(m_shop));
    VERIFY_CODE(backtest, 0);
    QCOMPARE(backtest.json()[QStringLiteral("models")][0][QStringLiteral("WAPE")].toDouble(), 1.0); // zero for everything
    const CliRun crossed = runCli(line + QStringLiteral(" --floor 5 --cap 3"));
    QVERIFY(crossed.code != 0);
    QVERIFY2(crossed.message().contains(QStringLiteral("limits.floor: 5 is above the cap of 3")), qPrintable(crossed.message()));
    for (const char *wrong : {"inf", "nan", "much"}) {
        const CliRun refused = runCli(line + QStringLiteral(" --cap ") + QLatin1String(wrong));
        VERIFY_CODE(refused, 2);
        QVERIFY2(refused.message().contains(QStringLiteral("--cap")), qPrintable(refused.message()));
    }
    const QString spec = write(QStringLiteral("limits.json"), R"({"model": "naive", "horizon": 7, "limits": {"cap": 1, "whole": true}})");
    const CliRun trained = runCli(QStringLiteral("train %1 --spec %2 --floor 1 --json").arg(m_shop, spec));
    VERIFY_CODE(trained, 0);
    const QJsonObject limits = trained.json()[QStringLiteral("spec")][QStringLiteral("limits")].toObject();
    QCOMPARE(limits, (QJsonObject{{QStringLiteral("floor"), 1}, {QStringLiteral("cap"), 1}, {QStringLiteral("whole"), true}}));
}

void TestCliVerbs::forecastOfSeveralSeries()
{
    const QString csv = path(QStringLiteral("many.csv"));
    const CliRun run = runCli(QStringLiteral("forecast %1 --model mean --by attr:Country --all --step week --horizon 4 --holdout 4 --out %2 --json")
                                  .arg(m_shop, csv));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("series")].toInt(), 6);
    QCOMPARE(CliRun::table(test::readAll(csv)).size(), 6 * 4 + 1);
    QCOMPARE(run.json()[QStringLiteral("models")][0][QStringLiteral("count")].toInt(), 24);
    // Shared among three threads it is the same table.
    const QByteArray table = test::readAll(csv);
    const CliRun shared = runCli(QStringLiteral("forecast %1 --model mean --by attr:Country --all --step week --horizon 4 --holdout 4 --out %2 --json --workers 3")
                                     .arg(m_shop, csv));
    VERIFY_CODE(shared, 0);
    QCOMPARE(shared.json()[QStringLiteral("threads")].toInt(), 3);
    QCOMPARE(test::readAll(csv), table);
    const CliRun top = runCli(QStringLiteral("forecast %1 --model mean --by item --top 2 --horizon 2").arg(m_shop));
    QCOMPARE(CliRun::table(top.out).size(), 5);
    const CliRun one = runCli(QStringLiteral("forecast %1 --model mean --by item --series HOM-0001 --horizon 2").arg(m_shop));
    QCOMPARE(CliRun::table(one.out).value(1).value(0), QStringLiteral("HOM-0001"));
}

void TestCliVerbs::forecastEqualsTheFunctionsOfTheWindow()
{
    TrainingSpec spec;
    spec.query.by = GroupBy::Category;
    spec.query.keys = {QStringLiteral("Kitchen")};
    spec.query.step = Step::Week;
    spec.model.model = QStringLiteral("ar-fourier");
    spec.model.seed = 9;
    spec.horizon = 6;
    spec.split.test = 6;
    const QString file = write(QStringLiteral("window.json"), QJsonDocument(spec.toJson()).toJson());
    Result<Workspace> workspace = Workspace::open(m_shop);
    VERIFY_RESULT(workspace);
    JobContext job;
    const Result<QList<ForecastOutcome>> outcomes = forecastFromWorkspace(*workspace, spec, job);
    VERIFY_RESULT(outcomes);
    const QString csv = path(QStringLiteral("w.csv"));
    const CliRun run = runCli(QStringLiteral("forecast %1 --spec %2 --out %3 --json").arg(m_shop, file, csv));
    VERIFY_CODE(run, 0);
    const QList<QStringList> rows = CliRun::table(test::readAll(csv));
    QCOMPARE(rows.size(), 7);
    for (int h = 1; h <= 6; ++h)
        QCOMPARE(rows[h][4].toDouble(), outcomes->front().future.mean[size_t(h - 1)]);
    QCOMPARE(run.json()[QStringLiteral("models")][0][QStringLiteral("WAPE")].toDouble(), outcomes->front().metrics.wape);
}

void TestCliVerbs::tableAndObjectDoNotMix()
{
    VERIFY_CODE(runCli(QStringLiteral("forecast %1 --model naive --out - --json").arg(m_shop)), 2);
    const CliRun object = runCli(QStringLiteral("forecast %1 --model naive --json").arg(m_shop));
    VERIFY_CODE(object, 0);
    QVERIFY(!object.json().isEmpty()); // nothing but the object is on standard output
}

void TestCliVerbs::backtestPoolsItsTable()
{
    const QString csv = path(QStringLiteral("scores.csv"));
    const CliRun run = runCli(QStringLiteral("backtest %1 --model ses,drift --horizon 5 --folds 4 --out %2 --json").arg(m_shop, csv));
    VERIFY_CODE(run, 0);
    const QList<QStringList> rows = CliRun::table(test::readAll(csv));
    QCOMPARE(rows[0].join(u','), QStringLiteral("series,model,fold,h,MAE,RMSE,WAPE,sMAPE,MASE,bias,coverage80,coverage95,MAPE,RMSSE,pinball0.025,pinball0.1,"
                                                "pinball0.5,pinball0.9,pinball0.975,CRPS,winkler80,winkler95,MSIS95,skill,time"));
    QCOMPARE(rows.back().back(), QStringLiteral("2025-12-31")); // the sample ends with 2025
    QCOMPARE(rows.size(), 1 + 3 * 4 * (5 + 1)); // the baseline is always among them
    double sum = 0;
    int count = 0;
    for (const QStringList &row : rows.mid(1)) {
        bool isStep = false;
        row[3].toInt(&isStep);
        if (row[1] == QLatin1String("ses") && isStep && row[3] != QLatin1String("0")) {
            sum += row[4].toDouble();
            ++count;
        }
    }
    QCOMPARE(count, 20);
    const QJsonArray models = run.json()[QStringLiteral("models")].toArray();
    QCOMPARE(models.size(), 2);
    QVERIFY(isClose(models[0][QStringLiteral("MAE")].toDouble(), sum / 20));
    QCOMPARE(run.json()[QStringLiteral("baseline")][QStringLiteral("model")].toString(), QStringLiteral("mean"));
    QVERIFY(!models[0].toObject().contains(QStringLiteral("OWA")));
    QCOMPARE(models[0][QStringLiteral("comparison")][QStringLiteral("folds")].toInt(), 4);
    const CliRun competed = runCli(QStringLiteral("backtest %1 --model mean,naive2 --horizon 5 --folds 4 --json").arg(m_shop));
    QCOMPARE(competed.json()[QStringLiteral("models")][1][QStringLiteral("OWA")].toDouble(), 1.0);
    QVERIFY(competed.json()[QStringLiteral("models")][0][QStringLiteral("OWA")].toDouble() > 0);
}

void TestCliVerbs::backtestWritesTables()
{
    const QString scores = path(QStringLiteral("s.csv")), tables = path(QStringLiteral("t.csv"));
    const CliRun run = runCli(QStringLiteral("backtest %1 --model drift --horizon 4 --folds 3 --stride 2 --window sliding --window-length 60 --refit once "
                                             "--by attr:Country --all --out %2 --tables %3 --json").arg(m_shop, scores, tables));
    VERIFY_CODE(run, 0);
    const QList<QStringList> rows = CliRun::table(test::readAll(tables));
    QCOMPARE(rows[0].mid(0, 4).join(u','), QStringLiteral("by,group,model,MAE"));
    QCOMPARE(rows[0].mid(rows[0].size() - 3).join(u','), QStringLiteral("skill,count,p"));
    // Two models: four steps, three folds, six countries; origins 8, 6 and 4 days before the end judge eight days, all weekdays.
    QCOMPARE(rows.size(), 1 + 2 * (4 + 3 + 6 + 7));
    double sum = 0; // of the second step, anew from the scores
    for (const QStringList &row : CliRun::table(test::readAll(scores)).mid(1))
        sum += row[1] == QLatin1String("drift") && row[3] == QLatin1String("2") ? row[4].toDouble() : 0;
    const QJsonObject json = run.json();
    const QJsonValue second = json[QStringLiteral("by_step")][2];
    QCOMPARE(second[QStringLiteral("group")].toString(), QStringLiteral("2"));
    QCOMPARE(second[QStringLiteral("count")].toInt(), 18);
    QVERIFY(isClose(second[QStringLiteral("MAE")].toDouble(), sum / 18));
    QVERIFY(isClose(rows[3][3].toDouble(), sum / 18));
    QCOMPARE(json[QStringLiteral("by_series")].toArray().size(), 12);
    QVERIFY(json[QStringLiteral("by_series")][0][QStringLiteral("MASE")].toDouble() >= json[QStringLiteral("by_series")][10][QStringLiteral("MASE")].toDouble());
    QCOMPARE(json[QStringLiteral("by_weekday")].toArray().size(), 14);
    VERIFY_CODE(runCli(QStringLiteral("backtest %1 --model drift --window-length 60").arg(m_shop)), 2);
    VERIFY_CODE(runCli(QStringLiteral("backtest %1 --model drift --refit never").arg(m_shop)), 2);
    VERIFY_CODE(runCli(QStringLiteral("backtest %1 --model drift --tables -").arg(m_shop)), 2);
}

void TestCliVerbs::trainListExport()
{
    const QString spec = write(QStringLiteral("spec.json"), R"({"model": "ar", "measure": "revenue", "by": "total", "step": "day",
        "horizon": 14, "split": {"test": 14}})");
    const CliRun trained = runCli(QStringLiteral("train %1 --spec %2 --json").arg(m_shop, spec));
    VERIFY_CODE(trained, 0);
    const int id = trained.json()[QStringLiteral("run")].toInt();
    QVERIFY(id > 0);
    const CliRun listed = runCli(QStringLiteral("runs %1 --json").arg(m_shop));
    QCOMPARE(listed.json()[QStringLiteral("runs")][0][QStringLiteral("run")].toInt(), id);
    const auto exported = [&](const char *format) {
        const QString out = path(QStringLiteral("picture.") + QLatin1String(format));
        const CliRun run = runCli(QStringLiteral("export %1 --run %2 --series total --format %3 --out %4")
                                      .arg(m_shop).arg(id).arg(QLatin1String(format), out));
        return run.code == 0 ? test::readAll(out) : QByteArray("failed: ") + run.err;
    };
    QVERIFY(exported("png").startsWith("\x89PNG"));
    QVERIFY(exported("svg").contains("<svg"));
    QVERIFY(exported("pdf").startsWith("%PDF"));
    QVERIFY(exported("xlsx").startsWith("PK"));
    const QList<QStringList> table = CliRun::table(exported("csv"));
    QCOMPARE(table.value(0).value(0), QStringLiteral("series"));
    QCOMPARE(table.size(), 15);
    const QByteArray file = exported("run");
    QVERIFY2(file.contains("\"foretrail-run\""), file.left(200).constData());
    const CliRun taken = runCli(QStringLiteral("import-run %1 %2").arg(m_shop, path(QStringLiteral("picture.run"))));
    VERIFY_CODE(taken, 0);
    const QJsonArray before = listed.json()[QStringLiteral("runs")].toArray();
    const QJsonArray after = runCli(QStringLiteral("runs %1 --json").arg(m_shop)).json()[QStringLiteral("runs")].toArray();
    QCOMPARE(after.size(), before.size() + 1);
    int same = 0;
    for (const QJsonValue &one : after)
        same += one[QStringLiteral("created")] == before[0][QStringLiteral("created")] && one[QStringLiteral("metrics")] == before[0][QStringLiteral("metrics")]
                && one[QStringLiteral("spec")] == before[0][QStringLiteral("spec")] && one[QStringLiteral("data")] == before[0][QStringLiteral("data")];
    QCOMPARE(same, 2);
    VERIFY_CODE(runCli(QStringLiteral("import-run %1 %2").arg(m_shop, path(QStringLiteral("picture.svg")))), 1);
    // Without a spec file a model is named as for the other verbs, and the question is theirs.
    const CliRun plain = runCli(QStringLiteral("train %1 --model snaive --horizon 9 --measure quantity --json").arg(m_shop));
    VERIFY_CODE(plain, 0);
    QCOMPARE(plain.json()[QStringLiteral("model")].toString(), QStringLiteral("snaive"));
    QCOMPARE(plain.json()[QStringLiteral("spec")][QStringLiteral("horizon")].toInt(), 9);
    QCOMPARE(plain.json()[QStringLiteral("spec")][QStringLiteral("measure")].toString(), QStringLiteral("quantity"));
    VERIFY_CODE(runCli(QStringLiteral("train %1 --resume 7").arg(m_shop)), 1);
    const CliRun accuracy = runCli(QStringLiteral("runs %1 --accuracy").arg(m_shop));
    VERIFY_CODE(accuracy, 0);
    const QList<QByteArray> lines = accuracy.out.split('\n');
    QCOMPARE(lines[0], QByteArray("series\trun\tname\torigin\th\tsteps\tMAE\tWAPE\tbias\twhy"));
    QVERIFY(lines.size() > 2 && lines[1].split('\t').size() == 10);
    QCOMPARE(lines[1].split('\t')[4], QByteArray("all"));
    const CliRun absent = runCli(QStringLiteral("export %1 --run 999 --series total --format csv --out %2").arg(m_shop, path(QStringLiteral("no.csv"))));
    VERIFY_CODE(absent, 1);
    QVERIFY(!QFile::exists(path(QStringLiteral("no.csv"))));
}

void TestCliVerbs::profileOfAUser()
{
    const CliRun run = runCli(QStringLiteral("profile %1 --user U000010 --json").arg(m_shop));
    VERIFY_CODE(run, 0);
    const QJsonObject json = run.json();
    for (const char *key : {"user", "first_seen", "last_seen", "recency_days", "frequency", "monetary", "usual_gap_days", "kinds",
                            "top_items", "top_categories", "activity", "forecast", "outlook", "timeline", "note"})
        QVERIFY2(json.contains(QLatin1String(key)), key);
    QCOMPARE(json[QStringLiteral("timeline")].toArray().size(), json[QStringLiteral("events")].toInt());
    const CliRun stranger = runCli(QStringLiteral("profile %1 --user U00001X --json").arg(m_shop));
    VERIFY_CODE(stranger, 1);
    QVERIFY(stranger.err.contains("U0000"));
    QVERIFY(stranger.out.isEmpty());
}

void TestCliVerbs::importTellsWhatBecameOfEachRow()
{
    // 6 rows: one twice, one with a date that does not exist; 2 * 3.00 + 1 * 4.50 + 1 * 4.50 - 1 * 3.00 = 12.00 read, 7.50 stored.
    const QString log = write(QStringLiteral("log.csv"), "date,customer,product,quantity,unit price\n"
                                                         "2024-01-02 10:00:00,ann,A,2,3.00\n2024-01-02 10:05:00,bob,B,1,4.50\n"
                                                         "2024-01-02 10:05:00,bob,B,1,4.50\n2024-01-03 10:00:00,ann,A,-1,3.00\n"
                                                         "2024-13-03 10:00:00,ann,A,1,3.00\n2024-01-04 11:00:00,cat,C,1,0\n");
    const QString workspace = path(QStringLiteral("rows.foretrail"));
    const QString rejects = path(QStringLiteral("rejects.csv"));
    const CliRun run = runCli({QStringLiteral("import"), workspace, log, QStringLiteral("--rejects"), rejects, QStringLiteral("--json"),
                               QStringLiteral("--date-format"), QStringLiteral("yyyy-MM-dd HH:mm:ss"),
                               QStringLiteral("--map"), QStringLiteral("time=date,user=customer,item=product,quantity=quantity,price=unit price")});
    VERIFY_CODE(run, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json[QStringLiteral("read")].toInt(), 6);
    QCOMPARE(json[QStringLiteral("stored")].toInt(), 4);
    QCOMPARE(json[QStringLiteral("duplicate")].toInt(), 1);
    QCOMPARE(json[QStringLiteral("rejected")].toInt(), 1);
    QCOMPARE(json[QStringLiteral("filtered")].toInt(), 0);
    QCOMPARE(json[QStringLiteral("net_revenue_read")].toDouble(), 12.0);
    QCOMPARE(json[QStringLiteral("net_revenue_stored")].toDouble(), 7.5);
    QCOMPARE(json[QStringLiteral("files")].toArray().size(), 1);
    const QList<QStringList> rows = CliRun::table(test::readAll(rejects));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1][0], QStringLiteral("6"));
    QCOMPARE(rows[1][1], QStringLiteral("date"));
}

void TestCliVerbs::importTwiceStoresNothingNew()
{
    const QString log = write(QStringLiteral("twice.csv"), "date,customer,product,quantity,price\n2024-01-02 10:00:00,ann,A,2,3.00\n"
                                                           "2024-01-03 10:05:00,bob,B,1,4.50\n");
    const QString workspace = path(QStringLiteral("twice.foretrail"));
    const CliRun both = runCli({QStringLiteral("import"), workspace, log, log, QStringLiteral("--json")});
    VERIFY_CODE(both, 0);
    QCOMPARE(both.json()[QStringLiteral("read")].toInt(), 4);
    QCOMPARE(both.json()[QStringLiteral("stored")].toInt(), 2);
    QCOMPARE(both.json()[QStringLiteral("duplicate")].toInt(), 2);
    QCOMPARE(both.json()[QStringLiteral("files")].toArray().size(), 2);
}

void TestCliVerbs::signalsCancel_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("interrupt") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
}

void TestCliVerbs::signalsCancel()
{
    QFETCH(int, signal);
    const QString file = path(QStringLiteral("big%1.foretrail").arg(signal));
    QProcess process;
    process.start(test::cliProgram(), {QStringLiteral("sample"), file, QStringLiteral("--size"), QStringLiteral("large")});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 60'000); // handlers are set before the file is made
    ::kill(pid_t(process.processId()), signal);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(!QFile::exists(file));
    QVERIFY(process.readAllStandardOutput().isEmpty());
}

// The figures of the file are those of its description: counted apart from this program.
void TestCliVerbs::onlineRetail()
{
    const QString log = test::sharedFile(QStringLiteral("online_retail/online_retail_2010-12_to_2011-09.csv.gz"));
    if (log.isEmpty())
        QSKIP("the Online Retail log is not beside the project");
    const QString workspace = path(QStringLiteral("retail.foretrail"));
    const CliRun imported = runCli({QStringLiteral("import"), workspace, log, QStringLiteral("--json")});
    VERIFY_CODE(imported, 0);
    const QJsonObject json = imported.json();
    QCOMPARE(json[QStringLiteral("read")].toInt(), 370'931);
    QCOMPARE(json[QStringLiteral("duplicate")].toInt(), 2'848);
    QCOMPARE(json[QStringLiteral("stored")].toInt(), 368'083);
    QCOMPARE(json[QStringLiteral("rejected")].toInt(), 0);
    QVERIFY(std::abs(json[QStringLiteral("net_revenue_read")].toDouble() - 6'781'619.00) < 0.005);
    QVERIFY(std::abs(json[QStringLiteral("net_revenue_stored")].toDouble() - 6'767'791.86) < 0.005);
    const QString csv = path(QStringLiteral("retail.csv"));
    const CliRun run = runCli(QStringLiteral("forecast %1 --model ar-fourier --by total --step day --horizon 28 --holdout 28 --out %2 --json").arg(workspace, csv));
    VERIFY_CODE(run, 0);
    const QMap<QString, double> expected = scored(CliRun::table(test::readAll(csv)),
                                                  CliRun::table(runCli({QStringLiteral("series"), workspace}).out), 28, 7);
    for (auto it = expected.cbegin(); it != expected.cend(); ++it)
        QVERIFY2(isClose(run.json()[QStringLiteral("models")][0][it.key()].toDouble(), it.value()), qPrintable(it.key()));
    const QJsonObject result = run.json();
    QVERIFY2(result[QStringLiteral("models")][0][QStringLiteral("WAPE")].toDouble()
                 < result[QStringLiteral("baseline")][QStringLiteral("WAPE")].toDouble(),
             qPrintable(result[QStringLiteral("sentence")].toString()));
}

FORETRAIL_TEST_MAIN(TestCliVerbs, QCoreApplication)
#include "tst_cli_verbs.moc"
