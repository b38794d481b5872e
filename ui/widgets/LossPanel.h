#pragma once

#include "core/data/RunStore.h"
#include "ui/models/JobsModel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace foretrail {

class JobList;
class LineChart;
class TrainingControls;
struct Training;

/// The middle of the Train page: the trainings that run and wait, what steers the one that runs, and the epochs of one: live, or of
/// a stored run.
class LossPanel : public QWidget {
    Q_OBJECT
public:
    explicit LossPanel(JobRunner &jobs, QWidget *parent = nullptr);

    /// The one that runs, to be steered; nullptr: none.
    void setRunning(const Training *training);
    void showTraining(const Training &training);
    void showRun(const RunSummary &run, const QList<EpochRecord> &epochs);
    void showNothing();
    /// Says how a training ended that left no run; its curve stays.
    void showEnd(const QString &title, const QString &sentence);
    /// The way back to the training that runs while a stored run is shown.
    void setBackShown(bool isShown);
    LineChart *chart() const { return m_chart; }

Q_SIGNALS:
    void backClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void retranslate();
    void setTexts(const QString &title, const QString &line, const QString &settings);
    QWidget *makeStyleRow();
    void setEpochs(const QList<EpochRecord> &epochs, const QString &title, const QString &provenance);
    void draw();

    JobsModel m_model;
    JobList *m_jobs;
    QLabel *m_title;
    QPushButton *m_back;
    QLabel *m_line;
    QLabel *m_settings;
    TrainingControls *m_controls;
    QComboBox *m_curve;
    QCheckBox *m_smoothed;
    QCheckBox *m_logarithmic;
    LineChart *m_chart;
    QList<EpochRecord> m_epochs; ///< drawn now
    QString m_chartTitle, m_provenance;
};

} // namespace foretrail
