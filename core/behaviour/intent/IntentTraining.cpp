#include "core/behaviour/intent/IntentTraining.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

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
    Network one{EventSequenceNetwork(settings, full().model), {}};
    const Result<void> done = one.network.train(thinned(sequencesOf(training), mostNetworkCases), thinned(sequencesOf(validation), mostNetworkCases), job);
    if (!done && done.error().code == ErrorCode::Unsupported && m_request.model == QStringLiteral("auto")) {
        m_notes << done.error().message;
        return {};
    }
    if (!done)
        return done;
    one.calibration = Calibration::chosen(one.network.probabilities(sequencesOf(validation)), validation.happened);
    m_networks.insert(cellName(cell), one);
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

double IntentCandidates::lossOf(const QString &name) const
{
    const auto one = std::ranges::find(m_validation, name, &IntentEvaluation::model);
    return one == m_validation.end() ? std::numeric_limits<double>::infinity() : one->scores.logLoss;
}

/// Of these models the one with the lowest log loss; of equal ones the first.
QString IntentCandidates::bestOf(const QStringList &names) const
{
    return *std::ranges::min_element(names, {}, [this](const QString &name) { return lossOf(name); });
}

LossGain IntentCandidates::gainOf(const QString &name, const QString &over, const IntentCases &validation) const
{
    return lossGain(m_said.value(over), m_said.value(name), validation.happened, validation.examples);
}

QString IntentCandidates::gainText(const LossGain &gain)
{
    const QLocale locale;
    const QString error = locale.toString(100 * gain.error / std::max(gain.loss, 1e-12), 'f', 1);
    if (gain.gain <= 0)
        return IntentTrainingText::tr("its log loss on the held back part is not lower");
    return IntentTrainingText::tr("its log loss on the held back part is %1 % lower, with a standard error of %2 %").arg(locale.toString(100 * gain.share(), 'f', 1), error);
}

/// The regression on all that users did, or one simple figure.
void IntentCandidates::chooseRegression(const IntentCases &validation)
{
    const QString simple = bestOf({QStringLiteral("rate"), QStringLiteral("recency"), QStringLiteral("purchases")});
    const LossGain gain = gainOf(full().name, simple, validation);
    const QString words = intentModelWords(simple, m_model.question);
    m_model.chosen = gain.isWorth(leastIntentGain) ? full().name : simple;
    if (m_model.chosen == full().name)
        m_notes << IntentTrainingText::tr("All that users did is weighed (logistic regression): compared with one simple figure (%1) %2.").arg(words, gainText(gain));
    else if (simple == QStringLiteral("rate"))
        m_notes << IntentTrainingText::tr("What users did before does not tell them apart here: everybody gets the share of all.");
    else
        m_notes << IntentTrainingText::tr("A simple figure alone (%1) is taken. Were all that users did weighed: %2. Asked for are 1 % and more than the standard error.").arg(words, gainText(gain));
}

void IntentCandidates::chooseNetwork(const IntentCases &validation)
{
    if (m_networks.isEmpty())
        return;
    const QString network = bestOf(m_networks.keys());
    const QString other = bestOf({QStringLiteral("rate"), QStringLiteral("recency"), QStringLiteral("purchases"), full().name});
    const LossGain gain = gainOf(network, other, validation);
    const QString words = intentModelWords(network, m_model.question);
    if (gain.isWorth(leastIntentGain)) {
        m_model.chosen = network;
        m_notes << IntentTrainingText::tr("The order of events counts (%1): compared with the best without it %2.").arg(words, gainText(gain));
    } else {
        m_notes << IntentTrainingText::tr("The order of events adds too little. Were it counted (%1): %2. Asked for are 1 % and more than the standard error.").arg(words, gainText(gain));
    }
}

void IntentCandidates::choose(const IntentCases &validation)
{
    if (m_request.model != QStringLiteral("auto")) {
        m_model.chosen = m_request.model;
        return;
    }
    chooseRegression(validation);
    chooseNetwork(validation);
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
    const auto judge = [&](const QString &name, const std::vector<double> &said) {
        m_validation.append({name, probabilityScores(said, validation.happened)});
        m_said.insert(name, said);
    };
    judge(QStringLiteral("rate"), std::vector<double>(validation.examples.size(), m_model.rate));
    for (const IntentRegression &one : m_regressions)
        judge(one.name, one.probabilities(validation.rows));
    for (auto one = m_networks.cbegin(); one != m_networks.cend(); ++one)
        judge(one.key(), calibrated(one->calibration, one->network.probabilities(sequencesOf(validation))));
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
    choose(*validation);
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
