#include "app/cli/Command.h"
#include "core/behaviour/segments/SegmentUsers.h"
#include "core/training/Experiment.h"
#include "core/training/FindRecipe.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail::cli {

namespace {

struct OptionsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Options)
};

Result<QList<double>> levelsFrom(const QString &text)
{
    QList<double> levels;
    for (const QString &part : text.split(QLatin1Char(','))) {
        bool isNumber = false;
        levels.append(part.trimmed().toDouble(&isNumber));
        if (!isNumber || !(levels.back() >= 1 && levels.back() <= 99.9))
            return fail(ErrorCode::InvalidInput, OptionsText::tr("%1 is not a percentage from 1 to 99.9. Write for example 80,95.").arg(part));
    }
    std::sort(levels.begin(), levels.end());
    levels.resize(std::unique(levels.begin(), levels.end()) - levels.begin());
    return levels;
}

Result<double> limitFrom(const std::string &value)
{
    bool isNumber = false;
    const double limit = text(value).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(limit))
        return fail(ErrorCode::InvalidInput, OptionsText::tr("%1 is not a number.").arg(text(value)));
    return limit;
}

/// An empty text where the value is fine, otherwise what is wrong with it, as CLI11 wants it.
template<class T>
std::string complaint(const Result<T> &result)
{
    return result ? std::string() : result.error().message.toStdString();
}

std::string checkGroup(const std::string &name)
{
    SeriesQuery query;
    return complaint(setGroup(query, text(name)));
}

std::string checkModels(const std::string &names)
{
    for (const QString &name : text(names).split(QLatin1Char(','))) {
        ModelSpec spec;
        spec.model = name;
        if (const auto made = modelRegistry().create(spec); !made && made.error().code == ErrorCode::NotFound)
            return complaint(made);
    }
    return {};
}

std::string checkModel(const std::string &name)
{
    if (name.find(',') != std::string::npos)
        return complaint(Result<void>(fail(ErrorCode::InvalidInput, OptionsText::tr("A forecast is by one model. Compare several with the verb backtest."))));
    return checkModels(name);
}

/// What only a combination reads must not be left aside in silence.
Result<void> checkCombination(const ModelSpec &spec, const QStringList &beside)
{
    const QString combination = QStringLiteral("combination");
    if ((spec.members.isEmpty() && spec.weighing == Weighing::Errors) || spec.model == combination || beside.contains(combination))
        return {};
    return fail(ErrorCode::InvalidInput, OptionsText::tr("members and weighing say how the model combination is made up; %1 does not read them.").arg(spec.model));
}

std::string checkLevels(const std::string &levels) { return complaint(levelsFrom(text(levels))); }

std::string checkLimit(const std::string &limit) { return complaint(limitFrom(limit)); }

void readLimits(const ModelOptions &options, ForecastLimits &limits)
{
    if (!options.floor.empty())
        limits.floor = *limitFrom(options.floor);
    if (!options.cap.empty())
        limits.cap = *limitFrom(options.cap);
    limits.isWhole = limits.isWhole || options.isWhole;
}

} // namespace

QStringList texts(const std::vector<std::string> &values)
{
    QStringList list;
    for (const std::string &value : values)
        list << text(value);
    return list;
}

void addMinGroup(CLI::App &verb, int &least)
{
    verb.add_option("--min-group", least, "Withhold counts and lists of fewer users than this (0: nothing is withheld)")->check(CLI::Range(0, 1'000'000))->capture_default_str();
}

void tellSegment(const SeriesQuery &query, QJsonObject &json)
{
    if (query.users)
        json.insert(QStringLiteral("segment"), segmentReport({query.segment, query.users}));
}

void noteSegment(const SeriesQuery &query)
{
    if (query.users)
        note(OptionsText::tr("Only the users of segment %1 (%2). %3").arg(segmentTitle(query.segment), QLocale().toString(query.users->count()), segmentNote()));
}

void QueryOptions::addSegmentTo(CLI::App &verb)
{
    verb.add_option("--segment", segment, "Only what users of this segment did: a key such as rfm:loyal or state:lapsed, or the name of a saved one (see the verb segments)")
        ->check([](const std::string &name) { return text(name).trimmed().isEmpty() ? std::string("a segment has a name") : std::string(); }, "SEGMENT");
}

void QueryOptions::addTo(CLI::App &verb)
{
    verb.add_option("--measure", measure, "What is counted or summed (default: revenue, or what the data has)")
        ->check(CLI::IsMember({"revenue", "quantity", "orders", "events", "users", "value"}));
    verb.add_option("--by", by, "total, item, category, kind, series or attr:NAME")->check(checkGroup, "GROUP")->capture_default_str();
    verb.add_option("--step", step, "Length of a step; imported series keep their own")
        ->check(CLI::IsMember({"hour", "day", "week", "month", "quarter", "year"}))->capture_default_str();
    verb.add_option("--series", series, "Only the series with this key (may be repeated)");
    verb.add_option("--top", top, "Only the N largest series")->check(CLI::Range(1, 1'000'000'000));
    verb.add_flag("--all", all, "All series");
    addSegmentTo(verb);
}

bool QueryOptions::isSaid() const { return !series.empty() || top > 0 || all || !measure.empty() || by != "total"; }

Result<SeriesQuery> QueryOptions::query(ShopData &data, bool mustChoose) const
{
    const Result<DataSummary> summary = data.summary();
    if (!summary)
        return fail(summary.error());
    SeriesQuery query;
    if (Result<void> set = setGroup(query, text(by)); !set)
        return fail(set.error());
    const bool hasOnlySeries = summary->events == 0 && summary->importedSeries > 0;
    if (query.by == GroupBy::Series || (hasOnlySeries && query.by == GroupBy::Total)) {
        query.by = GroupBy::Series;
        query.measure = Measure::Value;
    } else if (hasOnlySeries && query.by == GroupBy::Attribute) {
        query.measure = Measure::Value;
    } else if (measure.empty()) {
        query.measure = summary->hasAmounts ? Measure::Revenue : Measure::Events;
    }
    if (!measure.empty()) {
        const Result<Measure> named = measureFromName(text(measure));
        if (!named)
            return fail(named.error());
        query.measure = *named;
    }
    const Result<Step> named = stepFromName(text(step));
    if (!named)
        return fail(named.error());
    query.step = *named;
    query.keys += texts(series);
    query.top = top;
    query.segment.key = text(segment).trimmed();
    const bool isChosen = query.by == GroupBy::Total || !series.empty() || top > 0 || all
        || (query.by == GroupBy::Series && summary->importedSeries == 1);
    if (mustChoose && !isChosen)
        return fail(ErrorCode::InvalidInput, OptionsText::tr("Many series answer to --by %1. Choose with --series KEY, --top N or --all.")
                                                 .arg(groupName(query)));
    return query;
}

Result<void> QueryOptions::readInto(TrainingSpec &spec, bool hasFile, ShopData &data) const
{
    const SegmentChoice named = segment.empty() ? spec.query.segment : SegmentChoice{text(segment).trimmed(), {}};
    if (isSaid() || !hasFile) {
        const Result<SeriesQuery> said = query(data, true);
        if (!said)
            return fail(said.error());
        spec.query = *said;
    }
    spec.query.segment = named;
    return {};
}

void ModelOptions::addTo(CLI::App &verb, bool many)
{
    QStringList names;
    for (const ModelInfo &info : modelRegistry().models())
        names << info.name;
    const std::string list = names.join(QStringLiteral(", ")).toStdString();
    if (many)
        verb.add_option("--model", model, "One or several, with commas between, of: " + list)->check(checkModels, "NAME,...")->required();
    else
        verb.add_option("--model", model, "One of: " + list)->check(checkModel, "NAME");
    verb.add_option("--spec", spec, "JSON file with the settings of a training, one object such as {\"model\": \"lstm\", \"horizon\": 14, \"lookback\": 56, \"units\": 32, "
                                    "\"split\": {\"test\": 28}}; a key that does not exist is answered with those that do, and docs/COMMANDS.md lists them. Other options go over it");
    verb.add_option("--recipe", recipe, "How the series are prepared: a file of JSON, a recipe of the workspace, or standard, article, retail-daily, "
                                        "retail-weekly, hourly, intermittent");
    verb.add_option("--horizon", horizon, "Steps to forecast (default 28)")->check(CLI::Range(1, 100'000));
    verb.add_option("--season", season, "Steps in a season (default: the usual one of the step)")->check(CLI::NonNegativeNumber);
    verb.add_option("--levels", levels, "Interval levels in percent (default 80,95)")->check(checkLevels, "PERCENT,...");
    verb.add_option("--floor", floor, "No forecast and no band lies below (default: 0 where the data never was negative)")->check(checkLimit, "NUMBER");
    verb.add_option("--cap", cap, "No forecast and no band lies above (default: none)")->check(checkLimit, "NUMBER");
    verb.add_flag("--whole", isWhole, "Forecasts in whole units, with bands that hold at least what they promise");
    verb.add_option("--seed", seed, "Seed of everything random (default 1)")->check(CLI::NonNegativeNumber);
    verb.add_option("--threads", threads, "Threads that train a network, at most: as many as a trial finds faster, with the same numbers (default 2)")->check(CLI::Range(1, 256));
}

Result<void> ModelOptions::readRecipe(TrainingSpec &read, Workspace &workspace) const
{
    if (recipe.empty())
        return {};
    const Result<Recipe> found = findRecipe(workspace, text(recipe));
    if (!found)
        return fail(found.error());
    read.recipe = *found;
    return {};
}

Result<TrainingSpec> ModelOptions::read() const
{
    TrainingSpec read;
    if (!spec.empty()) {
        Result<TrainingSpec> fromFile = TrainingSpec::fromFile(text(spec));
        if (!fromFile)
            return fromFile;
        read = *fromFile;
    }
    if (!model.empty())
        read.model.model = text(model);
    if (horizon > 0)
        read.horizon = horizon;
    if (season >= 0)
        read.model.season = season;
    if (seed >= 0)
        read.model.seed = quint64(seed);
    if (threads > 0)
        read.model.threads = threads;
    if (!levels.empty()) {
        const Result<QList<double>> wanted = levelsFrom(text(levels));
        if (!wanted)
            return fail(wanted.error());
        read.levels = *wanted;
    }
    readLimits(*this, read.limits);
    if (const Result<void> fine = checkCombination(read.model, beside); !fine)
        return fail(fine.error());
    const Result<void> valid = read.validate();
    return valid ? Result<TrainingSpec>(read) : fail(valid.error());
}

} // namespace foretrail::cli
