// Hidden names lead back to users only by the secret of the file; who is erased is nowhere in it.
#include "core/data/EraseUser.h"
#include "core/data/ImportHistory.h"
#include "core/data/UserNames.h"
#include "core/data/sqlite/Connection.h"
#include "tests/core/data/EventBuilder.h"

#include <QSet>

using namespace foretrail;
using namespace foretrail::test;

namespace {

const std::string erased = "alice.of.the.woods@example.org";

std::vector<TestEvent> eventsOf(const std::string &user, int day, const std::string &session)
{
    const QString time = QStringLiteral("2024-03-%1T10:00:00").arg(day, 2, 10, QLatin1Char('0'));
    return {{time, user, "lamp", "view", session, "home"}, {time, user, "lamp", "purchase", session, "home", 2, 30.0}};
}

std::vector<TestEvent> joined(std::initializer_list<std::vector<TestEvent>> parts)
{
    std::vector<TestEvent> all;
    for (const auto &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// Everything that is counted beside the events, as text.
QStringList totalsOf(Workspace &workspace)
{
    QStringList lines;
    for (const char *sql : {"SELECT key, events, orders, returns, value, first_seen, last_seen FROM users WHERE events > 0 ORDER BY key",
                            "SELECT key, events, '', '', '', '', '' FROM items WHERE events > 0 ORDER BY key", "SELECT key, events, '', '', '', '', '' FROM kinds ORDER BY key",
                            "SELECT key, events, '', '', '', '', '' FROM categories WHERE events > 0 ORDER BY key",
                            "SELECT events, first_time, last_time, amounts, net_amount, '', '' FROM imports ORDER BY id",
                            "SELECT key, '', '', '', '', '', '' FROM sessions WHERE id IN (SELECT session_id FROM events) ORDER BY key"}) {
        Statement rows = workspace.connection().prepare(sql);
        while (rows.step()) {
            QStringList line;
            for (int column = 0; column < 7; ++column)
                line << rows.text(column);
            lines << line.join(QLatin1Char(' '));
        }
    }
    return lines;
}

} // namespace

class PrivacyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whoIsErasedWasNeverThere();
    void whoIsErasedDoesNotComeBack();
    void valuesOfColumnsGoToo();
    void nobodyElseIsErased();
    void namesArePermutation();
    void namesHideKeys();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
    JobContext m_job;
};

void PrivacyTest::whoIsErasedWasNeverThere()
{
    const auto others = joined({eventsOf("bob", 1, "s1"), eventsOf("carol", 2, "s2")});
    {
        auto workspace = Workspace::create(path("with.foretrail"));
        VERIFY_RESULT(workspace);
        VERIFY_RESULT(store(*workspace, joined({others, eventsOf(erased, 3, erased + "/visit"), eventsOf(erased, 9, "s2")})));
        workspace->connection().execute("INSERT INTO key_attributes SELECT 'user', key, 'city', 'Ulm', 1 FROM users WHERE key LIKE 'alice%'");
        workspace->connection().execute("INSERT INTO rejects(import_id, line, column_name, value, reason, fields) SELECT 1, 7, 'price', 'x', 'no number', "
                                        "json_array('2024', key, 'x') FROM users WHERE key LIKE 'alice%'");
        const Result<Erasure> done = eraseUser(*workspace, QString::fromStdString(erased), m_job);
        VERIFY_RESULT(done);
        QCOMPARE(done->events, qint64(4));
        QCOMPARE(done->attributes, qint64(1));
        QCOMPARE(done->rejects, qint64(1));
        VERIFY_RESULT(workspace->checkIntegrity());
        auto never = Workspace::create(path("never.foretrail"));
        VERIFY_RESULT(never);
        VERIFY_RESULT(store(*never, others));
        QCOMPARE(totalsOf(*workspace), totalsOf(*never));
        QCOMPARE(workspace->connection().integer("SELECT count(*) FROM rejects"), qint64(1)); // that there was a row is still told
        QCOMPARE(workspace->data().user(QString::fromStdString(erased)).error().code, ErrorCode::NotFound);
    }
    for (const char *suffix : {"", "-wal"})
        if (QFile file(path("with.foretrail") + QLatin1String(suffix)); file.open(QIODevice::ReadOnly))
            QVERIFY2(!file.readAll().contains(erased.c_str()), suffix);
}

// Of an import that was taken back, and when it is brought back.
void PrivacyTest::whoIsErasedDoesNotComeBack()
{
    auto workspace = Workspace::create(path("w.foretrail"));
    VERIFY_RESULT(workspace);
    VERIFY_RESULT(store(*workspace, eventsOf("bob", 1, "s1")));
    VERIFY_RESULT(store(*workspace, joined({eventsOf(erased, 3, "s3"), eventsOf("carol", 2, "s2")}), 100));
    VERIFY_RESULT(store(*workspace, eventsOf(erased, 5, "s5"), 200));
    VERIFY_RESULT(undoImport(*workspace, 2, m_job));
    VERIFY_RESULT(eraseUser(*workspace, QString::fromStdString(erased), m_job));
    VERIFY_RESULT(redoImport(*workspace, 2, m_job));
    const auto users = workspace->data().users(m_job);
    VERIFY_RESULT(users);
    QStringList keys;
    for (const UserRow &user : *users)
        keys << user.key;
    keys.sort();
    QCOMPARE(keys, (QStringList{QStringLiteral("bob"), QStringLiteral("carol")}));
    QCOMPARE(workspace->data().summary()->events, qint64(4));
}

// A column of the log may hold an address: what nobody else's events say is gone with the user's.
void PrivacyTest::valuesOfColumnsGoToo()
{
    {
        auto workspace = Workspace::create(path("w.foretrail"));
        VERIFY_RESULT(workspace);
        auto events = joined({eventsOf("bob", 1, "s1"), eventsOf("user7", 2, "s2"), eventsOf("user7", 3, "s3")});
        events[0].attribute = events[2].attribute = "Ulm";
        events[3].attribute = events[5].attribute = erased;
        VERIFY_RESULT(store(*workspace, events, 1, {QStringLiteral("contact")}));
        QCOMPARE(workspace->connection().integer("SELECT count(*) FROM attribute_values"), qint64(2));
        VERIFY_RESULT(eraseUser(*workspace, QStringLiteral("user7"), m_job));
        QCOMPARE(workspace->connection().integer("SELECT count(*) FROM attribute_values WHERE value = 'Ulm'"), qint64(1));
        QCOMPARE(workspace->connection().integer("SELECT count(*) FROM attribute_values"), qint64(1));
        VERIFY_RESULT(workspace->checkIntegrity());
    }
    QFile file(path("w.foretrail"));
    QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains(erased.c_str()));
}

void PrivacyTest::nobodyElseIsErased()
{
    auto workspace = Workspace::create(path("w.foretrail"));
    VERIFY_RESULT(workspace);
    VERIFY_RESULT(store(*workspace, eventsOf("bob", 1, "s1")));
    const QStringList before = totalsOf(*workspace);
    const Result<Erasure> unknown = eraseUser(*workspace, QStringLiteral("bib"), m_job);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    QVERIFY(unknown.error().message.contains(QStringLiteral("bob"))); // what is near
    JobContext stopped;
    stopped.requestStop();
    QVERIFY(!eraseUser(*workspace, QStringLiteral("bob"), stopped));
    QCOMPARE(totalsOf(*workspace), before);
}

void PrivacyTest::namesArePermutation()
{
    const UserNames names(QByteArray(64, 'a')), others(QByteArray(64, 'b'));
    QSet<QString> seen;
    qint64 alike = 0;
    for (qint64 user = 1; user <= 3000; ++user) {
        const QString name = names.shown(user, QStringLiteral("key"));
        QCOMPARE(name.size(), 10);
        seen.insert(name);
        QCOMPARE(names.userOf(name), user);
        alike += name == others.shown(user, QStringLiteral("key"));
    }
    QCOMPARE(seen.size(), 3000);
    QCOMPARE(alike, 0);
    QCOMPARE(names.userOf(names.shown(20'000'000, {})), qint64(20'000'000));
    QCOMPARE(names.userOf(QStringLiteral("u-iloiloil")), 0); // letters that no name has
    QCOMPARE(UserNames().shown(1, QStringLiteral("key")), QStringLiteral("key"));
}

void PrivacyTest::namesHideKeys()
{
    auto workspace = Workspace::create(path("w.foretrail"));
    VERIFY_RESULT(workspace);
    VERIFY_RESULT(store(*workspace, joined({eventsOf("bob", 1, "s1"), eventsOf("carol", 2, "s2")})));
    workspace->connection().execute("INSERT INTO key_attributes VALUES ('user', 'bob', 'city', 'Ulm', 1)");
    ShopData &data = workspace->data();
    const UserId bob = data.user(QStringLiteral("bob"))->id;
    VERIFY_RESULT(setUsersHidden(*workspace, true));
    QVERIFY(*hidesUsers(*workspace));
    const QString name = data.users(m_job)->front().key;
    QVERIFY2(name.startsWith(QStringLiteral("u-")), qPrintable(name));
    QCOMPARE(data.user(name)->id, data.users(m_job)->front().id);
    QCOMPARE(data.user(QStringLiteral("bob"))->id, bob); // who knows the key may ask by it
    const QString hiddenBob = data.user(QStringLiteral("bob"))->key;
    QCOMPARE(data.attributesOf(QStringLiteral("user"), hiddenBob)->front().value, QStringLiteral("Ulm"));
    const QString said = data.user(QStringLiteral("bib")).error().message;
    QVERIFY2(!said.contains(QStringLiteral("bob")), qPrintable(said));
    VERIFY_RESULT(setUsersHidden(*workspace, false));
    QCOMPARE(data.user(QStringLiteral("bob"))->key, QStringLiteral("bob"));
    VERIFY_RESULT(setUsersHidden(*workspace, true));
    QCOMPARE(data.users(m_job)->front().key, name); // as before
}

FORETRAIL_TEST_MAIN(PrivacyTest, QCoreApplication)
#include "tst_privacy.moc"
