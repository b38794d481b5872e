#pragma once

#include "ui/dialogs/ReportDialog.h"
#include "ui/report/ExportPack.h"

#include <QObject>

namespace foretrail {

/// What page Forecast hands on: the chart as it is seen in several formats at once, one file of it, the charts of its tabs, and a report
/// of many series. Asks for paths and saves as a job.
class ForecastExport : public QObject {
    Q_OBJECT
public:
    ForecastExport(AppSession &session, QWidget *page);

    /// A menu at the pointer: the dialog of several formats, each format, the report. The choice is one of the signals.
    void askFormat();
    /// Several formats in one go.
    void saveTogether(const std::shared_ptr<const ShownForecast> &shown, ChartSpan span);
    /// "png", "svg", "pdf": the chart, the steps of `span`; "xlsx": with all numbers; "csv": the forecast.
    void save(const std::shared_ptr<const ShownForecast> &shown, const QString &format, ChartSpan span);
    void saveBars(const BarContent &content, const QString &format);
    void saveChart(const ChartContent &content, const QString &format);
    /// Of the series of `spec`, whose keys are the one on screen; `listed`: keys that a search leaves.
    void report(const TrainingSpec &spec, const ReportDialog::Offer &offer, const QStringList &listed);

Q_SIGNALS:
    void severalChosen();
    void formatChosen(const QString &format);
    void reportChosen();

private:
    QString askPath(const QString &name, const QString &format);
    void savePicture(const Result<QByteArray> &picture, const QString &path, const QString &title);
    void askToReplace(const std::shared_ptr<const ShownForecast> &shown, ChartSpan span, const ExportChoice &choice);
    void writeTogether(const std::shared_ptr<const ShownForecast> &shown, ChartSpan span, const ExportChoice &choice, const QStringList &replaceable);
    void tellWritten(const ExportedPack &pack);
    void writeReport(const ReportRequest &request, const ReportChoice &choice);

    AppSession &m_session;
    QWidget *m_page;
};

} // namespace foretrail
