#include "core/behaviour/UserOutlook.h"

#include "core/base/JsonNumber.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

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

/// The days on which one user bought: of many the latest, with how many there were before and when the first was.
struct OutlookDays {
    std::vector<DayNumber> days;
    int before = 0;
    DayNumber first = 0;
    /// The history as it was known at the end of `day`, not before the first of the days.
    BuyerHistory at(DayNumber day, const BuyerUnit &unit) const
    {
        const auto behind = std::upper_bound(days.begin(), days.end(), day);
        const DayNumber last = *std::prev(behind);
        return {before + int(behind - days.begin()) - 1, double(last - first) / unit.days, double(day - first) / unit.days};
    }
};

OutlookDays outlookDays(const OutlookOf &user, const WorkspaceCustomers &customers)
{
    OutlookDays found{purchaseDays(user.events, user.timeZone, customers), 0, 0};
    if (!found.days.empty())
        found.first = found.days.front();
    if (!user.history)
        return found;
    found.before = std::max(0, user.history->repeats + 1 - int(found.days.size()));
    found.first = user.history->firstDay;
    return found;
}

void addCurve(UserOutlook &outlook, const CustomerOracle &oracle, const OutlookDays &user, const WorkspaceCustomers &customers)
{
    const std::vector<DayNumber> &days = user.days;
    if (days.empty())
        return; // all of them are among events that were not read
    const bool isShort = customers.lastDay - days.front() <= mostDaysOfCurve;
    const DayNumber stride = isShort ? 1 : 7;
    outlook.curve.axis.step = isShort ? Step::Day : Step::Week;
    outlook.curve.axis.start = floorToStep(days.front() * dayMs, outlook.curve.axis.step);
    const DayNumber start = outlook.curve.axis.start / dayMs;
    for (DayNumber end = start + stride - 1; end - stride < customers.lastDay; end += stride) {
        const DayNumber day = std::min(end, customers.lastDay);
        const Estimate active = oracle.active(user.at(day, customers.model.buyers.unit));
        outlook.curve.values.push_back(active.value);
        outlook.low.push_back(active.low);
        outlook.high.push_back(active.high);
    }
    for (DayNumber day = start + stride * outlook.curve.size() + stride - 1; day <= customers.lastDay + customers.horizonDays; day += stride)
        outlook.ahead.push_back(oracle.active(user.at(day, customers.model.buyers.unit)).value);
    for (const DayNumber day : days)
        if (const qint64 step = (day - start) / stride; outlook.purchases.empty() || outlook.purchases.back() != step)
            outlook.purchases.push_back(step);
}

QString outlookNumber(double value) { return QLocale().toString(value, 'f', value < 100 ? 2 : 0); }

/// "Most likely gone", where that is so: nobody should have to read it out of a number.
QString activeSentence(const Estimate &active)
{
    if (!active.isKnown())
        return UserOutlookText::tr("Not enough evidence to say whether this user is still active.");
    const QString chance = active.hasInterval() ? UserOutlookText::tr("P(active) is %1 % (%2 to %3 %).").arg(chanceText(active.value), chanceText(active.low), chanceText(active.high))
                                                : UserOutlookText::tr("P(active) is %1 %.").arg(chanceText(active.value));
    const bool isSure = active.hasInterval() ? active.high < 0.5 : active.value < 0.2;
    const QString verdict = active.value < 0.5 ? isSure ? UserOutlookText::tr("Most likely gone.") : UserOutlookText::tr("Rather gone than not.")
                                               : UserOutlookText::tr("Probably still active.");
    return verdict + u' ' + chance;
}

QString purchasesSentence(const UserOutlook &outlook)
{
    const CustomerOutlook &now = outlook.now;
    if (now.purchases.hasInterval())
        return UserOutlookText::tr("In the next %n day(s) %1 purchase days are expected (%2 to %3), none at all with %4 %.", nullptr, int(outlook.horizonDays))
            .arg(outlookNumber(now.purchases.value), outlookNumber(now.purchases.low), outlookNumber(now.purchases.high), chanceText(now.silence.value));
    return UserOutlookText::tr("In the next %n day(s) %1 purchase days are expected, none at all with %2 %.", nullptr, int(outlook.horizonDays))
        .arg(outlookNumber(now.purchases.value), chanceText(now.silence.value));
}

QString valueSentence(const UserOutlook &outlook)
{
    const Estimate &value = outlook.now.value;
    if (!value.isKnown())
        return {};
    const QString discount = QLocale().toString(100 * outlook.terms.discount, 'g', 3);
    const auto money = [&](double amount) { return (outlookNumber(amount) + u' ' + outlook.currency).trimmed(); };
    const QString spend = money(outlook.now.spend.value);
    if (value.hasInterval())
        return UserOutlookText::tr("That is worth %1 today (%2 to %3), at %4 % discount a year and %5 a purchase day.")
            .arg(money(value.value), outlookNumber(value.low), outlookNumber(value.high), discount, spend);
    return UserOutlookText::tr("That is worth %1 today, at %2 % discount a year and %3 a purchase day.").arg(money(value.value), discount, spend);
}

QString sentenceOf(const UserOutlook &outlook)
{
    QStringList parts{activeSentence(outlook.now.active), purchasesSentence(outlook), valueSentence(outlook), outlook.now.evidence};
    parts.removeAll(QString());
    return parts.join(u' ');
}

/// Why no value is told; empty where one is.
QString valueNote(const OutlookOf &user, const WorkspaceCustomers &customers)
{
    if (customers.model.spend || !user.history)
        return {};
    if (user.history->firstSpend == 0 && user.history->repeatSpend == 0)
        return UserOutlookText::tr("No value: nothing is known of what this user spends.");
    return UserOutlookText::tr("Not enough evidence for a value: of too few users it is known what they spent on a second day, or they all spend the same.");
}

QJsonValue estimateJson(const Estimate &estimate)
{
    if (!estimate.isKnown())
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("value"), jsonNumber(estimate.value)}, {QStringLiteral("lo95"), jsonNumber(estimate.low)},
                       {QStringLiteral("hi95"), jsonNumber(estimate.high)}};
}

QJsonArray numbersOf(const std::vector<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(jsonNumber(value));
    return array;
}

} // namespace

QString chanceText(double share)
{
    const QLocale locale;
    if (share > 0.999 || share < 0.001)
        return share > 0.5 ? QStringLiteral("> ") + locale.toString(99.9, 'f', 1) : QStringLiteral("< ") + locale.toString(0.1, 'f', 1);
    return locale.toString(100 * share, 'f', share > 0.99 || share < 0.01 ? 1 : 0);
}

const PurchaseHistory *WorkspaceCustomers::historyOf(UserId user) const
{
    if (!histories)
        return nullptr;
    const auto found = std::ranges::lower_bound(histories->users, user.value, {}, [](const PurchaseHistory &history) { return history.user.value; });
    return found != histories->users.end() && found->user == user ? &*found : nullptr;
}

Result<WorkspaceCustomers> withHistories(WorkspaceCustomers customers, ShopData &data, JobContext &job)
{
    if (customers.histories)
        return customers;
    Result<PurchaseHistories> all = data.purchaseHistories({}, job);
    if (!all)
        return fail(all.error());
    customers.histories = std::make_shared<const PurchaseHistories>(std::move(*all));
    return customers;
}

UserOutlook userOutlook(const OutlookOf &user, const WorkspaceCustomers &customers)
{
    UserOutlook outlook;
    const OutlookDays days = outlookDays(user, customers);
    const Result<CustomerOracle> oracle = CustomerOracle::of(customers.model);
    if ((days.days.empty() && days.before == 0) || !oracle) {
        outlook.sentence = oracle ? UserOutlookText::tr("No purchase yet: nothing can be said of whether this user stays.") : oracle.error().message;
        return outlook;
    }
    outlook.model = customers.model.buyers.model;
    outlook.definition = buyerModelWords(outlook.model);
    outlook.horizonDays = customers.horizonDays;
    outlook.terms = customers.model.terms;
    outlook.currency = user.currency;
    const BuyerHistory history = user.history ? buyerHistory(*user.history, customers.lastDay, customers.model.buyers.unit)
                                              : days.at(customers.lastDay, customers.model.buyers.unit);
    outlook.now = oracle->outlook(history, user.history ? spendRecord(*user.history) : SpendRecord(), double(customers.horizonDays));
    if (!user.history)
        outlook.now.spend = outlook.now.value = {}; // what one user spent is not known here
    addCurve(outlook, *oracle, days, customers);
    outlook.sentence = (sentenceOf(outlook) + u' ' + valueNote(user, customers)).trimmed();
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
            {QStringLiteral("expected_spend"), estimateJson(now.spend)},
            {QStringLiteral("value"), estimateJson(now.value)},
            {QStringLiteral("margin"), terms.margin},
            {QStringLiteral("discount"), terms.discount},
            {QStringLiteral("curve"), QJsonObject{{QStringLiteral("step"), stepName(curve.axis.step)},
                                                  {QStringLiteral("start"), formatTime(curve.axis.start, curve.axis.step)},
                                                  {QStringLiteral("p_active"), numbersOf(curve.values)},
                                                  {QStringLiteral("lo95"), numbersOf(low)}, {QStringLiteral("hi95"), numbersOf(high)},
                                                  {QStringLiteral("if_silent"), numbersOf(ahead)}}},
            {QStringLiteral("definition"), definition},
            {QStringLiteral("sentence"), sentence}};
}

} // namespace foretrail
