#include "core/behaviour/UserOutlook.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct UserOutlookText { Q_DECLARE_TR_FUNCTIONS(foretrail::UserOutlook) };

constexpr DayNumber mostDaysOfCurve = 550; ///< from then on a point a week

/// Days with a purchase among those that the model knows, in ascending order.
std::vector<DayNumber> purchaseDays(const QList<UserEvent> &events, const QString &timeZone, const WorkspaceCustomers &customers)
{
    ZoneClock clock{QTimeZone(timeZone.toLatin1())};
    std::vector<DayNumber> days;
    for (const UserEvent &event : events) {
        const DayNumber day = floorToStep(clock.toWall(event.time), Step::Day) / dayMs;
        if (event.isPurchase() && day >= customers.firstDay && day <= customers.lastDay && (days.empty() || days.back() != day))
            days.push_back(day);
    }
    return days;
}

/// The history as it was known at the end of `day`, not before the first purchase.
BuyerHistory historyAt(const std::vector<DayNumber> &days, DayNumber day, const BuyerUnit &unit)
{
    const auto behind = std::upper_bound(days.begin(), days.end(), day);
    const DayNumber last = *std::prev(behind);
    return {int(behind - days.begin()) - 1, double(last - days.front()) / unit.days, double(day - days.front()) / unit.days};
}

void addCurve(UserOutlook &outlook, const CustomerOracle &oracle, const std::vector<DayNumber> &days, const WorkspaceCustomers &customers)
{
    const bool isShort = customers.lastDay - days.front() <= mostDaysOfCurve;
    const DayNumber stride = isShort ? 1 : 7;
    outlook.curve.axis.step = isShort ? Step::Day : Step::Week;
    outlook.curve.axis.start = floorToStep(days.front() * dayMs, outlook.curve.axis.step);
    const DayNumber start = outlook.curve.axis.start / dayMs;
    for (DayNumber end = start + stride - 1; end - stride < customers.lastDay; end += stride) {
        const DayNumber day = std::min(end, customers.lastDay);
        const Estimate active = oracle.active(historyAt(days, day, customers.model.buyers.unit));
        outlook.curve.values.push_back(active.value);
        outlook.low.push_back(active.low);
        outlook.high.push_back(active.high);
    }
    for (DayNumber day = start + stride * outlook.curve.size() + stride - 1; day <= customers.lastDay + customers.horizonDays; day += stride)
        outlook.ahead.push_back(oracle.active(historyAt(days, day, customers.model.buyers.unit)).value);
    for (const DayNumber day : days)
        if (const qint64 step = (day - start) / stride; outlook.purchases.empty() || outlook.purchases.back() != step)
            outlook.purchases.push_back(step);
}

/// Never 0 or 100: a model is not that sure.
QString percent(double share)
{
    const QLocale locale;
    if (share > 0.999 || share < 0.001)
        return share > 0.5 ? QStringLiteral("> ") + locale.toString(99.9, 'f', 1) : QStringLiteral("< ") + locale.toString(0.1, 'f', 1);
    return locale.toString(100 * share, 'f', share > 0.99 || share < 0.01 ? 1 : 0);
}

QString sentenceOf(const UserOutlook &outlook)
{
    const QLocale locale;
    const auto number = [&](double value) { return locale.toString(value, 'f', value < 10 ? 2 : 0); };
    const CustomerOutlook &now = outlook.now;
    QStringList parts;
    if (now.active.hasInterval())
        parts << UserOutlookText::tr("Still a customer with a probability of %1 % (%2 to %3 %).").arg(percent(now.active.value), percent(now.active.low), percent(now.active.high));
    else if (now.active.isKnown())
        parts << UserOutlookText::tr("Still a customer with a probability of %1 %.").arg(percent(now.active.value));
    if (now.purchases.hasInterval())
        parts << UserOutlookText::tr("In the next %1 days %2 purchase days are expected (%3 to %4), none at all with %5 %.")
                     .arg(outlook.horizonDays).arg(number(now.purchases.value), number(now.purchases.low), number(now.purchases.high), percent(now.silence.value));
    else
        parts << UserOutlookText::tr("In the next %1 days %2 purchase days are expected, none at all with %3 %.")
                     .arg(outlook.horizonDays).arg(number(now.purchases.value), percent(now.silence.value));
    return (parts << now.evidence).join(u' ');
}

QJsonValue numberOrNull(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null); }

QJsonValue estimateJson(const Estimate &estimate)
{
    if (!estimate.isKnown())
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("value"), numberOrNull(estimate.value)}, {QStringLiteral("lo95"), numberOrNull(estimate.low)},
                       {QStringLiteral("hi95"), numberOrNull(estimate.high)}};
}

QJsonArray numbersOf(const std::vector<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(numberOrNull(value));
    return array;
}

} // namespace

UserOutlook userOutlook(const QList<UserEvent> &events, const QString &timeZone, const WorkspaceCustomers &customers)
{
    UserOutlook outlook;
    const std::vector<DayNumber> days = purchaseDays(events, timeZone, customers);
    const Result<CustomerOracle> oracle = CustomerOracle::of(customers.model);
    if (days.empty() || !oracle) {
        outlook.sentence = oracle ? UserOutlookText::tr("No purchase yet: nothing can be said of whether this user stays.") : oracle.error().message;
        return outlook;
    }
    outlook.model = customers.model.buyers.model;
    outlook.horizonDays = customers.horizonDays;
    outlook.now = oracle->outlook(historyAt(days, customers.lastDay, customers.model.buyers.unit), {}, double(customers.horizonDays));
    outlook.now.spend = outlook.now.value = {}; // what one user spent is not known here
    addCurve(outlook, *oracle, days, customers);
    outlook.sentence = sentenceOf(outlook);
    return outlook;
}

QJsonObject UserOutlook::toJson() const
{
    if (isEmpty())
        return {{QStringLiteral("model"), QJsonValue::Null}, {QStringLiteral("sentence"), sentence}};
    return {{QStringLiteral("model"), model},
            {QStringLiteral("horizon_days"), horizonDays},
            {QStringLiteral("p_active"), estimateJson(now.active)},
            {QStringLiteral("expected_purchases"), estimateJson(now.purchases)},
            {QStringLiteral("p_no_purchase"), estimateJson(now.silence)},
            {QStringLiteral("curve"), QJsonObject{{QStringLiteral("step"), stepName(curve.axis.step)},
                                                  {QStringLiteral("start"), formatTime(curve.axis.start, curve.axis.step)},
                                                  {QStringLiteral("p_active"), numbersOf(curve.values)},
                                                  {QStringLiteral("lo95"), numbersOf(low)}, {QStringLiteral("hi95"), numbersOf(high)},
                                                  {QStringLiteral("if_silent"), numbersOf(ahead)}}},
            {QStringLiteral("sentence"), sentence}};
}

} // namespace foretrail
