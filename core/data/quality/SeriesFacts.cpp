#include "core/data/quality/SeriesFacts.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace foretrail {
namespace {

struct SeriesFactsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };

constexpr qint64 observationsBetweenReports = 1 << 14;
constexpr double leastSeriesRatio = 3;

/// Takes the observations of one series in the order of their times.
class OneSeries {
public:
    OneSeries(qint64 id, Step step) { m_facts.id = id, m_facts.step = step; }
    qint64 id() const { return m_facts.id; }

    void add(WallMs time, double value, bool isFuture)
    {
        if (m_facts.values++ == 0)
            m_facts.first = time, m_facts.largest = m_facts.smallest = value;
        else
            addDistance(stepsBetween(m_facts.last, time, m_facts.step));
        m_facts.last = time;
        m_facts.largest = std::max(m_facts.largest, value);
        m_facts.smallest = std::min(m_facts.smallest, value);
        m_facts.negatives += value < 0 ? 1 : 0;
        m_facts.future += isFuture ? 1 : 0;
        if (value > 0)
            ++m_magnitudes[magnitudeOf(value)];
    }

    SeriesFacts finish()
    {
        m_facts.isAllZero = m_facts.largest == 0 && m_facts.smallest == 0;
        m_facts.isConstant = m_facts.values >= 2 && !m_facts.isAllZero && m_facts.largest == m_facts.smallest;
        for (const auto &[distance, count] : m_distances)
            if (count > m_facts.atUsualDistance)
                m_facts.usualDistance = distance, m_facts.atUsualDistance = count;
        std::vector<MagnitudeCount> counts;
        for (const auto &[magnitude, count] : m_magnitudes)
            counts.push_back({magnitude, count});
        m_facts.usual = usualRange(counts, leastSeriesRatio);
        if (m_facts.usual.isKnown)
            for (const MagnitudeCount &entry : counts)
                if (entry.magnitude > m_facts.usual.highest || entry.magnitude < m_facts.usual.lowest)
                    m_facts.outliers += entry.count;
        return m_facts;
    }

private:
    void addDistance(qint64 steps)
    {
        ++m_distances[steps];
        m_facts.missingSteps += steps - 1;
        m_facts.gaps += steps > 1 ? 1 : 0;
    }
    SeriesFacts m_facts;
    std::map<qint64, qint64> m_distances;
    std::map<int, qint64> m_magnitudes;
};

std::vector<Step> stepsById(Connection &connection)
{
    std::vector<Step> steps(size_t(connection.integer("SELECT max(id) FROM source_series")) + 1, Step::None);
    Statement rows = connection.prepare("SELECT id, step FROM source_series");
    while (rows.step())
        steps[size_t(rows.integer(0))] = stepFromName(rows.text(1)).value_or(Step::None);
    return steps;
}

void findSpans(AllSeriesFacts &all)
{
    for (const SeriesFacts &one : all.series) {
        if (one.step == Step::None)
            continue;
        AllSeriesFacts::Span &span = all.spans[size_t(one.step)];
        span.first = std::min(span.first.value_or(one.first), one.first);
        span.last = std::max(span.last.value_or(one.last), one.last);
    }
}

} // namespace

bool SeriesFacts::isIrregular() const
{
    constexpr qint64 fewest = 5;
    constexpr double mostlyShare = 0.5;
    const qint64 distances = values - 1;
    return distances >= fewest && (usualDistance != 1 || double(atUsualDistance) < mostlyShare * double(distances));
}

bool SeriesFacts::isTooShort() const { return values < fewestObservations(step); }

qint64 fewestObservations(Step step)
{
    constexpr qint64 withoutSeason = 10;
    return std::max<qint64>(withoutSeason, 2 * usualSeason(step));
}

bool AllSeriesFacts::startsLate(const SeriesFacts &one) const
{
    const Span &span = spans[size_t(one.step)];
    return span.first && one.first > *span.first;
}

bool AllSeriesFacts::endsEarly(const SeriesFacts &one) const
{
    const Span &span = spans[size_t(one.step)];
    return span.last && one.last < *span.last;
}

Result<AllSeriesFacts> gatherSeries(Connection &connection, const QualityScope &scope, JobContext &job)
{
    StopScope stop(connection, job);
    AllSeriesFacts all;
    const std::vector<Step> steps = stepsById(connection);
    std::optional<OneSeries> current;
    Statement rows = connection.prepare("SELECT series_id, time, value, import_id FROM observations" + scope.where()
                                        + " ORDER BY series_id, time");
    while (rows.step()) {
        if (++all.observations % observationsBetweenReports == 0)
            job.report(scope.events + all.observations, scope.events + scope.observations, SeriesFactsText::tr("Looking at series"));
        const qint64 id = rows.integer(0);
        if (!current || current->id() != id) {
            if (current)
                all.series.push_back(current->finish());
            current.emplace(id, steps[size_t(id)]);
        }
        const bool isFuture = steps[size_t(id)] != Step::None && rows.integer(1) > scope.futureFrom[size_t(rows.integer(3))];
        current->add(rows.integer(1), rows.real(2), isFuture);
    }
    if (current)
        all.series.push_back(current->finish());
    findSpans(all);
    return all;
}

} // namespace foretrail
