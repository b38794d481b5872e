#include "core/report/ReportContent.h"

#include "core/base/NumberText.h"
#include "core/behaviour/segments/SegmentUsers.h"
#include "core/report/ExceptionScan.h"
#include "core/report/ReportFindings.h"
#include "core/training/AdjustFromWorkspace.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct ReportContentText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ReportContent)
};

QString figure(double value) { return std::isnan(value) ? QStringLiteral("–") : plainNumber(value); }

QString groupWords(const SeriesQuery &query)
{
    switch (query.by) {
    case GroupBy::Item: return ReportContentText::tr("by item");
    case GroupBy::Category: return ReportContentText::tr("by category");
    case GroupBy::Kind: return ReportContentText::tr("by event kind");
    case GroupBy::Attribute: return ReportContentText::tr("by %1", "name of an attribute").arg(query.attribute);
    case GroupBy::Total: return ReportContentText::tr("in total");
    case GroupBy::Series: break;
    }
    return {};
}

ReportSeries seriesOf(const ForecastOutcome &outcome, const QList<SeriesException> &exceptions, const AdjustedForecast &adjusted, const ReportRequest &request,
                      const Provenance &provenance)
{
    ReportSeries series;
    series.title = questionTitle(request.spec.query, outcome.history);
    series.name = seriesTitle(outcome.history);
    series.isProduct = request.spec.query.by != GroupBy::Item || request.products.isProduct(outcome.history.key.toStdString());
    series.outcome = outcome;
    series.outcome.saved = {};
    series.adjusted = adjusted;
    series.exceptions = exceptions;
    series.outlook = outlookOf(outcome, adjusted);
    series.sentence = outlookSentence(series, request.spec);
    QStringList reasons;
    for (const SeriesException &exception : exceptions)
        reasons << exceptionSentence(exception, outcome.history.unit);
    if (!reasons.isEmpty())
        series.concern = ReportContentText::tr("Needs a look. %1", "sentences").arg(reasons.join(QLatin1Char(' ')));
    series.footer = forecastFooter(outcome, request.spec, provenance, adjusted);
    return series;
}

/// Where nothing but postage and fees was asked for, it is what the report speaks of.
void keepSomeProduct(QList<ReportSeries> &series)
{
    if (std::none_of(series.cbegin(), series.cend(), [](const ReportSeries &one) { return one.isProduct; }))
        for (ReportSeries &one : series)
            one.isProduct = true;
}

/// Of the longest series.
QString rangeOf(const QList<ReportSeries> &series)
{
    Series all = series.front().outcome.history;
    for (const ReportSeries &one : series)
        if (const Series &other = one.outcome.history; other.axis.step == all.axis.step && other.size() > all.size())
            all = other;
    return dataRangeWords(all);
}

} // namespace

ReportRequest usualReport(const TrainingSpec &spec, const DataSummary &summary, int count)
{
    ReportRequest request;
    request.spec = spec;
    SeriesQuery &query = request.spec.query;
    if (query.by == GroupBy::Total && summary.items > 1)
        query.by = GroupBy::Item;
    else if (query.by == GroupBy::Total && summary.categories > 1)
        query.by = GroupBy::Category;
    query.keys.clear();
    query.top = count;
    request.among = !query.segment.isEverybody() ? 0 : query.by == GroupBy::Item ? summary.items : query.by == GroupBy::Category ? summary.categories : 0;
    if (const ModelInfo *info = modelRegistry().find(spec.model.model); info && info->isNeural)
        request.spec.model.model = QString::fromLatin1(usualCheckModel);
    return request;
}

QStringList ReportSeries::looks() const
{
    QStringList words;
    for (const SeriesException &exception : exceptions)
        words << exceptionWord(exception.kind);
    return words;
}

QString reportTemplateName(ReportTemplate layout) { return layout == ReportTemplate::Full ? QStringLiteral("full") : QStringLiteral("brief"); }

QList<QStringList> reportMetrics(const ReportSeries &series, const QString &model)
{
    const Metrics &own = series.outcome.metrics, &base = series.outcome.baselineMetrics;
    const auto ratio = [](double value) { return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', 2); };
    QList<QStringList> rows{{ReportContentText::tr("Test part"), model, series.outcome.baseline},
                            {QStringLiteral("WAPE"), percentWords(own.wape), percentWords(base.wape)},
                            {QStringLiteral("MAE"), figure(own.mae), figure(base.mae)},
                            {QStringLiteral("RMSE"), figure(own.rmse), figure(base.rmse)},
                            {QStringLiteral("MASE"), ratio(own.mase), ratio(base.mase)},
                            {ReportContentText::tr("Bias"), percentWords(own.bias), percentWords(base.bias)}};
    for (const BandHeld &band : bandsHeld(series.outcome))
        rows.append({ReportContentText::tr("%1 % band held").arg(QLocale().toString(band.level)), percentWords(band.held),
                     band.level == 80 ? percentWords(base.coverage80) : band.level == 95 ? percentWords(base.coverage95) : QStringLiteral("–")});
    return rows;
}

QList<QStringList> reportSteps(const ReportSeries &series)
{
    const Forecast &future = series.outcome.future;
    const size_t bands = std::min<size_t>(2, future.bands.size());
    const bool isAdjusted = series.adjusted.isAdjusted();
    QList<QStringList> rows{{ReportContentText::tr("Time"), ReportContentText::tr("Expected")}};
    if (isAdjusted)
        rows.front() << ReportContentText::tr("Corrected");
    for (size_t i = 0; i < bands; ++i)
        rows.front() << ReportContentText::tr("%1 % from").arg(QLocale().toString(future.bands[i].level)) << ReportContentText::tr("to");
    const Series &history = series.outcome.history;
    for (qint64 h = 0; h < qint64(future.mean.size()); ++h) {
        const qint64 index = history.size() + h;
        QStringList row{history.axis.hasCalendar() ? formatTime(history.timeAt(index), history.axis.step) : QString::number(history.axis.start + index),
                        figure(future.mean[size_t(h)])};
        if (isAdjusted)
            row << figure(series.adjusted.steps[size_t(h)].adjusted());
        for (size_t i = 0; i < bands; ++i)
            row << figure(future.bands[i].low[size_t(h)]) << figure(future.bands[i].high[size_t(h)]);
        rows.append(row);
    }
    return rows;
}

QList<QStringList> reportGlance(const ReportContent &content)
{
    const bool isSummed = addsUp(content.spec.query.measure);
    QList<QStringList> rows{{ReportContentText::tr("Series"), isSummed ? ReportContentText::tr("Expected in total") : ReportContentText::tr("Expected a step"),
                             ReportContentText::tr("Change", "a column: in percent"), ReportContentText::tr("WAPE"), ReportContentText::tr("Baseline"),
                             ReportContentText::tr("80 % held"), ReportContentText::tr("Look")}};
    for (const ReportSeries &one : content.series) {
        const Metrics &own = one.outcome.metrics;
        const double change = one.outlook.change();
        rows.append({one.name, figure(isSummed ? one.outlook.total : one.outlook.expected), signedPercentWords(change), percentWords(own.wape),
                     percentWords(one.outcome.baselineMetrics.wape), percentWords(own.coverage80, 0), one.concern.isEmpty() ? QString() : QStringLiteral("●")});
    }
    return rows;
}

ReportContent reportContent(const ForecastBatch &batch, const ReportRequest &request, const Provenance &provenance, const QList<AdjustedForecast> &adjustments)
{
    ReportContent content;
    content.company = request.company;
    content.layout = request.layout;
    content.spec = request.spec;
    content.skipped = batch.skipped;
    for (qsizetype i = 0; i < batch.outcomes.size(); ++i)
        content.series.append(seriesOf(batch.outcomes[i], batch.exceptions.value(i), adjustments.value(i), request, provenance));
    keepSomeProduct(content.series);
    const Series &first = batch.outcomes.front().history;
    SeriesQuery all = request.spec.query;
    all.by = GroupBy::Total;
    content.title = ReportContentText::tr("Forecasts: %1 %2", "daily revenue, by item").arg(questionTitle(all, first), groupWords(request.spec.query)).trimmed();
    const auto count = int(content.series.size());
    content.subtitle = (request.among > count ? ReportContentText::tr("the %n largest of %1 series", nullptr, count).arg(QLocale().toString(request.among))
                                              : ReportContentText::tr("%n series", nullptr, count)) + QStringLiteral(" · ") + rangeOf(content.series) + QStringLiteral(" · ")
        + ReportContentText::tr("%1 ahead", "28 days").arg(stepsWords(first.axis.step, request.spec.horizon)) + QStringLiteral(" · ") + request.spec.model.model;
    if (!request.spec.query.segment.isEverybody())
        content.subtitle += QStringLiteral(" · ") + ReportContentText::tr("users of segment %1").arg(segmentTitle(request.spec.query.segment));
    content.findings = reportFindings(content);
    QList<SeriesException> found;
    for (const ReportSeries &one : std::as_const(content.series))
        found += one.exceptions;
    content.rules = rulesOf(found).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    content.footer = QStringList{provenance.text()};
    return content;
}

Result<ReportContent> reportFromWorkspace(Workspace &workspace, const ReportRequest &asked, JobContext &job)
{
    Result<ProductRule> products = ProductRule::of(workspace);
    if (!products)
        return fail(products.error());
    ReportRequest request = asked;
    request.products = std::move(*products);
    const Result<ForecastBatch> batch = forecastBatchFrom(workspace, request.spec, 0, job, request.workers, true);
    if (!batch)
        return fail(batch.error());
    QList<AdjustedForecast> adjustments;
    for (const ForecastOutcome &outcome : batch->outcomes) {
        Result<KeptAdjustments> kept = keptAdjustments(workspace, request.spec, outcome);
        if (!kept)
            return fail(kept.error());
        adjustments.append(std::move(kept->forecast));
    }
    const Provenance provenance{workspace.path(), request.spec.model.model, request.spec.model.seed, batch->outcomes.front().fingerprint,
                                QDateTime::currentDateTimeUtc()};
    return reportContent(*batch, request, provenance, adjustments);
}

} // namespace foretrail
