#include "core/models/StateReader.h"

#include <QCoreApplication>

#include <cmath>

namespace foretrail {

void StateReader::refuse(const char *key)
{
    if (m_wrongKey.isEmpty())
        m_wrongKey = QLatin1String(key);
}

double StateReader::number(const char *key)
{
    const QJsonValue value = m_state.value(QLatin1String(key));
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        refuse(key);
    return value.toDouble();
}

int StateReader::integer(const char *key, int smallest, int largest)
{
    const double value = number(key);
    if (value != std::floor(value) || value < smallest || value > largest) {
        refuse(key);
        return smallest;
    }
    return int(value);
}

bool StateReader::boolean(const char *key)
{
    const QJsonValue value = m_state.value(QLatin1String(key));
    if (!value.isBool())
        refuse(key);
    return value.toBool();
}

std::vector<double> StateReader::numbers(const char *key)
{
    const QJsonValue value = m_state.value(QLatin1String(key));
    if (!value.isArray())
        refuse(key);
    std::vector<double> result;
    for (const QJsonArray list = value.toArray(); const QJsonValue &element : list) {
        if (!element.isDouble() || !std::isfinite(element.toDouble()))
            refuse(key);
        result.push_back(element.toDouble());
    }
    return result;
}

TimeAxis StateReader::axis()
{
    const auto step = stepFromName(m_state.value(QLatin1String("step")).toString());
    if (!step)
        refuse("step");
    const double start = number("start");
    const int closed = m_state.contains(QLatin1String("closedDays")) ? integer("closedDays", 0, 126) : 0;
    return {step.value_or(Step::None), WallMs(start), quint8(closed)};
}

Result<void> StateReader::outcome() const
{
    if (m_wrongKey.isEmpty())
        return {};
    return fail(ErrorCode::Format,
                QCoreApplication::translate("foretrail::Models",
                                            "The stored model is damaged: %1 is absent or out of range. Train it again.")
                    .arg(m_wrongKey));
}

void axisToState(const TimeAxis &axis, QJsonObject &state)
{
    state.insert(QStringLiteral("step"), stepName(axis.step));
    state.insert(QStringLiteral("start"), double(axis.start));
    state.insert(QStringLiteral("closedDays"), int(axis.closed));
}

QJsonArray toJsonArray(const std::vector<double> &values)
{
    QJsonArray array;
    for (double value : values)
        array.append(value);
    return array;
}

} // namespace foretrail
