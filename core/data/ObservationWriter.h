#pragma once

#include "core/data/FactWriter.h"
#include "core/data/KeyInterner.h"

namespace foretrail {

/// Stores observations of series for one import, by its policy on conflicts. Series that are new take the step of their first observation.
class ObservationWriter {
public:
    ObservationWriter(Connection &connection, qint64 import, ConflictPolicy policy, const ImportBudget &budget);

    /// As FactWriter::addObservation().
    Result<Stored> add(std::string_view series, Step step, WallMs time, double value);

private:
    Result<void> checkStep(qint64 series, std::string_view key, Step step, bool isNew);
    Result<Stored> settleConflict(std::string_view series, Step step, WallMs time, double value);

    Connection &m_connection;
    qint64 m_import;
    ConflictPolicy m_policy;
    KeyInterner m_series;
    std::vector<Step> m_steps; ///< by series id
    Statement m_insert;
    std::optional<Statement> m_read, m_setAside, m_replace;
};

} // namespace foretrail
