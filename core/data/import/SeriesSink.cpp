#include "core/data/import/SeriesSink.h"

#include "core/base/Phrase.h"
#include "core/data/import/HeaderTimes.h"
#include "core/data/import/Reasons.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace foretrail {
namespace {

constexpr auto seriesSinkContext = "foretrail::SeriesSink";

struct SeriesSinkText { Q_DECLARE_TR_FUNCTIONS(foretrail::SeriesSink) };

} // namespace

SeriesSink::SeriesSink(const ImportPlan &plan, FactWriter &writer, ImportReport &report)
    : RowSink(plan, writer, report), m_time(plan.columnOf(Role::Time)), m_keys(plan.columnsOf(Role::Series)),
      m_values(plan.columnsOf(Role::Value))
{
    for (int column : m_values)
        m_valueNames.push_back(plan.columns[column].name.toStdString());
    if (plan.layout == SeriesLayout::Wide && m_time < 0)
        m_columnTimes = headerTimes(plan);
}

// Rows are steps where the columns are the series; otherwise the columns are the steps.
WallMs SeriesSink::timeOf(int column, const ParsedRow &row) const
{
    if (m_time >= 0)
        return row.cells[size_t(m_time)].time;
    return timeOfStep(m_keys.isEmpty() ? row.number : column);
}

WallMs SeriesSink::timeOfStep(qint64 number) const
{
    if (!m_columnTimes.empty())
        return m_columnTimes[size_t(number)];
    if (m_plan.step == Step::None || !m_plan.start)
        return number;
    return addSteps(floorToStep(*m_plan.start, m_plan.step), m_plan.step, number);
}

void SeriesSink::buildKey(std::span<const ParsedCell> cells)
{
    m_key.clear();
    for (int column : m_keys) {
        if (!m_key.empty())
            m_key += '/';
        m_key += cells[size_t(column)].text;
    }
}

Result<void> SeriesSink::add(std::string_view key, WallMs time, double value)
{
    const WallMs onGrid = floorToStep(time, m_plan.step);
    m_offGrid += onGrid != time ? 1 : 0;
    const Result<Stored> stored = m_writer.addObservation(key, m_plan.step, onGrid, value);
    if (!stored)
        return fail(stored.error());
    m_seen.emplace(key);
    ++m_report.read;
    switch (*stored) {
    case Stored::New: ++m_report.stored; break;
    case Stored::Replaced: ++m_report.stored; ++m_report.replaced; break;
    case Stored::Superseded:
    case Stored::Held:
    case Stored::Duplicate: ++m_report.duplicate; break;
    case Stored::Conflict: ++m_report.duplicate; ++m_report.conflicts; break;
    }
    return {};
}

Result<void> SeriesSink::store(const ParsedRow &row)
{
    const std::span<const ParsedCell> cells = row.cells;
    const bool isWide = m_plan.layout == SeriesLayout::Wide;
    buildKey(cells);
    if (m_key.empty() && !m_keys.isEmpty())
        return reject(row, m_keys.constFirst(), {}, Reason::of(Reason::noSeries));
    for (const RowProblem &bad : row.badCells)
        if (Result<void> kept = reject(row, bad.column, bad.value, bad.reason, &bad == row.badCells.data()); !kept)
            return kept;
    for (int i = 0; i < m_values.size(); ++i) {
        if (cells[size_t(m_values[i])].isBad)
            continue;
        const double value = cells[size_t(m_values[i])].number;
        const bool isNamedByColumn = m_keys.isEmpty() || (m_values.size() > 1 && (!isWide || m_time >= 0));
        const size_t length = m_key.size();
        if (isNamedByColumn)
            (m_key += m_key.empty() ? "" : "/") += m_valueNames[size_t(i)];
        if (std::isnan(value)) {
            if (!isWide) {
                ++m_report.read;
                ++m_report.filtered;
            }
            if (!m_seen.contains(m_key))
                m_empty.insert(m_key);
            m_key.resize(length);
            continue;
        }
        Result<void> added = add(m_key, timeOf(i, row), value);
        m_key.resize(length);
        if (!added && added.error().code == ErrorCode::InvalidInput && m_plan.conflict == ConflictPolicy::Abort)
            return fail(added.error().within(SeriesSinkText::tr("Line %1").arg(row.line)));
        if (!added)
            return added;
    }
    return {};
}

/// A series that never has a value is none that could be shown or forecast: it is named, so that nobody looks for it.
void SeriesSink::tellEmpty()
{
    constexpr qsizetype mostNamed = 5;
    std::erase_if(m_empty, [this](const std::string &key) { return m_seen.contains(key); });
    if (m_empty.empty())
        return;
    QStringList names;
    for (const std::string &key : m_empty)
        names << QString::fromStdString(key);
    names.sort();
    const QString more = names.size() > mostNamed ? QStringLiteral(", …") : QString();
    m_report.notes.append(SeriesSinkText::tr("%n series of this file have no value at all, so that none is listed for them: %1", nullptr, int(names.size()))
                              .arg(names.mid(0, mostNamed).join(QStringLiteral(", ")) + more));
}

void SeriesSink::finish()
{
    m_report.series = qint64(m_seen.size());
    tellEmpty();
    if (m_offGrid > 0)
        m_report.notes.append(Phrase::kept(seriesSinkContext, QT_TRANSLATE_NOOP("foretrail::SeriesSink", "%1 dates do not fall on the first moment of their %2: each value is kept under the %2 "
                                       "that holds it (weeks begin on Monday)."), {QLocale().toString(m_offGrid), stepName(m_plan.step)}));
    if (m_report.filtered > 0)
        m_report.notes.append(Phrase::kept(seriesSinkContext, QT_TRANSLATE_NOOP("foretrail::SeriesSink", "%1 values are missing and are kept as gaps."), {QLocale().toString(m_report.filtered)}));
    if (m_report.conflicts > 0)
        m_report.notes.append(Phrase::kept(seriesSinkContext, QT_TRANSLATE_NOOP("foretrail::SeriesSink", "%1 values differ from the one that is already stored for their series and time; the stored "
                                       "one was kept."), {QLocale().toString(m_report.conflicts)}));
    const bool countsFromZero = m_plan.step == Step::None || !m_plan.start;
    if (m_report.conflicts > 0 && m_time < 0 && m_columnTimes.empty() && countsFromZero)
        m_report.notes.append(Phrase::kept(seriesSinkContext, QT_TRANSLATE_NOOP("foretrail::SeriesSink", "The steps of this file have no dates and count from 0, as those stored before. If it is another "
                                       "part of the same series, give its start, or import it into another workspace.")));
}

} // namespace foretrail
