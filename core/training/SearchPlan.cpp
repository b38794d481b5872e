#include "core/training/SearchPlan.h"

#include "core/training/Experiment.h"
#include "core/training/SpecReader.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {

namespace {

struct SearchPlanText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SearchPlan)
};

constexpr int mostTrials = 10'000;
constexpr double mostMinutes = 60 * 24 * 30;

bool learnsInEpochs(const QString &model)
{
    const ModelInfo *info = modelRegistry().find(model);
    return info && info->isNeural && !info->learnsFromPanel;
}

Result<void> checkModels(const SearchPlan &plan)
{
    QStringList models{plan.start.model.model};
    for (const SearchField &field : plan.space.fields)
        if (field.isOn && field.path == u"model")
            for (const QJsonValue &choice : field.choices)
                models += choice.toString();
    for (const QString &model : std::as_const(models))
        if (!learnsInEpochs(model))
            return fail(ErrorCode::Unsupported, SearchPlanText::tr("%1 does not learn in epochs on its own series. Search for settings of lstm or gru.").arg(model));
    return {};
}

/// How many threads there are changes no number.
QJsonObject withoutThreads(const TrainingSpec &spec)
{
    QJsonObject json = spec.toJson();
    json.remove(QStringLiteral("threads"));
    return json;
}

} // namespace

QString searchMethodName(SearchMethod method) { return method == SearchMethod::Random ? QStringLiteral("random") : QStringLiteral("halving"); }

Result<SearchMethod> searchMethodFromName(const QString &name)
{
    for (const SearchMethod method : {SearchMethod::Random, SearchMethod::Halving})
        if (name == searchMethodName(method))
            return method;
    return fail(ErrorCode::InvalidInput, SearchPlanText::tr("%1 is no way to search. There are: random, halving.").arg(name));
}

QJsonObject SearchPlan::toJson() const
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("method"), searchMethodName(method)}, {QStringLiteral("trials"), trials},
            {QStringLiteral("minutes"), minutes}, {QStringLiteral("seed"), qint64(seed)}, {QStringLiteral("space"), space.toJson()},
            {QStringLiteral("start"), start.toJson()}};
}

Result<SearchPlan> SearchPlan::fromJson(const QJsonObject &json)
{
    SearchPlan plan;
    SpecReader reader(json);
    reader.text("name", plan.name);
    reader.named("method", plan.method, &searchMethodFromName);
    reader.integer("trials", plan.trials, 0, mostTrials);
    reader.number("minutes", plan.minutes, 0, mostMinutes);
    reader.seed("seed", plan.seed);
    reader.object("space", [&](const QJsonObject &object, const QString &) {
        return SearchSpace::fromJson(object).map([&](const SearchSpace &space) { plan.space = space; });
    });
    reader.object("start", [&](const QJsonObject &object, const QString &) {
        return TrainingSpec::fromJson(object).map([&](const TrainingSpec &start) { plan.start = start; });
    });
    return reader.outcome().map([&] { return plan; });
}

Result<void> SearchPlan::check() const
{
    if (name.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, SearchPlanText::tr("name: give the search a name, by which its runs are found."));
    if (trials < 0 || trials > mostTrials || (trials == 0 && minutes <= 0))
        return fail(ErrorCode::InvalidInput, SearchPlanText::tr("trials: say how many trials there may be, or for how many minutes."));
    if (!(minutes >= 0 && minutes <= mostMinutes))
        return fail(ErrorCode::InvalidInput, SearchPlanText::tr("minutes: %1 is not a number from 0 to %2.").arg(minutes).arg(mostMinutes));
    if (start.split.validation == 0)
        return fail(ErrorCode::InvalidInput, SearchPlanText::tr("split.validation: trials are judged by the validation part; keep some observations for it."));
    const bool variesEpochs = std::ranges::any_of(space.fields, [](const SearchField &field) { return field.isOn && field.path == u"epochs"; });
    if (method == SearchMethod::Halving && variesEpochs)
        return fail(ErrorCode::InvalidInput, SearchPlanText::tr("epochs: halving says itself how many there are. Leave them out or search at random."));
    if (const Result<void> models = checkModels(*this); !models)
        return models;
    return space.check(start);
}

bool SearchPlan::isSameSearch(const SearchPlan &other) const
{
    return method == other.method && seed == other.seed && space.toJson() == other.space.toJson() && withoutThreads(start) == withoutThreads(other.start);
}

QList<SearchRung> halvingRungs(int settings, int epochs)
{
    QList<SearchRung> rungs{{std::max(1, settings), std::max(1, epochs)}};
    while (rungs.back().settings >= halvingFactor && rungs.front().epochs >= halvingFactor) {
        for (SearchRung &rung : rungs)
            rung.epochs = std::max(1, (rung.epochs + halvingFactor - 1) / halvingFactor);
        rungs.append({rungs.back().settings / halvingFactor, std::max(1, epochs)});
    }
    return rungs;
}

} // namespace foretrail
