#pragma once

#include "ui/models/CellWords.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace foretrail {

class BarChart;
class HeatMap;

/// One window inside a network: a heat map of a layer, the equations of the chosen unit and step with their numbers, and how much each
/// lag moved the output. Layer, quantity, unit, step and decimals stay when the window changes. All texts follow the widget's font.
class CellView : public QWidget {
    Q_OBJECT
public:
    explicit CellView(QWidget *parent = nullptr);

    void showWindow(const std::shared_ptr<const OpenedCell> &cell, const CellWindow &window);
    const CellWindow &shownWindow() const { return m_window; }
    bool isEmpty() const { return !m_cell; }
    const CellPlace &place() const { return m_place; }
    QList<QStringList> shownTable() const; ///< of the heat map

Q_SIGNALS:
    void heatExportRequested(const foretrail::HeatContent &content, const QString &format);
    void lagsExportRequested(const foretrail::BarContent &content, const QString &format);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QComboBox *addCombo(const QString &name);
    void arrange();
    void connectAll();
    void retranslate();
    void fillChoices();
    void showAll();
    void showHeat();
    void showEquations();
    void showLags();
    void giveSentenceRoom();
    void choose(int row, int step);
    CellQuantity quantity() const;

    std::shared_ptr<const OpenedCell> m_cell;
    CellWindow m_window;
    CellPlace m_place;
    QLabel *m_layerLabel;
    QLabel *m_quantityLabel;
    QLabel *m_decimalsLabel;
    QLabel *m_lagsLabel;
    QComboBox *m_layer;
    QComboBox *m_quantity;
    QComboBox *m_lagInput;
    QSpinBox *m_decimals;
    HeatMap *m_heat;
    QPlainTextEdit *m_equations;
    QLabel *m_sentence;
    BarChart *m_lags;
    int m_input = 0;          ///< chosen among the inputs, while they are shown
    bool m_isFilling = false; ///< the program fills the choices, not a person
};

} // namespace foretrail
