#pragma once

#include "ui/charts/ChartExport.h"
#include "ui/widgets/ForecastTab.h"

#include <QObject>

namespace foretrail {

/// What page Forecast hands on: the chart as it is seen, the numbers, the charts of its tabs. Asks for a path and saves as a job.
class ForecastExport : public QObject {
    Q_OBJECT
public:
    ForecastExport(AppSession &session, QWidget *page);

    /// A menu with the formats at the pointer; the choice is formatChosen().
    void askFormat();
    /// "png", "svg", "pdf": the chart, the steps of `span`; "csv": the forecast.
    void save(const std::shared_ptr<const ShownForecast> &shown, const QString &format, ChartSpan span);
    void saveBars(const BarContent &content, const QString &format);
    void saveChart(const ChartContent &content, const QString &format);

Q_SIGNALS:
    void formatChosen(const QString &format);

private:
    QString askPath(const QString &name, const QString &format);
    void savePicture(const Result<QByteArray> &picture, const QString &path, const QString &title);

    AppSession &m_session;
    QWidget *m_page;
};

} // namespace foretrail
