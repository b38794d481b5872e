#pragma once

#include "core/report/ReconciledForecast.h"
#include "core/jobs/JobRunner.h"
#include "ui/widgets/ForecastTab.h"

#include <QStandardItemModel>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTreeView;

namespace foretrail {

class EmptyState;

/// Total, categories and items forecast so that they add up, beside what each said alone. A line leads to its series.
class HierarchyTab : public ForecastTab {
    Q_OBJECT
public:
    explicit HierarchyTab(AppSession &session, QWidget *parent = nullptr);
    QString title() const override { return tr("Adds up"); }
    const ReconciledForecast &reconciled() const { return m_forecast; }

protected:
    void fill() override;
    void retranslate() override;

private:
    void arrange();
    void start();
    void show(const ReconciledForecast &forecast);
    void showLines();
    void showState();
    void open(const QModelIndex &line);
    void save();

    LatestJob m_job;
    ReconciledForecast m_forecast;
    SeriesQuery m_asked; ///< of what is shown
    QStandardItemModel m_lines;
    QLabel *m_sentence;
    QComboBox *m_method;
    QSpinBox *m_top;
    QPushButton *m_start;
    QPushButton *m_save;
    QStackedWidget *m_stack; ///< what is found, or what to do
    QTreeView *m_tree;
    EmptyState *m_empty;
    bool m_isRunning = false;
};

} // namespace foretrail
