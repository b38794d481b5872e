// Lists of all users as a file, beside the list of each alone.
#include "core/behaviour/recommend/RecommendEvaluation.h"
#include "core/report/RecommendReport.h"
#include "tests/core/behaviour/ShopInMemory.h"
#include "tests/support/TestSupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace foretrail;
using test::ShopInMemory;

class TestRecommendReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void listsOfAllEqualSingleOnes();
    void workersWriteTheSame();
    void onlySomeUsers();
    void coldStartsAreCounted();
    void stoppedLeavesNoFile();
    void figuresOfATest();
    void keysOfAFile();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray written(const AllListsRequest &request, const RecommendRules &rules = {}, AllListsReport *report = nullptr);
    QTemporaryDir m_folder;
    std::shared_ptr<const FittedRecommender> m_fitted;
    QList<UserRow> m_users;
};

void TestRecommendReport::initTestCase()
{
    JobContext job;
    InteractionLog log = test::twoTastesLog();
    log.itemNames[2] = QStringLiteral("a \"fine\" lamp, red");
    ShopInMemory data(log);
    m_users = *data.users(job);
    UserRow stranger;
    stranger.id.value = 50; // an event of theirs names no item
    stranger.key = QStringLiteral("stranger");
    m_users.append(stranger);
    const auto fitted = FittedRecommender::fit(*ShopLog::read(data, job), QStringLiteral("item-knn"), {}, endOfTime, job);
    QVERIFY(fitted);
    m_fitted = *fitted;
}

QByteArray TestRecommendReport::written(const AllListsRequest &request, const RecommendRules &rules, AllListsReport *report)
{
    JobContext job;
    const Result<RuleTable> table = RuleTable::of(rules, m_fitted->shop(), ItemAttributes());
    const QString file = path(QStringLiteral("lists.csv"));
    const auto done = writeAllLists(*m_fitted, *table, m_users, request, file, job);
    if (done && report)
        *report = *done;
    QFile read(file);
    return done && read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

void TestRecommendReport::listsOfAllEqualSingleOnes()
{
    RecommendRules rules;
    rules.leaveOut = LeaveOut::Bought;
    rules.diversity = 0.3;
    JobContext job;
    const Result<RuleTable> table = RuleTable::of(rules, m_fitted->shop(), ItemAttributes());
    QByteArray expected = "user,rank,item,name,score,reason\n";
    for (const UserRow &user : m_users) {
        const auto list = recommendFor(*m_fitted, {quint32(user.id.value), 0}, *table, {3, true}, job);
        for (int i = 0; i < list->items.size(); ++i) {
            const RecommendedItem &item = list->items[i];
            const QString name = item.name.isEmpty() ? QString() : QStringLiteral("\"a \"\"fine\"\" lamp, red\"");
            QString reason = reasonText(item);
            if (reason.contains(QLatin1Char(',')) || reason.contains(QLatin1Char('"')))
                reason = QLatin1Char('"') + reason.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
            expected += QStringLiteral("%1,%2,%3,%4,%5,%6\n").arg(user.key).arg(i + 1).arg(item.item, name, QString::number(item.score, 'g', 7), reason).toUtf8();
        }
    }
    QCOMPARE(written({{3, true}, {}, 2}, rules), expected);
}

void TestRecommendReport::workersWriteTheSame()
{
    const QByteArray one = written({{5, true}, {}, 1});
    QVERIFY(!one.isEmpty());
    QCOMPARE(written({{5, true}, {}, 3}), one);
}

void TestRecommendReport::onlySomeUsers()
{
    AllListsReport report;
    const QByteArray lines = written({{2, false}, std::make_shared<const UserSet>(std::vector<qint64>{3, 41}), 0}, {}, &report);
    QCOMPARE(report.users, qint64(2));
    QCOMPARE(report.rows, qint64(4));
    const QList<QByteArray> rows = lines.trimmed().split('\n');
    QCOMPARE(rows.size(), 5);
    QVERIFY(rows[1].startsWith("3,1,"));
    QVERIFY(rows[4].startsWith("41,2,"));
    QVERIFY(rows[4].endsWith(',')); // no reasons were asked for
    JobContext job;
    const auto nobody = writeAllLists(*m_fitted, *RuleTable::of({}, m_fitted->shop(), ItemAttributes()), m_users, {{}, std::make_shared<const UserSet>(), 0},
                                      path(QStringLiteral("none.csv")), job);
    QCOMPARE(nobody.error().code, ErrorCode::TooShort);
}

void TestRecommendReport::coldStartsAreCounted()
{
    AllListsReport report;
    const QByteArray lines = written({{3, true}, {}, 0}, {}, &report);
    QCOMPARE(report.users, qint64(42));
    QCOMPARE(report.coldStarts, qint64(1));
    QVERIFY(lines.contains("stranger,1,item6,,0,popular of late\n"));
    QVERIFY(report.sentence().contains(QStringLiteral("42")));
}

void TestRecommendReport::stoppedLeavesNoFile()
{
    JobContext job;
    job.requestStop();
    const auto done = writeAllLists(*m_fitted, *RuleTable::of({}, m_fitted->shop(), ItemAttributes()), m_users, {}, path(QStringLiteral("stopped.csv")), job);
    QVERIFY(done.error().isCancelled());
    QVERIFY(!QFile::exists(path(QStringLiteral("stopped.csv"))));
}

void TestRecommendReport::figuresOfATest()
{
    RankingFigures figures;
    figures.k = 10;
    figures.recall = 0.25;
    figures.mrr = 0.125;
    figures.ndcg = 0.2;
    figures.coverage = 0.5;
    figures.diversity = 0.75;
    figures.novelty = 3.5;
    figures.popularity = 0.0625;
    RecommenderScores scores;
    scores.model = QStringLiteral("item-knn");
    scores.at = {figures};
    scores.fitSeconds = 1.5;
    scores.rankSeconds = 2;
    RecommendReport report;
    report.models = {scores};
    VERIFY_RESULT(writeRecommendTest(report, path(QStringLiteral("figures.csv"))));
    QFile file(path(QStringLiteral("figures.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("model,k,hit_rate,recall,mrr,ndcg,coverage,diversity,novelty,popularity,fit_seconds,rank_seconds\n"
                                        "item-knn,10,0.25,0.25,0.125,0.2,0.5,0.75,3.5,0.0625,1.5,2\n"));
}

void TestRecommendReport::keysOfAFile()
{
    test::writeAll(path(QStringLiteral("users.csv")), "\xef\xbb\xbf" "3,Ann\r\n\n\"41\",\"Bob\"\nnobody\n");
    QCOMPARE(*keysFromFile(path(QStringLiteral("users.csv"))), (QStringList{QStringLiteral("3"), QStringLiteral("41"), QStringLiteral("nobody")}));
    qint64 unknown = 0;
    const auto users = usersFromFile(path(QStringLiteral("users.csv")), m_users, unknown);
    QVERIFY(users);
    QCOMPARE((*users)->users(), (std::vector<qint64>{3, 41}));
    QCOMPARE(unknown, qint64(1));
    test::writeAll(path(QStringLiteral("others.csv")), "x\n");
    QCOMPARE(usersFromFile(path(QStringLiteral("others.csv")), m_users, unknown).error().code, ErrorCode::InvalidInput);
    QCOMPARE(keysFromFile(path(QStringLiteral("missing.csv"))).error().code, ErrorCode::Io);
}

FORETRAIL_TEST_MAIN(TestRecommendReport, QCoreApplication)
#include "tst_recommendreport.moc"
