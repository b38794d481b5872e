#pragma once

#include "core/base/Result.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <limits>

namespace foretrail {

/// The shelf that a step stands on: its place in the menu and on the page.
enum class StepGroup { Cleaning, Alignment, Transform, Feature, Window };

/// How a parameter is written and edited.
enum class ParameterType {
    Whole,    ///< a whole number
    Number,
    Choice,   ///< one of ParameterInfo::choices, by its name
    Choices,  ///< several of them: an array of names
    Flag,
    Text,
    Wholes,   ///< an array of whole numbers: lags, season lengths
    Dates,    ///< an array of "2011-12-25" and "2011-12-24/2011-12-26 Christmas": see NamedDays
    Columns   ///< an array of objects {measure, by, series, name, knownAhead}: other series that join
};

struct ParameterChoice {
    QString name;  ///< in JSON
    QString title; ///< translated
    QString note{}; ///< translated: what a person should know who chooses it; mostly empty
};

/// One setting of a step: what a form, a reader and the documentation need to know.
struct ParameterInfo {
    QString name;        ///< the key in JSON
    QString title;       ///< translated, like the two below
    QString explanation; ///< one sentence
    ParameterType type = ParameterType::Number;
    QJsonValue initial;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    QString special{};   ///< what `low` means where it is a word: "automatic"
    QList<ParameterChoice> choices{};
    QString shownWith{};      ///< shown only while this other parameter ...
    QStringList shownFor{};   ///< ... has one of these values ("true" for a flag)
};

/// A kind of step, without parameters of its own: a line of the registry.
struct StepInfo {
    QString kind;        ///< in JSON: "missing"
    StepGroup group = StepGroup::Cleaning;
    QString title;       ///< translated
    QString explanation; ///< one or two sentences: what it does and when it helps
    QList<ParameterInfo> parameters;
    bool hasInverse = false; ///< forecasts return through it to the original scale
    bool isUnique = false;   ///< at most one in a recipe

    const ParameterInfo *parameter(const QString &name) const;
};

/// What is wrong with a step, and where it is to be shown.
struct StepProblem {
    int step = -1;     ///< place in the recipe, from 0; -1: the recipe as a whole
    QString parameter; ///< empty: the step as a whole
    QString message;
    bool operator==(const StepProblem &) const = default;
};

/// Checks names, types, ranges and choices; the first problem first. `step` is copied into each.
QList<StepProblem> checkParameters(const StepInfo &info, const QJsonObject &parameters, int step);

/// Reads checked parameters with their initial values in place.
class StepParameters {
public:
    StepParameters(const StepInfo &info, const QJsonObject &parameters) : m_info(info), m_parameters(parameters) {}
    int whole(const char *name) const;
    double number(const char *name) const;
    QString text(const char *name) const; ///< also the name of a choice
    bool flag(const char *name) const;
    std::vector<int> wholes(const char *name) const;
    QStringList texts(const char *name) const; ///< of dates and choices
    QList<QJsonObject> objects(const char *name) const;

private:
    QJsonValue value(const char *name) const;
    const StepInfo &m_info;
    const QJsonObject m_parameters;
};

} // namespace foretrail
