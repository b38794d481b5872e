#pragma once

#include "ui/models/OverridesModel.h"
#include "ui/models/TextTableModel.h"
#include "ui/widgets/ForecastTab.h"

class QAction;
class QComboBox;
class QLabel;
class QTableView;
class QToolButton;

namespace foretrail {

/// Corrections of the forecast by hand: a grid to type into, totals to spread, reasons, undo; and what past corrections were worth. What
/// is corrected is stored at once and is met again by every later forecast of the series.
class AdjustTab : public ForecastTab {
    Q_OBJECT
public:
    explicit AdjustTab(AppSession &session, QWidget *parent = nullptr);

    QUndoStack &undoStack(); ///< of the corrections; the page has the keys of undo, for the chart too
    QString title() const override { return tr("Adjust"); }

    /// As if typed into the column of the chosen layer: a point that was dragged on the chart. `step` counts from 0 after the origin.
    void correctStep(int step, double value);
    const OverrideDraft &draft() const { return m_draft; }

protected:
    void fill() override;
    void retranslate() override;
    bool isAlwaysFilled() const override { return true; } ///< points on the chart are dragged while it is out of sight
    void resizeEvent(QResizeEvent *event) override;

private:
    QAction *addAction(const char *name, void (AdjustTab::*run)());
    void arrange();
    void connectAll();
    void store(const QString &question, const QList<qint64> &times, const QList<Override> &now);
    void showState();
    void fillValues();
    void fitGrid();
    void showTables(); ///< both where there is room, else the chosen one
    void askSpread();
    void removeChosen();
    void undo();
    void redo();
    QList<int> chosenSteps() const;
    OverrideLayer layer() const;
    QString sentence() const;

    OverrideDraft m_draft;
    OverridesModel m_model{m_draft};
    TextTableModel m_values;
    QLabel *m_sentence;
    QComboBox *m_reason;
    QComboBox *m_layer;
    QComboBox *m_show;
    QToolButton *m_steps;
    QAction *m_spread;
    QAction *m_remove;
    QAction *m_undo;
    QAction *m_redo;
    QTableView *m_grid;
    QTableView *m_valueTable;
};

} // namespace foretrail
