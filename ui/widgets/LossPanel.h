#pragma once

#include "core/training/Branch.h"
#include "ui/EpochReader.h"
#include "ui/charts/EpochCharts.h"
#include "ui/models/JobsModel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;

namespace foretrail {

class EpochSlider;
class HistogramsView;
class JobList;
class LineChart;
class LossView;
class TrainingControls;
struct Training;

/// The middle of the Train page: the trainings that run and wait, what steers the one that runs, and the epochs of one, live or of a
/// stored run: its losses, what its network says of the validation part, and its weights and gates. A slider walks through the epochs
/// that a stored run keeps.
class LossPanel : public QWidget {
    Q_OBJECT
public:
    explicit LossPanel(AppSession &session, QWidget *parent = nullptr);

    /// The one that runs, to be steered; nullptr: none.
    void setRunning(const Training *training);
    void showTraining(const Training &training);
    void showRun(const RunSummary &run, const QList<EpochRecord> &epochs);
    void showNothing();
    /// Says how a training ended that left no run; its curve stays.
    void showEnd(const QString &title, const QString &sentence);
    /// The way back to the training that runs while a stored run is shown.
    void setBackShown(bool isShown);

Q_SIGNALS:
    void backClicked();
    void branchClicked(const foretrail::RunSummary &run, const foretrail::JudgedEpoch &epoch);
    void jobChosen(foretrail::JobId job); ///< of several trainings that have begun

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What the tabs are about.
    struct Shown {
        RunId run;         ///< not valid: a training, or nothing
        quint64 job = 0;   ///< of a training
        bool operator==(const Shown &) const = default;
    };
    QWidget *makeForecastTab();
    QWidget *makeSettingsTab();
    void arrange();
    void connectAll();
    void retranslate();
    void setTexts(const QString &title, const QString &line, const QString &settings);
    void turnTo(const Shown &shown, const TrainingSpec *spec, const std::optional<BranchOrigin> &origin);
    void takeTrail(RunId run, const std::shared_ptr<const EpochTrail> &trail);
    void showEpoch(const JudgedEpoch &epoch);
    void countShown(); ///< where the histograms are on screen
    void setEmptyTexts(const QString &why);
    void save(const QString &name, const QString &format, const Result<QByteArray> &bytes);

    AppSession &m_session;
    EpochReader m_reader;
    JobsModel m_model;
    JobList *m_jobs;
    QLabel *m_title;
    QPushButton *m_back;
    QLabel *m_line;
    QLabel *m_settings;
    TrainingControls *m_controls;
    QTabWidget *m_tabs;
    LossView *m_losses;
    QLabel *m_forecastTitle;
    LineChart *m_forecast;
    HistogramsView *m_histograms;
    EpochSlider *m_slider;
    Shown m_shown;
    RunSummary m_run;          ///< where a stored one is shown
    QString m_measure, m_provenance;
    int m_epochs = 0;          ///< done by the stored run
    bool m_isTrailRead = false;
    std::optional<BranchOrigin> m_origin;
    JudgedEpoch m_epoch;       ///< drawn now
};

} // namespace foretrail
