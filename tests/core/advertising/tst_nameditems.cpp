// Items as a person says them: by keys, by names that one item alone has, whatever their case; what is neither is named.
#include "core/advertising/NamedItems.h"
#include "core/data/FactWriter.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestNamedItems : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keysAndNames();
    void unknown();
    void namesakes();

private:
    Result<QStringList> keysOf(const QStringList &said)
    {
        JobContext job;
        return itemKeysOf(*m_shop, said, job);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_shop;
};

void TestNamedItems::init()
{
    m_shop.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    Result<Workspace> made = Workspace::create(m_folder->filePath(QStringLiteral("shop.foretrail")));
    VERIFY_RESULT(made);
    m_shop = std::make_unique<Workspace>(std::move(*made));
    auto writer = FactWriter::begin(*m_shop, {QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    VERIFY_RESULT(writer);
    quint64 line = 0;
    for (const auto &[key, name] : {std::pair("10", "Blue vase"), std::pair("11", "Lamp, large"), std::pair("12", "Rug"), std::pair("13", "rug"), std::pair("lamp", "Small lamp")}) {
        EventRow row;
        row.time = dayMs * qint64(++line);
        row.user = "ann";
        row.item = key;
        row.itemName = name;
        row.kind = "view";
        row.fingerprint = line;
        VERIFY_RESULT((*writer)->addEvent(row));
    }
    JobContext job;
    VERIFY_RESULT((*writer)->commit({}, {}, "sha", job));
}

void TestNamedItems::keysAndNames()
{
    const Result<QStringList> keys = keysOf({QStringLiteral("12"), QStringLiteral("blue VASE"), QStringLiteral("Lamp, large"), QStringLiteral("lamp")});
    VERIFY_RESULT(keys);
    QCOMPARE(*keys, (QStringList{QStringLiteral("12"), QStringLiteral("10"), QStringLiteral("11"), QStringLiteral("lamp")}));
    QVERIFY(keysOf({})->isEmpty());
}

void TestNamedItems::unknown()
{
    const Result<QStringList> one = keysOf({QStringLiteral("10"), QStringLiteral("vase")});
    QVERIFY(!one && one.error().code == ErrorCode::NotFound);
    QVERIFY2(one.error().message.contains(QStringLiteral("\"vase\"")), qPrintable(one.error().message));
    const Result<QStringList> two = keysOf({QStringLiteral("vase"), QStringLiteral("10"), QStringLiteral("chair")});
    QVERIFY(!two && two.error().code == ErrorCode::NotFound);
    QCOMPARE(two.error().message, QStringLiteral("These are no items: \"vase\", \"chair\"."));
}

void TestNamedItems::namesakes()
{
    const Result<QStringList> rugs = keysOf({QStringLiteral("RUG")});
    QVERIFY(!rugs && rugs.error().code == ErrorCode::InvalidInput);
    QVERIFY2(rugs.error().message.contains(QStringLiteral("12")) && rugs.error().message.contains(QStringLiteral("13")), qPrintable(rugs.error().message));
}

FORETRAIL_TEST_MAIN(TestNamedItems, QCoreApplication)
#include "tst_nameditems.moc"
