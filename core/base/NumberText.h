#pragma once

#include <QLocale>
#include <QString>

namespace foretrail {

/// As many decimals as its size makes sense of, with thousands separators: "12,345", "0.0123". Empty for NaN.
QString plainNumber(double value, const QLocale &locale = QLocale());

/// The same text with no-break spaces between figures (or their places, %1) and the % behind them, and in p < 0.05: no line ends there.
QString unbroken(QString text);

} // namespace foretrail
