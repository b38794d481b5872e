#pragma once

#include "tests/support/TestSupport.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace foretrail::test {

/// Columns of figures by name from tests/data/FILE: a header and rows of numbers between commas.
inline std::map<QByteArray, std::vector<double>> referenceTable(const QString &file)
{
    std::map<QByteArray, std::vector<double>> columns;
    QList<QByteArray> names;
    for (const QByteArray &line : readAll(dataFile(file)).trimmed().split('\n')) {
        const QList<QByteArray> cells = line.trimmed().split(',');
        if (names.isEmpty())
            names = cells;
        else
            for (qsizetype i = 0; i < cells.size(); ++i)
                columns[names[i]].push_back(cells[i].toDouble());
    }
    return columns;
}

/// The largest distance between two columns; NaN where they differ in length or one of their values is NaN.
inline double farthest(const std::vector<double> &a, const std::vector<double> &b)
{
    double most = a.size() == b.size() && !a.empty() ? 0.0 : std::nan("");
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        most = std::isnan(a[i] - b[i]) || std::isnan(most) ? std::nan("") : std::max(most, std::abs(a[i] - b[i]));
    return most;
}

} // namespace foretrail::test
