#include "core/behaviour/intent/IntentModel.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct IntentModelText { Q_DECLARE_TR_FUNCTIONS(foretrail::IntentModel) };

} // namespace

QString intentModelWords(const QString &name, const IntentQuestion &question)
{
    if (name == QStringLiteral("rate"))
        return IntentModelText::tr("Share of all");
    if (name == QStringLiteral("recency"))
        return question.task != IntentTask::Session && question.ofPurchases ? IntentModelText::tr("Time since the last purchase") : IntentModelText::tr("Time since the last visit");
    if (name == QStringLiteral("purchases"))
        return IntentModelText::tr("Number of purchases");
    if (name == QStringLiteral("logistic"))
        return IntentModelText::tr("Logistic regression");
    if (name == QStringLiteral("gru"))
        return IntentModelText::tr("GRU over the events");
    return name == QStringLiteral("lstm") ? IntentModelText::tr("LSTM over the events") : name;
}

SequenceCase sequenceCase(std::span<const ShopperEvent> events, const IntentExample &example, const LogisticRegression &scale,
                          std::span<const double> features, LogCalendar &calendar)
{
    SequenceCase one;
    one.events = events.first(example.events);
    one.moment = example.moment;
    one.zoneOffset = calendar.wall(example.moment) - example.moment;
    for (const double z : scale.standardised(features))
        one.features.push_back(float(z));
    one.happened = example.happened;
    return one;
}

std::vector<double> probabilitiesBy(const QString &name, const IntentModel &model, const ShopperLog &log, const std::vector<IntentExample> &examples,
                                    const FeatureRows &rows)
{
    std::vector<double> result;
    result.reserve(examples.size());
    if (name == QStringLiteral("rate") || model.logistic.width() == 0)
        return std::vector<double>(examples.size(), model.rate);
    const bool isNetwork = name == QStringLiteral("gru") || name == QStringLiteral("lstm");
    if (!isNetwork || !model.network) {
        for (size_t i = 0; i < examples.size(); ++i)
            result.push_back(model.logisticCalibration.apply(model.logistic.probability(rows.row(i))));
        return result;
    }
    LogCalendar calendar(log);
    std::vector<SequenceCase> cases;
    for (size_t i = 0; i < examples.size(); ++i)
        cases.push_back(sequenceCase(log.of(examples[i].user), examples[i], model.logistic, rows.row(i), calendar));
    for (const double said : model.network->probabilities(cases))
        result.push_back(model.networkCalibration.apply(said));
    return result;
}

std::vector<double> intentProbabilities(const IntentModel &model, const ShopperLog &log, const std::vector<IntentExample> &examples)
{
    return probabilitiesBy(model.chosen, model, log, examples, featureRows(log, examples));
}

QJsonObject IntentModel::toJson() const
{
    QJsonObject json{{QStringLiteral("task"), intentTaskName(question.task)}, {QStringLiteral("horizon_days"), question.horizonDays},
                     {QStringLiteral("of_purchases"), question.ofPurchases}, {QStringLiteral("chosen"), chosen}, {QStringLiteral("rate"), rate},
                     {QStringLiteral("time_zone"), timeZone}};
    if (logistic.width() > 0) {
        json.insert(QStringLiteral("logistic"), logistic.toJson());
        json.insert(QStringLiteral("logistic_calibration"), logisticCalibration.toJson());
    }
    if (network) {
        json.insert(QStringLiteral("network"), network->toJson());
        json.insert(QStringLiteral("network_calibration"), networkCalibration.toJson());
    }
    return json;
}

Result<IntentModel> IntentModel::fromJson(const QJsonObject &json)
{
    IntentModel model;
    const Result<IntentTask> task = intentTaskFrom(json[QStringLiteral("task")].toString());
    if (!task)
        return fail(task.error());
    model.question = {*task, json[QStringLiteral("horizon_days")].toInt(), json[QStringLiteral("of_purchases")].toBool()};
    model.chosen = json[QStringLiteral("chosen")].toString();
    model.rate = json[QStringLiteral("rate")].toDouble();
    model.timeZone = json[QStringLiteral("time_zone")].toString();
    const auto damaged = [] { return fail(ErrorCode::Format, IntentModelText::tr("A stored model of intent is damaged.")); };
    if (json.contains(QStringLiteral("logistic"))) {
        auto logistic = LogisticRegression::fromJson(json[QStringLiteral("logistic")].toObject());
        auto calibration = Calibration::fromJson(json[QStringLiteral("logistic_calibration")].toObject());
        if (!logistic || !calibration || logistic->width() != intentFeatureCount())
            return damaged();
        model.logistic = std::move(*logistic);
        model.logisticCalibration = std::move(*calibration);
    }
    if (json.contains(QStringLiteral("network"))) {
        auto network = EventSequenceNetwork::fromJson(json[QStringLiteral("network")].toObject());
        auto calibration = Calibration::fromJson(json[QStringLiteral("network_calibration")].toObject());
        if (!network || !calibration)
            return damaged();
        model.network = std::move(*network);
        model.networkCalibration = std::move(*calibration);
    }
    return model;
}

} // namespace foretrail
