#pragma once

#include "core/preparation/StepInfo.h"

#include <QJsonObject>

namespace foretrail {

/// A step as a recipe keeps it.
struct RecipeStep {
    QString kind;           ///< of StepRegistry
    bool isOn = true;
    QJsonObject parameters; ///< only what differs from the initial values need stand here
    bool operator==(const RecipeStep &) const = default;
};

/// How a series becomes what a model sees: steps in their order. A value; the same recipe gives the same numbers anywhere.
struct Recipe {
    QString name;
    QList<RecipeStep> steps;

    bool isEmpty() const { return steps.isEmpty(); }
    /// {"format": 1, "name": ..., "steps": [{"step": kind, "on": true, parameters ...}]}; the schema stands in resources/help.
    QJsonObject toJson() const;
    /// Unknown steps and keys, wrong types and values out of range are errors that name step, key and what is allowed.
    static Result<Recipe> fromJson(const QJsonObject &json);
    static Result<Recipe> fromFile(const QString &path);
    Result<void> writeTo(const QString &path) const;
    /// What is wrong with the steps that are on, whatever the series: parameters, order, steps that may stand only once.
    QList<StepProblem> problems() const;
    /// A short text that differs where the steps that are on, or their parameters, differ. The name does not count.
    QString fingerprint() const;
    /// The last step of this kind that is on; nullptr: none.
    const RecipeStep *find(const QString &kind) const;
    bool operator==(const Recipe &) const = default;
};

} // namespace foretrail
