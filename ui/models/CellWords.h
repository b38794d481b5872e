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
/// What lags can be looked at by: values and holidays, of which a step may take in several, as one; embeddings are no lags.
struct LagInput {
    QString name;
    int first = 0; ///< of its inputs
    int count = 1; ///< in each step
};
QList<LagInput> lagInputs(const OpenedCell &cell);
/// How much each lag moved the output, on the scale that the outputs have: all inputs together step by step, or one of lagInputs() lag by lag
/// (`input` from 0; -1: all).
BarContent lagBars(const OpenedCell &cell, const CellWindow &window, int input);
/// What the network says, what it would say of a window of means, and what it was.
QString movesSentence(const OpenedCell &cell, const CellWindow &window);
/// "3 Oct 2011 to 12 Oct 2011, forecasts 13 Oct 2011"; `end`: the step behind the window
QString windowText(const OpenedCell &cell, qint64 first, qint64 end, int ahead = 1);

} // namespace foretrail
