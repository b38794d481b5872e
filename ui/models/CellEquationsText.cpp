#include "ui/charts/Ticks.h"
#include "ui/models/CellWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {

namespace {

struct EquationsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::CellEquationsText)
};

constexpr size_t mostTerms = 8; // of a sum that are written out

/// Writes numbers the way a person fills them into a formula.
struct EquationWriter {
    int decimals;
    QStringList inputs{}; ///< names of what comes into the layer

    QString number(double value) const { return QLocale().toString(value, 'f', decimals); }
    /// A negative one in brackets, for behind an operator.
    QString inner(double value) const { return value < 0 ? QLatin1Char('(') + number(value) + QLatin1Char(')') : number(value); }

    QString term(const EquationTerm &term, bool isInput) const
    {
        const QString name = isInput ? inputs.value(term.from) : EquationsText::tr("unit %1").arg(QLocale().toString(term.from + 1));
        return QStringLiteral("%1·%2 [%3]").arg(inner(term.weight), inner(term.value), name);
    }
    QString sum(const std::vector<EquationTerm> &terms, double bias, double total, bool isInput) const;
    QString gate(Cell cell, int gate, const GateEquation &equation, double reset) const;
};

/// Those with the largest products, in their own order.
std::vector<size_t> largestTerms(const std::vector<EquationTerm> &terms)
{
    std::vector<size_t> places(terms.size());
    std::iota(places.begin(), places.end(), size_t(0));
    std::stable_sort(places.begin(), places.end(), [&](size_t a, size_t b) { return std::abs(terms[a].product()) > std::abs(terms[b].product()); });
    places.resize(std::min(places.size(), mostTerms));
    std::sort(places.begin(), places.end());
    return places;
}

QString EquationWriter::sum(const std::vector<EquationTerm> &terms, double bias, double total, bool isInput) const
{
    QStringList parts;
    double written = 0;
    for (const size_t place : largestTerms(terms)) {
        parts += term(terms[place], isInput);
        written += terms[place].product();
    }
    if (const auto left = int(terms.size() - std::min(terms.size(), mostTerms)); left > 0)
        parts += QStringLiteral("%1 [%2]").arg(inner(total - bias - written), EquationsText::tr("%n others", nullptr, left));
    parts += QStringLiteral("%1 [%2]").arg(inner(bias), EquationsText::tr("bias"));
    return QStringLiteral("%1 = %2").arg(parts.join(QStringLiteral(" + ")), number(total));
}

QString EquationWriter::gate(Cell cell, int gate, const GateEquation &equation, double reset) const
{
    const QString letter = gateLetter(cell, gate);
    const bool isCandidate = gate == 2;
    const bool isReset = cell == Cell::Gru && isCandidate;
    const QString bend = isCandidate ? QStringLiteral("tanh") : QStringLiteral("σ");
    const QString second = isReset ? QStringLiteral("%1·%2").arg(inner(reset), inner(equation.hiddenSum)) : inner(equation.hiddenSum);
    QStringList lines{cellQuantityName(cell, {CellQuantity::Kind::Gate, gate})};
    lines += QStringLiteral("  W·x + b = ") + sum(equation.inputs, equation.inputBias, equation.inputSum, true);
    lines += QStringLiteral("  U·h + b′ = ") + sum(equation.hidden, equation.hiddenBias, equation.hiddenSum, false);
    lines += QStringLiteral("  %1 = %2(%3) = %2(%4 + %5) = %2(%6) = %7")
                 .arg(letter, bend, isReset ? QStringLiteral("W·x + b + r·(U·h + b′)") : QStringLiteral("W·x + b + U·h + b′"),
                      number(equation.inputSum), second, number(equation.argument), number(equation.value));
    return lines.join(QLatin1Char('\n'));
}

QStringList statesOf(const EquationWriter &write, const UnitEquations &unit)
{
    const auto n = [&](double value) { return write.number(value); };
    const auto in = [&](double value) { return write.inner(value); };
    const auto gate = [&](size_t k) { return unit.gates[k].value; };
    const QString hidden = cellQuantityName(unit.kind, {CellQuantity::Kind::Hidden, 0});
    if (unit.kind == Cell::Gru)
        return {QStringLiteral("%1\n  h = (1 - z)·n + z·h₋₁ = (1 - %2)·%3 + %2·%4 = %5").arg(hidden, n(gate(1)), in(gate(2)), in(unit.hiddenBefore), n(unit.hidden))};
    return {QStringLiteral("%1\n  c = f·c₋₁ + i·g = %2·%3 + %4·%5 = %6")
                .arg(cellQuantityName(unit.kind, {CellQuantity::Kind::State, 0}), n(gate(1)), in(unit.cellBefore), n(gate(0)), in(gate(2)), n(unit.cell)),
            QStringLiteral("%1\n  h = o·tanh(c) = %2·tanh(%3) = %4").arg(hidden, n(gate(3)), n(unit.cell), n(unit.hidden))};
}

} // namespace

QString cellEquationsText(const OpenedCell &cell, const CellWindow &window, const CellPlace &place, int decimals)
{
    const QLocale locale;
    const UnitEquations unit = unitEquations(cell.network(window.choice.member), window.trace, place.layer, place.step, place.unit);
    const EquationWriter write{decimals, layerInputNames(cell, place.layer)};
    QStringList parts{EquationsText::tr("Layer %1, unit %2, step %3 of %4: %5")
                          .arg(locale.toString(place.layer + 1), locale.toString(place.unit + 1), locale.toString(place.step + 1),
                               locale.toString(window.steps()), stepText(cell.series().axis, window.first + (place.step + 1) * window.segment - 1))};
    for (int gate = 0; gate < int(unit.gates.size()); ++gate)
        parts += write.gate(unit.kind, gate, unit.gates[size_t(gate)], unit.gates[0].value);
    parts += statesOf(write, unit);
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace foretrail
