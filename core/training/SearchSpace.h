#pragma once

#include "core/training/TrainingSpec.h"

#include <QJsonArray>

namespace foretrail {

/// How the values of one setting are drawn.
struct SearchField {
    QString path;             ///< in the JSON of a spec: "learningRate"
    bool isOn = true;         ///< off: the setting stays as it is
    bool isWhole = false;     ///< numbers without a fraction
    bool isLogarithmic = false; ///< as many draws from 0.001 to 0.01 as from 0.01 to 0.1
    double from = 0, to = 0;  ///< numbers, both ends among them; unused where there are choices
    QJsonArray choices;       ///< values, each as likely as the others
    bool operator==(const SearchField &) const = default;
};

/// The settings that a search varies. A value.
struct SearchSpace {
    QList<SearchField> fields;

    /// What suits a network at first: rate, units, layers, lookback, dropout, batch and loss; other settings are there but off.
    static SearchSpace usual(const TrainingSpec &start);
    /// {"learningRate": {"from": 0.0003, "to": 0.03, "scale": "log"}, "loss": ["mse", "mae"]}: those that are on.
    QJsonObject toJson() const;
    /// InvalidInput names the setting and what is allowed.
    static Result<SearchSpace> fromJson(const QJsonObject &json);
    static Result<SearchSpace> fromFile(const QString &path);
    /// That something is varied, and that both ends and each choice give settings that may be trained; a message begins with the
    /// path of the setting it is about.
    Result<void> check(const TrainingSpec &start) const;
    /// The settings of trial 1, 2, ...: they follow from the seed, the number and the field alone. The values of one setting do not
    /// depend on which others are varied.
    Result<TrainingSpec> drawn(const TrainingSpec &start, quint64 seed, int trial) const;
    bool operator==(const SearchSpace &) const = default;
};

} // namespace foretrail
