#include "core/data/import/ColumnFacts.h"

#include "core/data/import/NumberText.h"
#include "core/data/import/RoleNames.h"
#include "core/data/import/StepGuess.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace foretrail {
namespace {

constexpr double nearlyAll = 0.9;

using Cells = std::vector<std::string_view>;

/// Cells that are there; those that may as well say that there is none come apart.
struct ColumnValues {
    Cells sure;
    Cells unsure;
};

ColumnValues valuesOf(const SampleRows &sample, size_t column, size_t first)
{
    ColumnValues values;
    for (size_t i = first; i < sample.rows.size(); ++i) {
        if (column >= sample.rows[i].size())
            continue;
        const std::string_view value = trimmed(sample.rows[i][column]);
        if (!isNullWord(value))
            (mayBeNullWord(value) ? values.unsure : values.sure).push_back(value);
    }
    return values;
}

/// Only the head is a stretch of rows without any twice: middle and tail may overlap.
bool hasUniqueValues(const SampleRows &sample, size_t column, size_t first)
{
    std::unordered_set<std::string_view> seen;
    for (size_t i = first; i < sample.headRows(); ++i)
        if (column >= sample.rows[i].size() || isNullWord(trimmed(sample.rows[i][column]))
            || !seen.insert(trimmed(sample.rows[i][column])).second)
            return false;
    return !seen.empty();
}

bool mostly(size_t count, const Cells &values)
{
    return double(count) >= nearlyAll * double(values.size());
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

size_t countMatches(const DateFormat &format, const Cells &values, size_t first, size_t last)
{
    return size_t(std::count_if(values.begin() + qsizetype(first), values.begin() + qsizetype(last),
                                [&format](std::string_view value) { return isPlausible(format, value); }));
}

/// Digits with at most one point: only few formats are worth a trial then, and tables of thousands of columns are common.
bool isNumeric(std::string_view text)
{
    return std::ranges::count(text, '.') <= 1 && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; })
        && (text.size() < 2 || text.find('-', 1) == std::string_view::npos);
}

/// Formats of nearly all values; where dirt leaves none, those that read most of them, if that is a third at least.
std::vector<QString> fittingFormats(const std::vector<NamedDateFormat> &formats, const Cells &values)
{
    constexpr size_t firstLook = 20;
    constexpr double leastShare = 1.0 / 3;
    const size_t looked = std::min(firstLook, values.size());
    std::vector<std::pair<size_t, QString>> found;
    size_t most = 0;
    for (const auto &[name, format] : formats) {
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

/// Large amounts look like seconds with a fraction here and there; times do so nearly everywhere.
void keepSureFractions(std::vector<QString> &formats, const Cells &values)
{
    const bool hasFractions = std::ranges::any_of(values, [](std::string_view text) { return !isDigits(withoutZeroFraction(text)); });
    for (const auto &[name, format] : numericDateFormats())
        if (hasFractions && format.isUnix() && !mostly(countMatches(format, values, 0, values.size()), values))
            std::erase(formats, name);
}

void lookAtDates(ColumnFacts &facts, const Cells &values)
{
    const bool isNumbers = mostly(size_t(std::ranges::count_if(values, isNumeric)), values);
    facts.dateFormats = fittingFormats(isNumbers ? numericDateFormats() : knownDateFormats(), values);
    if (!isNumbers)
        return;
    keepSureFractions(facts.dateFormats, values);
    facts.looseFormats = fittingFormats(looseDateFormats(), values);
}

/// A value with '.' or with ',' as decimal sign; groups as in India are tried where no others fit.
struct Reading {
    double value = 0;
    NumberMarks marks;
    bool isNumber = false;

    Reading(std::string_view text, char decimalSign)
    {
        isNumber = readNumber(text, NumberStyle{decimalSign, 0}, value, &marks) == NumberProblem::None
                || (decimalSign == '.' && readNumber(text, NumberStyle{'.', ','}, value, &marks) == NumberProblem::None);
    }
};

void lookAtNumbers(ColumnFacts &facts, const Cells &values)
{
    size_t points = 0, commas = 0;
    std::map<char, size_t> pointGroups, commaGroups;
    for (const std::string_view text : values) {
        const Reading byPoint(text, '.');
        const Reading byComma(text, ',');
        points += byPoint.isNumber ? 1 : 0;
        commas += byComma.isNumber ? 1 : 0;
        facts.clearPoints += byPoint.isNumber && !byComma.isNumber ? 1 : 0;
        facts.clearCommas += byComma.isNumber && !byPoint.isNumber ? 1 : 0;
        if (byPoint.isNumber && byComma.isNumber && byPoint.value != byComma.value && facts.unclear++ == 0)
            facts.unclearExample = text;
        const NumberMarks &marks = byPoint.isNumber ? byPoint.marks : byComma.marks;
        if (!marks.currency.empty())
            ++facts.currencies[std::string(marks.currency)];
        facts.percents += marks.isPercent ? 1 : 0;
        if (byPoint.marks.groupSign != 0)
            ++pointGroups[byPoint.marks.groupSign];
        if (byComma.marks.groupSign != 0)
            ++commaGroups[byComma.marks.groupSign];
    }
    facts.pointShare = double(points) / double(values.size());
    facts.commaShare = double(commas) / double(values.size());
    facts.groupSigns = facts.clearCommas > facts.clearPoints ? commaGroups : pointGroups;
}

bool isInteger(std::string_view value)
{
    if (value.starts_with('-') || value.starts_with('+'))
        value.remove_prefix(1);
    return !value.empty() && isDigits(value);
}

ColumnFacts::Type typeOf(const ColumnFacts &facts, const Cells &values)
{
    if (!facts.dateFormats.empty())
        return ColumnFacts::Type::Date;
    if (mostly(size_t(std::ranges::count_if(values, isInteger)), values))
        return ColumnFacts::Type::Integer;
    return facts.numberShare() >= nearlyAll ? ColumnFacts::Type::Decimal : ColumnFacts::Type::Text;
}

std::vector<std::string> distinctOf(const Cells &values)
{
    std::vector<std::string> words(values.begin(), values.end());
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

void lookAtWords(ColumnFacts &facts, const Cells &values)
{
    constexpr size_t fewWords = 20;
    const std::unordered_set<std::string_view> distinct(values.begin(), values.end());
    facts.values = values.size();
    facts.distinct = distinct.size();
    facts.hasKindWords = distinct.size() <= fewWords && size_t(std::ranges::count_if(distinct, isKindWord)) * 2 >= distinct.size();
    double ignored = 0;
    facts.holdsBooleans = std::ranges::all_of(distinct, [&](std::string_view text) { return readBoolean(text, ignored); });
    facts.example = values.front();
    if (facts.type == ColumnFacts::Type::Empty)
        facts.type = ColumnFacts::Type::Text;
}

/// Years or months one step apart behind some text: the header of a wide table, though numbers stand below as well.
bool isRowOfDates(const std::vector<std::string> &row)
{
    constexpr size_t fewest = 3;
    for (const auto *formats : {&looseDateFormats(), &numericDateFormats()})
        for (const auto &[name, format] : *formats) {
            std::vector<WallMs> times;
            for (size_t i = 1; i < row.size(); ++i)
                if (const std::string_view text = trimmed(row[i]); isDigits(text) && isPlausible(format, text))
                    times.push_back(format.read(text)->ms);
            if (times.size() >= fewest && times.size() + 1 == row.size() && hasEvenSteps(times))
                return true;
        }
    return false;
}

} // namespace

QString ColumnFacts::likeliestDate(bool isCalledDate) const
{
    if (!dateFormats.empty())
        return dateFormats.front();
    return isCalledDate && !looseFormats.empty() ? looseFormats.front() : QString();
}

ColumnFacts factsOf(const SampleRows &sample, size_t column, size_t first)
{
    ColumnFacts facts;
    ColumnValues found = valuesOf(sample, column, first);
    facts.isUnique = hasUniqueValues(sample, column, first);
    if (!found.sure.empty()) {
        lookAtDates(facts, found.sure);
        lookAtNumbers(facts, found.sure);
        facts.hasZeroFractions = std::ranges::all_of(found.sure, [](std::string_view value) { return withoutZeroFraction(value) != value; });
        facts.hasLostDigits = std::ranges::any_of(found.sure, hasLostDigits);
        facts.type = typeOf(facts, found.sure);
    }
    Cells values = std::move(found.sure);
    if (facts.type == ColumnFacts::Type::Empty || facts.type == ColumnFacts::Type::Text)
        values.insert(values.end(), found.unsure.begin(), found.unsure.end());
    else
        facts.nullWords = distinctOf(found.unsure);
    if (!values.empty())
        lookAtWords(facts, values);
    return facts;
}

HeaderGuess guessHeader(const SampleRows &sample)
{
    if (sample.rows.empty())
        return {};
    if (isRowOfDates(sample.rows.front()) && (sample.rows.size() < 2 || !isRowOfDates(sample.rows[1])))
        return {true, {}};
    int votes = 0;
    const auto &top = sample.rows.front();
    SampleRows first;
    first.rows.push_back(top);
    constexpr size_t enough = 100; // of the thousands of columns that a table of series may have
    const size_t every = top.size() / enough + 1;
    HeaderGuess guess;
    for (size_t column = 0; column < top.size(); column += every) {
        const ColumnFacts head = factsOf(first, column, 0);
        const ColumnFacts body = factsOf(sample, column, 1);
        if (isRoleName(top[column]) && head.type == ColumnFacts::Type::Text)
            ++votes;
        const bool isOpen = head.type == ColumnFacts::Type::Empty || body.type == ColumnFacts::Type::Empty || body.type == ColumnFacts::Type::Text;
        const bool isAlike = head.type == body.type || (head.isNumber() && body.isNumber());
        votes += isOpen ? 0 : isAlike ? -1 : 1;
        if (every == 1)
            guess.below.push_back(body);
    }
    // Only texts, as in a file that has nothing but a header.
    guess.isThere = votes != 0 ? votes > 0 : sample.rows.size() == 1;
    return guess;
}

} // namespace foretrail
