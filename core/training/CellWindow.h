#pragma once

#include "core/training/LagMoves.h"
#include "core/training/RecurrentInputs.h"

#include <QList>
#include <QString>

namespace foretrail {

/// One input of a network, for people.
struct CellInput {
    enum class Kind { Value, Sine, Cosine, Column, Holiday, Embedding };
    Kind kind = Kind::Value;
    int pair = 0;   ///< of a sine or cosine: how often it turns in a season; of a value, holiday or column: its place in a step of several, from 1, else 0; of an embedding: which of its numbers, from 1
    QString column; ///< name of a column of the recipe
};

/// What is looked at.
struct CellChoice {
    int window = 0; ///< among the windows
    int member = 0; ///< among the networks of a run over many series
    int ahead = 1;  ///< step that is forecast, from 1
    bool operator==(const CellChoice &) const = default;
};

/// What a network saw, kept and answered for one window.
struct CellWindow {
    CellChoice choice;
    qint64 first = 0;           ///< step of the series that the window begins with
    std::vector<double> inputs; ///< [step][input], as the network sees them
    std::vector<double> values; ///< those of the window, on the scale that the recipe made
    int segment = 1;            ///< values that a step of the network takes in
    NetworkTrace trace;
    WindowScaling scaling{};    ///< between the network's scale and that of output
    LagMoves moves;             ///< on the network's scale; times scaling.width on that of output
    double output = missing;    ///< the step that is looked at, on the scale of OpenedCell::scale()
    double forecast = missing;  ///< the same in the unit of the data, within the limits of the run
    double actual = missing;    ///< in the unit of the data; NaN where it is not known

    int steps() const { return int(values.size()) / segment; }
    qint64 target() const { return first + qint64(values.size()) + choice.ahead - 1; } ///< the step of the series that is forecast
    double input(int step, int feature) const { return inputs[size_t(step * moves.features + feature)]; }
};

} // namespace foretrail
