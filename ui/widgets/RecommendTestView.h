#pragma once

#include "core/behaviour/recommend/RecommendTest.h"
#include "core/data/Questions.h"
#include "ui/charts/ChartContent.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace foretrail {

class BarChart;
class EmptyState;
class RunningJob;
class TextTableModel;
class JobRunner;

/// Tests of models of next items: which models and how at the left, the figures at the right; popularity is always among them. The
/// page does the work.
class RecommendTestView : public QWidget {
    Q_OBJECT
public:
    explicit RecommendTestView(JobRunner &jobs, QWidget *parent = nullptr);

    /// The days there are to test on; another data set begins with the last tenth of its days.
    void setData(const DataSummary &summary);
    RecommendTestRequest request() const;
    RunningJob &running() { return *m_running; }
    void setRunning(bool isRunning);
    void setReport(const RecommendReport &report, const QString &segment = {}); ///< of users of a segment alone; empty: of all
    void setProblem(const QString &problem); ///< in place of figures
    void setStale(bool isStale);             ///< rows came or went since
    void setSegment(const QString &name);    ///< that is chosen now; empty: none
    const RecommendReport &report() const { return m_report; }

Q_SIGNALS:
    void runClicked();
    void stopClicked();
    void exportRequested(const foretrail::BarContent &content, const QString &format);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeSettings();
    void fillModels();
    void fillLengths();
    void showTexts();
    void showFindings();
    void showWays();
    QStringList checkedModels() const;
    QList<QStringList> tableAt(int k) const;

    RecommendReport m_report;
    QString m_problem;
    QString m_segment;       ///< that the report is of
    QString m_chosenSegment; ///< now
    bool m_isRunning = false;
    bool m_isStale = false;
    bool m_hasClock = true;
    bool m_hasDays = true; ///< several, one of which a test can begin with
    QLabel *m_modelsTitle;
    QListWidget *m_models;
    QLabel *m_wayTitle;
    QComboBox *m_way;
    QLabel *m_sinceTitle;
    QDateEdit *m_since;
    QLabel *m_lengthTitle;
    QSpinBox *m_length;
    QPushButton *m_run;
    RunningJob *m_running;
    QLabel *m_sentence;
    QLabel *m_note;
    QLabel *m_atTitle;
    QComboBox *m_at;
    TextTableModel *m_figures;
    QTableView *m_table;
    BarChart *m_bars;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};

} // namespace foretrail
