#pragma once

#include "core/data/FactWriter.h"
#include "core/data/RecipeStore.h"
#include "core/data/UnfinishedTrainings.h"
#include "core/preparation/Presets.h"
#include "tests/support/TestSupport.h"
#include "tests/ui/UiTest.h"
#include "ui/AppSession.h"
#include "ui/MainWindow.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/LossChart.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/RunsView.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <utility>

#include <memory>

/// The Train page as a person meets it: the real window, found by object names, on small workspaces made here.
namespace foretrail::test {

inline constexpr int longMs = 120'000; // for work that takes seconds on a busy machine

/// A week that repeats, a wave and some noise: something to learn.
inline double valueOf(int day)
{
    static const double week[] = {100, 80, 90, 120, 160, 200, 60};
    const double noise = double((day * 7919) % 31) - 15;
    return week[day % 7] + 20 * std::sin(day / 20.0) + noise;
}

inline void writeFacts(const QString &path, const std::function<void(FactWriter &)> &write)
{
    auto workspace = Workspace::create(path);
    VERIFY_RESULT(workspace);
    FactWriterOptions options;
    options.kind = QStringLiteral("sales");
    auto writer = FactWriter::begin(*workspace, options);
    VERIFY_RESULT(writer);
    write(**writer);
    JobContext job;
    VERIFY_RESULT((*writer)->commit({}, {}, QByteArray("x"), job));
}

/// 200 days of sales of one item: "total" has 200 observations.
inline void makeLampShop(const QString &path)
{
    writeFacts(path, [](FactWriter &writer) {
        for (int day = 0; day < 200; ++day) {
            EventRow row;
            row.time = UtcMs(1'704'067'200'000) + day * dayMs + 43'200'000; // noon of 2024-01-01 on
            row.user = "u1";
            row.item = "lamp";
            row.kind = "purchase";
            row.quantity = 1;
            row.price = row.amount = valueOf(day);
            row.fingerprint = quint64(day + 1);
            VERIFY_RESULT(writer.addEvent(row));
        }
    });
}

/// Two daily tables of values, one of them so large that a squared error is more than a float can hold.
inline void makeSeries(const QString &path)
{
    writeFacts(path, [](FactWriter &writer) {
        for (int day = 0; day < 120; ++day) {
            const WallMs time = WallMs(1'704'067'200'000) + day * dayMs;
            VERIFY_RESULT(writer.addObservation("huge", Step::Day, time, 1e25 * valueOf(day)));
            VERIFY_RESULT(writer.addObservation("small", Step::Day, time, valueOf(day)));
        }
    });
}

/// The window on one workspace, on the Train page, ready.
class TrainDesk {
public:
    explicit TrainDesk(const QString &path, const QString &settingsPath) : settings(settingsPath), session(settings), window(session)
    {
        window.show();
        window.showPage(QStringLiteral("train"));
        if (!path.isEmpty())
            session.openWorkspace(path);
    }
    template<class T>
    T *find(const char *name) const { return window.findChild<T *>(QLatin1String(name)); }
    QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void press() const { click("primaryAction"); }
    QWidget *page() const { return find<QWidget>("trainPage"); }
    QString sentence() const { return find<QLabel>("pageSentence")->accessibleName(); }
    QTableView *table() const { return find<QTableView>("runsTable"); }
    LineChart *chart() const { return find<LineChart>("lossChart"); }
    int runs() const { return table()->model()->rowCount(); }
    int jobRows() const { return int(find<QWidget>("trainingJobs")->findChildren<QWidget *>(QStringLiteral("jobRow")).size()); }
    QStringList waiting() const
    {
        QStringList titles;
        const QAbstractItemModel *queue = find<QListView>("trainingQueue")->model();
        for (int row = 0; row < queue->rowCount(); ++row)
            titles += queue->index(row, 0).data().toString();
        return titles;
    }
    /// The training that is first in the list; 0: none.
    JobId trainingJob()
    {
        const QList<JobInfo> jobs = session.jobs().jobs();
        const auto training = std::ranges::find(jobs, Lane::Train, &JobInfo::lane);
        return training == jobs.end() ? 0 : training->id;
    }
    bool isQuiet() { return session.jobs().jobs().isEmpty(); }
    QString cell(int row, RunsModel::Column column) const { return table()->model()->index(row, int(column)).data().toString(); }
    QString header(RunsModel::Column column) const { return table()->model()->headerData(int(column), Qt::Horizontal).toString(); }

    /// With the keyboard, as the list of models is walked.
    void chooseModel(const QString &name) const
    {
        auto *combo = find<QComboBox>("trainModel");
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < combo->count() && combo->currentText() != name; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentText(), name);
    }
    void type(const char *field, const QString &text) const
    {
        auto *edit = find<QLineEdit>(field);
        if (auto *spin = find<QSpinBox>(field))
            edit = spin->findChild<QLineEdit *>();
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    /// A network that learns in a moment.
    void chooseSmallNetwork(int epochs) const
    {
        chooseModel(QStringLiteral("lstm"));
        type("trainLookback", QStringLiteral("7"));
        type("trainUnits", QStringLiteral("4"));
        type("trainEpochs", QString::number(epochs));
        type("trainPatience", QStringLiteral("0"));
    }
    QString problem(const char *field) const
    {
        const auto *label = window.findChild<QLabel *>(QLatin1String(field) + QStringLiteral("Problem"));
        return label->isVisibleTo(label->parentWidget()) ? label->text() : QString();
    }

    Settings settings;
    AppSession session;
    MainWindow window;
};

inline QList<RunRecord> storedRuns(const QString &path)
{
    auto workspace = Workspace::open(path, Workspace::Mode::ReadOnly);
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().message));
    RunStore store(*workspace);
    const Result<QList<RunSummary>> list = store.list();
    QList<RunRecord> runs;
    for (const RunSummary &run : *list)
        runs.append(*store.load(run.id));
    return runs;
}

inline QList<UnfinishedTraining> unfinished(const QString &path)
{
    auto workspace = Workspace::open(path, Workspace::Mode::ReadOnly);
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().message));
    return *UnfinishedTrainings(*workspace).list();
}

inline qsizetype points(const LineChart *chart)
{
    const auto &curves = chart->content().curves;
    return curves.isEmpty() ? 0 : qsizetype(curves.front().values->size());
}

/// Fresh copies of the workspaces for each test.
class TrainFolders {
public:
    void makeTemplates()
    {
        makeLampShop(m_templates.filePath(QStringLiteral("shop.foretrail")));
        makeSeries(m_templates.filePath(QStringLiteral("series.foretrail")));
    }
    void copyTemplates()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_shop = file(QStringLiteral("shop.foretrail"));
        for (const auto *name : {"shop.foretrail", "series.foretrail"})
            QVERIFY(QFile::copy(m_templates.filePath(QLatin1String(name)), file(QLatin1String(name))));
    }
    QString file(const QString &name) const { return m_dir->filePath(name); }

protected:
    QString m_shop;

private:
    QTemporaryDir m_templates;
    std::unique_ptr<QTemporaryDir> m_dir;
};

} // namespace foretrail::test

#define OPEN_DESK(name)                                                                                                \
    TrainDesk name(m_shop, file(QStringLiteral("settings.ini")));                                                           \
    QTRY_VERIFY_WITH_TIMEOUT(name.button("primaryAction")->isEnabled(), longMs);                                       \
    QTRY_VERIFY_WITH_TIMEOUT(name.isQuiet(), longMs)

#define WAIT_QUIET(name) QTRY_VERIFY_WITH_TIMEOUT((name).isQuiet(), longMs)
