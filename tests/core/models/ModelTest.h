#pragma once

#include "core/models/ModelRegistry.h"
#include "tests/support/TestSupport.h"

namespace foretrail::test {

inline const std::vector<double> levels{80, 95};

inline Series seriesOf(std::vector<double> values, Step step = Step::None) { return {QStringLiteral("s"), {}, {}, {step, 0}, std::move(values)}; }

/// nullptr where the registry refuses.
inline std::unique_ptr<Forecaster> made(const ModelSpec &spec)
{
    auto model = ModelRegistry::classical().create(spec);
    return model ? std::move(*model) : nullptr;
}

inline std::unique_ptr<Forecaster> made(const QString &name, int season = 0)
{
    ModelSpec spec;
    spec.model = name;
    spec.season = season;
    return made(spec);
}

inline Result<Forecast> fitAndForecast(Forecaster &model, const Series &train, int horizon)
{
    JobContext job;
    if (const auto fitted = model.fit(train, {}, job); !fitted)
        return fail(fitted.error());
    return model.forecast(train, horizon, levels);
}

} // namespace foretrail::test
