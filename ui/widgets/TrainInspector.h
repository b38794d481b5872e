#pragma once

#include "core/training/TrainingSpec.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace foretrail {

class ModelCombo;
class RecipeChoice;
class SettingsForm;
struct SettingProblem;

/// The settings of a training: presets, model, what that model reads, split, limits of the forecast, recipe, seed. What is not allowed is said
/// below its field.
class TrainInspector : public QWidget {
    Q_OBJECT
public:
    explicit TrainInspector(QWidget *parent = nullptr);

    /// That are there to learn from together.
    void setSeriesCount(qint64 count) { m_seriesCount = count; }
    /// The series to train on: what they are called, their step (another one brings its usual horizon and test part) and how many
    /// observations the shortest has; 0: not known.
    void setSeries(const QStringList &names, Step step, qint64 observations);
    /// The settings without a question, or the first thing that is wrong with them.
    Result<TrainingSpec> spec() const;
    /// Shows the settings of a spec; its question is left out.
    void setSpec(const TrainingSpec &spec);
    /// The recipes of the workspace, beside those of the program.
    void setRecipes(const QList<Recipe> &recipes);
    void setRecipe(const Recipe &recipe);
    /// Floating-point operations a second that a training here does; 0: not known.
    void setPace(double pace);
    double pace() const { return m_pace; }
    void setLearningRate(double rate);
    /// That each epoch takes, however fast it would be.
    void setLeastEpochSeconds(double seconds);

Q_SIGNALS:
    void classChosen(); ///< the settings that a class can follow
    void findRateClicked();
    void searchClicked();
    void paceWanted();    ///< what is shown would say how long it takes; answered by setPace()
    void copied(); ///< settings are on the clipboard
    void pasted(); ///< settings from the clipboard
    void pasteRefused(const foretrail::Error &error);
    void recipesWanted(); ///< answered by setRecipes()
    void changed();
    void recipeChosen(); ///< by a person; changed() comes first

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void addFields();
    void addGlobalFields();
    void applyPreset(const TrainingSpec &preset);
    void onChanged();
    bool isNetworkOfOne() const;
    void showModel();
    void check();
    void retranslate();
    void copy();
    void paste();
    Result<TrainingSpec> read() const;
    ForecastLimits limits() const;
    SettingProblem problemOf(const Result<TrainingSpec> &spec) const;
    SettingProblem lengthProblem(const TrainingSpec &spec) const;
    QString splitInWords(const TrainingSpec &spec) const;

    QLabel *m_series;
    QPushButton *addPreset(const QString &name, TrainingSpec (*preset)());
    QString costInWords(const TrainingSpec &spec) const;
    QString seriesInWords(bool learnsFromAll) const;

    QPushButton *m_recommended;
    QPushButton *m_article;
    QPushButton *m_quick;
    QPushButton *m_daily;
    QPushButton *m_global;
    QPushButton *m_teaching;
    QPushButton *m_copy;
    QPushButton *m_paste;
    QLabel *m_modelTitle;
    ModelCombo *m_model;
    QLabel *m_modelHelp;
    SettingsForm *m_form;
    QPushButton *m_findRate;
    QPushButton *m_search;
    QLabel *m_cost;
    QLabel *m_split;
    RecipeChoice *m_recipe;
    QLabel *m_duplicates;
    Step m_step = Step::None;
    bool m_hasStep = false;
    QStringList m_names;
    qint64 m_observations = 0;
    qint64 m_seriesCount = 1;
    double m_pace = 0; ///< floating-point operations a second of the last training on this machine; 0: not known
    double m_leastEpochSeconds = 0;
    TrainingSpec m_base; ///< what is not shown here: levels, threads
};

} // namespace foretrail
