#pragma once

#include "core/training/ReadyModel.h"

#include <QJsonObject>

#include <cmath>
#include <optional>

namespace foretrail {

/// One change to what a model looks at: to a column beside the series, or to the values of the series itself. A value.
struct ScenarioChange {
    enum class How { Percent, Amount, Value };
    QString column;             ///< empty: the series itself
    std::optional<WallMs> from; ///< first step that is changed; none: from the first on. Of a series without a calendar the place, from 1
    std::optional<WallMs> to;   ///< last one, included; none: up to the last
    How how = How::Percent;
    double by = 0;              ///< added percent, added amount, or the value itself

    double applied(double value) const;
    bool holds(WallMs time) const { return (!from || time >= *from) && (!to || time <= *to); }
    QString text(const TimeAxis &axis) const; ///< "price −10 % from 2011-12-01 to 2011-12-24"
    QJsonObject toJson() const;
    static Result<ScenarioChange> fromJson(const QJsonObject &json);
    /// "column=price,from=2011-12-01,to=2011-12-24,by=-10%"; history=yes in place of a column, by=+5 adds, value=3 sets.
    static Result<ScenarioChange> fromText(const QString &text);
    /// As people type: "-10%" and "+5" move, "3" or "=3" is the value itself. Dates may be empty.
    static Result<ScenarioChange> fromWords(const QString &column, const QString &from, const QString &to, const QString &by);
    bool operator==(const ScenarioChange &) const = default;
};

/// Changes that belong together, under a name. Later ones are made on top of earlier ones.
struct Scenario {
    QString name;
    QList<ScenarioChange> changes;
    QJsonObject toJson() const; ///< without the name
    static Result<Scenario> fromJson(const QString &name, const QJsonObject &json);
    bool operator==(const Scenario &) const = default;
};

/// What a model looks at and what it forecasts from that.
struct ScenarioForecast {
    Series history;                     ///< in the unit of the data
    TimeAxis columnAxis;                ///< of the first value of each column
    std::vector<FeatureColumn> columns; ///< those that can be changed
    Forecast forecast;                  ///< in the unit of the data, within the limits
    double total() const;               ///< over the horizon
};

/// How one forecast differs from another of the same steps.
struct ScenarioDifference {
    double base = 0;
    double changed = 0;
    double total() const { return changed - base; }
    double percent() const { return base != 0 ? 100 * total() / std::abs(base) : missing; }
};
ScenarioDifference differenceOf(const ScenarioForecast &base, const ScenarioForecast &changed);
/// "+ 4.2 %, 1,310 GBP more in 28 steps"
QString differenceText(const ScenarioDifference &difference, const QString &unit, Step step, int horizon);

/// The forecast of the fitted model under changed inputs; nothing is learnt again. Values of the series are changed as the workspace has
/// them, before the recipe, which learns from what lies before the boundary as it did; columns as the recipe made them. Without a change
/// the bits are those of the forecast itself. NotFound for a column that is not there, InvalidInput where a change meets no step.
Result<ScenarioForecast> forecastUnder(const ModelData &data, const FittedForecast &fitted, const Scenario &scenario, JobContext &job);

} // namespace foretrail
