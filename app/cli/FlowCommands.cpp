#include "app/cli/Command.h"
#include "core/base/NameList.h"
#include "core/behaviour/segments/SegmentJudge.h"
#include "core/report/FlowTables.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>

namespace foretrail::cli {

namespace {

struct FlowCommandsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Flows)
};

/// What all four verbs take.
struct FlowOptions {
    std::string workspace, out;
    int least = 0;
    bool json = false;

    void addTo(CLI::App &verb, const char *outHelp)
    {
        verb.add_option("workspace", workspace, "Workspace file (*.foretrail)")->required();
        addMinGroup(verb, least);
        verb.add_option("--out", out, outHelp);
        verb.add_flag("--json", json, "One JSON object on standard output");
    }
    GroupFloor floor() const { return {least}; }
};

/// The workspace and its log, read once.
struct OpenedLog {
    Workspace workspace;
    UserEventLog log;
};

Result<OpenedLog> openLog(const FlowOptions &options, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    JobContext reading = job.part(0, 3, 4);
    Result<UserEventLog> log = readUserEvents(*workspace, reading);
    if (!log)
        return fail(log.error());
    return OpenedLog{std::move(*workspace), std::move(*log)};
}

/// JSON, or the table on standard output or in a file with its notes on standard error.
Result<void> tell(const FlowOptions &options, QJsonObject json, const FlowTable &table, const QStringList &notes, const QElapsedTimer &timer)
{
    if (!options.json || !options.out.empty())
        if (const Result<void> done = writeTable(table, options.out.empty() ? QStringLiteral("-") : text(options.out)); !done)
            return done;
    if (options.json) {
        json.insert(QStringLiteral("seconds"), double(timer.elapsed()) / 1000);
        printJson(json);
        return {};
    }
    for (const QString &one : notes)
        note(one);
    if (const QString withheld = options.floor().note(); !withheld.isEmpty())
        note(withheld);
    return {};
}

struct FunnelCommand : FlowOptions {
    std::string steps, within, per = "user", order = "in-order", lost, reached;

    Result<FunnelRequest> request() const
    {
        FunnelRequest request;
        for (const QString &step : namesIn(text(steps))) {
            const Result<FunnelStep> read = FunnelStep::fromText(step);
            if (!read)
                return fail(read.error().within(QStringLiteral("--steps")));
            request.steps << *read;
        }
        if (!within.empty()) {
            const Result<qint64> span = durationFromText(text(within));
            if (!span)
                return fail(span.error().within(QStringLiteral("--within")));
            request.withinMs = *span;
        }
        request.unit = per == "session" ? FlowUnit::Session : FlowUnit::User;
        request.order = order == "straight" ? FunnelOrder::Straight : FunnelOrder::InOrder;
        return request;
    }
};

/// A step by its name or its number from 1.
Result<int> stepNamed(const FunnelResult &result, const QString &name)
{
    QStringList names;
    for (int i = 0; i < result.steps.size(); ++i) {
        if (result.steps[i].name == name)
            return i;
        names << result.steps[i].name;
    }
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= result.steps.size())
        return number - 1;
    return fail(ErrorCode::InvalidInput, FlowCommandsText::tr("The funnel has no step \"%1\". Its steps: %2; a number from 1 does too.").arg(name, names.join(QStringLiteral(", "))));
}

Result<void> writeFunnelUsers(const FunnelCommand &command, const FunnelResult &result, ShopData &data, JobContext &job)
{
    const bool isLost = !command.lost.empty();
    const Result<int> step = stepNamed(result, text(isLost ? command.lost : command.reached));
    if (!step)
        return fail(step.error());
    const UserSet users = isLost ? result.usersLost(*step) : result.usersAt(*step);
    const QString path = command.out.empty() ? QStringLiteral("-") : text(command.out);
    if (const Result<void> done = writeUserSet(data, users, path, command.floor(), job); !done)
        return done;
    const QString count = QLocale().toString(users.count());
    note(isLost ? FlowCommandsText::tr("Users who came to %1 and no further: %2.").arg(result.steps[*step].name, count)
                : FlowCommandsText::tr("Users who came to %1: %2.").arg(result.steps[*step].name, count));
    return {};
}

QString funnelSentence(const FunnelResult &result, GroupFloor floor)
{
    const FunnelShown shown(result, floor);
    if (std::find(shown.losses.begin(), shown.losses.end(), false) != shown.losses.end())
        return FlowCommandsText::tr("How many came to the end is withheld.");
    const QLocale locale;
    const int worst = result.worstStep();
    QString sentence = FlowCommandsText::tr("%1 of %2 that began came to the end (%3 %).")
                           .arg(locale.toString(result.steps.back().count), locale.toString(result.steps.front().count),
                                result.steps.front().count > 0 ? locale.toString(100 * result.conversion(), 'f', 1) : QStringLiteral("-"));
    if (worst >= 0)
        sentence += QLatin1Char(' ') + FlowCommandsText::tr("Most are lost between %1 and %2.").arg(result.steps[worst].name, result.steps[worst + 1].name);
    return sentence;
}

Result<void> runFunnel(const FunnelCommand &command, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    Result<FunnelRequest> request = command.request();
    if (!request)
        return fail(request.error());
    Result<OpenedLog> opened = openLog(command, job);
    if (!opened)
        return fail(opened.error());
    if (const Result<void> found = findFunnelThings(opened->workspace, *request); !found)
        return found;
    JobContext following = job.part(3, 1, 4);
    const Result<FunnelResult> result = funnel(opened->log, *request, nullptr, following);
    if (!result)
        return fail(result.error());
    if (!command.lost.empty() || !command.reached.empty())
        return writeFunnelUsers(command, *result, opened->workspace.data(), job);
    return tell(command, funnelJson(*result, command.floor()), funnelTable(*result, command.floor()), QStringList{funnelSentence(*result, command.floor())} + funnelNotes(*result, command.floor()), timer);
}

struct RetentionCommand : FlowOptions {
    std::string cohort = "first-event", activity = "event", by = "week";
    bool isOrLater = false, asShares = false;
};

FlowActivity activityOf(const std::string &word) { return word == "purchase" || word == "first-purchase" ? FlowActivity::Purchase : FlowActivity::AnyEvent; }

/// Follows users from period to period: `ask` is called with what was opened, the period that `by` names, and the job of it.
template<class Ask>
auto followed(const FlowOptions &command, const std::string &by, JobContext &job, Ask ask) -> decltype(ask(std::declval<OpenedLog &>(), Step::Day, job))
{
    const Result<Step> step = stepFromName(text(by));
    if (!step)
        return fail(step.error());
    Result<OpenedLog> opened = openLog(command, job);
    if (!opened)
        return fail(opened.error());
    JobContext following = job.part(3, 1, 4);
    return ask(*opened, *step, following);
}

Result<void> runRetention(const RetentionCommand &command, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    const Result<RetentionResult> result = followed(command, command.by, job, [&command](OpenedLog &opened, Step by, JobContext &following) {
        return retention(opened.log, {activityOf(command.cohort), activityOf(command.activity), by}, nullptr, following);
    });
    if (!result)
        return fail(result.error());
    return tell(command, retentionJson(*result, command.floor()), retentionTable(*result, command.isOrLater, command.asShares, command.floor()), result->notes, timer);
}

struct PathsCommand : FlowOptions {
    std::string by = "kind", per = "session";
    PathRequest request;
    bool keepsRepeats = false, asPaths = false;
};

Result<void> runPaths(const PathsCommand &command, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    Result<OpenedLog> opened = openLog(command, job);
    if (!opened)
        return fail(opened.error());
    PathRequest request = command.request;
    request.by = command.by == "item" ? PathBy::Item : command.by == "category" ? PathBy::Category : PathBy::Kind;
    request.unit = command.per == "user" ? FlowUnit::User : FlowUnit::Session;
    request.joinsRepeats = !command.keepsRepeats;
    JobContext following = job.part(3, 1, 4);
    Result<PathResult> result = paths(opened->log, request, nullptr, following);
    if (!result)
        return fail(result.error());
    if (const Result<void> named = namePaths(opened->workspace, *result); !named)
        return named;
    const FlowTable table = command.asPaths ? wholePathTable(*result, command.floor()) : transitionTable(*result, command.floor());
    return tell(command, pathsJson(*result, command.floor()), table, pathNotes(*result, floorFor(*result, command.floor())), timer);
}

struct LifecycleCommand : FlowOptions {
    std::string by = "month", activity = "event", states;
    int lapsedAfter = 3;
    bool isByPeriods = false;
};

Result<LifecycleResult> askLifecycle(const LifecycleCommand &command, OpenedLog &opened, Step by, JobContext &job)
{
    LifecycleRequest request{by, activityOf(command.activity), command.lapsedAfter};
    if (!command.isByPeriods) {
        const Result<SharedBasis> basis = segmentBasis(opened.workspace, job);
        if (!basis)
            return fail(basis.error());
        request.rule = (*basis)->lifecycle;
    }
    return lifecycle(opened.log, request, nullptr, job);
}

Result<void> runLifecycle(const LifecycleCommand &command, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    const Result<LifecycleResult> result = followed(command, command.by, job, [&command](OpenedLog &opened, Step by, JobContext &following) {
        return askLifecycle(command, opened, by, following);
    });
    if (!result)
        return fail(result.error());
    QStringList notes;
    if (result->request.rule)
        notes << result->request.rule->words();
    for (int state = 1; state < lifeStates && !result->request.rule; ++state)
        notes << QStringLiteral("%1: %2").arg(lifeStateName(LifeState(state)), lifeStateMeaning(LifeState(state), command.lapsedAfter));
    return tell(command, lifecycleJson(*result, command.floor()), lifecycleTable(*result, command.floor()), notes + result->notes, timer);
}

void addBy(CLI::App &verb, std::string &by)
{
    verb.add_option("--by", by, "Periods: day, week (from Monday) or month, by the calendar of the workspace")->check(CLI::IsMember({"day", "week", "month"}))->capture_default_str();
}

} // namespace

void addFunnel(CLI::App &app, Action &action)
{
    auto command = std::make_shared<FunnelCommand>();
    CLI::App *verb = app.add_subcommand("funnel", "How many go from step to step, and who is lost where");
    command->addTo(*verb, "Comma-separated file instead of standard output: of the steps, or of the users that were asked for");
    verb->add_option("--steps", command->steps, "Steps in their order, with commas between: kinds of the log or meanings (view, cart, favourite, purchase, return) or any; "
                                                "view@item=KEY and view@category=KEY narrow a step; what has a comma itself stands in quotes: view@category=\"Toys, games\"")->required();
    verb->add_option("--within", command->within, "From the first step to the last: 30min, 12h, 7d, 2w (default: any time)");
    verb->add_option("--per", command->per, "What goes through the steps: user or session")->check(CLI::IsMember({"user", "session"}))->capture_default_str();
    verb->add_option("--order", command->order, "in-order: other events may lie between; straight: each step is the very next event")
        ->check(CLI::IsMember({"in-order", "straight"}))->capture_default_str();
    CLI::Option *lost = verb->add_option("--users-lost", command->lost, "List the users that came to this step (name or number from 1) and no further");
    verb->add_option("--users-reached", command->reached, "List the users that came to this step")->excludes(lost);
    verb->callback([command, &action] { action = [command](JobContext &job) { return runFunnel(*command, job); }; });
}

void addRetention(CLI::App &app, Action &action)
{
    auto command = std::make_shared<RetentionCommand>();
    CLI::App *verb = app.add_subcommand("retention", "Who comes back: users by the period they began in, and how many were there in those after");
    command->addTo(*verb, "Comma-separated file with the triangle instead of standard output");
    verb->add_option("--cohort", command->cohort, "Users belong to the period of their first-event or first-purchase")
        ->check(CLI::IsMember({"first-event", "first-purchase"}))->capture_default_str();
    verb->add_option("--return", command->activity, "What counts as being there: event or purchase")->check(CLI::IsMember({"event", "purchase"}))->capture_default_str();
    addBy(*verb, command->by);
    verb->add_flag("--or-later", command->isOrLater, "Count who was there in a period or any later one (default: in that period)");
    verb->add_flag("--shares", command->asShares, "Shares of the cohort in the table instead of counts");
    verb->callback([command, &action] { action = [command](JobContext &job) { return runRetention(*command, job); }; });
}

void addPaths(CLI::App &app, Action &action)
{
    auto command = std::make_shared<PathsCommand>();
    CLI::App *verb = app.add_subcommand("paths", "What comes after what: transitions and whole paths of sessions or users");
    command->addTo(*verb, "Comma-separated file with the transitions (or paths) instead of standard output");
    verb->add_option("--by", command->by, "What a step is called by: kind, category or item")->check(CLI::IsMember({"kind", "category", "item"}))->capture_default_str();
    verb->add_option("--steps", command->request.steps, "Steps from the beginning that are looked at")->check(CLI::Range(2, PathRequest::mostSteps))->capture_default_str();
    verb->add_option("--labels", command->request.labels, "The most frequent kinds, categories or items that stand for themselves; the others are one")
        ->check(CLI::Range(1, PathRequest::mostLabels))->capture_default_str();
    verb->add_option("--per", command->per, "session (users cut at pauses of half an hour where the log names none) or user")
        ->check(CLI::IsMember({"user", "session"}))->capture_default_str();
    verb->add_flag("--keep-repeats", command->keepsRepeats, "The same again straight after is a step of its own");
    verb->add_flag("--paths", command->asPaths, "Whole paths in the table instead of transitions");
    verb->callback([command, &action] { action = [command](JobContext &job) { return runPaths(*command, job); }; });
}

void addLifecycle(CLI::App &app, Action &action)
{
    auto command = std::make_shared<LifecycleCommand>();
    CLI::App *verb = app.add_subcommand("lifecycle", "Users by state in each period (new, active, returned, dormant, lapsed) and how many moved between");
    command->addTo(*verb, "Comma-separated file with a line for each period instead of standard output");
    addBy(*verb, command->by);
    verb->add_option("--states", command->states, "By the days of silence at the end of each period, as segments and profiles count (silence), or by whole "
                                                  "periods (default: silence; periods where one of the next two options is given)")->check(CLI::IsMember({"silence", "periods"}));
    CLI::Option *activity = verb->add_option("--activity", command->activity, "By periods: what counts as being there, event or purchase")
                                ->check(CLI::IsMember({"event", "purchase"}))->capture_default_str();
    CLI::Option *lapsed = verb->add_option("--lapsed-after", command->lapsedAfter, "By periods: silent ones after which a user is lapsed")
                              ->check(CLI::Range(2, 1000))->capture_default_str();
    verb->callback([command, activity, lapsed, &action] {
        command->isByPeriods = command->states == "periods" || (command->states.empty() && activity->count() + lapsed->count() > 0);
        action = [command](JobContext &job) { return runLifecycle(*command, job); };
    });
}

} // namespace foretrail::cli
