#include "ui/help/PictureCanvas.h"

#include <cmath>

namespace foretrail {

namespace {

constexpr double nowX = 140; ///< where history ends and the forecast begins

double seasonWave(double x) { return 42 + 16 * std::sin(12.6 * x) + 5 * std::sin(31 * x); }

QList<QPointF> historyPart(const std::function<double(double)> &y) { return PictureCanvas::plot(y, PictureCanvas::left, nowX); }

void drawNow(PictureCanvas &c) { c.dashes({{nowX, 8}, {nowX, 76}}, c.quiet(), 1); }

/// The last value goes on.
void drawNaive(PictureCanvas &c)
{
    const QList<QPointF> history = historyPart(seasonWave);
    drawNow(c);
    c.curve(history, c.colors.text);
    c.dashes({history.back(), {PictureCanvas::right, history.back().y()}}, c.colors.accent, 2);
}

/// The last season comes once more.
void drawSeasonalNaive(PictureCanvas &c)
{
    drawNow(c);
    c.curve(historyPart(seasonWave), c.colors.text);
    c.bar(QRectF(77, 12, 62, 60), c.colors.accent, 0.12);
    c.dashes(PictureCanvas::plot([](double x) { return seasonWave(0.5 + x / 2); }, nowX, PictureCanvas::right), c.colors.accent, 2);
}

double growingWave(double x) { return 64 - 30 * x + 7 * std::sin(22 * x); }

/// The line from the first to the last value goes on.
void drawDriftModel(PictureCanvas &c)
{
    const QList<QPointF> history = historyPart(growingWave);
    drawNow(c);
    c.curve(history, c.colors.text);
    const QPointF first = history.front(), last = history.back();
    c.dashes({first, last}, c.quiet(), 1);
    c.dashes({last, last + (last - first) * 0.5}, c.colors.accent, 2);
}

/// Everything counts alike.
void drawMean(PictureCanvas &c)
{
    drawNow(c);
    c.curve(historyPart(seasonWave), c.colors.text);
    c.dashes({{PictureCanvas::left, 42}, {nowX, 42}}, c.quiet(), 1);
    c.dashes({{nowX, 42}, {PictureCanvas::right, 42}}, c.colors.accent, 2);
}

/// The newer a value the more it weighs.
void drawSmoothing(PictureCanvas &c)
{
    for (int i = 0; i < 12; ++i) {
        const double weight = 52 * std::pow(0.72, 11 - i);
        c.bar(QRectF(18 + 10.2 * i, PictureCanvas::bottom - weight, 7, weight), c.colors.accent, 0.7);
    }
    c.dashes({{nowX + 4, 34}, {PictureCanvas::right, 34}}, c.colors.accent, 2);
    c.ground();
}

/// Level, slope and season, one above the other.
void drawParts(PictureCanvas &c)
{
    c.curve(PictureCanvas::plot([](double x) { return 24 - 12 * x; }), c.colors.text);
    c.curve(PictureCanvas::plot([](double x) { return 45 + 7 * std::sin(31 * x); }), c.colors.accent);
    for (int i = 0; i < 24; ++i) {
        const double size = ((i * 37) % 11 - 5) * 1.3;
        c.bar(QRectF(18 + 7.8 * i, 68, 5, size), c.quiet(), 0.8);
    }
}

/// A straight line and a smoothed one, and the middle of both.
void drawTheta(PictureCanvas &c)
{
    drawNow(c);
    c.curve(historyPart(growingWave), c.colors.text, 1.2);
    c.dashes({{PictureCanvas::left, 64}, {PictureCanvas::right, 12}}, c.quiet(), 1.2);
    c.dashes({{nowX, 38}, {PictureCanvas::right, 38}}, c.quiet(), 1.2);
    c.curve({{nowX, 34}, {PictureCanvas::right, 25}}, c.colors.accent, 2.2);
}

/// Values before, each with its weight, make the next one.
void drawAutoregression(PictureCanvas &c)
{
    const double heights[] = {50, 30, 56, 36, 24, 46};
    const QPointF next(192, 34);
    for (int i = 0; i < 6; ++i) {
        const QPointF at(24 + 26 * i, heights[i]);
        if (i > 1)
            c.arrow(at + QPointF(4, 0), next - QPointF(6, (3.5 - i) * 2), c.quiet());
        c.dot(at, c.colors.text, 3.4);
    }
    c.dot(next, c.colors.accent, 5);
}

/// Waves of several lengths, and what they add up to.
void drawFourier(PictureCanvas &c)
{
    c.curve(PictureCanvas::plot([](double x) { return 18 + 8 * std::sin(6.3 * x); }), c.quiet(), 1.2);
    c.curve(PictureCanvas::plot([](double x) { return 36 + 5 * std::sin(18.9 * x); }), c.quiet(), 1.2);
    c.curve(PictureCanvas::plot([](double x) { return 62 + 8 * std::sin(6.3 * x) + 5 * std::sin(18.9 * x); }), c.colors.accent, 2);
}

/// Demand that comes now and then: sizes and the gaps between them.
void drawIntermittent(PictureCanvas &c)
{
    const double sizes[] = {0, 34, 0, 0, 0, 46, 0, 0, 28, 0, 0, 0, 40, 0};
    for (int i = 0; i < 14; ++i)
        if (sizes[i] > 0)
            c.bar(QRectF(20 + 13 * i, PictureCanvas::bottom - sizes[i], 8, sizes[i]), c.colors.text, 0.7);
    c.arrow({44, 20}, {88, 20}, c.colors.accent);
    c.arrow({96, 14}, {126, 14}, c.colors.accent);
    c.arrow({134, 20}, {178, 20}, c.colors.accent);
    c.ground();
}

/// Several forecasts and the one in their middle.
void drawCombination(PictureCanvas &c)
{
    drawNow(c);
    c.curve(historyPart(seasonWave), c.colors.text, 1.2);
    for (const double slope : {-20.0, -4.0, 8.0, 18.0})
        c.dashes({{nowX, 48}, {PictureCanvas::right, 44 + slope}}, c.quiet(), 1.2);
    c.curve({{nowX, 48}, {PictureCanvas::right, 46}}, c.colors.accent, 2.4);
}

/// Many series teach one model.
void drawPooled(PictureCanvas &c)
{
    for (int i = 0; i < 4; ++i) {
        const double y = 16 + 17 * i;
        c.curve(PictureCanvas::plot([&](double x) { return y + 5 * std::sin(9 * x + i); }, PictureCanvas::left, 96), c.colors.text, 1.4);
        c.arrow({100, y}, {142, 42 + (y - 42) * 0.25}, c.quiet());
    }
    c.bar(QRectF(150, 24, 44, 36), c.colors.accent, 0.3);
    c.frame(QRectF(150, 24, 44, 36), c.colors.accent);
}

/// A total, its parts and theirs.
void drawHierarchy(PictureCanvas &c)
{
    const QPointF top(110, 16);
    for (const double x : {58.0, 162.0}) {
        c.curve({top, {x, 42}}, c.quiet(), 1.2);
        for (const double off : {-26.0, 0.0, 26.0}) {
            c.curve({{x, 42}, {x + off, 70}}, c.quiet(), 1.2);
            c.dot({x + off, 70}, c.colors.text, 4);
        }
        c.dot({x, 42}, c.colors.accent, 5);
    }
    c.dot(top, c.colors.accent, 6.5);
}

} // namespace

std::span<const NamedPicture> modelPictures()
{
    static constexpr NamedPicture pictures[] = {{"naive", drawNaive}, {"seasonal-naive", drawSeasonalNaive}, {"drift-model", drawDriftModel},
        {"mean", drawMean}, {"smoothing", drawSmoothing}, {"parts", drawParts}, {"theta", drawTheta}, {"autoregression", drawAutoregression},
        {"fourier", drawFourier}, {"intermittent", drawIntermittent}, {"combination", drawCombination}, {"pooled", drawPooled},
        {"hierarchy", drawHierarchy}};
    return pictures;
}

} // namespace foretrail
