// Trainings under way: what is drawn of them, what steers them, and how they end or go on later.
#include "tests/ui/TrainDesk.h"

#include <QTabWidget>

using namespace foretrail;
using namespace foretrail::test;

class TrainingsTest : public QObject, private TrainFolders {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTemplates(); }
    void init() { copyTemplates(); }
    void keepsTheLosses();
    void drawsLiveAndStoresNothingWhenStopped();
    void isSteeredWhileItRuns();
    void goesOnInAnotherProgram();
    void drawsEpochsInOtherWays();
    void queuesTrainings();
    void presetsSayWhatTheyCost();
    void findsALearningRate();
    void trainsEveryChosenSeries();
    void learnsOnceForAllChosenSeries();
    void saysThatItDiverged();
    void closingStopsQuietly();
};

void TrainingsTest::keepsTheLosses()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(40);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    const RunRecord run = storedRuns(m_shop).value(0);
    QCOMPARE(run.epochs.size(), 40);
    QTRY_COMPARE(points(desk.chart()), 40);
    const ChartContent &content = desk.chart()->content();
    QCOMPARE(content.indexTitle, QStringLiteral("Epoch"));
    QCOMPARE(content.curves.size(), 2);
    QVERIFY(content.curves[0].role != content.curves[1].role); // another dash
    for (qsizetype i = 0; i < 40; ++i) {
        QCOMPARE(content.curves[0].values->at(size_t(i)), run.epochs[i].trainingLoss);
        QCOMPARE(content.curves[1].values->at(size_t(i)), run.epochs[i].validationLoss);
    }
    QCOMPARE(content.marks.size(), 1);
}

void TrainingsTest::drawsLiveAndStoresNothingWhenStopped()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(100'000);
    desk.press();
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 1, longMs);
    const qsizetype early = points(desk.chart());
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > early, longMs);
    QTRY_COMPARE(desk.jobRows(), 1); // still running: nobody waits for so many epochs
    QVERIFY2(desk.find<QLabel>("lossLine")->text().contains(QLocale().toString(100'000)), qPrintable(desk.find<QLabel>("lossLine")->text()));
    desk.click("jobStop");
    WAIT_QUIET(desk);
    QTRY_VERIFY(desk.sentence().contains(QStringLiteral("no run was stored")));
    QVERIFY(desk.find<QLabel>("lossLine")->text().contains(QStringLiteral("no run was stored")));
    QVERIFY(points(desk.chart()) > 1); // the curve stays to look at
    QCOMPARE(desk.runs(), 0);
    QVERIFY(storedRuns(m_shop).isEmpty());
}

void TrainingsTest::isSteeredWhileItRuns()
{
    OPEN_DESK(desk);
    QVERIFY(!desk.find<QWidget>("trainingControls")->isVisible());
    desk.chooseSmallNetwork(100'000);
    desk.press();
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 1, longMs);
    QVERIFY(desk.find<QWidget>("trainingControls")->isVisible());
    QVERIFY(!desk.button("stepTraining")->isEnabled());
    desk.click("pauseTraining");
    QCOMPARE(desk.button("pauseTraining")->text(), QStringLiteral("Resume"));
    qsizetype epochs = -1;
    QTRY_VERIFY_WITH_TIMEOUT(std::exchange(epochs, points(desk.chart())) == points(desk.chart()) && !unfinished(m_shop).isEmpty(), longMs);
    QTRY_COMPARE_WITH_TIMEOUT(points(desk.chart()), unfinished(m_shop).value(0).epochs.size(), longMs); // it waits where it was kept
    epochs = points(desk.chart());
    desk.find<QLineEdit>("trainingRate")->setFocus(); // looked at and left: nothing is asked for
    QTest::keyClick(desk.find<QLineEdit>("trainingRate"), Qt::Key_Return);
    desk.click("stepTraining");
    QTRY_COMPARE_WITH_TIMEOUT(points(desk.chart()), epochs + 1, longMs);
    QTRY_COMPARE_WITH_TIMEOUT(unfinished(m_shop).value(0).epochs.value(epochs).learningRate, ModelSpec().learningRate, longMs);
    ++epochs;
    for (const char *wrong : {"50", "0", "much"}) {
        desk.type("trainingRate", QString::fromLatin1(wrong));
        QCOMPARE(desk.find<QLineEdit>("trainingRate")->text(), QStringLiteral("0.001")); // the rate stays, and that is said
        QVERIFY(desk.find<QLabel>("trainingState")->text().startsWith(QString::fromLatin1(wrong)));
    }
    desk.type("trainingRate", QStringLiteral("0.0005"));
    desk.click("stepTraining");
    QTRY_COMPARE_WITH_TIMEOUT(points(desk.chart()), epochs + 1, longMs);
    QTRY_COMPARE_WITH_TIMEOUT(unfinished(m_shop).value(0).epochs.value(epochs).learningRate, 0.0005, longMs);
    desk.click("pauseTraining");
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > epochs + 2, longMs);
    desk.click("keepBestTraining");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    QVERIFY(!desk.find<QWidget>("trainingControls")->isVisible());
    QVERIFY(unfinished(m_shop).isEmpty());
    const RunRecord run = storedRuns(m_shop).value(0);
    QVERIFY(run.epochs.size() > epochs + 2 && run.epochs.size() < 100'000);
    QCOMPARE(run.epochs.back().learningRate, 0.0005);
}

void TrainingsTest::goesOnInAnotherProgram()
{
    qsizetype before = 0;
    {
        OPEN_DESK(desk);
        desk.chooseSmallNetwork(100'000);
        desk.press();
        QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 1, longMs);
        desk.click("pauseTraining");
        QTRY_VERIFY_WITH_TIMEOUT(!unfinished(m_shop).isEmpty(), longMs);
        QVERIFY(!desk.find<QWidget>("unfinishedList")->isVisible()); // it only waits
        desk.click("jobStop");
        WAIT_QUIET(desk);
        before = unfinished(m_shop).value(0).epochs.size();
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>("unfinishedList")->isVisible(), longMs);
    }
    OPEN_DESK(desk);
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>("unfinishedList")->isVisible(), longMs);
    const QString words = desk.find<QLabel>("unfinishedWords")->text();
    QVERIFY2(words.contains(QStringLiteral("stopped after epoch %1").arg(QLocale().toString(before))), qPrintable(words));
    desk.click("resumeTraining");
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > before, longMs);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.find<QWidget>("unfinishedList")->isVisible(), longMs);
    desk.click("keepBestTraining");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    const RunRecord run = storedRuns(m_shop).value(0);
    QVERIFY(run.epochs.size() > before);
    for (qsizetype i = 0; i < run.epochs.size(); ++i)
        QCOMPARE(run.epochs[i].epoch, int(i) + 1);
    QVERIFY(unfinished(m_shop).isEmpty());
}

void TrainingsTest::drawsEpochsInOtherWays()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(12);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    QTRY_COMPARE(points(desk.chart()), 12);
    const std::vector<double> losses = *desk.chart()->content().curves[0].values;
    desk.find<QCheckBox>("lossLogarithmic")->click();
    QVERIFY(desk.chart()->content().isLogarithmic);
    QCOMPARE(*desk.chart()->content().curves[0].values, losses);
    desk.find<QCheckBox>("lossLogarithmic")->click();
    desk.find<QCheckBox>("lossSmoothed")->click();
    QCOMPARE(desk.chart()->content().curves.size(), 4); // the values behind their means
    QCOMPARE(*desk.chart()->content().curves[0].values, losses);
    QCOMPARE(*desk.chart()->content().curves[1].values, smoothed(losses));
    desk.find<QCheckBox>("lossSmoothed")->click();
    auto *curve = desk.find<QComboBox>("epochCurve");
    QVERIFY(desk.find<QCheckBox>("lossSmoothed")->isEnabled());
    curve->setCurrentIndex(int(EpochCurve::LearningRate));
    QVERIFY(!desk.find<QCheckBox>("lossSmoothed")->isEnabled());
    curve->setCurrentIndex(int(EpochCurve::GradientNorm));
    QCOMPARE(desk.chart()->content().curves.size(), 1);
    QVERIFY(std::ranges::all_of(*desk.chart()->content().curves[0].values, [](double norm) { return norm > 0; }));
    curve->setCurrentIndex(int(EpochCurve::LearningRate));
    QCOMPARE(desk.chart()->content().curves[0].values->at(0), ModelSpec().learningRate);
}

void TrainingsTest::queuesTrainings()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(3);
    desk.press();
    desk.type("trainSeed", QStringLiteral("2"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    WAIT_QUIET(desk);
    QCOMPARE(desk.jobRows(), 0);
    QSet<QString> seeds{desk.cell(0, RunsModel::Column::Seed), desk.cell(1, RunsModel::Column::Seed)};
    QCOMPARE(seeds, (QSet<QString>{QStringLiteral("1"), QStringLiteral("2")}));
    QCOMPARE(desk.cell(0, RunsModel::Column::Seed), QStringLiteral("2")); // the newest first
}

void TrainingsTest::presetsSayWhatTheyCost()
{
    OPEN_DESK(desk);
    QVERIFY(!desk.find<QLabel>("trainCost")->isVisible()); // the usual model is no network
    desk.click("presetTeaching");
    QCOMPARE(desk.find<QComboBox>("trainModel")->currentText(), QStringLiteral("lstm"));
    QVERIFY(desk.find<QLabel>("trainCost")->text().startsWith(QStringLiteral("43 parameters.")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>("trainCost")->text().startsWith(QStringLiteral("43 parameters. All epochs take ")), longMs); // by a short measurement
    QCOMPARE(desk.settings.trainingPace(), 0.0);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    const QString cost = desk.find<QLabel>("trainCost")->text();
    QVERIFY2(cost.startsWith(QStringLiteral("43 parameters. All epochs take ")), qPrintable(cost));
    desk.click("presetDaily");
    QCOMPARE(desk.find<QComboBox>("trainModel")->currentText(), QStringLiteral("gru"));
    QCOMPARE(desk.find<QComboBox>("trainSchedule")->currentText(), QStringLiteral("cosine"));
    desk.click("presetGlobal");
    QCOMPARE(desk.find<QComboBox>("trainModel")->currentText(), QStringLiteral("lstm-global"));
    auto *engine = desk.find<QComboBox>("trainEngine");
    engine->setCurrentIndex(engine->findText(QStringLiteral("LibTorch")));
    desk.click("presetQuick");
    QCOMPARE(desk.find<QSpinBox>("trainEpochs")->value(), 20);
    QCOMPARE(desk.find<QComboBox>("trainEngine")->currentText(), QStringLiteral("LibTorch")); // no preset changes what computes
}

void TrainingsTest::findsALearningRate()
{
    OPEN_DESK(desk);
    QVERIFY(!desk.button("findRate")->isVisible());
    desk.chooseSmallNetwork(5);
    desk.click("findRate");
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QDialog>("rateDialog"), longMs);
    QVERIFY(points(desk.find<LineChart>("rateChart")) > 5);
    QVERIFY(desk.find<QLabel>("rateWords")->text().startsWith(QStringLiteral("The loss falls fastest at ")));
    const QString rate = desk.button("useRate")->text().section(QLatin1Char(' '), 1);
    desk.click("useRate");
    QTRY_COMPARE(desk.find<QLineEdit>("trainLearningRate")->text().toDouble(), rate.toDouble());
    QVERIFY(storedRuns(m_shop).isEmpty());
}

void TrainingsTest::trainsEveryChosenSeries()
{
    m_shop = file(QStringLiteral("series.foretrail"));
    OPEN_DESK(desk);
    auto *list = desk.page()->findChild<QListView *>(QStringLiteral("seriesList"));
    QCOMPARE(list->model()->rowCount(), 2);
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(desk.find<QLabel>("trainSeries")->text().contains(QStringLiteral("2 series")));
    desk.chooseModel(QStringLiteral("drift"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    QSet<QString> series{desk.cell(0, RunsModel::Column::Series), desk.cell(1, RunsModel::Column::Series)};
    QCOMPARE(series, (QSet<QString>{QStringLiteral("huge"), QStringLiteral("small")}));
}

// A network over all series is the same whichever of them it forecasts: one training, a run of each.
void TrainingsTest::learnsOnceForAllChosenSeries()
{
    m_shop = file(QStringLiteral("series.foretrail"));
    OPEN_DESK(desk);
    auto *list = desk.page()->findChild<QListView *>(QStringLiteral("seriesList"));
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    desk.chooseModel(QStringLiteral("gru-global"));
    QCOMPARE(desk.find<QLabel>("trainSeries")->text(), QStringLiteral("Learns once from all 2 series; a run for each of the 2 chosen."));
    desk.type("trainGlobalLookback", QStringLiteral("14"));
    desk.type("trainGlobalUnits", QStringLiteral("4"));
    desk.type("trainGlobalMembers", QStringLiteral("1"));
    desk.type("trainGlobalEpochs", QStringLiteral("2"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    WAIT_QUIET(desk);
    const QList<RunRecord> runs = storedRuns(m_shop); // the newest first
    QVERIFY(runs[0].weights == runs[1].weights);
    QCOMPARE((QSet<QString>{runs[0].summary.seriesKey, runs[1].summary.seriesKey}), (QSet<QString>{QStringLiteral("huge"), QStringLiteral("small")}));
    const auto other = std::ranges::find_if(runs, [](const RunRecord &run) { return !run.summary.metrics.value(u"learntWith").isUndefined(); });
    QVERIFY(other != runs.end());
    const QString first = runs[other == runs.begin() ? 1 : 0].summary.name; // it keeps the epochs
    QCOMPARE(other->summary.metrics.value(u"learntWith").toString(), first);
    QCOMPARE(runs[0].epochs.size(), runs[1].epochs.size());
    // A click on the run without epochs of its own says where they are.
    const int row = desk.cell(0, RunsModel::Column::Series) == other->summary.seriesName ? 0 : 1;
    const QTableView *table = desk.table();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(row, int(RunsModel::Column::Series))).center());
    const QString why = QStringLiteral("its epochs are kept with ") + first;
    const auto saysWhy = [&] {
        const auto labels = desk.page()->findChildren<QLabel *>(QStringLiteral("emptySentence"));
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(why); });
    };
    QTRY_VERIFY(saysWhy());
}

void TrainingsTest::saysThatItDiverged()
{
    m_shop = file(QStringLiteral("series.foretrail"));
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(5);
    auto *normalisation = desk.find<QComboBox>("trainNormalisation");
    QTest::keyClick(normalisation, Qt::Key_End);
    QCOMPARE(normalisation->currentData().toString(), QStringLiteral("none"));
    QSignalSpy problems(&desk.session, &AppSession::problem);
    desk.press(); // the largest series is chosen
    QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 1, longMs);
    QVERIFY(!desk.find<QLabel>("lossLine")->text().isEmpty());
    QVERIFY(problems[0][0].toString().contains(desk.find<QLabel>("lossLine")->text()));
    QCOMPARE(desk.runs(), 0);
}

void TrainingsTest::closingStopsQuietly()
{
    {
        OPEN_DESK(desk);
        desk.chooseSmallNetwork(100'000);
        desk.press();
        desk.press();
        QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 0, longMs);
    }
    QVERIFY(storedRuns(m_shop).isEmpty());
}

FORETRAIL_TEST_MAIN(TrainingsTest, QApplication)
#include "tst_trainings.moc"
