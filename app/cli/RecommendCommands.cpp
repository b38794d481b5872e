#include "app/cli/RuleOptions.h"
#include "core/behaviour/recommend/RecommendTest.h"
#include "core/behaviour/recommend/RecommenderRegistry.h"
#include "core/behaviour/segments/SegmentUsers.h"
#include "core/report/RecommendReport.h"

#include <QDateTime>
#include <QElapsedTimer>

namespace foretrail::cli {

namespace {

std::string checkRecommenders(const std::string &names)
{
    for (const QString &name : text(names).split(QLatin1Char(',')))
        if (const auto made = makeRecommender(name); !made)
            return made.error().message.toStdString();
    return {};
}

std::string recommenderList() { return recommenderNames().join(QStringLiteral(", ")).toStdString(); }

QString shownItem(const QString &key, const QString &name) { return name.isEmpty() || name == key ? key : QStringLiteral("%1 (%2)").arg(key, name); }

struct RecommendCommand {
    std::string workspace, user, session, model = "combination", out, usersFile;
    RuleOptions rules;
    int top = 10, workers = 0, least = 0;
    std::uint64_t seed = 1;
    bool json = false, all = false, withoutReasons = false;

    LearnOptions learning() const
    {
        LearnOptions options;
        options.seed = seed;
        options.workers = workers;
        return options;
    }
};

void tellList(const Recommendations &list)
{
    for (const RecommendedItem &item : list.items)
        print(QStringLiteral("%1\t%2\t%3").arg(shownItem(item.item, item.name)).arg(item.score, 0, 'g', 4).arg(reasonText(item)));
    if (!list.note.isEmpty())
        note(list.note);
}

Result<void> runOneList(const RecommendCommand &command, Workspace &workspace, JobContext &job)
{
    const Result<RecommendRules> rules = command.rules.read();
    if (!rules)
        return fail(rules.error());
    const RecommendRequest request{text(command.user), text(command.session), text(command.model), command.top, *rules, command.learning()};
    const Result<Recommendations> list = recommendItems(workspace.data(), request, job);
    if (!list)
        return fail(list.error());
    if (!command.out.empty())
        if (const Result<void> done = writeList(*list, text(command.out)); !done)
            return done;
    if (command.json)
        printJson(list->toJson());
    else if (command.out.empty())
        tellList(*list);
    return {};
}

Result<void> runAllLists(const RecommendCommand &command, Workspace &workspace, JobContext &job)
{
    const Result<RecommendRules> rules = command.rules.read();
    if (!rules)
        return fail(rules.error());
    const Result<QList<UserRow>> users = workspace.data().users(job);
    if (!users)
        return fail(users.error());
    const auto asked = chosenUsers(command.usersFile, *users);
    if (!asked)
        return fail(asked.error());
    const GroupFloor floor{command.least};
    if (const Result<void> allowed = floor.allowsList(*asked ? (*asked)->count() : users->size()); !allowed)
        return allowed;
    JobContext learning = job.part(0, 1, 4), writing = job.part(1, 3, 4);
    const auto shop = ShopLog::read(workspace.data(), learning);
    if (!shop)
        return fail(shop.error());
    const Result<RuleTable> table = RuleTable::of(*rules, **shop, workspace.data(), job);
    if (!table)
        return fail(table.error());
    const auto fitted = FittedRecommender::fit(*shop, text(command.model), command.learning(), endOfTime, learning);
    if (!fitted)
        return fail(fitted.error());
    const AllListsRequest request{{command.top, !command.withoutReasons}, *asked, command.workers};
    Result<AllListsReport> report = writeAllLists(**fitted, *table, *users, request, text(command.out), writing);
    if (!report)
        return fail(report.error());
    report->floor = floor;
    if (command.json)
        printJson(report->toJson());
    else
        note(report->sentence());
    return {};
}

Result<void> runRecommend(const RecommendCommand &command, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(command.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    return command.all ? runAllLists(command, *workspace, job) : runOneList(command, *workspace, job);
}

struct RecommendTestCommand {
    std::string workspace, models, since, cases, protocol = "next-event", sequences = "auto";
    QueryOptions query; ///< its segment
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
        request.options = {models.empty() ? quickRecommenders() : text(models).split(QLatin1Char(',')), k, leavesOutSeen, {}};
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
    SeriesQuery asked;
    asked.segment.key = text(command.query.segment).trimmed();
    const Result<SeriesQuery> known = withUsers(*workspace, asked, job);
    if (!known)
        return fail(known.error());
    RecommendTestRequest request = command.request();
    request.users = known->users;
    const Result<RecommendReport> report = testRecommenders(workspace->data(), request, job);
    if (!report)
        return fail(report.error());
    if (command.json) {
        QJsonObject json = report->toJson();
        tellSegment(*known, json);
        json.insert(QStringLiteral("seconds"), double(timer.elapsed()) / 1000);
        printJson(json);
        return {};
    }
    printFigures(*report);
    note(report->sentence());
    for (const QString &one : report->notes())
        note(one);
    noteSegment(*known);
    return {};
}

void settleTest(const RecommendTestCommand &command)
{
    const int ways = int(!command.since.empty()) + int(!command.cases.empty()) + int(command.protocol == "leave-one-out");
    if (ways > 1)
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
    CLI::App *verb = app.add_subcommand("recommend", "What a user does next, or what comes next in a session, and why; or lists for all users");
    verb->add_option("workspace", command->workspace, "Workspace file (*.foretrail)")->required();
    auto *who = verb->add_option_group("who", "Whom it is for");
    who->add_option("--user", command->user, "Key of the user");
    who->add_option("--session", command->session, "Key of the session");
    who->add_flag("--all", command->all, "All users: writes a table user,rank,item,name,score,reason to --out");
    who->require_option(1);
    verb->add_option("--out", command->out, "Comma-separated file; - for standard output");
    verb->add_option("--users-file", command->usersFile, "With --all: only the users whose keys stand in this file, one a line");
    addMinGroup(*verb, command->least);
    verb->add_flag("--no-reasons", command->withoutReasons, "With --all: leave the reasons out, which is many times faster");
    verb->add_option("--model", command->model, "One of: " + recommenderList())->check(checkRecommenders, "NAME")->capture_default_str();
    verb->add_option("--top", command->top, "Items on the list")->check(CLI::Range(1, 10'000))->capture_default_str();
    command->rules.addTo(*verb);
    addLearning(*verb, command->seed, command->workers);
    verb->add_flag("--json", command->json, "One JSON object on standard output");
    verb->callback([command, &action] {
        if (command->all && command->out.empty())
            throw CLI::ValidationError("recommend", "--all needs --out FILE (- for standard output)");
        if (!command->all && (!command->usersFile.empty() || command->withoutReasons || command->least > 0))
            throw CLI::ValidationError("recommend", "--users-file, --no-reasons and --min-group belong to --all");
        action = [command](JobContext &job) { return runRecommend(*command, job); };
    });
}

void addRecommendEval(CLI::App &app, Action &action)
{
    auto command = std::make_shared<RecommendTestCommand>();
    CLI::App *verb = app.add_subcommand("recommend-eval", "Test recommenders: rank all items in each case; popularity stands beside the models always");
    verb->add_option("workspace", command->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_option("--model", command->models, "One or several, with commas between, of: " + recommenderList() + " (default: all but the networks, which learn long)")
        ->check(checkRecommenders, "NAME,...");
    verb->add_option("--test-since", command->since, "Learn from all before this time, ask for each step from then on (default: the latest tenth of the steps)");
    verb->add_option("--test-cases", command->cases, "Learn from everything, ask what a table says: case_id,prefix_items,next_item");
    verb->add_option("--protocol", command->protocol, "next-event, or leave-one-out: ask for the last step of each user, learn from all others")
        ->check(CLI::IsMember({"next-event", "leave-one-out"}))->capture_default_str();
    verb->add_option("--sequences", command->sequences, "What a sequence is: sessions of the log, users cut at pauses of half an hour, or users (auto: the first "
                                                        "of them that the log has)")->check(CLI::IsMember({"auto", "sessions", "pauses", "users"}))->capture_default_str();
    command->query.addSegmentTo(*verb);
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
