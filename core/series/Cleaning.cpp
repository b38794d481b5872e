#include "core/series/Cleaning.h"

#include "core/series/Statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

struct CleaningText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Cleaning)
};

template<class Rule>
struct NamedRule { Rule rule; const char *name; };

constexpr std::array<NamedRule<MissingRule>, 4> missingRules{{{MissingRule::Zero, "zero"},
    {MissingRule::Previous, "previous"}, {MissingRule::Linear, "linear"}, {MissingRule::Seasonal, "seasonal"}}};
constexpr std::array<NamedRule<NegativeRule>, 3> negativeRules{
    {{NegativeRule::Keep, "keep"}, {NegativeRule::Zero, "zero"}, {NegativeRule::Missing, "missing"}}};
constexpr std::array<NamedRule<OutlierRule>, 3> outlierRules{
    {{OutlierRule::Keep, "keep"}, {OutlierRule::Clip, "clip"}, {OutlierRule::Missing, "missing"}}};

template<class Table, class Rule>
QString nameIn(const Table &table, Rule rule)
{
    for (const auto &entry : table)
        if (entry.rule == rule)
            return QLatin1String(entry.name);
    return {};
}

template<class Rule, class Table>
Result<Rule> ruleIn(const Table &table, const QString &name, const QString &what)
{
    QStringList names;
    for (const auto &entry : table) {
        if (name == QLatin1String(entry.name))
            return entry.rule;
        names << QLatin1String(entry.name);
    }
    return fail(ErrorCode::InvalidInput,
                CleaningText::tr("%1 is not a rule for %2. Allowed: %3.").arg(name, what, names.join(QStringLiteral(", "))));
}

void treatNegatives(std::vector<double> &values, NegativeRule rule, CleaningReport &report)
{
    if (rule == NegativeRule::Keep)
        return;
    for (double &value : values) {
        if (value < 0) {
            value = rule == NegativeRule::Zero ? 0.0 : missing;
            ++report.negatives;
        }
    }
}

void treatOutliers(std::vector<double> &values, const Cleaning &cleaning, qint64 fitLength, CleaningReport &report)
{
    if (cleaning.outliers == OutlierRule::Keep)
        return;
    std::vector<double> sorted;
    std::copy_if(values.begin(), values.begin() + fitLength, std::back_inserter(sorted),
                 [](double value) { return std::isfinite(value); });
    if (sorted.empty())
        return;
    std::sort(sorted.begin(), sorted.end());
    const double lower = sortedQuantile(sorted, 0.25);
    const double upper = sortedQuantile(sorted, 0.75);
    // Without a spread between the quartiles (a series that is mostly zero) every sale would be an outlier.
    if (!(upper > lower))
        return;
    const double reach = cleaning.outlierWidth * (upper - lower);
    for (double &value : values) {
        if (value < lower - reach || value > upper + reach) {
            value = cleaning.outliers == OutlierRule::Missing ? missing
                                                              : std::clamp(value, lower - reach, upper + reach);
            ++report.outliers;
        }
    }
}

// Looks back in whole seasons, then forward.
double seasonalValue(const std::vector<double> &values, qint64 at, qint64 end, int season)
{
    for (qint64 i = at - season; i >= 0; i -= season)
        if (!std::isnan(values[size_t(i)]))
            return values[size_t(i)];
    for (qint64 i = at + season; i < end; i += season)
        if (!std::isnan(values[size_t(i)]))
            return values[size_t(i)];
    return missing;
}

// Fills the gap [from, to); values before `from` are there, at `to` there may be none (the end of the part).
void fillGap(std::vector<double> &values, const std::vector<double> &observed, qint64 from, qint64 to, qint64 end,
             MissingRule rule, int season)
{
    const double before = values[size_t(from - 1)];
    const double after = to < end ? values[size_t(to)] : before;
    for (qint64 i = from; i < to; ++i) {
        const double linear = before + (after - before) * double(i - from + 1) / double(to - from + 1);
        double value = linear;
        if (rule == MissingRule::Zero)
            value = 0.0;
        else if (rule == MissingRule::Previous)
            value = before;
        else if (rule == MissingRule::Seasonal && season > 1)
            value = seasonalValue(observed, i, end, season);
        values[size_t(i)] = std::isnan(value) ? linear : value;
    }
}

// A gap in the fitted part is filled from that part alone, even where the next value is known to the test part.
void fillMissing(std::vector<double> &values, const Cleaning &cleaning, qint64 fitLength, int season,
                 CleaningReport &report)
{
    const std::vector<double> observed = values;
    const auto size = qint64(values.size());
    for (qint64 i = 1; i < size; ++i) {
        if (!std::isnan(values[size_t(i)]))
            continue;
        const qint64 end = i < fitLength ? fitLength : size;
        qint64 to = i;
        while (to < end && std::isnan(values[size_t(to)]))
            ++to;
        fillGap(values, observed, i, to, end, cleaning.missing, season);
        report.filled += to - i;
        i = to - 1;
    }
}

} // namespace

QString missingRuleName(MissingRule rule) { return nameIn(missingRules, rule); }
QString negativeRuleName(NegativeRule rule) { return nameIn(negativeRules, rule); }
QString outlierRuleName(OutlierRule rule) { return nameIn(outlierRules, rule); }

Result<MissingRule> missingRuleFromName(const QString &name)
{
    return ruleIn<MissingRule>(missingRules, name, CleaningText::tr("missing values"));
}

Result<NegativeRule> negativeRuleFromName(const QString &name)
{
    return ruleIn<NegativeRule>(negativeRules, name, CleaningText::tr("negative values"));
}

Result<OutlierRule> outlierRuleFromName(const QString &name)
{
    return ruleIn<OutlierRule>(outlierRules, name, CleaningText::tr("outliers"));
}

Result<CleanedSeries> clean(const Series &series, const Cleaning &cleaning, qint64 fitLength, int season)
{
    CleanedSeries result{series, {}};
    std::vector<double> &values = result.series.values;
    fitLength = std::clamp<qint64>(fitLength, 0, series.size());
    for (double &value : values)
        if (!std::isfinite(value))
            value = missing;
    treatNegatives(values, cleaning.negative, result.report);
    treatOutliers(values, cleaning, fitLength, result.report);

    const auto first = std::find_if(values.begin(), values.end(), [](double value) { return !std::isnan(value); });
    if (first == values.end())
        return fail(ErrorCode::Degenerate,
                    CleaningText::tr("Series %1 has no usable value left after cleaning.").arg(series.key));
    result.report.cut = first - values.begin();
    result.series = result.series.part(result.report.cut, series.size());
    fitLength = std::max<qint64>(fitLength - result.report.cut, 0);
    fillMissing(result.series.values, cleaning, fitLength, season, result.report);
    return result;
}

} // namespace foretrail
