#pragma once

#include "core/evaluation/Residuals.h"
#include "core/training/Experiment.h"
#include "ui/AppSession.h"
#include "ui/charts/ChartContent.h"
#include "ui/models/SeriesListModel.h"
#include "ui/models/TextTableModel.h"
#include "ui/pages/Page.h"

#include <QPointer>
#include <QTimer>

class QSplitter;
class QTabWidget;
class QTableView;

namespace foretrail {

class ForecastInspector;
class ItemBrowser;
class LineChart;
class ResidualsView;
class SeriesLoader;

/// Series at the left, the forecast of the chosen one on top, residuals and numbers below, settings in the inspector.
class ForecastPage : public Page {
    Q_OBJECT
public:
    explicit ForecastPage(AppSession &session, QWidget *parent = nullptr);
    ~ForecastPage() override;

    QAction *primaryAction() override { return m_export; }
    QWidget *inspector() override;
    void activate() override;

    /// All that one forecast puts on screen; made whole on a worker thread.
    struct Shown {
        ForecastOutcome outcome;
        TrainingSpec spec;
        QString runName; ///< of a stored run; empty for one made here
        ChartContent chart;
        QList<QStringList> table;
        ResidualDiagnostics residuals;
    };
    const Shown &shown() const { return m_shown; }

protected:
    void changeEvent(QEvent *event) override;

private:
    static Shown shownOf(ForecastOutcome outcome, const TrainingSpec &spec, const QString &runName, const QString &workspace);
    static Result<Shown> forecast(Workspace &workspace, const TrainingSpec &spec, JobContext &job);
    static Result<Shown> history(Workspace &workspace, const TrainingSpec &spec, JobContext &job);
    static Result<Shown> reopened(Workspace &workspace, RunId run, JobContext &job);

    void arrange();
    void connectAll();
    void retranslate();
    void markStale();
    void takeList(const std::shared_ptr<const SeriesList> &list);
    void onSeries(const QString &key, const QString &name);
    void requestForecast(); ///< soon; several changes make one request
    void runForecast();
    void train();
    void openRun();
    void takeSettings(const TrainingSpec &spec); ///< of another page
    void take(Result<Shown> result);
    void show(const Shown &shown);
    void followRun();
    void showEmpty(const QString &sentence, const QString &button);
    void showSentence();
    TrainingSpec currentSpec() const;
    void askFormat();
    void exportAs(const QString &format);
    void exportBars(const BarContent &content, const QString &format);
    QString askPath(const QString &name, const QString &format);

    LatestJob m_forecastJob;
    QAction *m_export;
    ItemBrowser *m_browser;
    SeriesLoader *m_series;
    LineChart *m_chart;
    QTabWidget *m_tabs;
    ResidualsView *m_residuals;
    QTableView *m_tableView;
    TextTableModel m_table;
    QSplitter *m_splitter;
    QPointer<ForecastInspector> m_inspector; ///< the window adopts it
    QTimer m_debounce;
    Shown m_shown;
    bool m_isTraining = false;
};

} // namespace foretrail
