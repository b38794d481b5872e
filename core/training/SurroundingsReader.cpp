#include "core/training/SurroundingsReader.h"

#include "core/training/SeriesAttributes.h"

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
    m_hasUsers = m_query.by != GroupBy::Series && m_query.measure != Measure::Value && summary->users > 0;
    // Imported series have steps, not moments: nothing is known of how much of a step they cover.
    if (m_query.by == GroupBy::Series || !summary->hasClock || !summary->firstEvent || !summary->lastEvent)
        return {};
    ZoneClock clock{QTimeZone(summary->timeZone.toUtf8())};
    m_span.logBegins = clock.toWall(*summary->firstEvent);
    m_span.logEnds = clock.toWall(*summary->lastEvent);
    return {};
}

Result<QList<Series>> SurroundingsReader::readColumn(const ColumnRequest &request, const QString &key, const QString &place, JobContext &job)
{
    SeriesQuery query;
    if (const Result<void> set = setGroup(query, request.by); !set)
        return fail(set.error());
    const Result<Measure> measure = measureFromName(request.measure);
    if (!measure)
        return fail(measure.error());
    query.measure = query.by == GroupBy::Series ? Measure::Value : *measure;
    query.step = m_query.step;
    if (query.by != GroupBy::Series && query.measure != Measure::Value) { // what joins is of the same users
        query.segment = m_query.segment;
        query.users = m_query.users;
    }
    if (!key.isEmpty())
        query.keys = {key};
    Result<QList<Series>> series = m_data.series(query, job);
    if (!series && series.error().code == ErrorCode::NotFound) {
        m_problems.insert(place, series.error().message);
        return QList<Series>();
    }
    return series;
}

Result<void> SurroundingsReader::readUsers(Step step, JobContext &job)
{
    SeriesQuery query = m_query;
    query.measure = Measure::Users;
    query.step = step;
    query.top = 0; // the largest by users may be others
    const Result<QList<Series>> series = m_data.series(query, job);
    if (!series)
        return fail(series.error());
    QHash<QString, Series> &users = m_users[step];
    for (const Series &one : *series)
        users.insert(one.key, one);
    return {};
}

Result<Surroundings> SurroundingsReader::read(const QString &seriesKey, JobContext &job)
{
    if (const Result<void> span = readSpan(); !span)
        return fail(span.error());
    Surroundings surroundings = m_span;
    if (!m_attributes.isEmpty()) {
        Result<SeriesAttributes> attributes = attributesOfSeries(m_data, m_query, seriesKey);
        if (!attributes)
            return fail(attributes.error());
        surroundings.attributes = chosenAttributes(std::move(*attributes), m_attributes);
    }
    for (const Step step : m_request.users) {
        if (m_hasUsers && !m_users.contains(step))
            if (const Result<void> users = readUsers(step, job); !users)
                return fail(users.error());
        if (m_hasUsers && m_users[step].contains(seriesKey))
            surroundings.users.emplace(step, m_users[step].value(seriesKey));
    }
    for (const ColumnRequest &request : m_request.columns) {
        const QString key = request.keyFor(seriesKey);
        const QString place = QStringList{request.measure, request.by, key}.join(QLatin1Char('|'));
        if (!m_read.contains(place)) {
            const Result<QList<Series>> series = readColumn(request, key, place, job);
            if (!series)
                return fail(series.error());
            m_read.insert(place, *series);
        }
        if (const QList<Series> &found = m_read[place]; found.size() == 1)
            surroundings.columns.insert(request.id(), {found.front(), request.isKnownAhead});
        else if (m_problems.contains(place))
            surroundings.missingColumns.insert(request.id(), m_problems.value(place));
    }
    return surroundings;
}

} // namespace foretrail
