#pragma once

#include "ui/BacktestRun.h"
#include "ui/models/TextTableModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace foretrail {

/// Errors of groups of series: an attribute that a catalogue gives them is chosen, its values are the rows, for each model.
class BacktestGroups : public QWidget {
    Q_OBJECT
public:
    explicit BacktestGroups(QWidget *parent = nullptr);
    void setFindings(const BacktestFindings &findings);
    bool isEmpty() const { return m_findings.report.tables.byGroup.isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showTable();

    BacktestFindings m_findings;
    TextTableModel m_model;
    QLabel *m_title;
    QComboBox *m_attribute;
    QTableView *m_table;
};

} // namespace foretrail
