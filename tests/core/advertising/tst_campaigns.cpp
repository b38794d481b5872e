// Campaigns in a workspace: what is kept survives closing, budgets and limits hold, rewards come from the log, simulated decisions stay
// apart, and who is erased is in no decision.
#include "core/advertising/CampaignEvaluation.h"
#include "core/advertising/CampaignRewards.h"
#include "core/advertising/CampaignSimulation.h"
#include "core/behaviour/recommend/Audience.h"
#include "core/data/EraseUser.h"
#include "core/data/Import.h"
#include "core/data/SegmentStore.h"
#include "core/data/sample/SampleShop.h"
#include "tests/support/TestSupport.h"

#include <QJsonDocument>

#include <array>
#include <thread>

using namespace foretrail;

namespace {

constexpr auto shopLog = "time,user,item,category,kind\n"
                         "2024-01-01 10:00:00,ann,lamp,light,view\n"
                         "2024-01-01 10:05:00,ann,lamp,light,purchase\n"
                         "2024-01-01 11:00:00,ben,vase,glass,view\n"
                         "2024-01-02 09:00:00,ann,vase,glass,view\n"
                         "2024-01-02 12:00:00,cid,rug,floor,view\n"
                         "2024-01-03 10:00:00,ben,lamp,light,purchase\n"
                         "2024-01-09 10:00:00,dan,rug,floor,view\n";

UtcMs timeOf(const char *text) { return QDateTime::fromString(QString::fromLatin1(text) + QLatin1Char('Z'), Qt::ISODate).toMSecsSinceEpoch(); }

Campaign threeItems()
{
    Campaign campaign;
    campaign.name = QStringLiteral("spring");
    campaign.items = QStringList{QStringLiteral("lamp"), QStringLiteral("vase"), QStringLiteral("rug")};
    campaign.budget = 100;
    campaign.perUser = 0;
    return campaign;
}

} // namespace

class TestCampaigns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void jsonComesBack();
    void wrongCampaigns_data();
    void wrongCampaigns();
    void isCheckedAgainstTheShop();
    void featuresByHand();
    void rulesOfUsers();
    void scoresOfAModel();
    void audience();
    void budgetAndLimit();
    void twoDecideAtOnce();
    void rewardsFromTheLog();
    void rewardsByHand();
    void survivesClosing();
    void learntAgainFromTheLog();
    void erasedUsers();
    void simulationStaysApart();
    void evaluatesWhatWasSimulated();
    void removes();

private:
    Result<Workspace> open() const { return Workspace::open(m_path); }
    void fillSample();
    AdDecision decided(Workspace &workspace, const Campaign &campaign, const char *user, const char *at)
    {
        JobContext job;
        const auto reader = ContextReader::of(workspace, campaign, timeOf(at), job);
        const auto decision = decideFor(workspace, campaign, *reader, QString::fromLatin1(user), timeOf(at), job);
        return decision ? *decision : AdDecision{{}, {}, {}, decision.error().message};
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestCampaigns::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("shop.foretrail"));
    const QString log = m_folder->filePath(QStringLiteral("log.csv"));
    test::writeAll(log, shopLog);
    JobContext job;
    auto preview = previewFile(log, job);
    VERIFY_RESULT(preview);
    auto workspace = Workspace::create(m_path);
    VERIFY_RESULT(workspace);
    VERIFY_RESULT(importFile(*workspace, log, preview->plan, job));
}

void TestCampaigns::fillSample()
{
    m_path = m_folder->filePath(QStringLiteral("sample.foretrail"));
    auto workspace = Workspace::create(m_path);
    JobContext job;
    VERIFY_RESULT(createSampleShop(*workspace, SampleSize::Small, 5, job));
}

void TestCampaigns::jsonComesBack()
{
    Campaign campaign = threeItems();
    campaign.rules = {{QStringLiteral("lamp"), CampaignRule::When::Bought, QStringLiteral("light")}, {QStringLiteral("rug"), CampaignRule::When::Always, {}}};
    campaign.policy.name = QStringLiteral("rules");
    campaign.policy.epsilon = 0.25;
    campaign.reward = AdReward::Purchase;
    campaign.windowHours = 1.5;
    campaign.audience = QStringLiteral("rfm:loyal");
    const QByteArray text = QJsonDocument(campaign.toJson()).toJson();
    const Result<Campaign> again = Campaign::fromJson(QJsonDocument::fromJson(text).object());
    VERIFY_RESULT(again);
    QCOMPARE(again->toJson(), campaign.toJson());
    QCOMPARE(again->rules, campaign.rules);
    QCOMPARE(again->policy.epsilon, 0.25);
}

void TestCampaigns::wrongCampaigns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *text, const char *said) { QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(said); };
    row("no items", R"({"items": []})", "1 to 100");
    row("twice", R"({"items": ["A", "A"]})", "twice");
    row("not a list", R"({"items": "A"})", "items");
    row("budget", R"({"items": ["A"], "budget": 0})", "budget");
    row("half", R"({"items": ["A"], "budget": 1.5})", "budget");
    row("policy", R"({"items": ["A"], "policy": "oracle"})", "thompson");
    row("policy's kind", R"({"items": ["A"], "policy": 3})", "linucb");
    row("no rules", R"({"items": ["A"], "policy": "rules"})", "needs rules");
    row("no model", R"({"items": ["A"], "policy": "score"})", "needs a model");
    row("rule's item", R"({"items": ["A"], "rules": [{"item": "B"}]})", "B");
    row("rule's word", R"({"items": ["A"], "rules": [{"item": "A", "sold": "x"}]})", "sold");
    row("two words", R"({"items": ["A"], "rules": [{"item": "A", "bought": "x", "seen": "y"}]})", "seen");
    row("reward", R"({"items": ["A"], "reward": "glance"})", "click");
    row("window", R"({"items": ["A"], "window_hours": 0})", "window_hours");
    row("no such field", R"({"items": ["A"], "price": 1})", "price");
    row("category", R"({"items": ["A"], "category_of": [1]})", "category_of");
}

void TestCampaigns::wrongCampaigns()
{
    QFETCH(QString, text);
    QFETCH(QString, said);
    const Result<Campaign> campaign = Campaign::fromJson(QJsonDocument::fromJson(text.toUtf8()).object());
    QVERIFY(!campaign);
    QCOMPARE(campaign.error().code, ErrorCode::InvalidInput);
    QVERIFY2(campaign.error().message.contains(said), qPrintable(campaign.error().message));
}

void TestCampaigns::isCheckedAgainstTheShop()
{
    JobContext job;
    auto workspace = open();
    Campaign campaign = threeItems();
    const auto added = addCampaign(*workspace, campaign, job);
    VERIFY_RESULT(added);
    QCOMPARE(added->categories, (QStringList{QStringLiteral("light"), QStringLiteral("glass"), QStringLiteral("floor")}));
    QCOMPARE(added->featureOf(2), 7);
    QVERIFY(addCampaign(*workspace, campaign, job).error().message.contains(QStringLiteral("already")));
    campaign.name = QStringLiteral("other");
    campaign.items << QStringLiteral("lampe");
    QCOMPARE(addCampaign(*workspace, campaign, job).error().code, ErrorCode::NotFound);
    campaign.items.removeLast();
    campaign.audience = QStringLiteral("nobody");
    QCOMPARE(addCampaign(*workspace, campaign, job).error().code, ErrorCode::NotFound);
    campaign.audience.clear();
    campaign.model = QStringLiteral("oracle");
    QCOMPARE(addCampaign(*workspace, campaign, job).error().code, ErrorCode::NotFound);
    QCOMPARE(loadCampaign(*workspace, QStringLiteral("autumn")).error().code, ErrorCode::NotFound);
    QCOMPARE(campaignsOf(*workspace)->size(), 1);
}

// Ann at noon of 2 January: 3 events, the last 3 hours ago, 1 purchase; two of light, one of glass.
void TestCampaigns::featuresByHand()
{
    JobContext job;
    auto workspace = open();
    const auto campaign = addCampaign(*workspace, threeItems(), job);
    const UtcMs noon = timeOf("2024-01-02T12:00:00");
    const auto reader = ContextReader::of(*workspace, *campaign, noon, job);
    VERIFY_RESULT(reader);
    const auto ann = workspace->data().user(QStringLiteral("ann"));
    const auto context = reader->contextOf(ann->id, noon, job);
    VERIFY_RESULT(context);
    const std::vector<double> expected{1, std::exp(-0.125 / 30), std::log(4.0) / std::log(1001.0), std::log(2.0) / std::log(101.0), 1.0 / 3, 2.0 / 3, 1.0 / 3, 0};
    QCOMPARE(context->features.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i)
        QVERIFY(std::abs(context->features[i] - expected[i]) < 1e-12);
    // Nothing was known before the first event, which counts nowhere at its own moment.
    const auto before = reader->contextOf(ann->id, timeOf("2024-01-01T10:00:00"), job);
    QCOMPARE(before->features, (std::vector<double>{1, 0, 0, 0, 0, 0, 0, 0}));
    QCOMPARE(AdContext::fromJson(context->toJson()), *context);
}

void TestCampaigns::rulesOfUsers()
{
    JobContext job;
    auto workspace = open();
    Campaign campaign = threeItems();
    campaign.policy.name = QStringLiteral("rules");
    campaign.rules = {{QStringLiteral("vase"), CampaignRule::When::Bought, QStringLiteral("light")}, {QStringLiteral("lamp"), CampaignRule::When::Seen, QStringLiteral("glass")}};
    const auto added = addCampaign(*workspace, campaign, job);
    VERIFY_RESULT(added);
    const auto fits = [&](const char *user, const char *at) {
        const auto reader = ContextReader::of(*workspace, *added, timeOf(at), job);
        return reader->contextOf(workspace->data().user(QString::fromLatin1(user))->id, timeOf(at), job)->fits;
    };
    QCOMPARE(fits("ann", "2024-01-02T12:00:00"), (std::vector<bool>{true, true}));
    QCOMPARE(fits("ben", "2024-01-02T12:00:00"), (std::vector<bool>{false, true})); // who buys the lamp a day later
    QCOMPARE(fits("cid", "2024-01-02T12:30:00"), (std::vector<bool>{false, false}));
    campaign.name = QStringLiteral("unknown category");
    campaign.rules[0].what = QStringLiteral("lights");
    QCOMPARE(addCampaign(*workspace, campaign, job).error().code, ErrorCode::NotFound);
}

// Scores are those of the list of users that the verb audience makes.
void TestCampaigns::scoresOfAModel()
{
    fillSample();
    JobContext job;
    auto workspace = open();
    const auto truth = workspace->setting(QString::fromLatin1(sampleTruthSetting));
    Campaign campaign;
    campaign.name = QStringLiteral("scores");
    for (int place : {0, 3, 7})
        campaign.items << QJsonDocument::fromJson(truth->toUtf8())[QStringLiteral("items")][place][QStringLiteral("key")].toString();
    campaign.policy.name = QStringLiteral("score");
    campaign.model = QStringLiteral("item-knn");
    const auto added = addCampaign(*workspace, campaign, job);
    VERIFY_RESULT(added);
    const auto until = logKnownUntil(workspace->data(), job);
    const UtcMs at = **until + 1;
    const auto reader = ContextReader::of(*workspace, *added, at, job);
    VERIFY_RESULT(reader);
    const auto users = workspace->data().users(job);
    LearnOptions learning;
    const auto shop = ShopLog::read(workspace->data(), job);
    const auto fitted = FittedRecommender::fit(*shop, campaign.model, learning, at - at % dayMs, job);
    VERIFY_RESULT(fitted);
    int scored = 0;
    for (int place = 0; place < 40; ++place) {
        const UserId user = (*users)[place * 5].id;
        const auto context = reader->contextOf(user, at, job);
        for (int arm = 0; arm < 3; ++arm) {
            AudienceRequest request;
            request.item = campaign.items[arm];
            const auto scores = audienceScores(**fitted, {quint32(user.value)}, request, job);
            QCOMPARE(context->scores[size_t(arm)], scores->front());
            scored += scores->front() > 0;
        }
    }
    QVERIFY(scored > 0);
}

void TestCampaigns::audience()
{
    JobContext job;
    auto workspace = open();
    VERIFY_RESULT(SegmentStore(*workspace).save(QStringLiteral("buyers"), QJsonDocument::fromJson(R"({"what": "orders", "is": ">=", "value": 1})").object(), false, job));
    Campaign campaign = threeItems();
    campaign.audience = QStringLiteral("buyers");
    const auto added = addCampaign(*workspace, campaign, job);
    VERIFY_RESULT(added);
    QVERIFY(decided(*workspace, *added, "ann", "2024-01-09T10:00:00").shown);
    const AdDecision none = decided(*workspace, *added, "cid", "2024-01-09T10:00:00");
    QVERIFY(!none.shown && none.reason.contains(QStringLiteral("audience")));
    QCOMPARE(totalsOf(*workspace, *added)->shown, 1);
}

void TestCampaigns::budgetAndLimit()
{
    JobContext job;
    auto workspace = open();
    Campaign campaign = threeItems();
    campaign.budget = 5;
    campaign.perUser = 2;
    const auto added = addCampaign(*workspace, campaign, job);
    int shown = 0;
    for (const char *user : {"ann", "ann", "ann", "ben", "ben", "ben", "cid", "cid"})
        shown += decided(*workspace, *added, user, "2024-01-09T10:00:00").shown.has_value();
    QCOMPARE(shown, 5);
    QVERIFY(decided(*workspace, *added, "dan", "2024-01-09T10:00:00").reason.contains(QStringLiteral("budget")));
    const auto totals = totalsOf(*workspace, *added);
    QCOMPARE(totals->shown, 5);
    QCOMPARE(totals->budgetLeft, 0);
    QCOMPARE(totals->users, 3);
    QHash<qint64, int> byUser;
    const auto decisions = CampaignStore(*workspace).decisions(added->id, DecisionKind::Real, DecisionFilter::All, job);
    for (const StoredDecision &decision : *decisions) {
        QVERIFY(decision.propensity > 0 && decision.propensity <= 1);
        QVERIFY(++byUser[decision.user.value] <= 2);
    }
}

// Two programs decide about one budget at the same time: together they spend it and no more.
void TestCampaigns::twoDecideAtOnce()
{
    JobContext setUp;
    qint64 id = 0;
    {
        auto workspace = open();
        Campaign campaign = threeItems();
        campaign.budget = 60;
        id = addCampaign(*workspace, campaign, setUp)->id;
    }
    std::array<int, 2> shown{};
    const auto decideAway = [this](int &count) {
        JobContext job;
        auto workspace = open();
        const auto campaign = loadCampaign(*workspace, QStringLiteral("spring"));
        const auto reader = ContextReader::of(*workspace, *campaign, 0, job);
        for (int turn = 0; turn < 50; ++turn) {
            const auto decision = decideFor(*workspace, *campaign, *reader, QStringLiteral("ann"), timeOf("2024-01-09T10:00:00"), job);
            count += decision && decision->shown;
        }
    };
    std::thread one([&] { decideAway(shown[0]); }), two([&] { decideAway(shown[1]); });
    one.join();
    two.join();
    QCOMPARE(shown[0] + shown[1], 60);
    auto workspace = open();
    QCOMPARE(CampaignStore(*workspace).counts(id, DecisionKind::Real)->shown, 60);
}

// Shown on 1 January at 09:00, with a window of a day: ann views the lamp at 10:00 (click, 1) and nobody else does anything with what they
// saw in time (0). Shown on 9 January at 09:00 the window ends behind the log: open.
void TestCampaigns::rewardsFromTheLog()
{
    JobContext job;
    auto workspace = open();
    const auto campaign = addCampaign(*workspace, threeItems(), job);
    CampaignStore store(*workspace);
    const auto idOf = [&](const char *user) { return workspace->data().user(QString::fromLatin1(user))->id; };
    const auto show = [&](const char *user, int arm, const char *at) {
        return StoredDecision{0, timeOf(at), idOf(user), arm, 0.5, AdContext{std::vector<double>(8, 0.5), {}, {}}.toJson(), {}};
    };
    VERIFY_RESULT(store.append(campaign->id, DecisionKind::Real,
                               {show("ann", 0, "2024-01-01T09:00:00"), show("ben", 0, "2024-01-01T09:00:00"), show("ann", 2, "2024-01-01T09:00:00"),
                                show("ben", 0, "2024-01-02T10:00:00"), show("dan", 0, "2024-01-09T09:00:00")}, job));
    const auto settled = settleRewards(*workspace, *campaign, job);
    VERIFY_RESULT(settled);
    QCOMPARE(settled->settled, 4);
    QCOMPARE(settled->rewards, 2.0); // ann's view, and ben's purchase at the very end of the window
    QCOMPARE(settled->open, 1);
    const auto known = store.decisions(campaign->id, DecisionKind::Real, DecisionFilter::Known, job);
    QCOMPARE(known->at(0).reward, std::optional(1.0));
    QCOMPARE(known->at(1).reward, std::optional(0.0)); // ben bought the lamp two days later
    QCOMPARE(known->at(2).reward, std::optional(0.0));
    QCOMPARE(known->at(3).reward, std::optional(1.0));
    QCOMPARE(settleRewards(*workspace, *campaign, job)->settled, 0); // nothing is learnt twice
    const auto totals = totalsOf(*workspace, *campaign);
    QCOMPARE(totals->known, 4);
    QCOMPARE(totals->rate.share, 0.5);
    // Wilson's interval of 2 of 4 is 0.5 -+ z sqrt(1/16 + z^2/64) / (1 + z^2/4)
    const double z = 1.959963984540054;
    QVERIFY(std::abs(totals->rate.low - (0.5 - z * std::sqrt(1.0 / 16 + z * z / 64) / (1 + z * z / 4))) < 1e-4);
}

void TestCampaigns::rewardsByHand()
{
    JobContext job;
    auto workspace = open();
    const auto campaign = addCampaign(*workspace, threeItems(), job);
    const AdDecision decision = decided(*workspace, *campaign, "ann", "2024-01-09T10:00:00");
    VERIFY_RESULT(rewardDecision(*workspace, *campaign, decision.shown->id, 1, job));
    QCOMPARE(rewardDecision(*workspace, *campaign, decision.shown->id, 0, job).error().code, ErrorCode::InvalidInput);
    QCOMPARE(rewardDecision(*workspace, *campaign, 99, 1, job).error().code, ErrorCode::NotFound);
    QCOMPARE(rewardDecision(*workspace, *campaign, decision.shown->id, 2, job).error().code, ErrorCode::InvalidInput);
    const QJsonObject state = CampaignStore(*workspace).load(campaign->name)->state;
    QCOMPARE(state[QStringLiteral("successes")][decision.shown->arm].toDouble(), 1.0);
    QCOMPARE(totalsOf(*workspace, *campaign)->rewards, 1.0);
}

// Decisions and rewards in one workspace that stays open, and the same with the file closed after each: nothing differs.
void TestCampaigns::survivesClosing()
{
    const auto play = [this](const QString &path, bool closes) {
        QStringList told;
        std::optional<Workspace> workspace(std::move(*Workspace::open(path)));
        for (int turn = 0; turn < 40; ++turn) {
            if (closes)
                workspace.emplace(std::move(*Workspace::open(path)));
            JobContext job;
            const auto campaign = loadCampaign(*workspace, QStringLiteral("spring"));
            const AdDecision decision = decided(*workspace, *campaign, turn % 2 == 0 ? "ann" : "ben", "2024-01-09T10:00:00");
            told << decision.item + QString::number(decision.shown ? decision.shown->propensity : 0, 'g', 17) + decision.reason;
            if (decision.shown && turn % 3 != 0)
                (void)rewardDecision(*workspace, *campaign, decision.shown->id, decision.item == QStringLiteral("vase") ? 1 : 0, job);
        }
        return told;
    };
    for (const char *policy : {"linucb", "linear-thompson", "thompson"}) {
        const QString first = m_folder->filePath(QStringLiteral("first%1.foretrail").arg(QString::fromLatin1(policy))), second = first + QStringLiteral(".2.foretrail");
        QVERIFY(QFile::copy(m_path, first));
        {
            JobContext job;
            auto workspace = Workspace::open(first);
            Campaign campaign = threeItems();
            campaign.policy.name = QString::fromLatin1(policy);
            VERIFY_RESULT(addCampaign(*workspace, campaign, job));
        }
        QVERIFY(QFile::copy(first, second));
        const QStringList stays = play(first, false), closes = play(second, true);
        QCOMPARE(stays.size(), 40);
        QCOMPARE(stays, closes);
        auto workspace = Workspace::open(first);
        QCOMPARE(totalsOf(*workspace, *loadCampaign(*workspace, QStringLiteral("spring")))->shown, 40);
    }
}

// What was learnt is a sum over rewards: learnt again from the decisions it is the same up to rounding.
void TestCampaigns::learntAgainFromTheLog()
{
    JobContext job;
    auto workspace = open();
    Campaign campaign = threeItems();
    campaign.policy.name = QStringLiteral("linucb");
    const auto added = addCampaign(*workspace, campaign, job);
    for (int turn = 0; turn < 20; ++turn) {
        const AdDecision decision = decided(*workspace, *added, turn % 2 == 0 ? "ann" : "ben", "2024-01-09T10:00:00");
        VERIFY_RESULT(rewardDecision(*workspace, *added, decision.shown->id, turn % 3 == 0 ? 1 : 0, job));
    }
    const auto stored = CampaignStore(*workspace).load(added->name);
    const auto kept = learntPolicy(*workspace, *added, stored->state, job), again = learntPolicy(*workspace, *added, {}, job);
    const auto reader = ContextReader::of(*workspace, *added, 0, job);
    const auto context = reader->contextOf(workspace->data().user(QStringLiteral("ann"))->id, timeOf("2024-01-09T10:00:00"), job);
    QCOMPARE((*kept)->reason(*context, 1), (*again)->reason(*context, 1));
    QCOMPARE((*kept)->probabilities(*context), (*again)->probabilities(*context));
}

void TestCampaigns::erasedUsers()
{
    JobContext job;
    auto workspace = open();
    const auto campaign = addCampaign(*workspace, threeItems(), job);
    for (const char *user : {"ann", "ben", "ann"})
        VERIFY_RESULT(rewardDecision(*workspace, *campaign, decided(*workspace, *campaign, user, "2024-01-09T10:00:00").shown->id, 1, job));
    VERIFY_RESULT(eraseUser(*workspace, QStringLiteral("ann"), job));
    const auto decisions = CampaignStore(*workspace).decisions(campaign->id, DecisionKind::Real, DecisionFilter::All, job);
    QCOMPARE(decisions->size(), 3); // the budget stays spent
    QVERIFY(!decisions->at(0).user.isValid() && decisions->at(0).context.isEmpty());
    QVERIFY(decisions->at(1).user.isValid() && !decisions->at(1).context.isEmpty());
    QCOMPARE(totalsOf(*workspace, *campaign)->users, 1);
    QVERIFY(CampaignStore(*workspace).load(campaign->name)->state.isEmpty());
    QVERIFY(decided(*workspace, *campaign, "ben", "2024-01-09T10:00:00").shown); // learnt again from what is left
    CampaignEvaluationRequest request;
    QCOMPARE(evaluateCampaign(*workspace, *campaign, request, job).error().code, ErrorCode::TooShort);
}

void TestCampaigns::simulationStaysApart()
{
    JobContext job;
    auto workspace = open();
    Campaign campaign = threeItems();
    campaign.budget = 50;
    campaign.perUser = 20;
    const auto added = addCampaign(*workspace, campaign, job);
    QVERIFY(decided(*workspace, *added, "ann", "2024-01-09T10:00:00").shown);
    const QJsonObject state = CampaignStore(*workspace).load(added->name)->state;
    const auto simulation = simulateCampaign(*workspace, *added, {500, 3, 1000}, job);
    VERIFY_RESULT(simulation);
    QCOMPARE(simulation->shown, 50);
    QVERIFY(simulation->isBudgetSpent && simulation->rounds < 500);
    QCOMPARE(simulateCampaign(*workspace, *added, {500, 3, 1000}, job)->toJson(), simulation->toJson()); // and takes the place of the first
    QCOMPARE(totalsOf(*workspace, *added, DecisionKind::Simulated)->shown, 50);
    QCOMPARE(totalsOf(*workspace, *added, DecisionKind::Simulated)->rewards, simulation->clicks);
    QCOMPARE(totalsOf(*workspace, *added)->shown, 1);
    QCOMPARE(totalsOf(*workspace, *added)->budgetLeft, 49);
    QCOMPARE(CampaignStore(*workspace).load(added->name)->state, state);
    QVERIFY(decided(*workspace, *added, "ann", "2024-01-09T10:00:00").shown);
    QCOMPARE(CampaignStore(*workspace).newest(added->id, DecisionKind::Real, DecisionFilter::All, 10, job)->size(), 2);
}

// On the sample shop: what the simulator's decisions tell of a policy that draws evenly covers its truth, and what is chosen is better.
void TestCampaigns::evaluatesWhatWasSimulated()
{
    fillSample();
    JobContext job;
    auto workspace = open();
    const auto truth = workspace->setting(QString::fromLatin1(sampleTruthSetting));
    Campaign campaign;
    campaign.name = QStringLiteral("sample");
    for (int place = 0; place < 120 && campaign.items.size() < 4; place += 31)
        campaign.items << QJsonDocument::fromJson(truth->toUtf8())[QStringLiteral("items")][place][QStringLiteral("key")].toString();
    campaign.budget = 100'000;
    campaign.perUser = 0;
    campaign.policy.name = QStringLiteral("uniform");
    const auto added = addCampaign(*workspace, campaign, job);
    VERIFY_RESULT(added);
    const CampaignSimulationRequest request{6000, 2, 300};
    const auto simulation = simulateCampaign(*workspace, *added, request, job);
    VERIFY_RESULT(simulation);
    QVERIFY(std::abs(simulation->regret - simulation->uniformRegret) < 0.1 * simulation->uniformRegret);
    CampaignEvaluationRequest judging;
    judging.kind = DecisionKind::Simulated;
    const auto evaluation = evaluateCampaign(*workspace, *added, judging, job);
    VERIFY_RESULT(evaluation);
    QCOMPARE(evaluation->learntFrom + evaluation->judgedOn, 6000);
    const auto &uniform = evaluation->policies.front();
    QVERIFY(uniform.report.ips.low <= simulation->uniformValue && simulation->uniformValue <= uniform.report.ips.high);
    QVERIFY(evaluation->best >= 0);
    const auto users = simulatedUsers(*workspace, *added, request, job);
    auto best = std::move(*added->makePolicy(evaluation->policies[evaluation->best].policy));
    const auto log = CampaignStore(*workspace).decisions(added->id, DecisionKind::Simulated, DecisionFilter::All, job);
    for (const StoredDecision &decision : log->first(3000))
        best->learn(AdContext::fromJson(decision.context), decision.arm, *decision.reward);
    QVERIFY(users->simulator.valueOf(*best) > simulation->uniformValue);
    const OffPolicyReport &chosen = evaluation->policies[evaluation->best].report;
    QVERIFY(chosen.doublyRobust.low <= users->simulator.valueOf(*best) && users->simulator.valueOf(*best) <= chosen.doublyRobust.high);
}

void TestCampaigns::removes()
{
    JobContext job;
    auto workspace = open();
    const auto campaign = addCampaign(*workspace, threeItems(), job);
    QVERIFY(decided(*workspace, *campaign, "ann", "2024-01-09T10:00:00").shown);
    QCOMPARE(*CampaignStore(*workspace).remove(campaign->name, job), 1);
    QVERIFY(campaignsOf(*workspace)->isEmpty());
    QCOMPARE(CampaignStore(*workspace).counts(campaign->id, DecisionKind::Real)->shown, 0);
    VERIFY_RESULT(workspace->checkIntegrity());
    QCOMPARE(CampaignStore(*workspace).remove(campaign->name, job).error().code, ErrorCode::NotFound);
}

FORETRAIL_TEST_MAIN(TestCampaigns, QCoreApplication)
#include "tst_campaigns.moc"
