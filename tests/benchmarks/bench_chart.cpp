// Frame time of a chart of one million points: zooms step by step and repaints each time.
#include "ui/charts/LineChart.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace foretrail;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const int points = 1'000'000;
    auto values = std::make_shared<std::vector<double>>(points);
    for (int i = 0; i < points; ++i)
        (*values)[size_t(i)] = std::sin(i * 1e-4) + 0.2 * std::sin(i * 0.37) + (i % 50'000 == 0 ? 3 : 0);
    ChartContent content;
    content.valueTitle = QStringLiteral("Value");
    content.curves.append({QStringLiteral("History"), CurveRole::History, 0, 0, values});
    LineChart chart;
    chart.resize(1200, 600);
    chart.setContent(content);
    chart.show();
    chart.grab();
    std::vector<double> frames;
    for (int step = 0; step < 40; ++step) {
        QElapsedTimer timer;
        timer.start();
        chart.setVisibleRange(step * 10'000.0, points - 1 - step * 10'000.0);
        chart.grab();
        frames.push_back(double(timer.nsecsElapsed()) * 1e-6);
    }
    std::sort(frames.begin(), frames.end());
    std::printf("median %.1f ms, worst %.1f ms over %zu frames\n", frames[frames.size() / 2], frames.back(), frames.size());
    return 0;
}
