// The settings of autoregressions, combinations and bands on the Train page, set with the keyboard as a person does.
#include "core/data/RunStore.h"
#include "tests/ui/UiTest.h"
#include "ui/AppSession.h"
#include "ui/widgets/NamesCompleter.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int longMs = 120'000; // for work that takes seconds on a busy machine

QList<RunSummary> runsOf(const QString &path)
{
    auto workspace = Workspace::open(path, Workspace::Mode::ReadOnly);
    if (!workspace)
        return {};
    return RunStore(*workspace).list().value_or(QList<RunSummary>());
}

} // namespace

class TestTrainSettings : public QObject {
    Q_OBJECT

    std::unique_ptr<Desk> m_desk;
    QString m_shop;

    bool isShown(const char *name) { return m_desk->part(name).isVisible(); }
    void chooseModel(const QString &name) { QVERIFY2(Desk::choose(m_desk->part<QComboBox>("trainModel"), name), qPrintable(name)); }
    QString problemOf(const char *field)
    {
        auto &label = m_desk->part<QLabel>((QByteArray(field) + "Problem").constData());
        return label.isVisible() ? label.text() : QString();
    }
    void write(const char *field, const QString &text)
    {
        auto &line = m_desk->part<QLineEdit>(field);
        line.setFocus();
        QTest::keyClick(&line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&line, Qt::Key_Delete);
        QTest::keyClicks(&line, text);
        if (line.completer() && line.completer()->popup()->isVisible())
            QTest::keyClick(line.completer()->popup(), Qt::Key_Escape);
    }
    /// Trains once more and gives back what was stored of it.
    QJsonObject trained()
    {
        const auto before = runsOf(m_shop).size();
        m_desk->click("primaryAction");
        if (!QTest::qWaitFor([&] { return runsOf(m_shop).size() > before && m_desk->isIdle(); }, longMs))
            return {};
        return runsOf(m_shop).front().spec;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_shop = m_desk->path(QStringLiteral("shop.foretrail"));
        VERIFY_RESULT(makeShop(m_shop, 84));
        QVERIFY(m_desk->openAndWait(m_shop));
        m_desk->window().showPage(QStringLiteral("train"));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->part<QPushButton>("primaryAction").isEnabled(), longMs);
        TRY_IDLE(*m_desk);
    }
    void cleanup() { m_desk.reset(); }

    void showsThemForTheModelsThatReadThem()
    {
        chooseModel(QStringLiteral("ar"));
        QVERIFY(isShown("trainArEstimator") && isShown("trainArCriterion") && isShown("trainIntervals"));
        QVERIFY(!isShown("trainMembers") && !isShown("trainWeighing"));
        chooseModel(QStringLiteral("combination"));
        QVERIFY(isShown("trainMembers") && isShown("trainWeighing"));
        QVERIFY(!isShown("trainArEstimator") && !isShown("trainIntervals")); // it has bands of its own
        chooseModel(QStringLiteral("naive"));
        QVERIFY(isShown("trainIntervals") && !isShown("trainArCriterion"));
        chooseModel(QStringLiteral("lstm"));
        QVERIFY(!isShown("trainIntervals") && !isShown("trainMembers"));
    }
    void anAutoregressionIsFoundAsChosen()
    {
        chooseModel(QStringLiteral("ar"));
        QVERIFY(m_desk->choose("trainArEstimator", QStringLiteral("Yule-Walker")));
        QVERIFY(m_desk->choose("trainArCriterion", QStringLiteral("BIC")));
        QVERIFY(m_desk->choose("trainIntervals", QStringLiteral("of the model")));
        const QJsonObject spec = trained();
        QCOMPARE(spec.value(QStringLiteral("arEstimator")).toString(), QStringLiteral("yule-walker"));
        QCOMPARE(spec.value(QStringLiteral("arCriterion")).toString(), QStringLiteral("bic"));
        QCOMPARE(spec.value(QStringLiteral("intervals")).toString(), QStringLiteral("model"));
        const QString words = m_desk->part<QLabel>("lossSettings").text();
        for (const char *said : {"Estimator Yule-Walker", "Order chosen by BIC", "Bands of the model"})
            QVERIFY2(words.contains(QLatin1String(said)), qPrintable(words));
    }
    void aCombinationHasTheMembersThatWereTyped()
    {
        chooseModel(QStringLiteral("combination"));
        write("trainMembers", QStringLiteral("naive, ses ,snaive"));
        QCOMPARE(problemOf("trainMembers"), QString());
        QVERIFY(m_desk->choose("trainWeighing", QStringLiteral("equal")));
        const QJsonObject spec = trained();
        QCOMPARE(spec.value(QStringLiteral("members")).toArray(), (QJsonArray{QStringLiteral("naive"), QStringLiteral("ses"), QStringLiteral("snaive")}));
        QCOMPARE(spec.value(QStringLiteral("weighing")).toString(), QStringLiteral("equal"));
        const QString words = m_desk->part<QLabel>("lossSettings").text();
        QVERIFY2(words.contains(QStringLiteral("Members naive, ses, snaive")) && words.contains(QStringLiteral("Weighing equal")), qPrintable(words));
        write("trainMembers", QString());
        QCOMPARE(m_desk->part<QLineEdit>("trainMembers").placeholderText(), QStringLiteral("automatic"));
        QVERIFY(trained().value(QStringLiteral("members")).toArray().isEmpty());
    }
    void whatIsWrongStandsAtItsFieldInChineseToo()
    {
        chooseModel(QStringLiteral("lstm"));
        m_desk->settings().setLanguage(QStringLiteral("zh_CN"));
        write("trainLearningRate", QStringLiteral("100"));
        QVERIFY2(problemOf("trainLearningRate").startsWith(QStringLiteral("100 ")), qPrintable(problemOf("trainLearningRate")));
        QVERIFY(!m_desk->part<QPushButton>("primaryAction").isEnabled());
        m_desk->settings().setLanguage(QStringLiteral("en"));
        write("trainLearningRate", QStringLiteral("0.01"));
        QCOMPARE(problemOf("trainLearningRate"), QString());
    }
    void saysWhichMembersThereAre()
    {
        chooseModel(QStringLiteral("combination"));
        write("trainMembers", QStringLiteral("naive, oracle"));
        QVERIFY2(problemOf("trainMembers").contains(QStringLiteral("oracle cannot be part of a combination")), qPrintable(problemOf("trainMembers")));
        QVERIFY(!m_desk->part<QPushButton>("primaryAction").isEnabled());
        chooseModel(QStringLiteral("naive")); // which has no members
        QVERIFY(m_desk->part<QPushButton>("primaryAction").isEnabled());
    }
    void completesTheLastName()
    {
        chooseModel(QStringLiteral("combination"));
        auto &line = m_desk->part<QLineEdit>("trainMembers");
        line.setFocus();
        QTest::keyClicks(&line, QStringLiteral("naive, thet"));
        QAbstractItemView *list = line.completer()->popup();
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 2); // theta and otheta
        QTest::keyClick(list, Qt::Key_Down);
        if (line.text() != QStringLiteral("naive, theta"))
            QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(line.text(), QStringLiteral("naive, theta"));
        QCOMPARE(problemOf("trainMembers"), QString());
    }
    void namesBetweenCommas()
    {
        QCOMPARE(namesIn(QString()), QStringList());
        QCOMPARE(namesIn(QStringLiteral(" ar ,, theta,")), (QStringList{QStringLiteral("ar"), QStringLiteral("theta")}));
    }
    void aRunBringsItsSettingsBack()
    {
        chooseModel(QStringLiteral("combination"));
        write("trainMembers", QStringLiteral("naive, drift"));
        QVERIFY(m_desk->choose("trainWeighing", QStringLiteral("by errors")));
        QVERIFY(!trained().isEmpty());
        m_desk->click("presetRecommended");
        QCOMPARE(m_desk->part<QLineEdit>("trainMembers").text(), QString());
        QCOMPARE(m_desk->part<QComboBox>("trainWeighing").currentText(), QStringLiteral("by errors"));
        m_desk->click("runUse");
        QCOMPARE(m_desk->part<QLineEdit>("trainMembers").text(), QStringLiteral("naive, drift"));
        QCOMPARE(m_desk->part<QComboBox>("trainWeighing").currentText(), QStringLiteral("by errors"));
    }
    void areCopiedAndPastedAsJson()
    {
        chooseModel(QStringLiteral("gru"));
        m_desk->part<QSpinBox>("trainUnits").setValue(9);
        QTest::keyClick(&m_desk->part<QCheckBox>("trainDirect"), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->part<QLabel>("trainCost").text().startsWith(QStringLiteral("%1 parameters.").arg(QLocale().toString(3 * 9 * (7 + 9) + 6 * 9 + 28 * 10))), longMs);
        QSignalSpy said(&m_desk->session(), &AppSession::said);
        m_desk->click("copySettings");
        QCOMPARE(said.value(0).value(0).toString(), QStringLiteral("Copied the settings."));
        const QJsonObject copied = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
        QCOMPARE(copied[QStringLiteral("model")].toString(), QStringLiteral("gru"));
        QCOMPARE(copied[QStringLiteral("units")].toInt(), 9);
        QVERIFY(copied[QStringLiteral("direct")].toBool());
        chooseModel(QStringLiteral("naive"));
        m_desk->click("pasteSettings");
        QCOMPARE(m_desk->part<QComboBox>("trainModel").currentText(), QStringLiteral("gru"));
        QCOMPARE(m_desk->part<QSpinBox>("trainUnits").value(), 9);
        QVERIFY(m_desk->part<QCheckBox>("trainDirect").isChecked());
        QSignalSpy problems(&m_desk->session(), &AppSession::problem);
        QGuiApplication::clipboard()->setText(QStringLiteral("{\"units\": \"many\"}"));
        m_desk->click("pasteSettings");
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems[0][0].toString().startsWith(QStringLiteral("The settings on the clipboard: ")) && problems[0][0].toString().contains(QStringLiteral("units")),
                 qPrintable(problems[0][0].toString()));
        QGuiApplication::clipboard()->setText(QStringLiteral("a letter"));
        m_desk->click("pasteSettings");
        QVERIFY2(problems.value(1).value(0).toString().contains(QStringLiteral("holds no settings")), qPrintable(problems.value(1).value(0).toString()));
        QCOMPARE(m_desk->part<QSpinBox>("trainUnits").value(), 9);
    }
};

FORETRAIL_TEST_MAIN(TestTrainSettings, QApplication)
#include "tst_train_settings.moc"
