#pragma once

#include "core/behaviour/intent/IntentLearning.h"

#include <QMap>

namespace foretrail {

/// The models that are tried, the best of them, and those that stand beside for comparison: how recent and how frequent a user is.
class IntentCandidates {
public:
    IntentCandidates(const ShopperLog &log, const IntentRequest &request, const IntentQuestion &question)
        : m_log(log), m_request(request) { m_model.question = question; m_model.timeZone = log.timeZone; }

    /// The share alone.
    Result<void> takeRate(const IntentSplit &split);
    /// Learns from the training, chooses and calibrates on the validation, then learns once more from both.
    Result<void> learn(const IntentSplit &split, JobContext &job);
    /// Model, validation and notes.
    void tell(IntentReport &report) const;
    QList<IntentEvaluation> judge(const ShopperLog &log, const std::vector<IntentExample> &examples, const FeatureRows &rows) const;

private:
    struct Part { ///< cases with their features
        std::vector<IntentExample> examples;
        FeatureRows rows;
        std::vector<bool> happened;
    };
    struct Baseline {
        QString name;
        std::vector<bool> use;
        LogisticRegression model;
    };
    struct Network {
        EventSequenceNetwork network;
        Calibration calibration;
        double loss = 0; ///< of the validation
    };
    Result<Part> partOf(const std::vector<IntentExample> &examples, JobContext &job) const;
    static Part joined(const Part &training, const Part &validation);
    std::vector<SequenceCase> casesOf(const Part &part, const LogisticRegression &scale) const;
    Result<void> learnBaselines(const Part &all, JobContext &job);
    Result<double> learnLogistic(const Part &training, const Part &validation, JobContext &job);
    Result<void> learnNetwork(ItemCell cell, const Part &training, const Part &validation, JobContext &job);
    void choose(double rateLoss, double logisticLoss);
    Result<void> learnAgain(const Part &all, JobContext &job);
    void judgeValidation(const Part &validation);

    const ShopperLog &m_log;
    IntentRequest m_request;
    IntentModel m_model;
    double m_ridge = 1;
    std::vector<Baseline> m_baselines;
    QMap<QString, Network> m_networks; ///< by name
    QList<IntentEvaluation> m_validation;
    QStringList m_notes;
};

} // namespace foretrail
