#include "ui/models/RecipeWords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace foretrail {

namespace {

struct RecipeWordsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RecipeWords)
};

QString choiceTitle(const ParameterInfo &parameter, const QString &name)
{
    for (const ParameterChoice &choice : parameter.choices)
        if (choice.name == name)
            return choice.title;
    return name;
}

QString numberText(const QJsonValue &value)
{
    return value.isDouble() ? QLocale().toString(value.toDouble(), 'g', 8) : value.toVariant().toString();
}

/// Dates as they are written, columns by the name they get.
QString entryText(const ParameterInfo &parameter, const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject column = value.toObject();
        const QString name = column.value(u"name").toString();
        return name.isEmpty() ? column.value(u"key").toString() : name;
    }
    return value.isDouble() ? numberText(value) : choiceTitle(parameter, value.toString());
}

QJsonValue valueOf(const ParameterInfo &parameter, const QJsonObject &parameters)
{
    return parameters.contains(parameter.name) ? parameters.value(parameter.name) : parameter.initial;
}

} // namespace

QString valueInWords(const ParameterInfo &parameter, const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList entries;
        for (const QJsonArray array = value.toArray(); const QJsonValue &one : array)
            entries << entryText(parameter, one);
        return entries.isEmpty() ? RecipeWordsText::tr("none") : entries.join(QStringLiteral(", "));
    }
    if (value.isBool())
        return value.toBool() ? RecipeWordsText::tr("yes") : RecipeWordsText::tr("no");
    if (value.isDouble() && !parameter.special.isEmpty() && value.toDouble() == parameter.low)
        return parameter.special;
    return parameter.type == ParameterType::Choice ? choiceTitle(parameter, value.toString()) : numberText(value);
}

bool isShown(const StepInfo &info, const ParameterInfo &parameter, const QJsonObject &parameters)
{
    const ParameterInfo *other = parameter.shownWith.isEmpty() ? nullptr : info.parameter(parameter.shownWith);
    if (!other)
        return true;
    const QJsonValue value = valueOf(*other, parameters);
    const QString name = value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false")) : value.toVariant().toString();
    return parameter.shownFor.contains(name) && isShown(info, *other, parameters);
}

QStringList differencesInWords(const StepInfo &info, const QJsonObject &parameters)
{
    QStringList words;
    for (const ParameterInfo &parameter : info.parameters)
        if (parameters.contains(parameter.name) && parameters.value(parameter.name) != parameter.initial && isShown(info, parameter, parameters))
            words << RecipeWordsText::tr("%1: %2", "parameter: value").arg(parameter.title, valueInWords(parameter, parameters.value(parameter.name)));
    return words;
}

QString groupTitle(StepGroup group)
{
    switch (group) {
    case StepGroup::Cleaning: return RecipeWordsText::tr("Cleaning");
    case StepGroup::Alignment: return RecipeWordsText::tr("Alignment");
    case StepGroup::Transform: return RecipeWordsText::tr("Transforms");
    case StepGroup::Feature: return RecipeWordsText::tr("Features");
    case StepGroup::Window: return RecipeWordsText::tr("Windows");
    }
    return {};
}

QString countsInWords(qint64 rowsIn, qint64 changed, qint64 rowsOut)
{
    const QLocale locale;
    if (rowsIn > rowsOut && changed > 0 && changed != rowsIn - rowsOut)
        return RecipeWordsText::tr("%1 rows in, %2 out, %3 changed").arg(locale.toString(rowsIn), locale.toString(rowsOut), locale.toString(changed));
    return rowsIn == rowsOut ? RecipeWordsText::tr("%1 rows, %2 changed").arg(locale.toString(rowsIn), locale.toString(changed))
                             : RecipeWordsText::tr("%1 rows in, %2 out").arg(locale.toString(rowsIn), locale.toString(rowsOut));
}

} // namespace foretrail
