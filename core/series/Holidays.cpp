#include "core/series/Holidays.h"

#include "core/series/HolidayRules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace foretrail {
namespace {

struct HolidaysText { Q_DECLARE_TR_FUNCTIONS(foretrail::Holidays) };

constexpr int earliestYear = 1900, latestYear = 2200;

class HolidayYear {
public:
    HolidayYear(QList<Holiday> &list, int year) : m_list(list), m_year(year) {}
    void addChina();
    void addBritain();
    void addAmerica();

private:
    QDate date(int month, int day) const { return {m_year, month, day}; }
    QDate nth(int number, Qt::DayOfWeek weekday, int month) const { return nthWeekday(m_year, month, weekday, number); }
    QDate thanksgiving() const { return nth(4, Qt::Thursday, 11); }
    void add(const char *id, QDate day, const QString &name) { m_list.append({day, name, QLatin1String(id)}); }
    void addDays(const char *id, QDate first, int days, const QString &name)
    {
        for (int i = 0; i < days; ++i)
            add(id, first.addDays(i), name);
    }
    void addChineseShopping();
    void addBritishMondays();
    void addRoyalOccasions();
    void addBritishChristmas();
    void addSubstitute(QDate day, const QString &name) { add("substitute-day", day, HolidaysText::tr("%1 (substitute day)").arg(name)); }
    void addAmericanMondays();
    void addFederal(const char *id, QDate day, const QString &name);
    void addBlackFriday(int blackFridaySince, int cyberMondaySince);

    QList<Holiday> &m_list;
    int m_year;
};

void HolidayYear::addChina()
{
    add("new-year", date(1, 1), HolidaysText::tr("New Year's Day"));
    if (const auto lunar = lunarFestivals(m_year)) {
        add("spring-festival-eve", lunar->spring.addDays(-1), HolidaysText::tr("Spring Festival Eve"));
        addDays("spring-festival", lunar->spring, m_year < 2000 ? 3 : 6, HolidaysText::tr("Spring Festival"));
        add("dragon-boat", lunar->dragonBoat, HolidaysText::tr("Dragon Boat Festival"));
        add("mid-autumn", lunar->midAutumn, HolidaysText::tr("Mid-Autumn Festival"));
    }
    if (const QDate day = qingming(m_year); day.isValid())
        add("qingming", day, HolidaysText::tr("Qingming Festival"));
    add("labour-day", date(5, 1), HolidaysText::tr("Labour Day"));
    addDays("national-day", date(10, 1), m_year < 1999 ? 2 : 7, HolidaysText::tr("National Day"));
    addChineseShopping();
}

// Before the first of them these were days like any other.
void HolidayYear::addChineseShopping()
{
    if (m_year >= 2010)
        add("618", date(6, 18), HolidaysText::tr("6.18 shopping day"));
    if (m_year >= 2009)
        add("double-11", date(11, 11), HolidaysText::tr("Double 11"));
    if (m_year >= 2011)
        add("double-12", date(12, 12), HolidaysText::tr("Double 12"));
}

void HolidayYear::addBritain()
{
    const QDate easter = easterSunday(m_year);
    const QString newYear = HolidaysText::tr("New Year's Day");
    add("new-year", date(1, 1), newYear);
    if (date(1, 1).dayOfWeek() >= Qt::Saturday)
        addSubstitute(nth(1, Qt::Monday, 1), newYear);
    add("mothers-day", easter.addDays(-21), HolidaysText::tr("Mother's Day"));
    add("good-friday", easter.addDays(-2), HolidaysText::tr("Good Friday"));
    add("easter-sunday", easter, HolidaysText::tr("Easter Sunday"));
    add("easter-monday", easter.addDays(1), HolidaysText::tr("Easter Monday"));
    add("fathers-day", nth(3, Qt::Sunday, 6), HolidaysText::tr("Father's Day"));
    addBritishMondays();
    addRoyalOccasions();
    addBlackFriday(2010, 2010);
    addBritishChristmas();
}

// Jubilees and the anniversaries of 1945 moved some of these.
void HolidayYear::addBritishMondays()
{
    const bool isVictoryYear = m_year == 1995 || m_year == 2020;
    const bool isJubilee = m_year == 2002 || m_year == 2012;
    add("early-may-bank-holiday", isVictoryYear ? date(5, 8) : nth(1, Qt::Monday, 5), HolidaysText::tr("Early May bank holiday"));
    add("spring-bank-holiday", isJubilee ? date(6, 4) : m_year == 2022 ? date(6, 2) : nth(-1, Qt::Monday, 5),
        HolidaysText::tr("Spring bank holiday"));
    add("summer-bank-holiday", nth(-1, Qt::Monday, 8), HolidaysText::tr("Summer bank holiday"));
}

void HolidayYear::addRoyalOccasions()
{
    static const std::array days{QDate(1981, 7, 29), QDate(1999, 12, 31), QDate(2002, 6, 3), QDate(2011, 4, 29),
                                 QDate(2012, 6, 5),  QDate(2022, 6, 3),   QDate(2022, 9, 19), QDate(2023, 5, 8)};
    for (const QDate &day : days)
        if (day.year() == m_year)
            add("special-bank-holiday", day, HolidaysText::tr("Special bank holiday"));
}

void HolidayYear::addBritishChristmas()
{
    const QString christmas = HolidaysText::tr("Christmas Day"), boxing = HolidaysText::tr("Boxing Day");
    add("christmas-day", date(12, 25), christmas);
    add("boxing-day", date(12, 26), boxing);
    const int weekday = date(12, 25).dayOfWeek();
    if (weekday == Qt::Saturday || weekday == Qt::Sunday) // a Sunday's Monday is Boxing Day already
        addSubstitute(date(12, 27), christmas);
    if (weekday == Qt::Friday || weekday == Qt::Saturday)
        addSubstitute(date(12, 28), boxing);
}

void HolidayYear::addAmerica()
{
    addFederal("new-year", date(1, 1), HolidaysText::tr("New Year's Day"));
    addAmericanMondays();
    if (m_year >= 2021)
        addFederal("juneteenth", date(6, 19), HolidaysText::tr("Juneteenth"));
    addFederal("independence-day", date(7, 4), HolidaysText::tr("Independence Day"));
    addFederal("veterans-day", date(11, 11), HolidaysText::tr("Veterans Day"));
    add("thanksgiving", thanksgiving(), HolidaysText::tr("Thanksgiving Day"));
    addBlackFriday(earliestYear, 2005);
    addFederal("christmas-day", date(12, 25), HolidaysText::tr("Christmas Day"));
    // The season grew: from the last Sunday of January over the first of February to the second.
    const QDate january = m_year == 2002 ? date(2, 3) : nth(-1, Qt::Sunday, 1);
    add("super-bowl", m_year < 2004 ? january : nth(m_year < 2022 ? 1 : 2, Qt::Sunday, 2), HolidaysText::tr("Super Bowl Sunday"));
}

void HolidayYear::addAmericanMondays()
{
    add("martin-luther-king-day", nth(3, Qt::Monday, 1), HolidaysText::tr("Martin Luther King Jr. Day"));
    add("washingtons-birthday", nth(3, Qt::Monday, 2), HolidaysText::tr("Washington's Birthday"));
    add("memorial-day", nth(-1, Qt::Monday, 5), HolidaysText::tr("Memorial Day"));
    add("labor-day", nth(1, Qt::Monday, 9), HolidaysText::tr("Labor Day"));
    add("columbus-day", nth(2, Qt::Monday, 10), HolidaysText::tr("Columbus Day"));
}

void HolidayYear::addFederal(const char *id, QDate day, const QString &name)
{
    add(id, day, name);
    const QString observed = HolidaysText::tr("%1 (observed)").arg(name);
    if (day.dayOfWeek() == Qt::Saturday)
        add("substitute-day", day.addDays(-1), observed);
    if (day.dayOfWeek() == Qt::Sunday)
        add("substitute-day", day.addDays(1), observed);
}

void HolidayYear::addBlackFriday(int blackFridaySince, int cyberMondaySince)
{
    if (m_year >= blackFridaySince)
        add("black-friday", thanksgiving().addDays(1), HolidaysText::tr("Black Friday"));
    if (m_year >= cyberMondaySince)
        add("cyber-monday", thanksgiving().addDays(4), HolidaysText::tr("Cyber Monday"));
}

struct Region {
    const char *name;
    void (HolidayYear::*add)();
};
constexpr std::array regions{Region{"cn", &HolidayYear::addChina}, Region{"uk", &HolidayYear::addBritain},
                             Region{"us", &HolidayYear::addAmerica}};

} // namespace

QStringList holidayRegions()
{
    QStringList names;
    for (const Region &region : regions)
        names << QLatin1String(region.name);
    return names;
}

QList<Holiday> holidays(const QString &region, int firstYear, int lastYear)
{
    QList<Holiday> list;
    const auto found = std::ranges::find(regions, region, [](const Region &one) { return QLatin1String(one.name); });
    if (found == regions.end())
        return list;
    firstYear = std::max(firstYear, earliestYear);
    lastYear = std::min(lastYear, latestYear);
    for (int year = firstYear; year <= lastYear + 1; ++year) // New Year may be observed in the year before
        (HolidayYear(list, year).*found->add)();
    list.removeIf([=](const Holiday &day) { return day.date.year() < firstYear || day.date.year() > lastYear; });
    std::ranges::stable_sort(list, {}, &Holiday::date);
    return list;
}

} // namespace foretrail
