#pragma once

#include "core/behaviour/intent/IntentModel.h"
#include "core/behaviour/intent/ProbabilityScores.h"
#include "core/data/Questions.h"

namespace foretrail {

struct IntentRequest {
    IntentTask task = IntentTask::Purchase;
    int horizonDays = 0;               ///< 0: chosen from the log
    std::optional<UtcMs> testSince;    ///< learn from what was known then, and judge by what came behind
    QString model = QStringLiteral("auto"); ///< rate, recency, purchases, logistic, gru, lstm or auto
    quint64 seed = 1;
    bool tellsReasons = false;         ///< of each case that is asked
    bool triesLstm = true;             ///< of "auto": beside the GRU
};

struct IntentEvaluation {
    QString model;
    ProbabilityScores scores;
};

/// What was learnt, what it says of each user (of their last session), and how good that is.
struct IntentReport {
    IntentModel model;
    UtcMs end = 0;                     ///< what came from then on was not known
    std::vector<IntentExample> asked;
    std::vector<UserId> users;         ///< of those
    std::vector<double> probabilities;
    QStringList reasons;               ///< of each, in words: what speaks for it and what against it; empty where none were asked for
    QList<IntentEvaluation> validation; ///< on the held back part that chose and calibrated
    QList<IntentEvaluation> test;       ///< behind testSince; empty without
    qint64 training = 0;               ///< cases that were learnt from
    qint64 trainingPositives = 0;
    int cutOffs = 0;
    qint64 robots = 0;                 ///< users who are neither learnt from nor asked about
    QStringList notes;

    QJsonObject toJson() const;
};

/// In words, where a simpler model told the test better than the one that was taken, by log loss; empty otherwise.
QString simplerWasBetter(const IntentModel &model, const QList<IntentEvaluation> &test);

/// Learns from a log and asks. NotFound without what is asked for (no purchase), TooShort, InvalidInput, Cancelled, with words that say
/// what is missing and what works all the same.
Result<IntentReport> learnIntent(const ShopperLog &log, const IntentRequest &request, JobContext &job);

/// Reads the log and learns; with a test of users also what the model of buyers (P(alive)) says of them.
Result<IntentReport> analyseIntent(ShopData &data, const IntentRequest &request, JobContext &job);

/// The horizon of a log with so many days: 7 where it has 21 or more, 3 from 9 on, else 1.
int usualIntentHorizon(qint64 days);
/// The end of what a log knows: the end of its last day, or the last event where the day is not over.
UtcMs endOfLog(const ShopperLog &log);

/// The regression is taken before one simple figure, and a network before both, where it lowers the log loss of the validation by this share
/// at least, and by more than the standard error of the difference.
inline constexpr double leastIntentGain = 0.01;

} // namespace foretrail
