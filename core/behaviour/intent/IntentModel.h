#pragma once

#include "core/behaviour/intent/Calibration.h"
#include "core/behaviour/intent/EventSequenceNetwork.h"
#include "core/behaviour/intent/IntentFeatures.h"

#include <optional>

namespace foretrail {

/// What was learnt: the share of all cases, a calibrated logistic regression (on one simple figure, where that was chosen) and, where one
/// was trained, a calibrated network. A value.
struct IntentModel {
    IntentQuestion question;
    QString chosen;          ///< "rate", "recency", "purchases", "logistic", "gru" or "lstm": what probabilities come from
    double rate = 0;         ///< share of the cases that it was learnt from
    LogisticRegression logistic; ///< no width: there was too little for more than the share
    Calibration logisticCalibration;
    std::optional<EventSequenceNetwork> network;
    Calibration networkCalibration;
    QString timeZone;

    QJsonObject toJson() const;
    static Result<IntentModel> fromJson(const QJsonObject &json);
};

/// "Logistic regression": what a model is called on screen.
QString intentModelWords(const QString &name, const IntentQuestion &question);

/// How an example looks to the network.
SequenceCase sequenceCase(std::span<const ShopperEvent> events, const IntentExample &example, const LogisticRegression &scale,
                          std::span<const double> features, LogCalendar &calendar);

/// By the model that was chosen.
std::vector<double> intentProbabilities(const IntentModel &model, const ShopperLog &log, const std::vector<IntentExample> &examples);
/// The same by the model of this name.
std::vector<double> probabilitiesBy(const QString &name, const IntentModel &model, const ShopperLog &log, const std::vector<IntentExample> &examples,
                                    const FeatureRows &rows);

} // namespace foretrail
