#pragma once

#include "core/behaviour/intent/IntentExamples.h"
#include "core/behaviour/intent/LogisticRegression.h"

namespace foretrail {

/// How a feature is told to people.
enum class IntentScale {
    Count, ///< ln(1 + a whole number)
    Days,  ///< ln(1 + days), told as minutes, hours or days
    Minutes, ///< ln(1 + minutes), told in the same way
    Money, ///< ln(1 + an amount)
    Flag,  ///< 0 or 1
    Hidden ///< weighs, but is no fact that somebody could look up: shares that few days never make a certainty, ratios, hours as a circle
};

/// What a feature is about. Those of one subject say nearly the same, so they are told as one reason.
enum class IntentSubject { Visits, Recency, Frequency, Marks, Breadth, Session };

struct IntentFeature {
    QString name;  ///< "cart_day": as in files, for good
    QString label; ///< "last seen %1 ago", in the language of the time; empty where the scale is Hidden
    IntentScale scale = IntentScale::Count;
    IntentSubject subject = IntentSubject::Frequency;
    int direction = 1;    ///< 1: more of it can only speak for a purchase, -1: only against one, 0: either
    bool ofVisit = false; ///< of the running session: asked about sessions alone
};

/// All that a model may see of an example, in the order of the values. Nothing is of the finished session or the finished horizon.
const QList<IntentFeature> &intentFeatures();
size_t intentFeatureCount();
size_t featureAt(const char *name); ///< the place of one that is there

/// Values of the features of one example. `events`: of its user, oldest first; those from example.events on are not looked at.
std::vector<double> featuresOf(std::span<const ShopperEvent> events, const IntentExample &example, LogCalendar &calendar);

/// Fewer rows where `job` was stopped meanwhile: the caller looks.
FeatureRows featureRows(const ShopperLog &log, const std::vector<IntentExample> &examples, const JobContext &job = {});

/// Which features a task may use: without those of the visit for users as a whole.
std::vector<bool> usedFeatures(IntentTask task);
/// The signs that their weights may have: those of a purchase, turned round where staying away is asked about.
std::vector<int> featureDirections(IntentTask task);

} // namespace foretrail
