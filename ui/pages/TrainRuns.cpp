// What the Train page does with stored runs.
#include "ui/pages/TrainPage.h"

#include "core/training/RunComparison.h"
#include "core/training/RunawayRun.h"
#include "ui/asking/FileDialogs.h"
#include "ui/dialogs/BranchDialog.h"
#include "ui/dialogs/RunCompareDialog.h"
#include "ui/widgets/ItemBrowser.h"
#include "ui/widgets/LossPanel.h"
#include "ui/widgets/TrainInspector.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

void TrainPage::useSettings(const RunSummary &run)
{
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(run.spec);
    if (!spec)
        return session().report(spec.error(), run.name);
    m_inspector->setSpec(*spec);
    session().selection().setRun({});
    session().selection().setSeries(run.seriesKey, run.seriesName);
    session().selection().setQuestion(spec->query);
    session().chooseSegment(spec->query.segment);
    m_browser->select(run.seriesKey);
}

void TrainPage::showForecast(RunId run)
{
    if (!run.isValid())
        return;
    session().selection().setRun(run);
    Q_EMIT session().pageRequested(QStringLiteral("forecast"));
}

void TrainPage::compare(const QList<RunSummary> &runs)
{
    QList<RunId> ids;
    for (const RunSummary &run : runs)
        ids.append(run.id);
    m_storedRuns.loadTogether(ids, false, this, [this](const QList<RunRecord> &records) { RunCompareDialog::open(records, window()); });
}

void TrainPage::reproduce(const RunSummary &run)
{
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(run.spec);
    if (!spec)
        return session().report(spec.error(), run.name);
    m_note.clear();
    m_isLive = true;
    m_trainings.start(*spec, run.name, run.id);
    followTraining();
    showState();
}

void TrainPage::branch(const RunSummary &run, const JudgedEpoch &epoch)
{
    Result<TrainingSpec> spec = TrainingSpec::fromJson(run.spec);
    if (!spec)
        return session().report(spec.error(), run.name);
    if (const auto runaway = runawayOf(run); runaway && spec->model.learningRate >= runaway->rate)
        spec->model.learningRate = calmerRate(runaway->rate);
    BranchDialog::open(run, *spec, epoch, this, [this, name = run.name](const Branch &branch) {
        m_note.clear();
        m_isLive = true;
        m_trainings.branch(branch, name);
        followTraining();
        showState();
    });
}

/// It became a run all the same, with what it knew before.
void TrainPage::tellRunaway(const QList<RunSummary> &runs, RunId trained)
{
    const auto run = std::ranges::find(runs, trained, &RunSummary::id);
    if (run == runs.end())
        return;
    if (const auto runaway = runawayOf(*run))
        session().report({ErrorCode::Diverged, runawaySentence(*runaway), {}}, run->name);
}

void TrainPage::tellReproduced(const QList<RunRecord> &runs)
{
    const Reproduction outcome = compareAgain(runs.front(), runs.back());
    const QString name = runs.front().summary.name;
    if (outcome.isSame) {
        m_note = tr("%1 was reproduced: all numbers are the same, to the last bit.").arg(name);
    } else if (outcome.largestDifference == 0) {
        m_note = tr("The forecasts of %1 are the same, what its model keeps is not: a training that was ended or steered by hand goes another way.").arg(name);
    } else {
        m_note = std::isfinite(outcome.largestDifference)
            ? tr("%1 was not reproduced: forecasts of the test part differ by up to %2 %.")
                  .arg(name, QLocale().toString(100 * outcome.largestDifference, 'g', 3))
            : tr("%1 was not reproduced: its test part is another.").arg(name);
        if (outcome.hasOtherData)
            m_note += QLatin1Char(' ') + tr("The data has changed since.");
        if (outcome.hasOtherProgram)
            m_note += QLatin1Char(' ') + tr("It was trained by another version of Foretrail.");
    }
    showState();
}

void TrainPage::exportRun(const RunSummary &run)
{
    const QString path = FileDialogs::saveFile(window(), tr("Export the run"), FileDialogs::nameOf(run.name) + QStringLiteral(".foretrail-run"), tr("Runs (*.foretrail-run)"));
    if (!path.isEmpty())
        m_storedRuns.exportTo(run.id, path);
}

void TrainPage::importRuns()
{
    const QStringList paths = FileDialogs::openFiles(window(), tr("Import runs"), {}, tr("Runs (*.foretrail-run)"));
    if (!paths.isEmpty())
        m_storedRuns.importFrom(paths);
}

} // namespace foretrail
