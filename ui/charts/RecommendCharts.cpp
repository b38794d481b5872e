#include "ui/charts/RecommendCharts.h"

#include "ui/models/RecommendWords.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct RecommendChartsText { Q_DECLARE_TR_FUNCTIONS(foretrail::RecommendCharts) };

} // namespace

ChartContent responseChart(const Audience &audience)
{
    ChartContent content;
    content.title = RecommendChartsText::tr("Response by place in the order of scores");
    content.sentence = audience.sentence();
    content.valueTitle = RecommendChartsText::tr("Responded, %");
    content.indexTitle = RecommendChartsText::tr("Users by score");
    content.axis.step = Step::None;
    if (audience.bands.isEmpty() || !audience.isCalibrated)
        return content;
    std::vector<double> rates, low, high, random;
    for (const ResponseBand &band : audience.bands) {
        content.labels.texts << bandText(band);
        rates.push_back(100 * band.rate.share);
        low.push_back(100 * band.rate.low);
        high.push_back(100 * band.rate.high);
        random.push_back(100 * audience.everybody.share);
    }
    PointMarks points{RecommendChartsText::tr("responded"), PointShape::Diamond, {}, rates};
    for (size_t i = 0; i < rates.size(); ++i)
        points.at.push_back(qint64(i));
    content.curves.append({RecommendChartsText::tr("by score"), CurveRole::History, 0, 0, shared(rates)});
    content.curves.append({RecommendChartsText::tr("picked at random"), CurveRole::Forecast, 0, 0, shared(random)});
    content.bands.append({95, 0, low, high});
    content.points.append(points);
    return content;
}

BarContent hitRateBars(const RecommendReport &report, int k)
{
    BarContent content;
    content.title = RecommendChartsText::tr("Next items on a list of %1").arg(k);
    content.valueTitle = RecommendChartsText::tr("Hit rate, %");
    content.categoryTitle = RecommendChartsText::tr("Model");
    for (const RecommenderScores &scores : report.models) {
        content.labels << scores.model;
        content.values.push_back(100 * scores.atK(k).recall);
    }
    return content;
}

} // namespace foretrail
