#include "core/training/RunImport.h"

#include "core/data/RunFile.h"
#include "core/training/OutcomeJson.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace foretrail {

namespace {

struct RunImportText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RunImport)
};

} // namespace

Result<void> checkRun(const RunRecord &run)
{
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(run.summary.spec);
    if (!spec)
        return fail(spec.error());
    if (const Result<ForecastOutcome> outcome = outcomeFromJson(run.outcome); !outcome)
        return fail(outcome.error());
    if (spec->model.model != run.summary.model)
        return fail(ErrorCode::Format, RunImportText::tr("it says that it is of the model %1, its settings say %2.").arg(run.summary.model, spec->model.model));
    ModelSpec model = spec->model;
    model.engine = EngineKind::Own; // weights are the same for both, and LibTorch may not be here
    const auto forecaster = makeForecaster(model);
    return forecaster ? (*forecaster)->restore({run.modelState, run.weights}) : fail(forecaster.error());
}

Result<RunId> importRun(Workspace &workspace, const QString &path, JobContext &job)
{
    const Result<RunRecord> run = loadRunFile(path);
    if (!run)
        return fail(run.error());
    if (const Result<void> fine = checkRun(*run); !fine)
        return fail(ErrorCode::Format, RunImportText::tr("%1 was not taken in: %2").arg(QFileInfo(path).fileName(), fine.error().message), fine.error().detail);
    return RunStore(workspace).add(*run, job);
}

} // namespace foretrail
