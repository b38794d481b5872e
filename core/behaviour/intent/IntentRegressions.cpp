#include "core/behaviour/intent/IntentRegressions.h"

#include "core/behaviour/intent/ProbabilityScores.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace foretrail {
namespace {

struct IntentRegressionsText { Q_DECLARE_TR_FUNCTIONS(foretrail::IntentRegressions) };

constexpr std::array ridges{1.0, 10.0, 30.0, 100.0, 300.0, 1000.0};

std::vector<bool> onlyThese(std::initializer_list<const char *> names)
{
    std::vector<bool> use(intentFeatureCount(), false);
    for (const char *name : names)
        use[featureAt(name)] = true;
    return use;
}

std::vector<bool> without(std::vector<bool> use, std::initializer_list<IntentSubject> subjects)
{
    const QList<IntentFeature> &features = intentFeatures();
    for (size_t f = 0; f < use.size(); ++f)
        use[f] = use[f] && std::ranges::find(subjects, features[qsizetype(f)].subject) == subjects.end();
    return use;
}

struct LeftOut {
    std::vector<bool> use;
    QString note;
};

/// How busy the days of the test are need not be how busy those before were, and then views and visits mislead.
std::vector<LeftOut> whatMayBeLeftOut(const IntentQuestion &question)
{
    if (!question.ofPurchases)
        return {};
    using enum IntentSubject;
    const std::vector<bool> all = usedFeatures(question.task);
    return {{without(all, {Visits, Breadth}), IntentRegressionsText::tr("Visits and what was looked at are left out: with them the held back part is told worse.")},
            {without(all, {Visits, Breadth, Marks}), IntentRegressionsText::tr("Only purchases weigh: with visits, views, carts and favourites the held back part is told worse.")}};
}

Result<void> learnIfBetter(IntentRegression next, IntentRegression &best, const IntentCases &training, const IntentCases &validation, JobContext &job)
{
    if (const Result<void> done = next.learn(training, validation, job); !done)
        return done;
    if (best.model.width() == 0 || next.loss < best.loss)
        best = std::move(next);
    return {};
}

Result<IntentRegression> learnFull(const IntentQuestion &question, const IntentCases &training, const IntentCases &validation, QStringList &notes, JobContext &job)
{
    IntentRegression best{QStringLiteral("logistic"), usedFeatures(question.task), featureDirections(question.task), 1, {}, {}, 0};
    for (const double ridge : ridges) {
        IntentRegression next = best;
        next.ridge = ridge;
        if (const Result<void> done = learnIfBetter(std::move(next), best, training, validation, job); !done)
            return fail(done.error());
    }
    QString note;
    for (const LeftOut &some : whatMayBeLeftOut(question)) {
        IntentRegression next = best;
        next.use = some.use;
        if (const Result<void> done = learnIfBetter(std::move(next), best, training, validation, job); !done)
            return fail(done.error());
        if (best.use == some.use)
            note = some.note;
    }
    if (!note.isEmpty())
        notes << note;
    return best;
}

} // namespace

std::vector<double> calibrated(const Calibration &calibration, std::vector<double> said)
{
    for (double &one : said)
        one = calibration.apply(one);
    return said;
}

Result<void> IntentRegression::learn(const IntentCases &training, const IntentCases &validation, JobContext &job)
{
    if (const Result<void> done = learnAgain(training, job); !done)
        return done;
    std::vector<double> said;
    for (size_t i = 0; i < validation.rows.count(); ++i)
        said.push_back(model.probability(validation.rows.row(i)));
    calibration = Calibration::chosen(said, validation.happened);
    loss = probabilityScores(calibrated(calibration, said), validation.happened).logLoss;
    return {};
}

Result<void> IntentRegression::learnAgain(const IntentCases &all, JobContext &job)
{
    Result<LogisticRegression> learnt = LogisticRegression::fit(all.rows, all.happened, ridge, job, use, directions);
    if (!learnt)
        return fail(learnt.error());
    model = std::move(*learnt);
    return {};
}

std::vector<double> IntentRegression::probabilities(const FeatureRows &rows) const
{
    std::vector<double> said;
    for (size_t i = 0; i < rows.count(); ++i)
        said.push_back(calibration.apply(model.probability(rows.row(i))));
    return said;
}

Result<std::vector<IntentRegression>> learnRegressions(const IntentQuestion &question, const IntentCases &training, const IntentCases &validation,
                                                       QStringList &notes, JobContext &job)
{
    const bool ofEvents = !question.ofPurchases || question.task == IntentTask::Session;
    std::vector<IntentRegression> list{{QStringLiteral("recency"), ofEvents ? onlyThese({"since_event"}) : onlyThese({"since_purchase", "never_bought"}), {}, 1, {}, {}, 0},
                                       {QStringLiteral("purchases"), onlyThese({"purchases"}), {}, 1, {}, {}, 0}};
    for (IntentRegression &simple : list)
        if (const Result<void> done = simple.learn(training, validation, job); !done)
            return fail(done.error());
    Result<IntentRegression> full = learnFull(question, training, validation, notes, job);
    if (!full)
        return fail(full.error());
    list.push_back(std::move(*full));
    return list;
}

} // namespace foretrail
