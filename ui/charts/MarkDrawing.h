#pragma once

#include "core/base/Uncopied.h"
#include "ui/theme/Theme.h"

#include <QFont>
#include <QList>
#include <QPainterPath>
#include <QStringList>

#include <vector>

class QPainter;

namespace foretrail {

/// A place of a drawing that a person can point at, go to by keys and open.
struct ChartMark {
    QPainterPath shape;
    QString text;   ///< read out: "cart: 3 of 4 (75 %)"
    int number = 0; ///< what the owner of the drawing knows it by
};

/// A drawing made of marks: a funnel, flows, stacked columns. Draws onto anything; a value that never changes.
class MarkDrawing : Uncopied {
public:
    virtual ~MarkDrawing() = default;
    virtual QString title() const = 0;
    virtual QString sentence() const { return {}; }
    virtual QList<QStringList> table() const = 0; ///< the same numbers: header, then rows
    /// In the order of the keyboard.
    virtual std::vector<ChartMark> marks(const QRectF &area, const QFont &font) const = 0;
    /// `highlighted`: the number of a mark, -1: none.
    virtual void draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const = 0;
};

} // namespace foretrail
