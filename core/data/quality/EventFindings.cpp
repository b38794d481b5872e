#include "core/data/quality/Findings.h"

#include "core/data/quality/FindingText.h"
#include "core/data/quality/TradingDays.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct EventFindingsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };

constexpr auto events = FindingSubject::Events;

QString weekdayNames(int weekday)
{
    const QString names[] = {EventFindingsText::tr("Mondays"),   EventFindingsText::tr("Tuesdays"),  EventFindingsText::tr("Wednesdays"), EventFindingsText::tr("Thursdays"),
                             EventFindingsText::tr("Fridays"),   EventFindingsText::tr("Saturdays"), EventFindingsText::tr("Sundays")};
    return names[weekday];
}

QString closedSentence(const TradingDays::Weekday &weekday, const QString &name, bool hasSales)
{
    if (weekday.open > 0)
        return EventFindingsText::tr("Hardly any rows on %1: on %2 of %3.").arg(name, shown(weekday.open), shown(weekday.days));
    return hasSales ? EventFindingsText::tr("No sales on %1: the shop seems to be closed then.").arg(name) : EventFindingsText::tr("No events on %1.").arg(name);
}

void addClosedWeekdays(const TradingDays &calendar, bool hasSales, QList<Finding> &findings)
{
    for (int weekday = 0; weekday < 7; ++weekday) {
        const TradingDays::Weekday &day = calendar.weekdays[size_t(weekday)];
        if (!day.isClosed)
            continue;
        findings.append(makeFinding(FindingKind::Gap, events, Severity::Note, day.days - day.open, closedSentence(day, weekdayNames(weekday), hasSales)));
        findings.back().step = QStringLiteral("closed-days");
    }
}

QString gapDates(const std::vector<DayGap> &gaps)
{
    constexpr size_t mostNamed = 5;
    QStringList dates;
    for (size_t i = 0; i < gaps.size() && i < mostNamed; ++i)
        dates.append(gaps[i].first == gaps[i].last ? shownDay(gaps[i].first)
                                                   : EventFindingsText::tr("%1 to %2").arg(shownDay(gaps[i].first), shownDay(gaps[i].last)));
    if (gaps.size() > mostNamed)
        dates.append(EventFindingsText::tr("%1 more").arg(shown(qint64(gaps.size() - mostNamed))));
    return dates.join(QStringLiteral(", "));
}

void addDayFindings(const EventFacts &facts, bool hasSales, QList<Finding> &findings)
{
    constexpr qint64 twoWeeks = 14;
    if (facts.days.empty())
        return;
    const TradingDays calendar = tradingDays(daysOf(facts));
    addClosedWeekdays(calendar, hasSales, findings);
    if (calendar.missing > 0)
        findings.append(makeFinding(FindingKind::Gap, events, Severity::Warning, calendar.missing,
                                    EventFindingsText::tr("%1 of %2 trading days have no row: %3.")
                                        .arg(shown(calendar.missing), shown(calendar.open + calendar.missing), gapDates(calendar.gaps))));
    const qint64 span = calendar.last - calendar.first + 1;
    if (span < twoWeeks)
        findings.append(makeFinding(FindingKind::TooShort, events, Severity::Warning, span,
                                    EventFindingsText::tr("The rows lie within %1 of the 14 days that a weekly pattern needs.").arg(shown(span))));
}

void addSignFindings(const EventFacts &facts, QList<Finding> &findings)
{
    const qint64 negative = facts.negativeQuantity + facts.negativeAmount;
    if (negative > 0)
        findings.append(makeFinding(FindingKind::Negative, events, Severity::Warning, negative,
                                    EventFindingsText::tr("%1 of %2 rows have a negative quantity, and %3 more a negative amount.")
                                        .arg(shown(facts.negativeQuantity), shown(facts.rows), shown(facts.negativeAmount))));
    if (facts.zeroPrice > 0)
        findings.append(makeFinding(FindingKind::ZeroPrice, events, Severity::Warning, facts.zeroPrice,
                                    EventFindingsText::tr("%1 of %2 rows with a price have one of zero or less.")
                                        .arg(shown(facts.zeroPrice), shown(facts.withPrice))));
}

void addNonProducts(const EventFacts &facts, QList<Finding> &findings)
{
    if (facts.nonProductRows > 0)
        findings.append(makeFinding(FindingKind::NonProduct, events, Severity::Warning, facts.nonProductRows,
                                    EventFindingsText::tr("%1 of %2 rows are of items that are no products; their amounts sum to %3.")
                                        .arg(shown(facts.nonProductRows), shown(facts.rows), shownNumber(facts.nonProductAmount))));
}

} // namespace

qint64 unmatchedReturns(Connection &connection, const QualityScope &scope, qint64 returns)
{
    return returns - connection.integer(scope.isOfAll()
        ? std::string("SELECT count(*) FROM reversals")
        : "SELECT count(*) FROM reversals r JOIN events e ON e.id = r.return_id WHERE 1" + scope.andImport("e.import_id"));
}

void addEventFindings(const EventFacts &facts, const QualityScope &scope, Connection &connection, QList<Finding> &findings)
{
    addDayFindings(facts, scope.hasSales, findings);
    addSignFindings(facts, findings);
    addNonProducts(facts, findings);
    if (facts.withoutUser > 0 && facts.users > 0)
        findings.append(makeFinding(FindingKind::MissingUser, events, Severity::Warning, facts.withoutUser,
                                    EventFindingsText::tr("%1 of %2 rows (%3) name no user.")
                                        .arg(shown(facts.withoutUser), shown(facts.rows), shownShare(facts.withoutUser, facts.rows))));
    if (facts.future > 0)
        findings.append(makeFinding(FindingKind::Future, events, Severity::Problem, facts.future,
                                    EventFindingsText::tr("%1 of %2 rows are of days that had not come when they were imported.").arg(shown(facts.future), shown(facts.rows))));
    if (facts.strays > 0)
        findings.append(makeFinding(FindingKind::Outlier, events, Severity::Warning, facts.strays,
                                    EventFindingsText::tr("%1 of %2 rows lie apart from the others in time, which are from %3 to %4.")
                                        .arg(shown(facts.strays), shown(facts.rows), shownDay(daysOf(facts).front().day),
                                             shownDay(daysOf(facts).back().day))));
    if (const qint64 alone = unmatchedReturns(connection, scope, facts.returns); alone > 0)
        findings.append(makeFinding(FindingKind::UnmatchedReturn, events, Severity::Note, alone,
                                    EventFindingsText::tr("%1 of %2 returns have no sale that they reverse.").arg(shown(alone), shown(facts.returns))));
}

} // namespace foretrail
