#pragma once

#include "core/base/Calendar.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <array>

namespace foretrail {

enum class SampleSize { Small, Medium, Large };
QString sampleSizeName(SampleSize size); ///< "small", "medium", "large"
Result<SampleSize> sampleSizeFromName(const QString &name);

/// The rates behind a sample shop. Days are counted from `start`.
struct SampleSettings {
    QDate start{2024, 1, 1}; ///< a Monday
    int days = 731;
    double activeUsers = 208;    ///< on the first day
    double yearlyGrowth = 0.22;  ///< of active users, a share a year
    double visitRate = 0.085;    ///< mean visits of an active user in a day of level 1; gamma with shape 2 over users
    double lifetimeDays = 240;   ///< mean of the exponential time after which a user never comes again
    int items = 120;
    double extraViews = 1.2;     ///< a session has 1 + geometric(extraViews) views
    double cartRate = 0.42;      ///< chance that a view of an item in stock and at full price is put into the cart
    double checkoutRate = 0.72;  ///< chance that a session with a cart buys it
    double returnRate = 0.04;    ///< chance that a bought line is sent back, 3 to 20 days later
    double newItemShare = 0.2;   ///< of items, launched after the first day
    double dyingItemShare = 0.15;
    double stockOutsPerItem = 0.5;
    double promotionsPerItem = 1.0;
    std::array<double, 7> weekday{1.05, 0.96, 0.93, 0.98, 1.18, 1.34, 0.56}; ///< Monday first; mean 1
    double yearlySwing = 0.22;   ///< of the yearly wave, highest on 20 November

    static SampleSettings of(SampleSize size);
    QJsonObject toJson() const;
};

/// Days [first, last], counted from the start.
struct SampleSpan {
    int first = 0;
    int last = -1;
    bool contains(int day) const { return day >= first && day <= last; }
};

struct SamplePromotion {
    int item = 0;
    SampleSpan span;
    double discount = 0.2; ///< of the price
    double lift = 2.0;     ///< by which the chance of a cart is multiplied
};

struct SampleStockOut {
    int item = 0;
    SampleSpan span; ///< the item is viewed but cannot be put into a cart
};

/// A day on which the whole shop sees more or fewer visits.
struct SampleHoliday {
    int day = 0;
    QString name;
    double factor = 1;
};

struct SampleItem {
    QString key;
    QString name;
    int category = 0;
    double popularity = 1; ///< weight inside its category
    double price = 10;
    int launch = 0;        ///< first day on which it is seen
    int fading = -1;       ///< day from which it loses half its weight every 20 days; -1: never
};

struct SampleUser {
    int number = 0;
    double visitRate = 0;  ///< visits a day at level 1
    int joined = 0;        ///< day
    double leaves = 0;     ///< day, with its fraction, after which there are no visits
    std::array<int, 2> favourites{}; ///< categories that get 0.5 and 0.25 of the views
    int country = 0;
    int channel = 0;
};

/// All that is known of a sample shop because it was made so.
struct SampleTruth {
    SampleSize size = SampleSize::Small;
    quint64 seed = 1;
    SampleSettings settings;
    QStringList categories;
    QStringList countries;
    QStringList channels;
    QList<SampleItem> items;
    QList<SamplePromotion> promotions;
    QList<SampleStockOut> stockOuts;
    QList<SampleHoliday> holidays;
    QList<SampleUser> users; ///< the first maxListedUsers only
    qint64 userCount = 0; ///< planned: those who never come are not in the log
    qint64 events = 0;

    static constexpr int maxListedUsers = 5000;

    /// Expected visits of the day over those of an average day, without growth: weekday, year and holidays.
    double level(int day) const;
    QDate date(int day) const { return settings.start.addDays(day); }
    QJsonObject toJson() const;
};

QString sampleUserKey(int number); ///< "U000017"

} // namespace foretrail
