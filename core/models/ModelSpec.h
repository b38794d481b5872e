#pragma once

#include "core/base/Result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace foretrail {

enum class Loss { Mse, Mae, Huber, Pinball, NegativeBinomial, Tweedie };
enum class Optimiser { Adam, AdamW, RmsProp, Sgd }; ///< SGD with momentum
/// How the learning rate changes: not at all, down a cosine to a tenth, or halved where the validation loss stands still.
enum class Schedule { Constant, Cosine, Plateau };
enum class Normalisation { None, MinMax };
/// What trains networks: our own code on OpenBLAS, or LibTorch.
enum class EngineKind { Own, Torch, TorchGpu };
/// Where intervals come from: what a model missed at earlier origins, or what it says itself.
enum class IntervalKind { Conformal, Model, Adaptive };
/// How a combination weighs its members.
enum class Weighing { Errors, Equal, Median, Stacking };
/// How the coefficients of an autoregression are found.
enum class ArEstimator {
    YuleWalker,  ///< from the autocovariances (divided by n), as R's ar() does by default; always stationary
    Burg,        ///< least forward and backward error; always stationary, less biased on short series
    LeastSquares ///< ordinary regression on the lags; may be explosive
};
/// What chooses the order of an autoregression.
enum class ArCriterion {
    Aicc,   ///< Akaike's, corrected for short series
    Aic,    ///< Akaike's as it is: more lags
    Bic,    ///< Schwarz's: fewer lags
    Rolling ///< the mean scaled error of forecasts from earlier origins
};
/// What windows of a pooled regression are measured from.
enum class WindowCentre {
    Automatic, ///< mean or last value, with the penalty, by what forecast best; clipped, without offsets, of some ten thousand windows
    Mean,      ///< this and the next: as METHODS 3.11 has it, with an offset for each step, the given penalty and all windows
    Last
};
enum class SeasonForm { Automatic, Additive, Multiplicative };

/// A network over all series that are forecast together ("lstm-global", "gru-global", "hybrid"). 0 where so marked: chosen.
struct GlobalSettings {
    int lookback = 0;      ///< values of a window; 0: two seasons, or two horizons if that is more
    int segment = 0;       ///< values that one step of the network takes in at once; 0: so that a window has some dozen steps
    int layers = 1;
    int units = 64;
    double dropout = 0.1;
    double recurrentDropout = 0.0;
    bool linear = true;    ///< a linear part on all values of the window beside the network, learnt together with it
    int embedding = 0;     ///< numbers that stand for each series; 0: none
    Loss loss = Loss::Mae;     ///< of one forecast, with intervals from the validation part; or pinball, of quantiles
    Optimiser optimiser = Optimiser::AdamW;
    Schedule schedule = Schedule::Cosine;
    double learningRate = 3e-3;
    double weightDecay = 0.0;
    int batch = 256;
    int epochs = 12;
    int windows = 20'000;  ///< drawn for an epoch
    int patience = 4;
    QStringList attributes; ///< of the keys of the series, which tell the network what they are; "all": whatever is known; empty: none
    QString holidays;      ///< of this region (holidayRegions()), on each step of a window and ahead; empty: none
    int members = 3;       ///< networks from different seeds, whose median counts
    bool operator==(const GlobalSettings &) const = default;
};

/// Everything a model reads. One struct for all models; each reads its part (ModelInfo::reads names it).
/// 0 or -1 mean "choose for me" where so marked.
struct ModelSpec {
    QString model = QStringLiteral("auto");
    int season = 0;            ///< 0: the usual season of the step
    int arOrder = -1;          ///< -1: by arCriterion, or by AICc where a model does not read that
    int maxArOrder = 0;        ///< largest order tried; 0: from length and season
    ArEstimator arEstimator = ArEstimator::Burg;
    ArCriterion arCriterion = ArCriterion::Aicc;
    int fourierPairs = -1;     ///< pairs for the main season; -1: by AICc
    SeasonForm seasonForm = SeasonForm::Automatic; ///< of Holt-Winters: automatic is by AICc
    double smoothing = -1;            ///< of intermittent demand, 0 to 1; -1: by one-step error
    double probabilitySmoothing = -1; ///< of the probability of demand (TSB); the same
    WindowCentre centre = WindowCentre::Automatic; ///< of a pooled regression
    double penalty = 1e-4;     ///< of it, a share of the mean of the Gram matrix's diagonal; read where the centre is given, as the next
    int pooledWindows = 600;   ///< the last of each series that are learnt from
    int pooledLookback = 0;    ///< values in a window; 0: from horizon and season
    QStringList members;                  ///< of a combination, by name; empty: those that suit the series
    Weighing weighing = Weighing::Errors; ///< of a combination
    IntervalKind intervals = IntervalKind::Conformal; ///< networks have their own, which may be adaptive too
    // recurrent networks
    int lookback = 30;
    int layers = 1;
    int units = 32;
    double dropout = 0.0;
    double recurrentDropout = 0.0; ///< of the weights from state to state
    double learningRate = 1e-3;
    int batch = 32;
    int epochs = 60;
    int patience = 10;         ///< epochs without a better validation loss before stopping; 0: never
    Loss loss = Loss::Mse;
    Optimiser optimiser = Optimiser::Adam;
    Schedule schedule = Schedule::Constant;
    double weightDecay = 0.0;
    double clipNorm = 1.0;     ///< of the gradient; 0: never
    Normalisation normalisation = Normalisation::MinMax; ///< to [0, 1], fitted on the training part
    bool direct = false;       ///< all steps of the horizon at once, not one after the other
    bool seasonInputs = true;  ///< the position in the season (sines and cosines) beside the value at each step
    quint64 seed = 1;
    int threads = 2;           ///< of a network's training, at most: as many as a trial finds faster, with the same numbers
    EngineKind engine = EngineKind::Own;
    GlobalSettings global;

    QJsonObject toJson() const;
    bool operator==(const ModelSpec &) const = default;
};

QString lossName(Loss loss); ///< "mse", "mae", "huber", "pinball", "negative-binomial", "tweedie"
QString optimiserName(Optimiser optimiser); ///< "adam", "adamw", "rmsprop", "sgd"
QString engineName(EngineKind engine); ///< "own", "libtorch", "libtorch-gpu"
QString scheduleName(Schedule schedule); ///< "constant", "cosine", "plateau"
QString normalisationName(Normalisation normalisation); ///< "none", "minmax"
QString intervalKindName(IntervalKind kind); ///< "conformal", "model", "adaptive"
QString weighingName(Weighing weighing); ///< "errors", "equal", "median", "stacking"
QString arEstimatorName(ArEstimator estimator); ///< "yule-walker", "burg", "least-squares"
QString arCriterionName(ArCriterion criterion); ///< "aicc", "aic", "bic", "rolling"
QString windowCentreName(WindowCentre centre); ///< "auto", "mean", "last"
QString seasonFormName(SeasonForm form); ///< "auto", "additive", "multiplicative"
/// Those that judge one number: mse, mae, huber.
Result<Loss> pointLossFromName(const QString &name);
/// Those of a network over many series: all.
Result<Loss> globalLossFromName(const QString &name);
Result<Optimiser> optimiserFromName(const QString &name);
Result<EngineKind> engineFromName(const QString &name);
Result<Schedule> scheduleFromName(const QString &name);
Result<Normalisation> normalisationFromName(const QString &name);
Result<IntervalKind> intervalKindFromName(const QString &name);
Result<Weighing> weighingFromName(const QString &name);
Result<ArEstimator> arEstimatorFromName(const QString &name);
Result<ArCriterion> arCriterionFromName(const QString &name);
Result<WindowCentre> windowCentreFromName(const QString &name);
Result<SeasonForm> seasonFormFromName(const QString &name);

} // namespace foretrail
