#pragma once

#include "core/training/AdjustFromWorkspace.h"

#include <QObject>
#include <QUndoStack>

namespace foretrail {

/// The corrections of the forecast that is shown, as a person changes them: each change can be undone, is seen at once and is to be
/// stored. Another series, another draft; the same series forecast anew keeps what can be undone.
class OverrideDraft : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// What the workspace keeps, with the forecast that it lies on. `limits`: of forecasts; `model`: that forecast.
    void setKept(const KeptAdjustments &kept, const Forecast &forecast, const TimeAxis &axis, qint64 origin, const ForecastLimits &limits, const QString &model);
    void clear();
    const KeptAdjustments &kept() const { return m_kept; }
    const AdjustedForecast &forecast() const { return m_kept.forecast; }
    const TimeAxis &axis() const { return m_axis; }
    qint64 origin() const { return m_origin; }
    QUndoStack &undoStack() { return m_undo; }

    /// A correction of a step of the forecast (from 0), or none in its place.
    struct Wish {
        int step = 0;
        std::optional<TypedOverride> correction;
    };
    void correct(OverrideLayer layer, const QList<Wish> &wishes, const QString &reason);
    /// The total of these steps becomes `total`, in the proportions that they have without corrections of this layer.
    void spread(OverrideLayer layer, const QList<int> &steps, double total, const QString &reason);
    /// Of the uppermost correction of a step.
    void setReason(int step, const QString &reason);
    /// Takes away all corrections of these steps.
    void remove(const QList<int> &steps);

Q_SIGNALS:
    void changed();
    void storeWanted(const QString &question, const QList<qint64> &times, const QList<foretrail::Override> &now);

private:
    class Change;
    void push(const QString &text, const QList<WallMs> &times, const QList<Override> &now);
    void take(const QList<WallMs> &times, const QList<Override> &now);
    QList<Override> at(const QList<WallMs> &times) const;
    void compute();

    KeptAdjustments m_kept;
    Forecast m_forecast;
    TimeAxis m_axis;
    qint64 m_origin = 0;
    ForecastLimits m_limits;
    QString m_model;
    QUndoStack m_undo;
};

} // namespace foretrail
