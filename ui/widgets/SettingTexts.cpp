#include "ui/widgets/SettingTexts.h"

#include "core/training/Experiment.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace foretrail {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SettingTexts)
};

QHash<QString, SettingText> networkTexts()
{
    return {
        {QStringLiteral("lookback"), {Text::tr("Lookback"), Text::tr("Steps of the past that the model sees at once"), {}}},
        {QStringLiteral("layers"), {Text::tr("Layers"), Text::tr("Recurrent layers, one above the other"), {}}},
        {QStringLiteral("units"), {Text::tr("Units"), Text::tr("Units in each layer"), {}}},
        {QStringLiteral("dropout"), {Text::tr("Dropout"), Text::tr("Share of the units between layers left out while training, 0 to 0.9"), {}}},
        {QStringLiteral("learningRate"), {Text::tr("Learning rate"), Text::tr("Step size of Adam, usually 0.001"), {}}},
        {QStringLiteral("batch"), {Text::tr("Batch size"), Text::tr("Windows between two updates of the weights"), {}}},
        {QStringLiteral("epochs"), {Text::tr("Epochs"), Text::tr("Passes over the training part, at most"), {}}},
        {QStringLiteral("patience"), {Text::tr("Patience"), Text::tr("Epochs without a better validation loss before the training stops early"), Text::tr("off")}},
        {QStringLiteral("loss"), {Text::tr("Loss"), Text::tr("What the training makes small"), {}}},
        {QStringLiteral("normalisation"), {Text::tr("Normalisation"), Text::tr("Min-max brings the values to 0 to 1; it is fitted on the training part only"), {}}},
        {QStringLiteral("seasonInputs"), {Text::tr("Season inputs"), Text::tr("The place in the season beside the value at each step"), {}}},
        {QStringLiteral("seed"), {Text::tr("Seed"), Text::tr("The same seed, settings and data give the same numbers"), {}}},
    };
}

QHash<QString, SettingText> otherTexts()
{
    return {
        {QStringLiteral("season"), {Text::tr("Season"), Text::tr("Steps until the pattern comes again; 0: the usual season of the step"), Text::tr("automatic")}},
        {QStringLiteral("arOrder"), {Text::tr("AR order"), Text::tr("Values before that are weighed; -1: chosen by AICc"), Text::tr("by AICc")}},
        {QStringLiteral("maxArOrder"), {Text::tr("Highest AR order"), Text::tr("The largest order tried; 0: from the length and the season"), Text::tr("automatic")}},
        {QStringLiteral("fourierPairs"), {Text::tr("Fourier pairs"), Text::tr("Sine and cosine pairs for the season; -1: chosen by AICc"), Text::tr("by AICc")}},
        {QStringLiteral("horizon"), {Text::tr("Horizon"), Text::tr("Steps to forecast; a network goes one step ahead, again and again"), {}}},
        {QStringLiteral("split.test"), {Text::tr("Test part"), Text::tr("The last observations, kept from the model and used to judge it"), Text::tr("none")}},
        {QStringLiteral("split.validation"), {Text::tr("Validation part"), Text::tr("The observations before the test part, used to stop early"), Text::tr("automatic")}},
        {QStringLiteral("cleaning.missing"), {Text::tr("Missing values"), Text::tr("What stands in for an observation that is not there"), {}}},
        {QStringLiteral("cleaning.negative"), {Text::tr("Negative values"), Text::tr("What becomes of values below 0"), {}}},
        {QStringLiteral("cleaning.outliers"), {Text::tr("Outliers"), Text::tr("What becomes of values beyond the limit"), {}}},
        {QStringLiteral("cleaning.outlierWidth"), {Text::tr("Outlier limit"), Text::tr("In interquartile ranges beyond the quartiles of the training part"), {}}},
    };
}

using Choices = QList<std::pair<QString, QString>>;

/// A value of a spec's JSON as words.
QString inWords(const QString &path, const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? Text::tr("yes") : Text::tr("no");
    if (value.isString()) {
        for (const auto &[name, words] : settingChoices(path))
            if (name == value.toString())
                return words;
        return value.toString();
    }
    const double number = value.toDouble();
    const QString special = settingText(path).special;
    return !special.isEmpty() && number <= 0 ? special : QLocale().toString(number, 'g', 12);
}

} // namespace

SettingText settingText(const QString &path)
{
    const QHash<QString, SettingText> network = networkTexts();
    return network.contains(path) ? network.value(path) : otherTexts().value(path);
}

Choices settingChoices(const QString &path)
{
    if (path == u"loss")
        return {{QStringLiteral("mse"), Text::tr("MSE")}, {QStringLiteral("mae"), Text::tr("MAE")}, {QStringLiteral("huber"), Text::tr("Huber")}};
    if (path == u"normalisation")
        return {{QStringLiteral("minmax"), Text::tr("min-max")}, {QStringLiteral("none"), Text::tr("none")}};
    if (path == u"cleaning.missing")
        return {{QStringLiteral("linear"), Text::tr("linear")}, {QStringLiteral("previous"), Text::tr("last value")},
                {QStringLiteral("seasonal"), Text::tr("last season")}, {QStringLiteral("zero"), Text::tr("zero")}};
    if (path == u"cleaning.negative")
        return {{QStringLiteral("keep"), Text::tr("keep")}, {QStringLiteral("zero"), Text::tr("zero")}, {QStringLiteral("missing"), Text::tr("as missing")}};
    if (path == u"cleaning.outliers")
        return {{QStringLiteral("keep"), Text::tr("keep")}, {QStringLiteral("clip"), Text::tr("clip")}, {QStringLiteral("missing"), Text::tr("as missing")}};
    return {};
}

QStringList settingsInWords(const TrainingSpec &spec)
{
    const QJsonObject json = spec.toJson();
    const ModelInfo *info = modelRegistry().find(spec.model.model);
    QStringList words;
    const auto add = [&](const QString &path, const QJsonValue &value) {
        words += Text::tr("%1 %2", "setting and its value: Lookback 30").arg(settingText(path).title, inWords(path, value));
    };
    add(QStringLiteral("horizon"), json.value(u"horizon"));
    for (const QString &path : info ? info->reads : QStringList())
        add(path, json.value(path));
    const QJsonObject split = json.value(u"split").toObject();
    add(QStringLiteral("split.test"), split.value(u"test"));
    if (info && info->isNeural)
        add(QStringLiteral("split.validation"), split.value(u"validation"));
    const QJsonObject cleaning = json.value(u"cleaning").toObject();
    for (const auto *key : {"missing", "negative", "outliers"})
        add(QStringLiteral("cleaning.%1").arg(QLatin1String(key)), cleaning.value(QLatin1String(key)));
    return words;
}

} // namespace foretrail
