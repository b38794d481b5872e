#pragma once

#include "core/training/CellEquations.h"
#include "core/training/OpenedCell.h"
#include "ui/charts/HeatPainter.h"

namespace foretrail {

/// What a heat map of a layer may show.
struct CellQuantity {
    enum class Kind { Inputs, Gate, State, Hidden };
    Kind kind = Kind::Hidden;
    int gate = 0; ///< with Kind::Gate: in the order of LayerTrace
    bool operator==(const CellQuantity &) const = default;
};

/// In the order in which a step works them out; the hidden state is the last.
QList<CellQuantity> cellQuantities(Cell cell);
QString cellQuantityName(Cell cell, const CellQuantity &quantity); ///< "Forget gate f"
QString gateLetter(Cell cell, int gate);                           ///< "f"

/// Where something of a window stands. All from 0; people see them from 1.
struct CellPlace {
    int layer = 0;
    int step = 0;
    int unit = 0;
    bool operator==(const CellPlace &) const = default;
};

/// Names of what comes into a layer: the inputs of the network, or the units below.
QStringList layerInputNames(const OpenedCell &cell, int layer);
/// Gates have their middle, a half, as centre; everything else 0 and its own largest value as extent.
HeatContent cellHeat(const OpenedCell &cell, const CellWindow &window, int layer, const CellQuantity &quantity);
/// The equations of one unit at one step with the numbers filled in, a line each; of sums with many terms the largest are written out.
QString cellEquationsText(const OpenedCell &cell, const CellWindow &window, const CellPlace &place, int decimals);
/// How much each lag moved the output, on the scale of the recipe: all inputs together, or one (`input` from 0; -1: all).
BarContent lagBars(const OpenedCell &cell, const CellWindow &window, int input);
/// What the network says, what it would say of a window of means, and what it was.
QString movesSentence(const CellWindow &window);
/// "3 Oct 2011 to 12 Oct 2011, forecasts 13 Oct 2011"
QString windowText(const OpenedCell &cell, qint64 first, qint64 target);

} // namespace foretrail
