#pragma once

#include "core/training/BesideForecasts.h"
#include "ui/AppSession.h"
#include "ui/charts/BesideCurves.h"
#include "ui/widgets/ForecastTab.h"

namespace foretrail {

/// What stands beside the forecast of page Forecast: computed as a job, what is known already not again.
class ForecastBeside : public QObject {
    Q_OBJECT
public:
    ForecastBeside(AppSession &session, QObject *parent);

    /// Another forecast, or other choices beside it. Ends in changed(), unless nothing was and is beside it.
    void show(const std::shared_ptr<const ShownForecast> &shown, const QList<BesideChoice> &choices);
    /// Reads the stored runs of the series; ends in runsRead().
    void readRuns(const ShownForecast &shown);
    void forget(); ///< what stands beside another series
    void clear();  ///< another workspace, or none
    const BesideSet &set() const { return m_set; }

Q_SIGNALS:
    void changed();
    void runsRead(const QList<foretrail::RunSummary> &runs);

private:
    void take(BesideSet set);

    AppSession &m_session;
    LatestJob m_job;
    LatestJob m_runsJob;
    BesideSet m_set;
    QList<BesideForecast> m_known; ///< models of this workspace, as they were computed
};

} // namespace foretrail
