#pragma once

#include "ui/StoredRecipes.h"
#include "ui/StoredRuns.h"
#include "ui/Trainings.h"
#include "ui/models/SeriesListModel.h"
#include "ui/pages/Page.h"
#include "ui/pages/TrainSearch.h"

#include <QPointer>

class QSplitter;
class QStackedWidget;

namespace foretrail {

class EmptyState;
class ItemBrowser;
class LossPanel;
class QueuePanel;
class RunsView;
class SeriesLoader;
class TrainInspector;
class UnfinishedList;

/// Series at the left, the losses of a training beside them, trainings that stopped and stored runs below, the settings in the
/// inspector.
class TrainPage : public Page {
    Q_OBJECT
public:
    explicit TrainPage(AppSession &session, QWidget *parent = nullptr);

    QAction *primaryAction() override { return m_train; }
    QWidget *inspector() override;
    void activate() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void addUndo();
    void connectAll();
    void connectSearch();
    void retranslate();
    void markStale();
    void markRunsStale();
    void readSettings();
    void measurePace();
    void takeRecipe(const Recipe &recipe);
    void remember(); ///< what the inspector says, for the next start
    void takeList(const std::shared_ptr<const SeriesList> &list);
    void onChosen();
    void showState();
    QString whyNot() const; ///< why nothing can be trained now; empty when it can
    void train();
    void start(TrainingSpec spec, const QList<SeriesInfo> &all);
    void onProgress(const Training &training);
    void rememberPace(const Training &training);
    void onStored(const Training &training, RunId run);
    void onFailed(const Training &training, const Error &error);
    void takeUnfinished(const QList<UnfinishedTraining> &trainings);
    void resume(const UnfinishedTraining &training);
    void takeRuns(const QList<RunSummary> &runs);
    void tellRunaway(const QList<RunSummary> &runs, RunId trained);
    void showRun(RunId run);
    void followTraining();
    void useSettings(const RunSummary &run);
    void showForecast(RunId run);
    void findRate();
    void openSearch();
    void compare(const QList<RunSummary> &runs);
    void reproduce(const RunSummary &run);
    void branch(const RunSummary &run, const JudgedEpoch &epoch);
    void tellReproduced(const QList<RunRecord> &runs); ///< the first one, then the one that was to equal it
    void exportRun(const RunSummary &run);
    void importRuns();

    Trainings m_trainings;
    StoredRecipes m_recipes;
    StoredRuns m_storedRuns;
    TrainSearch m_search;
    QAction *m_train;
    ItemBrowser *m_browser;
    SeriesLoader *m_series;
    QueuePanel *m_queue;
    LossPanel *m_losses;
    UnfinishedList *m_unfinished;
    RunsView *m_runs;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QPointer<TrainInspector> m_inspector; ///< the window adopts it
    QList<SeriesInfo> m_chosen;
    QString m_note;             ///< what became of the last training that left no run
    RunId m_finished;           ///< shown once the table has it
    bool m_isPaceAsked = false;
    bool m_isLive = false;      ///< the losses shown are of a training, not of a stored run
};

} // namespace foretrail
