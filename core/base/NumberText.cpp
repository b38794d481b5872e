#include "core/base/NumberText.h"

#include <cmath>

namespace foretrail {

QString plainNumber(double value, const QLocale &locale)
{
    if (!std::isfinite(value))
        return {};
    const double size = std::abs(value);
    if (value == std::round(value) && size < 1e15)
        return locale.toString(value, 'f', 0);
    if (size < 1)
        return locale.toString(value, 'g', 4);
    return locale.toString(value, 'f', size >= 10'000 ? 0 : size >= 100 ? 1 : 2);
}

QString unbroken(QString text)
{
    for (qsizetype at = text.indexOf(QLatin1String(" %")); at >= 0; at = text.indexOf(QLatin1String(" %"), at + 2)) {
        const bool isPlace = at + 2 < text.size() && text[at + 2].isLetterOrNumber(); // "%1 %2"
        if (at > 0 && text[at - 1].isDigit() && !isPlace)
            text[at] = QChar::Nbsp;
    }
    for (const QLatin1String sign : {QLatin1String("p < "), QLatin1String("p = ")})
        text.replace(sign, QString(sign).replace(QLatin1Char(' '), QChar::Nbsp));
    return text;
}

} // namespace foretrail
