#pragma once

#include "core/data/figures/UserFigures.h"

#include <QJsonObject>
#include <QStringList>

#include <array>

namespace foretrail {

/// The names that recency and frequency give: every cell of the 5 x 5 grid has exactly one.
enum class RfmName { None, Champions, Loyal, Potential, New, Promising, Attention, Sleeping, AtRisk, CannotLose, Hibernating, Lost };
inline constexpr int rfmNames = 11; ///< without None

/// Of scores from 1 to 5, 5 the best; None where a score is 0.
RfmName rfmNameOf(int recency, int frequency);
QString rfmKey(RfmName name);   ///< "champions", as rules and the command line say it; empty for None
QString rfmTitle(RfmName name); ///< for people, in words that no state of the lifecycle has
QString rfmWords(RfmName name, bool isByVisits = false); ///< what it means, with the scores that make it
RfmName rfmNameFromKey(const QString &key); ///< None for any other word

/// The four values between the five scores of a figure: up to and with the first is the first fifth, and so on.
using RfmCuts = std::array<double, 4>;

/// Quintiles of values in ascending order, inverse of the empirical distribution: the value at the place ceil(n k / 5).
RfmCuts quintileCuts(std::vector<double> values);

/// Recency, frequency and value of all users as scores from 1 to 5 (5 best). Users with equal figures have equal scores. Where so many
/// bought equally often that two cuts of the frequency would be one, fixed cuts stand in place of the quintiles.
struct RfmTable {
    struct Scores { quint8 r = 0, f = 0, m = 0; }; ///< 0: not scored
    std::vector<Scores> users; ///< by the id of the user
    RfmCuts recency{}, frequency{}, money{}; ///< days since; orders; net value
    bool isFrequencyFixed = false;
    bool isByVisits = false; ///< without purchases: last visit, sessions, events
    bool isMoneyPieces = false; ///< without amounts: rows bought in place of value
    qint64 scored = 0;

    RfmName nameOf(qint64 user) const;
    bool isEmpty() const { return scored == 0; }
    QString cutWords() const; ///< the cut points in words, for people; why there are none
    QJsonObject toJson() const;
};
RfmTable rfmOf(const ShopFigures &figures);

} // namespace foretrail
