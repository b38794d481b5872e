#include "core/online/Rung.h"

#include "core/base/NumberText.h"
#include "core/models/ArContinuation.h"
#include "core/models/InnerState.h"
#include "core/training/FineTune.h"
#include "core/training/FittedModel.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace foretrail {

namespace {

struct RungText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::UpdateLadder)
};

/// A memory of 50 steps, what follows a shift within two horizons of a shop, or of three for each coefficient.
double forgettingOf(const SavedModel &saved)
{
    const double coefficients = 1.0 + double(innerState(saved.state)[QStringLiteral("coefficients")].toArray().size());
    return 1 - 1 / std::clamp(3 * coefficients, 50.0, 1000.0);
}

/// The observations of `prepared` that the model in use has learnt from.
qint64 knownOf(const UpdateTask &task, const PreparedSeries &prepared)
{
    return std::clamp<qint64>(prepared.series().axis.indexOf(task.current.seenUntil), 0, prepared.series().size());
}

WallMs endOf(const PreparedSeries &prepared) { return prepared.series().timeAt(prepared.series().size()); }

class Roll : public Rung {
public:
    QString name() const override { return rungName(RungKind::Roll); }
    Result<LadderStep> climbed(const UpdateTask &task, qint64, JobContext &) const override
    {
        return LadderStep{task.current, RungText::tr("Nothing but the history that the model is asked with: %n steps more.", nullptr, int(task.newSteps())),
                          {{QStringLiteral("newSteps"), task.newSteps()}}};
    }
};

class GoOn : public Rung {
public:
    QString name() const override { return rungName(RungKind::Rls); }
    QString whyNot(const ModelSpec &model) const override
    {
        static const QStringList autoregressions{QStringLiteral("ar"), QStringLiteral("ar-diff"), QStringLiteral("ar-seasonal"), QStringLiteral("ar-auto")};
        if (autoregressions.contains(model.model))
            return {};
        return RungText::tr("rls moves the coefficients of %1; %2 has none of these. Refit it instead.").arg(autoregressions.join(QStringLiteral(", ")), model.model);
    }
    Result<LadderStep> climbed(const UpdateTask &task, qint64 heldBack, JobContext &job) const override
    {
        const Result<PreparedSeries> prepared = task.prepared(task.current.boundary, heldBack, job);
        if (!prepared)
            return fail(prepared.error());
        return continuedAr(task.current.saved, prepared->series(), knownOf(task, *prepared), forgettingOf(task.current.saved)).map([&](const ArContinuation &done) {
            return LadderStep{{done.saved, task.current.boundary, endOf(*prepared), 0}, words(done), numbers(done)};
        });
    }

private:
    static QString words(const ArContinuation &done)
    {
        return RungText::tr("The coefficients went on over %n steps: mean %1 to %2, error of one step %3 to %4.", nullptr, int(done.steps))
            .arg(plainNumber(done.meanBefore), plainNumber(done.meanAfter), plainNumber(done.deviationBefore), plainNumber(done.deviationAfter));
    }
    static QJsonObject numbers(const ArContinuation &done)
    {
        return {{QStringLiteral("newSteps"), done.steps}, {QStringLiteral("forgetting"), done.forgetting}, {QStringLiteral("meanBefore"), done.meanBefore},
                {QStringLiteral("meanAfter"), done.meanAfter}, {QStringLiteral("deviationBefore"), done.deviationBefore},
                {QStringLiteral("deviationAfter"), done.deviationAfter}, {QStringLiteral("largestMove"), done.largestMove}};
    }
};

class Tune : public Rung {
public:
    QString name() const override { return rungName(RungKind::FineTune); }
    QString whyNot(const ModelSpec &model) const override { return whyNoFineTuning(model.model); }
    Result<LadderStep> climbed(const UpdateTask &task, qint64 heldBack, JobContext &job) const override
    {
        const Result<PreparedSeries> prepared = task.prepared(task.current.boundary, heldBack, job);
        if (!prepared)
            return fail(prepared.error());
        FineTuning tuning;
        tuning.known = knownOf(task, *prepared);
        return fineTuned(task.spec.model, task.current.saved, *prepared, tuning, job).map([&](const FineTuned &done) {
            return LadderStep{{done.saved, task.current.boundary, endOf(*prepared), 0}, words(done), numbers(done, tuning)};
        });
    }

private:
    static QString words(const FineTuned &done)
    {
        return RungText::tr("The network learnt from %1 new windows and %2 old ones: its loss on the new ones went from %3 to %4.")
            .arg(QLocale().toString(done.newWindows), QLocale().toString(done.oldWindows), plainNumber(done.lossBefore), plainNumber(done.lossAfter));
    }
    static QJsonObject numbers(const FineTuned &done, const FineTuning &tuning)
    {
        return {{QStringLiteral("newWindows"), done.newWindows}, {QStringLiteral("oldWindows"), done.oldWindows}, {QStringLiteral("epochs"), tuning.epochs},
                {QStringLiteral("lossBefore"), done.lossBefore}, {QStringLiteral("lossAfter"), done.lossAfter}};
    }
};

class Refit : public Rung {
public:
    QString name() const override { return rungName(RungKind::Refit); }
    Result<LadderStep> climbed(const UpdateTask &task, qint64 heldBack, JobContext &job) const override
    {
        const qint64 length = task.aligned.size() - heldBack;
        const WallMs boundary = PreparationTask{task.series, task.spec, task.surroundings, job}.boundaryFor(task.aligned.axis, length, task.spec.model);
        const Result<PreparedSeries> prepared = task.prepared(boundary, heldBack, job);
        if (!prepared)
            return fail(prepared.error());
        Result<FitOptions> options = fittingOptions(*prepared, task.spec.horizon, heldBack, task.companions.get(), job);
        if (!options)
            return fail(options.error());
        options->hooks.onEpoch = [&job](const EpochLosses &losses) {
            job.report(losses.epoch, losses.epochs, RungText::tr("epoch %1 of %2").arg(QLocale().toString(losses.epoch), QLocale().toString(losses.epochs)));
        };
        const auto model = fittedModel(task.spec.model, *prepared, std::move(*options), job);
        if (!model)
            return fail(model.error());
        return (*model)->save().map([&](const SavedModel &saved) {
            return LadderStep{{saved, boundary, endOf(*prepared), 0},
                              RungText::tr("Learnt anew from %1 observations: %2", "number, a sentence").arg(QLocale().toString(length), (*model)->explanation()),
                              {{QStringLiteral("observations"), length}, {QStringLiteral("newSteps"), task.newSteps()}}};
        });
    }
};

} // namespace

std::unique_ptr<Rung> makeRung(RungKind kind)
{
    switch (kind) {
    case RungKind::Rls: return std::make_unique<GoOn>();
    case RungKind::FineTune: return std::make_unique<Tune>();
    case RungKind::Refit: return std::make_unique<Refit>();
    case RungKind::Roll: break;
    }
    return std::make_unique<Roll>();
}

std::optional<RungKind> gentleRung(const ModelSpec &model)
{
    for (const RungKind kind : {RungKind::Rls, RungKind::FineTune})
        if (makeRung(kind)->whyNot(model).isEmpty())
            return kind;
    return {};
}

} // namespace foretrail
