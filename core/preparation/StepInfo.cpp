#include "core/preparation/StepInfo.h"

#include "core/series/NamedDays.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct StepInfoText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::StepInfo)
};

QString numberText(double value) { return QLocale::c().toString(value, 'g', 12); }

QString rangeText(const ParameterInfo &info)
{
    if (std::isinf(info.low) && std::isinf(info.high))
        return StepInfoText::tr("a number");
    if (std::isinf(info.high))
        return StepInfoText::tr("%1 or more").arg(numberText(info.low));
    if (std::isinf(info.low))
        return StepInfoText::tr("at most %1").arg(numberText(info.high));
    return StepInfoText::tr("from %1 to %2").arg(numberText(info.low), numberText(info.high));
}

QString choiceNames(const ParameterInfo &info)
{
    QStringList names;
    for (const ParameterChoice &choice : info.choices)
        names << choice.name;
    return names.join(QStringLiteral(", "));
}

bool isChoice(const ParameterInfo &info, const QJsonValue &value)
{
    return value.isString() && std::any_of(info.choices.begin(), info.choices.end(), [&](const ParameterChoice &choice) {
               return choice.name == value.toString();
           });
}

bool isWhole(const QJsonValue &value) { return value.isDouble() && std::floor(value.toDouble()) == value.toDouble(); }

bool isInRange(const ParameterInfo &info, const QJsonValue &value)
{
    return value.toDouble() >= info.low && value.toDouble() <= info.high;
}

bool isDates(const QJsonValue &value)
{
    return value.isString() && namedDaysFrom(value.toString());
}

template<class Check>
bool isArrayOf(const QJsonValue &value, Check check)
{
    const QJsonArray array = value.toArray();
    return value.isArray() && std::all_of(array.begin(), array.end(), check);
}

bool repeats(const QJsonArray &list)
{
    QSet<int> seen;
    for (const QJsonValue &one : list)
        seen.insert(one.toInt());
    return seen.size() != list.size();
}

/// Empty when the value fits; else what is allowed.
QString whatIsAllowed(const ParameterInfo &info, const QJsonValue &value)
{
    switch (info.type) {
    case ParameterType::Whole:
        return isWhole(value) && isInRange(info, value) ? QString() : StepInfoText::tr("a whole number, %1").arg(rangeText(info));
    case ParameterType::Number:
        return value.isDouble() && isInRange(info, value) ? QString() : rangeText(info);
    case ParameterType::Choice:
        return isChoice(info, value) ? QString() : StepInfoText::tr("one of %1").arg(choiceNames(info));
    case ParameterType::Choices:
        return isArrayOf(value, [&](const QJsonValue &one) { return isChoice(info, one); })
            ? QString() : StepInfoText::tr("a list of some of %1").arg(choiceNames(info));
    case ParameterType::Flag:
        return value.isBool() ? QString() : StepInfoText::tr("true or false");
    case ParameterType::Text:
        return value.isString() ? QString() : StepInfoText::tr("a text");
    case ParameterType::Wholes:
        return isArrayOf(value, [&](const QJsonValue &one) { return isWhole(one) && isInRange(info, one); }) && !repeats(value.toArray())
            ? QString() : StepInfoText::tr("a list of whole numbers, each once, %1").arg(rangeText(info));
    case ParameterType::Dates:
        return isArrayOf(value, isDates)
            ? QString() : StepInfoText::tr("a list of dates such as 2011-12-25 or 2011-12-24/2011-12-26, each with a name behind it if you like");
    case ParameterType::Columns:
        return isArrayOf(value, [](const QJsonValue &one) { return one.isObject(); })
            ? QString() : StepInfoText::tr("a list of objects that name a series each");
    }
    return {};
}

QString shownValue(const QJsonValue &value)
{
    if (value.isDouble())
        return numberText(value.toDouble());
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isString() ? QStringLiteral("\"%1\"").arg(value.toString()) : value.isNull() ? QStringLiteral("null") : StepInfoText::tr("this list");
}

QStringList parameterNames(const StepInfo &info)
{
    QStringList names;
    for (const ParameterInfo &parameter : info.parameters)
        names << parameter.name;
    return names;
}

} // namespace

const ParameterInfo *StepInfo::parameter(const QString &name) const
{
    const auto at = std::find_if(parameters.begin(), parameters.end(), [&](const ParameterInfo &one) { return one.name == name; });
    return at == parameters.end() ? nullptr : &*at;
}

QList<StepProblem> checkParameters(const StepInfo &info, const QJsonObject &parameters, int step)
{
    QList<StepProblem> problems;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const ParameterInfo *parameter = info.parameter(it.key());
        if (!parameter) {
            const QStringList names = parameterNames(info);
            problems.append({step, it.key(), names.isEmpty()
                                 ? StepInfoText::tr("%1 is not a setting of this step, which has none.").arg(it.key())
                                 : StepInfoText::tr("%1 is not a setting of this step. Allowed: %2.").arg(it.key(), names.join(QStringLiteral(", ")))});
            continue;
        }
        const QString allowed = whatIsAllowed(*parameter, it.value());
        if (!allowed.isEmpty())
            problems.append({step, it.key(), StepInfoText::tr("%1 does not fit. Allowed: %2.").arg(shownValue(it.value()), allowed)});
    }
    return problems;
}

QJsonValue StepParameters::value(const char *name) const
{
    const QString key = QLatin1String(name);
    const QJsonValue said = m_parameters.value(key);
    if (!said.isUndefined())
        return said;
    const ParameterInfo *info = m_info.parameter(key);
    Q_ASSERT_X(info, "StepParameters", name);
    return info ? info->initial : QJsonValue();
}

int StepParameters::whole(const char *name) const { return value(name).toInt(); }
double StepParameters::number(const char *name) const { return value(name).toDouble(); }
QString StepParameters::text(const char *name) const { return value(name).toString(); }
bool StepParameters::flag(const char *name) const { return value(name).toBool(); }

std::vector<int> StepParameters::wholes(const char *name) const
{
    std::vector<int> numbers;
    for (const QJsonArray entries = value(name).toArray(); const QJsonValue &one : entries)
        numbers.push_back(one.toInt());
    return numbers;
}

QStringList StepParameters::texts(const char *name) const
{
    QStringList texts;
    for (const QJsonArray entries = value(name).toArray(); const QJsonValue &one : entries)
        texts << one.toString();
    return texts;
}

QList<QJsonObject> StepParameters::objects(const char *name) const
{
    QList<QJsonObject> objects;
    for (const QJsonArray entries = value(name).toArray(); const QJsonValue &one : entries)
        objects << one.toObject();
    return objects;
}

} // namespace foretrail
