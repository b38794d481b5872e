#include "app/cli/Command.h"
#include "core/behaviour/UserProfile.h"
#include "core/data/sample/SampleShop.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace foretrail::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Shop)
};

Result<void> runProfile(const std::string &path, const std::string &user, bool json, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(path), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<UserProfile> profile = userProfile(workspace->data(), text(user), job);
    if (!profile)
        return fail(profile.error());
    if (json) {
        printJson(profile->toJson());
        return {};
    }
    print(Text::tr("User %1: %2 events, %3 orders, net value %4, last seen %5 days before the end of the data.")
              .arg(profile->user.key).arg(profile->user.events).arg(profile->user.orders)
              .arg(profile->user.value, 0, 'f', 2).arg(profile->recencyDays, 0, 'f', 0));
    return {};
}

struct SampleOptions {
    std::string workspace, size = "small";
    std::uint64_t seed = 1;
    bool json = false;
};

Result<void> runSample(const SampleOptions &options, JobContext &job)
{
    const QString path = text(options.workspace);
    if (QFileInfo::exists(path))
        return fail(ErrorCode::InvalidInput, Text::tr("%1 exists already. Name a new file, or remove this one first.").arg(path));
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return fail(workspace.error());
    const SampleSize size = options.size == "large" ? SampleSize::Large : options.size == "medium" ? SampleSize::Medium : SampleSize::Small;
    const Result<SampleTruth> truth = createSampleShop(*workspace, size, options.seed, job);
    if (!truth)
        return fail(truth.error());
    const Result<DataSummary> summary = workspace->data().summary();
    if (!summary)
        return fail(summary.error());
    if (options.json)
        printJson({{QStringLiteral("events"), summary->events}, {QStringLiteral("users"), summary->users},
                   {QStringLiteral("items"), summary->items}, {QStringLiteral("net_revenue"), summary->netRevenue},
                   {QStringLiteral("seed"), qint64(options.seed)}});
    else
        print(Text::tr("%1: %2 events of %3 users with %4 items.").arg(path).arg(summary->events).arg(summary->users).arg(summary->items));
    return {};
}

} // namespace

void addProfile(CLI::App &app, Action &action)
{
    struct Options { std::string workspace, user; bool json = false; };
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("profile", "Everything known of one user");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_option("--user", options->user, "Key of the user")->required();
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] {
        action = [options](JobContext &job) { return runProfile(options->workspace, options->user, options->json, job); };
    });
}

void addSample(CLI::App &app, Action &action)
{
    auto options = std::make_shared<SampleOptions>();
    CLI::App *verb = app.add_subcommand("sample", "Make the sample shop: seeded, realistic, with known truth");
    verb->add_option("workspace", options->workspace, "Workspace file to make (*.foretrail)")->required();
    verb->add_option("--size", options->size, "small, medium (1 million events) or large (50 million)")
        ->check(CLI::IsMember({"small", "medium", "large"}))->capture_default_str();
    verb->add_option("--seed", options->seed, "Another seed, another shop")->capture_default_str();
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return runSample(*options, job); }; });
}

} // namespace foretrail::cli
