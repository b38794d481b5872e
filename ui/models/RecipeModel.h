#pragma once

#include "core/preparation/Recipe.h"

#include <QAbstractListModel>
#include <QHash>

namespace foretrail {

class RecipeDraft;

/// What a run told of one step.
struct StepCounts {
    qint64 rowsIn = 0;
    qint64 changed = 0;
    qint64 rowsOut = 0;
    bool operator==(const StepCounts &) const = default;
};

/// The steps of a draft in their order, as the list of cards shows them. The check box of a row switches its step off; rows
/// are moved by dragging.
class RecipeModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        WordsRole = Qt::UserRole, ///< parameters that differ from the usual
        CountsRole,               ///< of the last run; empty where the step did not run
        ProblemRole,              ///< what is wrong; empty: nothing
        ReasonRole                ///< why it was suggested; may be empty
    };

    explicit RecipeModel(RecipeDraft &draft, QObject *parent = nullptr);

    /// What the last run told, by place; kept while steps change, until the next run tells anew.
    void setCounts(const QHash<int, StepCounts> &counts);
    void setProblems(const QList<StepProblem> &problems);
    /// One for each step of a suggestion; shown as long as the steps stand as suggested.
    void setReasons(const QStringList &reasons);
    QString reason(int step) const;
    void retranslate();
    /// The draft changed and the rows are about to: what views say of their current row now counts for nothing.
    bool isFollowing() const { return m_isFollowing; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before) override;

private:
    void follow();
    void takeSteps(const QList<RecipeStep> &now);
    QString countsText(int row) const;
    QString problem(int row) const;
    QString toolTip(int row) const;
    void tellAll();

    RecipeDraft &m_draft;
    QList<RecipeStep> m_steps; ///< as the views know them
    QHash<int, StepCounts> m_counts;
    QList<StepProblem> m_problems;
    QHash<QString, QString> m_reasons; ///< by kind of step
    bool m_isFollowing = false;
};

} // namespace foretrail
