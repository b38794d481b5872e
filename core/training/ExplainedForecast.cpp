#include "core/training/ExplainedForecast.h"

#include "core/training/ColumnGroups.h"
#include "core/training/PartWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretrail {

namespace {

struct ExplainedText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ExplainedForecast)
};

Contribution groupOf(const Contribution &part, const ColumnGroups &groups)
{
    const PartKind kind = part.kind == PartKind::Column ? groups.of(part.name) : part.kind;
    const bool isLag = kind == PartKind::Lag || kind == PartKind::Change;
    return {kind, isLag && part.number > mostNamedLags ? olderLags : part.number, kind == PartKind::Column ? part.name : QString(), {}};
}

/// In the order in which people are told; older lags behind the others.
ForecastParts ordered(const ForecastParts &parts)
{
    std::vector<const Contribution *> all;
    for (const Contribution &part : parts.parts())
        all.push_back(&part);
    const auto rank = [](const Contribution &part) { return part.number == olderLags ? std::numeric_limits<int>::max() : part.number; };
    std::stable_sort(all.begin(), all.end(), [&](const Contribution *a, const Contribution *b) {
        return a->kind != b->kind ? a->kind < b->kind : rank(*a) < rank(*b);
    });
    ForecastParts result(parts.horizon());
    for (const Contribution *part : all)
        result.of(part->kind, part->number, part->name) = part->values;
    return result;
}

ForecastParts grouped(const ForecastParts &parts, const ColumnGroups &groups)
{
    ForecastParts result(parts.horizon());
    for (const Contribution &part : parts.parts()) {
        const Contribution group = groupOf(part, groups);
        std::vector<double> &values = result.of(group.kind, group.number, group.name);
        for (size_t h = 0; h < values.size(); ++h)
            values[h] += part.values[h];
    }
    return ordered(result);
}

std::vector<double> sumOf(std::vector<double> a, const std::vector<double> &b, double sign)
{
    for (size_t h = 0; h < a.size(); ++h)
        a[h] += sign * b[h];
    return a;
}

/// Each part by what it changes in the unit of the data. Exact, but for rounding, where the way back is a line.
ForecastParts ledBackParts(const PreparedSeries &prepared, const ForecastParts &parts)
{
    const std::vector<double> sum = parts.sum();
    const Contribution *found = parts.find(PartKind::Level);
    const std::vector<double> start = found ? found->values : std::vector<double>(sum.size(), 0.0);
    const std::vector<double> from = prepared.inUnit(start), whole = prepared.inUnit(sum);
    ForecastParts result(parts.horizon());
    result.of(PartKind::Level) = from;
    for (const Contribution &part : parts.parts()) {
        if (part.kind == PartKind::Level)
            continue;
        const std::vector<double> first = prepared.inUnit(sumOf(start, part.values, 1)), last = prepared.inUnit(sumOf(sum, part.values, -1));
        std::vector<double> &values = result.of(part.kind, part.number, part.name);
        for (size_t h = 0; h < values.size(); ++h)
            values[h] = ((first[h] - from[h]) + (whole[h] - last[h])) / 2;
    }
    result.closeOn(whole, PartKind::Back);
    return result;
}

} // namespace

ForecastParts ExplainedForecast::coarse() const
{
    ForecastParts result(parts.horizon());
    for (const Contribution &part : parts.parts()) {
        const bool isLag = part.kind == PartKind::Lag || part.kind == PartKind::Change;
        std::vector<double> &values = result.of(part.kind, isLag && part.number > 0 ? recentLags : part.number, part.name);
        for (size_t h = 0; h < values.size(); ++h)
            values[h] += part.values[h];
    }
    return result;
}

bool ExplainedForecast::isSeen(const Contribution &part) const
{
    constexpr double least = 1e-4;
    double size = 0, most = 0;
    for (size_t h = 0; h < mean.size(); ++h) {
        size = std::max(size, std::abs(mean[h]));
        most = std::max(most, std::abs(part.values[h]));
    }
    return most > least * size;
}

Result<ExplainedForecast> explainForecast(const ReadyModel &ready, const Recipe &recipe, int horizon, JobContext &job)
{
    const PreparedSeries &prepared = ready.prepared;
    const double level[] = {80};
    const Result<Forecast> scaled = ready.model->forecast(prepared.series(), horizon, level);
    if (!scaled)
        return fail(scaled.error());
    const Result<ForecastParts> parts = ready.model->explain(prepared.series(), horizon, job);
    if (!parts)
        return fail(parts.error());
    ExplainedForecast explained;
    explained.history = prepared.history();
    explained.mean = prepared.ledBack(*scaled).mean;
    explained.parts = grouped(*parts, ColumnGroups(recipe, prepared));
    if (prepared.isTransformed()) {
        explained.parts = ledBackParts(prepared, explained.parts);
        explained.note = ExplainedText::tr("The recipe changes the scale. Each part is what it changes in the unit of the data, the level what would be forecast without the others; "
                                           "what no single part can claim is told as back-transformation.");
    }
    explained.parts.closeOn(explained.mean);
    explained.parts = ordered(explained.parts);
    return explained;
}

Result<ExplainedForecast> explainForecast(Workspace &workspace, const FittedForecast &fitted, JobContext &job)
{
    const Result<ModelData> data = ModelData::read(workspace, fitted, job);
    if (!data)
        return fail(data.error());
    const Result<ReadyModel> ready = ReadyModel::from(*data, fitted, job);
    if (!ready)
        return fail(ready.error());
    return explainForecast(*ready, fitted.spec.recipe, fitted.spec.horizon, job);
}

QString ExplainedForecast::sentence(int step) const { return partSentence(*this, step); }

} // namespace foretrail
