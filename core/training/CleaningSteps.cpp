#include "core/training/CleaningSteps.h"

#include "core/preparation/Presets.h"
#include "core/training/SpecReader.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct CleaningStepsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::CleaningSteps)
};

/// A setting by name, which must be one of `allowed`.
QString read(SpecReader &reader, const char *key, const QStringList &allowed)
{
    QString name = allowed.front();
    reader.text(key, name);
    if (!allowed.contains(name))
        reader.refuse(key, CleaningStepsText::tr("%1 is not a rule for it. Allowed: %2.").arg(name, allowed.join(QStringLiteral(", "))));
    return name;
}

} // namespace

Result<Recipe> stepsFromCleaning(const QJsonObject &cleaning, const QString &path)
{
    SpecReader reader(cleaning, path);
    const QString keep = QStringLiteral("keep");
    const QString missingRule = read(reader, "missing", {QStringLiteral("linear"), QStringLiteral("zero"), QStringLiteral("previous"), QStringLiteral("seasonal")});
    const QString negative = read(reader, "negative", {keep, QStringLiteral("zero"), QStringLiteral("missing")});
    const QString outliers = read(reader, "outliers", {keep, QStringLiteral("clip"), QStringLiteral("missing")});
    double width = 3;
    reader.number("outlierWidth", width, 0.5, 100);
    if (const Result<void> fine = reader.outcome(); !fine)
        return fail(fine.error());
    Recipe recipe;
    if (negative != keep)
        recipe.steps.append({QStringLiteral("negative"), true, {{QStringLiteral("rule"), negative}}});
    if (outliers != keep)
        recipe.steps.append({QStringLiteral("outliers"), true, {{QStringLiteral("action"), outliers}, {QStringLiteral("width"), width}}});
    recipe.steps.append({QStringLiteral("missing"), true, {{QStringLiteral("rule"), missingRule}}});
    const Recipe standard = standardRecipe();
    return recipe.fingerprint() == standard.fingerprint() ? standard : recipe;
}

} // namespace foretrail
