#pragma once

#include <QJsonArray>

#include <cmath>
#include <vector>

namespace foretrail {

template<class Number>
QJsonArray numbersJson(const std::vector<Number> &numbers)
{
    QJsonArray array;
    for (const Number number : numbers)
        array.append(double(number));
    return array;
}

template<class Number = double>
std::vector<Number> numbersFrom(const QJsonValue &json)
{
    std::vector<Number> numbers;
    for (const QJsonValue &value : json.toArray())
        numbers.push_back(Number(value.toDouble()));
    return numbers;
}

inline QJsonValue numberJson(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null); }

} // namespace foretrail
