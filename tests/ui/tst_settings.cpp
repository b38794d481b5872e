// What the window remembers, the dialog that sets it, and the colours it chooses between.
#include "core/base/NumberText.h"
#include "tests/ui/UiTest.h"
#include "ui/AppSession.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// Contrast of two colours after WCAG 2.1 (w3.org/TR/WCAG21, relative luminance and contrast ratio).
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void startsWithDefaults();
    void everythingIsKept();
    void wrongTypesReadAsDefaults();
    void recentWorkspacesAreEightAndOnce();
    void tellsOnlyOfChanges();
    void dialogSetsAtOnceAndFollowsTheLanguage();
    void numbersFollowTheLanguage();
    void dialogsOfQtFollowTheLanguage();
    void figuresStayWithTheirPerCent();
    void windowRemembersItsLayout();
    void contrastIsEnough_data();
    void contrastIsEnough();
    void contrastFormulaIsRight();
    void fileDialogsAddTheSuffix();
    void titlesBecomeFileNames();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("settings.ini")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::startsWithDefaults()
{
    const Settings settings(path());
    QCOMPARE(settings.scheme(), Scheme::System);
    QCOMPARE(settings.language(), QString());
    QVERIFY(!settings.isRailCollapsed());
    QCOMPARE(settings.trainingsAtATime(), 1);
    QVERIFY(!settings.leavesCoreFree());
    QVERIFY(settings.searchPlan().isEmpty());
    QVERIFY(settings.buyersChoice().isEmpty());
    QVERIFY(settings.recentWorkspaces().isEmpty());
    QCOMPARE(settings.lastFolder(), QDir::homePath());
    QVERIFY(settings.layout(QStringLiteral("x")).isEmpty());
}

void TestSettings::everythingIsKept()
{
    {
        Settings settings(path());
        settings.setScheme(Scheme::Dark);
        settings.setLanguage(QStringLiteral("zh_CN"));
        settings.setRailCollapsed(true);
        settings.setTrainingsAtATime(2);
        settings.setLeavesCoreFree(true);
        settings.setSearchPlan("{\"trials\": 3}");
        settings.setLastFolder(QStringLiteral("/data"));
        settings.setCompany(QStringLiteral("Tea & Co"));
        settings.setLogo(QStringLiteral("/data/logo.png"));
        settings.setLayout(QStringLiteral("buyerModel"), "bgnbd 30"); // as older versions kept it
        QCOMPARE(settings.buyersChoice(), QStringLiteral("bgnbd 30"));
        settings.setBuyersChoice(QStringLiteral("pareto-nbd 60"));
        settings.addRecentWorkspace(QStringLiteral("/data/a, b.foretrail"));
        settings.setLayout(QStringLiteral("mainWindow"), QByteArray("\0\1x", 3));
    }
    const Settings settings(path());
    QCOMPARE(settings.scheme(), Scheme::Dark);
    QCOMPARE(settings.language(), QStringLiteral("zh_CN"));
    QVERIFY(settings.isRailCollapsed());
    QCOMPARE(settings.trainingsAtATime(), 2);
    QVERIFY(settings.leavesCoreFree());
    QCOMPARE(settings.searchPlan(), QByteArray("{\"trials\": 3}"));
    QCOMPARE(settings.lastFolder(), QStringLiteral("/data"));
    QCOMPARE(settings.company(), QStringLiteral("Tea & Co"));
    QCOMPARE(settings.buyersChoice(), QStringLiteral("pareto-nbd 60"));
    QCOMPARE(settings.logo(), QStringLiteral("/data/logo.png"));
    QCOMPARE(settings.recentWorkspaces(), QStringList{QStringLiteral("/data/a, b.foretrail")});
    QCOMPARE(settings.layout(QStringLiteral("mainWindow")), QByteArray("\0\1x", 3));
}

void TestSettings::wrongTypesReadAsDefaults()
{
    writeAll(path(), "[window]\nscheme=pink\nrailCollapsed=perhaps\nlanguage=@Invalid()\n[workspaces]\nrecent=@ByteArray(x)\n"
                     "[layout]\nmainWindow=7\n[training]\natATime=99\nleavesCoreFree=7\n");
    const Settings settings(path());
    QCOMPARE(settings.trainingsAtATime(), Settings::mostTrainingsAtATime);
    QVERIFY(!settings.leavesCoreFree());
    QCOMPARE(settings.scheme(), Scheme::System);
    QVERIFY(!settings.isRailCollapsed());
    QCOMPARE(settings.language(), QString());
    QVERIFY(settings.recentWorkspaces().isEmpty());
    QVERIFY(settings.layout(QStringLiteral("mainWindow")).isEmpty());
}

void TestSettings::recentWorkspacesAreEightAndOnce()
{
    Settings settings(path());
    for (int i = 0; i < 12; ++i)
        settings.addRecentWorkspace(QStringLiteral("/w/%1.foretrail").arg(i));
    QCOMPARE(settings.recentWorkspaces().size(), 8);
    QCOMPARE(settings.recentWorkspaces().front(), QStringLiteral("/w/11.foretrail"));
    settings.addRecentWorkspace(QStringLiteral("/w/../w/7.foretrail")); // the same file by another way
    QCOMPARE(settings.recentWorkspaces().front(), QStringLiteral("/w/7.foretrail"));
    QCOMPARE(settings.recentWorkspaces().count(QStringLiteral("/w/7.foretrail")), 1);
    settings.removeRecentWorkspace(QStringLiteral("/w/7.foretrail"));
    QCOMPARE(settings.recentWorkspaces().size(), 7);
}

void TestSettings::tellsOnlyOfChanges()
{
    Settings settings(path());
    QSignalSpy scheme(&settings, &Settings::schemeChanged);
    QSignalSpy language(&settings, &Settings::languageChanged);
    QSignalSpy recent(&settings, &Settings::recentWorkspacesChanged);
    settings.setScheme(Scheme::System);
    settings.setLanguage({});
    settings.removeRecentWorkspace(QStringLiteral("/none"));
    QCOMPARE(scheme.size() + language.size() + recent.size(), 0);
    settings.setScheme(Scheme::Dark);
    settings.setLanguage(QStringLiteral("en"));
    settings.addRecentWorkspace(QStringLiteral("/a"));
    settings.addRecentWorkspace(QStringLiteral("/a"));
    QCOMPARE(scheme.size(), 1);
    QCOMPARE(language.size(), 1);
    QCOMPARE(recent.size(), 1);
}

// "51.0 / %" over two lines is not read as one figure; what stands apart, or is no figure, does.
void TestSettings::figuresStayWithTheirPerCent()
{
    QCOMPARE(unbroken(QStringLiteral("51.0 % of %1 %2, %3 % and 80 %")), QString::fromUtf8("51.0\u00a0% of %1 %2, %3\u00a0% and 80\u00a0%"));
    QCOMPARE(unbroken(QStringLiteral("Share, % and %n steps, %1 %n")), QStringLiteral("Share, % and %n steps, %1 %n"));
    QCOMPARE(unbroken(QStringLiteral("step p < 0.001, p = %1")), QString::fromUtf8("step p\u00a0<\u00a00.001, p\u00a0=\u00a0%1"));
    for (const char *spoken : {"en", "zh_CN"}) {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("s.ini")));
        settings.setLanguage(QLatin1String(spoken));
        const Language language(settings, true);
        const QString said = QCoreApplication::translate("foretrail::ForecastWords", "%1 %");
        QVERIFY2(said.contains(QChar::Nbsp) && !said.contains(QLatin1Char(' ')), qPrintable(said));
    }
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.ini")));
    settings.setLanguage(QStringLiteral("en"));
    const Language language(settings);
    QCOMPARE(QCoreApplication::translate("foretrail::ForecastWords", "%1 %"), QStringLiteral("%1 %"));
}

void TestSettings::dialogSetsAtOnceAndFollowsTheLanguage()
{
    Settings settings(path());
    settings.setLanguage(QStringLiteral("en"));
    const Language language(settings);
    AppSession session(settings);
    SettingsDialog dialog(session);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto &scheme = Desk::child<QComboBox>(dialog, "settingsScheme");
    auto &languages = Desk::child<QComboBox>(dialog, "settingsLanguage");
    QCOMPARE(scheme.currentText(), QStringLiteral("As the system"));
    QCOMPARE(languages.currentText(), QStringLiteral("English"));
    QVERIFY(Desk::choose(scheme, QStringLiteral("Dark")));
    QCOMPARE(settings.scheme(), Scheme::Dark);
    QVERIFY(Desk::choose(languages, QString::fromUtf8("简体中文")));
    QCOMPARE(settings.language(), QStringLiteral("zh_CN"));
    QCOMPARE(language.current(), QStringLiteral("zh_CN"));
    QTRY_COMPARE(dialog.windowTitle(), QString::fromUtf8("设置"));
    QCOMPARE(scheme.currentText(), QString::fromUtf8("深色"));
    QCOMPARE(languages.itemText(1), QStringLiteral("English")); // a name in its own language leads back
    QVERIFY(Desk::choose(languages, QStringLiteral("English")));
    QTRY_COMPARE(dialog.windowTitle(), QStringLiteral("Settings"));
    QTest::keyClicks(&Desk::child<QLineEdit>(dialog, "settingsCompany"), QStringLiteral("Tea & Co"));
    QCOMPARE(settings.company(), QStringLiteral("Tea & Co"));
    FileAnswers answers;
    answers.open = {QStringLiteral("/data/logo.png")};
    Desk::click(Desk::child<QPushButton>(dialog, "settingsChooseLogo"));
    QCOMPARE(settings.logo(), QStringLiteral("/data/logo.png"));
    QCOMPARE(Desk::child<QLineEdit>(dialog, "settingsLogo").text(), QStringLiteral("/data/logo.png"));
    Desk::click(Desk::child<QPushButton>(dialog, "settingsClose"));
    QVERIFY(!dialog.isVisible());
}

void TestSettings::numbersFollowTheLanguage()
{
    Settings settings(path());
    settings.setLanguage(QStringLiteral("en"));
    const Language language(settings);
    QCOMPARE(QLocale().toString(61'628), QStringLiteral("61,628")); // also where the system writes none
    settings.setLanguage(QStringLiteral("zh_CN"));
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    settings.setLanguage({});
    QVERIFY(QLocale().language() != QLocale::C);
}

/// The Chinese is Qt's own (qtbase_zh_CN.ts, contexts QFileDialog and QPlatformTheme).
void TestSettings::dialogsOfQtFollowTheLanguage()
{
    const QString file = QDir(QLibraryInfo::path(QLibraryInfo::TranslationsPath)).filePath(QStringLiteral("qtbase_zh_CN.qm"));
    if (!QFile::exists(file))
        QSKIP("Qt's translations are not installed");
    Settings settings(path());
    settings.setLanguage(QStringLiteral("zh_CN"));
    const Language language(settings);
    const auto nameLabel = [] {
        QFileDialog dialog;
        dialog.setOption(QFileDialog::DontUseNativeDialog);
        return Desk::child<QLabel>(dialog, "fileNameLabel").text();
    };
    const auto cancelButton = [] { return QDialogButtonBox(QDialogButtonBox::Cancel).button(QDialogButtonBox::Cancel)->text(); };
    QVERIFY2(nameLabel().startsWith(QString::fromUtf8("文件名")), qPrintable(nameLabel()));
    QCOMPARE(cancelButton(), QString::fromUtf8("取消"));
    settings.setLanguage(QStringLiteral("en"));
    QVERIFY2(nameLabel().startsWith(QStringLiteral("File &name")), qPrintable(nameLabel()));
    QVERIFY(cancelButton().contains(QStringLiteral("Cancel")));
}

void TestSettings::windowRemembersItsLayout()
{
    Settings settings(path());
    settings.setLanguage(QStringLiteral("en"));
    QSize size;
    {
        AppSession session(settings);
        MainWindow window(session);
        window.show();
        window.resize(1000, 640);
        window.close();
        size = window.size();
        QVERIFY(!settings.layout(QStringLiteral("mainWindow")).isEmpty());
    }
    AppSession session(settings);
    const MainWindow window(session);
    QCOMPARE(window.height(), size.height()); // newer Qt fits the width to the small screen of the platform
}

void TestSettings::contrastIsEnough_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestSettings::contrastIsEnough()
{
    QFETCH(bool, isDark);
    Theme::apply(*qApp, isDark ? Scheme::Dark : Scheme::Light);
    const ThemeColors &c = Theme::colors();
    QCOMPARE(c.isDark, isDark);
    QVERIFY(contrast(c.text, c.railSelected) >= 4.5);
    QVERIFY(contrast(c.accentText, c.railSelected) >= 4.5);
    for (const QColor &ground : {c.background, c.surface, c.rail, c.selection})
        for (const QColor &text : {c.text, c.secondary, c.accentText})
            QVERIFY2(contrast(text, ground) >= 4.5,
                     qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), ground.name()).arg(contrast(text, ground))));
    QVERIFY(contrast(c.accent, c.surface) >= 4.5);
    QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
    for (const QColor &mark : {c.warning, c.good, c.accent})
        QVERIFY2(contrast(mark, c.surface) >= 3, qPrintable(mark.name()));
    for (const QColor &mark : c.others)
        QVERIFY2(contrast(mark, c.surface) >= 3, qPrintable(mark.name()));
    // Paper is white whatever the screen shows.
    QVERIFY(!Theme::paperColors().isDark);
    Theme::apply(*qApp, Scheme::Light);
}

void TestSettings::contrastFormulaIsRight()
{
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    // #767676 on white is the known lightest grey that passes: 4.54 (webaim.org/resources/contrastchecker).
    QVERIFY(std::abs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.005);
}

void TestSettings::titlesBecomeFileNames()
{
    QCOMPARE(FileDialogs::nameOf(QStringLiteral("20/92: LSTM")), QStringLiteral("20-92-lstm"));
    QCOMPARE(FileDialogs::nameOf(QStringLiteral("每日收入")), QStringLiteral("每日收入"));
    QCOMPARE(FileDialogs::nameOf(QStringLiteral("=1+1 daily")), QStringLiteral("1-1-daily"));
    QCOMPARE(FileDialogs::nameOf(QString(100, QLatin1Char('A'))), QString(60, QLatin1Char('a')));
}

void TestSettings::fileDialogsAddTheSuffix()
{
    FileAnswers answers;
    answers.save = QStringLiteral("/data/mine");
    const QString filter = QStringLiteral("Workspaces (*.foretrail)");
    QCOMPARE(FileDialogs::saveFile(nullptr, {}, {}, filter), QStringLiteral("/data/mine.foretrail"));
    answers.save = QStringLiteral("/data/mine.other");
    QCOMPARE(FileDialogs::saveFile(nullptr, {}, {}, filter), QStringLiteral("/data/mine.other"));
    answers.save.clear();
    QCOMPARE(FileDialogs::saveFile(nullptr, {}, {}, filter), QString());
    QCOMPARE(FileDialogs::openFile(nullptr, {}, {}, filter), QString());
}

FORETRAIL_TEST_MAIN(TestSettings, QApplication)
#include "tst_settings.moc"
