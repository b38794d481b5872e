#include "ui/theme/Theme.h"

#include "ui/theme/LineIcon.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QPalette>
#include <QPointer>
#include <QStyle>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <utility>

// Outside every namespace, since the macro declares a function.
static void initResources()
{
    Q_INIT_RESOURCE(foretrail_ui);
}

namespace foretrail {

namespace {

QColor mixed(const QColor &over, double share, const QColor &under)
{
    const auto part = [share](int a, int b) { return int(std::lround(share * a + (1 - share) * b)); };
    return QColor(part(over.red(), under.red()), part(over.green(), under.green()), part(over.blue(), under.blue()));
}

/// What follows from the five colours that make a scheme.
ThemeColors derived(ThemeColors c)
{
    c.selection = mixed(c.accent, c.isDark ? 0.18 : 0.12, c.surface);
    c.line = mixed(c.text, 0.12, c.surface);
    c.grid = mixed(c.text, 0.08, c.surface);
    c.rail = mixed(c.text, c.isDark ? 0.03 : 0.045, c.background);
    c.railSelected = mixed(c.accent, c.isDark ? 0.2 : 0.14, c.rail);
    c.accentText = mixed(c.text, 0.3, c.accent);
    return c;
}

/// Okabe-Ito; the three lightest are darkened until a line of theirs stands out 3:1 from white.
ThemeColors lightColors()
{
    ThemeColors c;
    c.background = QColor(0xFAFAFB);
    c.surface = QColor(0xFFFFFF);
    c.text = QColor(0x1B1F24);
    c.secondary = QColor(0x5B6470);
    c.accent = QColor(0x2F6FDE);
    c.onAccent = QColor(0xFFFFFF);
    c.warning = QColor(0xD55E00);
    c.good = QColor(0x00855F);
    c.others = {QColor(0xB97F00), QColor(0x2F8FC7), QColor(0x00936B), QColor(0xD55E00), QColor(0xC0689A), QColor(0x0072B2)};
    return derived(c);
}

ThemeColors darkColors()
{
    ThemeColors c;
    c.isDark = true;
    c.background = QColor(0x16181C);
    c.surface = QColor(0x1E2126);
    c.text = QColor(0xE6E8EB);
    c.secondary = QColor(0x9AA3AE);
    c.accent = QColor(0x6EA0F7);
    c.onAccent = QColor(0x10141A);
    c.warning = QColor(0xF0803C);
    c.good = QColor(0x2FBF94);
    c.others = {QColor(0xE69F00), QColor(0x56B4E9), QColor(0x1FB488), QColor(0xE9762B), QColor(0xD98DB8), QColor(0x3C93D0)};
    return derived(c);
}

ThemeColors &currentColors()
{
    static ThemeColors colors = lightColors();
    return colors;
}

QPalette paletteOf(const ThemeColors &c)
{
    QPalette palette;
    const QColor disabled = mixed(c.text, 0.42, c.surface);
    palette.setColor(QPalette::Window, c.background);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, mixed(c.text, 0.03, c.surface));
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, c.text);
        palette.setColor(QPalette::Disabled, role, disabled);
    }
    palette.setColor(QPalette::PlaceholderText, c.secondary);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, mixed(c.text, 0.02, c.surface));
    palette.setColor(QPalette::Midlight, c.grid);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, mixed(c.text, 0.3, c.surface));
    palette.setColor(QPalette::Shadow, mixed(c.text, 0.5, c.surface));
    return palette;
}

QString styleSheetOf(const ThemeColors &c)
{
    QFile file(QStringLiteral(":/foretrail/themes/foretrail.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char *, QColor> words[] = {
        {"background", c.background}, {"surface", c.surface}, {"text", c.text}, {"secondary", c.secondary},
        {"accent", c.accent}, {"accentText", c.accentText}, {"onAccent", c.onAccent}, {"selection", c.selection}, {"line", c.line}, {"rail", c.rail},
        {"warning", c.warning}, {"accentHover", mixed(c.text, 0.12, c.accent)}, {"hover", mixed(c.text, 0.05, c.surface)},
        {"pressed", mixed(c.text, 0.1, c.surface)}, {"disabled", mixed(c.text, 0.42, c.surface)},
        {"field", mixed(c.background, 0.7, c.surface)}, {"railSelected", c.railSelected},
        {"messageBackground", mixed(c.warning, 0.08, c.surface)}};
    for (const auto &[word, color] : words)
        sheet.replace(QLatin1Char('@') + QLatin1String(word) + QLatin1Char('@'), color.name());
    return sheet.replace(QStringLiteral("@name@"), c.isDark ? QStringLiteral("dark") : QStringLiteral("light"));
}

struct System {
    bool isDark = false;
    QFont font;
};

/// The system's own scheme and font, kept from before the first change of the palette.
const System &systemOf()
{
    static const System system{QApplication::palette().color(QPalette::Window).lightness() < 128, QApplication::font()};
    return system;
}

double &currentEnlargement()
{
    static double factor = 1;
    return factor;
}

QFont bodyFont()
{
    QFont font = systemOf().font;
    font.setPixelSize(int(std::lround(currentEnlargement() * std::max(13, QFontInfo(font).pixelSize()))));
    return font;
}

/// A size of LOOK.md in proportion to the system's font: larger where the system's is.
QFont scaled(double pixels)
{
    QFont font = QApplication::font();
    font.setPixelSize(int(std::lround(font.pixelSize() > 0 ? font.pixelSize() * pixels / 13.0 : pixels)));
    return font;
}

} // namespace

QColor ThemeColors::band(double level) const
{
    QColor color = accent;
    color.setAlphaF(level >= 90 ? 0.11F : 0.22F);
    return color;
}

void Theme::apply(QApplication &app, Scheme scheme)
{
    initResources();
    const System &system = systemOf();
    const bool isDark = scheme == Scheme::Dark || (scheme == Scheme::System && system.isDark);
    currentColors() = isDark ? darkColors() : lightColors();
    static const bool isStyled = QApplication::setStyle(QStringLiteral("Fusion")) != nullptr;
    Q_UNUSED(isStyled)
    QApplication::setFont(bodyFont());
    QApplication::setPalette(paletteOf(currentColors()));
    app.setStyleSheet(styleSheetOf(currentColors()));
    QToolTip::setPalette(paletteOf(currentColors()));
}

// Whole pixels come back as they were: half a pixel, divided by a factor above 1, is less than half a pixel.
void Theme::enlarge(QApplication &app, double factor)
{
    const double before = std::exchange(currentEnlargement(), factor);
    if (before == factor)
        return;
    QList<std::pair<QPointer<QWidget>, QFont>> own;
    for (QWidget *widget : QApplication::allWidgets())
        if (widget->testAttribute(Qt::WA_SetFont))
            own.emplaceBack(widget, widget->font());
    app.setStyleSheet(QString()); // under a style sheet widgets keep the font that they had
    QApplication::setFont(bodyFont());
    app.setStyleSheet(styleSheetOf(currentColors()));
    for (auto &[widget, font] : own) {
        font.setPixelSize(int(std::lround(QFontInfo(font).pixelSize() * factor / before)));
        if (widget)
            widget->setFont(font);
    }
}

double Theme::enlargement()
{
    return currentEnlargement();
}

int Theme::usualPixels()
{
    return int(std::lround(QFontInfo(QApplication::font()).pixelSize() / currentEnlargement()));
}

const ThemeColors &Theme::colors()
{
    return currentColors();
}

const ThemeColors &Theme::paperColors()
{
    static const ThemeColors colors = lightColors();
    return colors;
}

QIcon Theme::icon(const QString &name)
{
    initResources();
    return QIcon(new LineIcon(name));
}

QFont Theme::titleFont()
{
    QFont font = scaled(20);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::headlineFont()
{
    QFont font = scaled(28);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::tableFont()
{
    return scaled(12);
}

} // namespace foretrail
