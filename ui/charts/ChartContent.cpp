#include "ui/charts/ChartContent.h"

#include "core/report/CsvWriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct ChartContentText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ChartContent)
};

qint64 sizeOf(const Curve &curve)
{
    return curve.values ? qint64(curve.values->size()) : 0;
}

QString numberAt(const std::vector<double> &values, qint64 index)
{
    return index >= 0 && index < qint64(values.size()) ? CsvWriter::number(values[size_t(index)]) : QString();
}

/// The levels of the bands, each once: a test part and a future of the same level share their columns.
QList<double> levelsOf(const ChartContent &content)
{
    QList<double> levels;
    for (const BandArea &band : content.bands)
        if (!levels.contains(band.level))
            levels += band.level;
    return levels;
}

QStringList limitsAt(const ChartContent &content, double level, qint64 index)
{
    for (const BandArea &band : content.bands) {
        const QString low = band.level == level ? numberAt(band.low, index - band.offset) : QString();
        if (!low.isEmpty())
            return {low, numberAt(band.high, index - band.offset)};
    }
    return {{}, {}};
}

QString pointAt(const PointMarks &points, qint64 index)
{
    const auto at = std::lower_bound(points.at.begin(), points.at.end(), index);
    return at != points.at.end() && *at == index ? CsvWriter::number(points.values[size_t(at - points.at.begin())]) : QString();
}

QString timeText(const ChartContent &content, qint64 index)
{
    const TimeAxis &axis = content.axis;
    if (!content.labels.isEmpty())
        return content.labels.text(index);
    return axis.hasCalendar() ? formatTime(axis.timeAt(index), axis.step) : QString::number(axis.start + index);
}

} // namespace

bool ChartContent::isEmpty() const
{
    return std::all_of(curves.begin(), curves.end(), [](const Curve &curve) {
        return !curve.values || std::all_of(curve.values->begin(), curve.values->end(), [](double v) { return std::isnan(v); });
    });
}

double ChartContent::onScale(double value) const
{
    if (!isLogarithmic)
        return value;
    return value > 0 ? std::log10(value) : missing;
}

qint64 ChartContent::firstIndex() const
{
    qint64 first = std::numeric_limits<qint64>::max();
    for (const Curve &curve : curves)
        if (sizeOf(curve) > 0)
            first = std::min(first, curve.offset);
    return first == std::numeric_limits<qint64>::max() ? 0 : first;
}

qint64 ChartContent::lastIndex() const
{
    qint64 last = firstIndex();
    for (const Curve &curve : curves)
        last = std::max(last, curve.offset + sizeOf(curve) - 1);
    for (const BandArea &band : bands)
        last = std::max(last, band.offset + qint64(band.low.size()) - 1);
    return last;
}

QStringList ChartContent::eventsAt(qint64 index) const
{
    QStringList texts;
    const auto first = std::lower_bound(events.begin(), events.end(), index, [](const EventMark &event, qint64 step) { return event.index < step; });
    for (auto event = first; event != events.end() && event->index == index; ++event)
        texts += event->text;
    return texts;
}

QList<QStringList> chartTable(const ChartContent &content)
{
    QList<QStringList> rows;
    QStringList header{content.axis.hasCalendar() ? ChartContentText::tr("Time")
                       : content.indexTitle.isEmpty() ? ChartContentText::tr("Step") : content.indexTitle};
    for (const Curve &curve : content.curves)
        header += curve.name;
    const QList<double> levels = levelsOf(content);
    for (const PointMarks &points : content.points)
        header += points.name;
    for (const double level : levels)
        header << ChartContentText::tr("Low %1 %").arg(level) << ChartContentText::tr("High %1 %").arg(level);
    if (!content.events.isEmpty())
        header += ChartContentText::tr("Events");
    rows += header;
    if (content.isEmpty())
        return rows;
    for (qint64 index = content.firstIndex(); index <= content.lastIndex(); ++index) {
        QStringList row{timeText(content, index)};
        for (const Curve &curve : content.curves)
            row += curve.values ? numberAt(*curve.values, index - curve.offset) : QString();
        for (const PointMarks &points : content.points)
            row += pointAt(points, index);
        for (const double level : levels)
            row += limitsAt(content, level, index);
        if (!content.events.isEmpty())
            row += content.eventsAt(index).join(QStringLiteral("; "));
        rows += row;
    }
    return rows;
}

QList<QStringList> chartTable(const BarContent &content)
{
    QList<QStringList> rows{{content.categoryTitle, content.valueTitle}};
    for (size_t i = 0; i < content.values.size(); ++i)
        rows += {content.labels.value(qsizetype(i)), CsvWriter::number(content.values[i])};
    return rows;
}

} // namespace foretrail
