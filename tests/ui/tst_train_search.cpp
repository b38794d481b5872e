// The search for better settings as a person meets it: the dialog, the line that tells of it, its runs, and the best settings.
#include "core/training/Search.h"
#include "tests/ui/TrainDesk.h"
#include "ui/models/SearchSpaceModel.h"
#include "ui/models/SortedRows.h"

#include <QAbstractProxyModel>

using namespace foretrail;
using namespace foretrail::test;

class TrainSearchTest : public QObject, private TrainFolders {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTemplates(); }
    void init() { copyTemplates(); }
    void onlyForNetworks();
    void theDialogSaysWhatIsWrong();
    void trialsBecomeRuns();
    void goesOnInAnotherProgram();
    void goesOnWithoutAnyRun();

private:
    /// Opens the dialog for a small network and leaves units and learning rate on.
    static void openFor(TrainDesk &desk, int epochs)
    {
        desk.chooseSmallNetwork(epochs);
        desk.click("searchSettings");
        QTRY_VERIFY(desk.find<QDialog>("searchDialog"));
        for (const char *path : {"layers", "lookback", "batch", "dropout"})
            setOn(desk, path, false);
        edit(desk, "units", SearchSpaceModel::Column::From, QStringLiteral("2"));
        edit(desk, "units", SearchSpaceModel::Column::To, QStringLiteral("6"));
    }
    static QModelIndex cellOf(const TrainDesk &desk, const char *path, SearchSpaceModel::Column column)
    {
        const auto *table = desk.find<QTableView>("searchSpace");
        const auto *model = qobject_cast<SearchSpaceModel *>(qobject_cast<QAbstractProxyModel *>(table->model())->sourceModel());
        return shownIn(*table, model->index(model->rowOf(QLatin1String(path)), int(column)));
    }
    static void setOn(const TrainDesk &desk, const char *path, bool isOn)
    {
        desk.find<QTableView>("searchSpace")->model()->setData(cellOf(desk, path, SearchSpaceModel::Column::Setting), isOn ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    }
    static void edit(const TrainDesk &desk, const char *path, SearchSpaceModel::Column column, const QString &text)
    {
        auto *table = desk.find<QTableView>("searchSpace");
        const QModelIndex cell = cellOf(desk, path, column);
        table->setCurrentIndex(cell);
        table->edit(cell);
        auto *editor = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!table->viewport()->findChild<QLineEdit *>());
    }
};

void TrainSearchTest::onlyForNetworks()
{
    OPEN_DESK(desk);
    desk.chooseModel(QStringLiteral("ar"));
    QVERIFY(!desk.button("searchSettings")->isVisible());
    desk.chooseModel(QStringLiteral("gru"));
    QVERIFY(desk.button("searchSettings")->isVisible());
    desk.chooseModel(QStringLiteral("lstm-global"));
    QVERIFY(!desk.button("searchSettings")->isVisible());
    QVERIFY(!desk.find<QWidget>("searchBar")->isVisible());
}

void TrainSearchTest::theDialogSaysWhatIsWrong()
{
    OPEN_DESK(desk);
    openFor(desk, 9);
    const QAbstractItemModelTester tester(desk.find<QTableView>("searchSpace")->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto *problem = desk.find<QLabel>("searchProblem");
    QVERIFY(!problem->isVisible());
    QVERIFY(desk.button("searchStart")->isEnabled());
    QVERIFY2(desk.find<QLabel>("searchInWords")->text().contains(QStringLiteral(", then 3 for 3 epochs, then 1 for 9 epochs.")),
             qPrintable(desk.find<QLabel>("searchInWords")->text()));
    edit(desk, "units", SearchSpaceModel::Column::From, QStringLiteral("7"));
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().startsWith(QStringLiteral("Units: 7 is more than 6")), qPrintable(problem->text()));
    QVERIFY(!desk.button("searchStart")->isEnabled());
    edit(desk, "units", SearchSpaceModel::Column::Choices, QStringLiteral("4, 8"));
    QVERIFY(!problem->isVisible());
    QCOMPARE(cellOf(desk, "units", SearchSpaceModel::Column::From).data().toString(), QString());
    edit(desk, "loss", SearchSpaceModel::Column::Choices, QStringLiteral("mse, best"));
    QVERIFY2(problem->text().startsWith(QStringLiteral("Loss: ")), qPrintable(problem->text()));
    for (const char *path : {"loss", "units", "learningRate"})
        setOn(desk, path, false);
    QVERIFY(problem->text().startsWith(QStringLiteral("Nothing is varied")));
    desk.click("searchUsual");
    QVERIFY(!problem->isVisible());
    desk.find<QLineEdit>("searchName")->clear();
    QVERIFY(!desk.button("searchStart")->isEnabled());
    desk.click("searchClose");
    QTRY_VERIFY(!desk.find<QDialog>("searchDialog"));
    WAIT_QUIET(desk);
    QCOMPARE(desk.runs(), 0);
}

void TrainSearchTest::trialsBecomeRuns()
{
    OPEN_DESK(desk);
    openFor(desk, 3);
    desk.find<QSpinBox>("searchTrials")->setValue(3);
    desk.click("searchStart");
    QTRY_VERIFY(desk.find<QWidget>("searchBar")->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 5, longMs); // the start, three settings, one of them goes on
    WAIT_QUIET(desk);
    const QList<RunRecord> runs = storedRuns(m_shop);
    QCOMPARE(runs.size(), 5);
    QVERIFY2(runs.back().summary.name.startsWith(QStringLiteral("search 1, the start")), qPrintable(runs.back().summary.name));
    QList<RunSummary> summaries;
    for (const RunRecord &run : runs)
        summaries.append(run.summary);
    const SearchReport report = searchesIn(summaries).front();
    QVERIFY(report.isComplete);
    QTRY_VERIFY(desk.find<RunsView>("runsView")->current() == report.best()->run); // its curves are shown
    const QString words = desk.find<QLabel>("searchWords")->text();
    QCOMPARE(words, QStringLiteral("search 1: ") + report.sentence());
    QVERIFY(!desk.button("searchGoOn")->isVisible());
    QVERIFY(!desk.button("searchStop")->isVisible());
    desk.click("presetArticle");
    desk.click("searchUseBest");
    QCOMPARE(desk.find<QSpinBox>("trainUnits")->value(), report.best()->spec.model.units);
    QCOMPARE(desk.find<QLineEdit>("trainLearningRate")->text().toDouble(), report.best()->spec.model.learningRate);
    QCOMPARE(desk.find<QSpinBox>("trainEpochs")->value(), 3); // as many as it began with
    desk.click("searchSettings");
    QTRY_VERIFY(desk.find<QDialog>("searchDialog"));
    QCOMPARE(desk.find<QLineEdit>("searchName")->text(), QStringLiteral("search 2"));
    QCOMPARE(desk.find<QSpinBox>("searchTrials")->value(), 3); // as last time
    QCOMPARE(cellOf(desk, "units", SearchSpaceModel::Column::To).data().toString(), QStringLiteral("6"));
    desk.click("searchClose");
    desk.click("searchHide");
    QVERIFY(!desk.find<QWidget>("searchBar")->isVisible());
}

void TrainSearchTest::goesOnInAnotherProgram()
{
    {
        OPEN_DESK(desk);
        openFor(desk, 2000);
        desk.find<QComboBox>("searchMethod")->setCurrentIndex(1);
        desk.find<QSpinBox>("searchTrials")->setValue(2);
        desk.click("searchStart");
        QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
        desk.click("searchPause");
        const auto isPaused = [&] {
            return std::ranges::any_of(desk.session.jobs().jobs(), [](const JobInfo &job) { return job.lane == Lane::Train && job.state == JobState::Paused; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isPaused(), longMs);
        QVERIFY2(desk.find<QLabel>("searchWords")->text().startsWith(QStringLiteral("search 1 waits after ")), qPrintable(desk.find<QLabel>("searchWords")->text()));
        desk.click("searchStop");
        WAIT_QUIET(desk);
        QTRY_VERIFY(desk.button("searchGoOn")->isVisible());
    }
    const qsizetype before = storedRuns(m_shop).size();
    QVERIFY(before >= 1 && before < 3);
    OPEN_DESK(desk);
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>("searchBar")->isVisible(), longMs);
    QVERIFY2(desk.find<QLabel>("searchWords")->text().startsWith(QStringLiteral("search 1 was stopped after %1 training").arg(before)),
             qPrintable(desk.find<QLabel>("searchWords")->text()));
    desk.click("searchGoOn");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 3, longMs);
    WAIT_QUIET(desk);
    QTRY_VERIFY(!desk.button("searchGoOn")->isVisible());
    QVERIFY(unfinished(m_shop).isEmpty());
}

void TrainSearchTest::goesOnWithoutAnyRun()
{
    {
        OPEN_DESK(desk);
        openFor(desk, 100'000);
        desk.click("searchStart");
        QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 0, longMs);
        QTRY_COMPARE_WITH_TIMEOUT(unfinished(m_shop).size(), 1, longMs);
        desk.click("searchStop");
        WAIT_QUIET(desk);
    }
    QCOMPARE(unfinished(m_shop).size(), 1);
    OPEN_DESK(desk);
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>("searchBar")->isVisible(), longMs);
    QVERIFY2(desk.find<QLabel>("searchWords")->text().startsWith(QStringLiteral("search 1 was stopped after 0 trainings")),
             qPrintable(desk.find<QLabel>("searchWords")->text()));
    const qsizetype learnt = unfinished(m_shop).front().epochs.size();
    desk.click("searchGoOn");
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > learnt, longMs); // followed as it learns
    desk.click("searchStop");
    WAIT_QUIET(desk);
    QCOMPARE(desk.runs(), 0);
}

FORETRAIL_TEST_MAIN(TrainSearchTest, QApplication)
#include "tst_train_search.moc"
