#pragma once

#include "core/training/EpochTrail.h"
#include "core/training/NetworkHistograms.h"
#include "ui/AppSession.h"

#include <QElapsedTimer>
#include <QTimer>

namespace foretrail {

/// Reads what stored runs keep of their epochs and works out histograms, as jobs. While one is at work the newest wish waits, so that a
/// slider or a training that moves fast is followed as fast as it goes and none of them starves. A training is left most of the machine:
/// after each count for it there is a rest. GUI thread only.
class EpochReader : public QObject {
    Q_OBJECT
public:
    explicit EpochReader(AppSession &session, QObject *parent = nullptr);

    /// Answered by trailRead(), the newest wish only.
    void readTrail(RunId run);
    /// Answered by counted() or notCounted(). Where the epoch has no weights with it they are those that the run keeps.
    void count(RunId run, const JudgedEpoch &epoch);
    /// Answered by epochsRead(), the newest wish only; not at all where the run is gone.
    void readEpochs(RunId run);
    /// No wish of before is answered any more.
    void forget();

Q_SIGNALS:
    void trailRead(foretrail::RunId run, const std::shared_ptr<const foretrail::EpochTrail> &trail);
    void counted(const foretrail::NetworkHistograms &histograms);
    void notCounted(const QString &why);
    void epochsRead(foretrail::RunId run, const QList<foretrail::EpochRecord> &epochs);

private:
    struct Wish {
        RunId run;
        JudgedEpoch epoch;
    };
    void startCounting(const Wish &wish);
    void startNext();
    void finishCounting(const Result<NetworkHistograms> &histograms);

    AppSession &m_session;
    LatestJob m_trailJob;
    LatestJob m_countJob;
    LatestJob m_epochsJob;
    bool m_isCounting = false;
    std::optional<Wish> m_next;
    QElapsedTimer m_since; ///< counting began
    QTimer m_rest;
};

} // namespace foretrail
