#pragma once

#include "core/data/OverrideStore.h"
#include "core/models/ForecastLimits.h"
#include "core/models/Forecaster.h"

#include <array>

namespace foretrail {

constexpr size_t overrideLayerCount = std::size(overrideLayers);

/// One step of a forecast with what people made of it.
struct AdjustedStep {
    WallMs time = 0;
    double forecast = missing; ///< of the model
    std::array<std::optional<Override>, overrideLayerCount> overrides; ///< by layer
    std::array<double, overrideLayerCount> after{};                    ///< what each layer leaves, in the order of the layers

    double adjusted() const { return after.back(); }
    bool isAdjusted() const;
    double beneath(OverrideLayer layer) const; ///< what a correction of that layer is applied to
    /// A correction here was made of something that is another number now by more than a thousandth.
    bool hasMoved() const;
};

/// A forecast with the corrections of its series, step by step.
struct AdjustedForecast {
    std::vector<AdjustedStep> steps;

    bool isAdjusted() const;
    int adjustedCount() const;
    std::vector<double> values() const; ///< one a step of the forecast
    double forecastTotal() const;
    double adjustedTotal() const;
};

/// `axis`, `origin`: of the first step of the forecast. Corrections at other times are left out. What comes out is inside `limits`.
AdjustedForecast adjusted(const Forecast &forecast, const TimeAxis &axis, qint64 origin, const QList<Override> &overrides, const ForecastLimits &limits = {});

/// What a person types: "120" is a value, "+10 %" and "-5%" per cent of what lies beneath, "+3" and "-3" so much more or less, "=-3" a
/// negative value. Numbers as the locale writes them, or as programs do. InvalidInput says what may be typed.
struct TypedOverride {
    OverrideKind kind = OverrideKind::Value;
    double amount = 0;
};
Result<TypedOverride> typedOverride(const QString &text, const QLocale &locale);
/// The same back: "120", "+10 %", "-3".
QString overrideText(OverrideKind kind, double amount, const QLocale &locale);

/// Values for steps whose sum shall be `total`, in the proportions of what lies beneath them; equal where that is not above zero.
std::vector<double> spreadTotal(const std::vector<double> &beneath, double total);

} // namespace foretrail
