#include "core/drift/PageHinkley.h"

#include "core/drift/StateFields.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

QJsonObject PageHinkleySettings::toJson() const
{
    return {{QStringLiteral("delta"), delta}, {QStringLiteral("lambda"), lambda}, {QStringLiteral("forgetting"), forgetting},
            {QStringLiteral("fewest"), fewest}, {QStringLiteral("warning"), warning}, {QStringLiteral("lag"), lag}};
}

Result<PageHinkleySettings> PageHinkleySettings::fromJson(const QJsonObject &json)
{
    PageHinkleySettings settings;
    StateFields fields(json, StateFields::Keys::Optional);
    fields.number("delta", settings.delta, 0, 1e9);
    fields.number("lambda", settings.lambda, 1e-9, 1e12);
    fields.number("forgetting", settings.forgetting, 0.5, 1);
    fields.integer("fewest", settings.fewest, 1);
    fields.number("warning", settings.warning, 0, 1);
    fields.integer("lag", settings.lag, 0, 1000);
    return fields.outcome().map([&] { return settings; });
}

void PageHinkley::follow(Side &side, double step)
{
    side.sum = m_settings.forgetting * side.sum + step - m_settings.delta;
    if (side.sum >= side.least)
        return;
    side.least = side.sum;
    side.lowest = m_count;
}

DriftState PageHinkley::judged() const
{
    if (m_count < m_settings.fewest)
        return DriftState::Learning;
    const double excess = farther().excess();
    if (excess > m_settings.lambda)
        return DriftState::Drift;
    return excess > m_settings.warning * m_settings.lambda ? DriftState::Warning : DriftState::Stable;
}

void PageHinkley::takeIntoMean(double value)
{
    m_waiting.push_back(value);
    if (m_waiting.size() <= size_t(m_settings.lag))
        return;
    m_mean += (m_waiting.front() - m_mean) / double(m_count - m_settings.lag);
    m_waiting.erase(m_waiting.begin());
}

DriftState PageHinkley::add(double value)
{
    if (!std::isfinite(value))
        return m_state;
    if (m_state == DriftState::Drift)
        reset();
    ++m_count;
    takeIntoMean(value);
    if (m_count > m_settings.lag) {
        follow(m_rise, value - m_mean);
        follow(m_fall, m_mean - value);
    }
    m_state = judged();
    return m_state;
}

bool PageHinkley::isRise() const { return m_rise.excess() >= m_fall.excess(); }

double PageHinkley::score() const
{
    return m_state == DriftState::Learning ? 0 : std::clamp(farther().excess() / m_settings.lambda, 0.0, 1.0);
}

qint64 PageHinkley::sinceChange() const { return m_state >= DriftState::Warning ? m_count - farther().lowest : 0; }

void PageHinkley::reset() { *this = PageHinkley(m_settings); }

QJsonObject PageHinkley::stateJson() const
{
    const auto side = [](const Side &one) { return jsonNumbers({one.sum, one.least, double(one.lowest)}); };
    return {{QStringLiteral("count"), m_count}, {QStringLiteral("mean"), m_mean}, {QStringLiteral("waiting"), jsonNumbers(m_waiting)}, {QStringLiteral("rise"), side(m_rise)},
            {QStringLiteral("fall"), side(m_fall)}, {QStringLiteral("state"), int(m_state)}};
}

Result<void> PageHinkley::restore(const QJsonObject &state)
{
    StateFields fields(state, StateFields::Keys::Required);
    PageHinkley read(m_settings);
    int said = 0;
    const auto side = [&fields](const char *key, Side &one) {
        std::vector<double> numbers;
        fields.numbers(key, numbers);
        if (numbers.size() == 3)
            one = {numbers[0], numbers[1], qint64(numbers[2])};
        else
            fields.refuse(key, QStringLiteral("3 != %1").arg(numbers.size()));
    };
    fields.count("count", read.m_count);
    fields.number("mean", read.m_mean);
    fields.numbers("waiting", read.m_waiting);
    side("rise", read.m_rise);
    side("fall", read.m_fall);
    fields.integer("state", said, 0, int(DriftState::Drift));
    if (qint64(read.m_waiting.size()) != std::min(read.m_count, qint64(m_settings.lag)))
        fields.refuse("waiting", QString::number(read.m_waiting.size()));
    if (const Result<void> outcome = fields.outcome(); !outcome)
        return outcome;
    read.m_state = DriftState(said);
    *this = read;
    return {};
}

} // namespace foretrail
