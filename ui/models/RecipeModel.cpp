#include "ui/models/RecipeModel.h"

#include "core/preparation/StepRegistry.h"
#include "ui/models/RecipeDraft.h"
#include "ui/models/RecipeWords.h"

#include <algorithm>

namespace foretrail {

namespace {

/// Steps that two lists have in common at their ends.
struct Common {
    qsizetype front = 0;
    qsizetype back = 0;
};

Common commonOf(const QList<RecipeStep> &a, const QList<RecipeStep> &b)
{
    const qsizetype most = std::min(a.size(), b.size());
    Common common;
    while (common.front < most && a[common.front] == b[common.front])
        ++common.front;
    while (common.back < most - common.front && a[a.size() - 1 - common.back] == b[b.size() - 1 - common.back])
        ++common.back;
    return common;
}

} // namespace

RecipeModel::RecipeModel(RecipeDraft &draft, QObject *parent) : QAbstractListModel(parent), m_draft(draft)
{
    connect(&draft, &RecipeDraft::changed, this, &RecipeModel::follow);
    follow();
}

/// Tells the views of one step that came, went or moved as such, so that they keep their place; of anything else as a whole.
void RecipeModel::takeSteps(const QList<RecipeStep> &now)
{
    const Common common = commonOf(m_steps, now);
    const qsizetype grown = now.size() - m_steps.size();
    const int front = int(common.front);
    const int last = int(now.size() - 1 - common.back); // of what differs, where both are of one length
    const auto isMoved = [&](int from, int to) {
        QList<RecipeStep> moved = m_steps;
        moved.move(from, to);
        return moved == now;
    };
    if (grown == 1 && common.front + common.back == m_steps.size()) {
        beginInsertRows({}, front, front);
        m_steps = now;
        endInsertRows();
    } else if (grown == -1 && common.front + common.back == now.size()) {
        beginRemoveRows({}, front, front);
        m_steps = now;
        endRemoveRows();
    } else if (grown == 0 && last > front && (isMoved(front, last) || isMoved(last, front))) {
        const bool isDown = isMoved(front, last);
        beginMoveRows({}, isDown ? front : last, isDown ? front : last, {}, isDown ? last + 1 : front);
        m_steps = now;
        endMoveRows();
    } else if (grown == 0) {
        m_steps = now;
    } else {
        beginResetModel();
        m_steps = now;
        endResetModel();
    }
}

void RecipeModel::follow()
{
    const QList<RecipeStep> &now = m_draft.recipe().steps;
    const bool isSameOrder = std::equal(m_steps.cbegin(), m_steps.cend(), now.cbegin(), now.cend(),
                                        [](const RecipeStep &a, const RecipeStep &b) { return a.kind == b.kind; });
    m_isFollowing = true;
    takeSteps(now);
    m_isFollowing = false;
    if (!isSameOrder) { // else what is known stays until the next run: no flicker while a number is typed
        m_problems = m_draft.problems();
        m_counts.clear();
    }
    tellAll();
}

void RecipeModel::tellAll()
{
    if (!m_steps.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_steps.size()) - 1));
}

void RecipeModel::retranslate()
{
    m_problems = m_draft.problems();
    tellAll();
}

void RecipeModel::setCounts(const QHash<int, StepCounts> &counts)
{
    m_counts = counts;
    tellAll();
}

void RecipeModel::setProblems(const QList<StepProblem> &problems)
{
    m_problems = problems;
    tellAll();
}

void RecipeModel::setReasons(const QStringList &reasons)
{
    m_reasons.clear();
    for (qsizetype i = 0; i < std::min(reasons.size(), m_steps.size()); ++i)
        m_reasons.insert(m_steps[i].kind, reasons[i]);
    tellAll();
}

/// A reason belongs to its kind of step, wherever a person moves it and whatever is changed inside.
QString RecipeModel::reason(int step) const
{
    return step >= 0 && step < m_steps.size() ? m_reasons.value(m_steps[step].kind) : QString();
}

QString RecipeModel::countsText(int row) const
{
    const auto counts = m_counts.constFind(row);
    return counts == m_counts.constEnd() ? QString() : countsInWords(counts->rowsIn, counts->changed, counts->rowsOut);
}

QString RecipeModel::problem(int row) const
{
    for (const StepProblem &problem : m_problems)
        if (problem.step == row)
            return problem.message;
    return {};
}

int RecipeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

/// All that the card may have cut off.
QString RecipeModel::toolTip(int row) const
{
    const StepInfo *info = StepRegistry::instance().find(m_steps[row].kind);
    QStringList lines{info ? info->explanation : QString(), data(index(row), WordsRole).toString(), reason(row), problem(row)};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QVariant RecipeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_steps.size())
        return {};
    const int row = index.row();
    const RecipeStep &step = m_steps[row];
    const StepInfo *info = StepRegistry::instance().find(step.kind);
    switch (role) {
    case Qt::DisplayRole: return stepTitle(step);
    case Qt::ToolTipRole: return toolTip(row);
    case Qt::CheckStateRole: return step.isOn ? Qt::Checked : Qt::Unchecked;
    case WordsRole: return info ? differencesInWords(*info, step.parameters).join(QStringLiteral(" · ")) : QString();
    case CountsRole: return !step.isOn ? tr("off") : countsText(row);
    case ProblemRole: return problem(row);
    case ReasonRole: return reason(row);
    case Qt::AccessibleTextRole: return tr("Step %1: %2").arg(row + 1).arg(stepTitle(step));
    case Qt::AccessibleDescriptionRole:
        return QStringList{data(index, WordsRole).toString(), data(index, CountsRole).toString(), problem(row)}.join(QStringLiteral(". "));
    default: return {};
    }
}

bool RecipeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    m_draft.setOn(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags RecipeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the rows only
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

bool RecipeModel::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before)
{
    const bool isInside = row >= 0 && row < m_steps.size() && before >= 0 && before <= m_steps.size();
    if (from.isValid() || to.isValid() || count != 1 || !isInside || before == row || before == row + 1)
        return false;
    m_draft.move(row, before > row ? before - 1 : before);
    return true;
}

} // namespace foretrail
