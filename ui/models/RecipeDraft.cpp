#include "ui/models/RecipeDraft.h"

#include "core/preparation/StepRegistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUndoCommand>

#include <algorithm>

namespace foretrail {

namespace {

/// As Recipe::fromJson, but what does not fit stays: a person was about to mend it.
Recipe asItIs(const QJsonObject &json)
{
    Recipe recipe{json.value(u"name").toString(), {}};
    for (const QJsonArray array = json.value(u"steps").toArray(); const QJsonValue &entry : array) {
        QJsonObject parameters = entry.toObject();
        const QString kind = parameters.take(QStringLiteral("step")).toString();
        const bool isOn = parameters.take(QStringLiteral("on")).toBool(true);
        recipe.steps.append({kind, isOn, parameters});
    }
    return recipe;
}

StepGroup groupOf(const RecipeStep &step)
{
    const StepInfo *info = StepRegistry::instance().find(step.kind);
    return info ? info->group : StepGroup::Window;
}

/// What changes the axis stands before what has a way back; windows stand last.
int rankOf(StepGroup group)
{
    switch (group) {
    case StepGroup::Alignment:
    case StepGroup::Cleaning: return 0;
    case StepGroup::Transform: return 1;
    case StepGroup::Feature: return 2;
    case StepGroup::Window: return 3;
    }
    return 0;
}

} // namespace

QString stepTitle(const RecipeStep &step)
{
    const StepInfo *info = StepRegistry::instance().find(step.kind);
    return info ? info->title : step.kind;
}

class RecipeDraft::Change : public QUndoCommand {
public:
    Change(RecipeDraft &draft, const QString &text, State after, const QString &key)
        : QUndoCommand(text), m_draft(draft),
          m_before{draft.m_recipe.steps, draft.m_current, after.name ? std::optional(draft.m_recipe.name) : std::nullopt}, m_after(std::move(after)), m_key(key)
    {
    }
    void undo() override { m_draft.take(m_before); }
    void redo() override { m_draft.take(m_after); }
    int id() const override { return m_key.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *next) override
    {
        const auto &other = static_cast<const Change &>(*next);
        if (other.m_key != m_key)
            return false;
        m_after = other.m_after;
        setObsolete(m_after.steps == m_before.steps);
        return true;
    }

private:
    RecipeDraft &m_draft;
    State m_before;
    State m_after;
    QString m_key;
};

RecipeDraft::RecipeDraft(QObject *parent) : QObject(parent) {}

void RecipeDraft::setCurrent(int step)
{
    step = std::clamp(step, -1, int(m_recipe.steps.size()) - 1);
    if (step == m_current)
        return;
    m_current = step;
    ++m_visit;
    Q_EMIT currentChanged();
}

const RecipeStep *RecipeDraft::currentStep() const
{
    return has(m_current) ? &m_recipe.steps[m_current] : nullptr;
}

bool RecipeDraft::isChanged() const
{
    return m_saved ? m_saved->steps != m_recipe.steps : !m_recipe.steps.isEmpty();
}

QString RecipeDraft::shownName() const
{
    const bool isOther = m_saved && isChanged() && !m_recipe.name.isEmpty();
    return isOther ? tr("%1 (changed)", "name of a recipe").arg(m_recipe.name) : m_recipe.name;
}

void RecipeDraft::open(const Recipe &recipe)
{
    m_undo.clear();
    m_saved = recipe;
    m_recipe.name = recipe.name;
    take({recipe.steps, recipe.isEmpty() ? -1 : 0});
}

void RecipeDraft::setName(const QString &name)
{
    m_recipe.name = name;
    Q_EMIT stateChanged();
}

void RecipeDraft::setSaved(const std::optional<Recipe> &saved)
{
    m_saved = saved;
    Q_EMIT stateChanged();
}

void RecipeDraft::push(const QString &text, const State &after, const QString &key)
{
    if (after.steps != m_recipe.steps)
        m_undo.push(new Change(*this, text, after, key));
}

void RecipeDraft::take(const State &state)
{
    const int before = m_current;
    const bool isRenamed = state.name && *state.name != m_recipe.name;
    m_recipe.steps = state.steps;
    m_recipe.name = state.name.value_or(m_recipe.name);
    m_problems = m_recipe.problems();
    m_current = std::clamp(state.current, -1, int(m_recipe.steps.size()) - 1);
    Q_EMIT changed();
    if (m_current != before)
        Q_EMIT currentChanged();
    Q_EMIT stateChanged();
    if (isRenamed)
        Q_EMIT nameChanged();
}

void RecipeDraft::add(const QString &kind)
{
    const StepInfo *info = StepRegistry::instance().find(kind);
    if (!info)
        return;
    QList<RecipeStep> steps = m_recipe.steps;
    const auto isLater = [&](const RecipeStep &step) { return rankOf(groupOf(step)) > rankOf(info->group); };
    const auto place = std::find_if(steps.begin(), steps.end(), isLater) - steps.begin();
    steps.insert(place, {kind, true, {}});
    push(tr("Add %1").arg(info->title), {steps, int(place)});
}

void RecipeDraft::remove(int step)
{
    if (!has(step))
        return;
    QList<RecipeStep> steps = m_recipe.steps;
    steps.removeAt(step);
    push(tr("Remove %1").arg(stepTitle(m_recipe.steps.at(step))), {steps, std::min(step, int(steps.size()) - 1)});
}

void RecipeDraft::duplicate(int step)
{
    if (!has(step))
        return;
    QList<RecipeStep> steps = m_recipe.steps;
    steps.insert(step + 1, m_recipe.steps.at(step));
    push(tr("Duplicate %1").arg(stepTitle(m_recipe.steps.at(step))), {steps, step + 1});
}

void RecipeDraft::move(int from, int to)
{
    if (!has(from) || !has(to))
        return;
    QList<RecipeStep> steps = m_recipe.steps;
    steps.move(from, to);
    push(tr("Move %1").arg(stepTitle(m_recipe.steps.at(from))), {steps, to});
}

void RecipeDraft::setOn(int step, bool isOn)
{
    if (!has(step))
        return;
    QList<RecipeStep> steps = m_recipe.steps;
    steps[step].isOn = isOn;
    const QString title = stepTitle(steps[step]);
    push(isOn ? tr("Switch %1 on").arg(title) : tr("Switch %1 off").arg(title), {steps, m_current});
}

void RecipeDraft::setParameter(int step, const QString &name, const QJsonValue &value)
{
    if (!has(step))
        return;
    QList<RecipeStep> steps = m_recipe.steps;
    const StepInfo *info = StepRegistry::instance().find(steps[step].kind);
    const ParameterInfo *parameter = info ? info->parameter(name) : nullptr;
    if (parameter && parameter->initial == value)
        steps[step].parameters.remove(name);
    else
        steps[step].parameters.insert(name, value);
    push(tr("Change %1").arg(parameter ? parameter->title : name), {steps, step}, QStringLiteral("%1/%2/%3").arg(m_visit).arg(step).arg(name));
}

void RecipeDraft::replace(const Recipe &recipe, const QString &what)
{
    push(what, {recipe.steps, recipe.isEmpty() ? -1 : 0, recipe.name});
}

QByteArray RecipeDraft::toJson() const
{
    QJsonObject json{{QStringLiteral("recipe"), m_recipe.toJson()}, {QStringLiteral("current"), m_current}};
    if (m_saved)
        json.insert(QStringLiteral("saved"), m_saved->toJson());
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void RecipeDraft::restore(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    m_undo.clear();
    m_saved.reset();
    if (json.contains(u"saved"))
        m_saved = asItIs(json.value(u"saved").toObject());
    const Recipe recipe = asItIs(json.value(u"recipe").toObject());
    m_recipe.name = recipe.name;
    take({recipe.steps, json.value(u"current").toInt(-1)});
}

} // namespace foretrail
