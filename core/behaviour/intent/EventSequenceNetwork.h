#pragma once

#include "core/behaviour/intent/IntentExamples.h"
#include "core/behaviour/intent/LogisticRegression.h"
#include "core/behaviour/recommend/ItemNetwork.h"

namespace foretrail {

/// What a network is shown of an example: the events that were known, and its features, standardised.
struct SequenceCase {
    std::span<const ShopperEvent> events;
    UtcMs moment = 0;
    WallMs zoneOffset = 0;       ///< what the calendar of the log is ahead of UTC at the moment
    std::vector<float> features;
    bool happened = false;
};

struct EventNetworkSettings {
    ItemCell cell = ItemCell::Gru;
    int units = 16;
    int longest = 64;     ///< events that it looks at, the latest
    int epochs = 20;
    int patience = 4;     ///< epochs without a better validation before it stops
    int batch = 128;
    double rate = 2e-3;
    double decay = 1e-3;  ///< of all weights, a step
    float dropout = 0.2F;
    quint64 seed = 1;
};

/// A recurrent network over what a user did: the kind of each event and one of 16 groups of categories (by hash), which its first
/// weights turn into vectors; how long ago it was and how long after the event before it, whether the thing was met before, the time
/// of the day and the amount. A linear head sees the last state and the features of the logistic regression that it begins from: at
/// first it says what that says, and it learns what the order of events adds.
class EventSequenceNetwork {
public:
    EventSequenceNetwork() = default;
    EventSequenceNetwork(const EventNetworkSettings &settings, const LogisticRegression &start);

    /// Trains until the validation gets no better and keeps the best epoch; without a validation all epochs, and the last is kept.
    /// Adam on batches of similar length; the same seed gives the same network. Unsupported without OpenBLAS; Cancelled; Diverged.
    Result<void> train(const std::vector<SequenceCase> &training, const std::vector<SequenceCase> &validation, JobContext &job);

    std::vector<double> probabilities(const std::vector<SequenceCase> &cases) const;
    /// Mean log loss, and its gradient by all weights: without dropout, all cases at once.
    double differentiate(const std::vector<SequenceCase> &cases, std::vector<float> &gradient) const;

    std::vector<float> &weights() { return m_weights; }
    int bestEpoch() const { return m_bestEpoch; } ///< 0: the order of events added nothing
    const EventNetworkSettings &settings() const { return m_settings; }
    bool isEmpty() const { return m_weights.empty(); }
    QJsonObject toJson() const;
    static Result<EventSequenceNetwork> fromJson(const QJsonObject &json);

    static constexpr int categoryGroups = 16;
    static constexpr int stepInputs = 14 + categoryGroups;

private:
    EventNetworkSettings m_settings;
    int m_features = 0;
    int m_bestEpoch = 0;
    std::vector<float> m_weights;
};

} // namespace foretrail
