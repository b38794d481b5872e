#include "ui/help/PictureCanvas.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

void drawBoth(PictureCanvas &c, double thickness = 1.8)
{
    c.curve(PictureCanvas::actual(), c.colors.text, thickness);
    c.curve(PictureCanvas::forecast(), c.colors.accent, thickness);
}

QList<double> stepGaps()
{
    const QList<QPointF> actual = PictureCanvas::actual(), forecast = PictureCanvas::forecast();
    QList<double> found;
    for (qsizetype i = 0; i < actual.size(); ++i)
        found << forecast[i].y() - actual[i].y(); // above 0: more happened than was forecast, since y goes down
    return found;
}

/// The gap at each step as a line from one curve to the other.
void drawMae(PictureCanvas &c)
{
    drawBoth(c);
    for (qsizetype i = 0; i < 8; ++i)
        c.curve({PictureCanvas::actual().at(i), PictureCanvas::forecast().at(i)}, c.colors.warning, 2.4);
}

/// A square on each gap: a gap twice as long has four times the area.
void drawRmse(PictureCanvas &c)
{
    drawBoth(c, 1.2);
    for (qsizetype i = 0; i < 8; ++i) {
        const QPointF at = PictureCanvas::actual().at(i);
        const double gap = stepGaps().at(i), side = std::abs(gap);
        const QRectF square(std::min(at.x(), PictureCanvas::width - 6 - side), std::min(at.y(), at.y() + gap), side, side);
        c.bar(square, c.colors.warning, 0.35);
        c.frame(square, c.colors.warning);
    }
}

/// All gaps put together beside all that happened.
void drawWape(PictureCanvas &c)
{
    double x = PictureCanvas::left, all = PictureCanvas::left;
    for (qsizetype i = 0; i < 8; ++i) {
        const double value = (PictureCanvas::bottom - PictureCanvas::actual().at(i).y()) * 0.68, gap = std::abs(stepGaps().at(i)) * 0.68;
        c.bar(QRectF(all, 48, value - 1, 20), c.colors.text, 0.55);
        c.bar(QRectF(x, 18, gap - 1, 20), c.colors.warning, 0.85);
        all += value;
        x += gap;
    }
}

void drawPairs(PictureCanvas &c, const std::function<void(const QRectF &actual, const QRectF &forecast)> &draw)
{
    const double actual[] = {46, 22, 58, 34}, forecast[] = {34, 40, 50, 14};
    for (int i = 0; i < 4; ++i) {
        const double x = 24 + 48 * i;
        draw(QRectF(x, PictureCanvas::bottom - actual[i], 14, actual[i]), QRectF(x + 16, PictureCanvas::bottom - forecast[i], 14, forecast[i]));
    }
    c.ground();
}

/// The error of each step, measured by the middle of both.
void drawSmape(PictureCanvas &c)
{
    drawPairs(c, [&c](const QRectF &actual, const QRectF &forecast) {
        c.bar(actual, c.colors.text, 0.6);
        c.bar(forecast, c.colors.accent, 0.8);
        const double middle = (actual.top() + forecast.top()) / 2;
        c.dashes({{actual.left() - 3, middle}, {forecast.right() + 3, middle}}, c.colors.warning, 1.8);
    });
}

/// The error of each step as a part of what happened.
void drawMape(PictureCanvas &c)
{
    drawPairs(c, [&c](const QRectF &actual, const QRectF &forecast) {
        c.bar(actual, c.colors.text, 0.6);
        const double error = std::abs(actual.top() - forecast.top());
        c.bar(QRectF(actual.left() + 4, actual.bottom() - error, 22, error), c.colors.warning, 0.75);
    });
}

void drawGapBars(PictureCanvas &c, double x, const QList<double> &sizes, const QColor &color)
{
    double sum = 0;
    for (const double size : sizes) {
        c.bar(QRectF(x, PictureCanvas::bottom - size, 8, size), color, 0.7);
        x += 10;
        sum += size;
    }
    const double mean = sum / double(sizes.size());
    c.dashes({{x - 10.0 * double(sizes.size()) - 4, PictureCanvas::bottom - mean}, {x + 2, PictureCanvas::bottom - mean}}, color, 2);
}

/// Own gaps at the left, those of repeating the last season at the right.
void drawMase(PictureCanvas &c)
{
    drawGapBars(c, 22, {16, 24, 10, 28, 18, 20, 12}, c.colors.accent);
    drawGapBars(c, 126, {40, 30, 52, 34, 60, 36, 44}, c.quiet());
    c.ground();
}

void drawSquares(PictureCanvas &c, double x, std::initializer_list<double> sides, const QColor &color)
{
    for (const double side : sides) {
        c.bar(QRectF(x, PictureCanvas::bottom - side, side, side), color, 0.4);
        c.frame(QRectF(x, PictureCanvas::bottom - side, side, side), color);
        x += side + 4;
    }
}

/// Own squares at the left, those of repeating the last value at the right.
void drawRmsse(PictureCanvas &c)
{
    drawSquares(c, 18, {14, 20, 10, 24}, c.colors.accent);
    drawSquares(c, 114, {22, 30, 26}, c.quiet());
    c.ground();
}

/// Two ratios and their middle, all beside the line of the reference.
void drawOwa(PictureCanvas &c)
{
    constexpr double one = 24;
    c.bar(QRectF(40, 36, 30, PictureCanvas::bottom - 36), c.colors.accent, 0.45);
    c.bar(QRectF(96, 52, 30, PictureCanvas::bottom - 52), c.colors.accent, 0.45);
    c.bar(QRectF(152, 44, 30, PictureCanvas::bottom - 44), c.colors.accent);
    c.dashes({{PictureCanvas::left, one}, {PictureCanvas::right, one}}, c.colors.text);
    c.ground();
}

/// Every arrow points the same way: more happened than was forecast.
void drawBias(PictureCanvas &c)
{
    QList<QPointF> low = PictureCanvas::actual();
    for (QPointF &point : low)
        point.setY(std::min(point.y() * 0.55 + 42, PictureCanvas::bottom));
    c.curve(PictureCanvas::actual(), c.colors.text);
    c.curve(low, c.colors.accent);
    for (qsizetype i = 0; i < 8; ++i)
        c.arrow(low[i], PictureCanvas::actual().at(i) + QPointF(0, 3), c.colors.warning);
}

/// The error of the baseline and what the model takes off it.
void drawSkill(PictureCanvas &c)
{
    c.bar(QRectF(52, 18, 36, PictureCanvas::bottom - 18), c.quiet(), 0.6);
    c.bar(QRectF(132, 44, 36, PictureCanvas::bottom - 44), c.colors.accent, 0.8);
    c.dashes({{88, 18}, {180, 18}}, c.quiet());
    c.arrow({150, 19}, {150, 42}, c.colors.good);
    c.ground();
}

/// What is left of each step once the forecast is taken off.
void drawResidual(PictureCanvas &c)
{
    const double sizes[] = {12, -8, 20, -26, 6, 14, -10, -18, 9, 24, -14, 5};
    for (int i = 0; i < 12; ++i)
        c.bar(QRectF(20 + 15 * i, 42, 9, -sizes[i]), c.quiet(), 0.75);
    c.ground(42);
}

void drawLags(PictureCanvas &c, std::initializer_list<double> heights)
{
    constexpr double bound = 12;
    double x = 24;
    for (const double height : heights) {
        c.bar(QRectF(x, 44, 8, -height), std::abs(height) > bound ? c.colors.warning : c.quiet(), 0.85);
        x += 15;
    }
    c.dashes({{PictureCanvas::left, 44 - bound}, {PictureCanvas::right, 44 - bound}}, c.quiet(), 1);
    c.dashes({{PictureCanvas::left, 44 + bound}, {PictureCanvas::right, 44 + bound}}, c.quiet(), 1);
    c.ground(44);
}

/// Likeness to itself by lag, with the bounds of chance: one lag stands out.
void drawAutocorrelation(PictureCanvas &c) { drawLags(c, {10, 6, -4, -7, 3, 8, 34, 9, -3, -8, 2, 5}); }

/// What each lag adds beside the shorter ones: few stand out.
void drawPartial(PictureCanvas &c) { drawLags(c, {30, -18, 5, -4, 7, -3, 4, -6, 2, 5, -2, 3}); }

/// All lags taken together.
void drawLjungBox(PictureCanvas &c)
{
    drawLags(c, {9, -10, 8, 11, -9, 10, -11, 9});
    c.frame(QRectF(18, 22, 124, 44), c.colors.accent);
    c.arrow({146, 44}, {170, 44}, c.colors.accent);
    c.dot({184, 44}, c.colors.accent, 7);
}

/// Points on the line are as a normal distribution has them, those at the ends are not.
void drawNormal(PictureCanvas &c)
{
    c.dashes({{44, 76}, {176, 8}}, c.quiet(), 1.2);
    for (int i = 0; i < 13; ++i) {
        const double x = 50 + 10 * i, off = i < 2 ? 7 : i > 10 ? -6 : (i % 3 - 1) * 1.2;
        c.dot({x, std::clamp(73 - (x - 50) * 0.515 + off, 6.0, 79.0)}, i < 2 || i > 10 ? c.colors.warning : c.colors.accent, 2.6);
    }
}

/// The errors of two models step by step: is the one smaller more often than chance would have it?
void drawComparison(PictureCanvas &c)
{
    for (int i = 0; i < 9; ++i) {
        const double first = 14 + (i * 7) % 19, second = first + ((i * 5) % 7 < 5 ? 12 : -8), x = 22 + 21 * i;
        c.bar(QRectF(x, PictureCanvas::bottom - first, 7, first), c.colors.accent, 0.85);
        c.bar(QRectF(x + 8, PictureCanvas::bottom - second, 7, second), c.quiet(), 0.6);
    }
    c.ground();
}

} // namespace

std::span<const NamedPicture> errorPictures()
{
    static constexpr NamedPicture pictures[] = {
        {"mae", drawMae}, {"rmse", drawRmse}, {"wape", drawWape}, {"smape", drawSmape}, {"mape", drawMape}, {"mase", drawMase}, {"rmsse", drawRmsse},
        {"owa", drawOwa}, {"bias", drawBias}, {"skill", drawSkill}, {"residual", drawResidual}, {"autocorrelation", drawAutocorrelation},
        {"partial-autocorrelation", drawPartial}, {"ljung-box", drawLjungBox}, {"normal", drawNormal}, {"comparison", drawComparison}};
    return pictures;
}

} // namespace foretrail
