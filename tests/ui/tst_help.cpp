// The help: a topic for each page in both languages whose quoted labels are those of the window, a glossary with a picture for each
// metric, and the window that shows them.
#include "core/behaviour/recommend/RecommenderRegistry.h"
#include "core/evaluation/Metrics.h"
#include "core/training/Experiment.h"
#include "tests/ui/UiTest.h"
#include "ui/help/Help.h"
#include "ui/help/GlossaryPicture.h"
#include "ui/help/HelpBrowser.h"
#include "ui/help/HelpKeys.h"
#include "ui/pages/Page.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeWidget>
#include <QXmlStreamReader>

using namespace foretrail;
using namespace foretrail::test;

namespace {

const QString english = QStringLiteral("en"), chinese = QStringLiteral("zh_CN");

/// What a person reads of a text of the program: without mnemonics, … for what the program puts in.
QString readText(QString text)
{
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)")), placeholder(QStringLiteral("%(L?\\d|L?n)"));
    return text.remove(mnemonic).remove(QLatin1Char('&')).replace(placeholder, QStringLiteral("…")).replace(QChar::Nbsp, QLatin1Char(' ')).trimmed();
}

/// Every text of the program with its Chinese ones, as the file of translations has them.
const QMultiHash<QString, QString> &programTexts()
{
    static QMultiHash<QString, QString> texts;
    if (!texts.isEmpty())
        return texts;
    QFile file(QStringLiteral(FORETRAIL_SOURCE "/resources/translations/foretrail_zh_CN.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QStringLiteral("source"))
            source = readText(xml.readElementText());
        else if (xml.isStartElement() && (xml.name() == QStringLiteral("translation") || xml.name() == QStringLiteral("numerusform")))
            if (const QString said = readText(xml.readElementText(QXmlStreamReader::IncludeChildElements)); !said.isEmpty())
                texts.insert(source, said);
    }
    return texts;
}

QStringList matchesIn(const QString &text, const char *pattern)
{
    QStringList found;
    for (auto at = QRegularExpression(QLatin1String(pattern), QRegularExpression::MultilineOption).globalMatch(text); at.hasNext();)
        found << at.next().captured(1);
    return found;
}

QSet<QString> quotedLabels(const QString &topic, const QString &language)
{
    QSet<QString> labels;
    for (const QString &label : matchesIn(HelpTexts::markdown(topic, language), "\\*\\*(.+?)\\*\\*"))
        labels << readText(label);
    return labels;
}

QStringList writtenTopics()
{
    QStringList topics = HelpTexts::topics();
    topics.removeAll(QStringLiteral("keys"));
    topics.removeAll(QStringLiteral("about"));
    return topics;
}

QStringList pictureNamesIn(const QString &language) { return matchesIn(HelpTexts::markdown(QStringLiteral("glossary"), language), "\\]\\(picture:([^)]*)\\)"); }

} // namespace

class TestHelp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void eachPageHasHelpInBothLanguages();
    void bothLanguagesHaveTheSameHeadings();
    void quotedLabelsStandInTheWindow_data();
    void quotedLabelsStandInTheWindow();
    void linksLeadSomewhere();
    void markUpIsRead_data() { eachTopic(); }
    void markUpIsRead();
    void eachMetricIsExplained();
    void eachModelIsExplained();
    void picturesAreDrawnAndDiffer();
    void picturesFollowTheTheme();
    void f1ShowsThePageOnScreen_data();
    void f1ShowsThePageOnScreen();
    void followsThePageUnlessOneWentElsewhere();
    void backAndForwardFindThePlaceAgain();
    void aLinkIsFollowedByKeyboard();
    void searchFindsWordsOfAllTopics();
    void searchSaysThatNothingIsThere();
    void speaksTheLanguageAtOnce();
    void recoloursWithTheTheme();
    void escapeClosesAndSizeIsRemembered();
    void everyPartIsNamedAndReached();
    void everyShortcutStandsInTheKeys();

private:
    static void eachTopic();
    Desk &desk() { return *m_desk; }
    Help &help()
    {
        desk().window().activateWindow();
        if (!QTest::qWaitForWindowActive(&desk().window()))
            qFatal("the window does not become active");
        desk().press(Qt::Key_F1);
        Help &there = desk().part<Help>("helpDialog");
        if (!QTest::qWaitForWindowActive(&there))
            qFatal("the help does not become active");
        return there;
    }
    static QString shown(Help &there) { return Desk::child<HelpBrowser>(there, "helpText").document()->begin().text(); }
    std::unique_ptr<Desk> m_desk;
};

void TestHelp::eachTopic()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("language");
    for (const QString &topic : writtenTopics())
        for (const QString &language : {english, chinese})
            QTest::newRow(qPrintable(topic + QLatin1Char(' ') + language)) << topic << language;
}

void TestHelp::eachPageHasHelpInBothLanguages()
{
    for (const QString &page : desk().window().pageNames())
        QVERIFY2(HelpTexts::topics().contains(page), qPrintable(page));
    for (const QString &topic : writtenTopics())
        for (const QString &language : {english, chinese}) {
            const QList<HelpSection> sections = HelpTexts::sections(topic, language);
            QVERIFY2(sections.size() >= 5, qPrintable(topic + language));
            QCOMPARE(sections.front().level, 1);
            for (qsizetype i = 0; i < sections.size(); ++i) {
                const bool isGroup = i + 1 < sections.size() && sections[i + 1].level > sections[i].level;
                QVERIFY2(isGroup || !sections[i].text.isEmpty(), qPrintable(topic + language + sections[i].title));
            }
        }
}

void TestHelp::bothLanguagesHaveTheSameHeadings()
{
    for (const QString &topic : writtenTopics()) {
        const QList<HelpSection> first = HelpTexts::sections(topic, english), second = HelpTexts::sections(topic, chinese);
        QCOMPARE(first.size(), second.size());
        QSet<QString> anchors;
        for (qsizetype i = 0; i < first.size(); ++i) {
            QVERIFY2(first[i].level == second[i].level, qPrintable(first[i].title + QLatin1Char('/') + second[i].title));
            anchors << HelpTexts::anchorOf(first[i].title);
        }
        QCOMPARE(anchors.size(), first.size()); // none leads to two places
        const auto links = [&](const QString &language) {
            QStringList all = matchesIn(HelpTexts::markdown(topic, language), "\\]\\(([^)]*)\\)");
            all.sort();
            return all;
        };
        QCOMPARE(links(english), links(chinese));
    }
}

void TestHelp::quotedLabelsStandInTheWindow_data()
{
    QTest::addColumn<QString>("topic");
    for (const QString &topic : writtenTopics())
        QTest::newRow(qPrintable(topic)) << topic;
}

void TestHelp::quotedLabelsStandInTheWindow()
{
    QFETCH(QString, topic);
    QVERIFY(programTexts().size() > 1000);
    const QSet<QString> quoted = quotedLabels(topic, english), said = quotedLabels(topic, chinese);
    QVERIFY(!quoted.isEmpty());
    QSet<QString> allowed;
    for (const QString &label : quoted) {
        QVERIFY2(programTexts().contains(label), qPrintable(QStringLiteral("no text of the program: ") + label));
        const QStringList chineseOnes = programTexts().values(label);
        const QSet<QString> translations(chineseOnes.begin(), chineseOnes.end());
        QVERIFY2(translations.intersects(said), qPrintable(QStringLiteral("not quoted in Chinese: ") + label));
        allowed.unite(translations);
    }
    for (const QString &label : said)
        QVERIFY2(allowed.contains(label), qPrintable(QStringLiteral("no translation of what the English quotes: ") + label));
}

void TestHelp::linksLeadSomewhere()
{
    int count = 0;
    for (const QString &topic : writtenTopics())
        for (const QString &link : matchesIn(HelpTexts::markdown(topic, english), "[^!]\\[[^\\]]*\\]\\(([^)]*)\\)")) {
            QVERIFY2(!HelpTexts::placeOf(QUrl(link)).topic.isEmpty(), qPrintable(topic + QStringLiteral(": ") + link));
            ++count;
        }
    QVERIFY(count > 40);
    QVERIFY(HelpTexts::placeOf(QUrl(QStringLiteral("help:nowhere"))).topic.isEmpty());
    QVERIFY(HelpTexts::placeOf(QUrl(QStringLiteral("help:glossary#nothing"))).topic.isEmpty());
    QVERIFY(HelpTexts::placeOf(QUrl(QStringLiteral("https://example.org/"))).topic.isEmpty());
}

void TestHelp::markUpIsRead()
{
    QFETCH(QString, topic);
    QFETCH(QString, language);
    HelpBrowser browser;
    browser.showText(HelpTexts::markdown(topic, language));
    const QString text = browser.toPlainText();
    for (const char *mark : {"**", "](", "##", "`"})
        QVERIFY2(!text.contains(QLatin1String(mark)), qPrintable(QLatin1String(mark) + QStringLiteral(" in ") + topic + language));
    qsizetype headings = 0;
    for (QTextBlock block = browser.document()->begin(); block.isValid(); block = block.next())
        headings += block.blockFormat().headingLevel() > 0;
    QCOMPARE(headings, HelpTexts::sections(topic, language).size());
}

void TestHelp::eachMetricIsExplained()
{
    const QList<HelpSection> glossary = HelpTexts::sections(QStringLiteral("glossary"), english);
    const QString text = HelpTexts::markdown(QStringLiteral("glossary"), english);
    QStringList metrics{QStringLiteral("OWA"), QStringLiteral("hit-rate"), QStringLiteral("mrr"), QStringLiteral("ndcg")};
    for (const MetricField &field : metricFields())
        metrics << QLatin1String(field.name);
    for (const QString &metric : metrics) {
        const HelpPlace there = HelpTexts::placeOf(QUrl(QStringLiteral("help:glossary#") + HelpTexts::glossaryAnchor(metric)));
        QVERIFY2(!there.topic.isEmpty(), qPrintable(metric));
        const qsizetype from = text.indexOf(QStringLiteral("### ") + glossary[there.section].title);
        const QString entry = text.mid(from, text.indexOf(QStringLiteral("\n##"), from + 4) - from);
        QVERIFY2(entry.contains(QStringLiteral("](picture:")), qPrintable(metric));
        QVERIFY2(entry.contains(QLatin1Char('`')), qPrintable(QStringLiteral("no formula: ") + metric));
    }
}

void TestHelp::eachModelIsExplained()
{
    const QSet<QString> labels = quotedLabels(QStringLiteral("glossary"), english);
    QStringList names = recommenderNames();
    for (const ModelInfo &info : modelRegistry().models()) {
        QVERIFY2(labels.contains(readText(info.title)), qPrintable(info.title));
        names << info.name;
    }
    for (const QString &language : {english, chinese})
        for (const QString &name : std::as_const(names))
            QVERIFY2(HelpTexts::markdown(QStringLiteral("glossary"), language).contains(QLatin1Char('`') + name + QLatin1Char('`')), qPrintable(name));
}

void TestHelp::picturesAreDrawnAndDiffer()
{
    const QStringList wanted = pictureNamesIn(english), names = glossaryPictureNames();
    QVERIFY(names.size() >= 20);
    QCOMPARE(QSet<QString>(wanted.begin(), wanted.end()), QSet<QString>(names.begin(), names.end())); // none is missing, none lies idle
    QVERIFY(glossaryPicture(QStringLiteral("nothing"), 1, 1).isNull());
    QList<QImage> drawn;
    for (const QString &name : names) {
        const QImage image = glossaryPicture(name, 1, 1);
        QVERIFY2(image.width() > 100 && image.height() > 50, qPrintable(name));
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                colors << image.pixel(x, y);
        QVERIFY2(colors.size() > 3, qPrintable(QStringLiteral("nothing is drawn: ") + name));
        for (qsizetype i = 0; i < drawn.size(); ++i)
            QVERIFY2(drawn[i] != image, qPrintable(name + QStringLiteral(" looks like ") + names[i]));
        drawn << image;
    }
    QCOMPARE(glossaryPicture(names.front(), 1.5, 1).width(), glossaryPicture(names.front(), 1, 1).width() * 3 / 2);
}

void TestHelp::picturesFollowTheTheme()
{
    const QImage light = glossaryPicture(QStringLiteral("mae"), 1, 1);
    desk().settings().setScheme(Scheme::Dark);
    const QImage dark = glossaryPicture(QStringLiteral("mae"), 1, 1);
    QCOMPARE(light.pixelColor(4, 4), Theme::paperColors().surface);
    QVERIFY(dark.pixelColor(4, 4).lightness() < 80);
}

void TestHelp::f1ShowsThePageOnScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << english;
    QTest::newRow("Chinese") << chinese;
}

void TestHelp::f1ShowsThePageOnScreen()
{
    QFETCH(QString, language);
    desk().settings().setLanguage(language);
    for (const QString &page : desk().window().pageNames()) {
        desk().window().showPage(page);
        Help &there = help();
        QVERIFY(there.isVisible() && !there.isModal());
        QCOMPARE(there.place(), (HelpPlace{page, 0}));
        QCOMPARE(shown(there), HelpTexts::sections(page, language).front().title);
        QCOMPARE(shown(there), desk().window().currentPage()->title());
        QCOMPARE(Desk::child<QTreeWidget>(there, "helpContents").currentItem()->text(0), shown(there));
        QTest::keyClick(&there, Qt::Key_Escape);
        QTRY_VERIFY(!desk().window().findChild<Help *>());
    }
}

void TestHelp::followsThePageUnlessOneWentElsewhere()
{
    Help &there = help();
    QCOMPARE(there.place().topic, QStringLiteral("start"));
    desk().window().showPage(QStringLiteral("data"));
    QCOMPARE(there.place().topic, QStringLiteral("data"));
    there.go({QStringLiteral("glossary"), 3});
    desk().window().showPage(QStringLiteral("train"));
    QCOMPARE(there.place(), (HelpPlace{QStringLiteral("glossary"), 3}));
    desk().click("railHelp"); // asks for the page, and follows it again
    QCOMPARE(there.place().topic, QStringLiteral("train"));
    desk().window().showPage(QStringLiteral("forecast"));
    QCOMPARE(there.place().topic, QStringLiteral("forecast"));
}

void TestHelp::backAndForwardFindThePlaceAgain()
{
    Help &there = help();
    auto &back = Desk::child<QToolButton>(there, "helpBack");
    auto &forward = Desk::child<QToolButton>(there, "helpForward");
    QScrollBar &bar = *Desk::child<HelpBrowser>(there, "helpText").verticalScrollBar();
    QVERIFY(QTest::qWaitForWindowActive(&there));
    QVERIFY(!back.isEnabled() && !forward.isEnabled());
    there.go({QStringLiteral("glossary"), 20});
    const int scrolled = bar.value();
    QVERIFY(scrolled > 0);
    there.go({QStringLiteral("data"), 0});
    QCOMPARE(bar.value(), 0);
    Desk::click(back);
    QCOMPARE(there.place(), (HelpPlace{QStringLiteral("glossary"), 20}));
    QCOMPARE(bar.value(), scrolled);
    Desk::click(forward);
    QCOMPARE(there.place().topic, QStringLiteral("data"));
    QVERIFY(!forward.isEnabled());
    Desk::click(back);
    Desk::click(back);
    QCOMPARE(there.place().topic, QStringLiteral("start"));
    there.go({QStringLiteral("train"), 0}); // what lay ahead is gone
    QVERIFY(!forward.isEnabled());
}

void TestHelp::aLinkIsFollowedByKeyboard()
{
    Help &there = help();
    auto &browser = Desk::child<HelpBrowser>(there, "helpText");
    browser.setFocus();
    QTest::keyClick(&browser, Qt::Key_Tab);
    QCOMPARE(browser.textCursor().selectedText(), QStringLiteral("Data"));
    QTest::keyClick(&browser, Qt::Key_Return);
    QCOMPARE(there.place(), (HelpPlace{QStringLiteral("data"), 0}));
    QCOMPARE(shown(there), QStringLiteral("Data"));
    Q_EMIT browser.anchorClicked(QUrl(QStringLiteral("https://example.org/")));
    QCOMPARE(there.place().topic, QStringLiteral("data"));
}

void TestHelp::searchFindsWordsOfAllTopics()
{
    Help &there = help();
    QTest::keyClick(&there, Qt::Key_F, Qt::ControlModifier);
    auto &field = Desk::child<QLineEdit>(there, "helpFind");
    auto &hits = Desk::child<QListWidget>(there, "helpHits");
    QTest::keyClicks(&field, QStringLiteral("MASE"));
    QVERIFY(hits.isVisible());
    QVERIFY(hits.count() >= 3);
    QVERIFY(hits.item(0)->text().startsWith(QStringLiteral("Glossary › MASE"))); // a title comes before texts
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(there.place(), HelpTexts::placeOf(QUrl(QStringLiteral("help:glossary#mase"))));
    QVERIFY(!Desk::child<HelpBrowser>(there, "helpText").extraSelections().isEmpty());
    QTest::keyClick(&field, Qt::Key_Down);
    QTest::keyClick(&hits, Qt::Key_Down);
    QCOMPARE(there.place(), HelpTexts::find(QStringLiteral("MASE"))[1].place);
    field.clear();
    QVERIFY(Desk::child<QTreeWidget>(there, "helpContents").isVisible());
    const auto topicsOf = [](const QString &words) {
        QSet<QString> topics;
        for (const HelpHit &hit : HelpTexts::find(words))
            topics << hit.place.topic;
        return topics;
    };
    QVERIFY(topicsOf(QStringLiteral("ctrl+J")).contains(QStringLiteral("keys")));
    QVERIFY(topicsOf(QStringLiteral("public license")).contains(QStringLiteral("about")));
    QVERIFY(topicsOf(QStringLiteral("duplicate key log")).contains(QStringLiteral("data"))); // words in any order, all of one section
    QVERIFY(topicsOf(QString()).isEmpty());
}

void TestHelp::searchSaysThatNothingIsThere()
{
    Help &there = help();
    auto &field = Desk::child<QLineEdit>(there, "helpFind");
    QTest::keyClicks(&field, QStringLiteral("xyzzy"));
    auto &hits = Desk::child<QListWidget>(there, "helpHits");
    QCOMPARE(hits.count(), 1);
    QCOMPARE(hits.item(0)->flags(), Qt::ItemFlags(Qt::NoItemFlags));
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(there.place().topic, QStringLiteral("start"));
}

void TestHelp::speaksTheLanguageAtOnce()
{
    Help &there = help();
    there.go(HelpTexts::placeOf(QUrl(QStringLiteral("help:glossary#bias"))));
    desk().settings().setLanguage(chinese);
    QTRY_COMPARE(there.windowTitle(), QString::fromUtf8("帮助"));
    QCOMPARE(shown(there), QString::fromUtf8("术语表"));
    QCOMPARE(there.place(), HelpTexts::placeOf(QUrl(QStringLiteral("help:glossary#bias"))));
    QCOMPARE(Desk::child<QTreeWidget>(there, "helpContents").currentItem()->text(0), QString::fromUtf8("偏差"));
    QVERIFY(!HelpTexts::find(QString::fromUtf8("术语表")).isEmpty());
    desk().settings().setLanguage(english);
    QTRY_COMPARE(shown(there), QStringLiteral("Glossary"));
}

void TestHelp::recoloursWithTheTheme()
{
    Help &there = help();
    auto &browser = Desk::child<HelpBrowser>(there, "helpText");
    const auto linkColor = [&] {
        for (QTextBlock block = browser.document()->begin(); block.isValid(); block = block.next())
            for (auto at = block.begin(); !at.atEnd(); ++at)
                if (const QTextCharFormat format = at.fragment().charFormat(); !format.anchorHref().isEmpty())
                    return format.foreground().color();
        return QColor();
    };
    QCOMPARE(linkColor(), Theme::colors().accentText);
    desk().settings().setScheme(Scheme::Dark);
    QVERIFY(Theme::colors().isDark);
    QTRY_COMPARE(linkColor(), Theme::colors().accentText);
}

void TestHelp::escapeClosesAndSizeIsRemembered()
{
    Help &there = help();
    const QSize size(777, 555);
    there.resize(size);
    QTest::keyClick(&there, Qt::Key_Escape);
    QTRY_VERIFY(!desk().window().findChild<Help *>());
    QCOMPARE(help().size(), size);
}

void TestHelp::everyPartIsNamedAndReached()
{
    Help &there = help();
    for (const char *name : {"helpFind", "helpContents", "helpHits", "helpText"})
        QVERIFY2(!Desk::child(there, name).accessibleName().isEmpty(), name);
    for (const char *name : {"helpBack", "helpForward"})
        QVERIFY2(!Desk::child<QToolButton>(there, name).text().isEmpty(), name);
    QStringList order;
    for (QWidget *part = Desk::child(there, "helpFind").nextInFocusChain(); part->objectName() != QStringLiteral("helpFind"); part = part->nextInFocusChain())
        if (part->objectName().startsWith(QStringLiteral("help")) && (part->focusPolicy() & Qt::TabFocus))
            order << part->objectName();
    QVERIFY(order.indexOf(QStringLiteral("helpContents")) < order.indexOf(QStringLiteral("helpText")));
    QVERIFY(order.contains(QStringLiteral("helpContents")) && order.contains(QStringLiteral("helpBack")) && order.contains(QStringLiteral("helpClose")));
}

/// A new shortcut that the help does not name fails here.
void TestHelp::everyShortcutStandsInTheKeys()
{
    for (const QString &page : desk().window().pageNames())
        desk().window().showPage(page);
    help();
    const QString text = keysMarkdown();
    int count = 0;
    for (const QAction *action : desk().window().findChildren<QAction *>())
        for (const QKeySequence &keys : action->shortcuts()) {
            const QString name = keys.toString(QKeySequence::NativeText);
            if (action->objectName().startsWith(QStringLiteral("go_")))
                continue; // Ctrl+1 and so on are said in one line
            ++count;
            QVERIFY2(text.contains(QLatin1Char('`') + name + QLatin1Char('`')), qPrintable(action->objectName() + QStringLiteral(": ") + name));
        }
    QVERIFY(count > 20);
    QVERIFY(aboutMarkdown().contains(QStringLiteral(FORETRAIL_VERSION)));
}

FORETRAIL_TEST_MAIN(TestHelp, QApplication)
#include "tst_help.moc"
