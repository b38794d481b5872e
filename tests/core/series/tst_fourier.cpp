#include "core/series/Fourier.h"
#include "tests/support/ReferenceTable.h"

using namespace foretrail;

class TestFourier : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// At a quarter of the period the angles are pi/2, pi, 3 pi/2.
    void termsByHand()
    {
        const std::vector<double> expected{1, 0, 0, -1, -1, 0};
        QVERIFY(test::farthest(fourierTerms(12, 3, 3), expected) < 1e-15);
        QVERIFY(test::farthest(fourierTerms(12, 3, 3 + 12e6), expected) < 1e-9);
        QVERIFY(fourierTerms(12, 0, 3).empty());
        QVERIFY(fourierTerms(12, -1, 3).empty());
    }
    void dropsTheSineThatIsZero()
    {
        QCOMPARE(fourierTermCount(4, 2), 3);
        const std::vector<double> expected{1, 0, -1}; // sin, cos of pi/2; cos of pi
        QVERIFY(test::farthest(fourierTerms(4, 2, 1), expected) < 1e-15);
        QCOMPARE(fourierTermCount(7, 3), 6);
        QCOMPARE(fourierTermCount(365.25, 10), 20);
    }
    void pairsBeyondHalfThePeriodRepeatOthers()
    {
        QCOMPARE(fourierTermCount(7, 9), 6);
        QCOMPARE(fourierTerms(7, 9, 2).size(), size_t(6));
        QCOMPARE(fourierTermCount(1, 3), 0);
    }
    void countFitsTheTerms()
    {
        for (const double period : {2.0, 4.0, 7.0, 12.0, 52.18, 365.25})
            for (int pairs = 0; pairs < 8; ++pairs)
                QCOMPARE(fourierTerms(period, pairs, 5).size(), size_t(fourierTermCount(period, pairs)));
    }
    /// R 4.2.2, lm.fit on intercept, line and K pairs, AICc by the formula; K = 2 of nottem equals forecast's
    /// CV(lm(...))["AICc"]. nottem: 1035.81 452.02 408.44 409.80 ..; log(AirPassengers)[1:143]: .. -787.59 (4)
    /// -793.74 (5) -791.86 (6); log(co2): .. -5061.06 (1) -5123.15 (2) -5120.38 (3); sunspot.year with period 11:
    /// 2117.13 2021.96 2022.73.
    void pairsEqualR()
    {
        const auto pairsOf = [](const char *file, double period, int most) {
            return fourierPairsByAicc(test::referenceTable(QStringLiteral("decomposition/") + QLatin1String(file))["value"],
                                      period, most);
        };
        QCOMPARE(pairsOf("stl_nottem.csv", 12, 6), 2);
        QCOMPARE(pairsOf("stl_airpassengers.csv", 12, 6), 5);
        QCOMPARE(pairsOf("stl_airpassengers.csv", 12, 3), 3);
        QCOMPARE(pairsOf("stl_co2.csv", 12, 6), 2);
        QCOMPARE(pairsOf("stl_co2.csv", 12, 0), 0);
    }
    void takesTheFewestThatFitExactly()
    {
        std::vector<double> values;
        for (int t = 0; t < 70; ++t)
            values.push_back(3 + 0.2 * t + fourierTerms(7, 1, t)[0] - 2 * fourierTerms(7, 2, t)[3]);
        QCOMPARE(fourierPairsByAicc(values, 7, 3), 2);
        values[10] = values[33] = missing;
        QCOMPARE(fourierPairsByAicc(values, 7, 3), 2);
        const std::vector<double> constant(30, 4.0);
        QCOMPARE(fourierPairsByAicc(constant, 7, 3), 0);
    }
    void triesOnlyWhatTheLengthAllows()
    {
        const std::vector<double> values{1, 5, 2, 6, 1, 7};
        QCOMPARE(fourierPairsByAicc(values, 3, 1), 0);
        QCOMPARE(fourierPairsByAicc({}, 7, 3), 0);
        const std::vector<double> nothing(50, missing);
        QCOMPARE(fourierPairsByAicc(nothing, 7, 3), 0);
    }
};

FORETRAIL_TEST_MAIN(TestFourier, QCoreApplication)
#include "tst_fourier.moc"
