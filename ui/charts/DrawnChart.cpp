#include "ui/charts/DrawnChart.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace foretrail {

namespace {

LinePoint between(const LinePoint &a, const LinePoint &b, double x)
{
    return {x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)};
}

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void take(const Polyline &line)
    {
        for (const LinePoint &point : line) {
            low = std::min(low, point.y);
            high = std::max(high, point.y);
        }
    }
};

std::vector<Polyline> linesOf(const ChartContent &content, const std::vector<double> &all, qint64 offset, const DrawnChart &chart, int columns,
                              const ValueBlocks *blocks = nullptr)
{
    std::vector<double> powers;
    if (content.isLogarithmic)
        std::ranges::transform(all, std::back_inserter(powers), [&content](double value) { return content.onScale(value); });
    const Values values = content.isLogarithmic ? Values(powers) : Values(all);
    std::vector<Polyline> lines = decimate(values, chart.from - double(offset), chart.to - double(offset), columns,
                                           content.isLogarithmic ? nullptr : blocks);
    for (Polyline &line : lines) {
        for (LinePoint &point : line)
            point.x += double(offset);
        line = clipped(line, chart.from, chart.to);
    }
    std::erase_if(lines, [](const Polyline &line) { return line.empty(); });
    return lines;
}

Polyline joined(const std::vector<Polyline> &lines)
{
    Polyline all;
    for (const Polyline &line : lines)
        all.insert(all.end(), line.begin(), line.end());
    return all;
}

/// Some air above and below; values that are never negative stay above zero.
void setRange(DrawnChart &chart, const Range &range, bool isLogarithmic)
{
    if (!std::isfinite(range.high - range.low))
        return;
    const double size = range.high - range.low;
    const double air = size > 0 ? 0.06 * size : range.high == 0 ? 1.0 : std::max(std::abs(range.high) * 0.1, 1e-9);
    if (isLogarithmic) {
        chart.low = range.low - air;
        chart.high = range.high + air;
        return;
    }
    chart.low = range.low >= 0 ? std::max(0.0, range.low - air) : range.low - air;
    chart.high = range.high <= 0 && range.low < 0 ? std::min(0.0, range.high + air) : range.high + air;
}

} // namespace

Polyline clipped(const Polyline &line, double from, double to)
{
    Polyline inside;
    for (size_t i = 0; i < line.size(); ++i) {
        const LinePoint &point = line[i];
        const LinePoint *before = i > 0 ? &line[i - 1] : nullptr;
        if (before && before->x < from && point.x > from)
            inside.push_back(between(*before, point, from));
        if (point.x >= from && point.x <= to)
            inside.push_back(point);
        if (before && before->x < to && point.x > to)
            inside.push_back(between(*before, point, to));
    }
    return inside;
}

DrawnChart drawnChart(const ChartContent &content, double from, double to, int columns)
{
    DrawnChart chart;
    chart.from = from;
    chart.to = to;
    Range range;
    for (const Curve &curve : content.curves) {
        chart.curves.push_back(curve.values ? linesOf(content, *curve.values, curve.offset, chart, columns, curve.blocks.get()) : std::vector<Polyline>());
        for (const Polyline &line : chart.curves.back())
            range.take(line);
    }
    for (const BandArea &band : content.bands) {
        chart.bands.push_back({band.level, joined(linesOf(content, band.low, band.offset, chart, columns)),
                               joined(linesOf(content, band.high, band.offset, chart, columns))});
        range.take(chart.bands.back().low);
        range.take(chart.bands.back().high);
    }
    std::stable_sort(chart.bands.begin(), chart.bands.end(),
                     [](const DrawnBand &a, const DrawnBand &b) { return a.level > b.level; });
    setRange(chart, range, content.isLogarithmic);
    return chart;
}

} // namespace foretrail
