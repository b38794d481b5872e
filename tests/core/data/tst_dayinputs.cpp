// What comes into a shop in a day, and what users bring to a sum: by hand.
#include "core/data/totals/DayInputs.h"
#include "core/data/totals/UserSums.h"
#include "core/data/UserSet.h"
#include "tests/core/data/EventBuilder.h"

#include <QTemporaryDir>

using namespace foretrail;
using test::TestEvent;

namespace {

constexpr DayNumber first = 14'975; // 2011-01-01

TestEvent event(const char *time, const char *user, const char *kind, double amount = missing)
{
    TestEvent made;
    made.time = QString::fromLatin1(time);
    made.user = user;
    made.kind = kind;
    made.item = "tea";
    made.amount = amount;
    return made;
}

/// Two days: the second has purchases and what came back alone.
const std::vector<TestEvent> &twoDays()
{
    static const std::vector<TestEvent> events{
        event("2011-01-01T10:00:00", "ann", "view"), event("2011-01-01T10:01:00", "ann", "purchase", 4), event("2011-01-01T11:00:00", "bob", "view"),
        event("2011-01-01T23:59:59", "ann", "purchase", 8), event("2011-01-02T00:00:00", "bob", "purchase", 3), event("2011-01-02T09:00:00", "", "purchase", 5),
        event("2011-01-02T09:30:00", "bob", "return", -3)};
    return events;
}

} // namespace

class TestDayInputs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace.emplace(Workspace::create(m_folder->filePath(QStringLiteral("shop.foretrail"))).value());
        VERIFY_RESULT(test::store(*m_workspace, twoDays()));
    }
    void cleanup() { m_workspace.reset(); }

    void daysByHand()
    {
        const auto inputs = DayInputs::read(*m_workspace, nullptr, m_job);
        VERIFY_RESULT(inputs);
        QCOMPARE(inputs->days().size(), size_t(2));
        const DayInput one = inputs->on(first), two = inputs->on(first + 1);
        QCOMPARE(one.events, 4);
        QCOMPARE(one.users, 2);
        QCOMPARE(one.purchaseShare(), 0.5);
        QCOMPARE(one.purchaseValue(), 6.0);
        QCOMPARE(two.events, 3);
        QCOMPARE(two.users, 1); // of the other nobody knows who it is
        QVERIFY(std::isnan(two.purchaseShare())); // nobody looked, so the share says nothing
        QCOMPARE(two.purchaseValue(), 4.0);
        QCOMPARE(inputs->on(first + 2).events, 0);
        QVERIFY(std::isnan(inputs->on(first + 2).purchaseValue()));
    }

    void ofSomeUsers()
    {
        const qint64 ann = m_workspace->data().user(QStringLiteral("ann"))->id.value;
        const UserSet users({ann});
        const auto inputs = DayInputs::read(*m_workspace, &users, m_job);
        VERIFY_RESULT(inputs);
        QCOMPARE(inputs->on(first).events, 3);
        QCOMPARE(inputs->on(first).users, 1);
        QCOMPARE(inputs->on(first + 1).events, 0);
    }

    // A user of an open day counts once, before and after other days are closed; of a closed day no more.
    void asAFeedAdds()
    {
        DayInputs inputs;
        for (int i = 0; i < 3; ++i)
            inputs.add(first, {1}, EventMeaning::View, 0);
        inputs.add(first + 1, {1}, EventMeaning::Purchase, 2);
        inputs.add(first + 1, {2}, EventMeaning::View, 0);
        inputs.closeBefore(first + 1);
        inputs.add(first + 1, {1}, EventMeaning::View, 0);
        inputs.add(first + 1, {3}, EventMeaning::View, 0);
        inputs.add(first, {9}, EventMeaning::View, 0);
        QCOMPARE(inputs.on(first).users, 1);
        QCOMPARE(inputs.on(first).events, 4);
        QCOMPARE(inputs.on(first + 1).users, 3);
        QCOMPARE(inputs.on(first + 1).purchaseShare(), 0.25);
    }

    void sumsOfUsers()
    {
        const WallMs day = first * dayMs;
        SeriesQuery query;
        const auto sums = userSums(*m_workspace, query, day, day + dayMs, day + 2 * dayMs, m_job);
        VERIFY_RESULT(sums);
        QCOMPARE(sums->size(), size_t(3));
        const auto of = [&](const QString &key) {
            const qint64 row = key.isEmpty() ? 0 : m_workspace->data().user(key)->id.value;
            for (const UserSum &sum : *sums)
                if (sum.user.value == row)
                    return std::pair(sum.before, sum.since);
            return std::pair(missing, missing);
        };
        QCOMPARE(of(QStringLiteral("ann")), std::pair(12.0, 0.0));
        QCOMPARE(of(QStringLiteral("bob")), std::pair(0.0, 0.0));
        QCOMPARE(of({}), std::pair(0.0, 5.0));
        query.measure = Measure::Events;
        query.by = GroupBy::Item;
        query.keys = {QStringLiteral("tea")};
        const auto events = userSums(*m_workspace, query, day, day + 12 * hourMs, day + dayMs, m_job);
        VERIFY_RESULT(events);
        QCOMPARE(events->size(), size_t(2)); // those of the second day are behind
        query.measure = Measure::Users;
        QCOMPARE(userSums(*m_workspace, query, day, day, day, m_job).error().code, ErrorCode::InvalidInput);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    JobContext m_job;
};

FORETRAIL_TEST_MAIN(TestDayInputs, QCoreApplication)
#include "tst_dayinputs.moc"
