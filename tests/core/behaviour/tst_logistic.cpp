// Forty cases made by remainders. Without a ridge: weights, likelihood and probabilities of statsmodels' Logit; with one: those of scipy's
// BFGS on the penalised likelihood of standardised features.
#include "core/behaviour/intent/LogisticRegression.h"
#include "tests/support/TestSupport.h"

#include <QJsonArray>

#include <cmath>

using namespace foretrail;

namespace {

struct Cases {
    FeatureRows rows{3, {}};
    std::vector<bool> happened;
};

/// The third feature never varies.
Cases cases()
{
    Cases made;
    for (int i = 0; i < 40; ++i) {
        const int first = i * 7 % 11, second = i * 5 % 13;
        made.rows.values.insert(made.rows.values.end(), {double(first), second / 4.0, 5.0});
        made.happened.push_back(first + second + i * i * 3 % 29 > 22);
    }
    return made;
}

bool isClose(double a, double b, double by = 1e-6) { return std::abs(a - b) < by; }

} // namespace

class TestLogistic : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asStatsmodels();
    void ridge();
    void contributionsAddUp();
    void featuresThatMayNotWeigh();
    void signsThatWeightsMayHave();
    void refusals();
    void separable();
    void storedAndRead();
};

void TestLogistic::asStatsmodels()
{
    JobContext job;
    const Cases made = cases();
    const auto model = LogisticRegression::fit(made.rows, made.happened, 0, job);
    VERIFY_RESULT(model);
    QVERIFY(isClose(model->probability(std::vector<double>{4, 1.5, 5}), 0.5991413224038473));
    QVERIFY(isClose(model->probability(std::vector<double>{10, 0.25, 5}), 0.8084093642260735));
    double likelihood = 0;
    for (size_t i = 0; i < made.happened.size(); ++i) {
        const double p = model->probability(made.rows.row(i));
        likelihood += std::log(made.happened[i] ? p : 1 - p);
    }
    QVERIFY(isClose(likelihood, -19.953234955806458, 1e-8));
    // Per unit of the features themselves.
    const double unit = model->contributions(std::vector<double>{5, 1, 5})[0] - model->contributions(std::vector<double>{4, 1, 5})[0];
    QVERIFY(isClose(unit, 0.3393809397623056));
    QCOMPARE(model->weights()[2], 0.0);
}

void TestLogistic::ridge()
{
    JobContext job;
    const Cases made = cases();
    const auto model = LogisticRegression::fit(made.rows, made.happened, 5, job);
    VERIFY_RESULT(model);
    QVERIFY(isClose(model->offset(), 0.5871525081397575));
    QVERIFY(isClose(model->weights()[0], 0.6135284207385473));
    QVERIFY(isClose(model->weights()[1], 0.4379061007603466));
}

void TestLogistic::contributionsAddUp()
{
    JobContext job;
    const Cases made = cases();
    const auto model = LogisticRegression::fit(made.rows, made.happened, 1, job);
    VERIFY_RESULT(model);
    double odds = model->offset();
    for (const double part : model->contributions(made.rows.row(7)))
        odds += part;
    QVERIFY(isClose(1 / (1 + std::exp(-odds)), model->probability(made.rows.row(7)), 1e-12));
}

void TestLogistic::featuresThatMayNotWeigh()
{
    JobContext job;
    const Cases made = cases();
    const auto model = LogisticRegression::fit(made.rows, made.happened, 1, job, {true, false, true});
    VERIFY_RESULT(model);
    QCOMPARE(model->weights()[1], 0.0);
    QCOMPARE(model->probability(std::vector<double>{4, 1, 5}), model->probability(std::vector<double>{4, 100, 5}));
}

// A bound that the free maximum keeps changes nothing; one that it breaks leaves the weight at 0, and the others are those of a
// regression without that feature (the likelihood is concave, so its maximum within the bounds lies on the bound).
void TestLogistic::signsThatWeightsMayHave()
{
    JobContext job;
    const Cases made = cases();
    const auto freely = LogisticRegression::fit(made.rows, made.happened, 1, job);
    VERIFY_RESULT(freely);
    const int first = freely->weights()[0] > 0 ? 1 : -1, second = freely->weights()[1] > 0 ? 1 : -1;
    const auto kept = LogisticRegression::fit(made.rows, made.happened, 1, job, {}, {first, second, 1});
    const auto broken = LogisticRegression::fit(made.rows, made.happened, 1, job, {}, {first, -second, 0});
    const auto apart = LogisticRegression::fit(made.rows, made.happened, 1, job, {true, false, true});
    for (const auto *model : {&kept, &broken, &apart})
        VERIFY_RESULT(*model);
    QCOMPARE(broken->weights()[1], 0.0);
    for (size_t i = 0; i < made.rows.count(); ++i) {
        QVERIFY(isClose(kept->probability(made.rows.row(i)), freely->probability(made.rows.row(i)), 1e-8));
        QVERIFY(isClose(broken->probability(made.rows.row(i)), apart->probability(made.rows.row(i)), 1e-8));
    }
}

void TestLogistic::refusals()
{
    JobContext job;
    const Cases made = cases();
    const auto alike = LogisticRegression::fit(made.rows, std::vector<bool>(40, true), 1, job);
    QVERIFY(!alike && alike.error().code == ErrorCode::TooShort);
    job.requestStop();
    const auto stopped = LogisticRegression::fit(made.rows, made.happened, 1, job);
    QVERIFY(!stopped && stopped.error().isCancelled());
}

// Both classes apart without error: a ridge keeps the weights finite.
void TestLogistic::separable()
{
    JobContext job;
    FeatureRows rows{1, {1, 2, 3, 4, 5, 6}};
    const auto model = LogisticRegression::fit(rows, {false, false, false, true, true, true}, 0.1, job);
    VERIFY_RESULT(model);
    QVERIFY(model->probability(std::vector<double>{1}) < 0.05 && model->probability(std::vector<double>{6}) > 0.95);
    QVERIFY(isClose(model->probability(std::vector<double>{3.5}), 0.5));
}

void TestLogistic::storedAndRead()
{
    JobContext job;
    const Cases made = cases();
    const auto model = LogisticRegression::fit(made.rows, made.happened, 1, job);
    VERIFY_RESULT(model);
    const auto read = LogisticRegression::fromJson(model->toJson());
    VERIFY_RESULT(read);
    QCOMPARE(read->probability(made.rows.row(3)), model->probability(made.rows.row(3)));
    QJsonObject broken = model->toJson();
    broken.insert(QStringLiteral("means"), QJsonArray{1});
    QVERIFY(!LogisticRegression::fromJson(broken));
}

FORETRAIL_TEST_MAIN(TestLogistic, QCoreApplication)
#include "tst_logistic.moc"
