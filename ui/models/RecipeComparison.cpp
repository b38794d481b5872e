#include "ui/models/RecipeComparison.h"

#include "core/preparation/StepRegistry.h"
#include "ui/models/RecipeDraft.h"
#include "ui/models/RecipeWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {

namespace {

struct RecipeComparisonText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RecipeComparison)
};

/// Pairs of places in two recipes; -1 where one has no such step.
using Pairs = QList<std::pair<int, int>>;

/// The longest common order of kinds: what both have, in the same order, is compared; the rest came or went.
Pairs pairsOf(const QList<RecipeStep> &a, const QList<RecipeStep> &b)
{
    const auto n = size_t(a.size());
    const auto m = size_t(b.size());
    std::vector<std::vector<int>> longest(n + 1, std::vector<int>(m + 1, 0)); // of what follows
    for (size_t i = n; i-- > 0;)
        for (size_t j = m; j-- > 0;)
            longest[i][j] = a[qsizetype(i)].kind == b[qsizetype(j)].kind ? longest[i + 1][j + 1] + 1
                                                                         : std::max(longest[i + 1][j], longest[i][j + 1]);
    Pairs pairs;
    size_t i = 0, j = 0;
    while (i < n || j < m) {
        if (i < n && j < m && a[qsizetype(i)].kind == b[qsizetype(j)].kind)
            pairs.append({int(i++), int(j++)});
        else if (j == m || (i < n && longest[i + 1][j] >= longest[i][j + 1]))
            pairs.append({int(i++), -1});
        else
            pairs.append({-1, int(j++)});
    }
    return pairs;
}

QString stepInWords(const RecipeStep &step)
{
    const StepInfo *info = StepRegistry::instance().find(step.kind);
    const QStringList words = info ? differencesInWords(*info, step.parameters) : QStringList();
    const QString all = words.isEmpty() ? RecipeComparisonText::tr("there, as usual") : words.join(QStringLiteral(" · "));
    return step.isOn ? all : RecipeComparisonText::tr("%1 (off)").arg(all);
}

void compareSteps(const RecipeStep &here, const RecipeStep &there, QList<RecipeDifference> &found)
{
    const QString title = stepTitle(here);
    if (here.isOn != there.isOn)
        found.append({title, {}, here.isOn ? RecipeComparisonText::tr("on") : RecipeComparisonText::tr("off"), there.isOn ? RecipeComparisonText::tr("on") : RecipeComparisonText::tr("off")});
    const StepInfo *info = StepRegistry::instance().find(here.kind);
    if (!info)
        return;
    for (const ParameterInfo &parameter : info->parameters) {
        const auto valueOf = [&](const RecipeStep &step) {
            return step.parameters.contains(parameter.name) ? step.parameters.value(parameter.name) : parameter.initial;
        };
        const bool counts = isShown(*info, parameter, here.parameters) || isShown(*info, parameter, there.parameters);
        if (counts && valueOf(here) != valueOf(there))
            found.append({title, parameter.title, valueInWords(parameter, valueOf(here)), valueInWords(parameter, valueOf(there))});
    }
}

} // namespace

QList<RecipeDifference> differences(const Recipe &here, const Recipe &there)
{
    QList<RecipeDifference> found;
    const QString none = RecipeComparisonText::tr("not there");
    for (const auto &[i, j] : pairsOf(here.steps, there.steps)) {
        if (j < 0)
            found.append({stepTitle(here.steps[i]), {}, stepInWords(here.steps[i]), none});
        else if (i < 0)
            found.append({stepTitle(there.steps[j]), {}, none, stepInWords(there.steps[j])});
        else
            compareSteps(here.steps[i], there.steps[j], found);
    }
    return found;
}

} // namespace foretrail
