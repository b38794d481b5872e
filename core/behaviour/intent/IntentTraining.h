#pragma once

#include "core/behaviour/intent/IntentLearning.h"
#include "core/behaviour/intent/IntentRegressions.h"
#include "core/behaviour/intent/LossGain.h"

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
    struct Network {
        EventSequenceNetwork network;
        Calibration calibration;
    };
    Result<IntentCases> casesOf(const std::vector<IntentExample> &examples, JobContext &job) const;
    static IntentCases joined(const IntentCases &training, const IntentCases &validation);
    std::vector<SequenceCase> sequencesOf(const IntentCases &cases) const;
    const IntentRegression &full() const { return m_regressions.back(); }
    Result<void> learnNetwork(ItemCell cell, const IntentCases &training, const IntentCases &validation, JobContext &job);
    Result<void> learnNetworks(const IntentCases &training, const IntentCases &validation, JobContext &job);
    double lossOf(const QString &name) const; ///< of the validation
    QString bestOf(const QStringList &names) const;
    LossGain gainOf(const QString &name, const QString &over, const IntentCases &validation) const;
    static QString gainText(const LossGain &gain);
    void choose(const IntentCases &validation);
    void chooseRegression(const IntentCases &validation);
    void chooseNetwork(const IntentCases &validation);
    Result<void> learnAgain(const IntentCases &all, JobContext &job);
    void judgeValidation(const IntentCases &validation);

    const ShopperLog &m_log;
    IntentRequest m_request;
    IntentModel m_model;
    std::vector<IntentRegression> m_regressions; ///< the simple ones first, the full one last
    QMap<QString, Network> m_networks; ///< by name
    QList<IntentEvaluation> m_validation;
    QMap<QString, std::vector<double>> m_said; ///< on the validation, by the name of the model
    QStringList m_notes;
};

} // namespace foretrail
