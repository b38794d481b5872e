#pragma once

#include "core/behaviour/intent/NumbersJson.h"

#include <QJsonObject>

namespace foretrail {

/// What is known when it is decided which item a user sees. Logged with the decision, so that other policies can be asked later
/// what they would have done.
struct AdContext {
    std::vector<double> features; ///< of the user; the first is 1
    std::vector<double> scores;   ///< of each item for the user by a recommender, 0 or more; empty: none were made
    std::vector<bool> fits;       ///< of each rule of the campaign, whether it holds for the user

    QJsonObject toJson() const
    {
        QJsonObject json{{QStringLiteral("x"), numbersJson(features)}};
        if (!scores.empty())
            json.insert(QStringLiteral("scores"), numbersJson(scores));
        if (!fits.empty())
            json.insert(QStringLiteral("fits"), numbersJson(std::vector<int>(fits.begin(), fits.end())));
        return json;
    }
    static AdContext fromJson(const QJsonObject &json)
    {
        const std::vector<int> fits = numbersFrom<int>(json[QStringLiteral("fits")]);
        return {numbersFrom(json[QStringLiteral("x")]), numbersFrom(json[QStringLiteral("scores")]), {fits.begin(), fits.end()}};
    }
    bool operator==(const AdContext &) const = default;
};

} // namespace foretrail
