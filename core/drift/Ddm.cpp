#include "core/drift/Ddm.h"

#include "core/drift/StateFields.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

QJsonObject DdmSettings::toJson() const
{
    return {{QStringLiteral("warning"), warning}, {QStringLiteral("alarm"), alarm}, {QStringLiteral("fewest"), fewest}, {QStringLiteral("errors"), errors}};
}

Result<DdmSettings> DdmSettings::fromJson(const QJsonObject &json)
{
    DdmSettings settings;
    StateFields fields(json, StateFields::Keys::Optional);
    fields.number("warning", settings.warning, 1, 1000);
    fields.number("alarm", settings.alarm, 1, 1000);
    fields.integer("fewest", settings.fewest, 1);
    fields.integer("errors", settings.errors, 1);
    return fields.outcome().map([&] { return settings; });
}

double Ddm::spread() const { return std::sqrt(rate() * (1 - rate()) / double(m_count)); }

DriftState Ddm::judged() const
{
    const double now = rate() + spread();
    const bool isAbove = now > m_leastRate + m_leastSpread && m_errors - m_leastErrors >= m_settings.errors; // where both are 0, all that is not is far above
    if (isAbove && now >= m_leastRate + m_settings.alarm * m_leastSpread)
        return DriftState::Drift;
    return isAbove && now >= m_leastRate + m_settings.warning * m_leastSpread ? DriftState::Warning : DriftState::Stable;
}

DriftState Ddm::add(double value)
{
    if (!std::isfinite(value))
        return m_state;
    if (m_state == DriftState::Drift)
        reset();
    ++m_count;
    m_errors += value != 0 ? 1 : 0;
    if (m_count < m_settings.fewest)
        return m_state;
    if (rate() + spread() <= m_leastRate + m_leastSpread) {
        m_leastRate = rate();
        m_leastSpread = spread();
        m_leastErrors = m_errors;
    }
    const bool wasCalm = m_state < DriftState::Warning;
    m_state = judged();
    if (wasCalm)
        m_warned = m_count;
    return m_state;
}

double Ddm::score() const
{
    if (m_state == DriftState::Learning || m_state == DriftState::Drift)
        return m_state == DriftState::Drift ? 1 : 0;
    constexpr double most = 0.99; // what it does not alarm of
    const double above = rate() + spread() - m_leastRate - m_leastSpread;
    return above > 0 ? std::min(above / ((m_settings.alarm - 1) * m_leastSpread), most) : 0;
}

void Ddm::reset() { *this = Ddm(m_settings); }

QJsonObject Ddm::stateJson() const
{
    return {{QStringLiteral("count"), m_count}, {QStringLiteral("errors"), m_errors}, {QStringLiteral("leastRate"), m_leastRate},
            {QStringLiteral("leastSpread"), m_leastSpread}, {QStringLiteral("leastErrors"), m_leastErrors}, {QStringLiteral("warned"), m_warned}, {QStringLiteral("state"), int(m_state)}};
}

Result<void> Ddm::restore(const QJsonObject &state)
{
    StateFields fields(state, StateFields::Keys::Required);
    Ddm read(m_settings);
    int said = 0;
    fields.count("count", read.m_count);
    fields.count("errors", read.m_errors);
    fields.number("leastRate", read.m_leastRate, 0, 1);
    fields.number("leastSpread", read.m_leastSpread, 0, 1);
    fields.count("leastErrors", read.m_leastErrors);
    fields.count("warned", read.m_warned);
    fields.integer("state", said, 0, int(DriftState::Drift));
    if (const Result<void> outcome = fields.outcome(); !outcome)
        return outcome;
    read.m_state = DriftState(said);
    *this = read;
    return {};
}

} // namespace foretrail
