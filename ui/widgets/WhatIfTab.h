#pragma once

#include "core/training/Scenario.h"
#include "ui/AppSession.h"
#include "ui/models/TextTableModel.h"
#include "ui/models/WhatIfGridModel.h"
#include "ui/widgets/ForecastTab.h"

#include <QUndoStack>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace foretrail {

class LineChart;
class PointDragger;

/// The forecast under changed inputs: a scenario is typed into a grid or into a line, or dragged on the chart, forecast with the fitted model and shown beside the
/// forecast as it is. Scenarios are kept in the workspace by name; several that are selected stand beside each other.
class WhatIfTab : public ForecastTab {
    Q_OBJECT
public:
    explicit WhatIfTab(AppSession &session, QWidget *parent = nullptr);
    QString title() const override { return tr("What if"); }
    QUndoStack &undoStack() { return m_steps; } ///< of the scenario and of those that are kept; the page has the keys
    const Scenario &scenario() const { return m_scenario; } ///< the one that is being changed
    const ScenarioForecast *base() const { return m_base.get(); }
    const ScenarioForecast *changed() const { return m_forecasts.isEmpty() ? nullptr : m_forecasts.front().get(); }

protected:
    void fill() override;
    void retranslate() override;

private:
    using Shared = std::shared_ptr<const ScenarioForecast>;
    struct Answer {
        std::shared_ptr<const ModelData> data;
        Shared base;
        QList<Shared> forecasts; ///< of each scenario that was asked for; nullptr where it fails
        QString problem;
    };
    static Result<Answer> answer(Workspace &workspace, std::shared_ptr<const ModelData> data, const ShownForecast &shown, const QList<Scenario> &scenarios, JobContext &job);

    QPushButton *addButton(const QString &name, QLayout *layout, void (WhatIfTab::*clicked)());
    QWidget *scenarioPanel();
    QWidget *inputPanel();
    QWidget *changeLine();
    QWidget *changesPart();
    void connectAll();

    void ask();
    void take(Result<Answer> answer);
    void showAnswer();
    void showChart();
    void showDifferences();
    void showColumnsNote();
    QString sentence() const;
    void fillWhat();
    void showPlaces();

    void addTyped();
    void onTyped(int row, int column, const QString &text);
    void addChange(const Result<ScenarioChange> &change);
    void changeValue(qint64 step, double value); ///< of the history, by dragging it
    void setScenario(const Scenario &scenario); ///< an edit
    void put(const Scenario &scenario);
    void showChanges();

    void loadStored();
    void showStored(const QList<Scenario> &stored);
    void chooseStored();
    void change(const QString &title, std::function<Result<void>(Workspace &, JobContext &)> work);
    void newScenario();
    void save();
    void duplicate();
    void rename();
    void remove();
    void removeChange();
    void store(const QString &text, const Scenario &scenario); ///< `text` tells the edit
    void write(const Scenario &scenario);                      ///< in place of the one of that name
    void writeName(const QString &name, const QString &newName);
    void erase(const QString &name);
    const Scenario *storedAs(const QString &name) const; ///< nullptr: none is
    const Scenario *selectedStored() const;
    bool isTaken(const QString &name);  ///< and says so
    bool isTold(qsizetype place) const; ///< of the forecasts: it is there, and of changes

    WhatIfGridModel m_gridModel; ///< before the tables that show it
    TextTableModel m_differenceModel;
    QLabel *m_sentence, *m_note;
    QListWidget *m_list, *m_changes;
    QWidget *m_changesPart = nullptr; ///< what is changed so far; gone while nothing is, nor can be taken back
    QComboBox *m_what, *m_models, *m_show;
    QLineEdit *m_from, *m_to, *m_by;
    QPushButton *m_add = nullptr, *m_new = nullptr, *m_save = nullptr, *m_duplicate = nullptr, *m_rename = nullptr, *m_delete = nullptr, *m_undo = nullptr, *m_removeChange = nullptr;
    QTableView *m_grid, *m_differences;
    LineChart *m_chart;
    PointDragger *m_dragger; ///< of its history
    QStackedWidget *m_results;
    LatestJob m_job, m_listJob;
    std::shared_ptr<const ModelData> m_data;
    Shared m_base;
    QList<Scenario> m_asked;   ///< the one that is being changed first, then those that are compared with it
    QList<Shared> m_forecasts; ///< of those
    QString m_problem;
    Scenario m_scenario;
    QList<Scenario> m_stored; ///< as the workspace will have them when what is being written has ended
    int m_writing = 0;        ///< jobs that write them and have not ended
    QUndoStack m_steps;
};

} // namespace foretrail
