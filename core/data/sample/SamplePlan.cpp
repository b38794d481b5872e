#include "core/data/sample/SamplePlan.h"

#include "core/data/sample/SampleWords.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

QString latin(const char *text) { return QString::fromLatin1(text); }

/// "Blue ceramic vase": another combination for every number below 12 x 8 x 12, then with a number behind.
QString itemName(const SampleCategory &category, int number)
{
    const auto colours = sampleColours();
    const auto materials = sampleMaterials();
    const int nouns = int(category.nouns.size());
    const int round = number / nouns;
    const int noun = number % nouns;
    const int looks = int(colours.size() * materials.size());
    const int look = (round * 29 + noun * 7) % looks; // 29 and 96 have no common divisor: every look comes once
    QString name = latin(colours[size_t(look) % colours.size()]) + u' ' + latin(materials[size_t(look) / colours.size()]) + u' '
                   + latin(category.nouns[size_t(noun)]);
    if (round >= looks)
        name += QStringLiteral(" %1").arg(round / looks + 1);
    return name;
}

double nicePrice(double price)
{
    const double whole = std::floor(price);
    return std::max(1.0, whole) + (price - whole < 0.5 ? 0.49 : 0.95);
}

SampleItem planItem(const SampleSettings &settings, int category, int number, SampleRandom &random)
{
    const SampleCategory &kind = sampleCategories()[size_t(category)];
    SampleItem item;
    item.category = category;
    item.key = QStringLiteral("%1-%2").arg(latin(kind.prefix)).arg(number + 1, 4, 10, QLatin1Char('0'));
    item.name = itemName(kind, number);
    item.popularity = std::pow(number + 1.5, -0.7);
    item.price = nicePrice(kind.usualPrice * std::exp(0.3 * random.normal()));
    const double fate = random.uniform();
    if (fate < settings.newItemShare)
        item.launch = int(random.uniform(0.1, 0.8) * settings.days);
    else if (fate < settings.newItemShare + settings.dyingItemShare)
        item.fading = int(random.uniform(0.2, 0.8) * settings.days);
    return item;
}

void planItems(SampleTruth &truth, SampleRandom &random)
{
    const int categories = int(truth.categories.size());
    for (int i = 0; i < truth.settings.items; ++i)
        truth.items.append(planItem(truth.settings, i % categories, i / categories, random));
}

/// How many times something that happens `mean` times on average happens: the whole part, and one more by chance.
int times(double mean, SampleRandom &random) { return int(mean) + (random.chance(mean - std::floor(mean)) ? 1 : 0); }

SampleSpan planSpan(const SampleTruth &truth, const SampleItem &item, int shortest, int longest, SampleRandom &random)
{
    const int first = item.launch + 14 + random.below(std::max(1, truth.settings.days - item.launch - 28));
    const int last = first + shortest - 1 + random.below(longest - shortest + 1);
    return {first, std::min(last, truth.settings.days - 1)};
}

bool isFree(const SampleTruth &truth, int item, const SampleSpan &span)
{
    const auto overlaps = [&](const auto &one) {
        return one.item == item && one.span.first <= span.last + 1 && span.first <= one.span.last + 1;
    };
    return span.first <= span.last && std::none_of(truth.promotions.cbegin(), truth.promotions.cend(), overlaps)
           && std::none_of(truth.stockOuts.cbegin(), truth.stockOuts.cend(), overlaps);
}

void planPromotions(SampleTruth &truth, SampleRandom &random)
{
    constexpr std::array<double, 3> discounts{0.10, 0.20, 0.30};
    constexpr std::array<double, 3> lifts{1.4, 1.8, 2.3};
    for (int i = 0; i < truth.items.size(); ++i) {
        const int count = times(truth.settings.promotionsPerItem, random);
        for (int k = 0; k < count; ++k) {
            const SampleSpan span = planSpan(truth, truth.items[i], 5, 14, random);
            const size_t strength = size_t(random.below(3));
            if (isFree(truth, i, span))
                truth.promotions.append({i, span, discounts[strength], lifts[strength]});
        }
    }
}

void planStockOuts(SampleTruth &truth, SampleRandom &random)
{
    for (int i = 0; i < truth.items.size(); ++i) {
        const int count = times(truth.settings.stockOutsPerItem, random);
        for (int k = 0; k < count; ++k) {
            const SampleSpan span = planSpan(truth, truth.items[i], 5, 21, random);
            if (isFree(truth, i, span))
                truth.stockOuts.append({i, span});
        }
    }
}

QDate lastFridayOfNovember(int year)
{
    QDate day(year, 11, 30);
    while (day.dayOfWeek() != Qt::Friday)
        day = day.addDays(-1);
    return day;
}

void planHolidays(SampleTruth &truth)
{
    const SampleSettings &settings = truth.settings;
    const auto add = [&](const QDate &date, const QString &name, double factor) {
        const qint64 day = settings.start.daysTo(date);
        if (day >= 0 && day < settings.days)
            truth.holidays.append({int(day), name, factor});
    };
    for (int year = settings.start.year(); year <= settings.start.addDays(settings.days).year(); ++year) {
        add(QDate(year, 1, 1), QStringLiteral("New Year"), 0.35);
        add(QDate(year, 5, 1), QStringLiteral("Labour Day"), 0.6);
        const QDate friday = lastFridayOfNovember(year);
        for (int k = 0; k < 4; ++k)
            add(friday.addDays(k), QStringLiteral("November sale"), k == 0 ? 2.2 : 1.6);
        for (int day = 5; day <= 20; ++day)
            add(QDate(year, 12, day), QStringLiteral("Before Christmas"), 1.35);
        for (int day = 24; day <= 26; ++day)
            add(QDate(year, 12, day), QStringLiteral("Christmas"), 0.3);
    }
}

} // namespace

SampleTruth planSampleShop(const SampleSettings &settings, SampleRandom &random)
{
    SampleTruth truth;
    truth.settings = settings;
    for (const SampleCategory &category : sampleCategories())
        truth.categories << latin(category.name);
    for (const SampleShare &country : sampleCountries())
        truth.countries << latin(country.name);
    for (const SampleShare &channel : sampleChannels())
        truth.channels << latin(channel.name);
    planItems(truth, random);
    planStockOuts(truth, random);
    planPromotions(truth, random);
    planHolidays(truth);
    return truth;
}

} // namespace foretrail
