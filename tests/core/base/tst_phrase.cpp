// Texts that are kept with data and read in another language than the one they were written in.
#include "core/base/Phrase.h"
#include "tests/support/TestSupport.h"

#include <QTranslator>

using namespace foretrail;

namespace {

/// Speaks one sentence with its arguments the other way round.
class OneSentence : public QTranslator {
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const bool isIt = QByteArray(context) == "foretrail::Test" && QByteArray(source) == "has %1 columns where %2 are expected";
        return isIt ? QStringLiteral("statt %2 Spalten: %1") : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestPhrase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void speaksTheLanguageOfNow()
    {
        const QString kept = Phrase::kept("foretrail::Test", "has %1 columns where %2 are expected", {QStringLiteral("7"), QStringLiteral("8")});
        QCOMPARE(Phrase::shown(kept), QStringLiteral("has 7 columns where 8 are expected"));
        OneSentence translator;
        QCoreApplication::installTranslator(&translator);
        QCOMPARE(Phrase::shown(kept), QStringLiteral("statt 8 Spalten: 7"));
        QCoreApplication::removeTranslator(&translator);
        QCOMPARE(Phrase::shown(kept), QStringLiteral("has 7 columns where 8 are expected"));
    }
    void argumentsAreTakenAsTheyAre()
    {
        const QString kept = Phrase::kept("foretrail::Test", "%1 and %2", {QStringLiteral("\"%2\""), QStringLiteral("100 %1")});
        QCOMPARE(Phrase::shown(kept), QStringLiteral("\"%2\" and 100 %1"));
        QCOMPARE(Phrase::shown(Phrase::kept("foretrail::Test", "plain")), QStringLiteral("plain"));
        const QStringList five{QStringLiteral("a"), QStringLiteral("%1"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e")};
        QCOMPARE(Phrase::shown(Phrase::kept("foretrail::Test", "%5 %4 %3 %2 %1", five)), QStringLiteral("e d c %1 a"));
        QCOMPARE(Phrase::shown(Phrase::kept("foretrail::Test", "%1, %3, %2", five.mid(0, 3))), QStringLiteral("a, c, %1"));
    }
    void otherTextsStay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QString();
        QTest::newRow("of an older workspace") << QStringLiteral("is not a number");
        QTest::newRow("a list") << QStringLiteral("[1,2]");
        QTest::newRow("cut off") << QStringLiteral("[\"foretrail::Test\",\"pl");
        QTest::newRow("too short") << QStringLiteral("[\"foretrail::Test\"]");
    }
    void otherTextsStay()
    {
        QFETCH(QString, text);
        QCOMPARE(Phrase::shown(text), text);
    }
};

FORETRAIL_TEST_MAIN(TestPhrase, QCoreApplication)
#include "tst_phrase.moc"
