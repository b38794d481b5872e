#include "core/data/import/DateFormat.h"

#include <array>
#include <string>

namespace foretrail {
namespace {

using Formats = std::vector<NamedDateFormat>;

void add(Formats &formats, const std::string &name)
{
    if (Result<DateFormat> format = DateFormat::compile(QString::fromStdString(name)))
        formats.push_back({QString::fromStdString(name), std::move(*format)});
}

template <typename Names>
Formats compileAll(const Names &names)
{
    Formats formats;
    for (const char *name : names)
        add(formats, name);
    return formats;
}

void addDates(Formats &formats)
{
    constexpr std::array dates{"yyyy-MM-dd", "yyyy/M/d",   "yyyy.M.d",   "M/d/yyyy",    "d/M/yyyy",   "d.M.yyyy",    "d-M-yyyy",
                               "M-d-yyyy",   "M.d.yyyy",   "M/d/yy",     "d/M/yy",      "d.M.yy",     "d-M-yy",      "M-d-yy",
                               "yy/M/d",     "yy-M-d",     "d-MMM-yyyy", "d MMM yyyy",  "d-MMM-yy",   "d MMM yy",    "MMM d, yyyy",
                               "MMM d yyyy", "ddd, d MMM yyyy", "yyyyMMdd", "yyyy年M月d日"};
    constexpr std::array times{" HH:mm:ss",    "",                " H:mm",           "THH:mm:ss",       "THH:mm:sst",
                               " HH:mm:ss t",  " HH:mm:ss.zzz",   "THH:mm:ss.zzz",   "THH:mm:ss.zzzt",  " HH:mm:sst",
                               " h:mm AP",     " h:mm:ss AP",     " h:mmAP",         "THH:mm",          " HH:mm t",
                               "THH:mmt",      " HH:mm:ss.zzz t", " HH:mm:ss.zzzt",  " HH:mm:ss,zzz",   ", h:mm AP",
                               ", h:mm:ss AP", ", HH:mm:ss",      ", HH:mm",         " HH"};
    for (const char *time : times)
        for (const char *date : dates)
            add(formats, std::string(date) + time);
}

void addChineseTimes(Formats &formats)
{
    constexpr std::array dates{"yyyy年M月d日", "yyyy-MM-dd", "yyyy/M/d"};
    constexpr std::array times{" HH时mm分", "HH时mm分", " HH时mm分ss秒", "HH时mm分ss秒", "HH:mm:ss", "H:mm", " APh:mm", " APh:mm:ss",
                               "APh:mm", "APh:mm:ss", " AP h:mm", " AP h:mm:ss", " APh时mm分", "APh时mm分", " APh时mm分ss秒"};
    for (const char *time : times)
        for (const char *date : dates)
            add(formats, std::string(date) + time);
}

} // namespace

const Formats &knownDateFormats()
{
    static const Formats formats = [] {
        Formats all;
        addDates(all);
        addChineseTimes(all);
        for (const char *other : {"yyyy-MM", "yyyy/MM", "MM/yyyy", "MMM yyyy", "MMM-yyyy", "MMM-yy", "MMM yy", "yyyy年M月", "yyyyQq",
                                  "yyyy-Qq", "yyyy Qq", "Qq yyyy", "Qq-yyyy", "yyyy-Www", "yyyyWww"})
            add(all, other);
        return all;
    }();
    return formats;
}

const Formats &numericDateFormats()
{
    static const Formats formats = compileAll(std::array{"yyyyMMdd", "yyyyMMddHHmmss", "unix-s", "unix-ms", "unix-us"});
    return formats;
}

const Formats &looseDateFormats()
{
    static const Formats formats = compileAll(std::array{"yyyyMM", "yyyy", "excel"});
    return formats;
}

} // namespace foretrail
