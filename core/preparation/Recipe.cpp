#include "core/preparation/Recipe.h"

#include "core/base/OutputFile.h"
#include "core/preparation/StepRegistry.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace foretrail {

namespace {

struct RecipeText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Recipe)
};

constexpr int currentFormat = 1;

QJsonObject stepJson(const RecipeStep &step)
{
    QJsonObject json = step.parameters;
    json.insert(QStringLiteral("step"), step.kind);
    if (!step.isOn)
        json.insert(QStringLiteral("on"), false);
    return json;
}

QString titleOf(const RecipeStep &step)
{
    const StepInfo *info = StepRegistry::instance().find(step.kind);
    return info ? info->title : step.kind;
}

QStringList kindNames()
{
    QStringList names;
    for (const StepInfo &info : StepRegistry::instance().steps())
        names << info.kind;
    return names;
}

Result<RecipeStep> stepFrom(QJsonObject json)
{
    RecipeStep step;
    step.kind = json.take(QStringLiteral("step")).toString();
    const QJsonValue isOn = json.take(QStringLiteral("on"));
    if (!isOn.isUndefined() && !isOn.isBool())
        return fail(ErrorCode::InvalidInput, RecipeText::tr("on must be true or false."));
    step.isOn = isOn.toBool(true);
    if (step.kind.isEmpty())
        return fail(ErrorCode::InvalidInput, RecipeText::tr("It needs a key \"step\" with one of %1.").arg(kindNames().join(QStringLiteral(", "))));
    const StepInfo *info = StepRegistry::instance().find(step.kind);
    if (!info)
        return fail(ErrorCode::InvalidInput, RecipeText::tr("%1 is not a step. Allowed: %2.").arg(step.kind, kindNames().join(QStringLiteral(", "))));
    step.parameters = json;
    if (const QList<StepProblem> problems = checkParameters(*info, json, -1); !problems.isEmpty())
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2: %3").arg(step.kind, problems.front().parameter, problems.front().message));
    return step;
}

/// Steps change the axis first, then what has a way back follows: else a forecast could not find the way.
QList<StepProblem> orderProblems(const QList<RecipeStep> &steps)
{
    QList<StepProblem> problems;
    QString invertible;
    QStringList once;
    for (int i = 0; i < steps.size(); ++i) {
        const StepInfo *info = StepRegistry::instance().find(steps[i].kind);
        if (!info || !steps[i].isOn)
            continue;
        if (info->group == StepGroup::Alignment && !invertible.isEmpty())
            problems.append({i, {}, RecipeText::tr("This step changes the time axis and must stand before \"%1\". Move it up.").arg(invertible)});
        if (info->hasInverse && invertible.isEmpty())
            invertible = info->title;
        if (info->isUnique && once.contains(info->kind))
            problems.append({i, {}, RecipeText::tr("This step may stand in a recipe only once. Remove one of them.")});
        once << info->kind;
    }
    return problems;
}

} // namespace

QJsonObject Recipe::toJson() const
{
    QJsonArray array;
    for (const RecipeStep &step : steps)
        array.append(stepJson(step));
    return {{QStringLiteral("format"), currentFormat}, {QStringLiteral("name"), name}, {QStringLiteral("steps"), array}};
}

Result<Recipe> Recipe::fromJson(const QJsonObject &json)
{
    for (const QString &key : json.keys())
        if (key != u"format" && key != u"name" && key != u"steps")
            return fail(ErrorCode::InvalidInput, RecipeText::tr("%1 is not a key of a recipe. Allowed: format, name, steps.").arg(key));
    if (const int format = json.value(u"format").toInt(currentFormat); format > currentFormat)
        return fail(ErrorCode::NewerVersion, RecipeText::tr("This recipe was written by a newer program (format %1).").arg(format));
    if (!json.value(u"steps").isArray())
        return fail(ErrorCode::InvalidInput, RecipeText::tr("A recipe needs a key \"steps\" with a list of steps."));
    Recipe recipe;
    recipe.name = json.value(u"name").toString();
    int number = 0;
    for (const QJsonArray entries = json.value(u"steps").toArray(); const QJsonValue &entry : entries) {
        ++number;
        const Result<RecipeStep> step = stepFrom(entry.toObject());
        if (!step)
            return fail(step.error().within(RecipeText::tr("Step %1").arg(number)));
        recipe.steps.append(*step);
    }
    if (const QList<StepProblem> problems = recipe.problems(); !problems.isEmpty())
        return fail(Error{ErrorCode::InvalidInput, problems.front().message, {}}.within(
            RecipeText::tr("Step %1 (%2)").arg(problems.front().step + 1).arg(titleOf(recipe.steps.at(problems.front().step)))));
    return recipe;
}

Result<Recipe> Recipe::fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, RecipeText::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    QJsonParseError problem;
    const QByteArray bytes = file.readAll();
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error == QJsonParseError::NoError && !document.isObject())
        return fail(ErrorCode::Format, RecipeText::tr("%1 holds a list; a recipe is an object with the key \"steps\".").arg(path));
    if (!document.isObject())
        return fail(ErrorCode::Format, RecipeText::tr("%1, line %2: not a JSON object (%3).")
                                           .arg(path).arg(bytes.left(problem.offset).count('\n') + 1).arg(problem.errorString()));
    Result<Recipe> recipe = fromJson(document.object());
    return recipe ? recipe : fail(recipe.error().within(path));
}

Result<void> Recipe::writeTo(const QString &path) const
{
    Result<OutputFile> file = OutputFile::open(path);
    if (!file)
        return fail(file.error());
    file->write(QJsonDocument(toJson()).toJson(QJsonDocument::Indented));
    return file->commit();
}

QList<StepProblem> Recipe::problems() const
{
    QList<StepProblem> problems;
    for (int i = 0; i < steps.size(); ++i) {
        if (!steps[i].isOn)
            continue;
        if (const StepInfo *info = StepRegistry::instance().find(steps[i].kind))
            problems += checkParameters(*info, steps[i].parameters, i);
        else
            problems.append({i, {}, RecipeText::tr("%1 is not a step of this program.").arg(steps[i].kind)});
    }
    return problems + orderProblems(steps);
}

QString Recipe::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const RecipeStep &step : steps) {
        if (!step.isOn)
            continue;
        QJsonObject whole;
        if (const StepInfo *info = StepRegistry::instance().find(step.kind))
            for (const ParameterInfo &parameter : info->parameters)
                whole.insert(parameter.name, parameter.initial);
        for (auto it = step.parameters.begin(); it != step.parameters.end(); ++it)
            whole.insert(it.key(), it.value());
        hash.addData(step.kind.toUtf8());
        hash.addData(QJsonDocument(whole).toJson(QJsonDocument::Compact));
    }
    return QString::fromLatin1(hash.result().toHex().first(12));
}

const RecipeStep *Recipe::find(const QString &kind) const
{
    for (auto it = steps.rbegin(); it != steps.rend(); ++it)
        if (it->kind == kind && it->isOn)
            return &*it;
    return nullptr;
}

} // namespace foretrail
