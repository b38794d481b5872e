#pragma once

#include <QSize>
#include <QSizeF>

namespace foretrail {

/// How large a picture is on paper, and how many dots an inch has.
struct PictureSize {
    double width = 338.7; ///< mm
    double height = 190.5;
    int dpi = 150;

    static constexpr double least = 60, most = 1200; ///< mm
    static constexpr int leastDpi = 50, mostDpi = 600;
    static constexpr double mmOfInch = 25.4;
    static constexpr qint64 mostPixels = 120'000'000;

    /// In units of 1/96 inch, in which everything is laid out: type is equally large on any picture.
    QSize layout() const { return (QSizeF(width, height) / mmOfInch * 96).toSize(); }
    double scale() const { return dpi / 96.0; }
    QSize pixels() const { return layout() * scale(); }
    bool isTooLarge() const { return qint64(pixels().width()) * pixels().height() > mostPixels; }
    bool operator==(const PictureSize &) const = default;
};

} // namespace foretrail
