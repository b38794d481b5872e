#include "app/cli/ForecastOptions.h"
#include "ui/report/ReportFile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace foretrail::cli {

namespace {

struct ReportCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Report)
};

struct ReportOptions {
    ForecastOptions forecast; ///< --json and --holdout are not read
    std::string layout = "full";
    std::string company, logo, format;
};

std::string formatOf(const ReportOptions &options)
{
    if (!options.format.empty())
        return options.format;
    const QString suffix = QFileInfo(text(options.forecast.out)).suffix().toLower();
    return suffix == QStringLiteral("htm") ? "html" : suffix.toStdString();
}

Result<void> runReport(const ReportOptions &options, JobContext &job)
{
    Result<ForecastRequest> request = forecastRequest(options.forecast, job);
    if (!request)
        return fail(request.error());
    if (options.forecast.model.spec.empty()) // what is forecast is as long as what is judged
        request->spec.split.test = request->spec.horizon;
    const ReportRequest wanted{request->spec, options.layout == reportTemplateName(ReportTemplate::Brief).toStdString() ? ReportTemplate::Brief : ReportTemplate::Full,
                               text(options.company), options.forecast.workers};
    const Result<ReportContent> content = writeReport(request->workspace, wanted, text(options.logo), text(formatOf(options)), text(options.forecast.out), job);
    if (!content)
        return fail(content.error());
    for (const ReportFinding &finding : content->findings)
        note(QStringLiteral("%1: %2").arg(finding.heading, finding.text));
    return {};
}

/// The format follows from the name of the file, unless it is said.
void checkFormatOf(const ReportOptions &options)
{
    const std::string format = formatOf(options);
    if (format != "pdf" && format != "html")
        throw CLI::ValidationError("--out", ReportCommandText::tr("name a file that ends in .pdf or .html, or say --format pdf or --format html").toStdString());
}

} // namespace

void addReport(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ReportOptions>();
    ForecastOptions &forecast = options->forecast;
    CLI::App *verb = app.add_subcommand("report", "Forecast series and write a report: findings in sentences, then a page for each");
    verb->add_option("workspace", forecast.workspace, "Workspace file (*.foretrail)")->required();
    forecast.model.addTo(*verb, false);
    forecast.query.addTo(*verb);
    forecast.addWorkersTo(*verb);
    verb->add_option("--out", forecast.out, "File to write: report.pdf or report.html; - is standard output, with --format")->required();
    verb->add_option("--format", options->format, "pdf or html (default: as --out ends)")->check(CLI::IsMember({"pdf", "html"}));
    verb->add_option("--template", options->layout, "full: a page for each series; brief: the first page and small charts")
        ->check(CLI::IsMember({"full", "brief"}))->capture_default_str();
    verb->add_option("--company", options->company, "Name that stands on every page");
    verb->add_option("--logo", options->logo, "Picture that stands on every page (PNG, JPEG or SVG)");
    verb->callback([options, &action] {
        checkFormatOf(*options);
        action = [options](JobContext &job) { return runReport(*options, job); };
    });
}

} // namespace foretrail::cli
