#pragma once

#include "core/jobs/JobRunner.h"
#include "ui/widgets/AnalysisView.h"

class QLabel;

namespace foretrail {

/// The periods that a series holds, the strongest named, and the season lengths that they propose.
class SpectrumView : public AnalysisView {
    Q_OBJECT
public:
    explicit SpectrumView(JobRunner &jobs, QWidget *parent = nullptr);

protected:
    void analyse() override;
    void retranslate() override;

private:
    LatestJob m_job;
    QLabel *m_words;
    LineChart *m_chart;
};

} // namespace foretrail
