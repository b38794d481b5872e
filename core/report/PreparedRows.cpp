#include "core/report/PreparedRows.h"

#include "core/report/CsvWriter.h"

#include <charconv>
#include <cmath>

namespace foretrail {

namespace {

void appendNumber(QByteArray &line, double value)
{
    line += ',';
    if (std::isnan(value))
        return;
    char text[32];
    line.append(text, std::to_chars(text, text + sizeof text, value).ptr - text);
}

QByteArray markText(quint8 marks)
{
    QByteArrayList names;
    if (marks & Changed)
        names << "changed";
    if (marks & Detected)
        names << "detected";
    if (marks & Filled)
        names << "filled";
    return names.join('+');
}

QByteArray partOf(const SplitPlan &split, qint64 index)
{
    return index < split.train ? "train" : index < split.train + split.validation ? "validation" : "test";
}

} // namespace

QStringList preparedHeader()
{
    return {QStringLiteral("series"), QStringLiteral("time"), QStringLiteral("part"), QStringLiteral("value"), QStringLiteral("actual"), QStringLiteral("mark")};
}

QByteArray PreparedRows::text(const QStringList &wanted) const
{
    std::vector<const FeatureColumn *> shown;
    for (const QString &name : wanted) {
        const auto column = std::find_if(frame.columns.begin(), frame.columns.end(), [&](const FeatureColumn &one) { return one.name == name; });
        shown.push_back(column == frame.columns.end() ? nullptr : &*column);
    }
    const QByteArray key = CsvWriter::field(frame.target.key).toUtf8();
    const TimeAxis &axis = frame.target.axis;
    QByteArray lines;
    for (qint64 i = 0; i < frame.size(); ++i) {
        const auto at = size_t(i);
        lines += key + ',' + (axis.hasCalendar() ? formatTime(axis.timeAt(i), axis.step).toUtf8() : QByteArray::number(axis.start + i));
        lines += ',' + partOf(split, i);
        appendNumber(lines, frame.target.values[at]);
        appendNumber(lines, frame.actual[at]);
        lines += ',' + markText(frame.marks[at]);
        for (const FeatureColumn *column : shown)
            appendNumber(lines, column ? column->values[at] : missing);
        lines += '\n';
    }
    return lines;
}

Result<PreparedRows> preparedRows(const Frame &frame, const Recipe &recipe)
{
    const Result<SplitPlan> plan = planSplit(recipe, frame.target.axis, frame.size(), frame.target.name);
    if (!plan)
        return fail(plan.error());
    // What steps learnt from is training, whatever was cut off in front of it.
    const qint64 test = std::min(plan->test, frame.size() - frame.fitLength);
    PreparedRows rows{frame, {frame.fitLength, frame.size() - frame.fitLength - test, test}, {}};
    for (const FeatureColumn &column : frame.columns)
        rows.columns << column.name;
    return rows;
}

} // namespace foretrail
