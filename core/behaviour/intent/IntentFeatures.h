#pragma once

#include "core/behaviour/intent/IntentExamples.h"
#include "core/behaviour/intent/LogisticRegression.h"

namespace foretrail {

/// How a feature is told to people.
enum class IntentScale {
    Log,   ///< ln(1 + what is shown)
    Count, ///< the same of a sum that fades, shown as a whole number
    Flag,  ///< 0 or 1
    Plain
};

struct IntentFeature {
    QString name;  ///< "cart_day": as in files, for good
    QString label; ///< "put into the cart in the last days", in the language of the time
    IntentScale scale = IntentScale::Log;
    QString group{};      ///< features of one subject, which are told as one reason: "cart"
    bool ofVisit = false; ///< of the running session: asked about sessions alone
};

/// All that a model may see of an example, in the order of the values. Sums over events that fade by half each day or so are of
/// events before the moment; nothing is of the finished session or the finished horizon.
const QList<IntentFeature> &intentFeatures();
size_t intentFeatureCount();
size_t featureAt(const char *name); ///< the place of one that is there

/// Values of the features of one example. `events`: of its user, oldest first; those from example.events on are not looked at.
std::vector<double> featuresOf(std::span<const ShopperEvent> events, const IntentExample &example, LogCalendar &calendar);

/// Fewer rows where `job` was stopped meanwhile: the caller looks.
FeatureRows featureRows(const ShopperLog &log, const std::vector<IntentExample> &examples, const JobContext &job = {});

/// Which features a task may use: without those of the visit for users as a whole.
std::vector<bool> usedFeatures(IntentTask task);

} // namespace foretrail
