#include "core/models/ModelRegistry.h"

#include "core/models/ArForecaster.h"
#include "core/models/ArFourierForecaster.h"
#include "core/models/Baselines.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ModelRegistry)
};

} // namespace

ModelRegistry ModelRegistry::classical()
{
    const QString season = QStringLiteral("season");
    ModelRegistry registry;
    registry.add({QStringLiteral("naive"), Text::tr("Naive"), Text::tr("Repeats the last value."), false, true, {}}, makeNaive);
    registry.add({QStringLiteral("snaive"), Text::tr("Seasonal naive"), Text::tr("Repeats the last season."), false, true, {season}},
                 makeSeasonalNaive);
    registry.add({QStringLiteral("drift"), Text::tr("Drift"), Text::tr("Continues the line from the first to the last value."),
                  false, true, {}}, makeDrift);
    registry.add({QStringLiteral("mean"), Text::tr("Mean"), Text::tr("The mean of everything so far."), false, true, {}}, makeMean);
    registry.add({QStringLiteral("moving-average"), Text::tr("Moving average"), Text::tr("The mean of the last values."), false,
                  true, {QStringLiteral("lookback")}}, makeMovingAverage);
    const QStringList ar{season, QStringLiteral("arOrder"), QStringLiteral("maxArOrder")};
    registry.add({QStringLiteral("ar"), Text::tr("AR"), Text::tr("A weighted sum of the values before, pulled to their mean."), false,
                  true, ar}, [](const ModelSpec &spec) { return makeAr(spec); });
    registry.add({QStringLiteral("ar-fourier"), Text::tr("AR with Fourier terms"),
                  Text::tr("Trend and seasons as smooth curves, with an autoregression of what they leave."), false, true,
                  ar + QStringList{QStringLiteral("fourierPairs")}}, makeArFourier);
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
    return fail(ErrorCode::NotFound, Text::tr("There is no model named %1. There are: %2.")
                                         .arg(spec.model, names.join(QStringLiteral(", "))));
}

} // namespace foretrail
