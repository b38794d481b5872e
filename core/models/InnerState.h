#pragma once

#include <QJsonObject>
#include <QString>

namespace foretrail {

/// Intervals that a model gets from outside (ConformalForecaster, core/training/AdaptiveForecaster) keep its own state within theirs, under one
/// of these keys.
inline QString innerKey(const QJsonObject &state)
{
    for (const QString &key : {QStringLiteral("adapted"), QStringLiteral("inner")})
        if (state.contains(key))
            return key;
    return {};
}

/// The state of the model itself.
inline QJsonObject innerState(const QJsonObject &state)
{
    const QString key = innerKey(state);
    return key.isEmpty() ? state : innerState(state[key].toObject());
}

/// The same state with another one of the model itself.
inline QJsonObject withInnerState(QJsonObject state, const QJsonObject &inner)
{
    const QString key = innerKey(state);
    if (key.isEmpty())
        return inner;
    state[key] = withInnerState(state[key].toObject(), inner);
    return state;
}

} // namespace foretrail
