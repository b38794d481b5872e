#include "core/training/Scenario.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {

namespace {

struct ScenarioText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Scenario)
};

QString howName(ScenarioChange::How how)
{
    switch (how) {
    case ScenarioChange::How::Percent: return QStringLiteral("percent");
    case ScenarioChange::How::Amount: return QStringLiteral("amount");
    case ScenarioChange::How::Value: return QStringLiteral("value");
    }
    return {};
}

std::optional<ScenarioChange::How> howFromName(const QString &name)
{
    for (const auto how : {ScenarioChange::How::Percent, ScenarioChange::How::Amount, ScenarioChange::How::Value})
        if (howName(how) == name)
            return how;
    return std::nullopt;
}

/// A date, or a place from 1 in a series without a calendar.
Result<WallMs> placeFrom(const QString &text)
{
    bool isNumber = false;
    if (const qint64 place = text.toLongLong(&isNumber); isNumber)
        return place;
    return parseWallTime(text);
}

/// Without a calendar, places are kept from 1.
WallMs placeOfStep(const TimeAxis &axis, qint64 index) { return axis.hasCalendar() ? axis.timeAt(index) : axis.timeAt(index) + 1; }

QString placeText(const TimeAxis &axis, WallMs place) { return axis.hasCalendar() ? formatTime(place, axis.step) : QString::number(place); }

Result<void> readBy(ScenarioChange &change, QString text)
{
    change.how = text.endsWith(QLatin1Char('%')) ? ScenarioChange::How::Percent : ScenarioChange::How::Amount;
    if (change.how == ScenarioChange::How::Percent)
        text.chop(1);
    bool isNumber = false;
    change.by = text.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(change.by) ? Result<void>() : fail(ErrorCode::InvalidInput, ScenarioText::tr("%1 is no change. Write -10%, +5 or 3.").arg(text));
}

Result<void> readPart(ScenarioChange &change, const QString &key, const QString &value, bool &isNamed, bool &isSaid)
{
    if (key == u"column" || key == u"history") {
        isNamed = true;
        change.column = key == u"column" ? value : QString();
        return {};
    }
    if (key == u"from" || key == u"to") {
        const Result<WallMs> place = placeFrom(value);
        if (!place)
            return fail(place.error());
        (key == u"from" ? change.from : change.to) = *place;
        return {};
    }
    isSaid = true;
    if (key == u"by")
        return readBy(change, value);
    if (key != u"value")
        return fail(ErrorCode::InvalidInput, ScenarioText::tr("%1 is not known in a change. There are: column, history, from, to, by, value.").arg(key));
    const Result<void> read = readBy(change, value);
    change.how = ScenarioChange::How::Value;
    return read;
}

Error meetsNothing(const ScenarioChange &change, const TimeAxis &axis)
{
    return {ErrorCode::InvalidInput, ScenarioText::tr("The change \"%1\" meets no step. Choose other dates.").arg(change.text(axis)), {}};
}

Result<void> changeHistory(Series &series, const ScenarioChange &change, const Recipe &recipe)
{
    if (change.how != ScenarioChange::How::Percent && changesAxis(recipe))
        return fail(ErrorCode::InvalidInput, ScenarioText::tr("The recipe changes the steps of the series, so its history can be changed by percent alone."));
    bool isMet = false;
    for (qint64 i = 0; i < series.size(); ++i)
        if (change.holds(placeOfStep(series.axis, i))) {
            isMet = true;
            series.values[size_t(i)] = change.applied(series.values[size_t(i)]);
        }
    return isMet ? Result<void>() : fail(meetsNothing(change, series.axis));
}

bool isDerived(const Regressors &regressors, const QString &name)
{
    return std::any_of(regressors.derived.begin(), regressors.derived.end(), [&](const DerivedColumn &column) { return column.name == name; });
}

Result<void> changeColumn(Regressors &regressors, const ScenarioChange &change, qint64 known)
{
    const auto column = std::find_if(regressors.columns.begin(), regressors.columns.end(), [&](const FeatureColumn &one) { return one.name == change.column; });
    if (column == regressors.columns.end() || isDerived(regressors, change.column)) {
        QStringList names;
        for (const FeatureColumn &one : regressors.columns)
            if (!isDerived(regressors, one.name))
                names << one.name;
        return fail(ErrorCode::NotFound, names.isEmpty() ? ScenarioText::tr("There is no column %1 to change: the recipe puts none beside the series.").arg(change.column)
                                                         : ScenarioText::tr("There is no column %1 to change. There are: %2.").arg(change.column, names.join(QStringLiteral(", "))));
    }
    const qint64 end = column->isKnownAhead ? qint64(column->values.size()) : std::min<qint64>(known, qint64(column->values.size()));
    bool isMet = false;
    for (qint64 i = 0; i < end; ++i)
        if (change.holds(placeOfStep(regressors.axis, i))) {
            isMet = true;
            column->values[size_t(i)] = change.applied(column->values[size_t(i)]);
        }
    if (!isMet && !column->isKnownAhead)
        return fail(ErrorCode::InvalidInput, ScenarioText::tr("Column %1 is not known ahead, so only its past can be changed.").arg(change.column));
    return isMet ? Result<void>() : fail(meetsNothing(change, regressors.axis));
}

std::vector<FeatureColumn> changeable(const Regressors &regressors)
{
    std::vector<FeatureColumn> columns;
    for (const FeatureColumn &column : regressors.columns)
        if (!isDerived(regressors, column.name))
            columns.push_back(column);
    return columns;
}

} // namespace

double ScenarioChange::applied(double value) const
{
    switch (how) {
    case How::Percent: return value + value * by / 100;
    case How::Amount: return value + by;
    case How::Value: return by;
    }
    return value;
}

QString ScenarioChange::text(const TimeAxis &axis) const
{
    const QString what = column.isEmpty() ? ScenarioText::tr("history") : column;
    const QString number = QLocale().toString(std::abs(by), 'g', 6);
    const QString sign = by < 0 ? QStringLiteral("−") : QStringLiteral("+");
    const QString moved = how == How::Value ? ScenarioText::tr("= %1").arg(QLocale().toString(by, 'g', 6))
                                            : how == How::Percent ? ScenarioText::tr("%1%2 %", "-10 %").arg(sign, number) : sign + number;
    QStringList words{what, moved};
    if (from && to && *from == *to)
        words << ScenarioText::tr("on %1").arg(placeText(axis, *from));
    else if (from)
        words << ScenarioText::tr("from %1").arg(placeText(axis, *from));
    if (to && (!from || *from != *to))
        words << ScenarioText::tr("to %1").arg(placeText(axis, *to));
    return words.join(QLatin1Char(' '));
}

QJsonObject ScenarioChange::toJson() const
{
    QJsonObject json{{QStringLiteral("how"), howName(how)}, {QStringLiteral("by"), by}};
    if (!column.isEmpty())
        json.insert(QStringLiteral("column"), column);
    if (from)
        json.insert(QStringLiteral("from"), *from);
    if (to)
        json.insert(QStringLiteral("to"), *to);
    return json;
}

Result<ScenarioChange> ScenarioChange::fromJson(const QJsonObject &json)
{
    ScenarioChange change;
    const auto how = howFromName(json[QStringLiteral("how")].toString());
    change.by = json[QStringLiteral("by")].toDouble(missing);
    if (!how || !std::isfinite(change.by))
        return fail(ErrorCode::Format, ScenarioText::tr("A stored change is damaged. Delete the scenario and make it anew."));
    change.how = *how;
    change.column = json[QStringLiteral("column")].toString();
    if (json.contains(QStringLiteral("from")))
        change.from = json[QStringLiteral("from")].toInteger();
    if (json.contains(QStringLiteral("to")))
        change.to = json[QStringLiteral("to")].toInteger();
    return change;
}

Result<ScenarioChange> ScenarioChange::fromText(const QString &text)
{
    ScenarioChange change;
    bool isNamed = false, isSaid = false;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const qsizetype at = part.indexOf(QLatin1Char('='));
        const Result<void> read = at < 0 ? fail(ErrorCode::InvalidInput, ScenarioText::tr("%1 says nothing: write what is changed as key=value.").arg(part))
                                         : readPart(change, part.left(at).trimmed(), part.mid(at + 1).trimmed(), isNamed, isSaid);
        if (!read)
            return fail(read.error());
    }
    if (!isNamed || !isSaid)
        return fail(ErrorCode::InvalidInput, ScenarioText::tr("A change needs column=NAME or history=yes, and by=-10%, by=+5 or value=3: \"%1\".").arg(text));
    return change;
}

Result<ScenarioChange> ScenarioChange::fromWords(const QString &column, const QString &from, const QString &to, const QString &by)
{
    ScenarioChange change;
    change.column = column;
    for (const auto &[text, place] : {std::pair(from.trimmed(), &change.from), std::pair(to.trimmed(), &change.to)}) {
        if (text.isEmpty())
            continue;
        const Result<WallMs> read = placeFrom(text);
        if (!read)
            return fail(read.error());
        *place = *read;
    }
    QString words = by.trimmed();
    words.replace(QChar(0x2212), QLatin1Char('-')).remove(QLatin1Char(' '));
    const bool isMove = words.startsWith(QLatin1Char('+')) || words.startsWith(QLatin1Char('-')) || words.endsWith(QLatin1Char('%'));
    if (words.startsWith(QLatin1Char('=')))
        words.remove(0, 1);
    if (const Result<void> read = readBy(change, words); !read)
        return fail(read.error());
    if (!isMove)
        change.how = How::Value;
    return change;
}

QJsonObject Scenario::toJson() const
{
    QJsonArray list;
    for (const ScenarioChange &change : changes)
        list.append(change.toJson());
    return {{QStringLiteral("changes"), list}};
}

Result<Scenario> Scenario::fromJson(const QString &name, const QJsonObject &json)
{
    Scenario scenario{name, {}};
    const QJsonArray changes = json[QStringLiteral("changes")].toArray();
    for (const QJsonValue &entry : changes) {
        Result<ScenarioChange> change = ScenarioChange::fromJson(entry.toObject());
        if (!change)
            return fail(change.error().within(name));
        scenario.changes.append(std::move(*change));
    }
    return scenario;
}

double ScenarioForecast::total() const { return std::accumulate(forecast.mean.begin(), forecast.mean.end(), 0.0); }

ScenarioDifference differenceOf(const ScenarioForecast &base, const ScenarioForecast &changed) { return {base.total(), changed.total()}; }

QString differenceText(const ScenarioDifference &difference, const QString &unit, Step step, int horizon)
{
    const QLocale locale;
    const double total = difference.total(), size = std::abs(total);
    if (total == 0)
        return ScenarioText::tr("No difference.");
    const QString steps = step == Step::Day ? ScenarioText::tr("%n days", nullptr, horizon) : step == Step::Hour ? ScenarioText::tr("%n hours", nullptr, horizon)
        : step == Step::Week ? ScenarioText::tr("%n weeks", nullptr, horizon) : step == Step::Month ? ScenarioText::tr("%n months", nullptr, horizon)
                                                                                                    : ScenarioText::tr("%n steps", nullptr, horizon);
    const QString amount = locale.toString(size, 'f', size >= 100 ? 0 : 2) + (unit.isEmpty() ? QString() : QLatin1Char(' ') + unit);
    const QString told = total > 0 ? ScenarioText::tr("%1 more in %2", "1,310 GBP more in 28 days").arg(amount, steps) : ScenarioText::tr("%1 less in %2").arg(amount, steps);
    const double percent = difference.percent();
    if (!std::isfinite(percent))
        return told + QLatin1Char('.');
    const QString sign = percent > 0 ? QStringLiteral("+") : QStringLiteral("−");
    return ScenarioText::tr("%1%2 %, %3.", "+4.2 %, 1,310 GBP more in 28 days.").arg(sign, locale.toString(std::abs(percent), 'f', 1), told);
}

Result<ScenarioForecast> forecastUnder(const ModelData &data, const FittedForecast &fitted, const Scenario &scenario, JobContext &job)
{
    ModelData changed = data;
    for (const ScenarioChange &change : scenario.changes)
        if (change.column.isEmpty())
            if (const Result<void> done = changeHistory(changed.series, change, fitted.spec.recipe); !done)
                return fail(done.error());
    Result<ReadyModel> ready = ReadyModel::from(changed, fitted, job);
    if (!ready)
        return fail(ready.error());
    const PreparedSeries &prepared = ready->prepared;
    Regressors regressors = prepared.regressors();
    for (const ScenarioChange &change : scenario.changes)
        if (!change.column.isEmpty())
            if (const Result<void> done = changeColumn(regressors, change, prepared.series().size()); !done)
                return fail(done.error());
    ready->model->setRegressors(regressors);
    Result<Forecast> forecast = ready->model->forecast(prepared.series(), fitted.spec.horizon, fitted.spec.levels);
    if (!forecast)
        return fail(forecast.error());
    return ScenarioForecast{prepared.history(), regressors.axis, changeable(regressors), prepared.ledBack(std::move(*forecast))};
}

} // namespace foretrail
