#pragma once

#include "core/base/Result.h"
#include "core/series/Series.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace foretrail {

/// Trainings in a row that together are one learning, and what is kept of them so that it can go on later: of each that came to its end
/// what it came to, of the one under way its state. Who goes on asks for the same trainings in the same order, and those that are done
/// are answered from here. As large as the weights of all of them, and a state.
class TrainingRow {
public:
    struct Done {
        int worth = 0;         ///< epochs that were worth it
        int told = 0;          ///< epochs of this and of all before
        double rate = missing; ///< that a person asked for; NaN: none
        double loss = missing; ///< the least on the validation part; NaN without one
        QByteArray weights;    ///< core/neural/interface/Weights.h
        bool isEnded = false;  ///< by a person, before its epochs or patience ran out
    };

    /// From what state() gave. Format where it is damaged or something else.
    Result<void> resume(const QByteArray &state);
    /// What the next training came to; nullptr: it is to be run and then added.
    const Done *next();
    void add(Done done);
    /// The state that the next training goes on from; empty: from the beginning.
    QByteArray takeUnderWay() { return std::exchange(m_underWay, {}); }
    /// The least loss on a validation part of those that are done; infinite without any.
    double leastLoss() const;
    QByteArray state(const QByteArray &underWay) const;

private:
    std::vector<Done> m_done;
    size_t m_next = 0;
    QByteArray m_underWay;
};

} // namespace foretrail
