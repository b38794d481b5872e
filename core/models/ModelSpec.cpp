#include "core/models/ModelSpec.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace foretrail {
namespace {

struct ModelSpecText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ModelSpec)
};

QJsonObject globalJson(const GlobalSettings &global)
{
    return {{QStringLiteral("lookback"), global.lookback}, {QStringLiteral("segment"), global.segment}, {QStringLiteral("layers"), global.layers},
            {QStringLiteral("units"), global.units}, {QStringLiteral("dropout"), global.dropout}, {QStringLiteral("recurrentDropout"), global.recurrentDropout}, {QStringLiteral("linear"), global.linear},
            {QStringLiteral("embedding"), global.embedding}, {QStringLiteral("attributes"), QJsonArray::fromStringList(global.attributes)},
            {QStringLiteral("holidays"), global.holidays}, {QStringLiteral("loss"), lossName(global.loss)},
            {QStringLiteral("optimiser"), optimiserName(global.optimiser)}, {QStringLiteral("schedule"), scheduleName(global.schedule)},
            {QStringLiteral("learningRate"), global.learningRate}, {QStringLiteral("weightDecay"), global.weightDecay},
            {QStringLiteral("batch"), global.batch}, {QStringLiteral("epochs"), global.epochs}, {QStringLiteral("windows"), global.windows},
            {QStringLiteral("patience"), global.patience}, {QStringLiteral("members"), global.members}};
}

} // namespace

QJsonObject ModelSpec::toJson() const
{
    return {{QStringLiteral("model"), model}, {QStringLiteral("season"), season}, {QStringLiteral("arOrder"), arOrder},
            {QStringLiteral("maxArOrder"), maxArOrder}, {QStringLiteral("fourierPairs"), fourierPairs},
            {QStringLiteral("arEstimator"), arEstimatorName(arEstimator)}, {QStringLiteral("arCriterion"), arCriterionName(arCriterion)},
            {QStringLiteral("seasonForm"), seasonFormName(seasonForm)}, {QStringLiteral("centre"), windowCentreName(centre)},
            {QStringLiteral("penalty"), penalty}, {QStringLiteral("pooledWindows"), pooledWindows}, {QStringLiteral("pooledLookback"), pooledLookback},
            {QStringLiteral("members"), QJsonArray::fromStringList(members)}, {QStringLiteral("weighing"), weighingName(weighing)},
            {QStringLiteral("intervals"), intervalKindName(intervals)},
            {QStringLiteral("lookback"), lookback}, {QStringLiteral("layers"), layers},
            {QStringLiteral("units"), units}, {QStringLiteral("dropout"), dropout}, {QStringLiteral("recurrentDropout"), recurrentDropout},
            {QStringLiteral("learningRate"), learningRate}, {QStringLiteral("batch"), batch},
            {QStringLiteral("epochs"), epochs}, {QStringLiteral("patience"), patience},
            {QStringLiteral("loss"), lossName(loss)}, {QStringLiteral("optimiser"), optimiserName(optimiser)},
            {QStringLiteral("schedule"), scheduleName(schedule)}, {QStringLiteral("weightDecay"), weightDecay}, {QStringLiteral("clipNorm"), clipNorm},
            {QStringLiteral("normalisation"), normalisationName(normalisation)},
            {QStringLiteral("direct"), direct}, {QStringLiteral("seasonInputs"), seasonInputs},
            {QStringLiteral("seed"), qint64(seed)}, {QStringLiteral("threads"), threads}, {QStringLiteral("engine"), engineName(engine)}, {QStringLiteral("global"), globalJson(global)}, {QStringLiteral("smoothing"), smoothing},
            {QStringLiteral("probabilitySmoothing"), probabilitySmoothing}};
}

QString lossName(Loss loss)
{
    switch (loss) {
    case Loss::Mse: return QStringLiteral("mse");
    case Loss::Mae: return QStringLiteral("mae");
    case Loss::Huber: return QStringLiteral("huber");
    case Loss::Pinball: return QStringLiteral("pinball");
    case Loss::NegativeBinomial: return QStringLiteral("negative-binomial");
    case Loss::Tweedie: return QStringLiteral("tweedie");
    }
    return {};
}

QString optimiserName(Optimiser optimiser)
{
    switch (optimiser) {
    case Optimiser::Adam: return QStringLiteral("adam");
    case Optimiser::AdamW: return QStringLiteral("adamw");
    case Optimiser::RmsProp: return QStringLiteral("rmsprop");
    case Optimiser::Sgd: return QStringLiteral("sgd");
    }
    return {};
}

QString engineName(EngineKind engine)
{
    switch (engine) {
    case EngineKind::Torch: return QStringLiteral("libtorch");
    case EngineKind::TorchGpu: return QStringLiteral("libtorch-gpu");
    case EngineKind::Own: break;
    }
    return QStringLiteral("own");
}

QString scheduleName(Schedule schedule)
{
    switch (schedule) {
    case Schedule::Constant: return QStringLiteral("constant");
    case Schedule::Cosine: return QStringLiteral("cosine");
    case Schedule::Plateau: return QStringLiteral("plateau");
    }
    return {};
}

QString normalisationName(Normalisation normalisation)
{
    return normalisation == Normalisation::None ? QStringLiteral("none") : QStringLiteral("minmax");
}

QString intervalKindName(IntervalKind kind)
{
    switch (kind) {
    case IntervalKind::Conformal: return QStringLiteral("conformal");
    case IntervalKind::Model: return QStringLiteral("model");
    case IntervalKind::Adaptive: break;
    }
    return QStringLiteral("adaptive");
}

QString weighingName(Weighing weighing)
{
    switch (weighing) {
    case Weighing::Errors: return QStringLiteral("errors");
    case Weighing::Equal: return QStringLiteral("equal");
    case Weighing::Median: return QStringLiteral("median");
    case Weighing::Stacking: return QStringLiteral("stacking");
    }
    return {};
}

QString arEstimatorName(ArEstimator estimator)
{
    switch (estimator) {
    case ArEstimator::YuleWalker: return QStringLiteral("yule-walker");
    case ArEstimator::Burg: return QStringLiteral("burg");
    case ArEstimator::LeastSquares: return QStringLiteral("least-squares");
    }
    return {};
}

QString arCriterionName(ArCriterion criterion)
{
    switch (criterion) {
    case ArCriterion::Aicc: return QStringLiteral("aicc");
    case ArCriterion::Aic: return QStringLiteral("aic");
    case ArCriterion::Bic: return QStringLiteral("bic");
    case ArCriterion::Rolling: return QStringLiteral("rolling");
    }
    return {};
}

QString windowCentreName(WindowCentre centre)
{
    switch (centre) {
    case WindowCentre::Automatic: return QStringLiteral("auto");
    case WindowCentre::Mean: return QStringLiteral("mean");
    case WindowCentre::Last: return QStringLiteral("last");
    }
    return {};
}

QString seasonFormName(SeasonForm form)
{
    switch (form) {
    case SeasonForm::Automatic: return QStringLiteral("auto");
    case SeasonForm::Additive: return QStringLiteral("additive");
    case SeasonForm::Multiplicative: return QStringLiteral("multiplicative");
    }
    return {};
}

namespace {

Result<Loss> lossAmong(std::initializer_list<Loss> allowed, const QString &name)
{
    QStringList names;
    for (const Loss loss : allowed) {
        if (name == lossName(loss))
            return loss;
        names << lossName(loss);
    }
    return fail(ErrorCode::InvalidInput, ModelSpecText::tr("%1 is not a loss. Allowed: %2.").arg(name, names.join(QStringLiteral(", "))));
}

} // namespace

Result<Loss> pointLossFromName(const QString &name) { return lossAmong({Loss::Mse, Loss::Mae, Loss::Huber}, name); }

Result<Loss> globalLossFromName(const QString &name)
{
    return lossAmong({Loss::Pinball, Loss::Mse, Loss::Mae, Loss::Huber, Loss::NegativeBinomial, Loss::Tweedie}, name);
}

Result<Optimiser> optimiserFromName(const QString &name)
{
    for (Optimiser optimiser : {Optimiser::Adam, Optimiser::AdamW, Optimiser::RmsProp, Optimiser::Sgd})
        if (name == optimiserName(optimiser))
            return optimiser;
    return fail(ErrorCode::InvalidInput, ModelSpecText::tr("%1 is not an optimiser. Allowed: adam, adamw, rmsprop, sgd.").arg(name));
}

Result<EngineKind> engineFromName(const QString &name)
{
    for (EngineKind engine : {EngineKind::Own, EngineKind::Torch, EngineKind::TorchGpu})
        if (name == engineName(engine))
            return engine;
    return fail(ErrorCode::InvalidInput, ModelSpecText::tr("%1 is not an engine. Allowed: own, libtorch, libtorch-gpu.").arg(name));
}

Result<Schedule> scheduleFromName(const QString &name)
{
    for (Schedule schedule : {Schedule::Constant, Schedule::Cosine, Schedule::Plateau})
        if (name == scheduleName(schedule))
            return schedule;
    return fail(ErrorCode::InvalidInput, ModelSpecText::tr("%1 is not a schedule of the learning rate. Allowed: constant, cosine, plateau.").arg(name));
}

Result<Normalisation> normalisationFromName(const QString &name)
{
    for (Normalisation normalisation : {Normalisation::None, Normalisation::MinMax})
        if (name == normalisationName(normalisation))
            return normalisation;
    return fail(ErrorCode::InvalidInput, ModelSpecText::tr("%1 is not a normalisation. Allowed: none, minmax.").arg(name));
}

Result<IntervalKind> intervalKindFromName(const QString &name)
{
    for (IntervalKind kind : {IntervalKind::Conformal, IntervalKind::Model, IntervalKind::Adaptive})
        if (name == intervalKindName(kind))
            return kind;
    return fail(ErrorCode::InvalidInput, ModelSpecText::tr("%1 does not say where intervals come from. Allowed: conformal, model, adaptive.").arg(name));
}

Result<Weighing> weighingFromName(const QString &name)
{
    for (Weighing weighing : {Weighing::Errors, Weighing::Equal, Weighing::Median, Weighing::Stacking})
        if (name == weighingName(weighing))
            return weighing;
    return fail(ErrorCode::InvalidInput, ModelSpecText::tr("%1 is not a way to weigh models. Allowed: errors, equal, median, stacking.").arg(name));
}

Result<ArEstimator> arEstimatorFromName(const QString &name)
{
    for (ArEstimator estimator : {ArEstimator::Burg, ArEstimator::YuleWalker, ArEstimator::LeastSquares})
        if (name == arEstimatorName(estimator))
            return estimator;
    return fail(ErrorCode::InvalidInput, ModelSpecText::tr("%1 is not a way to estimate an autoregression. Allowed: burg, yule-walker, least-squares.").arg(name));
}

Result<ArCriterion> arCriterionFromName(const QString &name)
{
    for (ArCriterion criterion : {ArCriterion::Aicc, ArCriterion::Aic, ArCriterion::Bic, ArCriterion::Rolling})
        if (name == arCriterionName(criterion))
            return criterion;
    return fail(ErrorCode::InvalidInput, ModelSpecText::tr("%1 does not choose the order of an autoregression. Allowed: aicc, aic, bic, rolling.").arg(name));
}

Result<WindowCentre> windowCentreFromName(const QString &name)
{
    for (WindowCentre centre : {WindowCentre::Automatic, WindowCentre::Mean, WindowCentre::Last})
        if (name == windowCentreName(centre))
            return centre;
    return fail(ErrorCode::InvalidInput, ModelSpecText::tr("%1 is not a centre of windows. Allowed: auto, mean, last.").arg(name));
}

Result<SeasonForm> seasonFormFromName(const QString &name)
{
    for (SeasonForm form : {SeasonForm::Automatic, SeasonForm::Additive, SeasonForm::Multiplicative})
        if (name == seasonFormName(form))
            return form;
    return fail(ErrorCode::InvalidInput, ModelSpecText::tr("%1 is not a form of season. Allowed: auto, additive, multiplicative.").arg(name));
}

} // namespace foretrail
