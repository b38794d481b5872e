#include "core/data/import/NumberGuess.h"

#include "core/data/import/NumberText.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace foretrail {
namespace {

struct NumberGuessText { Q_DECLARE_TR_FUNCTIONS(foretrail::NumberGuess) };

using Facts = std::vector<ColumnFacts>;

bool isMeasure(Role role)
{
    return role == Role::Quantity || role == Role::Price || role == Role::Amount || role == Role::Value;
}

bool isNamed(Role role)
{
    return role == Role::User || role == Role::Item || role == Role::Session || role == Role::Category || role == Role::Series;
}

/// The most frequent key; `otherwise` for an empty map.
template <typename Key>
Key commonest(const std::map<Key, size_t> &counts, Key otherwise)
{
    const auto most = std::ranges::max_element(counts, {}, [](const auto &entry) { return entry.second; });
    return most == counts.end() ? otherwise : most->first;
}

/// Whether the columns of numbers can be read better with a comma; a point where nothing tells.
bool needsComma(const Facts &facts)
{
    size_t points = 0, commas = 0;
    for (const ColumnFacts &column : facts) {
        // Where most values are no numbers the few that look so say nothing.
        if (column.numberShare() < 0.5 || column.type == ColumnFacts::Type::Date)
            continue;
        points += column.clearPoints;
        commas += column.clearCommas;
    }
    return commas > points;
}

bool hasUnclearSign(const Facts &facts)
{
    return std::ranges::none_of(facts, [](const ColumnFacts &column) {
        return column.numberShare() >= 0.5 && (column.clearPoints > 0 || column.clearCommas > 0);
    });
}

QString asRead(const std::string &text, const ImportPlan &plan)
{
    static const QRegularExpression endingZeros(QStringLiteral("\\.?0+$"));
    double value = 0;
    const NumberStyle style = numberStyle(plan.decimalSign, plan.groupSign);
    return readNumber(text, style, value) == NumberProblem::None ? QString::number(value, 'f', 6).remove(endingZeros) : QString();
}

QString currencyNote(const QString &column, const ColumnFacts &facts, const QString &chosen)
{
    QStringList others;
    for (const auto &[code, count] : facts.currencies)
        if (QString::fromStdString(code) != chosen)
            others.append(QString::fromStdString(code));
    if (!others.isEmpty())
        return NumberGuessText::tr("%1 has amounts in %2 besides %3: those rows are rejected, since their sum would mean nothing.")
            .arg(column, others.join(QStringLiteral(", ")), chosen);
    return NumberGuessText::tr("%1: %2 is read as an amount in %3.").arg(column, QString::fromStdString(facts.example), chosen);
}

void noteMeasure(QStringList &notes, const ImportPlan &plan, const QString &column, const ColumnFacts &facts)
{
    if (!facts.currencies.empty() && !plan.currency.isEmpty())
        notes.append(currencyNote(column, facts, plan.currency));
    if (facts.percents > 0)
        notes.append(NumberGuessText::tr("%1: percents are read as shares of one (12 % as 0.12).").arg(column));
}

void noteSigns(QStringList &notes, const ImportPlan &plan, const Facts &facts)
{
    if (!hasUnclearSign(facts))
        return;
    for (size_t i = 0; i < facts.size() && qsizetype(i) < plan.columns.size(); ++i) {
        if (!isMeasure(plan.columns[qsizetype(i)].role) || facts[i].unclear == 0)
            continue;
        notes.append(NumberGuessText::tr("%1: nothing tells whether %2 has a decimal sign or a sign between thousands. It is read as %3; choose "
                              "the other decimal sign if that is wrong.")
                         .arg(plan.columns[qsizetype(i)].name, QString::fromStdString(facts[i].unclearExample),
                              asRead(facts[i].unclearExample, plan)));
        return;
    }
}

void noteIds(QStringList &notes, const QString &column, const ColumnFacts &facts)
{
    if (facts.hasZeroFractions)
        notes.append(NumberGuessText::tr("%1: ids written as decimals (17850.0) are read as whole numbers (17850).").arg(column));
    if (facts.hasLostDigits)
        notes.append(NumberGuessText::tr("%1: some ids were shortened by a spreadsheet (%2): their last digits are lost, so different ids may "
                              "be the same now. Export the column as text.").arg(column, QStringLiteral("1.23E+15")));
}

} // namespace

void guessNumbers(ImportPlan &plan, const Facts &facts)
{
    plan.decimalSign = QLatin1Char(needsComma(facts) ? ',' : '.');
    std::map<char, size_t> groups;
    std::map<std::string, size_t> currencies;
    for (const ColumnFacts &column : facts) {
        if (!column.isNumber())
            continue;
        for (const auto &[sign, count] : column.groupSigns)
            groups[sign] += count;
        for (const auto &[code, count] : column.currencies)
            currencies[code] += count;
    }
    for (const ColumnFacts &column : facts)
        for (const std::string &word : column.nullWords)
            if (const QString text = QString::fromStdString(word); !plan.nullWords.contains(text))
                plan.nullWords.append(text);
    const char group = commonest(groups, '\0');
    plan.groupSign = group == plan.decimalSign.toLatin1() || group == 0 ? QChar() : QChar(QLatin1Char(group));
    plan.currency = QString::fromStdString(commonest(currencies, std::string()));
}

QStringList numberNotes(const ImportPlan &plan, const Facts &facts)
{
    QStringList notes;
    noteSigns(notes, plan, facts);
    const bool isWide = plan.kind == SourceKind::Series && plan.layout == SeriesLayout::Wide;
    bool isNoted = false;
    for (size_t i = 0; i < facts.size() && qsizetype(i) < plan.columns.size(); ++i) {
        const ColumnPlan &column = plan.columns[qsizetype(i)];
        if (isNamed(column.role))
            noteIds(notes, column.name, facts[i]);
        // In a wide table the columns are alike: what is said of one holds for all.
        if (!isMeasure(column.role) || (isWide && isNoted))
            continue;
        const qsizetype before = notes.size();
        noteMeasure(notes, plan, column.name, facts[i]);
        isNoted = isNoted || notes.size() > before;
    }
    if (!plan.nullWords.isEmpty())
        notes.append(NumberGuessText::tr("Read as no value: %1.").arg(plan.nullWords.join(QStringLiteral(", "))));
    return notes;
}

} // namespace foretrail
