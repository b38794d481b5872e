#include "app/cli/RuleOptions.h"
#include "core/behaviour/recommend/RecommenderRegistry.h"
#include "core/report/RecommendReport.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace foretrail::cli {

namespace {

struct AudienceOptions {
    std::string workspace, item, category, model = "combination", response = "any", leaveOut = "nothing", out, usersFile;
    int top = 100, horizon = 0, workers = 0, least = 0;
    std::uint64_t seed = 1;
    bool json = false;

    AudienceRequest request() const
    {
        AudienceRequest request;
        request.item = text(item);
        request.category = text(category);
        request.top = top;
        request.horizonDays = horizon;
        request.response = response == "purchase" ? Response::Purchase : Response::Any;
        request.leaveOut = leaveOutFrom(leaveOut);
        request.workers = workers;
        return request;
    }
};

std::string checkAudienceModel(const std::string &name)
{
    const auto made = makeRecommender(text(name));
    return made ? std::string() : made.error().message.toStdString();
}

Result<void> runAudience(const AudienceOptions &options, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    AudienceRequest request = options.request();
    if (!options.usersFile.empty()) {
        const Result<QList<UserRow>> users = workspace->data().users(job);
        if (!users)
            return fail(users.error());
        const auto chosen = chosenUsers(options.usersFile, *users);
        if (!chosen)
            return fail(chosen.error());
        request.users = *chosen;
    }
    LearnOptions learning;
    learning.seed = options.seed;
    learning.workers = options.workers;
    const Result<Audience> audience = audienceOf(workspace->data(), request, text(options.model), learning, job);
    if (!audience)
        return fail(audience.error());
    const GroupFloor floor{options.least};
    if (const Result<void> allowed = floor.allowsList(audience->users.size()); !allowed)
        return allowed;
    if (!options.out.empty() || !options.json)
        if (const Result<void> done = writeAudience(*audience, options.out.empty() ? QStringLiteral("-") : text(options.out)); !done)
            return done;
    if (options.json) {
        QJsonObject json = audienceJson(*audience, floor);
        json.insert(QStringLiteral("seconds"), double(timer.elapsed()) / 1000);
        printJson(json);
    } else {
        note(floor.hidesPart(audience->responders, audience->testUsers) ? floor.note() : audience->sentence());
        if (audience->isCalibrated && !audience->note.isEmpty())
            note(audience->note);
    }
    return {};
}

} // namespace

void addAudience(CLI::App &app, Action &action)
{
    auto options = std::make_shared<AudienceOptions>();
    CLI::App *verb = app.add_subcommand("audience", "Who should see an item or a category: users by score, with the response that may be expected");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    auto *what = verb->add_option_group("what", "What is to be shown");
    what->add_option("--item", options->item, "Key of the item, or its name where no other item has it");
    what->add_option("--category", options->category, "Key of the category");
    what->require_option(1);
    verb->add_option("--top", options->top, "Users on the list")->check(CLI::Range(1, 100'000'000))->capture_default_str();
    verb->add_option("--horizon", options->horizon, "Days to respond in; the same number at the end of the data tests it (default: 30, at most a fifth of the data)")
        ->check(CLI::Range(1, 3650));
    verb->add_option("--response", options->response, "What counts: any event with the item, or a purchase")->check(CLI::IsMember({"any", "purchase"}))->capture_default_str();
    verb->add_option("--leave-out", options->leaveOut, "Users left out: nothing (nobody), those who bought it, or who had seen it")
        ->check(CLI::IsMember({"nothing", "bought", "seen"}))->capture_default_str();
    verb->add_option("--users-file", options->usersFile, "Only the users whose keys stand in this file, one a line");
    verb->add_option("--model", options->model, "One of: " + recommenderNames().join(QStringLiteral(", ")).toStdString())->check(checkAudienceModel, "NAME")->capture_default_str();
    verb->add_option("--seed", options->seed, "Seed of everything random")->capture_default_str();
    verb->add_option("--workers", options->workers, "Threads (0: one for each core); the numbers do not depend on it")->check(CLI::Range(0, 256))->capture_default_str();
    verb->add_option("--out", options->out, "Comma-separated file (default: standard output, nothing with --json)");
    addMinGroup(*verb, options->least);
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return runAudience(*options, job); }; });
}

} // namespace foretrail::cli
