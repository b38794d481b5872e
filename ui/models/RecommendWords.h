#pragma once

#include "core/behaviour/recommend/Audience.h"
#include "core/behaviour/recommend/RecommendEvaluation.h"

namespace foretrail {

/// "Blue vase", or the key where an item has no name.
QString itemText(const QString &key, const QString &name);
/// Why an item stands on the list: "since Blue vase 45 %, Lamp 20 %".
QString whyText(const RecommendedItem &item);
/// What would take it off the list: "without Blue vase"; a dash where nothing alone would.
QString removedText(const RecommendedItem &item);
/// A line for each reason, with what was done and when; `zone` is that of the data.
QString reasonDetails(const RecommendedItem &item, bool hasClock, const QString &zone);
/// "bought Lamp (3 Oct 2011), looked at Vase (2 Oct 2011)": the last steps, the latest first.
QString historyText(const Recommendations &list, const QString &zone, int most);
/// What a model of next items is, in a few words.
QString recommenderTitle(const QString &model);
/// "first 1 %", "1 to 5 %", "no score".
QString bandText(const ResponseBand &band);
QString percentText(double share);
/// "combination: 52 of 100 next items are on a list of 20, popularity: 9."
QString testSentence(const RecommendReport &report);

} // namespace foretrail
