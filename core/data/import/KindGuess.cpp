#include "core/data/import/KindGuess.h"

#include "core/data/KindWords.h"
#include "core/data/import/NumberText.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace foretrail {
namespace {

struct KindGuessText { Q_DECLARE_TR_FUNCTIONS(foretrail::KindGuess) };

/// What the numbers mean in the public logs of two shops: from 1 in that of Taobao's application, from 0 in that of Tmall.
QMap<QString, QString> numberedKinds(const QStringList &words)
{
    const QStringList taobao{QStringLiteral("view"), QStringLiteral("favourite"), QStringLiteral("cart"), QStringLiteral("purchase")};
    const QStringList tmall{QStringLiteral("view"), QStringLiteral("cart"), QStringLiteral("purchase"), QStringLiteral("favourite")};
    const bool isFromZero = words.contains(QStringLiteral("0"));
    QMap<QString, QString> meanings;
    for (int i = 0; i < taobao.size(); ++i)
        meanings[QString::number(isFromZero ? i : i + 1)] = isFromZero ? tmall[i] : taobao[i];
    return meanings;
}

/// Whether all words are such numbers, two of them at least.
bool areNumbered(const QStringList &words)
{
    const QMap<QString, QString> known = numberedKinds(words);
    return words.size() > 1 && std::ranges::all_of(words, [&known](const QString &word) { return known.contains(word); });
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
    const QMap<QString, QString> numbered = areNumbered(words) ? numberedKinds(words) : QMap<QString, QString>();
    for (const QString &word : words) {
        if (plan.kindMeanings.contains(word))
            continue;
        const QString known = numbered.value(word, meaningOfWord(word));
        plan.kindMeanings[word] = known.isEmpty() ? QStringLiteral("other") : known;
    }
}

QStringList kindNotes(const ImportPlan &plan, const QStringList &words)
{
    if (!areNumbered(words))
        return {};
    QStringList meanings;
    for (const QString &word : words)
        meanings.append(KindGuessText::tr("%1 as %2").arg(word, plan.kindMeanings.value(word)));
    meanings.sort();
    return {KindGuessText::tr("%1 holds numbers; they are read %2. Change that if the log means something else.")
                .arg(plan.columns[plan.columnOf(Role::Kind)].name, meanings.join(QStringLiteral(", ")))};
}

} // namespace foretrail
