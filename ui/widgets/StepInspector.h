#pragma once

#include "core/preparation/Recipe.h"

#include <QWidget>

class QLabel;

namespace foretrail {

class ParameterForm;
class RecipeDraft;
class RecipeModel;

/// The selected step of a draft: what it does, why it is there, its parameters, what is wrong with it.
class StepInspector : public QWidget {
    Q_OBJECT
public:
    StepInspector(RecipeDraft &draft, const RecipeModel &model, QWidget *parent = nullptr);
    void setProblems(const QList<StepProblem> &problems); ///< of the whole recipe
    void setColumnKeys(const QString &by, const QStringList &keys); ///< see ColumnsEditor

Q_SIGNALS:
    void datesFileWanted(const QString &parameter); ///< dates of the selected step shall come from a file
    void columnKeysWanted(const QString &by);       ///< answered by setColumnKeys()

protected:
    void changeEvent(QEvent *event) override;

private:
    void showStep();
    void showReason();
    void showProblems();

    RecipeDraft &m_draft;
    const RecipeModel &m_model;
    QLabel *m_title;
    QLabel *m_explanation;
    QLabel *m_reason;
    QLabel *m_problem;
    ParameterForm *m_form;
    QList<StepProblem> m_problems;
};

} // namespace foretrail
