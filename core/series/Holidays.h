#pragma once

#include "core/base/Result.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace foretrail {

/// One day that shoppers know by name. A holiday of several days is as many of these with one id.
struct Holiday {
    QDate date;
    QString name; ///< for people, in their language
    QString id;   ///< stable: "spring-festival"
    bool operator==(const Holiday &) const = default;
};

/// "cn", "uk" (England and Wales), "us".
QStringList holidayRegions();

/// The holidays and shopping days of a region from `firstYear` to `lastYear`, both included, by date; past years and years
/// ahead by the same rules. Empty for another region. A day on which two holidays meet is there twice.
/// cn: New Year, Spring Festival (its eve and the first six days, before 2000 three), Qingming, Labour Day, Dragon Boat,
/// Mid-Autumn, National Day (from 1999 seven days, before two), 6.18, Double 11, Double 12. Festivals of the lunar calendar are
/// known from 1970 to 2069. Days off that the State Council moves from year to year are not among them.
/// uk: bank holidays as the law stands since 1978 with those of royal occasions, Easter Sunday, Mother's and Father's Day, Black
/// Friday and Cyber Monday. Where a holiday is on a weekend both that day and its "substitute-day" are listed.
/// us: federal holidays as the law stands since 1986 (Juneteenth from 2021), Super Bowl Sunday, Black Friday and Cyber Monday.
/// A "substitute-day" is where a federal holiday on a weekend is observed.
QList<Holiday> holidays(const QString &region, int firstYear, int lastYear);

/// A list of one's own, by date, every day once under a name. Either a table (UTF-8; commas, semicolons or tabs), with dates as
/// 2011-12-27: a header names the columns date (or start) and, as there are, end and name; without a header they are date and name,
/// start and end, or start, end and name. Or an iCalendar file (.ics) of whole-day events. A span is as many holidays; the name may be
/// empty. The id is the name in small letters with "-" between the words. NotFound, Permission, or InvalidInput with line and remedy.
Result<QList<Holiday>> readHolidayList(const QString &path);

/// "Children's Day" becomes "childrens-day".
QString holidayId(const QString &name);

/// The days of a list as recipes write them, by date, each once under a name: "2011-12-27 Fair", and "2011-12-24/2011-12-26 Christmas"
/// for days in a row of one name.
QStringList daysInSpans(const QList<Holiday> &list);

} // namespace foretrail
