#include "ui/models/CellWords.h"

#include "ui/charts/Ticks.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct CellWordsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::CellWords)
};

QString inputName(const CellInput &input)
{
    switch (input.kind) {
    case CellInput::Kind::Value: return input.pair == 0 ? CellWordsText::tr("value") : CellWordsText::tr("value %1 of the step").arg(input.pair);
    case CellInput::Kind::Holiday: return input.pair == 0 ? CellWordsText::tr("holidays") : CellWordsText::tr("holidays %1 of the step").arg(input.pair);
    case CellInput::Kind::Embedding: return CellWordsText::tr("series, number %1").arg(input.pair);
    case CellInput::Kind::Sine: return CellWordsText::tr("season sine %1").arg(input.pair);
    case CellInput::Kind::Cosine: return CellWordsText::tr("season cosine %1").arg(input.pair);
    case CellInput::Kind::Column: break;
    }
    return input.pair == 0 ? input.column : CellWordsText::tr("%1, %2 of the step", "column, place").arg(input.column, QLocale().toString(input.pair));
}

QStringList unitNames(int units)
{
    QStringList names;
    for (int unit = 1; unit <= units; ++unit)
        names += QLocale().toString(unit);
    return names;
}

QStringList stepNames(const OpenedCell &cell, const CellWindow &window)
{
    QStringList names;
    for (int step = 0; step < window.steps(); ++step)
        names += shortStepText(cell.series().axis, window.first + (step + 1) * window.segment - 1);
    return names;
}

double shownValue(const LayerTrace &layer, const CellQuantity &quantity, int row, int step)
{
    switch (quantity.kind) {
    case CellQuantity::Kind::Inputs: return layer.inputsAt(step)[row];
    case CellQuantity::Kind::Gate: return layer.gate(step, quantity.gate, row);
    case CellQuantity::Kind::State: return layer.cell(step, row);
    case CellQuantity::Kind::Hidden: break;
    }
    return layer.state(step, row);
}

bool isOfLags(const CellInput &input)
{
    return input.kind == CellInput::Kind::Value || input.kind == CellInput::Kind::Holiday || (input.kind == CellInput::Kind::Column && input.pair > 0);
}

QString scaleName(const OpenedCell &cell)
{
    if (cell.isLevel())
        return CellWordsText::tr("scale of the network");
    return cell.isTransformed() ? CellWordsText::tr("scale of the recipe") : cell.unit();
}

/// One lag, or those that a step takes in: "12 Oct (lag 3)", "10 Oct to 12 Oct (lags 5 to 3)"
QString lagText(const OpenedCell &cell, const CellWindow &window, int first, int count)
{
    const auto step = [&](int lag) { return shortStepText(cell.series().axis, window.first + lag); };
    const auto lag = [&](int place) { return QLocale().toString(int(window.values.size()) - place); };
    if (count == 1)
        return CellWordsText::tr("%1 (lag %2)").arg(step(first), lag(first));
    return CellWordsText::tr("%1 to %2 (lags %3 to %4)").arg(step(first), step(first + count - 1), lag(first), lag(first + count - 1));
}

/// From 0 to 1, unlike the candidate.
bool isShare(const CellQuantity &quantity)
{
    constexpr int candidate = 2; // of both cells
    return quantity.kind == CellQuantity::Kind::Gate && quantity.gate != candidate;
}

} // namespace

QList<CellQuantity> cellQuantities(Cell cell)
{
    QList<CellQuantity> quantities{{CellQuantity::Kind::Inputs, 0}};
    for (int gate = 0; gate < (cell == Cell::Lstm ? 4 : 3); ++gate)
        quantities.append({CellQuantity::Kind::Gate, gate});
    if (cell == Cell::Lstm)
        quantities.append({CellQuantity::Kind::State, 0});
    quantities.append({CellQuantity::Kind::Hidden, 0});
    return quantities;
}

QString gateLetter(Cell cell, int gate)
{
    return QString(QLatin1String(cell == Cell::Lstm ? "ifgo" : "rzn")[gate]);
}

QString cellQuantityName(Cell cell, const CellQuantity &quantity)
{
    switch (quantity.kind) {
    case CellQuantity::Kind::Inputs: return CellWordsText::tr("Inputs x");
    case CellQuantity::Kind::State: return CellWordsText::tr("Cell state c");
    case CellQuantity::Kind::Hidden: return CellWordsText::tr("Hidden state h");
    case CellQuantity::Kind::Gate: break;
    }
    switch (gateLetter(cell, quantity.gate).at(0).unicode()) {
    case 'i': return CellWordsText::tr("Input gate i");
    case 'f': return CellWordsText::tr("Forget gate f");
    case 'g': return CellWordsText::tr("Candidate g");
    case 'o': return CellWordsText::tr("Output gate o");
    case 'r': return CellWordsText::tr("Reset gate r");
    case 'z': return CellWordsText::tr("Update gate z");
    default: return CellWordsText::tr("Candidate n");
    }
}

QStringList layerInputNames(const OpenedCell &cell, int layer)
{
    QStringList names;
    if (layer == 0)
        for (const CellInput &input : cell.inputs())
            names += inputName(input);
    else
        for (const QString &unit : unitNames(cell.network().shape().units))
            names += CellWordsText::tr("unit %1 below").arg(unit);
    return names;
}

HeatContent cellHeat(const OpenedCell &cell, const CellWindow &window, int layer, const CellQuantity &quantity)
{
    const NetworkShape &shape = cell.network().shape();
    const LayerTrace &trace = window.trace.layers[size_t(layer)];
    const bool isInput = quantity.kind == CellQuantity::Kind::Inputs;
    HeatContent content;
    content.title = CellWordsText::tr("%1, layer %2").arg(cellQuantityName(shape.cell, quantity), QLocale().toString(layer + 1));
    content.rowTitle = isInput ? QString() : CellWordsText::tr("Unit");
    content.columnTitle = CellWordsText::tr("Step");
    content.rows = isInput ? layerInputNames(cell, layer) : unitNames(shape.units);
    content.columns = stepNames(cell, window);
    double largest = 0;
    for (int row = 0; row < content.rows.size(); ++row) {
        for (int step = 0; step < window.steps(); ++step) {
            content.values.push_back(shownValue(trace, quantity, row, step));
            largest = std::max(largest, std::abs(content.values.back()));
        }
    }
    content.centre = isShare(quantity) ? 0.5 : 0;
    content.extent = isShare(quantity) ? 0.5 : std::max(largest, 1e-9);
    return content;
}

QList<LagInput> lagInputs(const OpenedCell &cell)
{
    QList<LagInput> groups;
    const QList<CellInput> &inputs = cell.inputs();
    for (int i = 0; i < inputs.size() && inputs[i].kind != CellInput::Kind::Embedding;) {
        const int count = isOfLags(inputs[i]) ? cell.segment() : 1;
        CellInput one = inputs[i];
        one.pair = isOfLags(one) ? 0 : one.pair;
        groups.append({inputName(one), i, count});
        i += count;
    }
    return groups;
}

BarContent lagBars(const OpenedCell &cell, const CellWindow &window, int input)
{
    BarContent content;
    const QString unit = scaleName(cell);
    content.valueTitle = CellWordsText::tr("Moved by");
    content.categoryTitle = CellWordsText::tr("Lag");
    content.title = unit.isEmpty() ? CellWordsText::tr("How much each lag moved the output")
                                   : CellWordsText::tr("How much each lag moved the output (%1)").arg(unit);
    const LagInput shown = input < 0 ? LagInput() : lagInputs(cell).value(input);
    for (int step = 0; step < window.steps(); ++step)
        for (int i = 0; i < shown.count; ++i) {
            const double moved = input < 0 ? window.moves.ofStep(step) : window.moves.of(step, shown.first + i);
            content.values.push_back(moved * window.scaling.width);
            content.labels += shown.count > 1 ? lagText(cell, window, step * window.segment + i, 1) : lagText(cell, window, step * window.segment, window.segment);
        }
    return content;
}

QString windowText(const OpenedCell &cell, qint64 first, qint64 end, int ahead)
{
    const TimeAxis &axis = cell.series().axis;
    return CellWordsText::tr("%1 to %2, forecasts %3").arg(stepText(axis, first), stepText(axis, end - 1), stepText(axis, end + ahead - 1));
}

QString movesSentence(const OpenedCell &cell, const CellWindow &window)
{
    const double width = window.scaling.width;
    const double moved = window.moves.difference() * width;
    const QString by = (moved > 0 ? QStringLiteral("+") : QString()) + plainNumber(moved);
    QString text = CellWordsText::tr("The network says %1. Had each input kept its mean over the window, it would say %2: the lags moved it by %3.")
                       .arg(plainNumber(window.output), plainNumber(window.output - moved), by);
    if (cell.members() > 1)
        text += QLatin1Char(' ') + CellWordsText::tr("It is one of %1 networks; the forecast of the run is their median.").arg(QLocale().toString(cell.members()));
    if (std::abs(window.forecast - window.output) > 1e-9 * std::abs(window.output))
        text += QLatin1Char(' ') + CellWordsText::tr("In the unit of the data and within its limits that is %1.").arg(plainNumber(window.forecast));
    if (!std::isnan(window.actual))
        text += QLatin1Char(' ') + CellWordsText::tr("It was %1.").arg(plainNumber(window.actual));
    return text;
}

} // namespace foretrail
