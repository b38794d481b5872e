#pragma once

#include "core/data/Workspace.h"

#include <QDateTime>

namespace foretrail {

/// Whose correction: the analyst's lies on the forecast, the manager's on what the analyst left.
enum class OverrideLayer { Analyst, Manager };
inline constexpr OverrideLayer overrideLayers[] = {OverrideLayer::Analyst, OverrideLayer::Manager};
QString overrideLayerName(OverrideLayer layer); ///< "analyst", "manager"
Result<OverrideLayer> overrideLayerFromName(const QString &name);

/// Value: this instead; Percent: more by so many per cent of what lies beneath; Add: more by so much.
enum class OverrideKind { Value, Percent, Add };

/// One correction of one step of a forecast.
struct Override {
    OverrideLayer layer = OverrideLayer::Analyst;
    WallMs time = 0; ///< of the step, on the axis of the series
    OverrideKind kind = OverrideKind::Value;
    double amount = 0;
    QString reason;
    double beneath = missing; ///< what it was applied to when it was made
    QString model;            ///< that had forecast then
    QDateTime created{};      ///< UTC

    /// What it makes of a value.
    double applied(double value) const;
    bool operator==(const Override &) const = default;
};

/// The series that corrections belong to: measure, by, step, key and segment, whatever else was asked with it.
QString overrideQuestion(const SeriesQuery &query, const QString &seriesKey, Step step);

/// Corrections kept in a workspace. At most one a series, layer and step.
class OverrideStore {
public:
    explicit OverrideStore(Workspace &workspace) : m_workspace(workspace) {}
    Result<QList<Override>> of(const QString &question); ///< by time, the analyst's first
    /// The questions that have any, with their number.
    Result<QList<std::pair<QString, qint64>>> questions();
    /// All that stand at one of `times` go; `now` come in their place. Whole or not at all. Waits for another writer until it has ended or
    /// `job` is asked to stop: then Cancelled.
    Result<void> replace(const QString &question, const QList<WallMs> &times, const QList<Override> &now, JobContext &job);

private:
    Workspace &m_workspace;
};

} // namespace foretrail
