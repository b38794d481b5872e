#pragma once

#include "core/evaluation/AdaptiveLevel.h"
#include "core/models/Forecaster.h"

#include <QList>

namespace foretrail {

/// The bands of one model through the folds of one series, each step ahead asked for at the level that the folds before it earned
/// (AdaptiveLevel). A fold counts for a step once that step was observed before the origin that asks.
class AdaptiveBands {
public:
    /// `stride`: steps between origins.
    AdaptiveBands(const QList<double> &promised, int horizon, int stride);

    /// The levels to ask a forecast of the next fold for, ascending, each once.
    QList<double> asked() const;
    /// Of a forecast with bands at asked(): under each promised level, step by step, the band of the level that is asked for there.
    Forecast promised(Forecast forecast) const;
    /// What came true of the fold; missing values say nothing. The next fold asks after it.
    void tell(const Forecast &promised, Values actual);

private:
    struct Outcome {
        bool isKnown = false;
        bool isMissed = false;
    };
    /// One promised level at one step ahead.
    struct Place {
        AdaptiveLevel level;
        std::vector<Outcome> folds; ///< oldest first
        size_t told = 0;            ///< of them, to `level`
    };

    /// What is asked for in place of the i-th promised level: no less than in place of a lower one, so that bands lie within each other.
    double levelAt(size_t i, size_t step) const;

    const int m_stride;
    const size_t m_horizon;
    QList<double> m_promised;
    std::vector<std::vector<Place>> m_places; ///< by promised level and step
};

} // namespace foretrail
