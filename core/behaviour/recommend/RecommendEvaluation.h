#pragma once

#include "core/behaviour/recommend/NextItemCases.h"
#include "core/behaviour/recommend/RankingScores.h"

#include <QJsonObject>

namespace foretrail {

struct RecommendOptions {
    QStringList models;
    int k = 20;                 ///< figures are told for 5, 10, 20 and this
    bool leavesOutSeen = false; ///< items of the query are taken off the lists
    LearnOptions fit;
};

struct RecommenderScores {
    QString model;
    QList<RankingFigures> at;   ///< by length, ascending
    double fitSeconds = 0;
    double rankSeconds = 0;
    double rankProcessor = 0;   ///< seconds of all cores that the process took meanwhile: what a busy machine does not change
    QList<MemberWeight> weights;
    QString note;
    const RankingFigures &atK(int k) const;
};

struct RecommendReport {
    qint64 cases = 0;
    qint64 unseen = 0;            ///< steps that were no cases, since their item could not be learnt
    qint64 sequences = 0;         ///< learnt from
    qint64 steps = 0;
    RobotUsers robots;            ///< neither learnt from nor asked about
    QString way;                  ///< in words, how it was tested where nobody said how
    int k = 20;
    int threads = 1;
    QList<RecommenderScores> models; ///< popularity is always among them
    QString sentence() const;        ///< how the best one compares with popularity
    QStringList notes() const;       ///< what was left out, and what nobody chose
    QJsonObject toJson() const;
};

/// Fits each model on the training part of the cases and ranks all items in each case; ties count against the model. Numbers do not
/// depend on the workers. TooShort where there are no cases; NotFound for a model that is not there; Cancelled.
Result<RecommendReport> evaluateRecommenders(const NextItemCases &cases, const RecommendOptions &options, JobContext &job);

} // namespace foretrail
