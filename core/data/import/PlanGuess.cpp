#include "core/data/import/PlanGuess.h"

#include "core/data/import/ClockGuess.h"
#include "core/data/import/HeaderTimes.h"
#include "core/data/import/KindGuess.h"
#include "core/data/import/LongShape.h"
#include "core/data/import/NumberGuess.h"
#include "core/data/import/RoleNames.h"
#include "core/data/import/StepGuess.h"
#include "core/data/import/TableShape.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace foretrail {
namespace {

struct PlanGuessText { Q_DECLARE_TR_FUNCTIONS(foretrail::PlanGuess) };

constexpr int mostAttributes = 8;
using Type = ColumnFacts::Type;

class Guess {
public:
    Guess(const SampleRows &sample, const ImportPlan &base) : m_sample(sample)
    {
        m_guess.plan = base;
        HeaderGuess header = guessHeader(sample);
        m_guess.plan.hasHeader = base.format == SourceFormat::JsonLines || header.isThere;
        if (m_guess.plan.hasHeader)
            m_guess.facts = std::move(header.below);
        const QStringList names = columnNames(sample, m_guess.plan.hasHeader);
        m_guess.facts.resize(std::min(m_guess.facts.size(), size_t(names.size())));
        for (const QString &name : names)
            m_guess.plan.columns.append({name, Role::Ignore});
        while (m_guess.facts.size() < size_t(names.size()))
            m_guess.facts.push_back(factsOf(sample, m_guess.facts.size(), firstRow()));
    }

    GuessedPlan make()
    {
        guessNumbers(m_guess.plan, m_guess.facts);
        if (const WideShape shape = wideShapeOf(m_guess.plan, m_guess.facts); shape.rows != WideShape::Rows::None) {
            planWide(shape);
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
        guessKindMeanings(m_guess.plan, m_sample);
        return std::move(m_guess);
    }

private:
    size_t firstRow() const { return m_guess.plan.hasHeader ? 1 : 0; }
    int columns() const { return int(m_guess.facts.size()); }
    const ColumnFacts &facts(int column) const { return m_guess.facts[size_t(column)]; }
    Role &role(int column) { return m_guess.plan.columns[column].role; } // clazy:exclude=detaching-member : what is guessed is written there
    bool has(Role wanted) const { return m_guess.plan.columnOf(wanted) >= 0; }
    std::string name(int column) const { return m_guess.plan.columns.at(column).name.toStdString(); }

    void planWide(const WideShape &shape)
    {
        ImportPlan &plan = m_guess.plan;
        plan.kind = SourceKind::Series;
        plan.layout = SeriesLayout::Wide;
        for (int column = 0; column < columns(); ++column)
            role(column) = column < shape.firstValue ? Role::Series : Role::Value;
        // One key that tells all rows apart is enough of a name.
        if (shape.firstValue > 1 && facts(0).isUnique)
            for (int column = 1; column < shape.firstValue; ++column)
                role(column) = Role::Ignore;
        if (shape.rows == WideShape::Rows::Steps && isIndexName(m_guess.plan.columns.constFirst().name) && countsSteps(m_sample, 0, firstRow()))
            role(0) = Role::Time;
    }

    void nameTime()
    {
        int best = -1;
        int bestScore = -1;
        for (int column = 0; column < columns(); ++column) {
            const int score = nameScore(name(column), Role::Time);
            const bool isDate = !facts(column).dateFormats.empty() || (score > 0 && !facts(column).looseFormats.empty());
            if (isDate && score > bestScore && (score > 0 || !isRoleName(name(column))) && !holdsClocks(m_sample, size_t(column), firstRow())) {
                best = column;
                bestScore = score;
            }
        }
        // A column that is called time but reads as no date is still what a person would point at.
        for (int column = 0; best < 0 && column < columns(); ++column)
            if (nameScore(name(column), Role::Time) > 0 && (!facts(column).isNumber() || countsSteps(m_sample, size_t(column), firstRow())))
                best = column;
        if (best >= 0)
            role(best) = Role::Time;
        if (const int clock = clockColumnOf(m_sample, m_guess.plan, m_guess.facts); clock >= 0)
            role(clock) = Role::Clock;
    }

    bool fits(int column, Role wanted) const
    {
        const bool wantsNumber = wanted == Role::Quantity || wanted == Role::Price || wanted == Role::Amount || wanted == Role::Value
                              || wanted == Role::Position;
        // What is called a quantity is one, also where a part of it is dirt.
        return !wantsNumber || facts(column).numberShare() >= 0.5 || facts(column).type == Type::Empty;
    }

    int bestNamed(Role wanted) const
    {
        int best = -1;
        int bestScore = 0;
        for (int column = 0; column < columns(); ++column) {
            const int score = nameScore(name(column), wanted);
            if (m_guess.plan.columns[column].role == Role::Ignore && score > bestScore && fits(column, wanted)) {
                best = column;
                bestScore = score;
            }
        }
        return best;
    }

    void nameRoles()
    {
        for (const Role wanted : {Role::User, Role::Item, Role::ItemName, Role::Kind, Role::Quantity, Role::Price, Role::Amount,
                                  Role::Session, Role::Position, Role::Category, Role::Value})
            if (const int best = bestNamed(wanted); best >= 0)
                role(best) = wanted;
        // A product's name stands for the product where nothing else does.
        if (!has(Role::Item) && has(Role::ItemName))
            role(m_guess.plan.columnOf(Role::ItemName)) = Role::Item;
        for (int column = 0; column < columns() && !has(Role::Kind); ++column)
            if (role(column) == Role::Ignore && facts(column).hasKindWords)
                role(column) = Role::Kind;
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
            if (isBehindTime && facts(column).type == Type::Integer && facts(column).currencies.empty() && !has(Role::Quantity))
                role(column) = Role::Quantity;
            else if (facts(column).type == Type::Decimal && !has(Role::Amount))
                role(column) = Role::Amount;
            else if (facts(column).type != Type::Decimal && !isBehindTime && !ids.isEmpty())
                role(column) = ids.takeFirst();
        }
    }

    /// Whether names say nothing of the columns besides the time.
    bool isNameless() const
    {
        return std::ranges::all_of(m_guess.plan.columns, [](const ColumnPlan &column) {
            return column.role == Role::Ignore || column.role == Role::Time || column.role == Role::Clock;
        });
    }

    void chooseKind()
    {
        ImportPlan &plan = m_guess.plan;
        // Then the places of the columns say more, unless every row is a step of some series.
        if (plan.hasHeader && has(Role::Time) && isNameless() && !longShape().isThere())
            placeRoles();
        const bool namesBuyer = has(Role::User) || has(Role::Session);
        if (has(Role::Kind))
            plan.kind = SourceKind::Events;
        else if (!has(Role::Time) && keyOfAttributes() >= 0)
            planAttributes();
        else if (!namesBuyer && !has(Role::Quantity) && !has(Role::Price) && has(Role::Time) && longShape().isThere())
            planLong();
        else
            plan.kind = has(Role::Quantity) || has(Role::Amount) ? SourceKind::Sales : SourceKind::Events;
        if (plan.kind == SourceKind::Events)
            preferSession();
        if (plan.kind == SourceKind::Sales || plan.kind == SourceKind::Events)
            keepAttributes();
    }

    /// In a log of events a visit is the session, also where the rows name an order as well.
    void preferSession()
    {
        const int order = m_guess.plan.columnOf(Role::Session);
        const auto isVisit = [this](int column) { return m_guess.plan.columns.at(column).name.contains(QStringLiteral("session"), Qt::CaseInsensitive); };
        if (order < 0 || isVisit(order))
            return;
        for (int column = 0; column < columns(); ++column)
            if (role(column) == Role::Ignore && isVisit(column) && nameScore(name(column), Role::Session) > 0) {
                role(order) = Role::Ignore;
                role(column) = Role::Session;
                return;
            }
    }

    /// The column whose keys a table without times describes, each once; -1 where there is none.
    int keyOfAttributes() const
    {
        // Someone with some item is something that happened, though nobody noted when.
        if (has(Role::Item) && (has(Role::Session) || has(Role::User)))
            return -1;
        for (const Role wanted : {Role::User, Role::Item, Role::Session, Role::Category})
            if (const int column = m_guess.plan.columnOf(wanted); column >= 0 && facts(column).isUnique)
                return column;
        for (int column = 0; column < columns(); ++column)
            if (m_guess.plan.hasHeader && facts(column).isUnique && nameScore(name(column), Role::Series) > 0)
                return column;
        return -1;
    }

    void planAttributes()
    {
        const int key = keyOfAttributes();
        m_guess.plan.kind = SourceKind::Attributes;
        if (role(key) == Role::Ignore)
            role(key) = Role::Series;
        for (int column = 0; column < columns(); ++column)
            if (column != key)
                role(column) = facts(column).type == Type::Empty ? Role::Ignore : Role::Attribute;
    }

    LongShape longShape() const { return LongShape(m_sample, m_guess.plan, m_guess.facts); }

    void planLong()
    {
        const QList<int> keys = longShape().keyColumns();
        const QList<int> values = longShape().valueColumns();
        m_guess.plan.kind = SourceKind::Series;
        m_guess.plan.layout = SeriesLayout::Long;
        for (int column = 0; column < columns(); ++column)
            if (role(column) != Role::Time && role(column) != Role::Clock)
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
        if (time >= 0)
            plan.dateFormat = facts(time).likeliestDate(nameScore(name(time), Role::Time) > 0);
        else if (plan.kind == SourceKind::Series && plan.layout == SeriesLayout::Wide && plan.hasHeader)
            plan.dateFormat = headerFormat(plan);
        else if (plan.kind == SourceKind::Events && has(Role::Item) && (has(Role::Session) || has(Role::User)))
            plan.dateFormat = QStringLiteral("order");
        if (time >= 0 && plan.dateFormat.isEmpty() && plan.kind == SourceKind::Series && countsSteps(m_sample, size_t(time), firstRow()))
            plan.dateFormat = QStringLiteral("index");
    }

    const SampleRows &m_sample;
    GuessedPlan m_guess;
};

} // namespace

QStringList columnNames(const SampleRows &sample, bool hasHeader)
{
    QStringList names;
    QSet<QString> known;
    const size_t count = sample.columns(hasHeader); // looks at all rows
    for (size_t column = 0; column < count; ++column) {
        QString name;
        if (hasHeader && column < sample.rows.front().size())
            name = QString::fromStdString(sample.rows.front()[column]).trimmed();
        if (name.isEmpty())
            name = PlanGuessText::tr("column %1").arg(column + 1);
        // Two columns of one name would pass for one.
        QString unique = name;
        for (int number = 2; known.contains(unique); ++number)
            unique = QStringLiteral("%1 (%2)").arg(name).arg(number);
        known.insert(unique);
        names.append(unique);
    }
    return names;
}

GuessedPlan guessPlan(const SampleRows &sample, const ImportPlan &base) { return Guess(sample, base).make(); }

} // namespace foretrail
