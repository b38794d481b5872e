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
    void setCursor(std::optional<qint64> index) override; ///< the row of the step is selected, and in view

protected:
    void fill() override;
    void retranslate() override {}

private:
    QTableView *m_view;
    TextTableModel m_table;
};

} // namespace foretrail
