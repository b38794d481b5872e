#pragma once

#include <QJsonValue>

#include <cmath>

namespace foretrail {

/// JSON knows neither NaN nor infinity: null stands for them.
inline QJsonValue jsonNumber(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null); }

} // namespace foretrail
