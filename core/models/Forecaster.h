#pragma once

#include "core/base/Uncopied.h"
#include "core/jobs/JobContext.h"
#include "core/models/ForecastParts.h"
#include "core/models/JudgedEpoch.h"
#include "core/models/ModelSpec.h"
#include "core/series/FeatureColumn.h"
#include "core/series/WindowScale.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

namespace foretrail {

/// An interval forecast: `level` percent of what happens should lie inside.
struct Band {
    double level = 80;
    std::vector<double> low;
    std::vector<double> high;
};

/// h = 1..H steps after the history; bands have H values each.
struct Forecast {
    std::vector<double> mean;
    std::vector<Band> bands;
    int horizon() const { return int(mean.size()); }
    const Band *band(double level) const;
};

/// Told after each epoch of a model that trains in epochs. Called on the working thread.
struct EpochLosses {
    int epoch = 0; ///< from 1
    int epochs = 0;
    double training = missing;
    double validation = missing;
    double seconds = 0;
    bool isBest = false;
    double learningRate = missing;
    double gradientNorm = missing; ///< mean over the batches, before it is clipped
    qint64 windows = 0;            ///< learnt from in this epoch
};

/// A training whose loss has run away, to what is no number or to many times what it was, or that has only made its network worse.
struct Runaway {
    int epoch = 0;          ///< in which it did; 0: none, but all are far from what the network was before the first
    double rate = missing;  ///< that it learnt at then
    double times = missing; ///< the loss, of epoch or of the best one, over that before the first; not a number where the loss is none
    int kept = 0;           ///< the epoch whose weights are left; 0: those from before the first
};

/// A rate to try after one at which a training ran away.
inline double calmerRate(double rate) { return std::min(rate / 10, 0.01); }

class Panel;
class TrainingControl;

/// How a training that goes in epochs is followed and steered from outside; models without epochs know nothing of it. All are
/// called on the working thread.
struct TrainingHooks {
    using MakeState = std::function<QByteArray()>;

    TrainingHooks() = default;
    template<class Observer>
        requires std::is_invocable_v<Observer, const EpochLosses &>
    TrainingHooks(Observer observer) : onEpoch(std::move(observer)) {}

    std::function<void(const EpochLosses &)> onEpoch;
    std::function<void(const JudgedEpoch &)> onJudged; ///< before the first epoch and after each; recurrent networks alone, and those over many series only while they do not learn from what they are judged by
    std::function<void(const MakeState &)> onState; ///< after each epoch, and where it waits or is stopped: may ask for all that it depends on from here
    std::function<void(const Runaway &)> onRunaway; ///< it ends there with the weights of its best epoch; empty: it fails as Diverged, unless it has come to its end
    TrainingControl *control = nullptr;             ///< nullptr: nobody steers
    bool mayEndEarly = true;                        ///< false: whoever steers may let it wait, but not end it with the best so far
    QByteArray resumed;                             ///< such a state, to go on from; empty: from the beginning
    QByteArray firstWeights;                        ///< of the network before its first epoch (JudgedEpoch::weights); empty: as the seed draws them
    QByteArray firstMemory;                         ///< of its optimiser then (JudgedEpoch::memory); empty: it begins anew
};

struct FitOptions {
    int validation = 0; ///< the last observations of the training series kept for early stopping; models that need none use all
    bool isOriginalScale = true; ///< false: preparation moved or bent the values, so zero is no floor and logarithms mean nothing
    WindowScale windowScale = WindowScale::None; ///< of the windows of a network
    int horizon = 1;            ///< steps ahead that will be asked for, for models that test themselves or learn each step by itself
    std::shared_ptr<const Panel> panel; ///< the series that are forecast together with this one; nullptr: it is alone
    int panelCut = 0;           ///< the last values of each series of the panel that are not known yet
    TrainingHooks hooks;
};

/// Columns beside a series for models that take them (ModelInfo::takesColumns).
struct Regressors {
    TimeAxis axis;                     ///< of the first value of each column
    std::vector<FeatureColumn> columns; ///< over the history, and as far behind it as is forecast; NaN where nothing is known
    std::vector<DerivedColumn> derived; ///< how the columns of these names go on behind the history
    QHash<QString, QString> attributes; ///< of the key of the series, by name
    bool isEmpty() const { return columns.empty(); }
};

/// A fitted model as stored: small numbers as JSON, large ones as bytes in the format of core/neural/interface/Weights.h.
struct SavedModel {
    QJsonObject state;
    QByteArray weights;
};

/// A forecasting model. Made by the registry from a ModelSpec; fit once, then asked any number of times.
/// Series passed in have no missing values (preparation saw to that); networks leave out windows that touch one. Not
/// thread-safe.
class Forecaster : Uncopied {
public:
    virtual ~Forecaster() = default;

    /// The columns beside all series that are passed in from now on; before fit, and again before what follows restore. Models
    /// that take none ignore them.
    virtual void setRegressors(const Regressors &regressors) { Q_UNUSED(regressors) }
    /// Learns from `train`. TooShort, Degenerate, Diverged or Cancelled; never half fitted.
    virtual Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) = 0;
    /// Forecasts the `horizon` steps after `history` with the fitted parameters. `history` may be longer than what
    /// was fitted on: that is how a stored model follows new data without training.
    virtual Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const = 0;
    /// The same forecast taken apart: at each step the parts add up to its mean. Unsupported where the model does not tell; Cancelled
    /// where the job is stopped, as only networks take the time for.
    virtual Result<ForecastParts> explain(const Series &history, int horizon, JobContext &job) const;
    /// One-step-ahead predictions for every observation of `series` with the fitted parameters; NaN at the start
    /// where the model lacks history. The same length as `series`.
    virtual Result<std::vector<double>> oneStep(const Series &series) const = 0;
    virtual Result<SavedModel> save() const = 0;
    virtual Result<void> restore(const SavedModel &saved) = 0;
    /// One sentence that says what was fitted: "AR(13), chosen by AICc among 0..36".
    virtual QString explanation() const = 0;
};

/// The parts of `inner`, and what `outer`, which is made of it, makes of its mean.
Result<ForecastParts> closedParts(const Forecaster &inner, const Forecaster &outer, const Series &history, int horizon, JobContext &job);

} // namespace foretrail
