#pragma once

#include "core/base/Calendar.h"
#include "core/drift/DriftMonitor.h"

#include <QJsonObject>

namespace foretrail {

/// What comes into a shop in a day, whatever it means for forecasts.
enum class DailyInput { Events, Users, PurchaseShare, PurchaseValue };
constexpr std::array dailyInputs{DailyInput::Events, DailyInput::Users, DailyInput::PurchaseShare, DailyInput::PurchaseValue};
QString dailyInputName(DailyInput input); ///< "events", "users", "conversion", "purchase-value"

/// One value for each of dailyInputs; NaN: it cannot be told.
using InputValues = std::array<double, dailyInputs.size()>;

/// A change of one of them.
struct InputChange {
    DailyInput input = DailyInput::Events;
    WallMs changedAt = 0; ///< the first day that is another
    WallMs foundAt = 0;
    double before = missing, since = missing; ///< means of the days, at most four weeks of them before
    DriftAlert alert;     ///< of the differences to the same weekday a week before, counted in days
    QString sentence() const; ///< translated
    QJsonObject toJson() const; ///< input, date, found, before, since, detector, score, sentence
};

/// Tells when days stopped being like those of a week before, each input by a monitor of its own. A value; memory is a year of days.
class InputWatch {
public:
    explicit InputWatch(const DriftSettings &settings = {});
    /// The next day; those that are left out say nothing. Returns what changed.
    std::vector<InputChange> add(WallMs day, const InputValues &values);

private:
    struct Day {
        WallMs day = 0;
        InputValues values{};
    };
    double weekBefore(WallMs day, size_t input) const;
    double meanOf(size_t input, WallMs from, WallMs until) const;

    std::vector<Day> m_days; ///< the last ones
    std::vector<WallMs> m_steps; ///< of all days, by step of the monitors
    std::vector<DriftMonitor> m_monitors; ///< one an input
};

} // namespace foretrail
