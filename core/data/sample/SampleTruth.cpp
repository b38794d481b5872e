#include "core/data/sample/SampleTruth.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace foretrail {
namespace {

QString text(const QDate &date) { return date.toString(Qt::ISODate); }

QJsonObject spanJson(const SampleTruth &truth, int item, const SampleSpan &span)
{
    return {{QStringLiteral("item"), truth.items[item].key},
            {QStringLiteral("from"), text(truth.date(span.first))},
            {QStringLiteral("to"), text(truth.date(span.last))}};
}

QJsonObject itemJson(const SampleTruth &truth, const SampleItem &item)
{
    QJsonObject json{{QStringLiteral("key"), item.key},
                     {QStringLiteral("name"), item.name},
                     {QStringLiteral("category"), truth.categories[item.category]},
                     {QStringLiteral("popularity"), item.popularity},
                     {QStringLiteral("price"), item.price},
                     {QStringLiteral("launched"), text(truth.date(item.launch))}};
    if (item.fading >= 0)
        json.insert(QStringLiteral("fadingFrom"), text(truth.date(item.fading)));
    return json;
}

QJsonObject userJson(const SampleTruth &truth, const SampleUser &user)
{
    return {{QStringLiteral("key"), sampleUserKey(user.number)},
            {QStringLiteral("visitsPerDay"), user.visitRate},
            {QStringLiteral("joined"), text(truth.date(user.joined))},
            {QStringLiteral("leftOnDay"), user.leaves},
            {QStringLiteral("favourites"), QJsonArray{truth.categories[user.favourites[0]], truth.categories[user.favourites[1]]}},
            {QStringLiteral("country"), truth.countries[user.country]},
            {QStringLiteral("channel"), truth.channels[user.channel]}};
}

template<class T, class F>
QJsonArray arrayOf(const QList<T> &list, F json)
{
    QJsonArray array;
    for (const T &one : list)
        array.append(json(one));
    return array;
}

} // namespace

QString sampleSizeName(SampleSize size)
{
    switch (size) {
    case SampleSize::Small: return QStringLiteral("small");
    case SampleSize::Medium: return QStringLiteral("medium");
    case SampleSize::Large: return QStringLiteral("large");
    }
    return {};
}

Result<SampleSize> sampleSizeFromName(const QString &name)
{
    for (const SampleSize size : {SampleSize::Small, SampleSize::Medium, SampleSize::Large})
        if (sampleSizeName(size) == name)
            return size;
    return fail(ErrorCode::InvalidInput,
                QCoreApplication::translate("foretrail::SampleTruth", "There is no sample of size %1. Choose small, medium or large.").arg(name));
}

SampleSettings SampleSettings::of(SampleSize size)
{
    SampleSettings settings;
    if (size == SampleSize::Medium) {
        settings.activeUsers = 4'150;
        settings.items = 800;
    } else if (size == SampleSize::Large) {
        settings.start = QDate(2023, 1, 2);
        settings.days = 1092;
        settings.activeUsers = 103'000;
        settings.items = 6'000;
    }
    return settings;
}

QJsonObject SampleSettings::toJson() const
{
    QJsonArray week;
    for (const double factor : weekday)
        week.append(factor);
    return {{QStringLiteral("start"), text(start)}, {QStringLiteral("days"), days},
            {QStringLiteral("activeUsers"), activeUsers}, {QStringLiteral("yearlyGrowth"), yearlyGrowth},
            {QStringLiteral("visitRate"), visitRate}, {QStringLiteral("lifetimeDays"), lifetimeDays},
            {QStringLiteral("items"), items}, {QStringLiteral("extraViews"), extraViews},
            {QStringLiteral("cartRate"), cartRate}, {QStringLiteral("checkoutRate"), checkoutRate},
            {QStringLiteral("returnRate"), returnRate}, {QStringLiteral("weekday"), week},
            {QStringLiteral("yearlySwing"), yearlySwing}};
}

double SampleTruth::level(int day) const
{
    const QDate today = date(day);
    const double angle = 6.283185307179586 * (today.dayOfYear() - 324) / 365.25;
    double level = settings.weekday[size_t(today.dayOfWeek() - 1)] * (1 + settings.yearlySwing * std::cos(angle));
    for (const SampleHoliday &holiday : holidays)
        if (holiday.day == day)
            level *= holiday.factor;
    return level;
}

QJsonObject SampleTruth::toJson() const
{
    return {{QStringLiteral("size"), sampleSizeName(size)},
            {QStringLiteral("seed"), QString::number(seed)},
            {QStringLiteral("events"), events},
            {QStringLiteral("settings"), settings.toJson()},
            {QStringLiteral("holidays"), arrayOf(holidays, [this](const SampleHoliday &one) {
                 return QJsonObject{{QStringLiteral("date"), text(date(one.day))}, {QStringLiteral("name"), one.name},
                                    {QStringLiteral("factor"), one.factor}};
             })},
            {QStringLiteral("items"), arrayOf(items, [this](const SampleItem &one) { return itemJson(*this, one); })},
            {QStringLiteral("promotions"), arrayOf(promotions, [this](const SamplePromotion &one) {
                 QJsonObject json = spanJson(*this, one.item, one.span);
                 json.insert(QStringLiteral("discount"), one.discount);
                 json.insert(QStringLiteral("lift"), one.lift);
                 return json;
             })},
            {QStringLiteral("stockOuts"), arrayOf(stockOuts, [this](const SampleStockOut &one) { return spanJson(*this, one.item, one.span); })},
            {QStringLiteral("userCount"), userCount},
            {QStringLiteral("users"), arrayOf(users, [this](const SampleUser &one) { return userJson(*this, one); })}};
}

QString sampleUserKey(int number) { return QStringLiteral("U%1").arg(number, 6, 10, QLatin1Char('0')); }

} // namespace foretrail
