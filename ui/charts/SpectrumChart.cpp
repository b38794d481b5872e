#include "ui/charts/SpectrumChart.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct SpectrumChartText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SpectrumChart)
};

constexpr int cells = 480; ///< of the axis of periods: more than a chart has pixels to tell apart

/// The axis of periods, evenly spaced on a logarithmic scale.
struct PeriodAxis {
    double shortest = 2;
    double longest = 4;

    double periodAt(double cell) const { return shortest * std::pow(longest / shortest, cell / (cells - 1)); }
    double cellOf(double period) const { return (cells - 1) * std::log(period / shortest) / std::log(longest / shortest); }
};

/// The largest power in each cell; between frequencies that are further apart than a cell a straight line.
std::vector<double> powersOn(const PeriodAxis &axis, const Spectrum &spectrum)
{
    std::vector<double> powers(cells, missing);
    double lastCell = -1;
    double lastPower = 0;
    for (size_t k = spectrum.frequency.size(); k-- > 0;) { // short periods first
        const double cell = std::clamp(axis.cellOf(1 / spectrum.frequency[k]), 0.0, double(cells - 1));
        const double power = spectrum.power[k];
        for (auto i = qint64(std::ceil(lastCell)); lastCell >= 0 && double(i) < cell; ++i)
            if (double(i) > lastCell && std::isnan(powers[size_t(i)]))
                powers[size_t(i)] = lastPower + (power - lastPower) * (double(i) - lastCell) / (cell - lastCell);
        double &here = powers[size_t(std::llround(cell))];
        here = std::isnan(here) ? power : std::max(here, power);
        lastCell = cell;
        lastPower = power;
    }
    return powers;
}

QString countedSteps(int count, Step step)
{
    switch (step) {
    case Step::Hour: return SpectrumChartText::tr("%n hours", nullptr, count);
    case Step::Day: return SpectrumChartText::tr("%n days", nullptr, count);
    case Step::Week: return SpectrumChartText::tr("%n weeks", nullptr, count);
    case Step::Month: return SpectrumChartText::tr("%n months", nullptr, count);
    case Step::Quarter: return SpectrumChartText::tr("%n quarters", nullptr, count);
    case Step::Year: return SpectrumChartText::tr("%n years", nullptr, count);
    case Step::None: break;
    }
    return SpectrumChartText::tr("%n steps", nullptr, count);
}

QString brokenSteps(const QString &number, Step step)
{
    switch (step) {
    case Step::Hour: return SpectrumChartText::tr("%1 hours").arg(number);
    case Step::Day: return SpectrumChartText::tr("%1 days").arg(number);
    case Step::Week: return SpectrumChartText::tr("%1 weeks").arg(number);
    case Step::Month: return SpectrumChartText::tr("%1 months").arg(number);
    case Step::Quarter: return SpectrumChartText::tr("%1 quarters").arg(number);
    case Step::Year: return SpectrumChartText::tr("%1 years").arg(number);
    case Step::None: break;
    }
    return SpectrumChartText::tr("%1 steps").arg(number);
}

/// Labels for every cell, tried at periods that people think in.
IndexLabels labelsOf(const PeriodAxis &axis, Step step)
{
    IndexLabels labels;
    for (int cell = 0; cell < cells; ++cell)
        labels.texts << periodInWords(axis.periodAt(cell), step);
    double free = -1;
    for (const double period : {2, 3, 4, 5, 7, 10, 12, 14, 24, 28, 52, 91, 168, 365, 730, 1461, 2922, 8766}) {
        const double cell = axis.cellOf(period);
        if (cell < std::max(free, 0.0) || cell > cells - 1)
            continue;
        labels.at.push_back(std::llround(cell));
        labels.texts[std::llround(cell)] = periodInWords(period, step);
        free = cell + cells / 12.0;
    }
    return labels;
}

} // namespace

QString periodInWords(double period, Step step)
{
    const double whole = std::round(period);
    if (std::abs(period - whole) < 0.02 * std::max(1.0, whole / 20))
        return countedSteps(int(whole), step);
    return brokenSteps(QLocale().toString(period, 'f', period < 100 ? 1 : 0), step);
}

ChartContent spectrumChart(const Spectrum &spectrum, const std::vector<SpectrumPeak> &peaks, Step step)
{
    ChartContent content;
    content.title = SpectrumChartText::tr("Spectrum");
    content.valueTitle = SpectrumChartText::tr("Power by period");
    if (spectrum.frequency.size() < 2)
        return content;
    const PeriodAxis axis{1 / spectrum.frequency.back(), 1 / spectrum.frequency.front()};
    content.labels = labelsOf(axis, step);
    content.curves.append({SpectrumChartText::tr("Power"), CurveRole::History, 0, 0,
                           std::make_shared<const std::vector<double>>(powersOn(axis, spectrum))});
    for (const SpectrumPeak &peak : peaks)
        content.marks.append({std::llround(axis.cellOf(peak.period)), periodInWords(peak.period, step)});
    std::ranges::sort(content.marks, [](const VerticalMark &a, const VerticalMark &b) { return a.index < b.index; });
    return content;
}

QString peaksInWords(const std::vector<SpectrumPeak> &peaks, Step step)
{
    QStringList words;
    for (const SpectrumPeak &peak : peaks)
        words << SpectrumChartText::tr("%1 (%2 %)", "period (share)").arg(periodInWords(peak.period, step), QLocale().toString(std::round(100 * peak.share), 'f', 0));
    return words.isEmpty() ? SpectrumChartText::tr("No period stands out.") : SpectrumChartText::tr("Strongest: %1.").arg(words.join(QStringLiteral(", ")));
}

} // namespace foretrail
