#pragma once

#include "ui/BacktestRun.h"
#include "ui/charts/ChartContent.h"
#include "ui/models/BacktestModel.h"
#include "ui/models/BacktestSeriesModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTabWidget;
class QTableView;

namespace foretrail {

class BacktestGroups;
class BarChart;
class EmptyLastProxy;
class LineChart;
class ModelPair;

/// What a backtest found: the sentence, the table of models, and tabs for folds, steps, winners, worst series, weekdays and groups of series.
class BacktestView : public QWidget {
    Q_OBJECT
public:
    explicit BacktestView(QWidget *parent = nullptr);

    void setFindings(const BacktestFindings &findings);
    const BacktestFindings &findings() const { return m_findings; }
    /// Names of series as they are called now, by key.
    void setNames(const QHash<QString, QString> &names);
    /// Why the numbers no longer are those of the data and settings at hand; empty: they are.
    void setStale(const QString &reason);
    void setCanRunAgain(bool canRun);
    /// The models table, the selected rows or all, for the clipboard.
    QString modelsText(bool onlySelected) const;

Q_SIGNALS:
    void runAgain();
    void seriesChosen(const QString &key, const QString &model); ///< a person wants to see its forecast
    void exportRequested(const foretrail::ChartContent &content, const QString &format);
    void exportBarsRequested(const foretrail::BarContent &content, const QString &format);

protected:
    void changeEvent(QEvent *event) override;

private:
    QTableView *makeSeriesTable(const QString &name, const QList<BacktestSeriesModel::Column> &hidden);
    void makeModelsTable();
    QWidget *topPart();
    QWidget *winnersPart();
    QWidget *worstPart();
    void arrange();
    void connectAll();
    void retranslate();
    void fillErrors();
    void fillModels();
    void showSentence();
    void showCharts();
    void fitTables();
    void follow(const QModelIndex &index, const QTableView *table);
    void addCopyKey(QTableView *table, std::function<void()> copy);

    BacktestFindings m_findings;
    BacktestModel m_models;
    BacktestSeriesModel m_seriesModel;
    EmptyLastProxy *m_sortedModels;
    QLabel *m_sentence;
    QLabel *m_detail;
    QWidget *m_staleBar;
    QLabel *m_stale;
    QPushButton *m_again;
    QTableView *m_modelsTable;
    ModelPair *m_pair;
    QTabWidget *m_tabs;
    QComboBox *m_error;
    LineChart *m_folds;
    LineChart *m_steps;
    LineChart *m_weekdays;
    BarChart *m_winners;
    QTableView *m_winnersTable;
    QLabel *m_worstTitle;
    QComboBox *m_worstModel;
    QTableView *m_worstTable;
    BacktestGroups *m_groups;
};

} // namespace foretrail
