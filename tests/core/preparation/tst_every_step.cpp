#include "core/preparation/LeakProof.h"
#include "core/preparation/Preparation.h"
#include "tests/support/TestSupport.h"

#include <QJsonDocument>

#include <cmath>
#include <random>

using namespace foretrail;

namespace {

/// Two years of a shop with a weekly rhythm, growth and noise; gaps and outliers on wish.
Series shop(Step step, int length, bool hasGaps, quint64 seed)
{
    Series series{QStringLiteral("s"), QStringLiteral("Shop"), {}, {step, step == Step::None ? 0 : floorToStep(1'262'304'000'000, step)}, {}};
    std::mt19937_64 random(seed);
    std::normal_distribution<double> noise(0, 5);
    std::uniform_real_distribution<double> dice(0, 1);
    for (int t = 0; t < length; ++t) {
        const double value = std::max(0.0, 100 + 0.05 * t + 20 * std::sin(2 * M_PI * t / 7.0) + noise(random));
        series.values.push_back(hasGaps && t > 0 && dice(random) < 0.05 ? missing : dice(random) < 0.02 ? 5 * value : value);
    }
    return series;
}

/// A step with its initial values, and one for each value of each of its choices.
QList<RecipeStep> variantsOf(const StepInfo &info)
{
    QList<RecipeStep> variants{{info.kind, true, {}}};
    for (const ParameterInfo &parameter : info.parameters)
        if (parameter.type == ParameterType::Choice)
            for (const ParameterChoice &choice : parameter.choices)
                variants.append({info.kind, true, {{parameter.name, choice.name}}});
    return variants;
}

QString nameOf(const RecipeStep &step)
{
    return step.kind + QString::fromUtf8(QJsonDocument(step.parameters).toJson(QJsonDocument::Compact));
}

/// Steps that need every value stand behind one that fills.
Recipe around(const RecipeStep &step)
{
    Recipe recipe;
    const StepInfo *info = StepRegistry::instance().find(step.kind);
    if (info->group != StepGroup::Cleaning && info->group != StepGroup::Alignment)
        recipe.steps << RecipeStep{QStringLiteral("missing"), true, {}};
    recipe.steps << step;
    return recipe;
}

} // namespace

/// What every step must keep, whatever it does: a new step is tested by being registered.
class TestEveryStep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void learnsFromTheTrainingPartAlone_data() { allVariants(); }
    void learnsFromTheTrainingPartAlone()
    {
        QFETCH(RecipeStep, step);
        for (const Step axis : {Step::Day, Step::Hour, Step::None}) {
            PreparationRequest request{around(step), shop(axis, 730, true, 3), {}, 60, 14};
            JobContext job;
            const auto report = proveNoLeak(request, {}, 7, job);
            if (!report) { // some steps need a calendar, or cannot refine one; they say so
                QVERIFY(axis != Step::Day || StepRegistry::instance().find(step.kind)->group == StepGroup::Alignment
                        || report.error().code == ErrorCode::InvalidInput);
                QVERIFY2(!report.error().message.isEmpty(), qPrintable(nameOf(step)));
                continue;
            }
            QVERIFY2(report->holds(), qPrintable(nameOf(step) + report->sentence()));
            QVERIFY(report->perturbed > 0 && report->observations > 0);
        }
    }

    void findsTheWayBack_data() { allVariants(); }
    void findsTheWayBack()
    {
        QFETCH(RecipeStep, step);
        if (!StepRegistry::instance().find(step.kind)->hasInverse)
            QSKIP("This step changes what the unit of the data means, or not the values at all.");
        for (const quint64 seed : {1, 2, 3}) {
            const Series series = shop(Step::Day, 400, seed > 1, seed);
            JobContext job;
            const auto done = Preparation::run({around(step), series, {}, 60}, {}, job);
            VERIFY_RESULT(done);
            const Frame &frame = done->frame();
            const auto filled = Preparation::run({{{}, {{QStringLiteral("missing"), true, {}}}}, series, {}, 60}, {}, job);
            VERIFY_RESULT(filled);
            const std::vector<double> &truth = filled->frame().target.values;
            const auto offset = qint64(truth.size()) - frame.size();
            for (const qint64 origin : {frame.size() / 3, frame.size() - 60, frame.size() - 1}) {
                std::vector<double> ahead(frame.target.values.begin() + origin, frame.target.values.end());
                done->invert(ahead, origin);
                for (size_t h = 0; h < ahead.size(); ++h) {
                    const double expected = truth[size_t(offset + origin) + h];
                    QVERIFY2(std::fabs(ahead[h] - expected) <= 1e-9 * std::max(1.0, std::fabs(expected)),
                             qPrintable(QStringLiteral("%1 at %2+%3: %4 for %5").arg(nameOf(step)).arg(origin).arg(h).arg(ahead[h]).arg(expected)));
                }
            }
        }
    }

    void survivesPoorSeries_data() { allVariants(); }
    void survivesPoorSeries()
    {
        QFETCH(RecipeStep, step);
        const QList<std::vector<double>> poor{{5}, {5, 5, 5, 5, 5, 5, 5, 5}, std::vector<double>(100, 0.0), {1, missing}, {missing, missing, 3}};
        for (const std::vector<double> &values : poor) {
            for (const Step axis : {Step::Day, Step::Month, Step::None}) {
                JobContext job;
                StepProblem problem;
                const auto done = Preparation::run({around(step), {QStringLiteral("p"), {}, {}, {axis, 0}, values}, {}, {}, 3}, {}, job, &problem);
                if (!done) {
                    QVERIFY2(done.error().message.size() > 10, qPrintable(nameOf(step)));
                    continue;
                }
                const Frame &frame = done->frame();
                QCOMPARE(frame.actual.size(), frame.target.values.size());
                QCOMPARE(frame.marks.size(), frame.target.values.size());
                for (const FeatureColumn &column : frame.columns)
                    QCOMPARE(qint64(column.values.size()), frame.size() + frame.ahead);
                for (const double value : frame.target.values)
                    QVERIFY2(!std::isinf(value), qPrintable(nameOf(step)));
            }
        }
    }

private:
    void allVariants()
    {
        QTest::addColumn<RecipeStep>("step");
        for (const StepInfo &info : StepRegistry::instance().steps())
            for (const RecipeStep &step : variantsOf(info))
                QTest::newRow(qPrintable(nameOf(step))) << step;
    }
};

FORETRAIL_TEST_MAIN(TestEveryStep, QCoreApplication)
#include "tst_every_step.moc"
