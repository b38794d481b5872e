#include "core/training/Sentence.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace foretrail {

namespace {

struct SentenceText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Sentence)
};

QString repeating(const QString &baseline, Step step, int season)
{
    if (baseline == QLatin1String("naive") || season <= 1)
        return SentenceText::tr("repeating the last value");
    if (step == Step::Hour && season == 24)
        return SentenceText::tr("repeating yesterday");
    if ((step == Step::Day && season == 7) || (step == Step::Hour && season == 168))
        return SentenceText::tr("repeating last week");
    if ((step == Step::Week && season == 52) || (step == Step::Month && season == 12)
        || (step == Step::Quarter && season == 4) || (step == Step::Day && season >= 364))
        return SentenceText::tr("repeating last year");
    return SentenceText::tr("repeating the last %1 steps").arg(season);
}

} // namespace

QString comparisonSentence(const Metrics &model, const Metrics &baseline, const QString &baselineName, Step step,
                           int season)
{
    const bool hasWape = !std::isnan(model.wape) && !std::isnan(baseline.wape);
    const double ours = hasWape ? model.wape : model.mae;
    const double theirs = hasWape ? baseline.wape : baseline.mae;
    if (std::isnan(ours) || std::isnan(theirs))
        return {};
    const QLocale locale;
    const auto figure = [&](double value) {
        return hasWape ? SentenceText::tr("%1 %").arg(locale.toString(100 * value, 'f', 1)) : locale.toString(value, 'g', 4);
    };
    const QString figures = SentenceText::tr("%1 %2 v %3").arg(hasWape ? QStringLiteral("WAPE") : QStringLiteral("MAE"), figure(ours), figure(theirs));
    const QString than = repeating(baselineName, step, season);
    const double gain = theirs > 0 ? 1 - ours / theirs : (ours > 0 ? -HUGE_VAL : 0.0);
    const QString percent = locale.toString(std::round(100 * std::abs(gain)), 'f', 0);
    if (std::isinf(gain))
        return SentenceText::tr("Further off than %1, which is exact here (%2)").arg(than, figures);
    if (std::round(100 * std::abs(gain)) < 1)
        return SentenceText::tr("As close as %1 (%2)").arg(than, figures);
    return gain > 0 ? SentenceText::tr("%1 % closer than %2 (%3)").arg(percent, than, figures)
                    : SentenceText::tr("%1 % further off than %2 (%3)").arg(percent, than, figures);
}

} // namespace foretrail
