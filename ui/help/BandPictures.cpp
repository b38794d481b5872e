#include "ui/help/PictureCanvas.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

double bandMiddle(double x) { return 40 + 10 * std::sin(6.3 * x); }
double bandHalf(double x) { return 12 + 12 * x; }

void drawBand(PictureCanvas &c, double strength = 0.25)
{
    QList<QPointF> edge = PictureCanvas::plot([](double x) { return bandMiddle(x) - bandHalf(x); });
    QList<QPointF> low = PictureCanvas::plot([](double x) { return bandMiddle(x) + bandHalf(x); });
    std::reverse(low.begin(), low.end());
    c.area(edge + low, c.colors.accent, strength);
    c.curve(PictureCanvas::plot(bandMiddle), c.colors.accent, 1.4);
}

/// Nine of ten lie in the band, one does not.
void drawCoverage(PictureCanvas &c)
{
    drawBand(c);
    const double off[] = {4, -8, 6, -3, 10, -26, -6, 12, 5, -14};
    for (int i = 0; i < 10; ++i) {
        const double x = (i + 0.5) / 10, y = bandMiddle(x) + off[i];
        const QPointF at(PictureCanvas::left + x * (PictureCanvas::right - PictureCanvas::left), y);
        if (std::abs(off[i]) > bandHalf(x))
            c.cross(at, c.colors.warning);
        else
            c.dot(at, c.colors.text);
    }
}

/// The cost of being off: steep on one side, flat on the other.
void drawPinball(PictureCanvas &c)
{
    c.curve({{20, 58}, {110, 72}, {200, 8}}, c.colors.warning, 2.2);
    c.dashes({{110, 10}, {110, 74}}, c.colors.accent);
    c.ground();
}

/// How far the whole distribution is from what happened: the area between a curve and a step.
void drawCrps(PictureCanvas &c)
{
    const auto rises = [](double x) { return 70 - 56 / (1 + std::exp(-(x - 0.45) * 11)); };
    const QList<QPointF> curve = PictureCanvas::plot(rises);
    constexpr double happened = 128;
    QList<QPointF> under, over;
    for (const QPointF &point : curve)
        (point.x() <= happened ? under : over) << point;
    c.area(under + QList<QPointF>{{happened, 70}, {PictureCanvas::left, 70}}, c.colors.warning, 0.3);
    c.area(over + QList<QPointF>{{PictureCanvas::right, 14}, {happened, 14}}, c.colors.warning, 0.3);
    c.curve(curve, c.colors.accent);
    c.curve({{PictureCanvas::left, 70}, {happened, 70}, {happened, 14}, {PictureCanvas::right, 14}}, c.colors.text);
}

/// The width of the band, and a penalty for what lies outside.
void drawIntervalScore(PictureCanvas &c)
{
    c.bar(QRectF(20, 30, 180, 34), c.colors.accent, 0.25);
    c.arrow({60, 47}, {60, 31}, c.colors.accent);
    c.arrow({60, 47}, {60, 63}, c.colors.accent);
    c.dot({104, 52}, c.colors.text);
    c.cross({150, 14}, c.colors.warning);
    c.arrow({150, 30}, {150, 19}, c.colors.warning);
}

/// The same beside what the seasonal naive usually misses.
void drawMsis(PictureCanvas &c)
{
    c.bar(QRectF(20, 30, 110, 34), c.colors.accent, 0.25);
    c.arrow({50, 47}, {50, 31}, c.colors.accent);
    c.arrow({50, 47}, {50, 63}, c.colors.accent);
    c.cross({96, 14}, c.colors.warning);
    c.arrow({96, 30}, {96, 19}, c.colors.warning);
    c.curve({{140, 72}, {156, 14}}, c.quiet(), 1.2);
    c.bar(QRectF(170, 42, 18, 22), c.quiet(), 0.7);
}

/// A narrow band within a wide one.
void drawLevels(PictureCanvas &c)
{
    drawBand(c, 0.14);
    QList<QPointF> edge = PictureCanvas::plot([](double x) { return bandMiddle(x) - bandHalf(x) * 0.6; });
    QList<QPointF> low = PictureCanvas::plot([](double x) { return bandMiddle(x) + bandHalf(x) * 0.6; });
    std::reverse(low.begin(), low.end());
    c.area(edge + low, c.colors.accent, 0.28);
}

/// Errors of the past in order of size; the band reaches as far as most of them did.
void drawConformal(PictureCanvas &c)
{
    for (int i = 0; i < 12; ++i) {
        const double size = 6 + 0.35 * i * i;
        c.bar(QRectF(20 + 9.0 * i, PictureCanvas::bottom - size, 6, size), i > 9 ? c.colors.warning : c.quiet(), 0.7);
    }
    constexpr double reach = 35;
    c.dashes({{18, PictureCanvas::bottom - reach}, {134, PictureCanvas::bottom - reach}}, c.colors.accent);
    c.bar(QRectF(144, 48 - reach, 58, 2 * reach - 8), c.colors.accent, 0.22);
    c.curve({{144, 44}, {202, 44}}, c.colors.accent);
    c.ground();
}

/// Errors that grow, and the moment at which it is told.
void drawDrift(PictureCanvas &c)
{
    for (int i = 0; i < 20; ++i) {
        const double size = i < 12 ? 8 + (i * 7) % 9 : 26 + (i * 7) % 13;
        c.bar(QRectF(18 + 9.4 * i, PictureCanvas::bottom - size, 6, size), i < 12 ? c.quiet() : c.colors.warning, 0.75);
    }
    c.dashes({{148, 8}, {148, PictureCanvas::bottom}}, c.colors.accent);
    c.ground();
}

} // namespace

std::span<const NamedPicture> bandPictures()
{
    static constexpr NamedPicture pictures[] = {{"coverage", drawCoverage}, {"pinball", drawPinball}, {"crps", drawCrps},
        {"interval-score", drawIntervalScore}, {"msis", drawMsis}, {"levels", drawLevels}, {"conformal", drawConformal}, {"drift", drawDrift}};
    return pictures;
}

} // namespace foretrail
