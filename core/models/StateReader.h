#pragma once

#include "core/series/Series.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace foretrail {

/// Reads what a model saved. Each call notes the first key that is absent or out of range; outcome() tells it.
class StateReader {
public:
    explicit StateReader(const QJsonObject &state) : m_state(state) {}

    double number(const char *key);
    int integer(const char *key, int smallest, int largest);
    bool boolean(const char *key);
    std::vector<double> numbers(const char *key);
    TimeAxis axis(); ///< as axisToState() wrote it

    /// Format with the key's name, or nothing.
    Result<void> outcome() const;

private:
    void refuse(const char *key);
    const QJsonObject m_state;
    QString m_wrongKey;
};

/// Under "step", "start" and "closedDays", which models stored before there were closed days lack.
void axisToState(const TimeAxis &axis, QJsonObject &state);

QJsonArray toJsonArray(const std::vector<double> &values);

} // namespace foretrail
