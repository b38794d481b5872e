// Recursive least squares against batch solutions by Eigen, and autoregressions that go on by it.
#include "core/models/ArContinuation.h"
#include "core/models/ArForecaster.h"
#include "core/models/InnerState.h"
#include "core/models/RecursiveLeastSquares.h"
#include "tests/support/TestSupport.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <QJsonDocument>

#include <cmath>
#include <random>

using namespace foretrail;

namespace {

/// Rows of inputs, the first of which is 1, and what a line with these coefficients and noise says of them.
struct Lines {
    std::vector<std::vector<double>> x;
    std::vector<double> y;

    void add(const std::vector<double> &coefficients, int rows, double noise, std::mt19937 &random)
    {
        std::normal_distribution<double> shock;
        for (int row = 0; row < rows; ++row) {
            std::vector<double> input{1.0};
            while (input.size() < coefficients.size())
                input.push_back(shock(random));
            double value = noise * shock(random);
            for (size_t i = 0; i < input.size(); ++i)
                value += coefficients[i] * input[i];
            x.push_back(std::move(input));
            y.push_back(value);
        }
    }
};

/// argmin sum_t lambda^(n-t) (y_t - x_t'theta)^2 + lambda^n |theta|^2 / delta, by the normal equations in one go.
Eigen::VectorXd weightedRidge(const Lines &lines, double lambda, double delta)
{
    const auto rows = Eigen::Index(lines.y.size()), inputs = Eigen::Index(lines.x.front().size());
    Eigen::MatrixXd x(rows, inputs);
    Eigen::VectorXd y(rows), weight(rows);
    for (Eigen::Index t = 0; t < rows; ++t) {
        for (Eigen::Index i = 0; i < inputs; ++i)
            x(t, i) = lines.x[size_t(t)][size_t(i)];
        y(t) = lines.y[size_t(t)];
        weight(t) = std::pow(lambda, double(rows - 1 - t));
    }
    Eigen::MatrixXd gram = x.transpose() * weight.asDiagonal() * x;
    gram.diagonal().array() += std::pow(lambda, double(rows)) / delta;
    return gram.ldlt().solve(x.transpose() * weight.asDiagonal() * y);
}

RecursiveLeastSquares learnt(const Lines &lines, const RlsSettings &settings)
{
    RecursiveLeastSquares rls(int(lines.x.front().size()), settings);
    for (size_t t = 0; t < lines.y.size(); ++t)
        rls.learn(lines.x[t], lines.y[t]);
    return rls;
}

double largestDifference(const RecursiveLeastSquares &rls, const Eigen::VectorXd &solution)
{
    double largest = 0;
    for (int i = 0; i < rls.inputs(); ++i)
        largest = std::max(largest, std::abs(rls.coefficients()[size_t(i)] - solution(i)));
    return largest;
}

/// y_t = level + 0.6 (y_{t-1} - level) - 0.2 (y_{t-2} - level) + noise; the level changes at `shift`.
Series shifted(int length, int shift, double before, double after)
{
    std::mt19937 random(11);
    std::normal_distribution<double> shock;
    Series series{QStringLiteral("s"), {}, {}, {Step::Day, 0}, {}};
    double one = 0, two = 0;
    for (int t = -50; t < length; ++t) {
        const double next = 0.6 * one - 0.2 * two + shock(random);
        two = one;
        one = next;
        if (t >= 0)
            series.values.push_back((t < shift ? before : after) + next);
    }
    return series;
}

SavedModel savedAr(const Series &series, int order)
{
    ModelSpec spec;
    spec.model = QStringLiteral("ar");
    spec.arOrder = order;
    JobContext job;
    const auto model = makeAr(spec);
    return model->fit(series, {}, job) ? model->save().value() : SavedModel();
}

} // namespace

class TestRecursiveLeastSquares : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsBatchRidge_data()
    {
        QTest::addColumn<double>("lambda");
        QTest::addColumn<double>("delta");
        for (const double lambda : {1.0, 0.999, 0.98, 0.9})
            for (const double delta : {1.0, 100.0, 1e4})
                QTest::addRow("forgetting %g, delta %g", lambda, delta) << lambda << delta;
    }
    void equalsBatchRidge()
    {
        QFETCH(double, lambda);
        QFETCH(double, delta);
        std::mt19937 random(3);
        Lines lines;
        lines.add({2, -1, 0.5, 3, 0}, 120, 0.7, random);
        const RecursiveLeastSquares rls = learnt(lines, {lambda, delta, 1e9});
        const double difference = largestDifference(rls, weightedRidge(lines, lambda, delta));
        QVERIFY2(difference < 1e-8, qPrintable(QString::number(difference)));
        for (int i = 0; i < rls.inputs(); ++i)
            for (int j = 0; j < i; ++j)
                QCOMPARE(rls.covariance(i, j), rls.covariance(j, i));
    }

    // Half way the coefficients change: who forgets comes closer to those of now.
    void followsAChange()
    {
        std::mt19937 random(5);
        Lines lines;
        lines.add({1, 2, -1}, 300, 0.5, random);
        lines.add({3, -1, 1}, 300, 0.5, random);
        const Eigen::Vector3d now(3, -1, 1);
        const double forgetting = largestDifference(learnt(lines, {0.98, 1000, 1e9}), now), never = largestDifference(learnt(lines, {1, 1000, 1e9}), now);
        QVERIFY2(forgetting < 0.25 && never > 0.8, qPrintable(QStringLiteral("%1, %2").arg(forgetting).arg(never)));
    }

    // An input that stands still: with forgetting alone P would grow by 1 / lambda at each step, to 1e21 here.
    void stopsForgettingWhereNothingMoves()
    {
        RecursiveLeastSquares rls(2, {0.95, 100, 10});
        for (int t = 0; t < 1000; ++t)
            rls.learn(std::vector<double>{1, 0}, 5);
        QVERIFY(rls.trace() < 2 * 10 * 100 / 0.95 + 1);
        QVERIFY(std::abs(rls.coefficients()[0] - 5) < 1e-4);
        QCOMPARE(rls.coefficients()[1], 0.0);
    }

    void goesOnFromJson()
    {
        std::mt19937 random(8);
        Lines lines;
        lines.add({1, 2, -1}, 50, 0.5, random);
        RecursiveLeastSquares rls = learnt(lines, {0.97, 500, 10});
        const QByteArray text = QJsonDocument(rls.toJson()).toJson();
        auto read = RecursiveLeastSquares::fromJson(QJsonDocument::fromJson(text).object());
        VERIFY_RESULT(read);
        QCOMPARE(read->settings(), rls.settings());
        QCOMPARE(read->learn(lines.x[3], 7), rls.learn(lines.x[3], 7));
        QCOMPARE(read->coefficients(), rls.coefficients());
        for (const char *key : {"coefficients", "covariance", "forgetting", "delta", "largestTrace"}) {
            QJsonObject damaged = rls.toJson();
            damaged.remove(QString::fromLatin1(key));
            const auto refused = RecursiveLeastSquares::fromJson(damaged);
            QVERIFY(!refused && refused.error().code == ErrorCode::Format);
        }
        QJsonObject narrow = rls.toJson();
        narrow[QStringLiteral("coefficients")] = QJsonArray{1};
        QVERIFY(!RecursiveLeastSquares::fromJson(narrow));
    }

    // Without forgetting it is the ridge of all observations whose centre is the stored model; one step after another or all at once is the same.
    void autoregressionGoesOn()
    {
        const Series series = shifted(400, 300, 20, 26);
        const SavedModel before = savedAr(series.part(0, 300), 2);
        const auto after = continuedAr(before, series, 300, 0.97);
        VERIFY_RESULT(after);
        QCOMPARE(after->steps, 100);
        QVERIFY2(std::abs(after->meanBefore - 20) < 0.5, qPrintable(QString::number(after->meanBefore)));
        QVERIFY2(std::abs(after->meanAfter - 26) < 0.7, qPrintable(QString::number(after->meanAfter)));
        QVERIFY(std::abs(after->deviationAfter - 1) < 0.25);
        QVERIFY(after->largestMove > 0);
        SavedModel stepwise = before;
        for (qint64 known = 300; known < 400; known += 10) {
            const auto some = continuedAr(stepwise, series.part(0, known + 10), known, 0.97);
            VERIFY_RESULT(some);
            stepwise = some->saved;
        }
        const double mean = stepwise.state[QStringLiteral("mean")].toDouble();
        QVERIFY2(std::abs(mean - after->meanAfter) < 1e-9 * std::abs(mean), qPrintable(QString::number(mean - after->meanAfter)));
        ModelSpec spec;
        const auto model = makeAr(spec);
        VERIFY_RESULT(model->restore(stepwise));
        const auto forecast = model->forecast(series, 30, {});
        VERIFY_RESULT(forecast);
        QVERIFY(std::abs(forecast->mean.back() - mean) < 0.01);
    }

    void wrappedStatesKeepTheirWrapping()
    {
        const Series series = shifted(200, 150, 20, 23);
        const SavedModel inner = savedAr(series.part(0, 150), 1);
        SavedModel wrapped;
        wrapped.state = {{QStringLiteral("adapted"), QJsonObject{{QStringLiteral("inner"), inner.state}, {QStringLiteral("scales"), QJsonArray{1}}}},
                         {QStringLiteral("fitted"), 150}};
        const auto one = continuedAr(inner, series, 150, 0.98), other = continuedAr(wrapped, series, 150, 0.98);
        VERIFY_RESULT(one);
        VERIFY_RESULT(other);
        QCOMPARE(innerState(other->saved.state), one->saved.state);
        QCOMPARE(other->saved.state[QStringLiteral("fitted")].toInt(), 150);
        QCOMPARE(other->saved.state[QStringLiteral("adapted")][QStringLiteral("scales")], QJsonArray{1});
    }

    // A model of changes goes on as one of the values would on the changes themselves.
    void changesGoOnAsValuesDo()
    {
        const Series series = shifted(200, 100, 20, 30);
        Series changes = series;
        changes.values = changesOf(series.values, 1);
        const SavedModel ofValues = savedAr(changes.part(0, 149), 3);
        SavedModel ofChanges = ofValues;
        ofChanges.state.remove(QStringLiteral("constant"));
        for (const auto &[key, value] : std::initializer_list<std::pair<const char *, QJsonValue>>{{"lambda", 1}, {"seasonDifference", 0}, {"firstDifference", true}})
            ofChanges.state.insert(QLatin1String(key), value);
        const auto one = continuedAr(ofValues, changes, 149, 0.98), other = continuedAr(ofChanges, series, 150, 0.98);
        VERIFY_RESULT(one);
        VERIFY_RESULT(other);
        QCOMPARE(other->steps, one->steps);
        QCOMPARE(other->saved.state[QStringLiteral("coefficients")], one->saved.state[QStringLiteral("coefficients")]);
        QCOMPARE(other->saved.state[QStringLiteral("mean")], one->saved.state[QStringLiteral("mean")]);
        QVERIFY(!other->saved.state.contains(QStringLiteral("constant")));
        ofChanges.state[QStringLiteral("seasonDifference")] = 7; // changes of changes
        const auto twice = continuedAr(ofChanges, series, 150, 0.98);
        VERIFY_RESULT(twice);
        QCOMPARE(twice->meanAfter, twice->meanBefore);
    }

    // A swing that grows by one per cent a step has poles at 1.01: a forecast of it may not grow for ever.
    void polesAreDrawnBack()
    {
        Series series = shifted(120, 60, 0, 0);
        for (qint64 t = 0; t < series.size(); ++t)
            series.values[size_t(t)] = 0.01 * series.values[size_t(t)] + 30 * std::pow(1.01, double(t)) * std::sin(2 * M_PI * double(t) / 7);
        const auto after = continuedAr(savedAr(series.part(0, 60), 2), series, 60, 0.98);
        VERIFY_RESULT(after);
        std::vector<double> coefficients;
        for (const QJsonValue &value : after->saved.state[QStringLiteral("coefficients")].toArray())
            coefficients.push_back(value.toDouble());
        QVERIFY(!isExplosive(coefficients));
        QVERIFY2(std::abs(std::sqrt(-coefficients[1]) - 1) < 0.02, qPrintable(QString::number(coefficients[1]))); // the radius of both poles
    }

    void saysWhyItCannot()
    {
        const Series series = shifted(100, 50, 20, 20);
        const SavedModel saved = savedAr(series, 2);
        QCOMPARE(continuedAr(saved, series, 100, 0.98).error().code, ErrorCode::TooShort);
        QCOMPARE(continuedAr({}, series, 50, 0.98).error().code, ErrorCode::Format);
        Series explosion = series;
        for (int t = 0; t < 60; ++t)
            explosion.values.push_back(explosion.values.back() * 1.3);
        QCOMPARE(continuedAr(saved, explosion, 100, 0.9).error().code, ErrorCode::Degenerate);
    }
};

FORETRAIL_TEST_MAIN(TestRecursiveLeastSquares, QCoreApplication)
#include "tst_recursiveleastsquares.moc"
