#include "core/behaviour/intent/IntentTraining.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

/// A share that few cases never make a certainty (half a case for and half a case against are added: Krichevsky and Trofimov 1981).
double steadyShare(double happened, double cases) { return (happened + 0.5) / (cases + 1); }

struct IntentTrainingText { Q_DECLARE_TR_FUNCTIONS(foretrail::IntentTraining) };

constexpr std::array ridges{1.0, 10.0, 30.0, 100.0, 300.0, 1000.0};
constexpr qint64 enoughForIsotonic = 2000; ///< of the rarer outcome: steps are learnt from fewer by chance
constexpr size_t mostNetworkCases = 40'000;

QString cellName(ItemCell cell) { return cell == ItemCell::Gru ? QStringLiteral("gru") : QStringLiteral("lstm"); }

Calibration calibrationOf(const std::vector<double> &said, const std::vector<bool> &happened)
{
    const qint64 positives = std::count(happened.begin(), happened.end(), true);
    const bool isEnough = std::min(positives, qint64(happened.size()) - positives) >= enoughForIsotonic;
    return isEnough ? Calibration::isotonic(said, happened) : Calibration::platt(said, happened);
}

std::vector<double> calibrated(const Calibration &calibration, std::vector<double> said)
{
    for (double &one : said)
        one = calibration.apply(one);
    return said;
}

std::vector<double> saidBy(const LogisticRegression &model, const FeatureRows &rows)
{
    std::vector<double> said;
    for (size_t i = 0; i < rows.count(); ++i)
        said.push_back(model.probability(rows.row(i)));
    return said;
}

std::vector<bool> onlyThese(std::initializer_list<const char *> names)
{
    std::vector<bool> use(intentFeatureCount(), false);
    for (const char *name : names)
        use[featureAt(name)] = true;
    return use;
}

/// Evenly over the list, so that all cut-offs are there.
template<class T>
std::vector<T> thinned(const std::vector<T> &list, size_t most)
{
    const size_t stride = std::max<size_t>(1, (list.size() + most - 1) / most);
    std::vector<T> some;
    for (size_t i = 0; i < list.size(); i += stride)
        some.push_back(list[i]);
    return some;
}

} // namespace

Result<IntentCandidates::Part> IntentCandidates::partOf(const std::vector<IntentExample> &examples, JobContext &job) const
{
    Part part{examples, featureRows(m_log, examples, job), {}};
    if (job.stopRequested())
        return fail(Error::cancelled());
    for (const IntentExample &example : examples)
        part.happened.push_back(example.happened);
    return part;
}

std::vector<SequenceCase> IntentCandidates::casesOf(const Part &part, const LogisticRegression &scale) const
{
    LogCalendar calendar(m_log);
    std::vector<SequenceCase> cases;
    for (size_t i = 0; i < part.examples.size(); ++i)
        cases.push_back(sequenceCase(m_log.of(part.examples[i].user), part.examples[i], scale, part.rows.row(i), calendar));
    return cases;
}

Result<void> IntentCandidates::takeRate(const IntentSplit &split)
{
    double positives = 0;
    for (const auto *part : {&split.training, &split.validation})
        for (const IntentExample &example : *part)
            positives += example.happened ? 1 : 0;
    m_model.rate = steadyShare(positives, double(split.training.size() + split.validation.size()));
    m_model.chosen = QStringLiteral("rate");
    return {};
}

Result<double> IntentCandidates::learnLogistic(const Part &training, const Part &validation, JobContext &job)
{
    double best = INFINITY;
    for (const double ridge : ridges) {
        Result<LogisticRegression> model = LogisticRegression::fit(training.rows, training.happened, ridge, job, usedFeatures(m_model.question.task));
        if (!model)
            return fail(model.error());
        const std::vector<double> said = saidBy(*model, validation.rows);
        Calibration calibration = calibrationOf(said, validation.happened);
        const double loss = probabilityScores(calibrated(calibration, said), validation.happened).logLoss;
        if (loss >= best)
            continue;
        best = loss;
        m_ridge = ridge;
        m_model.logistic = std::move(*model);
        m_model.logisticCalibration = std::move(calibration);
    }
    return best;
}

Result<void> IntentCandidates::learnNetwork(ItemCell cell, const Part &training, const Part &validation, JobContext &job)
{
    EventNetworkSettings settings;
    settings.cell = cell;
    settings.seed = m_request.seed;
    Network one{EventSequenceNetwork(settings, m_model.logistic), {}, 0};
    const Result<void> done = one.network.train(thinned(casesOf(training, m_model.logistic), mostNetworkCases),
                                                thinned(casesOf(validation, m_model.logistic), mostNetworkCases), job);
    if (!done && done.error().code == ErrorCode::Unsupported && m_request.model == QStringLiteral("auto")) {
        m_notes << done.error().message;
        return {};
    }
    if (!done)
        return done;
    const std::vector<double> said = one.network.probabilities(casesOf(validation, m_model.logistic));
    one.calibration = calibrationOf(said, validation.happened);
    one.loss = probabilityScores(calibrated(one.calibration, said), validation.happened).logLoss;
    m_networks.insert(cellName(cell), std::move(one));
    return {};
}

/// Recency and frequency alone: what any table shows.
Result<void> IntentCandidates::learnBaselines(const Part &all, JobContext &job)
{
    const bool ofEvents = !m_model.question.ofPurchases || m_model.question.task == IntentTask::Session;
    m_baselines = {{QStringLiteral("recency"), ofEvents ? onlyThese({"since_event"}) : onlyThese({"since_purchase", "never_bought"}), {}},
                   {QStringLiteral("purchases"), onlyThese({"purchases"}), {}}};
    for (Baseline &baseline : m_baselines) {
        Result<LogisticRegression> model = LogisticRegression::fit(all.rows, all.happened, 1, job, baseline.use);
        if (!model)
            return fail(model.error());
        baseline.model = std::move(*model);
    }
    return {};
}

void IntentCandidates::choose(double rateLoss, double logisticLoss)
{
    const QLocale locale;
    const auto better = [&](double loss, double than) { return locale.toString(100 * (1 - loss / than), 'f', 1); };
    if (m_request.model != QStringLiteral("auto")) {
        m_model.chosen = m_request.model;
        return;
    }
    m_model.chosen = logisticLoss < rateLoss ? QStringLiteral("logistic") : QStringLiteral("rate");
    if (logisticLoss >= rateLoss)
        m_notes << IntentTrainingText::tr("What users did before does not tell them apart here: everybody gets the share of all.");
    const Network *best = nullptr;
    QString name;
    for (auto one = m_networks.cbegin(); one != m_networks.cend(); ++one)
        if (!best || one->loss < best->loss) {
            best = &*one;
            name = one.key();
        }
    const double least = std::min(rateLoss, logisticLoss);
    if (!best)
        return;
    if (best->loss <= (1 - networkGain) * least) {
        m_model.chosen = name;
        m_notes << IntentTrainingText::tr("The network (%1) is taken: its log loss on the held back part is %2 % lower than that of the regression.").arg(name, better(best->loss, least));
    } else {
        m_notes << IntentTrainingText::tr("The order of events adds too little: the best network (%1) changes the log loss by %2 % where a gain of 1 % is asked for, so the regression is taken.")
                       .arg(name, better(best->loss, least));
    }
}

Result<void> IntentCandidates::learnAgain(const Part &all, JobContext &job)
{
    Result<LogisticRegression> logistic = LogisticRegression::fit(all.rows, all.happened, m_ridge, job, usedFeatures(m_model.question.task));
    if (!logistic)
        return fail(logistic.error());
    m_model.logistic = std::move(*logistic);
    for (Network &one : m_networks) {
        EventNetworkSettings settings = one.network.settings();
        settings.epochs = one.network.bestEpoch();
        one.network = EventSequenceNetwork(settings, m_model.logistic);
        if (const Result<void> done = one.network.train(thinned(casesOf(all, m_model.logistic), mostNetworkCases), {}, job); !done)
            return done;
    }
    if (const auto chosen = m_networks.constFind(m_model.chosen); chosen != m_networks.cend()) {
        m_model.network = chosen->network;
        m_model.networkCalibration = chosen->calibration;
    }
    return {};
}

void IntentCandidates::judgeValidation(const Part &validation)
{
    m_validation.append({QStringLiteral("rate"), probabilityScores(std::vector<double>(validation.examples.size(), m_model.rate), validation.happened)});
    m_validation.append({QStringLiteral("logistic"), probabilityScores(calibrated(m_model.logisticCalibration, saidBy(m_model.logistic, validation.rows)), validation.happened)});
    for (auto one = m_networks.cbegin(); one != m_networks.cend(); ++one)
        m_validation.append({one.key(), probabilityScores(calibrated(one->calibration, one->network.probabilities(casesOf(validation, m_model.logistic))), validation.happened)});
}

IntentCandidates::Part IntentCandidates::joined(const Part &training, const Part &validation)
{
    Part all = training;
    all.examples.insert(all.examples.end(), validation.examples.begin(), validation.examples.end());
    all.rows.values.insert(all.rows.values.end(), validation.rows.values.begin(), validation.rows.values.end());
    all.happened.insert(all.happened.end(), validation.happened.begin(), validation.happened.end());
    return all;
}

Result<void> IntentCandidates::learn(const IntentSplit &split, JobContext &job)
{
    job.report(0, 4, IntentTrainingText::tr("Describing users"));
    const Result<Part> training = partOf(split.training, job), validation = partOf(split.validation, job);
    if (!training || !validation)
        return fail(Error::cancelled());
    const Part all = joined(*training, *validation);
    m_model.rate = steadyShare(double(std::count(training->happened.begin(), training->happened.end(), true)), double(training->happened.size()));
    const double rateLoss = probabilityScores(std::vector<double>(validation->examples.size(), m_model.rate), validation->happened).logLoss;
    job.report(1, 4, IntentTrainingText::tr("Weighing what users did"));
    const Result<double> logisticLoss = learnLogistic(*training, *validation, job);
    if (!logisticLoss)
        return fail(logisticLoss.error());
    JobContext networks = job.part(2, 1, 4);
    for (const ItemCell cell : {ItemCell::Gru, ItemCell::Lstm})
        if (m_request.model == cellName(cell) || (m_request.model == QStringLiteral("auto") && (cell == ItemCell::Gru || m_request.triesLstm)))
            if (const Result<void> done = learnNetwork(cell, *training, *validation, networks); !done)
                return done;
    judgeValidation(*validation);
    if (const Result<void> done = takeRate(split).and_then([&] { return learnBaselines(all, job); }); !done)
        return done;
    choose(rateLoss, *logisticLoss);
    JobContext again = job.part(3, 1, 4);
    return learnAgain(all, again);
}

void IntentCandidates::tell(IntentReport &report) const
{
    report.model = m_model;
    report.validation = m_validation;
    report.notes << m_notes;
}

QList<IntentEvaluation> IntentCandidates::judge(const ShopperLog &log, const std::vector<IntentExample> &examples, const FeatureRows &rows) const
{
    std::vector<bool> happened;
    for (const IntentExample &example : examples)
        happened.push_back(example.happened);
    QList<IntentEvaluation> list{{QStringLiteral("rate"), probabilityScores(std::vector<double>(examples.size(), m_model.rate), happened)}};
    for (const Baseline &baseline : m_baselines)
        list.append({baseline.name, probabilityScores(saidBy(baseline.model, rows), happened)});
    if (m_model.logistic.width() > 0)
        list.append({QStringLiteral("logistic"), probabilityScores(probabilitiesBy(QStringLiteral("logistic"), m_model, log, examples, rows), happened)});
    for (auto one = m_networks.cbegin(); one != m_networks.cend(); ++one) {
        IntentModel model = m_model;
        model.network = one->network;
        model.networkCalibration = one->calibration;
        list.append({one.key(), probabilityScores(probabilitiesBy(one.key(), model, log, examples, rows), happened)});
    }
    return list;
}

} // namespace foretrail
