#pragma once

#include "core/models/Forecaster.h"

#include <QList>
#include <QStringList>

namespace foretrail {

/// What a list of models says of one.
struct ModelInfo {
    QString name;        ///< as on the command line: "ar-fourier"
    QString title;       ///< for people, translated
    QString explanation; ///< one sentence, translated
    bool isNeural = false;          ///< trains in epochs; validates on the last observations of its series, or of all where it learns from the panel
    bool refitsForFuture = true;    ///< cheap enough to fit again on everything before forecasting the future
    QStringList reads;              ///< names of the ModelSpec fields (as in JSON) it uses
    bool takesColumns = false;      ///< learns from Regressors
    bool hasConformalIntervals = false; ///< of its own
    bool learnsFromPanel = false;   ///< learns from FitOptions::panel
};

/// Models by name. A new model is one file and one line in the table of ModelRegistry.cpp (or RecurrentModels.cpp).
class ModelRegistry {
public:
    using Factory = std::function<std::unique_ptr<Forecaster>(const ModelSpec &)>;

    /// Those that need no other layer: naive, snaive, naive2, drift, mean, moving-average, ar, ar-fourier, ses, holt,
    /// damped, holt-winters, ets, theta, otheta, ar-auto, ar-diff, ar-seasonal, pooled, pooled-ar, profile, combination, auto, and croston, sba, tsb, adida, imapa for intermittent demand.
    static ModelRegistry classical();

    void add(const ModelInfo &info, Factory factory);
    QList<ModelInfo> models() const { return m_infos; }
    const ModelInfo *find(const QString &name) const;
    /// NotFound lists the names there are.
    Result<std::unique_ptr<Forecaster>> create(const ModelSpec &spec) const;

private:
    QList<ModelInfo> m_infos;
    QList<Factory> m_factories;
};

} // namespace foretrail
