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
    return !isDigits(text) || (moment->ms >= year1990 && moment->ms < year2045);
}

std::vector<QString> fittingFormats(const std::vector<std::string_view> &values)
{
    constexpr size_t firstLook = 20;
    std::vector<QString> fitting;
    for (const auto &[name, format] : knownDateFormats()) {
        const auto fits = [&](size_t count) {
            const auto matches = std::count_if(values.begin(), values.begin() + qsizetype(count),
                                               [&known = format](std::string_view value) { return isPlausible(known, value); });
            return double(matches) >= nearlyAll * double(count);
        };
        if (fits(std::min(firstLook, values.size())) && fits(values.size()))
            fitting.push_back(name);
    }
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
