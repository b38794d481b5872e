#pragma once

#include "core/neural/interface/TrainingRun.h"
#include "core/training/CrossFit.h"
#include "core/training/GlobalTeller.h"
#include "core/training/TrainingRow.h"

#include <algorithm>
#include <map>
#include <optional>

namespace foretrail {

/// How a GlobalNetwork comes about. Its trainings (GlobalTrainings.cpp) are a row that can be stopped and gone on with.
class GlobalLearning {
public:
    GlobalLearning(const GlobalNetwork::Request &request, JobContext &job) : m_request(request), m_job(job) {}
    Result<std::shared_ptr<const GlobalNetwork>> learn();

private:
    struct Tried {
        std::shared_ptr<GlobalNetwork> network;
        int epochs = 0;
        double error = 0; ///< geometric mean over series, against what a naive forecast misses
    };
    const GlobalSettings &global() const { return m_request.spec.global; }
    bool isCount() const { return global().loss == Loss::NegativeBinomial || global().loss == Loss::Tweedie; }
    Result<std::shared_ptr<GlobalNetwork>> prepared(bool takesSeason, int cut);
    Result<const CrossFit *> baseWithout(int cut);
    const std::vector<Beside> &beside() const { return m_request.beside ? *m_request.beside : m_nothingBeside; }
    std::vector<LevelSeries> levels(const GlobalNetwork &network, int cut) const;
    TrainingSettings settings(quint64 seed) const;
    Result<void> beginLinear(GlobalNetwork &network, const GlobalWindows &windows);
    /// The network takes on one more member. `isJudged`: its trainings do not learn from what the last values of each series are.
    Result<int> train(GlobalNetwork &network, const std::vector<LevelSeries> &series, const Windows *validation, quint64 seed, int epochs, bool isJudged);
    Result<void> follow(TrainingRun &run, const GlobalNetwork &network, bool isJudged, bool mayEndEarly);
    void endAfter(int epochs);
    int mostEpochs(int epochs) const { return m_mostEpochs > 0 ? std::min(epochs, m_mostEpochs) : epochs; }
    Result<int> takeDone(const GlobalNetwork &network, const TrainingRow::Done &done);
    Result<void> tellBefore(TrainingRun &run, const GlobalNetwork &network);
    Result<void> tellJudged(const GlobalNetwork &network, const EpochLosses &losses);
    Result<Tried> tried(bool takesSeason);
    Result<void> tryOtherSeeds(Tried &tried);
    std::vector<OriginWindows::Origin> ends(const GlobalNetwork &network, const std::vector<LevelSeries> &known) const;
    Result<void> judge(Tried &tried, const std::vector<LevelSeries> &known, const std::vector<OriginWindows::Origin> &origins);
    double shareWithSeason() const;
    EpochLosses told(EpochLosses losses, int before) const;

    const GlobalNetwork::Request &m_request;
    JobContext &m_job;
    const std::vector<Beside> m_nothingBeside;
    std::map<int, CrossFit> m_bases; ///< by the values that were cut off
    int m_season = 1;
    int m_told = 0;
    int m_planned = 0; ///< epochs in all
    int m_left = 0;       ///< trainings that have not begun
    int m_mostEpochs = 0; ///< of each training that begins, once a person has ended one; 0: as many as are asked for
    std::optional<double> m_rate; ///< that a person asked for
    std::optional<GlobalTeller> m_teller; ///< where somebody is told
    TrainingRow m_row;
};

} // namespace foretrail
