#pragma once

#include "ui/AppSession.h"
#include "ui/charts/ChartExport.h"
#include "ui/models/SeriesListModel.h"
#include "ui/pages/Page.h"
#include "ui/widgets/ForecastTab.h"

#include <QPointer>
#include <QTimer>

class QSplitter;
class QTabWidget;

namespace foretrail {

class AdjustTab;
class BusyCover;
class ForecastBeside;
class ForecastExport;
class ForecastInspector;
class ForecastNotes;
class ItemBrowser;
class LineChart;
class PaneRoom;
class PointDragger;
class SeriesLoader;
class StepRowsDialog;

/// Series at the left, the forecast of the chosen one on top, what questions it in tabs below, settings in the inspector.
class ForecastPage : public Page {
    Q_OBJECT
public:
    explicit ForecastPage(AppSession &session, QWidget *parent = nullptr);
    ~ForecastPage() override;

    QAction *primaryAction() override { return m_export; }
    QList<QAction *> moreActions() override;
    QWidget *inspector() override;
    void activate() override;

    /// Empty while nothing is shown.
    using Shown = ShownForecast;
    const Shown &shown() const { return *m_shown; }

protected:
    void changeEvent(QEvent *event) override;

private:
    /// `made`: when it was forecast.
    static Shown shownOf(ForecastOutcome outcome, const TrainingSpec &spec, const QString &runName, const QString &workspace,
                         const QDateTime &made = QDateTime::currentDateTimeUtc());
    static Result<Shown> adjustedOf(Workspace &workspace, Shown shown);
    static void drawAdjustments(Shown &shown);
    static Result<Shown> forecast(Workspace &workspace, const TrainingSpec &spec, JobContext &job);
    static Result<Shown> history(Workspace &workspace, const TrainingSpec &spec, JobContext &job);
    static Result<Shown> reopened(Workspace &workspace, RunId run, JobContext &job);

    void arrange();
    void connectAll();
    void connectExploring();
    void addKeys();
    void retranslate();
    void markStale();
    void takeLast();
    void onSegment();
    void takeList(const std::shared_ptr<const SeriesList> &list);
    void onSeries(const QString &key, const QString &name);
    void requestForecast(); ///< soon; several changes make one request
    void runForecast();
    void train();
    void openRun();
    void takeSettings(const TrainingSpec &spec); ///< of another page
    void take(Result<Shown> result);
    void show(Shown shown);
    void followShown();
    void showEmpty(const QString &sentence, const QString &button);
    void showSentence();
    TrainingSpec currentSpec() const;
    void exportAs(const QString &format);
    std::shared_ptr<const Shown> asSeen() const;
    ChartSpan seen() const; ///< the part of the chart that is on screen
    void makeReport();
    void restoreTab();
    void keepAsRun(); ///< what is shown, to be compared with later
    void tellTabs(); ///< what is shown now
    void adjust(const KeptAdjustments &adjustments); ///< the same forecast, corrected
    void letDrag(); ///< the points of the forecast that is shown
    /// Another series is chosen than the one that is shown: until its forecast is there nothing can be done to the other one.
    void setAwaiting(bool isAwaiting);
    void beginBusy(const QString &what); ///< until setAwaiting(false) something is made in the place of what is shown
    QString wish() const;                ///< what currentSpec() asks for, for people
    void showBusy();
    void stopBusy(); ///< a person does not want it: all says again what is shown
    void goBackToShown();
    void findEvents();
    void compose(); ///< what the chart shows of it
    void showBeside();
    void forgetBeside();
    void moveCursor(std::optional<qint64> index, const ForecastTab *by);
    QString momentOf(qint64 note) const;
    void showStep(qint64 index);
    void showRows(const StepQuestion &question, const QString &title, const QString &sentence);

    LatestJob m_forecastJob;
    QAction *m_export;
    ForecastExport *m_files;
    ForecastNotes *m_notes;
    ForecastBeside *m_beside;
    ItemBrowser *m_browser;
    SeriesLoader *m_series;
    LineChart *m_chart;
    PointDragger *m_dragger;
    QTabWidget *m_tabs;
    QList<ForecastTab *> m_questions; ///< the tabs
    QSplitter *m_splitter;
    QPointer<ForecastInspector> m_inspector; ///< the window adopts it
    QPointer<StepRowsDialog> m_rows;
    QTimer m_debounce;
    std::shared_ptr<const Shown> m_shown;
    QList<EventMark> m_events;
    ChartContent m_content; ///< of the chart
    bool m_isTraining = false;
    bool m_isAwaiting = false;
    BusyCover *m_busy = nullptr;
    PaneRoom *m_room = nullptr;
    QAction *m_stop;
    QAction *m_keep;
    QAction *m_undo; ///< of notes and corrections
    QAction *m_redo;
    RunId m_run; ///< that is shown, where one is
};

} // namespace foretrail
