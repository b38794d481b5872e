// The verb search, and what a training that goes on does not take.
#include "core/training/Search.h"
#include "tests/cli/CliRun.h"
#include "tests/core/training/DailyShop.h"

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void findsTheSameTwice();
    void printsATable();
    void writesTheBestSettings();
    void goesOnWithWhatIsStored();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void aTrainingThatGoesOnTakesNoOtherSettings_data();
    void aTrainingThatGoesOnTakesNoOtherSettings();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString shop(const QString &name)
    {
        auto workspace = Workspace::create(path(name));
        if (!workspace || !test::addDays(*workspace, 0, 120))
            qFatal("the shop could not be made");
        return path(name);
    }
    CliRun search(const QString &workspace, const QStringList &more)
    {
        return runCli(QStringList{QStringLiteral("search"), workspace, QStringLiteral("--spec"), path(QStringLiteral("start.json")), QStringLiteral("--space"),
                                  path(QStringLiteral("space.json")), QStringLiteral("--seed"), QStringLiteral("5")} + more);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QStringList random3{QStringLiteral("--method"), QStringLiteral("random"), QStringLiteral("--trials"), QStringLiteral("3")};

/// What does not depend on the clock and on what was stored before.
QJsonArray figures(const QJsonObject &report)
{
    QJsonArray trials;
    for (const QJsonValue &trial : report[QStringLiteral("trials")].toArray()) {
        QJsonObject one = trial.toObject();
        one.remove(QStringLiteral("seconds"));
        one.remove(QStringLiteral("run"));
        trials.append(one);
    }
    return trials;
}

} // namespace

void TestCliSearch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    test::writeAll(path(QStringLiteral("start.json")), R"({"model": "gru", "by": "series", "series": "shop", "measure": "value", "lookback": 10, "units": 6,
                                                          "epochs": 4, "patience": 0, "horizon": 14, "split": {"test": 7}})");
    test::writeAll(path(QStringLiteral("space.json")), R"({"units": {"from": 2, "to": 12}, "learningRate": {"from": 0.001, "to": 0.05, "scale": "log"}, "loss": ["mse", "mae"]})");
}

void TestCliSearch::findsTheSameTwice()
{
    const QStringList json = random3 + QStringList{QStringLiteral("--json")};
    const CliRun one = search(shop(QStringLiteral("one.foretrail")), json);
    VERIFY_CODE(one, 0);
    const CliRun other = search(shop(QStringLiteral("other.foretrail")), json + QStringList{QStringLiteral("--threads"), QStringLiteral("1")});
    VERIFY_CODE(other, 0);
    const QJsonArray trials = figures(one.json());
    QCOMPARE(trials.size(), 4); // with the settings at the start
    QCOMPARE(trials, figures(other.json()));
    double least = HUGE_VAL;
    for (const QJsonValue &trial : trials)
        least = std::min(least, trial[QStringLiteral("MAE")].toDouble());
    QCOMPARE(one.json()[QStringLiteral("best")][QStringLiteral("MAE")].toDouble(), least);
    QVERIFY(!one.json()[QStringLiteral("sentence")].toString().isEmpty());
    const QJsonArray runs = runCli(QStringLiteral("runs %1 --json").arg(path(QStringLiteral("one.foretrail")))).json()[QStringLiteral("runs")].toArray();
    QCOMPARE(runs.size(), 4);
    QCOMPARE(runs.last()[QStringLiteral("run")], one.json()[QStringLiteral("trials")][0][QStringLiteral("run")]);
}

void TestCliSearch::printsATable()
{
    const CliRun run = search(shop(QStringLiteral("w.foretrail")), {QStringLiteral("--trials"), QStringLiteral("3")});
    VERIFY_CODE(run, 0);
    const QList<QByteArray> lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 1 + 3 + 1 + 1); // header, the start, three settings, one goes on, a sentence
    QCOMPARE(lines.front(), QByteArray("trial\tepochs\trun\tMAE\tWAPE\tseconds\tlearningRate\tloss\tunits"));
    QCOMPARE(lines[1].split('\t').first(2), (QList<QByteArray>{"0", "4"}));
    QCOMPARE(lines[2].split('\t').first(2), (QList<QByteArray>{"1", "2"}));
    QCOMPARE(lines[5].split('\t')[1], QByteArray("4"));
    QVERIFY(lines.back().contains("validation part"));
}

void TestCliSearch::writesTheBestSettings()
{
    const QString workspace = shop(QStringLiteral("w.foretrail"));
    const CliRun run = search(workspace, random3 + QStringList{QStringLiteral("--json"), QStringLiteral("--best"), path(QStringLiteral("best.json"))});
    VERIFY_CODE(run, 0);
    const CliRun trained = runCli(QStringLiteral("train %1 --spec %2 --json").arg(workspace, path(QStringLiteral("best.json"))));
    VERIFY_CODE(trained, 0);
    QCOMPARE(trained.json()[QStringLiteral("spec")].toObject(), run.json()[QStringLiteral("spec")].toObject());
}

void TestCliSearch::goesOnWithWhatIsStored()
{
    const QString workspace = shop(QStringLiteral("w.foretrail"));
    const QJsonObject first = search(workspace, {QStringLiteral("--method"), QStringLiteral("random"), QStringLiteral("--trials"), QStringLiteral("1"), QStringLiteral("--json")}).json();
    const QJsonObject more = search(workspace, random3 + QStringList{QStringLiteral("--json")}).json();
    const QJsonArray before = first[QStringLiteral("trials")].toArray(), after = more[QStringLiteral("trials")].toArray();
    QCOMPARE(before.size(), 2);
    QCOMPARE(after.size(), 4);
    QCOMPARE(after[0], before[0]); // the same runs
    QCOMPARE(after[1], before[1]);
}

void TestCliSearch::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QTest::newRow("no such way") << words("--method best") << 2 << QStringLiteral("--method");
    QTest::newRow("no trials") << words("--trials 0") << 2 << QStringLiteral("--trials");
    QTest::newRow("a model without epochs") << words("--model theta") << 1 << QStringLiteral("theta does not learn in epochs");
    QTest::newRow("no such series") << words("--by series --series nowhere") << 1 << QStringLiteral("nowhere");
}

void TestCliSearch::saysWhatIsWrong()
{
    QFETCH(QStringList, options);
    QFETCH(int, code);
    QFETCH(QString, said);
    const CliRun run = search(shop(QStringLiteral("w.foretrail")), options);
    VERIFY_CODE(run, code);
    QVERIFY2(run.message().contains(said), qPrintable(run.message()));
}

void TestCliSearch::aTrainingThatGoesOnTakesNoOtherSettings_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    for (const auto &[option, value] : {std::pair{"--horizon", "3"}, std::pair{"--model", "gru"}, std::pair{"--seed", "4"}, std::pair{"--threads", "1"},
                                        std::pair{"--levels", "80"}, std::pair{"--floor", "0"}, std::pair{"--recipe", "standard"}, std::pair{"--series", "shop"}})
        QTest::newRow(option) << QString::fromLatin1(option) << QString::fromLatin1(value);
}

// It was left aside without a word before.
void TestCliSearch::aTrainingThatGoesOnTakesNoOtherSettings()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    const CliRun run = runCli(QStringLiteral("train %1 --resume 1 %2 %3").arg(shop(QStringLiteral("w.foretrail")), option, value));
    VERIFY_CODE(run, 2);
    QVERIFY2(run.message().contains(option) && run.message().contains(QStringLiteral("--resume")), qPrintable(run.message()));
}

FORETRAIL_TEST_MAIN(TestCliSearch, QCoreApplication)
#include "tst_cli_search.moc"
