#pragma once

#include "ui/BacktestRun.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace foretrail {

class ModelChecklist;
class RecipeChoice;
class SettingsForm;
struct SettingProblem;

/// The settings of a backtest: which series, which models, the folds, the recipe. What is not allowed is said below its field.
class BacktestInspector : public QWidget {
    Q_OBJECT
public:
    explicit BacktestInspector(QWidget *parent = nullptr);

    /// The series there are, the largest first, by how many steps they have, and the lengths of those that are chosen.
    /// Another step, or series too short for them, bring a horizon that fits, unless a person chose one.
    void setSeries(Step step, const std::vector<qint64> &all, const QStringList &chosen, const std::vector<qint64> &chosenLengths);
    /// What is asked for, put on the question of the selection; or the first thing that is wrong.
    Result<BacktestRequest> request(const SeriesQuery &question) const;
    /// The recipes of the workspace, beside those of the program.
    void setRecipes(const QList<Recipe> &recipes);
    void setRecipe(const Recipe &recipe);

Q_SIGNALS:
    void recipesWanted(); ///< answered by setRecipes()
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Fields; ///< as typed

    void arrange();
    void addFields();
    void fillScopes();
    void retranslate();
    void onChanged();
    void fitHorizon();
    void fitSeason();
    int seasonOf(const Fields &fields) const; ///< that the baseline repeats
    void check();
    Fields fields() const;
    Result<TrainingSpec> spec() const;
    SettingProblem problem() const;
    SettingProblem lengthProblem(const Fields &fields) const;
    std::vector<qint64> lengths() const; ///< of the series that are tested
    QString effortInWords() const;
    QString lengthInWords() const;
    qint64 networks() const;

    QLabel *m_scopeTitle;
    QComboBox *m_scope;
    QLabel *m_chosenText;
    QLabel *m_modelsTitle;
    ModelChecklist *m_models;
    QLabel *m_modelHelp;
    QLabel *m_effort;
    QLabel *m_modelsProblem;
    SettingsForm *m_form;
    QLabel *m_length;
    RecipeChoice *m_recipe;
    Step m_step = Step::None;
    std::vector<qint64> m_all;
    std::vector<qint64> m_chosenLengths;
    QStringList m_chosen;
    bool m_isScopeChosen = false;   ///< by a person
    bool m_isHorizonChosen = false; ///< by a person, for this step
    bool m_isSeasonChosen = false;
    int m_fittedHorizon = 0; ///< what was chosen for the person
    int m_fittedSeason = 0;
};

} // namespace foretrail
