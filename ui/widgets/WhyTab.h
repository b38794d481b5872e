#pragma once

#include "core/training/ExplainedForecast.h"
#include "core/training/InputImportance.h"
#include "ui/AppSession.h"
#include "ui/widgets/ForecastTab.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace foretrail {

class BarChart;
class EmptyState;
class MarkChart;
class RunningJob;

/// What the forecast is made of: one step as a waterfall, all of them as stacked columns, and a sentence; and how much each group of inputs
/// matters for the error in the test part.
class WhyTab : public ForecastTab {
    Q_OBJECT
public:
    explicit WhyTab(AppSession &session, QWidget *parent = nullptr);
    QString title() const override { return tr("Why"); }
    const ExplainedForecast *explained() const { return m_explained.get(); } ///< nullptr: not yet

protected:
    void fill() override;
    void retranslate() override;

private:
    MarkChart *addChart(const QString &name);
    QWidget *importancePage();
    void arrange();
    bool isNetwork() const;
    void explain();
    void take(Result<ExplainedForecast> explained);
    void showStep();
    void showProblem(const QString &sentence, const QString &button = {});
    void testInputs();
    void showImportance();
    void saveDrawing(const MarkChart &chart, const QString &format);

    QLabel *m_sentence;
    QLabel *m_stepLabel;
    QSpinBox *m_step;
    QComboBox *m_what;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    MarkChart *m_waterfall;
    MarkChart *m_stack;
    BarChart *m_importance;
    QLabel *m_importanceNote;
    QPushButton *m_test;
    RunningJob *m_testing;
    LatestJob m_job, m_testJob;
    std::shared_ptr<const ExplainedForecast> m_explained;
    std::optional<ImportanceReport> m_report;
};

} // namespace foretrail
