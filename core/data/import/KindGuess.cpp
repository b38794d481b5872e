#include "core/data/import/KindGuess.h"

#include "core/data/KindWords.h"
#include "core/data/import/NumberText.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace foretrail {
namespace {

struct Text { Q_DECLARE_TR_FUNCTIONS(foretrail::KindGuess) };

const QStringList &numberedKinds()
{
    static const QStringList kinds{QStringLiteral("view"), QStringLiteral("favourite"), QStringLiteral("cart"), QStringLiteral("purchase")};
    return kinds;
}

/// Whether all words are numbers from 1 to 4, two of them at least.
bool areNumbered(const QStringList &words)
{
    const auto isNumber = [](const QString &word) {
        const int number = word.toInt();
        return number >= 1 && number <= numberedKinds().size() && word.size() == 1;
    };
    return words.size() > 1 && std::ranges::all_of(words, isNumber);
}

} // namespace

QStringList kindWordsOf(const ImportPlan &plan, const SampleRows &sample)
{
    constexpr qsizetype most = 50;
    const int kind = plan.columnOf(Role::Kind);
    std::map<std::string, size_t> counts;
    for (size_t i = plan.hasHeader ? 1 : 0; kind >= 0 && i < sample.rows.size(); ++i)
        if (size_t(kind) < sample.rows[i].size())
            if (const std::string_view word = trimmed(sample.rows[i][size_t(kind)]); !isNullWord(word))
                ++counts[std::string(word)];
    std::vector<std::pair<std::string, size_t>> ordered(counts.begin(), counts.end());
    std::ranges::stable_sort(ordered, std::greater(), &std::pair<std::string, size_t>::second);
    QStringList words;
    for (const auto &[word, count] : ordered)
        if (words.size() < most)
            words.append(QString::fromStdString(word));
    return words;
}

void guessKindMeanings(ImportPlan &plan, const SampleRows &sample)
{
    const QStringList words = kindWordsOf(plan, sample);
    const bool isNumbered = areNumbered(words);
    for (const QString &word : words) {
        if (plan.kindMeanings.contains(word))
            continue;
        const QString known = isNumbered ? numberedKinds()[word.toInt() - 1] : meaningOfWord(word);
        plan.kindMeanings[word] = known.isEmpty() ? QStringLiteral("other") : known;
    }
}

QStringList kindNotes(const ImportPlan &plan, const QStringList &words)
{
    if (!areNumbered(words))
        return {};
    QStringList meanings;
    for (const QString &word : words)
        meanings.append(Text::tr("%1 as %2").arg(word, plan.kindMeanings.value(word)));
    meanings.sort();
    return {Text::tr("%1 holds numbers; they are read %2. Change that if the log means something else.")
                .arg(plan.columns[plan.columnOf(Role::Kind)].name, meanings.join(QStringLiteral(", ")))};
}

} // namespace foretrail
