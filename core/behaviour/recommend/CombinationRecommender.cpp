#include "core/behaviour/recommend/CombinationRecommender.h"

#include "core/jobs/ParallelInOrder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace foretrail {
namespace {

struct CombinationRecommenderText { Q_DECLARE_TR_FUNCTIONS(foretrail::CombinationRecommender) };
constexpr char noteContext[] = "foretrail::CombinationRecommender";

constexpr double heldBackShare = 0.1;
constexpr size_t mostHeldBack = 12'000;  ///< cases that weights are learnt from, drawn by the seed
constexpr size_t leastHeldBack = 100;
constexpr size_t learntCandidates = 100; ///< of each case: those that the usual weights put first
constexpr double weightPenalty = 1;

double utilityOf(const float *x, const std::vector<double> &weights)
{
    double sum = 0;
    for (size_t f = 0; f < weights.size(); ++f)
        sum += weights[f] * double(x[f]);
    return sum;
}

std::vector<double> utilitiesOf(const DescribedCandidates &candidates, const std::vector<double> &weights)
{
    std::vector<double> utilities(candidates.items.size());
    for (size_t j = 0; j < utilities.size(); ++j)
        utilities[j] = utilityOf(candidates.features.data() + j * weights.size(), weights);
    return utilities;
}

/// The candidates of a case that the usual weights put first; no features where what came next is not among them.
ObservedChoice choiceOf(const CombinationFeatures &features, const NextItemQuery &query, quint32 next)
{
    DescribedCandidates all;
    features.describe(query, all);
    const std::vector<double> utilities = utilitiesOf(all, features.usualWeights());
    std::vector<size_t> order(all.items.size());
    std::iota(order.begin(), order.end(), size_t(0));
    const size_t kept = std::min(learntCandidates, order.size());
    std::partial_sort(order.begin(), order.begin() + std::ptrdiff_t(kept), order.end(), [&](size_t a, size_t b) {
        return utilities[a] != utilities[b] ? utilities[a] > utilities[b] : all.items[a] < all.items[b];
    });
    order.resize(kept);
    ObservedChoice choice;
    const auto chosen = std::find_if(order.begin(), order.end(), [&](size_t j) { return all.items[j] == next; });
    if (chosen == order.end())
        return choice;
    choice.chosen = size_t(chosen - order.begin());
    const size_t n = features.count();
    for (const size_t j : order)
        choice.features.insert(choice.features.end(), all.features.begin() + std::ptrdiff_t(j * n), all.features.begin() + std::ptrdiff_t((j + 1) * n));
    return choice;
}

Result<std::vector<ObservedChoice>> choicesOf(const CombinationFeatures &features, const NextItemCases &cases, int workers, JobContext &job)
{
    constexpr qint64 casesOfBlock = 64;
    std::vector<ObservedChoice> choices;
    const qint64 blocks = (qint64(cases.cases.size()) + casesOfBlock - 1) / casesOfBlock;
    const Result<void> done = parallelInOrder(blocks, workers, job, [&](qint64 block) -> Result<OrderedWork> {
        job.report(block, blocks, CombinationRecommenderText::tr("Weighing the members"));
        return OrderedWork([&, block]() -> Result<OrderedKeep> {
            auto part = std::make_shared<std::vector<ObservedChoice>>();
            const auto end = size_t(std::min<qint64>((block + 1) * casesOfBlock, qint64(cases.cases.size())));
            for (auto i = size_t(block * casesOfBlock); i < end; ++i) {
                ObservedChoice choice = choiceOf(features, cases.query(cases.cases[i]), cases.cases[i].next);
                if (!choice.features.empty())
                    part->push_back(std::move(choice));
            }
            return OrderedKeep([&choices, part]() -> Result<void> {
                std::move(part->begin(), part->end(), std::back_inserter(choices));
                return {};
            });
        });
    });
    if (!done)
        return fail(done.error());
    return choices;
}

/// A random part of the cases, the same for a seed everywhere.
void draw(std::vector<NextItemCases::Case> &cases, size_t most, quint64 seed)
{
    std::mt19937_64 random(seed);
    for (size_t i = 0; i < std::min(most, cases.size()); ++i)
        std::swap(cases[i], cases[i + size_t(random() % (cases.size() - i))]);
    cases.resize(std::min(most, cases.size()));
}

} // namespace

Result<void> CombinationRecommender::learnWeights(const ItemSequences &sequences, const LearnOptions &options, JobContext &job)
{
    NextItemCases cases = options.heldBack == HeldBack::LastStepOfEach ? leaveLastOut(sequences)
                                                                       : splitByTime(sequences, timeOfLatest(sequences, heldBackShare));
    if (cases.cases.size() < leastHeldBack || cases.training->items.empty()) {
        m_note = Phrase::kept(noteContext, QT_TRANSLATE_NOOP("foretrail::CombinationRecommender", "Too little was left to weigh the members by (%1 steps): they have their usual weights."),
                              {QString::number(cases.cases.size())});
        return {};
    }
    draw(cases.cases, mostHeldBack, options.seed);
    JobContext fitting = job.part(0, 1, 3);
    if (const Result<void> done = m_features.fit(cases.training, options, fitting); !done)
        return done;
    JobContext weighing = job.part(1, 1, 3);
    const Result<std::vector<ObservedChoice>> choices = choicesOf(m_features, cases, options.workers, weighing);
    if (!choices)
        return fail(choices.error());
    Result<std::vector<double>> weights = fitChoices(*choices, m_weights, weightPenalty, options.workers, weighing);
    if (!weights)
        return fail(weights.error());
    m_weights = std::move(*weights);
    return {};
}

Result<void> CombinationRecommender::fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job)
{
    if (const Result<void> done = learnWeights(*sequences, options, job); !done)
        return done;
    JobContext fitting = job.part(2, 1, 3);
    return m_features.fit(sequences, options, fitting);
}

void CombinationRecommender::score(const NextItemQuery &query, ScoreBoard &board) const
{
    thread_local DescribedCandidates candidates;
    m_features.describe(query, candidates);
    std::vector<double> utilities = utilitiesOf(candidates, m_weights);
    const double largest = utilities.empty() ? 0 : *std::max_element(utilities.begin(), utilities.end());
    double sum = 0;
    for (double &utility : utilities)
        sum += utility = std::exp(utility - largest);
    for (size_t j = 0; j < utilities.size(); ++j)
        board.add(candidates.items[j], std::max(float(utilities[j] / sum), std::numeric_limits<float>::min()));
}

QList<MemberWeight> CombinationRecommender::weights() const
{
    const QStringList names = m_features.names();
    QList<MemberWeight> list;
    for (qsizetype f = 0; f < names.size(); ++f)
        list.append({names[f], m_weights[size_t(f)]});
    return list;
}

} // namespace foretrail
