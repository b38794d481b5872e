#include "core/data/import/ColumnFacts.h"

#include "core/data/import/NumberText.h"
#include "core/data/import/RoleNames.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace foretrail {
namespace {

constexpr double nearlyAll = 0.9;

std::vector<std::string_view> valuesOf(const SampleRows &sample, size_t column, size_t first)
{
    std::vector<std::string_view> values;
    for (size_t i = first; i < sample.rows.size(); ++i) {
        if (column >= sample.rows[i].size())
            continue;
        const std::string_view value = trimmed(sample.rows[i][column]);
        if (!isNullWord(value))
            values.push_back(value);
    }
    return values;
}

bool isDigits(std::string_view text) { return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }); }

/// Numbers of other meaning pass for dates easily: only those of our time count.
bool isPlausible(const DateFormat &format, std::string_view text)
{
    constexpr qint64 year1990 = 631'152'000'000;
    constexpr qint64 year2045 = 2'366'841'600'000;
    const auto moment = format.read(text);
    if (!moment)
        return false;
    return (!isDigits(text) && !format.isUnix()) || (moment->ms >= year1990 && moment->ms < year2045);
}

size_t countMatches(const DateFormat &format, const std::vector<std::string_view> &values, size_t first, size_t last)
{
    return size_t(std::count_if(values.begin() + qsizetype(first), values.begin() + qsizetype(last),
                                [&format](std::string_view value) { return isPlausible(format, value); }));
}

/// Formats of nearly all values; where dirt leaves none, those that read most of them, if that is a third at least.
std::vector<QString> fittingFormats(const std::vector<std::string_view> &values)
{
    constexpr size_t firstLook = 20;
    constexpr double leastShare = 1.0 / 3;
    const size_t looked = std::min(firstLook, values.size());
    std::vector<std::pair<size_t, QString>> found;
    size_t most = 0;
    for (const auto &[name, format] : knownDateFormats()) {
        const size_t early = countMatches(format, values, 0, looked);
        if (double(early) < leastShare * double(looked))
            continue;
        const size_t matches = early + countMatches(format, values, looked, values.size());
        most = std::max(most, matches);
        found.emplace_back(matches, name);
    }
    const double needed = std::min(nearlyAll * double(values.size()), std::max(double(most), leastShare * double(values.size())));
    std::vector<QString> fitting;
    for (const auto &[matches, name] : found)
        if (double(matches) >= needed)
            fitting.push_back(name);
    return fitting;
}

size_t countNumbers(const std::vector<std::string_view> &values, char decimalSign)
{
    double ignored = 0;
    return size_t(std::ranges::count_if(values, [&](std::string_view value) {
        return readNumber(value, decimalSign, ignored) == NumberProblem::None;
    }));
}

bool isInteger(std::string_view value)
{
    if (value.starts_with('-') || value.starts_with('+'))
        value.remove_prefix(1);
    return !value.empty() && isDigits(value);
}

bool mostly(size_t count, const std::vector<std::string_view> &values)
{
    return double(count) >= nearlyAll * double(values.size());
}

} // namespace

ColumnFacts factsOf(const SampleRows &sample, size_t column, size_t first)
{
    constexpr size_t fewWords = 20;
    ColumnFacts facts;
    const std::vector<std::string_view> values = valuesOf(sample, column, first);
    facts.values = values.size();
    if (values.empty())
        return facts;
    const std::unordered_set<std::string_view> distinct(values.begin(), values.end());
    facts.distinct = distinct.size();
    facts.hasKindWords = distinct.size() <= fewWords && std::ranges::any_of(distinct, isKindWord);
    facts.dateFormats = fittingFormats(values);
    const size_t points = countNumbers(values, '.');
    const size_t commas = countNumbers(values, ',');
    facts.numberShare = double(std::max(points, commas)) / double(values.size());
    facts.needsDecimalComma = !mostly(points, values) && mostly(commas, values);
    facts.hasZeroFractions = std::ranges::all_of(values, [](std::string_view value) { return withoutZeroFraction(value) != value; });
    if (!facts.dateFormats.empty())
        facts.type = ColumnFacts::Type::Date;
    else if (mostly(size_t(std::ranges::count_if(values, isInteger)), values))
        facts.type = ColumnFacts::Type::Integer;
    else
        facts.type = mostly(std::max(points, commas), values) ? ColumnFacts::Type::Decimal : ColumnFacts::Type::Text;
    return facts;
}

bool guessHeader(const SampleRows &sample)
{
    if (sample.rows.empty())
        return false;
    int votes = 0;
    const auto &top = sample.rows.front();
    SampleRows first;
    first.rows.push_back(top);
    for (size_t column = 0; column < top.size(); ++column) {
        const ColumnFacts head = factsOf(first, column, 0);
        const ColumnFacts body = factsOf(sample, column, 1);
        if (isRoleName(top[column]) && head.type == ColumnFacts::Type::Text)
            ++votes;
        if (head.type == ColumnFacts::Type::Empty || body.type == ColumnFacts::Type::Empty || body.type == ColumnFacts::Type::Text)
            continue;
        const bool isAlike = head.type == body.type || (head.isNumber() && body.isNumber());
        votes += isAlike ? -1 : 1;
    }
    if (votes != 0)
        return votes > 0;
    // Only texts, as in a file that has nothing but a header.
    return sample.rows.size() == 1;
}

} // namespace foretrail
