#include "ui/models/SettingTexts.h"

#include "core/preparation/StepRegistry.h"
#include "core/training/Experiment.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

namespace foretrail {

namespace {

struct SettingTextsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SettingTexts)
};

QHash<QString, SettingText> networkTexts()
{
    return {
        {QStringLiteral("lookback"), {SettingTextsText::tr("Lookback"), SettingTextsText::tr("Steps of the past that the model sees at once"), {}}},
        {QStringLiteral("layers"), {SettingTextsText::tr("Layers"), SettingTextsText::tr("Recurrent layers, one above the other"), {}}},
        {QStringLiteral("units"), {SettingTextsText::tr("Units"), SettingTextsText::tr("Units in each layer"), {}}},
        {QStringLiteral("dropout"), {SettingTextsText::tr("Dropout"), SettingTextsText::tr("Share of the units between layers left out while training, 0 to 0.9"), {}}},
        {QStringLiteral("recurrentDropout"), {SettingTextsText::tr("Recurrent dropout"), SettingTextsText::tr("Share of the weights from one step to the next left out while training, 0 to 0.9"), {}}},
        {QStringLiteral("learningRate"), {SettingTextsText::tr("Learning rate"), SettingTextsText::tr("Step size of the optimiser, usually 0.001"), {}}},
        {QStringLiteral("optimiser"), {SettingTextsText::tr("Optimiser"), SettingTextsText::tr("How the weights follow the gradient"), {}}},
        {QStringLiteral("schedule"), {SettingTextsText::tr("Schedule"), SettingTextsText::tr("How the learning rate changes: not at all, down a cosine to a tenth, or halved where the validation loss stands still"), {}}},
        {QStringLiteral("weightDecay"), {SettingTextsText::tr("Weight decay"), SettingTextsText::tr("Share of the weights that each step takes away; 0: none"), {}}},
        {QStringLiteral("clipNorm"), {SettingTextsText::tr("Clip gradient"), SettingTextsText::tr("Longest gradient of a batch; 0: any length"), {}}},
        {QStringLiteral("engine"), {SettingTextsText::tr("Engine"), SettingTextsText::tr("What trains: Foretrail's own code, or LibTorch, which gives nearly the same numbers, slower on the processor, or on a GPU where one is built in"), {}}},
        {QStringLiteral("batch"), {SettingTextsText::tr("Batch size"), SettingTextsText::tr("Windows between two updates of the weights"), {}}},
        {QStringLiteral("epochs"), {SettingTextsText::tr("Epochs"), SettingTextsText::tr("Passes over the training part, at most"), {}}},
        {QStringLiteral("patience"), {SettingTextsText::tr("Patience"), SettingTextsText::tr("Epochs without a better validation loss before the training stops early"), SettingTextsText::tr("off")}},
        {QStringLiteral("loss"), {SettingTextsText::tr("Loss"), SettingTextsText::tr("What the training makes small"), {}}},
        {QStringLiteral("normalisation"), {SettingTextsText::tr("Normalisation"), SettingTextsText::tr("Min-max brings the values to 0 to 1; it is fitted on the training part only"), {}}},
        {QStringLiteral("seasonInputs"), {SettingTextsText::tr("Season inputs"), SettingTextsText::tr("The place in the season beside the value at each step"), {}}},
        {QStringLiteral("direct"), {SettingTextsText::tr("All steps at once"), SettingTextsText::tr("The network says every step of the horizon at once; else one step ahead, again and again"), {}}},
        {QStringLiteral("seed"), {SettingTextsText::tr("Seed"), SettingTextsText::tr("The same seed, settings and data give the same numbers"), {}}},
    };
}

/// Of networks over all series, where they differ from those of one.
QHash<QString, SettingText> globalTexts()
{
    return {
        {QStringLiteral("global.lookback"), {SettingTextsText::tr("Lookback"), SettingTextsText::tr("Steps of the past in a window; 0: two seasons, or two horizons if that is more"), SettingTextsText::tr("automatic")}},
        {QStringLiteral("global.segment"), {SettingTextsText::tr("Segment"), SettingTextsText::tr("Steps that a cell takes in at once; 0: so that a window has some eight"), SettingTextsText::tr("automatic")}},
        {QStringLiteral("global.linear"), {SettingTextsText::tr("Linear part"), SettingTextsText::tr("An autoregression on all values of the window beside the cells, learnt together with them"), {}}},
        {QStringLiteral("global.embedding"), {SettingTextsText::tr("Numbers for a series"), SettingTextsText::tr("Learnt numbers that tell the series apart; 0: the network knows them by their windows alone"), SettingTextsText::tr("none")}},
        {QStringLiteral("global.attributes"), {SettingTextsText::tr("Attributes"), SettingTextsText::tr("Names of what imported tables say of the series, and the category of items, with commas between; all: whatever is known"), {}, SettingTextsText::tr("none")}},
        {QStringLiteral("global.holidays"), {SettingTextsText::tr("Holidays"), SettingTextsText::tr("Of this region, on the steps of a window and on those ahead"), {}}},
        {QStringLiteral("global.loss"), {SettingTextsText::tr("Loss"), SettingTextsText::tr("What the training makes small; pinball: quantiles, from which the bands come; the last two are for counts"), {}}},
        {QStringLiteral("global.windows"), {SettingTextsText::tr("Windows an epoch"), SettingTextsText::tr("Drawn from all series, at most"), {}}},
        {QStringLiteral("global.members"), {SettingTextsText::tr("Networks"), SettingTextsText::tr("Of different seeds, whose median counts"), {}}},
    };
}

QHash<QString, SettingText> otherTexts()
{
    return {
        {QStringLiteral("season"), {SettingTextsText::tr("Season"), SettingTextsText::tr("Steps until the pattern comes again; 0: the usual season of the step"), SettingTextsText::tr("automatic")}},
        {QStringLiteral("arOrder"), {SettingTextsText::tr("AR order"), SettingTextsText::tr("Values before that are weighed; -1: chosen for the series"), SettingTextsText::tr("automatic")}},
        {QStringLiteral("maxArOrder"), {SettingTextsText::tr("Highest AR order"), SettingTextsText::tr("The largest order tried; 0: from the length and the season"), SettingTextsText::tr("automatic")}},
        {QStringLiteral("arEstimator"), {SettingTextsText::tr("Estimator"), SettingTextsText::tr("How the weights of the values before are found; regression is by ordinary least squares, and by Burg where that would run away"), {}}},
        {QStringLiteral("arCriterion"), {SettingTextsText::tr("Order chosen by"), SettingTextsText::tr("AICc; AIC: more values; BIC: fewer; trials: what would have forecast best from earlier origins, which takes longer"), {}}},
        {QStringLiteral("fourierPairs"), {SettingTextsText::tr("Fourier pairs"), SettingTextsText::tr("Sine and cosine pairs for the season; -1: chosen by AICc"), SettingTextsText::tr("by AICc")}},
        {QStringLiteral("seasonForm"), {SettingTextsText::tr("Form of the season"), SettingTextsText::tr("Additive: always as high; multiplicative: grows with the level"), {}}},
        {QStringLiteral("members"), {SettingTextsText::tr("Members"), SettingTextsText::tr("Names of the models that are combined, with commas between; empty: those that suit the series"), {}, SettingTextsText::tr("automatic")}},
        {QStringLiteral("weighing"), {SettingTextsText::tr("Weighing"), SettingTextsText::tr("What the members count, by what they missed at earlier origins or without that"), {}}},
        {QStringLiteral("intervals"), {SettingTextsText::tr("Bands"), SettingTextsText::tr("By trials: from what the model missed at earlier origins; adaptive: the same, wider or narrower as data that comes in later asks; else as the model says itself"), {}}},
        {QStringLiteral("smoothing"), {SettingTextsText::tr("Smoothing"), SettingTextsText::tr("Weight of the latest demand, 0 to 1; -1: chosen by one-step error"), SettingTextsText::tr("by one-step error")}},
        {QStringLiteral("probabilitySmoothing"), {SettingTextsText::tr("Smoothing of the probability"), SettingTextsText::tr("Weight of the latest step in the probability of demand, 0 to 1; -1: chosen by one-step error"), SettingTextsText::tr("by one-step error")}},
        {QStringLiteral("horizon"), {SettingTextsText::tr("Horizon"), SettingTextsText::tr("Steps to forecast"), {}}},
        {QStringLiteral("split.test"), {SettingTextsText::tr("Test part"), SettingTextsText::tr("The last observations, kept from the model and used to judge it"), SettingTextsText::tr("none")}},
        {QStringLiteral("split.validation"), {SettingTextsText::tr("Validation part"), SettingTextsText::tr("The observations before the test part, used to stop early"), SettingTextsText::tr("automatic")}},
        {QStringLiteral("limits.floor"), {SettingTextsText::tr("Floor"), SettingTextsText::tr("No forecast and no band lies below; empty: 0 where the data never was negative"), {}, SettingTextsText::tr("automatic")}},
        {QStringLiteral("limits.cap"), {SettingTextsText::tr("Cap"), SettingTextsText::tr("No forecast and no band lies above; empty: none"), {}, SettingTextsText::tr("none")}},
        {QStringLiteral("limits.whole"), {SettingTextsText::tr("Whole units"), SettingTextsText::tr("Forecasts are rounded; bands are widened to whole units, so that they hold at least what they promise"), {}}},
        {QStringLiteral("recipe"), {SettingTextsText::tr("Recipe"), SettingTextsText::tr("How the series is cleaned and prepared before a model sees it"), {}}},
    };
}

QHash<QString, SettingText> backtestTexts()
{
    return {
        {QStringLiteral("folds"), {SettingTextsText::tr("Folds"), SettingTextsText::tr("Moments of the past from which each model forecasts"), {}}},
        {QStringLiteral("stride"), {SettingTextsText::tr("Stride"), SettingTextsText::tr("Steps between two origins; shorter than the horizon, forecasts overlap"), SettingTextsText::tr("the horizon")}},
        {QStringLiteral("window"), {SettingTextsText::tr("Window"), SettingTextsText::tr("Expanding: a fold knows all before its origin; sliding: the last steps only"), {}}},
        {QStringLiteral("windowLength"), {SettingTextsText::tr("Length of the window"), SettingTextsText::tr("Steps that a sliding window holds; 0: as many as lie before the first origin"), SettingTextsText::tr("automatic")}},
        {QStringLiteral("refit"), {SettingTextsText::tr("Fit models"), SettingTextsText::tr("In every fold, or once before the first origin: then they only follow the data, as a stored model does"), {}}},
    };
}

using Choices = QList<std::pair<QString, QString>>;

/// Limits and truths that were left as they are need no word.
bool isSet(const QJsonValue &value) { return value.isDouble() || value.toBool(); }

/// A value of a spec's JSON as words.
QString inWords(const QString &path, const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? SettingTextsText::tr("yes") : SettingTextsText::tr("no");
    if (value.isString()) {
        for (const auto &[name, words] : settingChoices(path))
            if (name == value.toString())
                return words;
        return value.toString();
    }
    if (value.isArray()) {
        const QStringList names = value.toVariant().toStringList();
        return names.isEmpty() ? settingText(path).empty : names.join(QStringLiteral(", "));
    }
    const double number = value.toDouble();
    const QString special = settingText(path).special;
    return !special.isEmpty() && number <= 0 ? special : QLocale().toString(number, 'g', 12);
}

} // namespace

// Chinese has a colon of its own, without a space behind it.
SettingProblem settingProblem(const Error &error)
{
    static const QRegularExpression colon(QStringLiteral(": |\uFF1A"));
    const QRegularExpressionMatch match = colon.match(error.message);
    if (!match.hasMatch())
        return {{}, error.message};
    return {error.message.left(match.capturedStart()), error.message.mid(match.capturedEnd())};
}

SettingText settingText(const QString &path)
{
    if (path.startsWith(u"global.")) {
        const QHash<QString, SettingText> global = globalTexts();
        return global.contains(path) ? global.value(path) : settingText(path.mid(7));
    }
    const QHash<QString, SettingText> network = networkTexts();
    if (network.contains(path))
        return network.value(path);
    const QHash<QString, SettingText> backtest = backtestTexts();
    return backtest.contains(path) ? backtest.value(path) : otherTexts().value(path);
}

Choices settingChoices(const QString &path)
{
    if (path == u"global.loss")
        return settingChoices(QStringLiteral("loss")) + Choices{{QStringLiteral("pinball"), SettingTextsText::tr("pinball")}, {QStringLiteral("negative-binomial"), SettingTextsText::tr("negative binomial")},
                                                                {QStringLiteral("tweedie"), SettingTextsText::tr("Tweedie")}};
    if (path == u"global.holidays")
        return {{QString(), SettingTextsText::tr("none")}, {QStringLiteral("cn"), SettingTextsText::tr("China")}, {QStringLiteral("uk"), SettingTextsText::tr("England and Wales")},
                {QStringLiteral("us"), SettingTextsText::tr("United States")}};
    if (path.startsWith(u"global."))
        return settingChoices(path.mid(7));
    if (path == u"loss")
        return {{QStringLiteral("mse"), SettingTextsText::tr("MSE")}, {QStringLiteral("mae"), SettingTextsText::tr("MAE")}, {QStringLiteral("huber"), SettingTextsText::tr("Huber")}};
    if (path == u"optimiser")
        return {{QStringLiteral("adam"), QStringLiteral("Adam")}, {QStringLiteral("adamw"), QStringLiteral("AdamW")}, {QStringLiteral("rmsprop"), QStringLiteral("RMSprop")}, {QStringLiteral("sgd"), QStringLiteral("SGD")}};
    if (path == u"schedule")
        return {{QStringLiteral("constant"), SettingTextsText::tr("constant")}, {QStringLiteral("cosine"), SettingTextsText::tr("cosine")}, {QStringLiteral("plateau"), SettingTextsText::tr("plateau")}};
    if (path == u"engine")
        return {{QStringLiteral("own"), SettingTextsText::tr("own")}, {QStringLiteral("libtorch"), QStringLiteral("LibTorch")}, {QStringLiteral("libtorch-gpu"), SettingTextsText::tr("LibTorch on GPU")}};
    if (path == u"normalisation")
        return {{QStringLiteral("minmax"), SettingTextsText::tr("min-max")}, {QStringLiteral("none"), SettingTextsText::tr("none")}};
    if (path == u"window")
        return {{QStringLiteral("expanding"), SettingTextsText::tr("expanding")}, {QStringLiteral("sliding"), SettingTextsText::tr("sliding")}};
    if (path == u"refit")
        return {{QStringLiteral("every"), SettingTextsText::tr("each fold")}, {QStringLiteral("once"), SettingTextsText::tr("once")}};
    if (path == u"seasonForm")
        return {{QStringLiteral("auto"), SettingTextsText::tr("by AICc")}, {QStringLiteral("additive"), SettingTextsText::tr("additive")}, {QStringLiteral("multiplicative"), SettingTextsText::tr("multiplicative")}};
    if (path == u"arEstimator")
        return {{QStringLiteral("burg"), QStringLiteral("Burg")}, {QStringLiteral("yule-walker"), QStringLiteral("Yule-Walker")}, {QStringLiteral("least-squares"), SettingTextsText::tr("regression")}};
    if (path == u"arCriterion")
        return {{QStringLiteral("aicc"), QStringLiteral("AICc")}, {QStringLiteral("aic"), QStringLiteral("AIC")}, {QStringLiteral("bic"), QStringLiteral("BIC")}, {QStringLiteral("rolling"), SettingTextsText::tr("trials")}};
    if (path == u"weighing")
        return {{QStringLiteral("errors"), SettingTextsText::tr("by errors")}, {QStringLiteral("median"), SettingTextsText::tr("median")}, {QStringLiteral("equal"), SettingTextsText::tr("equal")}, {QStringLiteral("stacking"), SettingTextsText::tr("stacking")}};
    if (path == u"intervals")
        return {{QStringLiteral("conformal"), SettingTextsText::tr("by trials")}, {QStringLiteral("adaptive"), SettingTextsText::tr("adaptive")}, {QStringLiteral("model"), SettingTextsText::tr("of the model")}};
    return {};
}

QString stepsInWords(const Recipe &recipe)
{
    QStringList titles;
    for (const RecipeStep &step : recipe.steps)
        if (const StepInfo *info = step.isOn ? StepRegistry::instance().find(step.kind) : nullptr)
            titles += info->title;
    return titles.isEmpty() ? SettingTextsText::tr("The series stays as it is") : titles.join(SettingTextsText::tr(", ", "between the steps of a recipe"));
}

QStringList settingsInWords(const TrainingSpec &spec)
{
    const QJsonObject json = spec.toJson();
    const ModelInfo *info = modelRegistry().find(spec.model.model);
    QStringList words;
    const auto add = [&](const QString &path, const QJsonValue &value) {
        words += SettingTextsText::tr("%1 %2", "setting and its value: Lookback 30").arg(settingText(path).title, inWords(path, value));
    };
    add(QStringLiteral("horizon"), json.value(u"horizon"));
    for (const QString &path : info ? info->reads : QStringList())
        if (!settingText(path).title.isEmpty())
            add(path, json.value(path));
    if (info && info->reads.contains(QStringLiteral("global"))) {
        const QJsonObject global = json.value(u"global").toObject();
        for (const QString &key : global.keys())
            add(QStringLiteral("global.") + key, global.value(key));
    }
    const QJsonObject split = json.value(u"split").toObject();
    add(QStringLiteral("split.test"), split.value(u"test"));
    if (info && info->isNeural)
        add(QStringLiteral("split.validation"), split.value(u"validation"));
    const QJsonObject limits = json.value(u"limits").toObject();
    for (const QString &key : {QStringLiteral("floor"), QStringLiteral("cap"), QStringLiteral("whole")})
        if (isSet(limits.value(key)))
            add(QStringLiteral("limits.") + key, limits.value(key));
    words += spec.recipe.name.isEmpty() ? SettingTextsText::tr("Recipe: %1").arg(stepsInWords(spec.recipe))
                                        : SettingTextsText::tr("Recipe %1: %2", "name of a recipe: its steps").arg(spec.recipe.name, stepsInWords(spec.recipe));
    return words;
}

} // namespace foretrail
