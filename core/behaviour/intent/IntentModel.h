#pragma once

#include "core/behaviour/intent/Calibration.h"
#include "core/behaviour/intent/EventSequenceNetwork.h"
#include "core/behaviour/intent/IntentFeatures.h"

#include <optional>

namespace foretrail {

/// What was learnt: the share of all cases, a calibrated logistic regression and, where one was trained, a calibrated network. A value.
struct IntentModel {
    IntentQuestion question;
    QString chosen;          ///< "rate", "logistic", "gru" or "lstm": what probabilities come from
    double rate = 0;         ///< share of the cases that it was learnt from
    LogisticRegression logistic; ///< no width: there was too little for more than the share
    Calibration logisticCalibration;
    std::optional<EventSequenceNetwork> network;
    Calibration networkCalibration;
    QString timeZone;

    QJsonObject toJson() const;
    static Result<IntentModel> fromJson(const QJsonObject &json);
};

/// How an example looks to the network.
SequenceCase sequenceCase(std::span<const ShopperEvent> events, const IntentExample &example, const LogisticRegression &scale,
                          std::span<const double> features, LogCalendar &calendar);

/// By the model that was chosen.
std::vector<double> intentProbabilities(const IntentModel &model, const ShopperLog &log, const std::vector<IntentExample> &examples);
/// The same by the model of this name.
std::vector<double> probabilitiesBy(const QString &name, const IntentModel &model, const ShopperLog &log, const std::vector<IntentExample> &examples,
                                    const FeatureRows &rows);

/// What moves a probability, against a case with mean features: all features of one subject, told by the one that says most.
struct IntentReason {
    QString name;    ///< of that feature
    QString text;    ///< "put things into the cart in the last day: 2"
    double odds = 0; ///< what the subject adds to the log odds by the regression
};
/// Those that say most, the strongest first; at most `most`, none without a regression.
std::vector<IntentReason> intentReasons(const IntentModel &model, std::span<const double> features, size_t most);

} // namespace foretrail
