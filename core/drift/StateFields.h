#pragma once

#include "core/base/Result.h"

#include <QJsonArray>
#include <QJsonObject>

#include <limits>
#include <vector>

namespace foretrail {

/// Reads the numbers of a JSON object into variables, whose values before are the usual ones, and notes the first problem; outcome() tells it.
class StateFields {
public:
    /// Whether a key may be absent, as in settings that say only what is unusual, or must be there, as in a state that was kept.
    enum class Keys { Optional, Required };

    StateFields(const QJsonObject &json, Keys keys) : m_json(json), m_keys(keys) {}

    void number(const char *key, double &value, double least = std::numeric_limits<double>::lowest(), double most = std::numeric_limits<double>::max());
    void integer(const char *key, int &value, int least, int most = std::numeric_limits<int>::max());
    void count(const char *key, qint64 &value); ///< from 0
    void numbers(const char *key, std::vector<double> &values);
    QJsonObject object(const char *key);
    void refuse(const char *key, const QString &why);
    void refuse(const Error &error); ///< of what is inside
    /// A key that was not asked for is refused too. InvalidInput of settings, Format of a state.
    Result<void> outcome();

private:
    QJsonValue take(const char *key);

    QJsonObject m_json;
    const Keys m_keys;
    QString m_problem;
};

QJsonArray jsonNumbers(const std::vector<double> &values);

} // namespace foretrail
