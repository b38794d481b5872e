#include "app/cli/Command.h"
#include "core/jobs/ParallelInOrder.h"
#include "core/report/CustomersReport.h"
#include "core/report/FlowTables.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

namespace foretrail::cli {

namespace {

struct CustomersCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Customers)
};

struct CustomersOptions {
    std::string workspace, calibrationEnd, out;
    std::string model = usualBuyerModel;
    std::string unit = "week";
    std::int64_t horizon = 0;
    ValueTerms terms;
    int workers = 0, least = 0;
    bool json = false;
};

Result<CustomersRequest> customersRequest(const CustomersOptions &options)
{
    CustomersRequest request;
    request.model = text(options.model);
    if (const auto model = buyerModel(request.model); !model)
        return fail(model.error());
    const Result<BuyerUnit> unit = buyerUnit(text(options.unit));
    if (!unit)
        return fail(unit.error());
    request.unit = *unit;
    if (!options.calibrationEnd.empty()) {
        const Result<WallMs> end = parseWallTime(text(options.calibrationEnd));
        if (!end)
            return fail(end.error().within(QStringLiteral("--calibration-end")));
        request.calibrationEnd = floorToStep(*end, Step::Day) / dayMs;
    }
    request.horizonDays = options.horizon;
    request.terms = options.terms;
    request.workers = options.workers;
    return request;
}

void printSummary(const CustomersAnalysis &analysis)
{
    const QLocale locale;
    const BuyerFit &fit = analysis.model.buyers;
    QStringList parameters;
    const QJsonObject named = fit.parametersJson();
    for (auto one = named.begin(); one != named.end(); ++one)
        parameters << QStringLiteral("%1 %2").arg(one.key(), locale.toString(one.value().toDouble(), 'g', 5));
    note(CustomersCommandText::tr("%1: %2 users, %3 of them came back; %4; ln of the likelihood %5.")
             .arg(fit.model, locale.toString(fit.users), locale.toString(fit.repeatBuyers), parameters.join(QStringLiteral(", ")),
                  locale.toString(fit.logLikelihood, 'f', 2)));
    if (analysis.holdout)
        note(CustomersCommandText::tr("In the %1 days behind: %2 purchase days expected, %3 seen; mean error of a user %4; who buys again is told with an AUC of %5.")
                 .arg(locale.toString(analysis.holdout->days), locale.toString(analysis.holdout->predicted, 'f', 0),
                      locale.toString(analysis.holdout->actual, 'f', 0), locale.toString(analysis.holdout->mae, 'f', 3),
                      locale.toString(analysis.holdout->auc, 'f', 3)));
    for (const QString &one : analysis.notes)
        note(one);
}

Result<void> runCustomers(const CustomersOptions &options, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    const Result<CustomersRequest> request = customersRequest(options);
    if (!request)
        return fail(request.error());
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    JobContext learning = job.part(0, 1, 2);
    const Result<CustomersAnalysis> analysis = analyseCustomers(workspace->data(), *request, learning);
    if (!analysis)
        return fail(analysis.error());
    JobContext writing = job.part(1, 1, 2);
    const bool hasList = !options.out.empty() || !options.json;
    if (const Result<void> allowed = GroupFloor{options.least}.allowsList(qint64(analysis->histories.users.size())); hasList && !allowed)
        return allowed;
    if (hasList)
        if (const Result<void> done = writeCustomers(*analysis, workspace->data(), options.out.empty() ? QStringLiteral("-") : text(options.out),
                                                     options.workers, writing); !done)
            return done;
    if (!options.json) {
        printSummary(*analysis);
        return {};
    }
    QJsonObject json = customersJson(*analysis);
    json.insert(QStringLiteral("seconds"), double(timer.elapsed()) / 1000);
    json.insert(QStringLiteral("threads"), workerCount(options.workers));
    printJson(json);
    return {};
}

} // namespace

void addCustomers(CLI::App &app, Action &action)
{
    auto options = std::make_shared<CustomersOptions>();
    CLI::App *verb = app.add_subcommand("customers", "Who stays, how often they will buy and what they are worth");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_option("--model", options->model, "mbgnbd, bgnbd or pareto-nbd")->capture_default_str();
    verb->add_option("--calibration-end", options->calibrationEnd, "The last day the model knows, 2024-06-30; what comes behind it judges the "
                                                                   "model (default: the last day of the data)");
    verb->add_option("--horizon", options->horizon, "Days ahead (default: as many as the data has behind the calibration end, or 91)")
        ->check(CLI::Range(1, 36500));
    verb->add_option("--unit", options->unit, "Unit of time of the model: day, week or month")->capture_default_str();
    verb->add_option("--margin", options->terms.margin, "Share of what is spent that counts as value, 0 to 1")->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    verb->add_option("--discount", options->terms.discount, "What money of next year is worth less, 0.1 for 10 % a year")
        ->check(CLI::Range(0.0, 10.0))->capture_default_str();
    verb->add_option("--workers", options->workers, "Threads; 0: all cores. The figures are the same for any")->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    verb->add_option("--out", options->out, "Comma-separated file with a line for each user (default: standard output, nothing with --json)");
    addMinGroup(*verb, options->least);
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return runCustomers(*options, job); }; });
}

} // namespace foretrail::cli
