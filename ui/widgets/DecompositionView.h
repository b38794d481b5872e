#pragma once

#include "core/jobs/JobRunner.h"
#include "ui/widgets/AnalysisView.h"

#include <array>

class QCheckBox;
class QLabel;
class QSpinBox;

namespace foretrail {

/// A series as trend, season and remainder (STL), over one another, with how much of it trend and season explain.
class DecompositionView : public AnalysisView {
    Q_OBJECT
public:
    explicit DecompositionView(JobRunner &jobs, QWidget *parent = nullptr);

protected:
    void analyse() override;
    void retranslate() override;

private:
    void link(LineChart *chart);
    void showNothing(const QString &sentence);
    int season() const;

    LatestJob m_job;
    QLabel *m_words;
    QLabel *m_seasonTitle;
    QSpinBox *m_season;
    QCheckBox *m_robust;
    std::array<LineChart *, 3> m_charts{};
    bool m_isLinking = false;
};

} // namespace foretrail
