#include "ui/charts/ValueTable.h"

#include "ui/charts/Ticks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct ValueTableText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ValueTable)
};

double readAt(const std::vector<double> &values, qint64 index)
{
    return index >= 0 && index < qint64(values.size()) ? values[size_t(index)] : missing;
}

double readAt(const Curve &curve, qint64 index)
{
    return curve.values ? readAt(*curve.values, index - curve.offset) : missing;
}

QString rowName(const Curve &curve)
{
    return curve.isClosest ? ValueTableText::tr("%1 (closest)", "name of a curve").arg(curve.name) : curve.name;
}

void addBandRows(std::vector<ValueRow> &rows, const ChartContent &content, qint64 index)
{
    for (const BandArea &band : content.bands) {
        const double low = readAt(band.low, index - band.offset);
        if (!std::isnan(low))
            rows.push_back({-1, ValueTableText::tr("%1 %").arg(QLocale().toString(band.level)),
                            ValueTableText::tr("%1 to %2").arg(plainNumber(low), plainNumber(readAt(band.high, index - band.offset)))});
    }
}

/// A difference says in which direction.
QString differenceText(double value)
{
    return value > 0 ? QLatin1Char('+') + plainNumber(value) : plainNumber(value);
}

/// The row of the same thing in the values of another step.
const ValueRow *rowLike(const std::vector<ValueRow> &rows, const ValueRow &row)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&row](const ValueRow &one) { return one.curve == row.curve && one.name == row.name; });
    return found == rows.end() ? nullptr : &*found;
}

/// Every row that one of the pinned steps has, once, in the order of the chart.
std::vector<ValueRow> unitedRows(const std::vector<std::vector<ValueRow>> &steps)
{
    std::vector<ValueRow> all;
    for (const std::vector<ValueRow> &rows : steps)
        for (const ValueRow &row : rows)
            if (!rowLike(all, row))
                all.push_back(row);
    std::stable_sort(all.begin(), all.end(), [](const ValueRow &a, const ValueRow &b) { return a.curve >= 0 && (b.curve < 0 || a.curve < b.curve); });
    return all;
}

} // namespace

QString pinLetter(size_t pin) { return QString(QLatin1Char(char('A' + pin))); }

QString stepTitle(const ChartContent &content, qint64 index)
{
    if (!content.labels.isEmpty())
        return content.labels.text(index);
    const QString step = stepText(content.axis, index);
    return content.axis.hasCalendar() || content.indexTitle.isEmpty() ? step : content.indexTitle + QLatin1Char(' ') + step;
}

std::vector<ValueRow> valueRows(const ChartContent &content, qint64 index)
{
    std::vector<ValueRow> rows;
    for (int i = 0; i < content.curves.size(); ++i) {
        const Curve &curve = content.curves[i];
        const double value = readAt(curve, index);
        const QString text = plainNumber(value);
        if (!text.isEmpty() && curve.role != CurveRole::Cycle)
            rows.push_back({i, rowName(curve), text, value});
    }
    for (const PointMarks &points : content.points)
        if (std::binary_search(points.at.begin(), points.at.end(), index))
            rows.push_back({-1, points.name, {}});
    addBandRows(rows, content, index);
    for (const QString &event : content.eventsAt(index))
        rows.push_back({-1, event, {}});
    return rows;
}

QStringList valueTexts(const ChartContent &content, qint64 index)
{
    QStringList texts{stepTitle(content, index)};
    for (const ValueRow &row : valueRows(content, index))
        texts += row.text.isEmpty() ? row.name : QStringLiteral("%1: %2").arg(row.name, row.text);
    return texts;
}

TextRows cursorRows(const ChartContent &content, qint64 index)
{
    TextRows table{{}, {-1}};
    table.cells.append(QStringList{stepTitle(content, index), QString()});
    for (const ValueRow &row : valueRows(content, index)) {
        table.cells.append(QStringList{row.name, row.text});
        table.curves.push_back(row.curve);
    }
    return table;
}

TextRows pinRows(const ChartContent &content)
{
    if (content.pins.empty())
        return {};
    std::vector<std::vector<ValueRow>> steps;
    QStringList header{QString()};
    for (size_t pin = 0; pin < content.pins.size(); ++pin) {
        steps.push_back(valueRows(content, content.pins[pin]));
        header += QStringLiteral("%1 %2").arg(pinLetter(pin), stepTitle(content, content.pins[pin]));
    }
    const bool isPair = content.pins.size() > 1;
    if (isPair)
        header += ValueTableText::tr("%1 minus %2", "letters of two pinned steps").arg(pinLetter(1), pinLetter(0));
    TextRows table{{}, {-1}};
    table.cells.append(header);
    for (const ValueRow &row : unitedRows(steps)) {
        QStringList cells{row.name};
        for (const std::vector<ValueRow> &rows : steps) {
            const ValueRow *found = rowLike(rows, row);
            cells += !found ? QStringLiteral("–") : found->text.isEmpty() ? QStringLiteral("•") : found->text;
        }
        const ValueRow *first = rowLike(steps.front(), row), *last = rowLike(steps.back(), row);
        if (isPair)
            cells += first && last && row.curve >= 0 ? differenceText(last->value - first->value) : QString();
        table.cells.append(cells);
        table.curves.push_back(row.curve);
    }
    return table;
}

QStringList pinTexts(const ChartContent &content)
{
    QStringList texts;
    for (const QStringList &row : pinRows(content).cells)
        texts += row.join(QStringLiteral(" | ")).trimmed();
    return texts;
}

} // namespace foretrail
