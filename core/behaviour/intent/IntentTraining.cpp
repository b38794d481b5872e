#include "core/behaviour/intent/IntentTraining.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

/// A share that few cases never make a certainty (half a case for and half a case against are added: Krichevsky and Trofimov 1981).
double steadyShare(double happened, double cases) { return (happened + 0.5) / (cases + 1); }

struct IntentTrainingText { Q_DECLARE_TR_FUNCTIONS(foretrail::IntentTraining) };

constexpr size_t mostNetworkCases = 40'000;

QString cellName(ItemCell cell) { return cell == ItemCell::Gru ? QStringLiteral("gru") : QStringLiteral("lstm"); }

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

Result<IntentCases> IntentCandidates::casesOf(const std::vector<IntentExample> &examples, JobContext &job) const
{
    IntentCases cases{examples, featureRows(m_log, examples, job), {}};
    if (job.stopRequested())
        return fail(Error::cancelled());
    for (const IntentExample &example : examples)
        cases.happened.push_back(example.happened);
    return cases;
}

std::vector<SequenceCase> IntentCandidates::sequencesOf(const IntentCases &cases) const
{
    LogCalendar calendar(m_log);
    std::vector<SequenceCase> sequences;
    for (size_t i = 0; i < cases.examples.size(); ++i)
        sequences.push_back(sequenceCase(m_log.of(cases.examples[i].user), cases.examples[i], full().model, cases.rows.row(i), calendar));
    return sequences;
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

Result<void> IntentCandidates::learnNetwork(ItemCell cell, const IntentCases &training, const IntentCases &validation, JobContext &job)
{
    EventNetworkSettings settings;
    settings.cell = cell;
    settings.seed = m_request.seed;
    Network one{EventSequenceNetwork(settings, full().model), {}, 0};
    const Result<void> done = one.network.train(thinned(sequencesOf(training), mostNetworkCases), thinned(sequencesOf(validation), mostNetworkCases), job);
    if (!done && done.error().code == ErrorCode::Unsupported && m_request.model == QStringLiteral("auto")) {
        m_notes << done.error().message;
        return {};
    }
    if (!done)
        return done;
    const std::vector<double> said = one.network.probabilities(sequencesOf(validation));
    one.calibration = intentCalibration(said, validation.happened);
    one.loss = probabilityScores(calibrated(one.calibration, said), validation.happened).logLoss;
    m_networks.insert(cellName(cell), std::move(one));
    return {};
}

Result<void> IntentCandidates::learnNetworks(const IntentCases &training, const IntentCases &validation, JobContext &job)
{
    const bool isAuto = m_request.model == QStringLiteral("auto");
    for (const ItemCell cell : {ItemCell::Gru, ItemCell::Lstm})
        if (m_request.model == cellName(cell) || (isAuto && (cell == ItemCell::Gru || m_request.triesLstm)))
            if (const Result<void> done = learnNetwork(cell, training, validation, job); !done)
                return done;
    return {};
}

/// The better simple one, or the full one where that gains enough; null where none has a lower loss than the share.
const IntentRegression *IntentCandidates::bestRegression(double rateLoss) const
{
    const IntentRegression *best = nullptr;
    for (const IntentRegression &one : m_regressions) {
        const double asked = best && &one == &full() ? (1 - leastIntentGain) * best->loss : best ? best->loss : rateLoss;
        if (one.loss < asked)
            best = &one;
    }
    return best;
}

void IntentCandidates::tellRegression(double rateLoss)
{
    const QLocale locale;
    const IntentRegression *best = bestRegression(rateLoss);
    m_model.chosen = best ? best->name : QStringLiteral("rate");
    if (!best)
        m_notes << IntentTrainingText::tr("What users did before does not tell them apart here: everybody gets the share of all.");
    else if (best != &full())
        m_notes << IntentTrainingText::tr("A simple figure alone (%1) says as much as all that users did: log loss %2 against %3 on the held back part, where a gain of 1 % is asked for. It is taken.")
                       .arg(intentModelWords(best->name, m_model.question), locale.toString(best->loss, 'f', 4), locale.toString(full().loss, 'f', 4));
}

void IntentCandidates::choose(double rateLoss)
{
    const QLocale locale;
    if (m_request.model != QStringLiteral("auto")) {
        m_model.chosen = m_request.model;
        return;
    }
    tellRegression(rateLoss);
    const auto best = std::min_element(m_networks.cbegin(), m_networks.cend(), [](const Network &a, const Network &b) { return a.loss < b.loss; });
    if (best == m_networks.cend())
        return;
    double least = rateLoss;
    for (const IntentRegression &one : m_regressions)
        least = std::min(least, one.loss);
    const QString gain = locale.toString(std::max(0.0, 100 * (1 - best->loss / least)), 'f', 1);
    if (best->loss <= (1 - leastIntentGain) * least) {
        m_model.chosen = best.key();
        m_notes << IntentTrainingText::tr("The network (%1) is taken: its log loss on the held back part is %2 % lower than that of the best without one.").arg(best.key(), gain);
    } else {
        m_notes << IntentTrainingText::tr("The order of events adds too little: the best network (%1) lowers the log loss by %2 % where a gain of 1 % is asked for.").arg(best.key(), gain);
    }
}

Result<void> IntentCandidates::learnAgain(const IntentCases &all, JobContext &job)
{
    for (IntentRegression &one : m_regressions)
        if (const Result<void> done = one.learnAgain(all, job); !done)
            return done;
    for (Network &one : m_networks) {
        EventNetworkSettings settings = one.network.settings();
        settings.epochs = one.network.bestEpoch();
        one.network = EventSequenceNetwork(settings, full().model);
        if (const Result<void> done = one.network.train(thinned(sequencesOf(all), mostNetworkCases), {}, job); !done)
            return done;
    }
    if (const auto chosen = m_networks.constFind(m_model.chosen); chosen != m_networks.cend()) {
        m_model.network = chosen->network;
        m_model.networkCalibration = chosen->calibration;
    }
    const auto taken = std::ranges::find(m_regressions, m_model.chosen, &IntentRegression::name);
    const IntentRegression &told = taken == m_regressions.end() ? full() : *taken;
    m_model.logistic = told.model;
    m_model.logisticCalibration = told.calibration;
    return {};
}

void IntentCandidates::judgeValidation(const IntentCases &validation)
{
    m_validation.append({QStringLiteral("rate"), probabilityScores(std::vector<double>(validation.examples.size(), m_model.rate), validation.happened)});
    for (const IntentRegression &one : m_regressions)
        m_validation.append({one.name, probabilityScores(one.probabilities(validation.rows), validation.happened)});
    for (auto one = m_networks.cbegin(); one != m_networks.cend(); ++one)
        m_validation.append({one.key(), probabilityScores(calibrated(one->calibration, one->network.probabilities(sequencesOf(validation))), validation.happened)});
}

IntentCases IntentCandidates::joined(const IntentCases &training, const IntentCases &validation)
{
    IntentCases all = training;
    all.examples.insert(all.examples.end(), validation.examples.begin(), validation.examples.end());
    all.rows.values.insert(all.rows.values.end(), validation.rows.values.begin(), validation.rows.values.end());
    all.happened.insert(all.happened.end(), validation.happened.begin(), validation.happened.end());
    return all;
}

Result<void> IntentCandidates::learn(const IntentSplit &split, JobContext &job)
{
    job.report(0, 4, IntentTrainingText::tr("Describing users"));
    const Result<IntentCases> training = casesOf(split.training, job), validation = casesOf(split.validation, job);
    if (!training || !validation)
        return fail(Error::cancelled());
    m_model.rate = steadyShare(double(std::count(training->happened.begin(), training->happened.end(), true)), double(training->happened.size()));
    const double rateLoss = probabilityScores(std::vector<double>(validation->examples.size(), m_model.rate), validation->happened).logLoss;
    job.report(1, 4, IntentTrainingText::tr("Weighing what users did"));
    Result<std::vector<IntentRegression>> regressions = learnRegressions(m_model.question, *training, *validation, m_notes, job);
    if (!regressions)
        return fail(regressions.error());
    m_regressions = std::move(*regressions);
    JobContext networks = job.part(2, 1, 4);
    if (const Result<void> done = learnNetworks(*training, *validation, networks); !done)
        return done;
    judgeValidation(*validation);
    if (const Result<void> done = takeRate(split); !done)
        return done;
    choose(rateLoss);
    JobContext again = job.part(3, 1, 4);
    return learnAgain(joined(*training, *validation), again);
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
    for (const IntentRegression &one : m_regressions)
        list.append({one.name, probabilityScores(one.probabilities(rows), happened)});
    for (auto one = m_networks.cbegin(); one != m_networks.cend(); ++one) {
        IntentModel model = m_model;
        model.logistic = full().model;
        model.network = one->network;
        model.networkCalibration = one->calibration;
        list.append({one.key(), probabilityScores(probabilitiesBy(one.key(), model, log, examples, rows), happened)});
    }
    return list;
}

} // namespace foretrail
