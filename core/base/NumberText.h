#pragma once

#include <QLocale>
#include <QString>

namespace foretrail {

/// As many decimals as its size makes sense of, with thousands separators: "12,345", "0.0123". Empty for NaN.
QString plainNumber(double value, const QLocale &locale = QLocale());

} // namespace foretrail
