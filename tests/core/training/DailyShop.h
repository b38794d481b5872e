#pragma once

#include "core/data/FactWriter.h"
#include "core/models/TrainingControl.h"
#include "core/training/TrainingSpec.h"
#include "tests/support/TestSupport.h"

#include <QTemporaryDir>

#include <cmath>
#include <functional>
#include <optional>

/// A series of days with a week, a trend and a wave: something to learn, and to train small networks on.
namespace foretrail::test {

inline double valueAt(int day) { return 200 + 50 * std::sin(2 * M_PI * day / 7) + 0.3 * day + 9 * std::sin(1.3 * day); }

/// Imports a value for each day of [from, to) but `gap`, counted from 3 January 2011.
inline Result<void> addValues(Workspace &workspace, int from, int to, const std::function<double(int)> &valueOf, const std::string &key = "shop", int gap = -1)
{
    FactWriterOptions options;
    options.file = QStringLiteral("days.csv");
    options.kind = QStringLiteral("series");
    auto writer = FactWriter::begin(workspace, options);
    if (!writer)
        return fail(writer.error());
    const WallMs start = *parseWallTime(QStringLiteral("2011-01-03"));
    for (int day = from; day < to; ++day) {
        if (day == gap)
            continue;
        if (auto stored = (*writer)->addObservation(key, Step::Day, addSteps(start, Step::Day, day), valueOf(day)); !stored)
            return fail(stored.error());
    }
    JobContext job;
    return (*writer)->commit({}, {}, "sha", job);
}

/// The usual values; `shift`: how many days ahead of the others it is.
inline Result<void> addDays(Workspace &workspace, int from, int to, const std::string &key = "shop", int gap = -1, int shift = 0)
{
    return addValues(workspace, from, to, [shift](int day) { return valueAt(day + shift); }, key, gap);
}

/// Trains on "shop": a small network where it is one, two weeks ahead, the last week to test.
inline TrainingSpec dailySpec(const QString &model, int epochs)
{
    TrainingSpec spec;
    spec.query.measure = Measure::Value;
    spec.query.by = GroupBy::Series;
    spec.query.keys = {QStringLiteral("shop")};
    spec.model.model = model;
    spec.model.lookback = 10;
    spec.model.units = 6;
    spec.model.epochs = epochs;
    spec.model.patience = 0;
    spec.split.test = 7;
    spec.horizon = 14;
    return spec;
}

/// A workspace of 120 such days in a folder of its own, and a way to stop a training.
class DailyShop {
protected:
    void openShop()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace.emplace(Workspace::create(m_folder->filePath(QStringLiteral("shop.foretrail"))).value());
        VERIFY_RESULT(addDays(*m_workspace, 0, 120));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
};

/// Pauses and stops a training after an epoch.
inline TrainingHooks stoppingAfter(int epoch, TrainingControl &control, JobContext &job)
{
    TrainingHooks hooks([epoch, &control, &job](const EpochLosses &losses) {
        if (losses.epoch == epoch) {
            control.pause();
            job.requestStop();
        }
    });
    hooks.control = &control;
    return hooks;
}

} // namespace foretrail::test
