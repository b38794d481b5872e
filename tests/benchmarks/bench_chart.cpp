// Frame time (processor) of a chart of 1 thousand to 10 million points: zooms step by step, repaints each time, and says how many spikes of one point were drawn.
// Last a chart of 20 curves.
#include "ui/charts/DrawnChart.h"
#include "ui/charts/LineChart.h"

#include <QApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace foretrail;

namespace {

constexpr int spikes = 20;

/// A wave with a spike of one point in each twentieth.
SharedValues wave(int points, double phase = 0)
{
    std::vector<double> values(static_cast<size_t>(points));
    const int stride = points / spikes;
    for (int i = 0; i < points; ++i)
        values[size_t(i)] = std::sin(i * 100.0 / points + phase) + 0.2 * std::sin(i * 0.37) + (i % stride == stride / 2 ? 3 : 0);
    return shared(std::move(values));
}

ChartContent contentOf(int points, int curves)
{
    ChartContent content;
    content.valueTitle = QStringLiteral("Value");
    for (int i = 0; i < curves; ++i)
        content.curves.append({QStringLiteral("Curve %1").arg(i), i == 0 ? CurveRole::History : CurveRole::Other, i, 0, wave(points, i * 0.1)});
    return content;
}

/// Of processor time, so that a busy machine does not count.
class Stopwatch {
public:
    void restart() { m_start = std::clock(); }
    double milliseconds() const { return double(std::clock() - m_start) * 1e3 / CLOCKS_PER_SEC; }

private:
    std::clock_t m_start = std::clock();
};

int spikesDrawn(const ChartContent &content)
{
    int found = 0;
    const DrawnChart drawn = drawnChart(content, 0, double(content.lastIndex()), 1000);
    for (const Polyline &line : drawn.curves.front())
        found += int(std::count_if(line.begin(), line.end(), [](const LinePoint &point) { return point.y > 1.6; }));
    return found;
}

/// Median of the frames in ms, after one line about them; `unit` is that of 1,000 points.
double measure(int points, int curves, double unit)
{
    const ChartContent content = contentOf(points, curves);
    LineChart chart;
    chart.setExploring(true);
    chart.resize(1200, 600);
    chart.show();
    Stopwatch timer;
    chart.setContent(content);
    const double set = timer.milliseconds();
    chart.grab();
    std::vector<double> frames;
    for (int step = 1; step <= 40; ++step) {
        timer.restart();
        chart.setVisibleRange(step * points * 0.01, points - 1 - step * points * 0.001);
        chart.grab();
        frames.push_back(timer.milliseconds());
    }
    std::sort(frames.begin(), frames.end());
    const double median = frames[frames.size() / 2];
    std::printf("%9d points, %2d curves: set %6.1f ms, frame median %5.1f ms, worst %5.1f ms, %5.2f times 1,000 points, %d of %d spikes\n", points, curves, set, median,
                frames.back(), unit > 0 ? median / unit : 1.0, spikesDrawn(content), spikes);
    return median;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const double unit = measure(1'000, 1, 0);
    for (const int points : {10'000, 100'000, 1'000'000, 10'000'000})
        measure(points, 1, unit);
    for (const int curves : {5, 20})
        measure(1'000, curves, unit);
    return 0;
}
