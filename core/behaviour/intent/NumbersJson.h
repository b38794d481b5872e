#pragma once

#include <QJsonArray>

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
    const QJsonArray array = json.toArray();
    for (const QJsonValue &value : array)
        numbers.push_back(Number(value.toDouble()));
    return numbers;
}

} // namespace foretrail
