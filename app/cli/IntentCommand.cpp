#include "app/cli/Command.h"
#include "core/report/FlowTables.h"
#include "core/report/IntentReportFile.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QSet>
#include <QTimeZone>

namespace foretrail::cli {

namespace {

struct IntentCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Intent)
};

struct IntentOptions {
    std::string workspace, testSince, out;
    std::string task = "purchase";
    std::string model = "auto";
    int horizon = 0, least = 0;
    std::uint64_t seed = 1;
    bool reasons = false;
    bool json = false;
};

Result<IntentRequest> intentRequest(const IntentOptions &options, ShopData &data)
{
    IntentRequest request;
    const Result<IntentTask> task = intentTaskFrom(text(options.task));
    if (!task)
        return fail(task.error());
    request.task = *task;
    request.horizonDays = options.horizon;
    request.model = text(options.model);
    request.seed = options.seed;
    request.tellsReasons = options.reasons;
    if (options.testSince.empty())
        return request;
    const Result<WallMs> since = parseWallTime(text(options.testSince));
    if (!since)
        return fail(since.error().within(QStringLiteral("--test-since")));
    const Result<DataSummary> summary = data.summary();
    if (!summary)
        return fail(summary.error());
    request.testSince = ZoneClock(QTimeZone(summary->timeZone.toLatin1())).toUtc(*since);
    return request;
}

QString share(double value) { return QLocale().toString(100 * value, 'f', value < 0.1 ? 1 : 0); }

QString askedText(const IntentQuestion &question)
{
    switch (question.task) {
    case IntentTask::Purchase: return IntentCommandText::tr("a purchase within %n day(s)", nullptr, question.horizonDays);
    case IntentTask::Churn:
        return question.ofPurchases ? IntentCommandText::tr("no purchase for %n day(s)", nullptr, question.horizonDays)
                                    : IntentCommandText::tr("not seen for %n day(s)", nullptr, question.horizonDays);
    case IntentTask::Session: break;
    }
    return IntentCommandText::tr("a purchase later in the session");
}

void printEvaluations(const QString &title, const QList<IntentEvaluation> &list)
{
    note(title);
    const auto figure = [](double value) { return std::isnan(value) ? QStringLiteral("-") : QString::number(value, 'f', 3); };
    for (const IntentEvaluation &one : list)
        note(IntentCommandText::tr("  %1: ROC AUC %2 (+- %7), PR AUC %3, log loss %4, Brier %5, calibration error %6")
                 .arg(one.model, figure(one.scores.auc), figure(one.scores.prAuc), figure(one.scores.logLoss), figure(one.scores.brier), figure(one.scores.ece), figure(one.scores.aucError)));
}

void printSummary(const IntentReport &report)
{
    const QLocale locale;
    note(IntentCommandText::tr("Asked: %1. Model: %2, learnt from %3 cases, of which %4 % ended so.")
             .arg(askedText(report.model.question), report.model.chosen, locale.toString(report.training), share(report.model.rate)));
    if (report.test.isEmpty())
        printEvaluations(IntentCommandText::tr("On the part held back, which chose and calibrated the model:"), report.validation);
    else
        printEvaluations(IntentCommandText::tr("On what came behind the time given (%1 cases, %2 ended so):")
                             .arg(report.test.front().scores.count).arg(report.test.front().scores.positives), report.test);
    for (const QString &one : report.notes)
        note(one);
}

qint64 usersIn(const IntentReport &report) { return QSet<UserId>(report.users.begin(), report.users.end()).size(); }

Result<void> runIntent(const IntentOptions &options, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<IntentRequest> request = intentRequest(options, workspace->data());
    if (!request)
        return fail(request.error());
    JobContext learning = job.part(0, 3, 4);
    const Result<IntentReport> report = analyseIntent(workspace->data(), *request, learning);
    if (!report)
        return fail(report.error());
    JobContext writing = job.part(3, 1, 4);
    const bool hasList = !options.out.empty() || !options.json;
    if (const Result<void> allowed = GroupFloor{options.least}.allowsList(usersIn(*report)); hasList && !allowed)
        return allowed;
    if (hasList)
        if (const Result<void> done = writeIntent(*report, workspace->data(), options.out.empty() ? QStringLiteral("-") : text(options.out), writing); !done)
            return done;
    if (!options.json) {
        printSummary(*report);
        return {};
    }
    QJsonObject json = report->toJson();
    json.insert(QStringLiteral("seconds"), double(timer.elapsed()) / 1000);
    printJson(json);
    return {};
}

} // namespace

void addIntent(CLI::App &app, Action &action)
{
    auto options = std::make_shared<IntentOptions>();
    CLI::App *verb = app.add_subcommand("intent", "Who will buy in the next days, who stays away, and which session ends in a purchase");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_option("--task", options->task, "purchase, churn (no purchase, or where hardly anybody buys twice no visit) or session")
        ->check(CLI::IsMember({"purchase", "churn", "session"}))->capture_default_str();
    verb->add_option("--horizon", options->horizon, "Days ahead (default: 7, fewer in a short log; of churn: the 85th percentile of the gaps)")->check(CLI::Range(1, 3650));
    verb->add_option("--test-since", options->testSince, "Learn from what was known at this time of the workspace's clock, and judge by what came behind");
    verb->add_option("--model", options->model, "rate, recency, purchases (one figure alone), logistic, gru, lstm, or auto: chosen on a later part that is held back")
        ->check(CLI::IsMember({"rate", "recency", "purchases", "logistic", "gru", "lstm", "auto"}))->capture_default_str();
    verb->add_option("--seed", options->seed, "Seed of the networks")->capture_default_str();
    verb->add_option("--out", options->out, "Comma-separated file with a line for each user or session (default: standard output, nothing with --json)");
    verb->add_flag("--reasons", options->reasons, "A column with what moves each probability most, for and against it, beside what is typical");
    addMinGroup(*verb, options->least);
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return runIntent(*options, job); }; });
}

} // namespace foretrail::cli
