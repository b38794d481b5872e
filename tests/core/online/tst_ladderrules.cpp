// Which rung of the ladder an update takes: a table of cases.
#include "core/online/Rung.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

namespace {

constexpr WallMs day = 86'400'000;
using Kind = RungKind;
using When = UpdateSchedule;

struct Case {
    When schedule;
    double score;
    qint64 newSteps;           ///< days
    std::optional<Kind> last;
    std::optional<Kind> gentle;
    Kind rung;
    bool isDue;
};

} // namespace

Q_DECLARE_METATYPE(Case)

class TestLadderRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void chooses_data()
    {
        QTest::addColumn<Case>("given");
        const auto row = [](const char *name, const Case &given) { QTest::newRow(name) << given; };
        row("stable rolls", {When::EachStep, 0, 1, {}, Kind::Rls, Kind::Roll, true});
        row("just below a warning", {When::EachStep, 0.66, 1, {}, Kind::Rls, Kind::Roll, true});
        row("a warning moves the coefficients", {When::EachStep, 0.7, 1, {}, Kind::Rls, Kind::Rls, true});
        row("a warning tunes a network", {When::EachStep, 0.99, 1, Kind::Refit, Kind::FineTune, Kind::FineTune, true});
        row("a warning without a gentle rung rolls", {When::EachStep, 0.9, 1, {}, {}, Kind::Roll, true});
        row("drift takes the next rung up", {When::EachStep, 1, 1, {}, Kind::Rls, Kind::Rls, true});
        row("drift without a gentle rung refits", {When::EachStep, 1.2, 1, {}, {}, Kind::Refit, true});
        row("drift that stays after it refits", {When::EachStep, 1.2, 14, Kind::Rls, Kind::Rls, Kind::Refit, true});
        row("drift that stays after tuning refits", {When::EachStep, 1.2, 3, Kind::FineTune, Kind::FineTune, Kind::Refit, true});
        row("drift that stays after a refit refits", {When::EachStep, 5, 3, Kind::Refit, Kind::Rls, Kind::Refit, true});
        row("drift long after is another one", {When::EachStep, 1.2, 15, Kind::Rls, Kind::Rls, Kind::Rls, true});
        row("nothing new", {When::EachStep, 3, 0, {}, Kind::Rls, Kind::Roll, false});
        row("daily, a day passed", {When::Daily, 1, 1, {}, Kind::Rls, Kind::Rls, true});
        row("weekly, six days passed", {When::Weekly, 1, 6, {}, Kind::Rls, Kind::Roll, false});
        row("weekly, a week passed", {When::Weekly, 1, 7, {}, Kind::Rls, Kind::Rls, true});
        row("weekly and stable", {When::Weekly, 0, 7, {}, Kind::Rls, Kind::Roll, true});
        row("by hand, whatever the drift", {When::ByHand, 3, 9, {}, Kind::Rls, Kind::Roll, false});
        row("on drift, none", {When::OnDrift, 0.5, 9, {}, Kind::Rls, Kind::Roll, false});
        row("on drift, a warning", {When::OnDrift, 0.8, 9, {}, Kind::Rls, Kind::Rls, true});
        row("on drift, one that stays", {When::OnDrift, 1.8, 9, Kind::Rls, Kind::Rls, Kind::Refit, true});
    }
    void chooses()
    {
        QFETCH(Case, given);
        const LadderSituation situation{given.score, QStringLiteral("errors doubled."), Step::Day, given.newSteps, 100 * day, (100 + given.newSteps) * day,
                                        given.last, 14, given.gentle};
        const LadderChoice choice = chooseRung(situation, {given.schedule, 2.0 / 3, 1});
        QCOMPARE(rungName(choice.rung), rungName(given.rung));
        QCOMPARE(choice.isDue, given.isDue);
        QVERIFY(!choice.why.isEmpty());
        QCOMPARE(choice.why.contains(QStringLiteral("errors doubled.")), given.isDue && given.score >= 2.0 / 3);
    }

    // Hours count by the clock, steps without one are each a day.
    void schedulesGoByTheClock()
    {
        LadderSituation situation{1, {}, Step::Hour, 23, 0, 23 * 3'600'000, {}, 24, Kind::Rls};
        QVERIFY(!chooseRung(situation, {When::Daily, 0.5, 1}).isDue);
        situation.newSteps = 24;
        situation.now = day;
        QVERIFY(chooseRung(situation, {When::Daily, 0.5, 1}).isDue);
        situation = {1, {}, Step::None, 1, 5, 6, {}, 24, Kind::Rls};
        QVERIFY(chooseRung(situation, {When::Weekly, 0.5, 1}).isDue);
    }

    void namesComeBack()
    {
        for (const Kind kind : {Kind::Roll, Kind::Rls, Kind::FineTune, Kind::Refit}) {
            QVERIFY(rungFromName(rungName(kind)).value() == kind);
            QCOMPARE(makeRung(kind)->name(), rungName(kind));
            QVERIFY(rungWords(kind).endsWith(QStringLiteral(" (%1)").arg(rungName(kind)))); // what a person types is said beside
            QCOMPARE(rungWords(rungName(kind)), rungWords(kind));
        }
        QVERIFY(rungFromName(QStringLiteral("climb")).error().message.contains(QStringLiteral("roll, rls, fine-tune, refit")));
        QCOMPARE(rungWords(QStringLiteral("climb")), QStringLiteral("climb")); // of another version of the program
    }

    void modelsHaveTheirRungs()
    {
        const auto gentleOf = [](const char *name) {
            ModelSpec model;
            model.model = QString::fromLatin1(name);
            return gentleRung(model);
        };
        QVERIFY(gentleOf("ar") == Kind::Rls && gentleOf("ar-diff") == Kind::Rls && gentleOf("ar-auto") == Kind::Rls);
        QVERIFY(gentleOf("lstm") == Kind::FineTune);
        QVERIFY(gentleOf("gru") == Kind::FineTune);
        QVERIFY(!gentleOf("ets") && !gentleOf("lstm-global") && !gentleOf("ar-fourier"));
    }
};

FORETRAIL_TEST_MAIN(TestLadderRules, QCoreApplication)
#include "tst_ladderrules.moc"
