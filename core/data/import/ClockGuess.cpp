#include "core/data/import/ClockGuess.h"

#include "core/data/import/ClockReader.h"
#include "core/data/import/NumberText.h"
#include "core/data/import/RoleNames.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace foretrail {
namespace {

constexpr double nearlyAllClocks = 0.9;

struct ClockColumn {
    ClockForm form = ClockForm::Marks; ///< of nearly all that can be read
    double share = 0;                  ///< of the values that can be read
};

/// Nothing where less than half of the values are times of day.
std::optional<ClockColumn> clocksOf(const SampleRows &sample, size_t column, size_t first)
{
    constexpr size_t firstLook = 20;
    std::array<size_t, 4> counts{};
    size_t values = 0, read = 0;
    ClockReader reader;
    for (size_t i = first; i < sample.rows.size(); ++i) {
        const std::string_view text = column < sample.rows[i].size() ? trimmed(sample.rows[i][column]) : std::string_view();
        if (isNullWord(text) || mayBeNullWord(text))
            continue;
        if (reader.read(text)) {
            ++counts[size_t(clockFormOf(text))];
            ++read;
        }
        if (++values == firstLook && read * 2 < values)
            return {};
    }
    const auto most = std::ranges::max_element(counts);
    if (read == 0 || read * 2 < values || double(*most) < nearlyAllClocks * double(read))
        return {};
    return ClockColumn{ClockForm(most - counts.begin()), double(read) / double(values)};
}

/// Whether dates are whole days, however they are written.
bool areDays(const SampleRows &sample, size_t column, size_t first, const ColumnFacts &facts)
{
    const std::vector<QString> &formats = facts.dateFormats.empty() ? facts.looseFormats : facts.dateFormats;
    if (formats.empty())
        return false;
    const QString &name = formats.front();
    const Result<DateFormat> format = DateFormat::compile(name);
    const bool namesDay = name.contains(QLatin1Char('d')) || name == QStringLiteral("excel") || name.startsWith(QStringLiteral("unix"));
    return format && namesDay && std::all_of(sample.rows.begin() + qsizetype(first), sample.rows.end(), [&](const auto &row) {
        const auto moment = column < row.size() ? format->read(trimmed(row[column])) : std::nullopt;
        return !moment || moment->ms % dayMs == 0;
    });
}

/// "hour": its numbers say the time of day beside a date, and anything elsewhere.
bool isHourName(const QString &header)
{
    static const QStringList names{QStringLiteral("hour"), QStringLiteral("hr"), QStringLiteral("hourofday"), QStringLiteral("stunde"),
                                   QStringLiteral("小时"), QStringLiteral("时")};
    return names.contains(header.toLower().remove(QLatin1Char(' ')).remove(QLatin1Char('_')));
}

bool isDurationName(const QString &header)
{
    for (const char *word : {"duration", "elapsed", "length", "spent", "dwell", "dauer", "时长", "耗时", "用时"})
        if (header.contains(QString::fromUtf8(word), Qt::CaseInsensitive))
            return true;
    return false;
}

/// How well a column of times of day goes with the dates; 0 not at all. What is called one may have dirt in it.
int rankOf(const QString &name, const ClockColumn &clocks, int distance)
{
    constexpr int called = 1000, hour = 500;
    const std::string header = name.toStdString();
    if (isDurationName(name))
        return 0;
    if (const int score = nameScore(header, Role::Clock); score > 0)
        return called + score;
    if (clocks.share < nearlyAllClocks)
        return 0;
    if (clocks.form == ClockForm::Hour)
        return isHourName(name) ? hour : 0;
    const bool isBeside = std::abs(distance) == 1;
    return clocks.form == ClockForm::Marks && isBeside && !isRoleName(header) ? (distance > 0 ? 2 : 1) : 0;
}

} // namespace

bool holdsClocks(const SampleRows &sample, size_t column, size_t first)
{
    const std::optional<ClockColumn> clocks = clocksOf(sample, column, first);
    return clocks && clocks->share >= nearlyAllClocks && (clocks->form == ClockForm::Marks || clocks->form == ClockForm::Fraction);
}

int clockColumnOf(const SampleRows &sample, const ImportPlan &plan, const std::vector<ColumnFacts> &facts)
{
    const size_t first = plan.hasHeader ? 1 : 0;
    const int time = plan.columnOf(Role::Time);
    if (time < 0 || !areDays(sample, size_t(time), first, facts[size_t(time)]))
        return -1;
    int best = -1, bestRank = 0;
    for (int column = 0; column < plan.columns.size(); ++column) {
        if (plan.columns[column].role != Role::Ignore)
            continue;
        const std::optional<ClockColumn> clocks = clocksOf(sample, size_t(column), first);
        const int rank = clocks ? rankOf(plan.columns[column].name, *clocks, column - time) : 0;
        if (rank > bestRank) {
            best = column;
            bestRank = rank;
        }
    }
    return best;
}

} // namespace foretrail
