#include "core/training/SearchSpace.h"

#include "core/neural/interface/Random.h"
#include "core/training/SpecPath.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct SearchSpaceText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SearchSpace)
};

SearchField wholeField(const char *path, double from, double to, bool isOn = true)
{
    return {QLatin1String(path), isOn, true, true, from, to, {}};
}

SearchField numberField(const char *path, double from, double to, bool isLogarithmic, bool isOn = true)
{
    return {QLatin1String(path), isOn, false, isLogarithmic, from, to, {}};
}

SearchField choiceField(const char *path, const QJsonArray &choices, bool isOn = true)
{
    const bool isWhole = !choices.isEmpty() && choices.first().isDouble();
    return {QLatin1String(path), isOn, isWhole, false, 0, 0, choices};
}

/// One, two and four seasons back, or half, once and twice what the settings say where there is none.
QJsonArray lookbacks(const TrainingSpec &start)
{
    const int season = start.model.season > 0 ? start.model.season : usualSeason(start.query.step);
    QJsonArray choices;
    for (const int times : {1, 2, 4})
        choices.append(season > 1 && season <= 90 ? times * season : std::max(1, times * start.model.lookback / 2));
    return choices;
}

/// The same on every machine (FNV-1a).
quint64 textHash(const QString &text)
{
    quint64 hash = 14695981039346656037ULL;
    for (const QByteArray bytes = text.toUtf8(); const char byte : bytes)
        hash = (hash ^ quint64(static_cast<unsigned char>(byte))) * 1099511628211ULL;
    return hash;
}

/// Three digits are as many as make a difference, and a person can read them.
double readable(double value)
{
    if (value == 0)
        return 0;
    const double unit = std::pow(10, std::floor(std::log10(std::abs(value))) - 2);
    return QString::number(std::round(value / unit) * unit, 'g', 3).toDouble();
}

QJsonValue drawnValue(const SearchField &field, quint64 seed, int trial)
{
    neural::Random random(seed + 0x9E3779B97F4A7C15ULL * quint64(trial) + textHash(field.path));
    if (!field.choices.isEmpty())
        return field.choices.at(qsizetype(random.below(quint64(field.choices.size()))));
    const double share = random.uniform();
    if (field.isWhole && !field.isLogarithmic)
        return std::floor(field.from + share * (field.to - field.from + 1));
    const double value = field.isLogarithmic ? field.from * std::pow(field.to / field.from, share) : field.from + share * (field.to - field.from);
    return std::clamp(field.isWhole ? std::round(value) : readable(value), field.from, field.to);
}

Result<TrainingSpec> withValue(const TrainingSpec &start, const QString &path, const QJsonValue &value)
{
    QJsonObject json = start.toJson();
    setSpecValue(json, path, value);
    return TrainingSpec::fromJson(json);
}

Error about(const QString &path, const QString &what)
{
    return Error{ErrorCode::InvalidInput, SearchSpaceText::tr("%1: %2", "setting: what is wrong").arg(path, what), {}};
}

Result<void> checkField(const SearchField &field, const TrainingSpec &start)
{
    if (specValue(start.toJson(), field.path).isUndefined())
        return fail(about(field.path, SearchSpaceText::tr("there is no such setting.")));
    QJsonArray values = field.choices;
    if (values.isEmpty()) {
        if (!(field.from <= field.to))
            return fail(about(field.path, SearchSpaceText::tr("%1 is more than %2.").arg(field.from).arg(field.to)));
        if (field.isLogarithmic && !(field.from > 0))
            return fail(about(field.path, SearchSpaceText::tr("the lower end of a logarithmic range must be above 0.")));
        values = {field.from, field.to};
    }
    for (const QJsonValue &value : std::as_const(values))
        if (const Result<TrainingSpec> spec = withValue(start, field.path, value); !spec)
            return fail(spec.error());
    return {};
}

Result<SearchField> fieldFrom(const QString &path, const QJsonValue &json, const SearchSpace &known)
{
    SearchField field{path, true, false, false, 0, 0, {}};
    const auto usual = std::ranges::find(known.fields, path, &SearchField::path);
    if (usual != known.fields.end())
        field.isWhole = usual->isWhole;
    if (json.isArray()) {
        field.choices = json.toArray();
        if (!field.choices.isEmpty())
            return field;
    }
    const QJsonObject range = json.toObject();
    const QString scale = range.value(u"scale").toString(QStringLiteral("linear"));
    const bool isRange = range.value(u"from").isDouble() && range.value(u"to").isDouble() && (scale == u"log" || scale == u"linear")
        && range.size() == (range.contains(u"scale") ? 3 : 2);
    if (!isRange)
        return fail(about(path, SearchSpaceText::tr("write a range such as {\"from\": 8, \"to\": 64, \"scale\": \"log\"} or a list of values such as [1, 2].")));
    field.from = range.value(u"from").toDouble();
    field.to = range.value(u"to").toDouble();
    field.isLogarithmic = scale == u"log";
    return field;
}

} // namespace

SearchSpace SearchSpace::usual(const TrainingSpec &start)
{
    return {{numberField("learningRate", 3e-4, 3e-2, true), wholeField("units", 8, 64), choiceField("layers", {1, 2}), choiceField("lookback", lookbacks(start)),
             numberField("dropout", 0, 0.3, false), choiceField("batch", {16, 32, 64}), choiceField("loss", {QStringLiteral("mse"), QStringLiteral("mae"), QStringLiteral("huber")}),
             choiceField("model", {QStringLiteral("lstm"), QStringLiteral("gru")}, false), choiceField("optimiser", {QStringLiteral("adam"), QStringLiteral("adamw"), QStringLiteral("rmsprop")}, false),
             choiceField("schedule", {QStringLiteral("constant"), QStringLiteral("cosine"), QStringLiteral("plateau")}, false),
             numberField("weightDecay", 1e-6, 1e-2, true, false), numberField("clipNorm", 0.1, 10, true, false),
             choiceField("normalisation", {QStringLiteral("minmax"), QStringLiteral("none")}, false), choiceField("seasonInputs", {true, false}, false)}};
}

QJsonObject SearchSpace::toJson() const
{
    QJsonObject json;
    for (const SearchField &field : fields) {
        if (!field.isOn)
            continue;
        if (field.choices.isEmpty())
            json.insert(field.path, QJsonObject{{QStringLiteral("from"), field.from}, {QStringLiteral("to"), field.to},
                                                {QStringLiteral("scale"), field.isLogarithmic ? QStringLiteral("log") : QStringLiteral("linear")}});
        else
            json.insert(field.path, field.choices);
    }
    return json;
}

Result<SearchSpace> SearchSpace::fromJson(const QJsonObject &json)
{
    const SearchSpace known = usual({});
    SearchSpace space;
    for (auto one = json.begin(); one != json.end(); ++one) {
        Result<SearchField> field = fieldFrom(one.key(), one.value(), known);
        if (!field)
            return fail(field.error());
        space.fields.append(std::move(*field));
    }
    return space;
}

Result<SearchSpace> SearchSpace::fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, SearchSpaceText::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject())
        return fail(ErrorCode::Format, SearchSpaceText::tr("%1 is not one JSON object such as {\"units\": {\"from\": 8, \"to\": 64}, \"loss\": [\"mse\", \"mae\"]} (%2).")
                                           .arg(path, problem.errorString()));
    Result<SearchSpace> space = fromJson(document.object());
    return space ? space : fail(space.error().within(path));
}

Result<void> SearchSpace::check(const TrainingSpec &start) const
{
    if (std::ranges::none_of(fields, &SearchField::isOn))
        return fail(ErrorCode::InvalidInput, SearchSpaceText::tr("Nothing is varied. Turn on at least one setting."));
    for (const SearchField &field : fields)
        if (field.isOn)
            if (const Result<void> fine = checkField(field, start); !fine)
                return fine;
    return {};
}

Result<TrainingSpec> SearchSpace::drawn(const TrainingSpec &start, quint64 seed, int trial) const
{
    QJsonObject json = start.toJson();
    for (const SearchField &field : fields)
        if (field.isOn)
            setSpecValue(json, field.path, drawnValue(field, seed, trial));
    return TrainingSpec::fromJson(json);
}

} // namespace foretrail
