#include "core/drift/Adwin.h"

#include "core/drift/StateFields.h"
#include "core/series/Series.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

QJsonObject AdwinSettings::toJson() const
{
    return {{QStringLiteral("delta"), delta}, {QStringLiteral("perSize"), perSize}, {QStringLiteral("fewest"), fewest}, {QStringLiteral("warning"), warning}};
}

Result<AdwinSettings> AdwinSettings::fromJson(const QJsonObject &json)
{
    AdwinSettings settings;
    StateFields fields(json, StateFields::Keys::Optional);
    fields.number("delta", settings.delta, 1e-12, 0.5);
    fields.integer("perSize", settings.perSize, 2, 1000);
    fields.integer("fewest", settings.fewest, 2);
    fields.number("warning", settings.warning, 0, 1);
    return fields.outcome().map([&] { return settings; });
}

/// Chan, Golub & LeVeque (1979).
void Adwin::Bucket::take(const Bucket &other)
{
    const double both = double(count + other.count), apart = other.mean - mean;
    squares += other.squares + apart * apart * double(count) * double(other.count) / both;
    mean += apart * double(other.count) / both;
    count += other.count;
}

void Adwin::insert(double value)
{
    m_buckets.push_back({1, value, 0});
    size_t end = m_buckets.size(); // of the buckets of one size
    while (end > 0) {
        size_t first = end;
        while (first > 0 && m_buckets[first - 1].count == m_buckets[end - 1].count)
            --first;
        if (end - first <= size_t(m_settings.perSize))
            return;
        m_buckets[first].take(m_buckets[first + 1]);
        m_buckets.erase(m_buckets.begin() + std::ptrdiff_t(first) + 1);
        end = first + 1;
    }
}

Adwin::Bucket Adwin::whole() const
{
    Bucket all;
    for (const Bucket &bucket : m_buckets)
        all.take(bucket);
    return all;
}

Adwin::Cut Adwin::widestCut() const
{
    const Bucket all = whole();
    const double n = double(all.count), confidence = std::log(2 * std::log(n) / m_settings.delta);
    Cut widest;
    Bucket before;
    for (const Bucket &bucket : m_buckets) {
        before.take(bucket);
        const double n0 = double(before.count), n1 = n - n0;
        if (n0 < m_settings.fewest || n1 < m_settings.fewest)
            continue;
        const double mean1 = (all.mean * n - before.mean * n0) / n1, inverse = 1 / n0 + 1 / n1;
        const double alarming = std::sqrt(2 * inverse * all.squares / n * confidence) + 2 * inverse / 3 * confidence;
        if (const double ratio = std::abs(before.mean - mean1) / alarming; ratio > widest.ratio)
            widest = {ratio, all.count - before.count};
    }
    return widest;
}

DriftState Adwin::add(double value)
{
    if (!std::isfinite(value))
        return m_state;
    insert(std::clamp(value, 0.0, 1.0));
    if (size() < 2 * m_settings.fewest)
        return m_state = DriftState::Learning;
    const Cut widest = widestCut();
    m_score = std::min(widest.ratio, 1.0);
    m_state = widest.ratio >= 1 ? DriftState::Drift : widest.ratio >= m_settings.warning ? DriftState::Warning : DriftState::Stable;
    m_since = m_state == DriftState::Stable ? 0 : widest.behind;
    if (m_state != DriftState::Drift)
        return m_state;
    while (size() >= 2 * m_settings.fewest && widestCut().ratio >= 1)
        m_buckets.erase(m_buckets.begin());
    m_since = size();
    return m_state;
}

void Adwin::reset() { *this = Adwin(m_settings); }

qint64 Adwin::size() const
{
    qint64 count = 0;
    for (const Bucket &bucket : m_buckets)
        count += bucket.count;
    return count;
}

double Adwin::mean() const { return m_buckets.empty() ? missing : whole().mean; }

QJsonObject Adwin::stateJson() const
{
    std::vector<double> numbers;
    for (const Bucket &bucket : m_buckets)
        numbers.insert(numbers.end(), {double(bucket.count), bucket.mean, bucket.squares});
    return {{QStringLiteral("buckets"), jsonNumbers(numbers)}, {QStringLiteral("score"), m_score}, {QStringLiteral("since"), m_since},
            {QStringLiteral("state"), int(m_state)}};
}

Result<void> Adwin::restore(const QJsonObject &state)
{
    StateFields fields(state, StateFields::Keys::Required);
    Adwin read(m_settings);
    std::vector<double> numbers;
    int said = 0;
    fields.numbers("buckets", numbers);
    fields.number("score", read.m_score, 0, 1);
    fields.count("since", read.m_since);
    fields.integer("state", said, 0, int(DriftState::Drift));
    for (size_t i = 0; i + 2 < numbers.size(); i += 3) {
        read.m_buckets.push_back({qint64(numbers[i]), numbers[i + 1], numbers[i + 2]});
        if (!(numbers[i] >= 1) || !(numbers[i + 2] >= 0))
            fields.refuse("buckets", QString::number(numbers[i]));
    }
    if (const Result<void> outcome = fields.outcome(); !outcome)
        return outcome;
    read.m_state = DriftState(said);
    *this = read;
    return {};
}

} // namespace foretrail
