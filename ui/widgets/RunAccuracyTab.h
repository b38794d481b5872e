#pragma once

#include "core/training/RunAccuracy.h"
#include "ui/AppSession.h"
#include "ui/models/TextTableModel.h"
#include "ui/widgets/ForecastTab.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace foretrail {

class EmptyState;
class LineChart;
class MarkChart;

/// What stored runs forecast for the series that is shown, against what happened since: curves, the error by step ahead, and a table of
/// runs and steps. Says why where nothing can be compared yet.
class RunAccuracyTab : public ForecastTab {
    Q_OBJECT
public:
    explicit RunAccuracyTab(AppSession &session, QWidget *parent = nullptr);
    QString title() const override { return tr("Accuracy"); }

protected:
    void fill() override;
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    enum View { Curves, Table };

    void arrange();
    QComboBox *addCombo(const QString &name);
    void read();      ///< the runs of the series that is shown
    void readAgain(); ///< at once where this is on screen, else once it is
    void take(Result<QList<SeriesAccuracy>> result);
    void fillRuns();
    void showChosen();
    void showNothing(const QString &sentence);
    void showUnkept();
    QString sentence() const;
    const SeriesAccuracy *current() const; ///< nullptr: none

    LatestJob m_job;
    TextTableModel m_rows; ///< before the table that shows it
    QList<SeriesAccuracy> m_all; ///< one for each axis that runs of the series have
    bool m_isOld = true;         ///< runs or data changed since it was read
    QLabel *m_sentence;
    QComboBox *m_run;   ///< its data: place of the axis and of the run, -1 for all
    QComboBox *m_errors;
    QComboBox *m_view;
    LineChart *m_curves;
    MarkChart *m_bars;
    QTableView *m_table;
    QStackedWidget *m_views;
    EmptyState *m_nothing;
    QStackedWidget *m_stack;
};

} // namespace foretrail
