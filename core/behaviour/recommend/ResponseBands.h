#pragma once

#include <QList>

#include <vector>

namespace foretrail {

/// The score of a user at a time, and whether they did it in the days behind.
struct ScoredResponse {
    double score = 0;
    bool hasResponded = false;
};

/// A share of n with its 95 % interval.
struct ShareEstimate {
    double share = 0;
    double low = 0;
    double high = 1;
};

/// Wilson's score interval of `hits` of `n` (Wilson 1927); 0 to 1 where n is 0.
ShareEstimate wilson(qint64 hits, qint64 n);

/// Users whose place in the order of scores lies in a part of it.
struct ResponseBand {
    double from = 0;      ///< share of the users with a score that stand before it
    double to = 0;        ///< the same of its end; from and to are 1 for those without a score
    qint64 users = 0;
    qint64 responses = 0;
    ShareEstimate rate;
};

/// Bands by place: the first hundredth, twentieth, tenth, fifth and so on of the users with a score above 0, behind them those
/// without. Users of one score are in one band. A band in which fewer responded than in the one behind it is joined with it, so
/// that rates never rise along the order (isotonic regression, Ayer et al. 1955); so is one with fewer than `leastUsers`.
/// `responses` in any order.
QList<ResponseBand> responseBands(std::vector<ScoredResponse> responses, qint64 leastUsers = 20);

/// The number of the band of each place in scores that descend, those above 0 first; those of equal score share a band.
std::vector<int> bandsOf(const std::vector<double> &descending, const QList<ResponseBand> &bands);

} // namespace foretrail
