#pragma once

#include "ui/charts/SeasonalChart.h"
#include "ui/widgets/AnalysisView.h"

class QComboBox;
class QLabel;

namespace foretrail {

/// One line a day, week or year over each other: what repeats, and what does not.
class SeasonalView : public AnalysisView {
    Q_OBJECT
public:
    explicit SeasonalView(QWidget *parent = nullptr);

protected:
    void analyse() override;
    void retranslate() override;

private:
    void fillCycles();

    QLabel *m_title;
    QComboBox *m_cycle;
    QLabel *m_words;
    LineChart *m_chart;
    QList<Cycle> m_cycles;
};

} // namespace foretrail
