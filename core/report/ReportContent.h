#pragma once

#include "core/data/ProductRule.h"
#include "core/report/ForecastBatch.h"
#include "core/report/ForecastWords.h"
#include "core/report/SeriesOutlook.h"

namespace foretrail {

/// How much of each series a report holds: Full is a page each, Brief the first page and small charts of all.
enum class ReportTemplate { Full, Brief };
QString reportTemplateName(ReportTemplate layout); ///< "full", "brief"

struct ReportRequest {
    TrainingSpec spec; ///< its query says which series, its model how they are forecast
    ReportTemplate layout = ReportTemplate::Full;
    QString company;   ///< on every page; may be empty
    int workers = 0;   ///< threads that forecast, 0: one for each core
    ProductRule products{QStringList()}; ///< which items are postage, fees and the like, of the workspace
    qint64 among = 0;  ///< so many series there are, of which the largest are asked for; 0: that is not told
};

/// What a report speaks of where nobody chose: the `count` largest series of the question of `spec`; of a sum alone those that make it up, by
/// item or else by category. A network, of which one a series would take hours, gives way to the model that checks are made with.
ReportRequest usualReport(const TrainingSpec &spec, const DataSummary &summary, int count = 20);

/// A series of a report: its forecast and what that means.
struct ReportSeries {
    QString title;    ///< "Daily revenue of Tea"
    QString name;     ///< "Tea"
    bool isProduct = true; ///< false: postage, fees and the like among items, which the first page does not tell as items that rise or fall
    ForecastOutcome outcome;
    AdjustedForecast adjusted; ///< what people corrected of it
    QList<SeriesException> exceptions; ///< why it needs a look
    SeriesOutlook outlook;
    QString sentence; ///< what is expected, and how good the forecasts were
    QString concern;  ///< "Needs a look. ..."; empty where nothing speaks for one
    QStringList looks() const; ///< the exceptions in a word or two each
    QStringList footer;
};

/// A paragraph of the first page.
struct ReportFinding {
    QString heading; ///< "Rising"
    QString text;
};

/// What a report says, whatever it is drawn on. A value.
struct ReportContent {
    QString title;    ///< "Forecasts of daily revenue by item"
    QString subtitle; ///< horizon, model, range of the data
    QString company;
    ReportTemplate layout = ReportTemplate::Full;
    TrainingSpec spec;
    QList<ReportFinding> findings;
    QList<ReportSeries> series; ///< in the order of the question: the largest first
    QStringList skipped;        ///< why a series was left out, one sentence each
    QStringList rules;          ///< from where on a series needs a look, of what was found; one sentence each
    QStringList footer;
};

/// Headers and rows of the tables on the page of a series, as text for people.
QList<QStringList> reportMetrics(const ReportSeries &series, const QString &model);
/// time, expected, corrected where anything was, and the edges of the first two bands of each step ahead.
QList<QStringList> reportSteps(const ReportSeries &series);
/// series, expected, change, error, band held and a mark where it needs a look: one row a series.
QList<QStringList> reportGlance(const ReportContent &content);

/// Of forecasts that were made: sentences, order and small print. `adjustments`: one an outcome, or none at all.
ReportContent reportContent(const ForecastBatch &batch, const ReportRequest &request, const Provenance &provenance, const QList<AdjustedForecast> &adjustments = {});

/// Forecasts the series of request.spec.query as the verb `forecast` does, with the corrections that the workspace keeps, and says what they
/// mean. NotFound where no series answers;
/// what forecastBatch() says. Cancelled.
Result<ReportContent> reportFromWorkspace(Workspace &workspace, const ReportRequest &request, JobContext &job);

} // namespace foretrail
