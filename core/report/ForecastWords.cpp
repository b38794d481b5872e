#include "core/report/ForecastWords.h"

#include "core/base/NumberText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct ForecastWordsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ForecastChart)
};

QString stepWord(Step step)
{
    switch (step) {
    case Step::Hour: return ForecastWordsText::tr("Hourly");
    case Step::Day: return ForecastWordsText::tr("Daily");
    case Step::Week: return ForecastWordsText::tr("Weekly");
    case Step::Month: return ForecastWordsText::tr("Monthly");
    case Step::Quarter: return ForecastWordsText::tr("Quarterly");
    case Step::Year: return ForecastWordsText::tr("Yearly");
    case Step::None: break;
    }
    return {};
}

/// "2024-01-31"; the number of a step without a calendar.
QString stepName(const Series &series, qint64 index)
{
    return series.axis.hasCalendar() ? formatTime(series.timeAt(index), series.axis.step) : QString::number(series.axis.start + index);
}

/// "WAPE 18.4 %, baseline snaive 20.9 %"; MAE where WAPE has no meaning.
QString errorBesideBaseline(const ForecastOutcome &outcome)
{
    if (outcome.metrics.count == 0)
        return ForecastWordsText::tr("not tested");
    const bool hasWape = !std::isnan(outcome.metrics.wape) && !std::isnan(outcome.baselineMetrics.wape);
    const auto figure = [hasWape](const Metrics &metrics) { return hasWape ? percentWords(metrics.wape) : plainNumber(metrics.mae); };
    return ForecastWordsText::tr("%1 %2, baseline %3 %4", "WAPE 18.4 %, baseline snaive 20.9 %")
        .arg(hasWape ? QStringLiteral("WAPE") : QStringLiteral("MAE"), figure(outcome.metrics), outcome.baseline, figure(outcome.baselineMetrics));
}

QStringList coverageWords(const ForecastOutcome &outcome)
{
    QStringList words;
    for (const BandHeld &band : bandsHeld(outcome))
        words << ForecastWordsText::tr("%1 % promised, %2 held", "80 % promised, 82.1 % held").arg(QLocale().toString(band.level), percentWords(band.held));
    return words;
}

/// The edges of the first band on the last step of the future.
QString lastBand(const Forecast &future)
{
    if (future.bands.empty())
        return {};
    const Band &band = future.bands.front();
    return ForecastWordsText::tr("On its last step the band of %1 % goes from %2 to %3.")
        .arg(QLocale().toString(band.level), plainNumber(band.low.back()), plainNumber(band.high.back()));
}

double lastKnown(const std::vector<double> &values)
{
    const auto at = std::find_if(values.rbegin(), values.rend(), [](double value) { return !std::isnan(value); });
    return at == values.rend() ? missing : *at;
}

} // namespace

QString measureTitle(Measure measure)
{
    switch (measure) {
    case Measure::Revenue: return ForecastWordsText::tr("revenue");
    case Measure::Quantity: return ForecastWordsText::tr("quantity");
    case Measure::Orders: return ForecastWordsText::tr("orders");
    case Measure::Events: return ForecastWordsText::tr("events");
    case Measure::Users: return ForecastWordsText::tr("active users");
    case Measure::Value: return ForecastWordsText::tr("value");
    }
    return {};
}

QString questionTitle(const SeriesQuery &query, const Series &series)
{
    const QString name = seriesTitle(series);
    const QString step = stepWord(series.axis.step);
    const QString what = step.isEmpty() ? capitalised(measureTitle(query.measure))
                                        : ForecastWordsText::tr("%1 %2", "Daily revenue").arg(step, measureTitle(query.measure));
    return query.by == GroupBy::Total ? what : ForecastWordsText::tr("%1 of %2", "Daily revenue of Home decor").arg(what, name);
}

QString dataRangeWords(const Series &history)
{
    return ForecastWordsText::tr("data from %1 to %2 (%3)", "2024-01-01, 2024-03-24, 84 days")
        .arg(stepName(history, 0), stepName(history, history.size() - 1), stepsWords(history.axis.step, history.size()));
}

QString modelSentence(const ForecastOutcome &outcome, const QString &model)
{
    if (outcome.sentence.isEmpty())
        return outcome.explanation.isEmpty() ? QString() : ForecastWordsText::tr("%1: %2", "model: explanation").arg(model, outcome.explanation);
    return ForecastWordsText::tr("%1 is %2.", "ar-fourier is 12 % closer than ...")
        .arg(model, QString(outcome.sentence).replace(0, 1, outcome.sentence.front().toLower()));
}

bool addsUp(Measure measure) { return measure != Measure::Users && measure != Measure::Value; }

QString stepsWords(Step step, qint64 count)
{
    const int n = int(count);
    switch (step) {
    case Step::Hour: return ForecastWordsText::tr("%n hours", nullptr, n);
    case Step::Day: return ForecastWordsText::tr("%n days", nullptr, n);
    case Step::Week: return ForecastWordsText::tr("%n weeks", nullptr, n);
    case Step::Month: return ForecastWordsText::tr("%n months", nullptr, n);
    case Step::Quarter: return ForecastWordsText::tr("%n quarters", nullptr, n);
    case Step::Year: return ForecastWordsText::tr("%n years", nullptr, n);
    case Step::None: break;
    }
    return ForecastWordsText::tr("%n steps", nullptr, n);
}

QString percentWords(double share, int decimals)
{
    return std::isnan(share) ? QStringLiteral("–") : ForecastWordsText::tr("%1 %").arg(QLocale().toString(100 * share, 'f', decimals));
}

QList<BandHeld> bandsHeld(const ForecastOutcome &outcome)
{
    QList<BandHeld> held;
    for (const Band &band : outcome.test.bands) {
        double share = band.level == 80 ? outcome.metrics.coverage80 : band.level == 95 ? outcome.metrics.coverage95 : missing;
        const size_t count = std::min(outcome.actual.size(), band.low.size());
        if (std::isnan(share) && count > 0)
            share = coverage(Values(outcome.actual).first(count), Values(band.low).first(count), Values(band.high).first(count));
        if (!std::isnan(share)) // of a stored run only those that were measured then are known
            held.append({band.level, share});
    }
    return held;
}

QString correctionsSentence(const AdjustedForecast &adjusted)
{
    if (!adjusted.isAdjusted())
        return {};
    QStringList reasons;
    for (const AdjustedStep &step : adjusted.steps)
        for (const std::optional<Override> &one : step.overrides)
            if (one && !one->reason.isEmpty() && !reasons.contains(one->reason))
                reasons << one->reason;
    const QString sum = ForecastWordsText::tr("%n of %1 steps were corrected by hand: %2 in total in place of %3", nullptr, adjusted.adjustedCount())
                            .arg(QLocale().toString(qsizetype(adjusted.steps.size())), plainNumber(adjusted.adjustedTotal()), plainNumber(adjusted.forecastTotal()));
    return reasons.isEmpty() ? sum + QLatin1Char('.') : ForecastWordsText::tr("%1 (%2).", "sentence, reasons").arg(sum, reasons.join(QStringLiteral("; ")));
}

QStringList forecastFooter(const ForecastOutcome &outcome, const TrainingSpec &spec, const Provenance &provenance, const AdjustedForecast &adjusted)
{
    QStringList told;
    if (outcome.history.size() > 0)
        told << dataRangeWords(outcome.history);
    if (!outcome.future.mean.empty())
        told << ForecastWordsText::tr("model %1").arg(spec.model.model) << errorBesideBaseline(outcome) << coverageWords(outcome);
    if (adjusted.isAdjusted())
        told << ForecastWordsText::tr("%n steps corrected by hand", nullptr, adjusted.adjustedCount());
    return {told.join(QStringLiteral(" · ")), provenance.text()};
}

QString forecastDescription(const ForecastOutcome &outcome, const TrainingSpec &spec)
{
    const Series &history = outcome.history;
    if (history.size() == 0)
        return {};
    const QString unit = history.unit.isEmpty() ? QString() : QLatin1Char(' ') + history.unit;
    QStringList sentences{ForecastWordsText::tr("Line chart: %1, %2. The last value is %3%4.", "title, data from ... to ..., value, unit")
                              .arg(questionTitle(spec.query, history), dataRangeWords(history), plainNumber(lastKnown(history.values)), unit)};
    const std::vector<double> &mean = outcome.future.mean;
    if (!mean.empty()) {
        const auto [low, high] = std::minmax_element(mean.begin(), mean.end());
        sentences << ForecastWordsText::tr("The forecast of %1 for %2, to %3, lies between %4 and %5.")
                         .arg(spec.model.model, stepsWords(history.axis.step, qint64(mean.size())), stepName(history, history.size() + qint64(mean.size()) - 1),
                              plainNumber(*low), plainNumber(*high))
                  << lastBand(outcome.future);
    }
    sentences << modelSentence(outcome, spec.model.model);
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace foretrail
