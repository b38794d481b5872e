#pragma once

#include "core/training/TrainingSpec.h"

#include <QObject>

#include <optional>

namespace foretrail {

class Selection;
class Settings;

/// What a person looked at last in each workspace: the page, the question, the series and the settings of its forecast. Kept in the
/// settings as it changes; brought back when the workspace is opened again. GUI thread only.
class LastView : public QObject {
    Q_OBJECT
public:
    LastView(Settings &settings, Selection &selection, QObject *parent = nullptr);

    /// The selection becomes what it was in this workspace; where nothing is known of it, or it is empty, it stays.
    void open(const QString &workspace);
    QString page() const { return m_page; } ///< empty: not known
    void setPage(const QString &name);
    const std::optional<TrainingSpec> &forecast() const { return m_forecast; } ///< without its series
    void setForecast(const TrainingSpec &spec);

private:
    void keep() const;

    Settings &m_settings;
    Selection &m_selection;
    QString m_workspace;
    QString m_page;
    std::optional<TrainingSpec> m_forecast;
    bool m_isOpening = false;
};

} // namespace foretrail
