#pragma once

#include "core/neural/engine/NeuralEngines.h"
#include "core/training/GlobalWindows.h"

#include <QHash>

#include <array>
#include <mutex>
#include <utility>

namespace foretrail {

/// The quantiles that a network over many series speaks of.
inline constexpr std::array<double, 7> globalQuantiles{0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};
/// The levels that intervals are calibrated at, in percent; others lie between.
inline constexpr std::array<double, 6> calibratedLevels{50, 60, 80, 90, 95, 99};

/// Ends of the interval of `level` percent among quantiles: on the line between neighbours in units of a normal deviate.
std::pair<double, double> quantileEnds(const std::array<float, globalQuantiles.size()> &step, double level);

/// How much wider intervals must be than the network says, in units of missUnit(), so that they hold what they promise: the
/// quantile of how far values of the validation part lay outside, by level and third of the horizon (Romano, Patterson & Candes
/// 2019, split conformal). Zero where nothing was measured.
struct GlobalCalibration {
    std::array<std::array<double, 3>, calibratedLevels.size()> widening{};
    bool isOfWidths = false; ///< told in widths of the window, as networks stored before did
    double at(double level, int third) const;
};

/// One of the series, as far as it is known, of which is told what a network says while it learns.
struct ShownSeries {
    const Series &series;
    Beside beside;
};

/// Networks learnt from many series together, one for each seed, whose median counts. May be asked by several threads.
class GlobalNetwork {
public:
    struct Request {
        const std::vector<Series> &series;
        ModelSpec spec;
        Cell cell = Cell::Lstm;
        int horizon = 1;
        int cut = 0;            ///< the last values of each that are not known yet
        bool isOriginalScale = true;
        TrainingHooks hooks;            ///< of all of its trainings, as if they were one
        const std::vector<Beside> *beside = nullptr; ///< of each series; nullptr or empty: nothing
        const ShownSeries *shown = nullptr; ///< of which hooks.onJudged is told
        bool correctsPooledAr = false; ///< learns what a pooled autoregression misses
    };
    /// TooShort where the series hold too few windows.
    static Result<std::shared_ptr<const GlobalNetwork>> learn(const Request &request, JobContext &job);

    /// The values from one origin on, in widths of the window.
    struct Fan {
        std::vector<std::array<float, globalQuantiles.size()>> steps; ///< quantiles of each step, none crossing another
        std::vector<float> points; ///< the forecast itself: the median; of counts their mean
    };
    Result<std::vector<Fan>> ahead(std::vector<OriginWindows::Origin> origins) const;
    /// How this network looks at a series of which so much is known.
    LevelScale scaleOf(const Series &known, const Beside &beside) const;
    /// `beside`: from the first step of `known` on. `known` must outlive it.
    LevelSeries seen(const Series &known, const LevelScale &scale, const Beside &beside) const;
    const BesideCoding &coding() const { return m_coding; }
    const PooledFit *base() const { return m_base.get(); } ///< the autoregression that it corrects
    int entityOf(const QString &key) const { return m_entities.value(key, 0); }

    const GlobalShape &shape() const { return m_shape; }
    const GlobalCalibration &calibration() const { return m_calibration; }
    /// What a network that had not seen them said of the last `horizon` values that are known of each series, by its place in the panel,
    /// in its unit; empty where there was too little before them. Not stored.
    const std::vector<std::vector<double>> &trials() const { return m_trials; }
    qint64 series() const { return m_series; }
    qint64 windows() const { return m_windows; }
    int epochs() const { return m_epochs; }
    bool takesSeason() const { return m_takesSeason; }
    Loss loss() const { return m_loss; }
    int outputsPerStep() const; ///< of the head: one number, two of counts, or the quantiles
    /// One for each seed; for their tensors alone, ahead() asks them.
    const std::vector<std::unique_ptr<RecurrentNetwork>> &members() const { return m_members; }

    SavedModel save() const;
    static Result<std::shared_ptr<const GlobalNetwork>> restored(const SavedModel &saved, const ModelSpec &spec, Cell cell);

private:
    friend class GlobalLearning;
    NetworkShape networkShape(const ModelSpec &spec, Cell cell) const;
    void shapeBeside();
    Result<void> addMember(const Result<NeuralEngine *> &engine, const ModelSpec &spec, Cell cell, quint64 seed);

    GlobalShape m_shape;
    GlobalCalibration m_calibration;
    Loss m_loss = Loss::Pinball;
    BesideCoding m_coding;
    std::shared_ptr<const PooledFit> m_base; ///< nullptr: it corrects none
    bool m_takesSeason = false;
    bool m_isOriginalScale = true;
    qint64 m_series = 0;
    qint64 m_windows = 0;
    int m_epochs = 0;
    QHash<QString, int> m_entities;
    std::vector<std::vector<double>> m_trials;
    std::vector<std::unique_ptr<RecurrentNetwork>> m_members;
    mutable std::mutex m_mutex; ///< networks answer one at a time
};

} // namespace foretrail
