#pragma once

#include "tests/core/models/ModelTest.h"

#include <cmath>
#include <random>

namespace foretrail::test {

/// The raw numbers of the Mersenne twister over 2^32: in [0, 1), the same on any platform and in numpy's RandomState(seed).
class Shares {
public:
    explicit Shares(unsigned seed) : m_random(seed) {}
    double next() { return double(m_random()) / 4294967296.0; }
    /// Mean 0, variance 1: twelve added up.
    double shock()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += next();
        return sum;
    }

private:
    std::mt19937 m_random;
};

inline std::vector<double> walk(unsigned seed, size_t count, double start = 100)
{
    Shares shares(seed);
    std::vector<double> values{start};
    while (values.size() < count)
        values.push_back(values.back() + shares.shock());
    return values;
}

/// A week with a closed day, a trend and noise.
inline std::vector<double> shopDays(unsigned seed, size_t count)
{
    const double week[] = {10, 12, 11, 14, 15, 0, 6};
    Shares shares(seed);
    std::vector<double> values;
    for (size_t t = 0; t < count; ++t) {
        const double noise = 0.5 * shares.shock();
        values.push_back(t % 7 == 5 ? 0 : week[t % 7] + 0.01 * double(t) + noise);
    }
    return values;
}

/// Growth of 1 % a month, a season that is a share of it, and noise that is too.
inline std::vector<double> growingMonths(unsigned seed, size_t count)
{
    Shares shares(seed);
    std::vector<double> values;
    for (size_t t = 0; t < count; ++t)
        values.push_back(200 * std::exp(0.01 * double(t) + 0.3 * std::sin(double(t % 12) * 0.5235987755982988) + 0.03 * shares.shock()));
    return values;
}

/// A demand of 1 to 6 at a quarter of the steps.
inline std::vector<double> seldomDays(unsigned seed, size_t count)
{
    Shares shares(seed);
    std::vector<double> values;
    for (size_t t = 0; t < count; ++t) {
        const bool isDemand = shares.next() < 0.25;
        const double size = 1 + std::floor(6 * shares.next());
        values.push_back(isDemand ? size : 0);
    }
    return values;
}

struct KindOfSeries {
    QString name;
    Series series;
};

/// Six kinds, each of three seeds.
inline std::vector<KindOfSeries> kindsOfSeries()
{
    std::vector<KindOfSeries> all;
    for (unsigned seed = 10; seed <= 30; seed += 10) {
        const auto add = [&](const char *name, std::vector<double> values, Step step) {
            all.push_back({QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(seed), seriesOf(std::move(values), step)});
        };
        add("days of a shop", shopDays(seed + 1, 110 + seed), Step::Day);
        add("growing months", growingMonths(seed + 2, 50 + seed), Step::Month);
        add("a walk by weeks", walk(seed + 3, 95 + seed), Step::Week);
        add("around zero", walk(seed + 5, 80 + seed, -3), Step::Day);
        add("seldom", seldomDays(seed + 4, 90 + seed), Step::Day);
        add("nine values", walk(seed + 6, 9), Step::Day);
    }
    return all;
}

inline void addModelsAndKinds()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    const auto kinds = kindsOfSeries();
    for (const ModelInfo &info : ModelRegistry::classical().models())
        for (size_t i = 0; i < kinds.size(); ++i)
            QTest::addRow("%s, %s", qPrintable(info.name), qPrintable(kinds[i].name)) << info.name << int(i);
}

} // namespace foretrail::test
