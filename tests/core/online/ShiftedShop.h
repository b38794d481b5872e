#pragma once

#include "core/data/FactWriter.h"
#include "core/training/Experiment.h"
#include "tests/core/training/DailyShop.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <functional>

/// A series of days whose level rises at a day that the test chooses: a week, a wave and a chirp, which no line of lags foretells, no trend.
namespace foretrail::test {

inline double quietDay(int day) { return 300 + 30 * std::sin(2 * M_PI * day / 7) + 9 * std::sin(1.3 * day) + 12 * std::sin(0.7 * day * day); }

inline std::function<double(int)> shiftedAt(int shift, double by)
{
    return [shift, by](int day) { return quietDay(day) + (day >= shift ? by : 0); };
}

/// Trains on "shop", a week ahead.
inline TrainingSpec shopSpec(const QString &model)
{
    TrainingSpec spec;
    spec.query.measure = Measure::Value;
    spec.query.by = GroupBy::Series;
    spec.query.keys = {QStringLiteral("shop")};
    spec.model.model = model;
    spec.model.lookback = 10;
    spec.model.units = 6;
    spec.model.epochs = 8;
    spec.model.patience = 0;
    spec.split.test = 7;
    spec.horizon = 14;
    return spec;
}

inline WallMs dayAt(int day) { return *parseWallTime(QStringLiteral("2011-01-03")) + day * dayMs; }

/// A workspace for such days in a folder of its own, and runs that were trained before the shift.
class ShiftedShop {
protected:
    static constexpr int trainedDays = 200; ///< the level rises on the day after

    QString path() const { return m_folder->filePath(QStringLiteral("shop.foretrail")); }
    void openShop()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace.emplace(Workspace::create(path()).value());
    }
    /// On the days before a shift; then those up to `until` come. No run where they cannot be stored.
    RunId trained(double by, int until, const QString &model = QStringLiteral("ar"))
    {
        if (!addValues(*m_workspace, 0, trainedDays, shiftedAt(trainedDays, by)))
            return {};
        const RunId run = trainAndStore(*m_workspace, shopSpec(model), m_job).value();
        return until == trainedDays || addValues(*m_workspace, trainedDays, until, shiftedAt(trainedDays, by)) ? run : RunId{};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    JobContext m_job;
};

} // namespace foretrail::test
