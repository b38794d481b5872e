#include "core/series/FastFourier.h"
#include "core/series/Spectrum.h"
#include "tests/support/ReferenceTable.h"

#include <numbers>
#include <numeric>
#include <random>

using namespace foretrail;

namespace {

std::vector<double> numbersIn(const QString &file)
{
    std::vector<double> values;
    for (const QByteArray &text : test::readAll(test::dataFile(file)).simplified().split(' '))
        values.push_back(text.toDouble());
    return values;
}

std::vector<double> noise(size_t length, quint64 seed)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    std::vector<double> values(length);
    std::generate(values.begin(), values.end(), [&] { return normal(random); });
    return values;
}

double sumOf(const std::vector<double> &values) { return std::accumulate(values.begin(), values.end(), 0.0); }

double varianceOf(const std::vector<double> &values)
{
    double squares = 0;
    const double mean = sumOf(values) / double(values.size());
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return squares / double(values.size());
}

/// `count` powers of which the first has this share.
std::vector<double> powersWithShare(int count, double share)
{
    std::vector<double> powers(size_t(count), (1 - share) / (count - 1));
    powers[0] = share;
    return powers;
}

/// Sales of a shop that is closed on one day of the week, grows, and sells more in summer.
std::vector<double> dailyShop(int length)
{
    const double week[] = {0.9, 1.0, 1.05, 1.3, 1.1, 0, 0.7};
    std::vector<double> values = noise(size_t(length), 4);
    for (int t = 0; t < length; ++t) {
        const double level = (500 + 0.2 * t) * (1 + 0.3 * std::sin(2 * std::numbers::pi * t / 365.25));
        values[size_t(t)] = week[t % 7] * level * (1 + 0.2 * values[size_t(t)]);
    }
    return values;
}

/// Visits by the hour: a day with two humps, quieter at weekends.
std::vector<double> hourlyVisits(int days)
{
    std::vector<double> values = noise(size_t(days) * 24, 5);
    for (int t = 0; t < days * 24; ++t) {
        const double hour = t % 24;
        const double day = std::exp(-(hour - 12) * (hour - 12) / 8) + 1.5 * std::exp(-(hour - 20) * (hour - 20) / 4);
        values[size_t(t)] = 100 * day * (t / 24 % 7 < 5 ? 1.0 : 0.6) + 20 + 10 * values[size_t(t)];
    }
    return values;
}

/// The series named `id` in a wide file of ../shared/data; empty where that is absent.
std::vector<double> sharedSeries(const QString &file, const QByteArray &id)
{
    std::vector<double> values;
    const QString path = test::sharedFile(file);
    if (path.isEmpty())
        return values;
    for (const QByteArray &line : test::readAll(path).split('\n')) {
        const QList<QByteArray> cells = line.trimmed().replace('"', "").split(',');
        if (cells[0] != id)
            continue;
        for (qsizetype i = 1; i < cells.size() && !cells[i].isEmpty(); ++i)
            values.push_back(cells[i].toDouble());
    }
    return values;
}

} // namespace

class TestSpectrum : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fastFourierEqualsTheDefinition()
    {
        for (const size_t size : {1, 2, 3, 8, 12, 64, 97, 210}) {
            const std::vector<double> values = noise(size, size);
            const auto fast = fastFourier(values);
            QCOMPARE(fast.size(), size);
            for (size_t k = 0; k < size; ++k) {
                std::complex<double> slow = 0;
                for (size_t t = 0; t < size; ++t)
                    slow += values[t] * std::polar(1.0, -2 * std::numbers::pi * double(k * t) / double(size));
                QVERIFY(std::abs(slow - fast[k]) < 1e-11);
            }
        }
        QVERIFY(fastFourier({}).empty());
    }
    void aSineHasItsPowerAtOneFrequency()
    {
        for (const int length : {210, 256}) {
            const int waves = 15;
            std::vector<double> values;
            for (int t = 0; t < length; ++t)
                values.push_back(7 + 3 * std::sin(2 * std::numbers::pi * waves * t / length));
            const Spectrum spectrum = periodogram(values, false);
            QCOMPARE(spectrum.frequency.size(), size_t(length / 2));
            for (int k = 1; k <= length / 2; ++k)
                QVERIFY(std::abs(spectrum.power[size_t(k - 1)] - (k == waves ? 4.5 : 0.0)) < 1e-12);
            QCOMPARE(spectrum.frequency[waves - 1], double(waves) / length);
            const auto peaks = strongestPeaks(spectrum, 1);
            QCOMPARE(peaks.size(), size_t(1));
            QVERIFY(std::abs(peaks[0].period - double(length) / waves) < 1e-12);
            QVERIFY(std::abs(peaks[0].share - 1) < 1e-12);
        }
    }
    /// Parseval.
    void powersSumToTheVariance()
    {
        for (const size_t size : {3, 4, 31, 128, 1009}) {
            const std::vector<double> values = noise(size, 9);
            QVERIFY(std::abs(sumOf(periodogram(values, false).power) / varianceOf(values) - 1) < 1e-12);
        }
    }
    /// R 4.2.2: spec.pgram(taper = 0, detrend = TRUE, fast = FALSE), whose figures are n / 2 of ours (n at frequency 1/2).
    void equalsR()
    {
        const Spectrum lynx = periodogram(numbersIn(QStringLiteral("lynx.txt")));
        QCOMPARE(lynx.power.size(), size_t(57));
        const double expected[] = {1355119.315988, 116584.9948269, 11907562.33665, 1747302.74972};
        for (size_t i = 0; i < 4; ++i)
            QVERIFY(std::abs(lynx.power[i] * 114 / 2 / expected[i] - 1) < 1e-11);
        QVERIFY(std::abs(lynx.power[55] * 114 / 2 / 178150.6660136 - 1) < 1e-11);
        QVERIFY(std::abs(lynx.power[56] * 114 / 188916.4570539 - 1) < 1e-11);
        const auto peaks = strongestPeaks(lynx, 2);
        QVERIFY(std::abs(peaks[0].period - 9.5) < 1e-12);
        QVERIFY(std::abs(peaks[0].power * 114 / 2 / 73040352.39781 - 1) < 1e-11);
        QVERIFY(std::abs(peaks[1].period - 38) < 1e-12);
        const Spectrum sunspots = periodogram(numbersIn(QStringLiteral("sunspots.txt")));
        QVERIFY(std::abs(sunspots.power[0] * 289 / 2 / 5060.255128634 - 1) < 1e-11);
        QVERIFY(std::abs(sunspots.power[2] * 289 / 2 / 16891.07905283 - 1) < 1e-11);
    }
    void aLineHasNoPower()
    {
        std::vector<double> line;
        for (int t = 0; t < 50; ++t)
            line.push_back(4 - 0.3 * t);
        QVERIFY(sumOf(periodogram(line).power) < 1e-20);
        line[20] = line[21] = missing; // bridged by the same line
        QVERIFY(sumOf(periodogram(line).power) < 1e-20);
    }
    void hasNoSpectrumOfNothing()
    {
        QVERIFY(periodogram({}).power.empty());
        const std::vector<double> two{1, 2};
        QVERIFY(periodogram(two).power.empty());
        const std::vector<double> gaps(20, missing);
        QVERIFY(periodogram(gaps).frequency.empty());
        const std::vector<double> constant(20, 3.0);
        QVERIFY(strongestPeaks(periodogram(constant), 3).empty());
    }
    /// By hand: 2 (1 - x); 3 (1 - x)^2 - 3 (1 - 2x)^2. The longer ones by R's choose() in the same sum.
    void fisherProbabilities()
    {
        QVERIFY(std::abs(fisherG(powersWithShare(2, 0.8)) - 0.4) < 1e-14);
        QVERIFY(std::abs(fisherG(powersWithShare(3, 0.5)) - 0.75) < 1e-14);
        QVERIFY(std::abs(fisherG(powersWithShare(3, 0.4)) - 0.96) < 1e-14);
        QVERIFY(std::abs(fisherG(powersWithShare(10, 0.4)) - 0.10075392) < 1e-12);
        QVERIFY(std::abs(fisherG(powersWithShare(20, 0.3)) - 0.0227925676905) < 1e-12);
        QVERIFY(std::abs(fisherG(powersWithShare(50, 0.15)) - 0.0173664519722) < 1e-12);
        QCOMPARE(fisherG(powersWithShare(30, 1.0)), 0.0);
        QCOMPARE(fisherG(powersWithShare(1000, 0.0011)), 1.0);
        QCOMPARE(fisherG({}), 1.0);
        const std::vector<double> still(5, 0.0);
        QCOMPARE(fisherG(still), 1.0);
    }
    /// In white noise the probability is uniform: 5 % of 2,000 are 100, with a standard deviation of 9.7.
    void fisherIsTrueInNoise()
    {
        int below = 0;
        for (quint64 seed = 0; seed < 2000; ++seed)
            below += fisherG(periodogram(noise(61, seed), false).power) < 0.05;
        QVERIFY(below > 70 && below < 130);
    }
    void proposesTheWeekOfAShop()
    {
        QCOMPARE(proposedSeasons(dailyShop(300), Step::Day), std::vector<int>{7});
        std::vector<double> withGaps = dailyShop(300);
        for (size_t t = 5; t < withGaps.size(); t += 7)
            withGaps[t] = missing;
        QCOMPARE(proposedSeasons(withGaps, Step::Day), std::vector<int>{7});
        QCOMPARE(proposedSeasons(dailyShop(2000), Step::Day), (std::vector<int>{7, 365}));
    }
    void proposesDayAndWeekOfHours()
    {
        QCOMPARE(proposedSeasons(hourlyVisits(60), Step::Hour), (std::vector<int>{24, 168}));
    }
    void proposesMonths()
    {
        const auto passengers = test::referenceTable(QStringLiteral("decomposition/stl_airpassengers.csv"))["value"];
        QCOMPARE(proposedSeasons(passengers, Step::Month), std::vector<int>{12});
        const auto temperatures = test::referenceTable(QStringLiteral("decomposition/stl_nottem.csv"))["value"];
        QCOMPARE(proposedSeasons(temperatures, Step::Month), std::vector<int>{12});
    }
    void proposesAPeriodWithoutACalendar()
    {
        QCOMPARE(proposedSeasons(numbersIn(QStringLiteral("sunspots.txt")), Step::Year), std::vector<int>{11});
        std::vector<double> values = noise(330, 6);
        for (size_t t = 0; t < values.size(); ++t) // two unlike waves in 11 steps
            values[t] += 3 * std::sin(4 * std::numbers::pi * double(t) / 11) + (t % 11 == 0 ? 1 : 0);
        QCOMPARE(proposedSeasons(values, Step::None), std::vector<int>{11});
    }
    void proposesNothingInNoise()
    {
        int proposed = 0;
        for (quint64 seed = 0; seed < 1000; ++seed)
            proposed += !proposedSeasons(noise(90, seed), Step::Day).empty();
        QVERIFY(proposed <= 18); // 1 % of 1,000 are 10, with a standard deviation of 3.1
    }
    void proposesLittleInARandomWalk()
    {
        int proposed = 0;
        for (quint64 seed = 0; seed < 200; ++seed) {
            std::vector<double> walk = noise(200, seed);
            std::partial_sum(walk.begin(), walk.end(), walk.begin());
            proposed += !proposedSeasons(walk, Step::Day).empty();
        }
        QVERIFY(proposed <= 20); // a tenth: its powers are not those of noise, only alike nearby
    }
    void proposesNothingOfNothing()
    {
        QVERIFY(proposedSeasons({}, Step::Day).empty());
        QVERIFY(proposedSeasons(std::vector<double>(100, missing), Step::Day).empty());
        QVERIFY(proposedSeasons(std::vector<double>(100, 2.0), Step::Day).empty());
        QVERIFY(proposedSeasons(dailyShop(19), Step::Day).empty());
    }
    void proposesSeasonsOfRealSeries()
    {
        const std::vector<double> hourly = sharedSeries(QStringLiteral("m4/Hourly-train.csv"), "H144");
        if (hourly.empty())
            QSKIP("The real data are not beside the project.");
        QCOMPARE(proposedSeasons(hourly, Step::Hour), (std::vector<int>{24, 168}));
        const std::vector<double> monthly = sharedSeries(QStringLiteral("m3/M3-Monthly-train.csv"), "N1684");
        QCOMPARE(proposedSeasons(monthly, Step::Month), std::vector<int>{12});
    }
};

FORETRAIL_TEST_MAIN(TestSpectrum, QCoreApplication)
#include "tst_spectrum.moc"
