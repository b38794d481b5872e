#pragma once

#include "core/training/StepErrors.h"
#include "ui/AppSession.h"
#include "ui/widgets/ForecastTab.h"

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace foretrail {

class BarChart;
class MarkChart;

/// What is left over after a model: over time, as a distribution, by lag, weekday, month and step ahead, with a sentence that says whether
/// there is a pattern left. Up to three charts are seen at a time. A click on a residual brings its step into the chart above and asks
/// for the rows of the log behind it.
class ResidualsTab : public ForecastTab {
    Q_OBJECT
public:
    explicit ResidualsTab(AppSession &session, QWidget *parent = nullptr);
    QString title() const override { return tr("Residuals"); }
    void setCursor(std::optional<qint64> index) override;

protected:
    void fill() override;
    void retranslate() override;

private:
    static constexpr int mostSeen = 3;
    /// One chart, and what the menu calls it.
    struct View {
        QString name;
        QWidget *chart = nullptr;
        QAction *action = nullptr;
    };

    BarChart *addBars(const QString &name);
    MarkChart *addDrawing(const QString &name);
    void addView(QWidget *chart);
    void choose(const QStringList &names); ///< these are seen, and no others
    void onChosen(QAction *action);
    void fillCharts();
    qint64 firstShownOverTime() const;
    void askStepErrors(); ///< of earlier origins, once the chart of them is seen
    void openStep(qint64 index);

    QLabel *m_sentence;
    QToolButton *m_choose;
    QMenu *m_menu;
    QList<View> m_views;
    QStringList m_seen; ///< names, the one chosen first first
    BarChart *m_overTime;
    MarkChart *m_distribution;
    BarChart *m_autocorrelation;
    BarChart *m_partial;
    MarkChart *m_normal;
    MarkChart *m_fitted;
    MarkChart *m_weekdays;
    MarkChart *m_months;
    MarkChart *m_steps;
    LatestJob m_stepJob;
    std::vector<StepError> m_stepErrors;
    bool m_hasAskedSteps = false;
};

} // namespace foretrail
