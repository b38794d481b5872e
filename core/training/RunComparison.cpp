#include "core/training/RunComparison.h"

#include "core/training/OutcomeJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

QString textOf(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

/// "split.test" for what stands in an object of an object; lists are values.
void flatten(const QJsonObject &json, const QString &prefix, QMap<QString, QString> &into)
{
    for (auto one = json.begin(); one != json.end(); ++one) {
        const QString path = prefix + one.key();
        if (one->isObject())
            flatten(one->toObject(), path + QLatin1Char('.'), into);
        else
            into.insert(path, textOf(*one));
    }
}

double largestDifference(const RunRecord &first, const RunRecord &again)
{
    const Result<ForecastOutcome> one = outcomeFromJson(first.outcome), other = outcomeFromJson(again.outcome);
    if (!one || !other || one->test.mean.size() != other->test.mean.size())
        return HUGE_VAL;
    double largest = 0, size = 0;
    for (size_t i = 0; i < one->test.mean.size(); ++i) {
        largest = std::max(largest, std::abs(one->test.mean[i] - other->test.mean[i]));
        size += std::abs(one->test.mean[i]) / double(one->test.mean.size());
    }
    return size > 0 ? largest / size : largest;
}

} // namespace

QList<SettingDifference> differingSettings(const QList<RunSummary> &runs)
{
    QList<QMap<QString, QString>> flat;
    QMap<QString, QString> paths;
    for (const RunSummary &run : runs) {
        flat.append(QMap<QString, QString>());
        flatten(run.spec, {}, flat.back());
        paths.insert(flat.back());
    }
    QList<SettingDifference> differences;
    for (auto path = paths.keyBegin(); path != paths.keyEnd(); ++path) {
        QStringList values;
        for (const QMap<QString, QString> &spec : std::as_const(flat))
            values.append(spec.value(*path));
        if (*path != u"recipe.name" && std::ranges::any_of(values, [&](const QString &value) { return value != values.front(); }))
            differences.append({*path, values});
    }
    return differences;
}

Reproduction compareAgain(const RunRecord &first, const RunRecord &again)
{
    Reproduction outcome;
    const auto part = [](const RunRecord &run, const char *key) { return run.outcome.value(QLatin1String(key)); };
    outcome.isSame = first.weights == again.weights && first.modelState == again.modelState && part(first, "test") == part(again, "test")
                  && part(first, "future") == part(again, "future")
                  && first.summary.metrics.value(u"model") == again.summary.metrics.value(u"model");
    outcome.hasOtherData = first.summary.dataFingerprint != again.summary.dataFingerprint;
    outcome.hasOtherProgram = first.summary.programVersion != again.summary.programVersion;
    outcome.largestDifference = outcome.isSame ? 0 : largestDifference(first, again);
    return outcome;
}

} // namespace foretrail
