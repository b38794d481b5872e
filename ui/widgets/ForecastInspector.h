#pragma once

#include "core/training/Experiment.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace foretrail {

class AccuracyTable;
class BesideList;
class ModelCombo;
class SettingsForm;

/// The settings of a forecast and how well it did: model, horizon, test part, season, bands, limits; accuracy beside the
/// baseline; what stands beside it on the chart.
class ForecastInspector : public QWidget {
    Q_OBJECT
public:
    explicit ForecastInspector(QWidget *parent = nullptr);

    /// Another series: its step gives the defaults, its length the limits. What a person chose for this step stays.
    void setSeries(Step step, qint64 observations);
    /// Puts what was chosen into a spec.
    void apply(TrainingSpec &spec) const;
    /// Shows the settings of a spec without telling anyone.
    void show(const TrainingSpec &spec);
    Step step() const { return m_step.value_or(Step::None); }
    QString model() const;
    bool isNeural() const;

    /// The level of the one band that is shown; none: those of the forecast.
    std::optional<double> bandLevel() const;
    /// Whose holidays are marked: "recipe", "none", or one of holidayRegions().
    QString holidayRegion() const;
    BesideList *beside() const { return m_beside; }

    void setOutcome(const ForecastOutcome &outcome);
    void clearOutcome();
    void setOutcomeOld(bool isOld); ///< another one is on its way
    void setTraining(bool isTraining);

Q_SIGNALS:
    void changed();            ///< a person chose something that makes another forecast
    void viewChanged();        ///< or another view of the same one: the level of its band, holidays
    void trainRequested();     ///< of a model that is trained only on request
    void stopRequested();
    void trainPageRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QSpinBox *addSpin(const QString &name, int least, int most);
    void arrange();
    void fillBands();
    void fillHolidays();
    void connectAll();
    void onBands(int choice);
    void onLevel(int level);
    void retranslate();
    void showNeural();
    void onModel();
    void onLimits();

    QLabel *m_modelTitle;
    ModelCombo *m_model;
    QLabel *m_modelHelp;
    QWidget *m_neural;
    QLabel *m_neuralText;
    QPushButton *m_train;
    QPushButton *m_trainPage;
    QLabel *m_horizonTitle;
    QSpinBox *m_horizon;
    QSlider *m_horizonSlider;
    QLabel *m_testTitle;
    QSpinBox *m_test;
    QLabel *m_seasonTitle;
    QSpinBox *m_season;
    QLabel *m_bandsTitle;
    QComboBox *m_bands;
    QLabel *m_level;
    QSlider *m_levelSlider;
    QLabel *m_holidaysTitle;
    QComboBox *m_holidays;
    QLabel *m_besideTitle;
    BesideList *m_beside;
    SettingsForm *m_limits;
    QLabel *m_accuracyTitle;
    AccuracyTable *m_accuracy;
    QLabel *m_explanation;
    std::optional<Step> m_step; ///< none before the first series
    int m_wantedTest = 1; ///< as chosen; a short series shows less of it
    bool m_isTraining = false;
    bool m_isOutcomeOld = false;
    QList<double> m_levels{80, 95}; ///< of the forecast, whichever band is shown
    ForecastLimits m_chosenLimits; ///< the last that were right
    TrainingSpec m_base; ///< what is not shown here: cleaning, network, seed
};

} // namespace foretrail
