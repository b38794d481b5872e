// The Chinese is complete: nothing unfinished, nothing in the sources that the file lacks, and every placeholder kept.
#include "tests/support/TestSupport.h"
#include "ui/Language.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace foretrail;
using namespace foretrail::test;

namespace {

struct Message {
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< several for numbers
    QString type;             ///< "unfinished", "vanished"; empty: fine
    bool isNumber = false;

    QString id() const { return context + QStringLiteral(": ") + source + (comment.isEmpty() ? QString() : QStringLiteral(" {%1}").arg(comment)); }
};

QString projectFile(const QString &name) { return QStringLiteral(FORETRAIL_SOURCE "/") + name; }

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.isNumber = xml.attributes().value(QStringLiteral("numerus")) == QStringLiteral("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QStringLiteral("comment"))
            message.comment = xml.readElementText();
        else if (xml.name() == QStringLiteral("translation")) {
            message.type = xml.attributes().value(QStringLiteral("type")).toString();
            if (!message.isNumber) {
                message.translations << xml.readElementText(QXmlStreamReader::IncludeChildElements);
                continue;
            }
            while (xml.readNextStartElement())
                message.translations << xml.readElementText();
        } else
            xml.skipCurrentElement();
    }
    return message;
}

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == QStringLiteral("name"))
                context = xml.readElementText();
            else if (xml.name() == QStringLiteral("message"))
                messages << readMessage(xml, context);
            else
                xml.skipCurrentElement();
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

/// %1 %2 %n and where a mnemonic is: what a translation must keep.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(L?\\d|L?n)"));
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    static const QRegularExpression mnemonic(QStringLiteral("&[A-Za-z]"));
    if (text.contains(mnemonic))
        found << QStringLiteral("&");
    return found;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingIsUnfinished();
    void placeholdersAreKept();
    void nothingLooksUntranslated();
    void theSourcesHaveNoOtherTexts();
    void contextsAreDeclared();
    void theCompiledFileAnswers();
    void englishCountsInTwoForms();

private:
    QString m_path = projectFile(QStringLiteral("resources/translations/foretrail_zh_CN.ts"));
    QList<Message> m_messages;
};

void TestTranslations::initTestCase()
{
    m_messages = readMessages(m_path);
    QVERIFY(m_messages.size() > 100);
}

void TestTranslations::nothingIsUnfinished()
{
    QStringList open;
    for (const Message &message : m_messages)
        if (!message.type.isEmpty() || message.translations.isEmpty() || message.translations.contains(QString()))
            open << message.id();
    QVERIFY2(open.isEmpty(), qPrintable(QStringLiteral("to translate:\n") + open.join(QLatin1Char('\n'))));
}

void TestTranslations::placeholdersAreKept()
{
    QStringList wrong;
    for (const Message &message : m_messages)
        for (const QString &translation : message.translations)
            if (placeholders(message.source) != placeholders(translation))
                wrong << message.id() + QStringLiteral(" -> ") + translation;
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

/// A sentence of English words that comes back as it was has been forgotten.
void TestTranslations::nothingLooksUntranslated()
{
    static const QRegularExpression words(QStringLiteral("[a-z]{3,} [a-z]{3,}"));
    QStringList same;
    for (const Message &message : m_messages)
        if (message.translations.contains(message.source) && message.source.contains(words))
            same << message.id();
    QVERIFY2(same.isEmpty(), qPrintable(same.join(QLatin1Char('\n'))));
}

void TestTranslations::theSourcesHaveNoOtherTexts()
{
    QString lupdate = QStandardPaths::findExecutable(QStringLiteral("lupdate"), {QStringLiteral("/usr/lib/qt6/bin")});
    if (lupdate.isEmpty())
        QSKIP("lupdate is not installed: it comes with qt6-l10n-tools");
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("fresh_zh_CN.ts"));
    QProcess process;
    process.setWorkingDirectory(projectFile({}));
    process.start(lupdate, {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-extensions"),
                            QStringLiteral("cpp,h"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("core"),
                            QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("-ts"), fresh});
    QVERIFY(process.waitForFinished(120'000));
    QSet<QString> kept;
    for (const Message &message : m_messages)
        kept << message.id();
    const QList<Message> now = readMessages(fresh);
    QVERIFY(now.size() > 100);
    QStringList absent;
    for (const Message &message : now)
        if (!kept.contains(message.id()))
            absent << message.id();
    QVERIFY2(absent.isEmpty(), qPrintable(QStringLiteral("build the target translations_update and translate:\n") + absent.join(QLatin1Char('\n'))));
}

/// A function that names the context by hand hides it from lupdate, which writes another: nothing would be found.
void TestTranslations::contextsAreDeclared()
{
    static const QRegularExpression helper(QStringLiteral("translate\\(\"[\\w:]+\", ?[a-z]"));
    QStringList wrong;
    for (const char *folder : {"core", "ui", "app"}) {
        QDirIterator files(projectFile(QString::fromLatin1(folder)), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            if (QString::fromUtf8(readAll(file)).contains(helper))
                wrong << file;
        }
    }
    // Nor does an alias of the class that declares it: lupdate puts its texts into a context without a name.
    for (const char *file : {"foretrail_en.ts", "foretrail_zh_CN.ts"})
        if (readAll(projectFile(QStringLiteral("resources/translations/") + QLatin1String(file))).contains("<name></name>"))
            wrong << QLatin1String(file);
    QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("use Q_DECLARE_TR_FUNCTIONS in\n") + wrong.join(QLatin1Char('\n'))));
}

/// What is compiled answers as the program asks.
void TestTranslations::theCompiledFileAnswers()
{
    const QString lrelease = QStandardPaths::findExecutable(QStringLiteral("lrelease"), {QStringLiteral("/usr/lib/qt6/bin")});
    if (lrelease.isEmpty())
        QSKIP("lrelease is not installed: it comes with qt6-l10n-tools");
    const QTemporaryDir folder;
    const QString compiled = folder.filePath(QStringLiteral("x.qm"));
    QCOMPARE(QProcess::execute(lrelease, {QStringLiteral("-silent"), m_path, QStringLiteral("-qm"), compiled}), 0);
    QTranslator translator;
    QVERIFY(translator.load(compiled));
    QStringList lost;
    for (const Message &message : m_messages) {
        const QByteArray comment = message.comment.toUtf8();
        const QString found = translator.translate(message.context.toUtf8().constData(), message.source.toUtf8().constData(),
                                                   comment.isEmpty() ? nullptr : comment.constData(), message.isNumber ? 2 : -1);
        if (!message.translations.contains(found))
            lost << message.id();
    }
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join(QLatin1Char('\n'))));
}

/// The sources hold the plural; the English file has to know "1 row" for each of them.
void TestTranslations::englishCountsInTwoForms()
{
    QHash<QString, QStringList> english;
    for (const Message &message : readMessages(projectFile(QStringLiteral("resources/translations/foretrail_en.ts"))))
        if (message.type.isEmpty() && !message.translations.contains(QString()))
            english.insert(message.id(), message.translations);
    QStringList open;
    for (const Message &message : m_messages)
        if (message.isNumber && english.value(message.id()).size() != 2)
            open << message.id();
    QVERIFY2(open.isEmpty(), qPrintable(QStringLiteral("foretrail_en.ts lacks:\n") + open.join(QLatin1Char('\n'))));
    QTranslator translator;
    Language::speakEnglish(translator);
    QCOMPARE(QCoreApplication::translate("foretrail::Suggest", "%n steps of the training part have no value.", nullptr, 1), QStringLiteral("1 step of the training part has no value."));
    QCOMPARE(QCoreApplication::translate("foretrail::Suggest", "%n steps of the training part have no value.", nullptr, 2), QStringLiteral("2 steps of the training part have no value."));
}

FORETRAIL_TEST_MAIN(TestTranslations, QCoreApplication)
#include "tst_translations.moc"
