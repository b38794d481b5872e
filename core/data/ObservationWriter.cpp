#include "core/data/ObservationWriter.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct ObservationWriterText { Q_DECLARE_TR_FUNCTIONS(foretrail::FactWriter) };

} // namespace

ObservationWriter::ObservationWriter(Connection &connection, qint64 import, ConflictPolicy policy, const ImportBudget &budget)
    : m_connection(connection), m_import(import), m_policy(policy),
      m_series(connection, "SELECT id, key FROM source_series", "INSERT INTO source_series(key, step) VALUES (?1, 'index')", budget),
      m_insert(connection.handle(), "INSERT INTO observations(series_id, time, value, import_id) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING", true)
{
    m_insert.bind(4, m_import);
    m_steps.resize(size_t(m_series.lastId()) + 1, Step::None);
    Statement stored = m_connection.prepare("SELECT id, step FROM source_series");
    while (stored.step())
        m_steps[size_t(stored.integer(0))] = stepFromName(stored.text(1)).value_or(Step::None);
}

Result<void> ObservationWriter::checkStep(qint64 series, std::string_view key, Step step, bool isNew)
{
    if (size_t(series) >= m_steps.size())
        m_steps.resize(size_t(series) + 1, Step::None);
    const auto isEmpty = [&] {
        return m_connection.integer("SELECT NOT EXISTS (SELECT 1 FROM observations WHERE series_id = " + std::to_string(series) + ")") != 0;
    };
    if (isNew || (m_steps[size_t(series)] != step && isEmpty())) {
        Statement update = m_connection.prepare("UPDATE source_series SET step = ?2 WHERE id = ?1");
        update.bind(1, series);
        update.bind(2, stepName(step));
        update.run();
        m_steps[size_t(series)] = step;
    }
    if (m_steps[size_t(series)] == step)
        return {};
    return fail(ErrorCode::InvalidInput,
                ObservationWriterText::tr("Series %1 is already there with the step \"%2\", so values with the step \"%3\" cannot be added. "
                         "Import them into another workspace, or choose the same step.")
                    .arg(QString::fromUtf8(key.data(), qsizetype(key.size())), stepName(m_steps[size_t(series)]), stepName(step)));
}

Result<Stored> ObservationWriter::add(std::string_view series, Step step, WallMs time, double value)
{
    const KeyInterner::Found found = m_series.find(series);
    if (Result<void> same = checkStep(found.id, series, step, found.isNew); !same)
        return fail(same.error());
    m_insert.bind(1, found.id);
    m_insert.bind(2, time);
    m_insert.bind(3, value);
    m_insert.run();
    if (sqlite3_changes(m_connection.handle()) > 0)
        return Stored::New;
    return settleConflict(series, step, time, value);
}

Result<Stored> ObservationWriter::settleConflict(std::string_view series, Step step, WallMs time, double value)
{
    const qint64 id = m_series.find(series).id;
    if (!m_read) {
        m_read.emplace(m_connection.handle(), "SELECT value, import_id FROM observations WHERE series_id = ? AND time = ?", true);
        m_setAside.emplace(m_connection.handle(), "INSERT INTO set_aside_observations(series_id, time, import_id, value, "
                           "replaced_by) SELECT series_id, time, import_id, value, ?3 FROM observations "
                           "WHERE series_id = ?1 AND time = ?2", true);
        m_replace.emplace(m_connection.handle(), "UPDATE observations SET value = ?3, import_id = ?4 "
                          "WHERE series_id = ?1 AND time = ?2", true);
    }
    m_read->reset();
    m_read->bind(1, id);
    m_read->bind(2, time);
    const double before = m_read->step() ? m_read->real(0) : missing;
    const bool isOwn = m_read->integer(1) == m_import;
    m_read->reset();
    if (before == value)
        return Stored::Duplicate;
    if (m_policy == ConflictPolicy::Skip)
        return Stored::Conflict;
    if (m_policy == ConflictPolicy::Abort)
        return fail(ErrorCode::InvalidInput,
                    ObservationWriterText::tr("Series %1 at %2 has the value %3 and cannot have %4 too. Choose to skip or to replace such values.")
                        .arg(QString::fromUtf8(series.data(), qsizetype(series.size())),
                             step == Step::None ? QString::number(time) : formatTime(time, step))
                        .arg(before).arg(value));
    if (!isOwn) {
        m_setAside->bind(1, id);
        m_setAside->bind(2, time);
        m_setAside->bind(3, m_import);
        m_setAside->run();
    }
    m_replace->bind(1, id);
    m_replace->bind(2, time);
    m_replace->bind(3, value);
    m_replace->bind(4, m_import);
    m_replace->run();
    return isOwn ? Stored::Superseded : Stored::Replaced;
}

} // namespace foretrail
