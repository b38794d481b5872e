#include "core/evaluation/MetricWords.h"

#include <QCoreApplication>
#include <QHash>

namespace foretrail {

namespace {

struct MetricWordsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::MetricWords)
};

struct MetricText {
    QString word;
    QString help;
};

QHash<QString, MetricText> metricTexts()
{
    const QString pinball = MetricWordsText::tr("Mean cost of this quantile of the forecast, in the unit of the series: the smaller the better");
    const QString interval = MetricWordsText::tr("Mean width of the band with a penalty for what lies outside, in the unit of the series: the smaller the better");
    const QString held = MetricWordsText::tr("Share of the test part inside the band: the nearer to what the band promises the better");
    return {
        {QStringLiteral("MAE"), {QStringLiteral("MAE"), MetricWordsText::tr("Mean absolute error, in the unit of the series: the smaller the better")}},
        {QStringLiteral("RMSE"), {QStringLiteral("RMSE"), MetricWordsText::tr("Root of the mean squared error, in the unit of the series: large errors weigh more")}},
        {QStringLiteral("WAPE"), {QStringLiteral("WAPE"), MetricWordsText::tr("Sum of absolute errors over the sum of what happened: the smaller the better")}},
        {QStringLiteral("sMAPE"), {QStringLiteral("sMAPE"), MetricWordsText::tr("Mean of the absolute error over the middle between forecast and what happened: 0 is exact, 200 the worst")}},
        {QStringLiteral("MASE"), {QStringLiteral("MASE"), MetricWordsText::tr("Mean absolute error over that of repeating the last season inside the learning part: below 1 is closer than that")}},
        {QStringLiteral("bias"), {MetricWordsText::tr("Bias"), MetricWordsText::tr("Sum of the errors over the sum of what happened: above 0 more happened than was forecast")}},
        {QStringLiteral("coverage80"), {MetricWordsText::tr("%1 % band held").arg(80), held}},
        {QStringLiteral("coverage95"), {MetricWordsText::tr("%1 % band held").arg(95), held}},
        {QStringLiteral("MAPE"), {QStringLiteral("MAPE"), MetricWordsText::tr("Mean of the absolute error over what happened: the smaller the better")}},
        {QStringLiteral("RMSSE"), {QStringLiteral("RMSSE"), MetricWordsText::tr("Root of the mean squared error over that of repeating the last value inside the learning part: the smaller the better")}},
        {QStringLiteral("pinball0.025"), {MetricWordsText::tr("Pinball loss at %1 %").arg(QStringLiteral("2.5")), pinball}},
        {QStringLiteral("pinball0.1"), {MetricWordsText::tr("Pinball loss at %1 %").arg(10), pinball}},
        {QStringLiteral("pinball0.5"), {MetricWordsText::tr("Pinball loss at %1 %").arg(50), pinball}},
        {QStringLiteral("pinball0.9"), {MetricWordsText::tr("Pinball loss at %1 %").arg(90), pinball}},
        {QStringLiteral("pinball0.975"), {MetricWordsText::tr("Pinball loss at %1 %").arg(QStringLiteral("97.5")), pinball}},
        {QStringLiteral("CRPS"), {QStringLiteral("CRPS"), MetricWordsText::tr("Mean distance between the whole forecast distribution and what happened, in the unit of the series: the smaller the better")}},
        {QStringLiteral("winkler80"), {MetricWordsText::tr("Interval score of the %1 % band").arg(80), interval}},
        {QStringLiteral("winkler95"), {MetricWordsText::tr("Interval score of the %1 % band").arg(95), interval}},
        {QStringLiteral("MSIS95"), {QStringLiteral("MSIS"), MetricWordsText::tr("Mean width of the 95 % band with a penalty for what lies outside, over the scale of MASE: the smaller the better")}},
        {QStringLiteral("skill"), {MetricWordsText::tr("Skill"), MetricWordsText::tr("How much smaller the mean absolute error is than the baseline's: 0 is as good, 1 exact, below 0 worse")}},
        {QStringLiteral("count"), {MetricWordsText::tr("Steps judged"), MetricWordsText::tr("Steps of the test part whose actual value is known")}},
    };
}

} // namespace

QString metricWord(const QString &name)
{
    const MetricText text = metricTexts().value(name);
    return text.word.isEmpty() ? name : text.word;
}

QString metricHelp(const QString &name) { return metricTexts().value(name).help; }

} // namespace foretrail
