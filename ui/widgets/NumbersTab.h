#pragma once

#include "ui/models/TextTableModel.h"
#include "ui/widgets/ForecastTab.h"

class QTableView;

namespace foretrail {

/// The numbers behind the chart, one row a step; opens where the test part begins.
class NumbersTab : public ForecastTab {
    Q_OBJECT
public:
    explicit NumbersTab(AppSession &session, QWidget *parent = nullptr);
    QString title() const override { return tr("Table"); }

protected:
    void fill() override;
    void retranslate() override {}

private:
    QTableView *m_view;
    TextTableModel m_table;
};

} // namespace foretrail
