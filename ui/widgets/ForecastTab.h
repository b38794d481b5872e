#pragma once

#include "core/data/StepRows.h"
#include "core/evaluation/Residuals.h"
#include "core/report/Provenance.h"
#include "core/training/AdjustFromWorkspace.h"
#include "ui/charts/ChartContent.h"

#include <QWidget>

#include <optional>

namespace foretrail {

class AppSession;
class LineChart;

/// All that one forecast puts on screen; made whole on a worker thread.
struct ShownForecast {
    ForecastOutcome outcome;
    TrainingSpec spec;
    QString runName; ///< of a stored run; empty for one made here
    Provenance provenance{};
    ChartContent chart;
    QList<QStringList> table;
    ResidualDiagnostics residuals;
    KeptAdjustments adjustments; ///< what people corrected of the future
    bool isEmpty() const { return chart.isEmpty(); }
    bool hasFuture() const { return !outcome.future.mean.empty(); }
};

/// One way to question the forecast that is shown: a tab below the chart of page Forecast. It is filled when it is on screen and the
/// forecast is another one.
class ForecastTab : public QWidget {
    Q_OBJECT
public:
    explicit ForecastTab(AppSession &session, QWidget *parent = nullptr) : QWidget(parent), m_session(session) {}

    virtual QString title() const = 0;
    /// nullptr: nothing is shown.
    void setForecast(std::shared_ptr<const ShownForecast> forecast);
    /// The step of the axis of the history that a person points at in another chart; none: nowhere. Charts over the same time follow.
    virtual void setCursor(std::optional<qint64> index);

Q_SIGNALS:
    void cursorMoved(std::optional<qint64> index); ///< by a person, in this tab
    void barsExport(const foretrail::BarContent &content, const QString &format);
    void chartExport(const foretrail::ChartContent &content, const QString &format);
    void stepWanted(qint64 index);    ///< the chart above is to show this step of the axis
    /// The rows of the log behind a step are to be shown; `title` names the series and the step, `sentence` says what stands behind them.
    void rowsWanted(const foretrail::StepQuestion &question, const QString &title, const QString &sentence);
    void adjustmentsChanged(const foretrail::KeptAdjustments &adjustments); ///< a person corrected; they are being stored
    void keepWanted();                ///< the forecast is to be stored as a run
    void forecastChanged();           ///< what the workspace keeps beside it was changed here: it is to be made anew

protected:
    virtual void fill() = 0;        ///< with forecast(), or without one
    virtual void retranslate() = 0; ///< texts of the controls; fill() follows
    /// A chart of this tab over time: its cursor follows those of the other charts of the page, and they follow it.
    void linkCursor(LineChart &chart);
    virtual bool isAlwaysFilled() const { return false; } ///< while it is out of sight, too
    const ShownForecast *forecast() const { return m_forecast.get(); }
    std::shared_ptr<const ShownForecast> sharedForecast() const { return m_forecast; }
    AppSession &session() const { return m_session; }

    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fillWhenSeen();

    AppSession &m_session;
    std::shared_ptr<const ShownForecast> m_forecast;
    QList<LineChart *> m_linked;
    bool m_isStale = true;
};

/// All tabs, in the order in which they stand; their names are what settings know them by.
QList<ForecastTab *> makeForecastTabs(AppSession &session);

} // namespace foretrail
