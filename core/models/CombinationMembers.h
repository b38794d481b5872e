#pragma once

#include "core/models/Forecaster.h"

#include <QStringList>

namespace foretrail {

/// One model of a combination.
struct CombinationMember {
    QString model;  ///< as in the registry
    int season = 0; ///< it works with; 0: the spec's
    QString label() const; ///< "ar-seasonal", "ar-seasonal 168"
    bool operator==(const CombinationMember &) const = default;
};

/// What a series is, and so which models are tried on it.
struct Candidates {
    std::vector<CombinationMember> members; ///< at least one
    Loss loss = Loss::Mae; ///< they are judged by: Mse where demand is seldom, for its median is zero
    QString reason;        ///< one sentence, translated
};

/// The models worth trying on `train` to forecast `horizon` steps, by its length, step, seasons, and how seldom its demand is.
Candidates candidatesFor(const Series &train, const ModelSpec &spec, int horizon);

/// nullptr: no such model can be a member.
std::unique_ptr<Forecaster> makeMember(const CombinationMember &member, const ModelSpec &spec);
QStringList possibleMembers();

} // namespace foretrail
