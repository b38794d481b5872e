// What the profile says of the days ahead: the probability and the reasons are those of core, the dialog shows the models side by side, and
// the model is kept in the workspace.
#include "core/data/FactWriter.h"
#include "tests/core/behaviour/ShopperLogs.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/LineChart.h"
#include "ui/dialogs/IntentDialog.h"
#include "ui/pages/LearntOfUsers.h"
#include "ui/widgets/IntentView.h"
#include "ui/widgets/ProfileView.h"

#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QTableView>
#include <QTableWidget>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// 120 shoppers who buy with one half what they put into the cart the day before; without purchases they only look.
Result<void> makeCartShop(const QString &path, bool hasPurchases)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return fail(workspace.error());
    auto writer = FactWriter::begin(*workspace, {QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    if (!writer)
        return fail(writer.error());
    EventRow row;
    int number = 0;
    for (const auto &user : cartShoppers(41, 120, 30)) {
        const QByteArray name = "u" + QByteArray::number(number++);
        for (const ShopperEvent &event : user) {
            const QByteArray item = "i" + QByteArray::number(event.item);
            row.user = std::string_view(name.constData(), size_t(name.size()));
            row.item = std::string_view(item.constData(), size_t(item.size()));
            row.kind = !hasPurchases || event.action == ItemAction::View ? "view" : event.action == ItemAction::Cart ? "cart" : "purchase";
            row.time = event.time;
            ++row.fingerprint;
            if (const auto stored = (*writer)->addEvent(row); !stored)
                return fail(stored.error());
        }
    }
    JobContext job;
    return (*writer)->commit({}, {}, "sha", job);
}

} // namespace

class TestIntentView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }
    void saysWhatCoreSays();
    void howGoodItIs();
    void saysWhatIsMissing();
    void curveOfReliability();
    void saysThatItLearns();

private:
    Desk &desk() { return *m_desk; }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    bool openCarts(bool hasPurchases);
    std::unique_ptr<Desk> m_desk;
};

bool TestIntentView::openCarts(bool hasPurchases)
{
    if (!makeCartShop(shop(), hasPurchases) || !desk().openAndWait(shop()))
        return false;
    desk().click("rail_customers");
    return QTest::qWaitFor([&] { return !desk().text("intentSentence").isEmpty() && desk().isIdle(); }, 120'000);
}

void TestIntentView::saysWhatCoreSays()
{
    QVERIFY(openCarts(true));
    Result<Workspace> workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    const auto kept = keptIntent(*workspace); // what the page learnt
    VERIFY_RESULT(kept);
    QCOMPARE(kept->model.question.horizonDays, 7);
    const UserProfile &profile = desk().part<ProfileView>("profileView").profile();
    const IntentOutlook expected = intentOutlook(profile.events, *kept);
    QVERIFY(expected.probability > 0 && expected.probability < 1);
    QCOMPARE(profile.intent.probability, expected.probability);
    QCOMPARE(desk().text("intentSentence"), expected.sentence);
    QVERIFY2(expected.sentence.startsWith(QStringLiteral("Likely to buy in the next 7 day")), qPrintable(expected.sentence));
    QVERIFY(profile.intent.reasons.size() <= 3 && desk().part<QLabel>("intentReasons").text() == expected.reasonsText);
    QVERIFY(desk().part("intentMore").isVisible());
    JobContext job;
    const auto asked = intentProbabilities(kept->model, *workspace->data().shoppers(job), usersAt(*workspace->data().shoppers(job), kept->model.question, kept->end));
    QVERIFY(std::find_if(asked.begin(), asked.end(), [&](double one) { return std::abs(one - expected.probability) < 1e-6; }) != asked.end());
}

void TestIntentView::howGoodItIs()
{
    QVERIFY(openCarts(true));
    desk().click("intentMore");
    auto *const dialog = desk().window().findChild<IntentDialog *>(QStringLiteral("intentDialog"));
    QVERIFY(dialog && dialog->isVisible());
    auto &table = Desk::child<QTableWidget>(*dialog, "intentModels");
    QStringList models;
    for (int row = 0; row < table.rowCount(); ++row)
        models << table.item(row, 0)->text();
    QVERIFY2(models.contains(QStringLiteral("Share of all")) && models.contains(QStringLiteral("Number of purchases")), qPrintable(models.join(u',')));
    QCOMPARE(models.filter(QStringLiteral("(taken)")).size(), 1);
    for (int row = 0; row < table.rowCount(); ++row)
        for (int column = 1; column < 6; ++column)
            QVERIFY(!table.item(row, column)->text().isEmpty());
    QVERIFY2(models.filter(QStringLiteral("Time since the last purchase")).size() == 1 && models.filter(QStringLiteral("Logistic regression")).size() == 1, qPrintable(models.join(u',')));
    QVERIFY2(table.item(0, 1)->text().startsWith(QStringLiteral("0.500 ± 0.")), qPrintable(table.item(0, 1)->text()));
    const QString words = Desk::child<QLabel>(*dialog, "intentDialogWords").text();
    const bool takesSimple = models.filter(QStringLiteral("(taken)"))[0].startsWith(QStringLiteral("Number of")) || models.filter(QStringLiteral("(taken)"))[0].startsWith(QStringLiteral("Time since"));
    QVERIFY2(takesSimple || words.contains(QStringLiteral("simple")), qPrintable(words)); // one simple figure stands beside, or did better
    Desk::click(Desk::child<QPushButton>(*dialog, "closeIntent"));
    QTRY_VERIFY(!desk().window().findChild<IntentDialog *>(QStringLiteral("intentDialog")));
}

void TestIntentView::saysWhatIsMissing()
{
    QVERIFY(openCarts(false));
    QVERIFY2(desk().text("intentSentence").contains(QStringLiteral("churn")), qPrintable(desk().text("intentSentence")));
    QVERIFY(!desk().part("intentMore").isVisible());
    QVERIFY(desk().problem().isEmpty());
}

// Before anything is learnt the profile says that it is, with how far it has come; a model that is read at once shows no progress.
void TestIntentView::saysThatItLearns()
{
    UserProfile profile;
    UserModels models;
    models.tellIn(profile, DataSummary{});
    QVERIFY2(profile.intent.sentence.contains(QStringLiteral("learns who buys next")), qPrintable(profile.intent.sentence));
    models.intentNote = QStringLiteral("No purchase.");
    models.tellIn(profile, DataSummary{});
    QCOMPARE(profile.intent.sentence, QStringLiteral("No purchase."));
    JobRunner jobs;
    IntentView view;
    view.setOutlook(profile.intent);
    view.show();
    QSemaphore mayEnd;
    QObject receiver;
    bool hasEnded = false;
    const JobId job = jobs.start<int>({QStringLiteral("Learning"), Lane::Learn, false}, [&mayEnd](JobContext &context) -> Result<int> {
        context.report(1, 4, QStringLiteral("Weighing"));
        mayEnd.acquire();
        return 1;
    }, &receiver, [&hasEnded](Result<int>) { hasEnded = true; });
    view.follow(jobs, job);
    const auto *const learning = view.findChild<QWidget *>(QStringLiteral("intentLearning"));
    QVERIFY(learning && !learning->isVisible());
    QTRY_VERIFY(learning->isVisible());
    mayEnd.release();
    QTRY_VERIFY(hasEnded && !learning->isVisible());
}

// Two bins: at 20 % ten percent happened, at 40 % thirty; halfway between them twenty.
void TestIntentView::curveOfReliability()
{
    ProbabilityScores scores;
    scores.bins = {{0.2, 0.1, 10}, {0.4, 0.3, 10}};
    const ChartContent content = reliabilityChart(scores);
    QCOMPARE(content.curves.size(), 2);
    const std::vector<double> &happened = *content.curves[0].values;
    QCOMPARE(happened.size(), size_t(41));
    QVERIFY(std::isnan(happened[10]) && std::abs(happened[20] - 10) < 1e-9 && std::abs(happened[30] - 20) < 1e-9 && std::abs(happened[40] - 30) < 1e-9);
    QCOMPARE(content.curves[1].values->at(30), 30.0);
    QCOMPARE(content.points[0].at, (std::vector<qint64>{20, 40}));
    QVERIFY(reliabilityChart({}).curves.isEmpty());
    scores.bins = {{0.01, 0.02, 10}, {0.03, 0.03, 10}};
    QCOMPARE(reliabilityChart(scores).points[0].at, (std::vector<qint64>{10, 30})); // thousandths
}

FORETRAIL_TEST_MAIN(TestIntentView, QApplication)
#include "tst_intent.moc"
