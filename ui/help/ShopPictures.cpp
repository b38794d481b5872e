#include "ui/help/PictureCanvas.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

/// A list of items; the one that came next stands on it.
void drawList(PictureCanvas &c, int hit, const std::function<double(int)> &strength)
{
    for (int i = 0; i < 5; ++i) {
        c.bar(QRectF(30, 10 + 13.5 * i, 104, 9), i == hit ? c.colors.accent : c.quiet(), i == hit ? 1 : strength(i));
        if (i == hit)
            c.arrow({186, 14.5 + 13.5 * i}, {142, 14.5 + 13.5 * i}, c.colors.accent);
    }
}

void drawHitRate(PictureCanvas &c)
{
    drawList(c, 3, [](int) { return 0.35; });
    c.frame(QRectF(26, 6, 112, 72), c.colors.accent);
}

/// The further down it stands the less it counts.
void drawMrr(PictureCanvas &c)
{
    drawList(c, 1, [](int) { return 0.35; });
    for (int i = 0; i < 5; ++i)
        c.bar(QRectF(12, 10 + 13.5 * i, 14.0 / (i + 1), 9), c.colors.warning, 0.8);
}

void drawNdcg(PictureCanvas &c)
{
    for (int i = 0; i < 9; ++i) {
        const double gain = 60 / std::log2(i + 2.0);
        c.bar(QRectF(24 + 20 * i, PictureCanvas::bottom - gain, 13, gain), i == 2 ? c.colors.accent : c.quiet(), i == 2 ? 1 : 0.4);
    }
    c.ground();
}

/// Which of all items stand on any list.
void drawItemCoverage(PictureCanvas &c)
{
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 12; ++column) {
            const bool isListed = (row * 12 + column) * 7 % 10 < 4;
            c.bar(QRectF(22 + 15 * column, 10 + 17 * row, 10, 11), isListed ? c.colors.accent : c.quiet(), isListed ? 0.9 : 0.22);
        }
}

/// Lists of two users that have little in common.
void drawDiversity(PictureCanvas &c)
{
    for (int i = 0; i < 5; ++i) {
        c.bar(QRectF(30, 10 + 13.5 * i, 70, 9), i == 1 ? c.colors.accent : c.quiet(), i == 1 ? 0.9 : 0.4);
        c.bar(QRectF(120, 10 + 13.5 * i, 70, 9), i == 3 ? c.colors.accent : c.colors.others[0], i == 3 ? 0.9 : 0.5);
    }
    c.curve({{100, 28}, {120, 55}}, c.colors.accent, 1.2);
}

/// Few items sell most, many sell little.
void drawPopularity(PictureCanvas &c)
{
    for (int i = 0; i < 16; ++i) {
        const double size = 62.0 / (1 + 0.55 * i);
        c.bar(QRectF(20 + 11.6 * i, PictureCanvas::bottom - size, 8, size), i < 3 ? c.colors.accent : c.quiet(), i < 3 ? 0.9 : 0.5);
    }
    c.ground();
}

/// What this item and that one share: those who had to do with both.
void drawNeighbours(PictureCanvas &c)
{
    c.dot({88, 42}, QColor(c.colors.accent.red(), c.colors.accent.green(), c.colors.accent.blue(), 90), 30);
    c.dot({130, 42}, QColor(c.colors.others[0].red(), c.colors.others[0].green(), c.colors.others[0].blue(), 90), 30);
    for (const QPointF at : {QPointF(104, 34), QPointF(114, 46), QPointF(109, 56), QPointF(112, 28)})
        c.dot(at, c.colors.text, 2.6);
}

/// Those who did, put before those who did not.
void drawAuc(PictureCanvas &c)
{
    QList<QPointF> curve = PictureCanvas::plot([](double x) { return 76 - 68 * std::pow(x, 0.33); }, 60, 160);
    c.area(curve + QList<QPointF>{{160, 76}, {60, 76}}, c.colors.accent, 0.2);
    c.curve(curve, c.colors.accent);
    c.dashes({{60, 76}, {160, 8}}, c.quiet(), 1.2);
    c.frame(QRectF(60, 8, 100, 68), c.quiet());
}

/// How many of those that were named did, as more are named.
void drawPrecision(PictureCanvas &c)
{
    QList<QPointF> curve = PictureCanvas::plot([](double x) { return 12 + 48 * x * x; }, 60, 160);
    c.area(curve + QList<QPointF>{{160, 76}, {60, 76}}, c.colors.accent, 0.2);
    c.curve(curve, c.colors.accent);
    c.dashes({{60, 64}, {160, 64}}, c.quiet(), 1.2);
    c.frame(QRectF(60, 8, 100, 68), c.quiet());
}

/// What was said beside what happened: on the line both agree.
void drawCalibration(PictureCanvas &c)
{
    c.dashes({{56, 76}, {164, 8}}, c.quiet(), 1.2);
    const double off[] = {2, -3, 4, 7, 10, 13};
    for (int i = 0; i < 6; ++i) {
        const QPointF line(64 + 17 * i, 71 - 10.7 * i), at = line + QPointF(0, off[i]);
        c.curve({line, at}, c.colors.warning, 1.4);
        c.dot(at, c.colors.accent, 3.2);
    }
}

/// A wrong answer given with certainty costs most.
void drawLogLoss(PictureCanvas &c)
{
    c.curve(PictureCanvas::plot([](double x) { return std::max(8.0, 74 + 15 * std::log(std::max(0.012, x))); }, 30, 200), c.colors.warning, 2);
    c.ground();
}

void drawBrier(PictureCanvas &c)
{
    c.curve(PictureCanvas::plot([](double x) { return 74 - 62 * (1 - x) * (1 - x); }, 30, 200), c.colors.warning, 2);
    c.bar(QRectF(72, 38, 36, 36), c.colors.warning, 0.25);
    c.ground();
}

/// Purchases, and how a long silence tells.
void drawActive(PictureCanvas &c)
{
    QList<QPointF> chance;
    const double buys[] = {0, 0.16, 0.3, 0.45};
    for (int i = 0; i <= 80; ++i) {
        const double x = i / 80.0;
        double since = x;
        for (const double buy : buys)
            if (x >= buy)
                since = x - buy;
        chance << QPointF(PictureCanvas::left + x * 192, 70 - 58 / (1 + std::exp(18 * (since - 0.32))));
    }
    for (const double buy : buys)
        c.bar(QRectF(PictureCanvas::left + buy * 192 - 1.5, 60, 4, 14), c.colors.text, 0.8);
    c.curve(chance, c.colors.accent, 2);
    c.ground();
}

/// Users by how lately and how often they bought.
void drawRfm(PictureCanvas &c)
{
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 5; ++column)
            c.bar(QRectF(55 + 23 * column, 8 + 14 * row, 20, 11), c.colors.accent, 0.12 + 0.1 * (column + 4 - row));
}

/// What each user is worth: purchases to come, and what each is worth today.
void drawValue(PictureCanvas &c)
{
    for (int i = 0; i < 9; ++i) {
        const double size = 58 * std::pow(0.84, i);
        c.bar(QRectF(24 + 20 * i, PictureCanvas::bottom - size, 13, size), c.colors.accent, 0.85 - 0.07 * i);
    }
    c.ground();
}

/// Fewer at each step.
void drawFunnelPicture(PictureCanvas &c)
{
    const double widths[] = {180, 112, 58, 30};
    for (int i = 0; i < 4; ++i) {
        c.bar(QRectF(20, 10 + 17 * i, widths[i], 11), c.colors.accent, 0.9);
        if (i > 0)
            c.bar(QRectF(20 + widths[i], 10 + 17 * i, widths[i - 1] - widths[i], 11), c.colors.warning, 0.22);
    }
}

/// Those who began together, period by period.
void drawRetentionPicture(PictureCanvas &c)
{
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 7 - row; ++column)
            c.bar(QRectF(28 + 24 * column, 9 + 14 * row, 21, 11), c.colors.accent, column == 0 ? 0.95 : std::max(0.12, 0.6 - 0.11 * column));
}

/// Groups of alike users.
void drawClusters(PictureCanvas &c)
{
    const QPointF centres[] = {{58, 30}, {116, 58}, {168, 26}};
    const QColor colors[] = {c.colors.accent, c.colors.others[0], c.colors.others[2]};
    for (int i = 0; i < 3; ++i)
        for (int k = 0; k < 9; ++k)
            c.dot(centres[i] + QPointF(15 * std::sin(k * 2.4) * (k % 3 + 1) / 3, 11 * std::cos(k * 2.4) * (k % 3 + 1) / 3), colors[i], 2.6);
}

/// Events of a visit, and the pause that ends it.
void drawSession(PictureCanvas &c)
{
    for (const double x : {26.0, 38.0, 46.0, 62.0, 150.0, 166.0, 174.0})
        c.dot({x, 42}, c.colors.accent, 4);
    c.frame(QRectF(16, 26, 56, 32), c.quiet());
    c.frame(QRectF(140, 26, 46, 32), c.quiet());
    c.arrow({106, 66}, {74, 66}, c.colors.warning);
    c.arrow({106, 66}, {138, 66}, c.colors.warning);
}

/// What was shown seldom counts for more.
void drawWeights(PictureCanvas &c)
{
    const double shown[] = {56, 34, 12}, wanted[] = {18, 30, 50};
    for (int i = 0; i < 3; ++i) {
        c.bar(QRectF(34 + 58 * i, PictureCanvas::bottom - shown[i], 16, shown[i]), c.quiet(), 0.6);
        c.bar(QRectF(54 + 58 * i, PictureCanvas::bottom - wanted[i], 16, wanted[i]), c.colors.accent, 0.85);
    }
    c.ground();
}

/// What a model expects, put right by what was seen.
void drawDoublyRobust(PictureCanvas &c)
{
    c.curve(PictureCanvas::plot([](double x) { return 50 - 22 * x; }), c.colors.accent);
    const double off[] = {-14, 9, -10, -12, 8, -9};
    for (int i = 0; i < 6; ++i) {
        const QPointF line(30 + 31 * i, 50 - 22 * (16 + 31.0 * i) / 192);
        c.arrow(line, line + QPointF(0, off[i]), c.colors.warning);
        c.dot(line + QPointF(0, off[i]), c.colors.text, 2.8);
    }
}

/// Many showings of little weight are worth as few as these of a large one.
void drawEffective(PictureCanvas &c)
{
    for (int i = 0; i < 10; ++i)
        c.dot({24 + 11.0 * i, 42}, c.quiet(), i == 3 ? 9 : i == 7 ? 7 : 1.8);
    c.arrow({138, 42}, {158, 42}, c.quiet());
    c.dot({176, 42}, c.colors.accent, 6);
    c.dot({194, 42}, c.colors.accent, 6);
}

/// What each item may be worth: wide where little is known.
void drawThompson(PictureCanvas &c)
{
    const auto bell = [](double middle, double spread, double high) {
        return [=](double x) { return 74 - high * std::exp(-(x - middle) * (x - middle) / (2 * spread * spread)); };
    };
    c.curve(PictureCanvas::plot(bell(0.45, 0.05, 60)), c.colors.accent);
    c.curve(PictureCanvas::plot(bell(0.55, 0.17, 26)), c.colors.others[0]);
    c.curve(PictureCanvas::plot(bell(0.25, 0.08, 42)), c.quiet());
    c.ground();
}

/// An estimate and how far above it the truth may lie: the highest end is tried.
void drawUpperBound(PictureCanvas &c)
{
    const double middle[] = {44, 36, 52}, reach[] = {8, 12, 34};
    for (int i = 0; i < 3; ++i) {
        const double x = 56 + 54 * i;
        c.curve({{x, middle[i] - reach[i]}, {x, middle[i] + reach[i] * 0.5}}, i == 2 ? c.colors.accent : c.quiet(), 2.4);
        c.dot({x, middle[i]}, c.colors.text, 4);
    }
    c.dashes({{30, 18}, {190, 18}}, c.colors.accent, 1.2);
}

/// What is expected of each part of the list, with the span in which it should lie.
void drawAudience(PictureCanvas &c)
{
    for (int i = 0; i < 6; ++i) {
        const double x = 36 + 30 * i, y = 18 + 46 * (1 - std::exp(-0.55 * i)), reach = 10 - i;
        c.curve({{x, y - reach}, {x, y + reach}}, c.quiet(), 1.6);
        c.dot({x, y}, c.colors.accent, 3.6);
    }
    c.dashes({{20, 62}, {206, 62}}, c.quiet(), 1);
}

} // namespace

std::span<const NamedPicture> shopPictures()
{
    static constexpr NamedPicture pictures[] = {{"hit-rate", drawHitRate}, {"mrr", drawMrr}, {"ndcg", drawNdcg}, {"item-coverage", drawItemCoverage},
        {"diversity", drawDiversity}, {"popularity", drawPopularity}, {"neighbours", drawNeighbours}, {"auc", drawAuc}, {"precision", drawPrecision},
        {"calibration", drawCalibration}, {"log-loss", drawLogLoss}, {"brier", drawBrier}, {"active", drawActive}, {"rfm", drawRfm}, {"value", drawValue},
        {"funnel", drawFunnelPicture}, {"retention", drawRetentionPicture}, {"clusters", drawClusters}, {"session", drawSession},
        {"weights", drawWeights}, {"doubly-robust", drawDoublyRobust}, {"effective", drawEffective}, {"thompson", drawThompson},
        {"upper-bound", drawUpperBound}, {"audience", drawAudience}};
    return pictures;
}

} // namespace foretrail
