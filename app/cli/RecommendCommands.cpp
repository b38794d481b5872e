#include "app/cli/Command.h"
#include "core/behaviour/recommend/RecommendItems.h"
#include "core/behaviour/recommend/RecommendTest.h"
#include "core/behaviour/recommend/RecommenderRegistry.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>

namespace foretrail::cli {

namespace {

struct RecommendCommandsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Recommend)
};

std::string checkRecommenders(const std::string &names)
{
    for (const QString &name : text(names).split(QLatin1Char(',')))
        if (const auto made = makeRecommender(name); !made)
            return made.error().message.toStdString();
    return {};
}

std::string recommenderList() { return recommenderNames().join(QStringLiteral(", ")).toStdString(); }

struct RecommendCommand {
    std::string workspace, user, session, model = "combination", leaveOut = "nothing";
    int top = 10, workers = 0;
    std::uint64_t seed = 1;
    bool json = false;

    RecommendRequest request() const
    {
        RecommendRequest request{text(user), text(session), text(model), top, LeaveOut::Nothing, {}};
        if (leaveOut != "nothing")
            request.leaveOut = leaveOut == "bought" ? LeaveOut::Bought : LeaveOut::Seen;
        request.fit.seed = seed;
        request.fit.workers = workers;
        return request;
    }
};

QString shownItem(const QString &key, const QString &name) { return name.isEmpty() || name == key ? key : QStringLiteral("%1 (%2)").arg(key, name); }

/// Why an item stands on the list, in one line.
QString whyText(const RecommendedItem &item)
{
    if (item.isPopular)
        return RecommendCommandsText::tr("popular of late");
    if (item.reasons.isEmpty())
        return item.isOwn ? RecommendCommandsText::tr("in the history") : RecommendCommandsText::tr("for everybody, whatever the history");
    QStringList parts;
    for (const RecommendationReason &reason : item.reasons) {
        const QString part = RecommendCommandsText::tr("%1 %2 %").arg(shownItem(reason.item, reason.name)).arg(qRound(100 * reason.share));
        parts << (reason.removes ? RecommendCommandsText::tr("%1, not on the list without it").arg(part) : part);
    }
    const QString because = RecommendCommandsText::tr("since %1").arg(parts.join(QStringLiteral("; ")));
    return item.isOwn ? RecommendCommandsText::tr("in the history, %1").arg(because) : because;
}

Result<void> runRecommend(const RecommendCommand &command, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(command.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<Recommendations> list = recommendItems(workspace->data(), command.request(), job);
    if (!list)
        return fail(list.error());
    if (command.json) {
        printJson(list->toJson());
        return {};
    }
    for (const RecommendedItem &item : list->items)
        print(QStringLiteral("%1\t%2\t%3").arg(shownItem(item.item, item.name)).arg(item.score, 0, 'g', 4).arg(whyText(item)));
    if (!list->note.isEmpty())
        note(list->note);
    return {};
}

struct RecommendTestCommand {
    std::string workspace, models, since, cases, protocol = "next-event", sequences = "auto";
    int k = 20, workers = 0;
    std::uint64_t seed = 1;
    bool leavesOutSeen = false, json = false;

    RecommendTestRequest request() const
    {
        RecommendTestRequest request;
        request.since = text(since);
        request.casesFile = text(cases);
        request.protocol = protocol == "leave-one-out" ? NextItemProtocol::LeaveOneOut : NextItemProtocol::NextEvent;
        request.rule = sequences == "sessions" ? SequenceRule::Sessions
            : sequences == "pauses" ? SequenceRule::Pauses
            : sequences == "users" ? SequenceRule::Users : SequenceRule::Auto;
        request.options = {text(models).split(QLatin1Char(',')), k, leavesOutSeen, {}};
        request.options.fit.seed = seed;
        request.options.fit.workers = workers;
        return request;
    }
};

void printFigures(const RecommendReport &report)
{
    print(QStringLiteral("model,k,recall,mrr,ndcg,coverage,diversity,novelty,popularity,fit_seconds,rank_seconds"));
    for (const RecommenderScores &scores : report.models)
        for (const RankingFigures &figures : scores.at) {
            QStringList row{scores.model, QString::number(figures.k)};
            for (const double figure : {figures.recall, figures.mrr, figures.ndcg, figures.coverage, figures.diversity, figures.novelty,
                                        figures.popularity, scores.fitSeconds, scores.rankSeconds})
                row << QString::number(figure, 'g', 5);
            print(row.join(QLatin1Char(',')));
        }
}

Result<void> runRecommendTest(const RecommendTestCommand &command, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    Result<Workspace> workspace = Workspace::open(text(command.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<RecommendReport> report = testRecommenders(workspace->data(), command.request(), job);
    if (!report)
        return fail(report.error());
    if (command.json) {
        QJsonObject json = report->toJson();
        json.insert(QStringLiteral("seconds"), double(timer.elapsed()) / 1000);
        printJson(json);
        return {};
    }
    printFigures(*report);
    note(report->sentence());
    if (report->unseen > 0)
        note(RecommendCommandsText::tr("%1 steps of the test part are no cases: their items were not there before it.").arg(report->unseen));
    return {};
}

void settleTest(const RecommendTestCommand &command)
{
    const int ways = int(!command.since.empty()) + int(!command.cases.empty()) + int(command.protocol == "leave-one-out");
    if (ways != 1)
        throw CLI::ValidationError("recommend-eval", "say one of: --test-since TIME, --test-cases FILE, --protocol leave-one-out");
}

void addLearning(CLI::App &verb, std::uint64_t &seed, int &workers)
{
    verb.add_option("--seed", seed, "Seed of everything random")->capture_default_str();
    verb.add_option("--workers", workers, "Threads (0: one for each core); the numbers do not depend on it")->check(CLI::Range(0, 256))->capture_default_str();
}

} // namespace

void addRecommend(CLI::App &app, Action &action)
{
    auto command = std::make_shared<RecommendCommand>();
    CLI::App *verb = app.add_subcommand("recommend", "What a user does next, or what comes next in a session, and why");
    verb->add_option("workspace", command->workspace, "Workspace file (*.foretrail)")->required();
    auto *who = verb->add_option_group("who", "Whom it is for");
    who->add_option("--user", command->user, "Key of the user");
    who->add_option("--session", command->session, "Key of the session");
    who->require_option(1);
    verb->add_option("--model", command->model, "One of: " + recommenderList())->check(checkRecommenders, "NAME")->capture_default_str();
    verb->add_option("--top", command->top, "Items on the list")->check(CLI::Range(1, 10'000))->capture_default_str();
    verb->add_option("--leave-out", command->leaveOut, "Items taken off the list by rule: nothing, bought or seen")
        ->check(CLI::IsMember({"nothing", "bought", "seen"}))->capture_default_str();
    addLearning(*verb, command->seed, command->workers);
    verb->add_flag("--json", command->json, "One JSON object on standard output");
    verb->callback([command, &action] { action = [command](JobContext &job) { return runRecommend(*command, job); }; });
}

void addRecommendEval(CLI::App &app, Action &action)
{
    auto command = std::make_shared<RecommendTestCommand>();
    CLI::App *verb = app.add_subcommand("recommend-eval", "Test recommenders: rank all items in each case; popularity stands beside the models always");
    verb->add_option("workspace", command->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_option("--model", command->models, "One or several, with commas between, of: " + recommenderList())
        ->check(checkRecommenders, "NAME,...")->required();
    verb->add_option("--test-since", command->since, "Learn from all before this time, ask for each step from then on");
    verb->add_option("--test-cases", command->cases, "Learn from everything, ask what a table says: case_id,prefix_items,next_item");
    verb->add_option("--protocol", command->protocol, "next-event, or leave-one-out: ask for the last step of each user, learn from all others")
        ->check(CLI::IsMember({"next-event", "leave-one-out"}))->capture_default_str();
    verb->add_option("--sequences", command->sequences, "What a sequence is: sessions of the log, users cut at pauses of half an hour, or users (auto: the first "
                                                        "of them that the log has)")->check(CLI::IsMember({"auto", "sessions", "pauses", "users"}))->capture_default_str();
    verb->add_option("--k", command->k, "Length of the lists; figures for 5, 10 and 20 are told as well")->check(CLI::Range(1, 1000))->capture_default_str();
    verb->add_flag("--leave-out-seen", command->leavesOutSeen, "Take the items of the prefix off the lists");
    addLearning(*verb, command->seed, command->workers);
    verb->add_flag("--json", command->json, "One JSON object on standard output");
    verb->callback([command, &action] {
        settleTest(*command);
        action = [command](JobContext &job) { return runRecommendTest(*command, job); };
    });
}

} // namespace foretrail::cli
