// What page Forecast asks for (a forecast soon after a change, a network by its button, a stored run) and what it says until that is there.
#include "core/report/ForecastWords.h"
#include "ui/charts/LineChart.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/BusyCover.h"
#include "ui/widgets/ForecastInspector.h"
#include "ui/widgets/ItemBrowser.h"

#include <QAction>

namespace foretrail {

TrainingSpec ForecastPage::currentSpec() const
{
    TrainingSpec spec;
    spec.query = session().selection().query({session().selection().seriesKey()});
    m_inspector->apply(spec);
    return spec;
}

void ForecastPage::requestForecast()
{
    if (!session().hasWorkspace() || session().summary().rows() == 0)
        return;
    session().selection().setRun({}); // what is shown next is no longer the stored run
    beginBusy(wish());
    m_debounce.start();
}

void ForecastPage::runForecast()
{
    if (!session().hasWorkspace())
        return;
    const TrainingSpec spec = currentSpec();
    session().lastView().setForecast(spec);
    // Minutes of work begin only when a person asks for them: until then there is the history, or what was trained here.
    const bool isNeural = m_inspector->isNeural();
    if (isNeural && !m_shown->isEmpty() && m_shown->runName.isEmpty() && m_shown->spec == spec) {
        m_chart->setLoading(false);
        return setAwaiting(false);
    }
    m_isTraining = false;
    m_inspector->setTraining(false);
    m_chart->setLoading(true);
    session().runLatestOnWorkspace<Shown>(m_forecastJob, {tr("Forecasting"), Lane::Read, false},
        [spec, isNeural](Workspace &workspace, JobContext &job) {
            return isNeural ? history(workspace, spec, job) : forecast(workspace, spec, job);
        }, this,
        [this](Result<Shown> result) { take(std::move(result)); });
    m_busy->follow(m_forecastJob.id());
}

void ForecastPage::train()
{
    m_isTraining = true;
    m_inspector->setTraining(true);
    m_chart->setLoading(true);
    const TrainingSpec spec = currentSpec();
    const QString title = tr("Training %1 on %2").arg(spec.model.model, session().selection().seriesName());
    session().runLatestOnWorkspace<Shown>(m_forecastJob, {title, Lane::Train, true},
        [spec](Workspace &workspace, JobContext &job) { return forecast(workspace, spec, job); }, this,
        [this](Result<Shown> result) { take(std::move(result)); });
    beginBusy(title);
    m_busy->follow(m_forecastJob.id());
}

void ForecastPage::openRun()
{
    const RunId run = session().selection().run();
    if (!run.isValid() || !session().hasWorkspace())
        return;
    m_debounce.stop();
    m_chart->setLoading(true);
    session().runLatestOnWorkspace<Shown>(m_forecastJob, {tr("Opening a run"), Lane::Read, false},
        [run](Workspace &workspace, JobContext &job) { return reopened(workspace, run, job); }, this,
        [this, run](Result<Shown> result) {
            m_run = run;
            take(std::move(result));
        });
    beginBusy(tr("Opening a run"));
    m_busy->follow(m_forecastJob.id());
}

void ForecastPage::takeSettings(const TrainingSpec &spec)
{
    if (!m_inspector)
        return;
    m_inspector->show(spec);
    m_browser->select(session().selection().seriesKey());
    requestForecast();
}

void ForecastPage::take(Result<Shown> result)
{
    m_isTraining = false;
    m_inspector->setTraining(false);
    m_chart->setLoading(false);
    if (result)
        return show(std::move(*result));
    if (result.error().isCancelled()) // from the list of jobs
        return stopBusy();
    showEmpty(result.error().message, {});
}

void ForecastPage::setAwaiting(bool isAwaiting)
{
    m_isAwaiting = isAwaiting;
    if (!isAwaiting)
        m_busy->end();
    showBusy();
}

void ForecastPage::beginBusy(const QString &what)
{
    const bool isOld = m_shown->hasFuture(); // a history alone is as true as before
    const QString name = m_shown->runName.isEmpty() ? m_shown->spec.model.model : m_shown->runName;
    m_busy->begin(what, isOld ? tr("Below, pale: %1 with %2, as it was. Esc goes back to it.").arg(seriesTitle(m_shown->outcome.history), name) : QString());
}

QString ForecastPage::wish() const
{
    const TrainingSpec spec = currentSpec();
    const QString &series = session().selection().seriesName();
    const QString text = tr("Forecasting %1 with %2, horizon %3").arg(series.isEmpty() ? session().selection().seriesKey() : series, spec.model.model).arg(spec.horizon);
    return spec.recipe.name.isEmpty() ? text : tr("%1, recipe %2", "Forecasting tea with ets, horizon 28").arg(text, spec.recipe.name);
}

/// What is old can be looked at, but nothing can be done to it.
void ForecastPage::showBusy()
{
    const bool isOld = m_isAwaiting || m_busy->isPale();
    for (ForecastTab *tab : m_questions)
        tab->setEnabled(!isOld);
    m_export->setEnabled(!isOld && m_shown->hasFuture());
    m_stop->setEnabled(m_busy->isBusy());
    m_keep->setEnabled(!isOld && m_shown->hasFuture() && m_shown->runName.isEmpty() && !session().isReadOnly());
    if (m_inspector)
        m_inspector->setOutcomeOld(isOld);
    letDrag();
    if (isOld)
        setSentence(m_busy->isBusy() ? m_busy->what() : tr("Forecasting"));
    else
        showSentence();
}

void ForecastPage::stopBusy()
{
    m_debounce.stop();
    m_forecastJob.cancel();
    m_isTraining = false;
    m_inspector->setTraining(false);
    m_chart->setLoading(false);
    if (m_shown->isEmpty())
        return showEmpty(tr("Stopped. Choose a series or a model to forecast."), {});
    setAwaiting(false);
    goBackToShown();
}

void ForecastPage::goBackToShown()
{
    if (!m_shown->runName.isEmpty() && m_run.isValid())
        session().selection().setRun(m_run);
    else if (m_shown->spec.query.segment == session().selection().segment().choice)
        followShown();
}

} // namespace foretrail
