#include "core/models/ModelRegistry.h"

#include "core/models/ArAutoForecaster.h"
#include "core/models/ArForecaster.h"
#include "core/models/ArFourierForecaster.h"
#include "core/models/ArOfChanges.h"
#include "core/models/Baselines.h"
#include "core/models/CombinationForecaster.h"
#include "core/models/EtsForecaster.h"
#include "core/models/IntermittentForecaster.h"
#include "core/models/Naive2.h"
#include "core/models/PooledForecaster.h"
#include "core/models/SeasonProfile.h"
#include "core/models/ThetaForecaster.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct ModelRegistryText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ModelRegistry)
};

void addSmoothing(ModelRegistry &registry)
{
    const QStringList season{QStringLiteral("season")};
    registry.add({QStringLiteral("ses"), ModelRegistryText::tr("Exponential smoothing"),
                  ModelRegistryText::tr("A mean in which the newest values weigh most."), false, true, season}, makeEts);
    registry.add({QStringLiteral("holt"), ModelRegistryText::tr("Holt's trend"), ModelRegistryText::tr("A smoothed level and a smoothed slope that goes on."),
                  false, true, season}, makeEts);
    registry.add({QStringLiteral("damped"), ModelRegistryText::tr("Damped trend"),
                  ModelRegistryText::tr("A smoothed level and a smoothed slope that fades away."), false, true, season}, makeEts);
    registry.add({QStringLiteral("holt-winters"), ModelRegistryText::tr("Holt-Winters"), ModelRegistryText::tr("A smoothed level, slope and season."), false,
                  true, season + QStringList{QStringLiteral("seasonForm")}}, makeEts);
    registry.add({QStringLiteral("ets"), ModelRegistryText::tr("ETS"),
                  ModelRegistryText::tr("Exponential smoothing with the form of error, trend and season that suits the series."), false, true, season}, makeEts);
    registry.add({QStringLiteral("theta"), ModelRegistryText::tr("Theta"),
                  ModelRegistryText::tr("Half a straight line, half exponential smoothing, without the season and back."), false, true, season}, makeTheta);
    registry.add({QStringLiteral("otheta"), ModelRegistryText::tr("Optimised Theta"),
                  ModelRegistryText::tr("Theta with the share of the line that would have forecast best."), false, true, season}, makeOptimisedTheta);
}

void addIntermittentModels(ModelRegistry &registry)
{
    const QStringList reads{QStringLiteral("smoothing")};
    registry.add({QStringLiteral("croston"), ModelRegistryText::tr("Croston"),
                  ModelRegistryText::tr("For demand that is seldom: its usual size over its usual interval."), false, true, reads}, makeCroston);
    registry.add({QStringLiteral("sba"), ModelRegistryText::tr("Syntetos-Boylan"),
                  ModelRegistryText::tr("Croston's rate without its known excess."), false, true, reads}, makeSba);
    registry.add({QStringLiteral("tsb"), ModelRegistryText::tr("Teunter-Syntetos-Babai"),
                  ModelRegistryText::tr("For demand that is seldom and may end: its usual size times its probability."), false, true,
                  reads + QStringList{QStringLiteral("probabilitySmoothing")}}, makeTsb);
    registry.add({QStringLiteral("adida"), ModelRegistryText::tr("ADIDA"),
                  ModelRegistryText::tr("Sums over the usual interval of demand, smoothed and shared out."), false, true, reads}, makeAdida);
    registry.add({QStringLiteral("imapa"), ModelRegistryText::tr("IMAPA"),
                  ModelRegistryText::tr("The mean of ADIDA over all lengths up to the usual interval."), false, true, reads}, makeImapa);
}

} // namespace

ModelRegistry ModelRegistry::classical()
{
    const QString season = QStringLiteral("season");
    ModelRegistry registry;
    registry.add({QStringLiteral("auto"), ModelRegistryText::tr("Automatic"),
                  ModelRegistryText::tr("Tries the models that suit the series on its past and weighs them by how far they missed."), false, true, {season}, true,
                  true, true}, makeAuto);
    registry.add({QStringLiteral("combination"), ModelRegistryText::tr("Combination"), ModelRegistryText::tr("The median or a mean of several models."), false,
                  true, {season, QStringLiteral("members"), QStringLiteral("weighing")}, true, true, true}, makeCombination);
    registry.add({QStringLiteral("naive"), ModelRegistryText::tr("Naive"), ModelRegistryText::tr("Repeats the last value."), false, true, {}}, makeNaive);
    registry.add({QStringLiteral("snaive"), ModelRegistryText::tr("Seasonal naive"), ModelRegistryText::tr("Repeats the last season."), false, true, {season}},
                 makeSeasonalNaive);
    registry.add({QStringLiteral("naive2"), ModelRegistryText::tr("Naive 2"),
                  ModelRegistryText::tr("Repeats the last value, with the season where a test finds one."), false, true, {season}}, makeNaive2);
    registry.add({QStringLiteral("drift"), ModelRegistryText::tr("Drift"), ModelRegistryText::tr("Continues the line from the first to the last value."),
                  false, true, {}}, makeDrift);
    registry.add({QStringLiteral("mean"), ModelRegistryText::tr("Mean"), ModelRegistryText::tr("The mean of everything so far."), false, true, {}}, makeMean);
    registry.add({QStringLiteral("moving-average"), ModelRegistryText::tr("Moving average"), ModelRegistryText::tr("The mean of the last values."), false,
                  true, {QStringLiteral("lookback")}}, makeMovingAverage);
    const QStringList ar{season, QStringLiteral("arOrder"), QStringLiteral("maxArOrder")};
    const QStringList arChoice{QStringLiteral("arEstimator"), QStringLiteral("arCriterion")};
    registry.add({QStringLiteral("ar"), ModelRegistryText::tr("AR"), ModelRegistryText::tr("A weighted sum of the values before, pulled to their mean."), false,
                  true, ar + arChoice}, [](const ModelSpec &spec) { return makeAr(spec); });
    registry.add({QStringLiteral("ar-auto"), ModelRegistryText::tr("Automatic AR"),
                  ModelRegistryText::tr("AR of the changes that the series needs, on the scale that evens out its swings."), false, true, ar + arChoice}, makeArAuto);
    registry.add({QStringLiteral("ar-fourier"), ModelRegistryText::tr("AR with Fourier terms"),
                  ModelRegistryText::tr("Trend and seasons as smooth curves, with an autoregression of what they leave."), false, true,
                  ar + QStringList{QStringLiteral("fourierPairs")}, true}, makeArFourier);
    registry.add({QStringLiteral("ar-diff"), ModelRegistryText::tr("AR of changes"),
                  ModelRegistryText::tr("Changes from step to step as a weighted sum of the changes before."), false, true,
                  ar + QStringList{QStringLiteral("arCriterion")}}, makeArOfChanges);
    registry.add({QStringLiteral("ar-seasonal"), ModelRegistryText::tr("AR of seasonal changes"),
                  ModelRegistryText::tr("Changes against one season before as a weighted sum of those before."), false, true,
                  ar + QStringList{QStringLiteral("arCriterion")}}, makeArOfSeasonalChanges);
    registry.add({QStringLiteral("pooled"), ModelRegistryText::tr("Pooled regression"),
                  ModelRegistryText::tr("One regression on the last values, learnt from all series together."), false, true, {season}, false, false, true}, makePooled);
    registry.add({QStringLiteral("pooled-ar"), ModelRegistryText::tr("Pooled AR"),
                  ModelRegistryText::tr("One autoregression, learnt from all series together, that follows its own forecasts."), false, true, {season}, false, false,
                  true}, makePooledAr);
    registry.add({QStringLiteral("profile"), ModelRegistryText::tr("Season profile"),
                  ModelRegistryText::tr("The shape of past seasons on the level of the last one."), false, true, {season}}, makeSeasonProfile);
    addSmoothing(registry);
    addIntermittentModels(registry);
    for (ModelInfo &info : registry.m_infos)
        if (!info.hasConformalIntervals)
            info.reads << QStringLiteral("intervals");
    return registry;
}

void ModelRegistry::add(const ModelInfo &info, Factory factory)
{
    m_infos.append(info);
    m_factories.append(std::move(factory));
}

const ModelInfo *ModelRegistry::find(const QString &name) const
{
    const auto found = std::find_if(m_infos.cbegin(), m_infos.cend(), [&](const ModelInfo &i) { return i.name == name; });
    return found == m_infos.cend() ? nullptr : &*found;
}

Result<std::unique_ptr<Forecaster>> ModelRegistry::create(const ModelSpec &spec) const
{
    if (const ModelInfo *info = find(spec.model))
        return m_factories[info - m_infos.constData()](spec);
    QStringList names;
    for (const ModelInfo &info : m_infos)
        names << info.name;
    return fail(ErrorCode::NotFound, ModelRegistryText::tr("There is no model named %1. There are: %2.")
                                         .arg(spec.model, names.join(QStringLiteral(", "))));
}

} // namespace foretrail
