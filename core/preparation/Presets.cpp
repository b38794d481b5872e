#include "core/preparation/Presets.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace foretrail {

namespace {

struct PresetsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Presets)
};

RecipeStep step(const char *kind, const QJsonObject &parameters = {}) { return {QLatin1String(kind), true, parameters}; }

QJsonObject with(const char *name, const QJsonValue &value, QJsonObject more = {})
{
    more.insert(QLatin1String(name), value);
    return more;
}

RecipeStep windows(int lookback, int horizon)
{
    return step("windows", {{QStringLiteral("lookback"), lookback}, {QStringLiteral("horizon"), horizon},
                            {QStringLiteral("test"), horizon}, {QStringLiteral("validation"), horizon}});
}

Preset article()
{
    return {QStringLiteral("article"),
            {PresetsText::tr("Article"), {step("negative"), step("outliers"), step("missing"), step("partial-ends"), step("scale"), windows(30, 28)}},
            PresetsText::tr("Clean, align, scale to 0 and 1, windows of 30: what the article on LSTM forecasts does.")};
}

Preset retailDaily()
{
    return {QStringLiteral("retail-daily"),
            {PresetsText::tr("Retail, daily"),
             {step("partial-ends"), step("closed-days"), step("negative"), step("stockouts"),
              step("outliers", with("method", QStringLiteral("decomposition"), with("action", QStringLiteral("clip")))),
              step("missing", with("rule", QStringLiteral("seasonal"))), step("log1p"), step("scale", with("method", QStringLiteral("standard"))),
              step("lags", with("lags", QJsonArray{7, 14, 28})), step("time-encoding"), windows(56, 28)}},
            PresetsText::tr("Sales by day: closed weekdays left out, stock-outs and outliers mended, logarithm, calendar and lags.")};
}

Preset retailWeekly()
{
    return {QStringLiteral("retail-weekly"),
            {PresetsText::tr("Retail, weekly"),
             {step("partial-ends"), step("missing"), step("resample"), step("negative"),
              step("outliers", with("method", QStringLiteral("hampel"), with("reach", 6))), step("missing"), step("log1p"),
              step("fourier", with("periods", QJsonArray{52})), windows(65, 13)}},
            PresetsText::tr("Sales by week: the rhythm of the week is gone, the year stays as smooth waves.")};
}

Preset hourly()
{
    return {QStringLiteral("hourly"),
            {PresetsText::tr("Hourly"),
             {step("missing", with("rule", QStringLiteral("seasonal"))),
              step("decompose", with("seasons", QJsonArray{24, 168})), step("scale", with("method", QStringLiteral("standard"))),
              step("time-encoding", with("parts", QJsonArray{QStringLiteral("hour"), QStringLiteral("weekday")})), windows(168, 48)}},
            PresetsText::tr("Traffic by hour: the seasons of day and week are taken out and put back onto the forecast.")};
}

Preset intermittent()
{
    RecipeStep windowed = windows(56, 28);
    windowed.parameters.insert(QStringLiteral("scale"), QStringLiteral("mean"));
    return {QStringLiteral("intermittent"),
            {PresetsText::tr("Intermittent"),
             {step("negative"), step("missing", with("rule", QStringLiteral("zero"))),
              step("rolling", with("windows", QJsonArray{28}, with("statistics", QJsonArray{QStringLiteral("mean"), QStringLiteral("max")}))), windowed}},
            PresetsText::tr("Items that sell now and then: zeros stay zeros, and each window is scaled by its own mean.")};
}

} // namespace

Recipe standardRecipe() { return {PresetsText::tr("Standard"), {step("missing")}}; }

QList<Preset> presets()
{
    return {{QStringLiteral("standard"), standardRecipe(), PresetsText::tr("Only gaps are filled, with a line between their neighbours.")},
            article(), retailDaily(), retailWeekly(), hourly(), intermittent()};
}

std::optional<Preset> presetById(const QString &id)
{
    for (const Preset &preset : presets())
        if (preset.id == id)
            return preset;
    return std::nullopt;
}

} // namespace foretrail
