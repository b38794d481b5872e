#include "core/training/SurroundingsReader.h"

#include <QTimeZone>

namespace foretrail {

Result<void> SurroundingsReader::readSpan()
{
    if (m_hasSpan)
        return {};
    const Result<DataSummary> summary = m_data.summary();
    if (!summary)
        return fail(summary.error());
    m_hasSpan = true;
    // Imported series have steps, not moments: nothing is known of how much of a step they cover.
    if (m_query.by == GroupBy::Series || !summary->hasClock || !summary->firstEvent || !summary->lastEvent)
        return {};
    ZoneClock clock{QTimeZone(summary->timeZone.toUtf8())};
    m_span.logBegins = clock.toWall(*summary->firstEvent);
    m_span.logEnds = clock.toWall(*summary->lastEvent);
    return {};
}

Result<QList<Series>> SurroundingsReader::readColumn(const ColumnRequest &request, const QString &key, JobContext &job)
{
    SeriesQuery query;
    if (const Result<void> set = setGroup(query, request.by); !set)
        return fail(set.error());
    const Result<Measure> measure = measureFromName(request.measure);
    if (!measure)
        return fail(measure.error());
    query.measure = query.by == GroupBy::Series ? Measure::Value : *measure;
    query.step = m_query.step;
    if (!key.isEmpty())
        query.keys = {key};
    Result<QList<Series>> series = m_data.series(query, job);
    if (!series && series.error().code == ErrorCode::NotFound)
        return QList<Series>();
    return series;
}

Result<Surroundings> SurroundingsReader::read(const QString &seriesKey, JobContext &job)
{
    if (const Result<void> span = readSpan(); !span)
        return fail(span.error());
    Surroundings surroundings = m_span;
    for (const ColumnRequest &request : m_requests) {
        const QString key = request.keyFor(seriesKey);
        const QString place = QStringList{request.measure, request.by, key}.join(QLatin1Char('|'));
        if (!m_read.contains(place)) {
            const Result<QList<Series>> series = readColumn(request, key, job);
            if (!series)
                return fail(series.error());
            m_read.insert(place, *series);
        }
        if (const QList<Series> &found = m_read[place]; found.size() == 1)
            surroundings.columns.insert(request.id(), {found.front(), request.isKnownAhead});
    }
    return surroundings;
}

} // namespace foretrail
