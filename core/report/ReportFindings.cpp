#include "core/report/ReportFindings.h"

#include "core/base/NumberText.h"
#include "core/report/ForecastReport.h"
#include "core/training/Sentence.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>

namespace foretrail {

namespace {

struct ReportFindingsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ReportFindings)
};

constexpr qsizetype mostNamed = 5;
constexpr double manifold = 9; ///< a rise from which on a factor, or both figures, are easier to read than a percentage

using Members = QList<const ReportSeries *>;

/// What the first page tells as items; there is always one.
Members products(const ReportContent &content)
{
    Members members;
    for (const ReportSeries &one : content.series)
        if (one.isProduct)
            members.append(&one);
    return members;
}

Members onCourse(const ReportContent &content, Course course)
{
    Members members;
    for (const ReportSeries &one : content.series)
        if (one.isProduct && one.outlook.course == course)
            members.append(&one);
    // By how much in the unit of the data, since a doubled trifle moves nothing.
    const auto moved = [](const ReportSeries *one) { return std::abs(one->outlook.expected - one->outlook.before); };
    std::stable_sort(members.begin(), members.end(), [&](const ReportSeries *a, const ReportSeries *b) { return moved(a) > moved(b); });
    return members;
}

QString withUnit(double value, const Series &series)
{
    const QString number = plainNumber(std::abs(value) >= 100 ? std::round(value) : value);
    return series.unit.isEmpty() ? number : number + QChar::Nbsp + series.unit; // no line ends between the two
}

/// "A, B, C and 4 more"
QString listed(const Members &members, const std::function<QString(const ReportSeries &)> &words, const QString &between)
{
    QStringList names;
    for (const ReportSeries *one : members.mid(0, mostNamed))
        names << words(*one);
    const QString list = names.join(between);
    return members.size() > mostNamed ? ReportFindingsText::tr("%1, and %2 more").arg(list, QLocale().toString(members.size() - mostNamed)) : list;
}

QString moveWords(const ReportSeries &one)
{
    if (one.outlook.change() <= manifold)
        return ReportFindingsText::tr("%1 (%2)", "name, change in percent").arg(one.name, signedPercentWords(one.outlook.change()));
    const Series &history = one.outcome.history;
    return ReportFindingsText::tr("%1 (from %2 to %3 a step)", "name, before, expected").arg(one.name, withUnit(one.outlook.before, history), withUnit(one.outlook.expected, history));
}

QString moves(const Members &members)
{
    return ReportFindingsText::tr("%1.", "a sentence").arg(listed(members, moveWords, ReportFindingsText::tr(", ", "between names")));
}

QString overall(const ReportContent &content)
{
    const auto count = [&](Course course) { return int(onCourse(content, course).size()); };
    const Members told = products(content);
    const ReportSeries &first = *told.front();
    QString courses = ReportFindingsText::tr("Of %n series, %1, %2 and %3 within %4 of what was before.", "Of 9 series, 1 rises, 2 fall and 6 stay within 5 % of what was before.", int(told.size()))
        .arg(ReportFindingsText::tr("%Ln rise", "series", count(Course::Rises)), ReportFindingsText::tr("%Ln fall", "series", count(Course::Falls)),
             ReportFindingsText::tr("%Ln stay", "series", count(Course::Steady)), percentWords(SeriesOutlook::clearChange, 0));
    if (const qsizetype unknown = onCourse(content, Course::Unknown).size(); unknown > 0)
        courses = ReportFindingsText::tr("%1 %2", "two sentences").arg(courses, ReportFindingsText::tr("%n of them have nothing before to compare with.", nullptr, int(unknown)));
    double total = 0, before = 0;
    for (const ReportSeries *one : told) {
        total += one->outlook.total;
        before += std::isnan(one->outlook.before) ? 0 : one->outlook.before * double(one->outcome.future.horizon());
    }
    if (!addsUp(content.spec.query.measure) || !std::isfinite(total))
        return courses;
    const QString sum = ReportFindingsText::tr("Together %1 are expected over %2").arg(withUnit(total, first.outcome.history),
                                                                                    stepsWords(first.outcome.history.axis.step, content.spec.horizon));
    return before > 0 ? ReportFindingsText::tr("%1 %2, %3 against the same time before.", "sentence; Together ... are expected over ...; +4 %")
                            .arg(courses, sum, signedPercentWords(total / before - 1))
                      : ReportFindingsText::tr("%1 %2.", "sentence; Together ... are expected over ...").arg(courses, sum);
}

/// Of all that were tested, as if their errors were one list.
QString howGood(const ReportContent &content)
{
    QList<ForecastOutcome> tested;
    QStringList baselines;
    for (const ReportSeries &one : content.series)
        if (one.outcome.metrics.count > 0) {
            tested.append(one.outcome);
            baselines << one.outcome.baseline;
        }
    baselines.removeDuplicates();
    if (tested.isEmpty())
        return ReportFindingsText::tr("No test part was held back, so nothing can be said.");
    const PooledMetrics pooled = pooledMetrics(tested);
    const ForecastOutcome &first = tested.front();
    const QString compared = tested.size() == 1 ? first.sentence
        : comparisonSentence(pooled.model, pooled.baseline, baselines.size() == 1 ? baselines.front() : QStringLiteral("mixed"), first.history.axis.step,
                             first.season, comparisonOf(tested, content.spec.model.seed));
    const QString bands = std::isnan(pooled.model.coverage80) ? QString()
        : ReportFindingsText::tr("Of the test part, bands of 80 % held %1 and bands of 95 % %2.")
              .arg(percentWords(pooled.model.coverage80, 0), percentWords(pooled.model.coverage95, 0));
    return QStringList{compared.isEmpty() ? QString() : ReportFindingsText::tr("%1.", "a sentence").arg(compared), bands}.join(QLatin1Char(' ')).trimmed();
}

/// Which and why; each page says by how much.
QString needsALook(const ReportContent &content, const Members &doubtful)
{
    if (doubtful.isEmpty())
        return ReportFindingsText::tr("Nothing stands out.");
    const QString which = listed(doubtful, [](const ReportSeries &one) { return ReportFindingsText::tr("%1: %2", "series, reasons").arg(one.name, one.looks().join(ReportFindingsText::tr(", ", "between reasons"))); }, ReportFindingsText::tr("; ", "between series"));
    return ReportFindingsText::tr("%1 of %2 series. %3.", "count, count, series with reasons")
        .arg(QLocale().toString(doubtful.size()), QLocale().toString(content.series.size()), which);
}

QString whatIsExpected(const ReportSeries &series, const TrainingSpec &spec)
{
    const Series &history = series.outcome.history;
    const QString time = stepsWords(history.axis.step, series.outcome.future.horizon());
    return addsUp(spec.query.measure)
        ? ReportFindingsText::tr("Over the next %1 %2 are expected, %3 a step").arg(time, withUnit(series.outlook.total, history), withUnit(series.outlook.expected, history))
        : ReportFindingsText::tr("Over the next %1 %2 are expected a step").arg(time, withUnit(series.outlook.expected, history));
}

QString comparedWithBefore(const ReportSeries &series)
{
    const SeriesOutlook &outlook = series.outlook;
    if (outlook.course == Course::Unknown)
        return {};
    const QString than = stepsWords(series.outcome.history.axis.step, outlook.earlier);
    const QString change = signedPercentWords(outlook.change());
    if (outlook.course == Course::Steady)
        return ReportFindingsText::tr("about as much as %1 before (%2)").arg(than, change);
    return outlook.isClear ? ReportFindingsText::tr("%1 against %2 before, more than the 80 % band leaves open").arg(change, than)
                           : ReportFindingsText::tr("%1 against %2 before, within what the 80 % band leaves open").arg(change, than);
}

} // namespace

QString signedPercentWords(double share)
{
    if (share >= manifold)
        return QStringLiteral("× %1").arg(QLocale().toString(std::round(1 + share), 'f', 0));
    const bool isUp = std::round(100 * share) > 0;
    return (isUp ? QStringLiteral("+") : QString()) + percentWords(std::round(100 * share) == 0 ? 0.0 : share, 0);
}

QString outlookSentence(const ReportSeries &series, const TrainingSpec &spec)
{
    if (series.outcome.future.mean.empty())
        return {};
    QStringList clauses{whatIsExpected(series, spec), comparedWithBefore(series)};
    clauses.removeAll(QString());
    QStringList sentences{ReportFindingsText::tr("%1.", "a sentence").arg(clauses.join(ReportFindingsText::tr(", ", "between parts of a sentence"))), correctionsSentence(series.adjusted), modelSentence(series.outcome, spec.model.model)};
    if (!series.outlook.cautions.isEmpty())
        sentences << ReportFindingsText::tr("Mind that %1.").arg(series.outlook.cautions.join(QStringLiteral(", ")));
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QList<ReportFinding> reportFindings(const ReportContent &content)
{
    QList<ReportFinding> findings{{ReportFindingsText::tr("Overall"), overall(content)}};
    if (const Members rising = onCourse(content, Course::Rises); !rising.isEmpty())
        findings.append({ReportFindingsText::tr("What rises"), moves(rising)});
    if (const Members falling = onCourse(content, Course::Falls); !falling.isEmpty())
        findings.append({ReportFindingsText::tr("What falls"), moves(falling)});
    Members doubtful;
    for (const ReportSeries &one : content.series)
        if (!one.exceptions.isEmpty())
            doubtful.append(&one);
    std::stable_sort(doubtful.begin(), doubtful.end(), [](const ReportSeries *a, const ReportSeries *b) { return exceptionWeight(a->exceptions) > exceptionWeight(b->exceptions); });
    findings.append({ReportFindingsText::tr("What needs a look"), needsALook(content, doubtful)});
    findings.append({ReportFindingsText::tr("How good the forecasts were"), howGood(content)});
    Members others;
    for (const ReportSeries &one : content.series)
        if (!one.isProduct)
            others.append(&one);
    if (!others.isEmpty())
        findings.append({ReportFindingsText::tr("Postage, fees and the like"),
                         ReportFindingsText::tr("%1. They are forecast with the others, but they are no items that rise or fall, so they are not counted above.", "names")
                             .arg(listed(others, [](const ReportSeries &one) { return one.name; }, ReportFindingsText::tr(", ", "between names")))});
    if (!content.skipped.isEmpty())
        findings.append({ReportFindingsText::tr("Left out"), ReportFindingsText::tr("%n series could not be forecast: %1", nullptr, int(content.skipped.size()))
                                                                 .arg(content.skipped.mid(0, 3).join(QLatin1Char(' ')))});
    return findings;
}

} // namespace foretrail
