// Lists of names between commas, and names that have commas.
#include "core/base/NameList.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestNameList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesOfAList_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("nothing") << QString() << QStringList();
        QTest::newRow("blanks and empty ones") << QStringLiteral(" ar ,, theta,") << QStringList{QStringLiteral("ar"), QStringLiteral("theta")};
        QTest::newRow("quotes") << QStringLiteral("Garden, \"Toys, games\" ,Home") << QStringList{QStringLiteral("Garden"), QStringLiteral("Toys, games"), QStringLiteral("Home")};
        QTest::newRow("behind an equals sign") << QStringLiteral("view,view@category=\"Toys, games\",cart")
                                               << QStringList{QStringLiteral("view"), QStringLiteral("view@category=Toys, games"), QStringLiteral("cart")};
        QTest::newRow("a quote within quotes") << QStringLiteral("\"5\"\" nails, long\",x") << QStringList{QStringLiteral("5\" nails, long"), QStringLiteral("x")};
        QTest::newRow("inches") << QStringLiteral("5\" nails,7\" nails") << QStringList{QStringLiteral("5\" nails"), QStringLiteral("7\" nails")};
        QTest::newRow("never closed") << QStringLiteral("\"Toys, games") << QStringList{QStringLiteral("\"Toys"), QStringLiteral("games")};
    }
    void namesOfAList()
    {
        QFETCH(QString, text);
        QTEST(namesIn(text), "names");
    }
    void whatIsQuotedReadsBack()
    {
        for (const char *name : {"Home", "Toys, games", "5\" nails", "\"Best\", of all", "a=b, c"})
            QCOMPARE(namesIn(QStringLiteral("x, %1,y").arg(quotedName(QLatin1String(name)))),
                     (QStringList{QStringLiteral("x"), QLatin1String(name), QStringLiteral("y")}));
        QCOMPARE(quotedName(QStringLiteral("Home")), QStringLiteral("Home"));
    }
    void theNameThatIsBeingWritten()
    {
        QCOMPARE(lastNameAt(QStringLiteral("Ho")), 0);
        QCOMPARE(lastNameAt(QStringLiteral("Home,\"Toys, ga")), 5);
        QCOMPARE(lastNameAt(QStringLiteral("Home,\"Toys, games\", Ga")), 19);
    }
};

FORETRAIL_TEST_MAIN(TestNameList, QCoreApplication)
#include "tst_namelist.moc"
