#include "core/preparation/RecipeSchema.h"

#include "core/preparation/StepRegistry.h"

#include <QJsonArray>

#include <cmath>

namespace foretrail {

namespace {

constexpr QLatin1String typeKey("type");
constexpr QLatin1String itemsKey("items");

QJsonObject ranged(const ParameterInfo &info, const QString &type)
{
    QJsonObject json{{typeKey, type}};
    if (std::isfinite(info.low))
        json.insert(QStringLiteral("minimum"), info.low);
    if (std::isfinite(info.high))
        json.insert(QStringLiteral("maximum"), info.high);
    return json;
}

QJsonObject oneOf(const ParameterInfo &info)
{
    QJsonArray names;
    for (const ParameterChoice &choice : info.choices)
        names.append(choice.name);
    return {{QStringLiteral("enum"), names}};
}

QJsonObject listOf(const QJsonObject &items) { return {{typeKey, QStringLiteral("array")}, {itemsKey, items}}; }

QJsonObject columnSchema()
{
    const QJsonObject text{{typeKey, QStringLiteral("string")}};
    return {{typeKey, QStringLiteral("object")},
            {QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("by"), text}, {QStringLiteral("key"), text}, {QStringLiteral("measure"), text}, {QStringLiteral("name"), text},
                         {QStringLiteral("knownAhead"), QJsonObject{{typeKey, QStringLiteral("boolean")}}}}},
            {QStringLiteral("additionalProperties"), false}};
}

QJsonObject typeSchema(const ParameterInfo &info)
{
    switch (info.type) {
    case ParameterType::Whole: return ranged(info, QStringLiteral("integer"));
    case ParameterType::Number: return ranged(info, QStringLiteral("number"));
    case ParameterType::Choice: return oneOf(info);
    case ParameterType::Choices: return listOf(oneOf(info));
    case ParameterType::Flag: return {{typeKey, QStringLiteral("boolean")}};
    case ParameterType::Text: return {{typeKey, QStringLiteral("string")}};
    case ParameterType::Wholes: return listOf(ranged(info, QStringLiteral("integer")));
    case ParameterType::Dates:
        return listOf({{typeKey, QStringLiteral("string")}, {QStringLiteral("pattern"), QStringLiteral("^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?( .*)?$")}});
    case ParameterType::Columns: return listOf(columnSchema());
    }
    return {};
}

QJsonObject parameterSchema(const ParameterInfo &info)
{
    QJsonObject json = typeSchema(info);
    json.insert(QStringLiteral("title"), info.title);
    json.insert(QStringLiteral("description"), info.explanation);
    json.insert(QStringLiteral("default"), info.initial);
    return json;
}

QJsonObject stepSchema(const StepInfo &info)
{
    QJsonObject properties{{QStringLiteral("step"), QJsonObject{{QStringLiteral("const"), info.kind}}},
                           {QStringLiteral("on"), QJsonObject{{typeKey, QStringLiteral("boolean")}, {QStringLiteral("default"), true}}}};
    for (const ParameterInfo &parameter : info.parameters)
        properties.insert(parameter.name, parameterSchema(parameter));
    return {{QStringLiteral("title"), info.title}, {QStringLiteral("description"), info.explanation}, {typeKey, QStringLiteral("object")},
            {QStringLiteral("properties"), properties}, {QStringLiteral("required"), QJsonArray{QStringLiteral("step")}},
            {QStringLiteral("additionalProperties"), false}};
}

} // namespace

QJsonObject recipeSchema()
{
    QJsonArray steps;
    for (const StepInfo &info : StepRegistry::instance().steps())
        steps.append(stepSchema(info));
    const QJsonObject properties{{QStringLiteral("format"), QJsonObject{{QStringLiteral("const"), 1}}},
                                 {QStringLiteral("name"), QJsonObject{{typeKey, QStringLiteral("string")}}},
                                 {QStringLiteral("steps"), listOf({{QStringLiteral("oneOf"), steps}})}};
    return {{QStringLiteral("$schema"), QStringLiteral("https://json-schema.org/draft/2020-12/schema")},
            {QStringLiteral("title"), QStringLiteral("Foretrail recipe")}, {typeKey, QStringLiteral("object")},
            {QStringLiteral("properties"), properties}, {QStringLiteral("required"), QJsonArray{QStringLiteral("steps")}},
            {QStringLiteral("additionalProperties"), false}};
}

} // namespace foretrail
