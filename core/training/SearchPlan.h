#pragma once

#include "core/training/SearchSpace.h"

namespace foretrail {

enum class SearchMethod { Random, Halving };
QString searchMethodName(SearchMethod method); ///< "random", "halving"
Result<SearchMethod> searchMethodFromName(const QString &name);

/// A search for better settings, complete: where it is limited by trials alone, the same plan, data and program give the same trials
/// and the same best one anywhere. A value.
struct SearchPlan {
    QString name = QStringLiteral("search"); ///< of the search in the runs table
    SearchMethod method = SearchMethod::Halving;
    int trials = 9;       ///< settings that are drawn; 0: as many as the minutes allow
    double minutes = 0;   ///< of training, those before a stop counted too; 0: no limit
    quint64 seed = 1;     ///< of the draws; trainings have the seed of `start`
    SearchSpace space;
    TrainingSpec start;   ///< of the settings that are not varied, with a question that one series answers; trial 0 as it is

    /// {"name", "method", "trials", "minutes", "seed", "space": {}, "start": {}}
    QJsonObject toJson() const;
    static Result<SearchPlan> fromJson(const QJsonObject &json);
    /// InvalidInput names what is wrong, in the space by the path of the setting. Unsupported for models that do not learn in
    /// epochs by themselves.
    Result<void> check() const;
    /// Whether its trials are those of the other, as far as both go: everything but the limits is the same.
    bool isSameSearch(const SearchPlan &other) const;
    bool operator==(const SearchPlan &) const = default;
};

/// Of successive halving (Jamieson and Talwalkar 2016): `settings` of them learn for `epochs`, then the best go on.
struct SearchRung {
    int settings = 1;
    int epochs = 1;
    bool operator==(const SearchRung &) const = default;
};

/// How many go on of three: one.
inline constexpr int halvingFactor = 3;
/// The rungs for so many settings, the last with all `epochs`; those before have a third of the epochs of the next.
QList<SearchRung> halvingRungs(int settings, int epochs);

} // namespace foretrail
