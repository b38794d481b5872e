#include "core/data/import/PlanGuess.h"

#include "core/data/import/RoleNames.h"
#include "core/data/import/RowParser.h"
#include "core/data/import/HeaderTimes.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace foretrail {
namespace {

struct Text { Q_DECLARE_TR_FUNCTIONS(foretrail::PlanGuess) };

constexpr int mostAttributes = 8;
using Type = ColumnFacts::Type;

class Guess {
public:
    Guess(const SampleRows &sample, const ImportPlan &base) : m_sample(sample)
    {
        m_guess.plan = base;
        m_guess.plan.hasHeader = guessHeader(sample);
        const size_t first = m_guess.plan.hasHeader ? 1 : 0;
        for (const QString &name : columnNames(sample, m_guess.plan.hasHeader)) {
            m_guess.facts.push_back(factsOf(sample, m_guess.facts.size(), first));
            m_guess.plan.columns.append({name, Role::Ignore});
        }
    }

    GuessedPlan make()
    {
        guessDecimalSign();
        if (isWide()) {
            planWide();
        } else {
            nameTime();
            if (m_guess.plan.hasHeader)
                nameRoles();
            else
                placeRoles();
            chooseKind();
        }
        chooseDateFormat();
        if (m_guess.plan.kind == SourceKind::Series)
            m_guess.plan.step = guessStep(m_sample, m_guess.plan);
        return std::move(m_guess);
    }

private:
    int columns() const { return int(m_guess.facts.size()); }
    const ColumnFacts &facts(int column) const { return m_guess.facts[size_t(column)]; }
    Role &role(int column) { return m_guess.plan.columns[column].role; }
    bool has(Role wanted) const { return m_guess.plan.columnOf(wanted) >= 0; }
    std::string name(int column) const { return m_guess.plan.columns[column].name.toStdString(); }

    void guessDecimalSign()
    {
        const bool needsComma = std::ranges::any_of(m_guess.facts, &ColumnFacts::needsDecimalComma);
        m_guess.plan.decimalSign = QLatin1Char(needsComma && m_guess.plan.delimiter != ',' ? ',' : '.');
    }

    /// One row a series: a key, then numbers under headers that are dates, or numbered.
    bool isWide() const
    {
        constexpr int fewest = 6;
        if (columns() < fewest)
            return false;
        int numbered = 0;
        for (int column = 1; column < columns(); ++column) {
            if (!facts(column).isNumber() && facts(column).type != Type::Empty)
                return false;
            numbered += !m_guess.plan.hasHeader || isNumberedOrDate(name(column)) ? 1 : 0;
        }
        return facts(0).type != Type::Date && double(numbered) >= 0.9 * (columns() - 1);
    }

    static bool isNumberedOrDate(const std::string &header)
    {
        const bool isNumbered = header.size() > 0 && std::all_of(header.begin() + (std::isalpha(static_cast<unsigned char>(header[0])) ? 1 : 0),
                                                                 header.end(), [](unsigned char c) { return std::isdigit(c); })
                             && std::isdigit(static_cast<unsigned char>(header.back()));
        if (isNumbered)
            return true;
        SampleRows one;
        one.rows.push_back({header});
        return factsOf(one, 0, 0).type == Type::Date;
    }

    void planWide()
    {
        ImportPlan &plan = m_guess.plan;
        plan.kind = SourceKind::Series;
        plan.layout = SeriesLayout::Wide;
        role(0) = Role::Series;
        for (int column = 1; column < columns(); ++column)
            role(column) = Role::Value;
    }

    void nameTime()
    {
        int best = -1;
        int bestScore = -1;
        for (int column = 0; column < columns(); ++column) {
            if (facts(column).dateFormats.empty())
                continue;
            const int score = nameScore(name(column), Role::Time);
            if (score > bestScore && (score > 0 || !isRoleName(name(column)))) {
                best = column;
                bestScore = score;
            }
        }
        // A column that is called time but reads as no date is still what a person would point at.
        for (int column = 0; best < 0 && column < columns(); ++column)
            if (nameScore(name(column), Role::Time) > 0 && !facts(column).isNumber())
                best = column;
        if (best >= 0)
            role(best) = Role::Time;
    }

    bool fits(int column, Role wanted) const
    {
        const bool wantsNumber = wanted == Role::Quantity || wanted == Role::Price || wanted == Role::Amount || wanted == Role::Value
                              || wanted == Role::Position;
        // What is called a quantity is one, also where a part of it is dirt.
        return !wantsNumber || facts(column).numberShare >= 0.5 || facts(column).type == Type::Empty;
    }

    void nameRoles()
    {
        for (const Role wanted : {Role::User, Role::Item, Role::ItemName, Role::Kind, Role::Quantity, Role::Price, Role::Amount,
                                  Role::Session, Role::Position, Role::Category, Role::Value}) {
            int best = -1;
            int bestScore = 0;
            for (int column = 0; column < columns(); ++column) {
                const int score = nameScore(name(column), wanted);
                if (role(column) == Role::Ignore && score > bestScore && fits(column, wanted)) {
                    best = column;
                    bestScore = score;
                }
            }
            if (best >= 0)
                role(best) = wanted;
        }
        if (!has(Role::Kind))
            for (int column = 0; column < columns(); ++column)
                if (role(column) == Role::Ignore && facts(column).hasKindWords) {
                    role(column) = Role::Kind;
                    break;
                }
    }

    /// Without a header: ids stand in front in the order user, item, category; behind the time come pieces and money.
    void placeRoles()
    {
        const int time = m_guess.plan.columnOf(Role::Time);
        for (int column = 0; column < columns() && !has(Role::Kind); ++column)
            if (facts(column).hasKindWords)
                role(column) = Role::Kind;
        QList<Role> ids = has(Role::Kind) ? QList<Role>{Role::User, Role::Item, Role::Category} : QList<Role>{Role::User};
        for (int column = 0; column < columns(); ++column) {
            if (role(column) != Role::Ignore || facts(column).type == Type::Empty)
                continue;
            const bool isBehindTime = time >= 0 && column > time && !has(Role::Kind);
            if (isBehindTime && facts(column).type == Type::Integer && !has(Role::Quantity))
                role(column) = Role::Quantity;
            else if (facts(column).type == Type::Decimal && !has(Role::Amount))
                role(column) = Role::Amount;
            else if (facts(column).type != Type::Decimal && !isBehindTime && !ids.isEmpty())
                role(column) = ids.takeFirst();
        }
    }

    void chooseKind()
    {
        ImportPlan &plan = m_guess.plan;
        const bool namesBuyer = has(Role::User) || has(Role::Session);
        if (has(Role::Kind))
            plan.kind = SourceKind::Events;
        else if (!namesBuyer && !has(Role::Quantity) && !has(Role::Price) && has(Role::Time) && canBeSeries())
            planLong();
        else
            plan.kind = has(Role::Quantity) || has(Role::Amount) ? SourceKind::Sales : SourceKind::Events;
        if (plan.kind != SourceKind::Series)
            keepAttributes();
    }

    /// Some value column, and no key that has two values at one time.
    bool canBeSeries()
    {
        const QList<int> keys = keyColumns();
        const QList<int> values = valueColumns();
        if (values.isEmpty())
            return false;
        const int time = m_guess.plan.columnOf(Role::Time);
        std::set<std::vector<std::string_view>> seen;
        for (size_t i = m_guess.plan.hasHeader ? 1 : 0; i < m_sample.rows.size(); ++i) {
            const auto &row = m_sample.rows[i];
            if (int(row.size()) < columns())
                continue;
            std::vector<std::string_view> place{row[size_t(time)]};
            for (int key : keys)
                place.push_back(row[size_t(key)]);
            if (!seen.insert(place).second)
                return false;
        }
        return true;
    }

    QList<int> keyColumns()
    {
        QList<int> keys;
        for (int column = 0; column < columns(); ++column)
            if (role(column) == Role::Item || role(column) == Role::Category || nameScore(name(column), Role::Series) > 0)
                keys.append(column);
        for (int column = 0; keys.isEmpty() && column < columns(); ++column)
            if (facts(column).type == Type::Text && role(column) == Role::Ignore)
                keys.append(column);
        return keys;
    }

    QList<int> valueColumns()
    {
        for (const Role wanted : {Role::Value, Role::Amount})
            if (has(wanted))
                return {m_guess.plan.columnOf(wanted)};
        const QList<int> keys = keyColumns();
        QList<int> values;
        for (int column = 0; column < columns(); ++column)
            if (facts(column).isNumber() && role(column) == Role::Ignore && !keys.contains(column))
                values.append(column);
        return values;
    }

    void planLong()
    {
        ImportPlan &plan = m_guess.plan;
        const QList<int> keys = keyColumns();
        const QList<int> values = valueColumns();
        plan.kind = SourceKind::Series;
        plan.layout = SeriesLayout::Long;
        for (int column = 0; column < columns(); ++column)
            if (role(column) != Role::Time)
                role(column) = keys.contains(column) ? Role::Series : values.contains(column) ? Role::Value : Role::Ignore;
    }

    void keepAttributes()
    {
        int kept = 0;
        for (int column = 0; column < columns() && kept < mostAttributes; ++column) {
            if (role(column) != Role::Ignore || facts(column).type == Type::Empty || facts(column).type == Type::Decimal
                || !m_guess.plan.hasHeader)
                continue;
            role(column) = Role::Attribute;
            ++kept;
        }
    }

    void chooseDateFormat()
    {
        ImportPlan &plan = m_guess.plan;
        const int time = plan.columnOf(Role::Time);
        plan.dateFormat.clear();
        if (time >= 0 && !facts(time).dateFormats.empty()) {
            plan.dateFormat = facts(time).dateFormats.front();
        } else if (plan.kind == SourceKind::Series && plan.layout == SeriesLayout::Wide && plan.hasHeader) {
            SampleRows header;
            for (int column : plan.columnsOf(Role::Value))
                header.rows.push_back({name(column)});
            const ColumnFacts found = factsOf(header, 0, 0);
            if (!found.dateFormats.empty())
                plan.dateFormat = found.dateFormats.front();
        }
    }

    const SampleRows &m_sample;
    GuessedPlan m_guess;
};

/// The step whose grid has two neighbours this far apart; None where none has.
Step stepOfGap(qint64 gapMs)
{
    constexpr qint64 hour = 3'600'000, day = 24 * hour;
    if (gapMs == hour)
        return Step::Hour;
    if (gapMs == day)
        return Step::Day;
    if (gapMs == 7 * day)
        return Step::Week;
    if (gapMs >= 28 * day && gapMs <= 31 * day)
        return Step::Month;
    if (gapMs >= 89 * day && gapMs <= 92 * day)
        return Step::Quarter;
    if (gapMs == 365 * day || gapMs == 366 * day)
        return Step::Year;
    return Step::None;
}

Step stepOfTimes(const std::map<std::string, std::vector<qint64>> &timesByKey)
{
    qint64 smallest = 0;
    for (const auto &[key, unsorted] : timesByKey) {
        std::vector<qint64> times = unsorted;
        std::ranges::sort(times);
        for (size_t i = 1; i < times.size(); ++i)
            if (const qint64 gap = times[i] - times[i - 1]; gap > 0 && (smallest == 0 || gap < smallest))
                smallest = gap;
    }
    return stepOfGap(smallest);
}

} // namespace

QStringList columnNames(const SampleRows &sample, bool hasHeader)
{
    QStringList names;
    for (size_t column = 0; column < sample.columns(hasHeader); ++column) {
        QString name;
        if (hasHeader && column < sample.rows.front().size())
            name = QString::fromStdString(sample.rows.front()[column]).trimmed();
        if (name.isEmpty())
            name = Text::tr("column %1").arg(column + 1);
        names.append(name);
    }
    return names;
}

GuessedPlan guessPlan(const SampleRows &sample, const ImportPlan &base) { return Guess(sample, base).make(); }

Step guessStep(const SampleRows &sample, const ImportPlan &plan)
{
    std::map<std::string, std::vector<qint64>> times;
    if (plan.layout == SeriesLayout::Wide && plan.columnOf(Role::Time) < 0) {
        const std::vector<WallMs> header = headerTimes(plan);
        times[{}].assign(header.begin(), header.end());
        return stepOfTimes(times);
    }
    const Result<RowParser> parser = RowParser::make(plan);
    const int time = plan.columnOf(Role::Time);
    if (!parser || time < 0 || plan.dateFormat.isEmpty() || plan.dateFormat == QStringLiteral("index"))
        return Step::None;
    RowParser reader = *parser;
    for (size_t i = plan.hasHeader ? 1 : 0; i < sample.rows.size(); ++i) {
        const auto &row = sample.rows[i];
        if (size_t(time) >= row.size() || !reader.parseField(time, row[size_t(time)]))
            continue;
        std::string key;
        for (int column : plan.columnsOf(Role::Series))
            if (size_t(column) < row.size())
                key += row[size_t(column)] + '/';
        times[key].push_back(reader.cells()[size_t(time)].time);
    }
    return stepOfTimes(times);
}

} // namespace foretrail
