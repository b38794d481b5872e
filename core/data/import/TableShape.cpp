#include "core/data/import/TableShape.h"

#include "core/data/import/AsciiText.h"
#include "core/data/import/NumberText.h"
#include "core/data/import/RoleNames.h"

#include <algorithm>
#include <charconv>

namespace foretrail {
namespace {

using Type = ColumnFacts::Type;


/// "V2", "F1", "d_17", "2024-01", "Jan 2024", "2011".
bool isNumberedOrDate(const QString &header)
{
    const std::string text = header.trimmed().toStdString();
    const auto digits = std::ranges::find_if(text, isDigit);
    constexpr auto longestPrefix = 2;
    if (digits != text.end() && digits - text.begin() <= longestPrefix && std::all_of(digits, text.end(), isDigit))
        return true;
    SampleRows one;
    one.rows.push_back({text});
    return factsOf(one, 0, 0).type == Type::Date;
}

bool isWholeDate(const QString &header)
{
    constexpr qsizetype shortest = 6; // a year alone may be a number
    SampleRows one;
    one.rows.push_back({header.trimmed().toStdString()});
    return header.trimmed().size() >= shortest && factsOf(one, 0, 0).type == Type::Date;
}

bool holdsNumbers(const ColumnFacts &facts) { return facts.isMostlyNumbers() || facts.type == Type::Empty; }

WideShape shapeByHeader(const ImportPlan &plan, const std::vector<ColumnFacts> &facts)
{
    constexpr int fewest = 5, fewestDates = 2, mostKeys = 8;
    const int columns = int(facts.size());
    int firstValue = 1;
    while (firstValue < columns && firstValue <= mostKeys && plan.hasHeader && !isNumberedOrDate(plan.columns[firstValue].name))
        ++firstValue;
    // Few numbered columns may be anything, few dates in a row are steps.
    const bool areDates = plan.hasHeader && std::all_of(plan.columns.begin() + std::min(firstValue, columns), plan.columns.end(),
                                                        [](const ColumnPlan &column) { return isWholeDate(column.name); });
    if (columns - firstValue < (areDates ? fewestDates : fewest) || firstValue > mostKeys || facts.front().type == Type::Date)
        return {};
    int numbered = 0;
    for (int column = firstValue; column < columns; ++column) {
        if (!holdsNumbers(facts[size_t(column)]))
            return {};
        numbered += !plan.hasHeader || isNumberedOrDate(plan.columns[column].name) ? 1 : 0;
    }
    const bool isNumbered = double(numbered) >= 0.9 * (columns - firstValue);
    return isNumbered ? WideShape{WideShape::Rows::Series, firstValue} : WideShape{};
}

} // namespace

WideShape wideShapeOf(const ImportPlan &plan, const std::vector<ColumnFacts> &facts)
{
    if (facts.size() < 2)
        return {};
    if (const WideShape shape = shapeByHeader(plan, facts); shape.rows != WideShape::Rows::None)
        return shape;
    const auto isMeasured = [&](const ColumnPlan &column) { return isRoleName(column.name.toStdString()); };
    // An id beside numbered columns names its rows.
    const bool isKeyed = plan.columns.front().name.trimmed().compare(QLatin1String("id"), Qt::CaseInsensitive) == 0
                      && std::all_of(plan.columns.begin() + 1, plan.columns.end(), [](const ColumnPlan &column) { return isNumberedOrDate(column.name); });
    const bool isOnlyNumbers = plan.hasHeader && std::ranges::all_of(facts, holdsNumbers)
                            && std::none_of(plan.columns.begin() + 1, plan.columns.end(), isMeasured)
                            && (isIndexName(plan.columns.front().name) || !isMeasured(plan.columns.front()));
    return isOnlyNumbers && !isKeyed ? WideShape{WideShape::Rows::Steps, 0} : WideShape{};
}

void spreadWide(ImportPlan &plan, const std::vector<ColumnFacts> &facts)
{
    const auto isFree = [&](size_t column) {
        const Role role = plan.columns[qsizetype(column)].role;
        return role == Role::Ignore || role == Role::Attribute;
    };
    if (plan.columnOf(Role::Series) < 0 && plan.columnOf(Role::Time) < 0) {
        size_t key = 0;
        while (key < facts.size() && !(isFree(key) && !holdsNumbers(facts[key])))
            ++key;
        plan.columns[qsizetype(key < facts.size() ? key : 0)].role = Role::Series;
    }
    for (size_t column = 0; column < facts.size(); ++column)
        if (isFree(column))
            plan.columns[qsizetype(column)].role = holdsNumbers(facts[column]) ? Role::Value : Role::Ignore;
}

void spreadLong(ImportPlan &plan, const std::vector<ColumnFacts> &facts)
{
    const bool hasValue = plan.columnOf(Role::Value) >= 0;
    for (ColumnPlan &column : plan.columns)
        if (column.role == Role::Attribute && nameScore(column.name.toStdString(), Role::Series) > 0)
            column.role = Role::Series;
    const bool hasKey = plan.columnOf(Role::Series) >= 0;
    for (size_t column = 0; column < facts.size(); ++column) {
        Role &role = plan.columns[qsizetype(column)].role;
        if (role != Role::Attribute)
            continue;
        const bool isMeasured = facts[column].isMostlyNumbers() || facts[column].holdsBooleans;
        const bool isName = facts[column].type == Type::Text && !isMeasured;
        role = isName && !hasKey ? Role::Series : isMeasured && !hasValue ? Role::Value : Role::Ignore;
    }
}

bool isIndexName(const QString &header)
{
    static const QStringList names{QStringLiteral("t"), QStringLiteral("n"), QStringLiteral("no"), QStringLiteral("index"),
                                   QStringLiteral("step"), QStringLiteral("row"), QStringLiteral("obs"), QStringLiteral("id"),
                                   QStringLiteral("序号")};
    return names.contains(header.trimmed().toLower()) || nameScore(header.toStdString(), Role::Time) > 0;
}

bool countsSteps(const SampleRows &sample, size_t column, size_t first)
{
    constexpr size_t fewest = 3;
    if (sample.rows.size() < first + fewest)
        return false;
    qint64 last = 0;
    for (size_t i = first; i < sample.rows.size(); ++i) {
        if (column >= sample.rows[i].size())
            return false;
        const std::string_view text = trimmed(sample.rows[i][column]);
        qint64 value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size() || (i > first && value <= last))
            return false;
        last = value;
    }
    return true;
}

} // namespace foretrail
