#pragma once

#include "ui/RecipeRun.h"
#include "ui/models/RecipeDraft.h"
#include "ui/models/RecipeModel.h"
#include "ui/models/SeriesListModel.h"
#include "ui/pages/Page.h"

#include <QPointer>

class QStackedWidget;

namespace foretrail {

class EmptyState;
class LeakProofLine;
class PreparedView;
class RecipeActions;
class RecipePanel;
class SeriesLoader;
class StepInspector;

/// The recipe at the left, what its selected step makes of the chosen series in the middle, the parameters of that step in the
/// inspector.
class PreparePage : public Page {
    Q_OBJECT
public:
    explicit PreparePage(AppSession &session, QWidget *parent = nullptr);

    QAction *primaryAction() override { return m_use; }
    QWidget *inspector() override;
    void activate() override;

    RecipeDraft &draft() { return m_draft; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void connectAll();
    void connectSession();
    void retranslate();
    void restore();
    void markStale();
    void takeList(const std::shared_ptr<const SeriesList> &list);
    void takeStep(const QString &kind);
    void followSelection();
    void onRecipe();
    void take(const PreparedPicture &prepared);
    void showNothing(const QString &sentence, const QString &button);
    void showProblems(const QList<StepProblem> &problems);
    void showStep();
    void showProof();
    void showSentence();
    void suggest();
    void addDates(const QString &parameter);
    void readColumnKeys(const QString &by);
    void useForTraining();

    RecipeDraft m_draft;
    RecipeModel m_model;
    RecipeRun m_run;
    LatestJob m_suggesting;
    LatestJob m_listingKeys;
    RecipeActions *m_actions;
    QAction *m_use;
    LeakProofLine *m_proof;
    RecipePanel *m_recipe;
    PreparedView *m_view;
    SeriesLoader *m_series;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QPointer<StepInspector> m_inspector; ///< the window adopts it
    PreparedPicture m_prepared;
};

} // namespace foretrail
