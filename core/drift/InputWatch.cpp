#include "core/drift/InputWatch.h"

#include "core/base/JsonNumber.h"
#include "core/base/NumberText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct InputWatchText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::InputWatch)
};

constexpr qint64 weekMs = 7 * dayMs;
constexpr qint64 mostBeforeMs = 28 * dayMs;
constexpr size_t daysKept = 430; ///< as far back as a monitor dates a change, and four weeks before

} // namespace

QString dailyInputName(DailyInput input)
{
    switch (input) {
    case DailyInput::Events: return QStringLiteral("events");
    case DailyInput::Users: return QStringLiteral("users");
    case DailyInput::PurchaseShare: return QStringLiteral("conversion");
    case DailyInput::PurchaseValue: return QStringLiteral("purchase-value");
    }
    return {};
}

QString InputChange::sentence() const
{
    const QString day = formatTime(changedAt, Step::Day);
    switch (input) {
    case DailyInput::Events: return InputWatchText::tr("Since %1 another number of events comes in a day: %2 on average, %3 before.").arg(day, plainNumber(since), plainNumber(before));
    case DailyInput::Users: return InputWatchText::tr("Since %1 another number of users is active in a day: %2 on average, %3 before.").arg(day, plainNumber(since), plainNumber(before));
    case DailyInput::PurchaseShare:
        return InputWatchText::tr("Since %1 another share of what users do are purchases: %2 % on average, %3 % before.").arg(day, plainNumber(100 * since), plainNumber(100 * before));
    case DailyInput::PurchaseValue: return InputWatchText::tr("Since %1 a purchase is worth another sum: %2 on average, %3 before.").arg(day, plainNumber(since), plainNumber(before));
    }
    return {};
}

QJsonObject InputChange::toJson() const
{
    return {{QStringLiteral("input"), dailyInputName(input)}, {QStringLiteral("date"), formatTime(changedAt, Step::Day)}, {QStringLiteral("found"), formatTime(foundAt, Step::Day)},
            {QStringLiteral("before"), jsonNumber(before)}, {QStringLiteral("since"), jsonNumber(since)}, {QStringLiteral("detector"), alert.detector},
            {QStringLiteral("score"), alert.score}, {QStringLiteral("sentence"), sentence()}};
}

InputWatch::InputWatch(const DriftSettings &settings) : m_monitors(dailyInputs.size(), DriftMonitor(settings)) {}

double InputWatch::weekBefore(WallMs day, size_t input) const
{
    const auto known = std::lower_bound(m_days.begin(), m_days.end(), day - weekMs, [](const Day &one, WallMs time) { return one.day < time; });
    return known != m_days.end() && known->day == day - weekMs ? known->values[input] : missing;
}

double InputWatch::meanOf(size_t input, WallMs from, WallMs until) const
{
    double sum = 0, count = 0;
    for (const Day &one : m_days)
        if (one.day >= from && one.day < until && std::isfinite(one.values[input])) {
            sum += one.values[input];
            ++count;
        }
    return count > 0 ? sum / count : missing;
}

std::vector<InputChange> InputWatch::add(WallMs day, const InputValues &values)
{
    m_days.push_back({day, values});
    m_steps.push_back(day);
    if (m_days.size() > daysKept)
        m_days.erase(m_days.begin());
    std::vector<InputChange> changes;
    for (size_t input = 0; input < dailyInputs.size(); ++input) {
        const std::optional<DriftAlert> alert = m_monitors[input].add(values[input] - weekBefore(day, input));
        if (!alert)
            continue;
        const WallMs changed = m_steps[size_t(alert->changedAt)];
        changes.push_back({dailyInputs[input], changed, day, meanOf(input, changed - mostBeforeMs, changed), meanOf(input, changed, day + dayMs), *alert});
    }
    return changes;
}

} // namespace foretrail
