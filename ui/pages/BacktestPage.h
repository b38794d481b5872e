#pragma once

#include "ui/BacktestRun.h"
#include "ui/StoredRecipes.h"
#include "ui/models/SeriesListModel.h"
#include "ui/pages/Page.h"

#include <QPointer>

class QStackedWidget;

namespace foretrail {

class BacktestInspector;
class BacktestView;
class EmptyState;
class ItemBrowser;
class RunningJob;
class SeriesLoader;

/// Series at the left, what the last backtest found beside them, its settings in the inspector. The findings stay until another
/// backtest or another workspace comes; they are marked where data or settings are no longer the same.
class BacktestPage : public Page {
    Q_OBJECT
public:
    explicit BacktestPage(AppSession &session, QWidget *parent = nullptr);

    QAction *primaryAction() override { return m_run; }
    QList<QAction *> moreActions() override;
    QWidget *inspector() override;
    void activate() override;
    const BacktestFindings &findings() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QAction *addExport(const QString &name);
    void arrange();
    void connectAll();
    void retranslate();
    void followTrainedRecipe();
    void onWorkspace();
    void markStale();
    void takeList(const std::shared_ptr<const SeriesList> &list);
    void onChosen();
    void showState();
    void showStale();
    QString whyNot() const; ///< why nothing can be tested now; empty when it can
    Result<BacktestRequest> request() const;
    void run();
    void stop();
    void take(Result<BacktestFindings> result);
    void followSeries(const QString &key, const QString &model);
    QString askPath(const QString &name, const QString &format);
    void savePicture(const QString &title, const QString &format, const Result<QByteArray> &bytes);
    using Write = std::function<Result<void>(const BacktestReport &report, const QString &path)>;
    void saveTable(const QString &title, const Write &write);

    StoredRecipes m_recipes;
    QAction *m_run;
    QAction *m_copy;
    QAction *m_exportModels;
    QAction *m_exportGroups;
    QAction *m_exportScores;
    ItemBrowser *m_browser;
    SeriesLoader *m_series;
    RunningJob *m_running;
    EmptyState *m_nothing; ///< in place of findings
    BacktestView *m_view;
    EmptyState *m_empty;   ///< in place of all
    QStackedWidget *m_found;
    QStackedWidget *m_stack;
    QPointer<BacktestInspector> m_inspector; ///< the window adopts it
    std::shared_ptr<const SeriesList> m_list;
    JobId m_job = 0;
    int m_start = 0;             ///< number of the backtest asked for last; answers of others are dropped
    bool m_isRunning = false;
    bool m_isDataStale = false;  ///< rows came or went since the findings were asked for
    bool m_isDataChanged = false; ///< the same of the backtest that runs
    Recipe m_trainedRecipe; ///< that the last training settings held when they were read
    QString m_note;              ///< how the last one ended that found nothing
};

} // namespace foretrail
