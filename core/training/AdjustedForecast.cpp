#include "core/training/AdjustedForecast.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct AdjustedForecastText { Q_DECLARE_TR_FUNCTIONS(foretrail::AdjustedForecast) };

void applyLayers(AdjustedStep &step, const ForecastLimits &limits)
{
    double value = step.forecast;
    for (size_t layer = 0; layer < overrideLayerCount; ++layer) {
        if (step.overrides[layer])
            value = limits.limited(step.overrides[layer]->applied(value));
        step.after[layer] = value;
    }
}

std::optional<double> numberIn(const QString &text, const QLocale &locale)
{
    for (const QLocale &reading : {locale, QLocale::c()}) {
        bool isNumber = false;
        const double value = reading.toDouble(text, &isNumber);
        if (isNumber && std::isfinite(value))
            return value;
    }
    return {};
}

} // namespace

bool AdjustedStep::isAdjusted() const
{
    return std::any_of(overrides.begin(), overrides.end(), [](const auto &one) { return one.has_value(); });
}

double AdjustedStep::beneath(OverrideLayer layer) const { return layer == OverrideLayer::Analyst ? forecast : after[0]; }

bool AdjustedStep::hasMoved() const
{
    for (const auto &one : overrides)
        if (one && std::isfinite(one->beneath) && std::abs(beneath(one->layer) - one->beneath) > 1e-3 * std::max(std::abs(one->beneath), 1e-9))
            return true;
    return false;
}

bool AdjustedForecast::isAdjusted() const { return adjustedCount() > 0; }

int AdjustedForecast::adjustedCount() const
{
    return int(std::count_if(steps.begin(), steps.end(), [](const AdjustedStep &step) { return step.isAdjusted(); }));
}

std::vector<double> AdjustedForecast::values() const
{
    std::vector<double> all;
    for (const AdjustedStep &step : steps)
        all.push_back(step.adjusted());
    return all;
}

double AdjustedForecast::forecastTotal() const
{
    return std::accumulate(steps.begin(), steps.end(), 0.0, [](double sum, const AdjustedStep &step) { return sum + step.forecast; });
}

double AdjustedForecast::adjustedTotal() const
{
    return std::accumulate(steps.begin(), steps.end(), 0.0, [](double sum, const AdjustedStep &step) { return sum + step.adjusted(); });
}

AdjustedForecast adjusted(const Forecast &forecast, const TimeAxis &axis, qint64 origin, const QList<Override> &overrides, const ForecastLimits &limits)
{
    AdjustedForecast result;
    for (int h = 0; h < forecast.horizon(); ++h) {
        AdjustedStep step;
        step.time = axis.timeAt(origin + h);
        step.forecast = forecast.mean[size_t(h)];
        for (const Override &one : overrides)
            if (one.time == step.time)
                step.overrides[size_t(one.layer)] = one;
        applyLayers(step, limits);
        result.steps.push_back(std::move(step));
    }
    return result;
}

Result<TypedOverride> typedOverride(const QString &text, const QLocale &locale)
{
    QString rest = text.trimmed();
    const bool isPercent = rest.endsWith(u'%') || rest.endsWith(u'％');
    if (isPercent)
        rest = rest.chopped(1).trimmed();
    const bool isValue = rest.startsWith(u'=');
    if (isValue)
        rest = rest.mid(1).trimmed();
    const bool isSigned = rest.startsWith(u'+') || rest.startsWith(u'-') || rest.startsWith(u'−');
    rest.replace(u'−', u'-');
    const std::optional<double> number = numberIn(rest.startsWith(u'+') ? rest.mid(1).trimmed() : rest, locale);
    if (!number || (isValue && isPercent))
        return fail(ErrorCode::InvalidInput, AdjustedForecastText::tr("\"%1\" is no correction. Type a value (120), per cent (+10 %) or so much more or less (+3).").arg(text.trimmed()));
    if (isPercent)
        return TypedOverride{OverrideKind::Percent, *number};
    return TypedOverride{isSigned && !isValue ? OverrideKind::Add : OverrideKind::Value, *number};
}

QString overrideText(OverrideKind kind, double amount, const QLocale &locale)
{
    const QString number = locale.toString(amount, 'g', QLocale::FloatingPointShortest);
    const QString withSign = amount >= 0 ? QStringLiteral("+") + number : number;
    switch (kind) {
    case OverrideKind::Value: return amount < 0 ? QStringLiteral("=") + number : number;
    case OverrideKind::Percent: return withSign + QStringLiteral(" %");
    case OverrideKind::Add: return withSign;
    }
    return {};
}

std::vector<double> spreadTotal(const std::vector<double> &beneath, double total)
{
    const double sum = std::accumulate(beneath.begin(), beneath.end(), 0.0);
    const bool isProportional = sum > 0 && std::all_of(beneath.begin(), beneath.end(), [](double value) { return value >= 0; });
    std::vector<double> values;
    for (const double value : beneath)
        values.push_back(isProportional ? total * value / sum : total / double(beneath.size()));
    return values;
}

} // namespace foretrail
