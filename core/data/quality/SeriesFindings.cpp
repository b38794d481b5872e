#include "core/data/quality/Findings.h"

#include "core/data/quality/FindingText.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct SeriesFindingsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };

constexpr auto imported = FindingSubject::Series;

QString timeOf(WallMs time, Step step) { return step == Step::None ? shown(time) : formatTime(time, step); }

QString allSentence(FindingKind kind, qint64 count, qint64 series, const AllSeriesFacts &facts)
{
    const QString many = shown(count);
    const QString some = SeriesFindingsText::tr("%1 of %2 series").arg(shown(series), shown(qint64(facts.series.size())));
    const QString observations = shown(facts.observations);
    const QString steps = shown(facts.observations + count); ///< from the first to the last of each series
    switch (kind) {
    case FindingKind::Gap: return SeriesFindingsText::tr("%1 of %2 steps are missing, in %3.").arg(many, steps, some);
    case FindingKind::IrregularStep: return SeriesFindingsText::tr("%1 do not keep their step.").arg(some);
    case FindingKind::Negative: return SeriesFindingsText::tr("%1 of %2 values are below zero, in %3.").arg(many, observations, some);
    case FindingKind::Outlier: return SeriesFindingsText::tr("%1 of %2 values, in %3, are far from what is usual there.").arg(many, observations, some);
    case FindingKind::Constant: return SeriesFindingsText::tr("%1 have the same value throughout.").arg(some);
    case FindingKind::AllZero: return SeriesFindingsText::tr("%1 are zero throughout.").arg(some);
    case FindingKind::LateStart: return SeriesFindingsText::tr("%1 start later than the first.").arg(some);
    case FindingKind::EarlyEnd: return SeriesFindingsText::tr("%1 end earlier than the last.").arg(some);
    case FindingKind::TooShort: return SeriesFindingsText::tr("%1 have too few values for a forecast: less than two seasons, or than ten values.").arg(some);
    case FindingKind::Future: return SeriesFindingsText::tr("%1 of %2 values, in %3, are of days that had not come when they were imported.").arg(many, observations, some);
    default: return {};
    }
}

QString outlierSentence(const QString &key, const SeriesFacts &one)
{
    const double farthest = one.usual.isAbove(one.largest) || one.smallest <= 0 ? one.largest : one.smallest;
    if (!isOutlier(one, farthest))
        return SeriesFindingsText::tr("Series %1: %2 of %3 values are far from %4, the usual one.")
            .arg(key, shown(one.outliers), shown(one.values), shownAbout(one.usual.median));
    return SeriesFindingsText::tr("Series %1: a value of %2 where about %3 is usual.").arg(key, shownNumber(farthest), shownAbout(one.usual.median));
}

QString singleSentence(FindingKind kind, const QString &key, const SeriesFacts &one)
{
    switch (kind) {
    case FindingKind::Gap: return SeriesFindingsText::tr("Series %1 lacks %2 of its %3 steps.").arg(key, shown(one.missingSteps), shown(one.missingSteps + one.values));
    case FindingKind::IrregularStep:
        return SeriesFindingsText::tr("Series %1: the commonest distance of its values is %2 steps, at %3 of %4.")
            .arg(key, shown(one.usualDistance), shown(one.atUsualDistance), shown(one.values - 1));
    case FindingKind::Negative: return SeriesFindingsText::tr("Series %1: %2 of %3 values are below zero.").arg(key, shown(one.negatives), shown(one.values));
    case FindingKind::Outlier: return outlierSentence(key, one);
    case FindingKind::Constant: return SeriesFindingsText::tr("Series %1 is %2 throughout.").arg(key, shownNumber(one.largest));
    case FindingKind::AllZero: return SeriesFindingsText::tr("Series %1 is zero throughout.").arg(key);
    case FindingKind::LateStart: return SeriesFindingsText::tr("Series %1 starts at %2.").arg(key, timeOf(one.first, one.step));
    case FindingKind::EarlyEnd: return SeriesFindingsText::tr("Series %1 ends at %2.").arg(key, timeOf(one.last, one.step));
    case FindingKind::TooShort: return SeriesFindingsText::tr("Series %1 has %2 of at least %3 values.").arg(key, shown(one.values), shown(fewestObservations(one.step)));
    case FindingKind::Future: return SeriesFindingsText::tr("Series %1: %2 of %3 values are of days that had not come.").arg(key, shown(one.future), shown(one.values));
    default: return {};
    }
}

Severity severityOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Future: return Severity::Problem;
    case FindingKind::Outlier:
    case FindingKind::LateStart: return Severity::Note;
    default: return Severity::Warning;
    }
}

bool countsSeries(FindingKind kind)
{
    return kind != FindingKind::Gap && kind != FindingKind::Negative && kind != FindingKind::Outlier && kind != FindingKind::Future;
}

/// How grave it is in one series, to say the gravest first.
double weightOf(FindingKind kind, const SeriesFacts &one, const AllSeriesFacts &facts)
{
    switch (kind) {
    case FindingKind::LateStart: return double(one.first);
    case FindingKind::EarlyEnd: return -double(one.last);
    case FindingKind::TooShort: return -double(one.values);
    case FindingKind::IrregularStep: return double(one.values - one.atUsualDistance);
    default: return double(countIn(kind, one, facts));
    }
}

} // namespace

qint64 countIn(FindingKind kind, const SeriesFacts &one, const AllSeriesFacts &facts)
{
    switch (kind) {
    case FindingKind::Gap: return one.isIrregular() ? 0 : one.missingSteps;
    case FindingKind::IrregularStep: return one.isIrregular() ? 1 : 0;
    case FindingKind::Negative: return one.negatives;
    case FindingKind::Outlier: return one.outliers;
    case FindingKind::Constant: return one.isConstant ? 1 : 0;
    case FindingKind::AllZero: return one.isAllZero ? 1 : 0;
    case FindingKind::LateStart: return facts.startsLate(one) ? 1 : 0;
    case FindingKind::EarlyEnd: return facts.endsEarly(one) ? 1 : 0;
    case FindingKind::TooShort: return one.isTooShort() ? 1 : 0;
    case FindingKind::Future: return one.future;
    default: return 0;
    }
}

std::vector<size_t> seriesOf(FindingKind kind, const AllSeriesFacts &facts)
{
    std::vector<size_t> found;
    for (size_t i = 0; i < facts.series.size(); ++i)
        if (countIn(kind, facts.series[i], facts) > 0)
            found.push_back(i);
    std::ranges::stable_sort(found, std::ranges::greater(), [&](size_t i) { return weightOf(kind, facts.series[i], facts); });
    return found;
}

void addSeriesFindings(const AllSeriesFacts &facts, Connection &connection, QList<Finding> &findings)
{
    KeyNames keys(connection, "source_series");
    for (FindingKind kind : {FindingKind::Gap, FindingKind::IrregularStep, FindingKind::Negative, FindingKind::Outlier, FindingKind::Constant,
                             FindingKind::AllZero, FindingKind::LateStart, FindingKind::EarlyEnd, FindingKind::TooShort, FindingKind::Future}) {
        const std::vector<size_t> found = seriesOf(kind, facts);
        if (found.empty())
            continue;
        qint64 count = 0;
        for (size_t i : found)
            count += countIn(kind, facts.series[i], facts);
        findings.append(makeFinding(kind, imported, severityOf(kind), count,
                                    allSentence(kind, count, qint64(found.size()), facts)));
        for (size_t at = 0; at < found.size() && at < mostSingles; ++at) {
            const SeriesFacts &one = facts.series[found[at]];
            const QString key = keys.of(one.id);
            const qint64 single = countsSeries(kind) ? one.values : countIn(kind, one, facts);
            findings.append(makeFinding(kind, imported, Severity::Note, single, singleSentence(kind, key, one), key));
        }
    }
}

} // namespace foretrail
