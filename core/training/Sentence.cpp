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
    if (baseline == QLatin1String("mean"))
        return SentenceText::tr("the mean of all before");
    if (baseline == QLatin1String("mixed"))
        return SentenceText::tr("the simple baseline of each");
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

/// The errors that are compared: WAPE, or MAE where that has no meaning.
struct ComparedErrors {
    bool hasWape = false;
    double ours = missing, theirs = missing;

    ComparedErrors(const Metrics &model, const Metrics &baseline)
        : hasWape(!std::isnan(model.wape) && !std::isnan(baseline.wape)), ours(hasWape ? model.wape : model.mae),
          theirs(hasWape ? baseline.wape : baseline.mae) {}
    /// The share by which ours are smaller.
    double gain() const { return theirs > 0 ? 1 - ours / theirs : (ours > 0 ? -HUGE_VAL : 0.0); }
    QString text() const
    {
        return SentenceText::tr("%1 %2 v %3").arg(hasWape ? QStringLiteral("WAPE") : QStringLiteral("MAE"), figure(ours), figure(theirs));
    }

private:
    QString figure(double value) const
    {
        const QLocale locale;
        return hasWape ? SentenceText::tr("%1 %").arg(locale.toString(100 * value, 'f', 1)) : locale.toString(value, 'g', 4);
    }
};

QString withP(const QString &figures, double p)
{
    if (std::isnan(p))
        return figures;
    return p < 0.005 ? SentenceText::tr("%1, p < 0.01", "p-value of a test").arg(figures)
                     : SentenceText::tr("%1, p = %2", "p-value of a test").arg(figures, QLocale().toString(p, 'f', 2));
}

/// Whether the difference is more than chance, by the test there is.
bool isClear(double gain, const LossComparison &test) { return gain > 0 ? test.isBetter() : test.isWorse(); }

/// One fold of one series: what differs by less is not worth a word.
QString untestedSentence(double gain, const QString &than, const QString &figures)
{
    if (std::abs(gain) < singleFoldMargin)
        return SentenceText::tr("Not clearly different from %1 (%2)").arg(than, figures);
    const QString percent = QLocale().toString(std::round(100 * std::abs(gain)), 'f', 0);
    return gain > 0 ? SentenceText::tr("%1 % closer than %2 on one test part, which is too little to tell (%3)").arg(percent, than, figures)
                    : SentenceText::tr("%1 % further off than %2 on one test part, which is too little to tell (%3)").arg(percent, than, figures);
}

} // namespace

double gainOver(const Metrics &model, const Metrics &baseline)
{
    const ComparedErrors errors(model, baseline);
    return std::isnan(errors.ours) || std::isnan(errors.theirs) ? missing : errors.gain();
}

QString comparisonSentence(const Metrics &model, const Metrics &baseline, const QString &baselineName, Step step, int season,
                           const std::optional<LossComparison> &comparison, const std::optional<LossComparison> &earlier)
{
    const ComparedErrors errors(model, baseline);
    if (std::isnan(errors.ours) || std::isnan(errors.theirs))
        return {};
    const double gain = errors.gain();
    const bool isTested = comparison && !comparison->isSingle();
    const QString figures = isTested ? withP(errors.text(), comparison->pValue) : errors.text();
    const QString than = repeating(baselineName, step, season);
    if (std::isinf(gain) && (!isTested || std::isnan(comparison->pValue) || comparison->isWorse()))
        return SentenceText::tr("Further off than %1, which is exact here (%2)").arg(than, figures);
    if (std::round(100 * std::abs(gain)) < 1)
        return SentenceText::tr("As close as %1 (%2)").arg(than, figures);
    if (!isTested && !earlier)
        return untestedSentence(gain, than, figures);
    if (!isClear(gain, isTested ? *comparison : *earlier) || std::abs(gain) < (isTested ? 0.0 : singleFoldMargin))
        return SentenceText::tr("Not clearly different from %1 (%2)").arg(than, figures);
    const QString percent = QLocale().toString(std::round(100 * std::abs(gain)), 'f', 0);
    return gain > 0 ? SentenceText::tr("%1 % closer than %2 (%3)").arg(percent, than, figures)
                    : SentenceText::tr("%1 % further off than %2 (%3)").arg(percent, than, figures);
}

} // namespace foretrail
