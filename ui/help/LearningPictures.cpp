#include "ui/help/PictureCanvas.h"

#include <cmath>

namespace foretrail {

namespace {

/// A part to learn from, one to stop by, one to judge by.
void drawSplit(PictureCanvas &c)
{
    c.curve(PictureCanvas::plot([](double x) { return 34 + 10 * std::sin(25 * x) - 8 * x; }), c.colors.text);
    c.bar(QRectF(14, 60, 112, 12), c.quiet(), 0.5);
    c.bar(QRectF(129, 60, 34, 12), c.colors.others[0], 0.8);
    c.bar(QRectF(166, 60, 40, 12), c.colors.accent, 0.9);
}

/// One forecast after the other from moments of the past.
void drawBacktest(PictureCanvas &c)
{
    for (int i = 0; i < 4; ++i) {
        const double y = 12 + 17 * i, origin = 84 + 26 * i;
        c.bar(QRectF(14, y, origin - 14, 9), c.quiet(), 0.5);
        c.bar(QRectF(origin + 2, y, 40, 9), c.colors.accent, 0.9);
    }
}

/// A window slides over the series: what is looked back on and what is to be said.
void drawWindow(PictureCanvas &c)
{
    c.curve(PictureCanvas::plot([](double x) { return 34 + 14 * std::sin(19 * x); }), c.colors.text);
    c.frame(QRectF(60, 12, 74, 46), c.quiet());
    c.bar(QRectF(134, 12, 26, 46), c.colors.accent, 0.25);
    c.arrow({96, 70}, {130, 70}, c.quiet());
}

double fallingLoss(double x) { return 68 - 56 * std::exp(-4 * x); }
double turningLoss(double x) { return 58 - 44 * std::exp(-5 * x) - 26 * x * x; }

/// The losses by epoch; the best epoch of the validation part counts.
void drawEarlyStopping(PictureCanvas &c)
{
    c.curve(PictureCanvas::plot(fallingLoss), c.quiet());
    c.curve(PictureCanvas::plot(turningLoss), c.colors.accent);
    constexpr double best = 0.42;
    const double x = PictureCanvas::left + best * (PictureCanvas::right - PictureCanvas::left);
    c.dashes({{x, 8}, {x, 76}}, c.colors.good);
    c.dot({x, turningLoss(best)}, c.colors.good, 4);
}

/// Steps down into a valley.
void drawLearningRate(PictureCanvas &c)
{
    const auto valley = [](double x) { return 72 - 240 * (x - 0.5) * (x - 0.5); };
    c.curve(PictureCanvas::plot(valley), c.quiet());
    const double stops[] = {0.06, 0.2, 0.32, 0.41, 0.47};
    const auto at = [&](double x) { return QPointF(PictureCanvas::left + x * (PictureCanvas::right - PictureCanvas::left), valley(x) - 5); };
    for (int i = 0; i < 5; ++i) {
        if (i > 0)
            c.arrow(at(stops[i - 1]), at(stops[i]), c.colors.accent);
        c.dot(at(stops[i]), c.colors.accent, 2.6);
    }
}

/// A memory that runs through, and gates that let in, keep and let out.
void drawCell(PictureCanvas &c)
{
    c.frame(QRectF(56, 12, 108, 60), c.quiet());
    c.arrow({16, 26}, {204, 26}, c.colors.accent);
    for (const double x : {80.0, 110.0, 140.0}) {
        c.dot({x, 26}, c.colors.surface, 6);
        c.dot({x, 26}, c.colors.warning, 4);
        c.arrow({x, 58}, {x, 33}, c.quiet());
    }
    c.arrow({16, 60}, {204, 60}, c.colors.text);
}

/// How far a gate is open, step by step.
void drawGate(PictureCanvas &c)
{
    for (int i = 0; i < 13; ++i) {
        const double open = 0.5 + 0.48 * std::sin(0.9 * i);
        c.frame(QRectF(18 + 14.5 * i, 14, 9, 58), c.colors.line);
        c.bar(QRectF(18 + 14.5 * i, 72 - 58 * open, 9, 58 * open), c.colors.accent, 0.7);
    }
}

/// Which input moved the forecast, and which way.
void drawAttribution(PictureCanvas &c)
{
    const double parts[] = {26, -12, 18, 8, -6};
    double level = 60;
    for (int i = 0; i < 5; ++i) {
        c.bar(QRectF(26 + 30 * i, level, 22, -parts[i]), parts[i] > 0 ? c.colors.accent : c.colors.warning, 0.8);
        level -= parts[i];
    }
    c.bar(QRectF(26 + 30 * 5, level, 22, PictureCanvas::bottom - level), c.colors.text, 0.6);
    c.ground();
}

/// One input is shuffled, and the error grows.
void drawImportance(PictureCanvas &c)
{
    const double sizes[] = {150, 96, 52, 20};
    for (int i = 0; i < 4; ++i)
        c.bar(QRectF(20, 12 + 16 * i, sizes[i], 10), c.colors.accent, 0.9 - 0.18 * i);
    c.curve({{20, 8}, {20, 76}}, c.quiet(), 1);
}

/// Swings that grow with the level, and even ones.
void drawTransform(PictureCanvas &c)
{
    c.curve(PictureCanvas::plot([](double x) { return 60 - 24 * x + (3 + 16 * x) * std::sin(30 * x); }, 14, 98), c.colors.text, 1.4);
    c.arrow({102, 42}, {118, 42}, c.quiet());
    c.curve(PictureCanvas::plot([](double x) { return 52 - 20 * x + 8 * std::sin(30 * x); }, 122, 206), c.colors.accent, 1.4);
}

} // namespace

std::span<const NamedPicture> learningPictures()
{
    static constexpr NamedPicture pictures[] = {{"split", drawSplit}, {"backtest", drawBacktest}, {"window", drawWindow},
        {"early-stopping", drawEarlyStopping}, {"learning-rate", drawLearningRate}, {"cell", drawCell}, {"gate", drawGate},
        {"attribution", drawAttribution}, {"importance", drawImportance}, {"transform", drawTransform}};
    return pictures;
}

} // namespace foretrail
