#pragma once

#include "ui/settings/Settings.h"

#include <QColor>
#include <QIcon>

#include <array>

class QApplication;

namespace foretrail {

/// Every colour on screen. Contrast of text at least 4.5:1, of marks 3:1 (a test computes it).
struct ThemeColors {
    bool isDark = false;
    QColor background;
    QColor surface;
    QColor text;
    QColor secondary;  ///< text of less weight
    QColor accent;
    QColor accentText; ///< the accent as text, on selection and railSelected too
    QColor onAccent;   ///< text on the accent
    QColor selection;  ///< background of selected rows: accent at low strength over surface
    QColor rail;       ///< background of the rail of pages
    QColor railSelected; ///< the page that is shown
    QColor line;       ///< 1 px separators, 12 % contrast
    QColor grid;       ///< of charts, 8 % contrast
    QColor warning;    ///< #D55E00 and its dark twin: outside bounds, problems
    QColor good;
    std::array<QColor, 6> others; ///< Okabe-Ito, for further models
    QColor band(double level) const; ///< accent, 22 % for 80, 11 % for 95
};

namespace Theme {

/// Palette, style sheet and fonts for the whole program; charts and icons follow through QEvent::PaletteChange.
void apply(QApplication &app, Scheme scheme);
const ThemeColors &colors();
/// The light colours, whatever the screen shows: for print and exported pictures.
const ThemeColors &paperColors();
/// How much larger than usual type, lines and points are on screen, for many people in front of one; 1: as usual. Fonts that
/// widgets have of their own grow and shrink with it, what is exported stays.
void enlarge(QApplication &app, double factor);
double enlargement();
/// The body's type in px, without that.
int usualPixels();
/// A line icon of resources/icons, coloured by the palette (normal, selected, disabled).
QIcon icon(const QString &name);

inline constexpr int space = 8;   ///< the unit of distance
inline constexpr int radius = 6;
/// Labels of less weight: setProperty("quiet", true); a framed surface: setProperty("card", true) on a QFrame; the one
/// button that leads on: setProperty("primary", true); a button without a frame: setProperty("link", true).
QFont titleFont();    ///< page title, 20 px
QFont headlineFont(); ///< headline numbers, 28 px
QFont tableFont();    ///< 12 px, tabular figures

} // namespace Theme
} // namespace foretrail
