#pragma once

#include "ui/charts/ChartContent.h"

namespace foretrail {

/// What a chart says of one step: a row a curve that has a value there, then points, bands and events.
struct ValueRow {
    int curve = -1; ///< of the content; -1: another thing
    QString name;   ///< of a curve, a point, a band; the text of an event
    QString text;   ///< the value in words; may be empty
    double value = missing;
};

QString stepTitle(const ChartContent &content, qint64 index);
std::vector<ValueRow> valueRows(const ChartContent &content, qint64 index);
/// The step, then "name: value" of each row.
QStringList valueTexts(const ChartContent &content, qint64 index);

/// Rows of text to draw: header first; `curves` says of each row whose line stands before it (-1: none).
struct TextRows {
    QList<QStringList> cells;
    std::vector<int> curves;
    bool isEmpty() const { return cells.isEmpty(); }
};
/// The values of a step in two columns.
TextRows cursorRows(const ChartContent &content, qint64 index);
/// The values of the pinned steps beside each other and, with two of them, the difference of the later pin to the earlier. Empty without pins.
TextRows pinRows(const ChartContent &content);
/// The same as sentences: "A, Mon 3 Oct 2011: ...".
QStringList pinTexts(const ChartContent &content);
QString pinLetter(size_t pin); ///< "A", "B"

} // namespace foretrail
