#include "core/behaviour/recommend/RecommendEvaluation.h"

#include "core/behaviour/recommend/RecommenderRegistry.h"
#include "core/jobs/ParallelInOrder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <ctime>

namespace foretrail {
namespace {

struct RecommendEvaluationText { Q_DECLARE_TR_FUNCTIONS(foretrail::RecommendEvaluation) };

constexpr qint64 casesOfBlock = 128;
constexpr QLatin1String popularityName("popularity");

QList<int> lengthsFor(int k)
{
    QList<int> lengths{5, 10, 20};
    if (!lengths.contains(k))
        lengths.append(k);
    std::sort(lengths.begin(), lengths.end());
    return lengths;
}

/// The rank of what came next in one case, and the head of the list.
struct RankedCase {
    qint64 rank = 0;
    std::vector<quint32> best;
};

/// Cases [from, to), on a board of their own.
std::vector<RankedCase> rankedCases(const Recommender &model, const NextItemCases &cases, size_t from, size_t to, const RecommendOptions &options, size_t longest)
{
    std::vector<NextItemQuery> queries;
    for (size_t i = from; i < to; ++i)
        queries.push_back(cases.query(cases.cases[i]));
    std::vector<RankedCase> ranked;
    ScoreBoard board(cases.training->itemCount);
    model.scoreEach(queries, board, [&](size_t i) {
        if (options.leavesOutSeen)
            for (const quint32 item : queries[i].items)
                board.remove(item);
        const quint32 next = cases.cases[from + i].next; // one that nobody knows is behind all others
        ranked.push_back({next < board.itemCount() ? board.rankOf(next) : qint64(board.itemCount()) + 1, board.best(longest)});
    });
    return ranked;
}

Result<void> rankAll(const Recommender &model, const NextItemCases &cases, const RecommendOptions &options, RankingScores &scores, JobContext &job)
{
    const qint64 blocks = (qint64(cases.cases.size()) + casesOfBlock - 1) / casesOfBlock;
    return parallelInOrder(blocks, options.fit.workers, job, [&](qint64 block) -> Result<OrderedWork> {
        job.report(block, blocks, RecommendEvaluationText::tr("Ranking all items in each case"));
        return OrderedWork([&, block]() -> Result<OrderedKeep> {
            const auto end = size_t(std::min<qint64>((block + 1) * casesOfBlock, qint64(cases.cases.size())));
            const auto part = std::make_shared<const std::vector<RankedCase>>(rankedCases(model, cases, size_t(block * casesOfBlock), end, options, scores.longest()));
            return OrderedKeep([&scores, part]() -> Result<void> {
                for (const RankedCase &one : *part)
                    scores.add(one.rank, one.best);
                return {};
            });
        });
    });
}

Result<RecommenderScores> evaluated(const QString &name, const NextItemCases &cases, const RecommendOptions &options, JobContext &job)
{
    const Result<std::unique_ptr<Recommender>> model = makeRecommender(name);
    if (!model)
        return fail(model.error());
    QElapsedTimer timer;
    timer.start();
    JobContext fitting = job.part(0, 1, 2);
    if (const Result<void> done = (*model)->fit(cases.training, options.fit, fitting); !done)
        return fail(done.error());
    RecommenderScores result{name, {}, double(timer.restart()) / 1000, 0, 0, (*model)->weights(), (*model)->note()};
    const std::clock_t began = std::clock();
    RankingScores scores(*cases.training, lengthsFor(options.k));
    JobContext ranking = job.part(1, 1, 2);
    if (const Result<void> done = rankAll(**model, cases, options, scores, ranking); !done)
        return fail(done.error());
    result.rankSeconds = double(timer.elapsed()) / 1000;
    result.rankProcessor = double(std::clock() - began) / CLOCKS_PER_SEC;
    result.at = scores.figures();
    return result;
}

} // namespace

const RankingFigures &RecommenderScores::atK(int k) const
{
    return *std::find_if(at.begin(), at.end(), [k](const RankingFigures &figures) { return figures.k == k; });
}

QString RecommendReport::sentence() const
{
    const auto isWorse = [this](const RecommenderScores &a, const RecommenderScores &b) { return a.atK(k).recall < b.atK(k).recall; };
    const RecommenderScores &best = *std::max_element(models.begin(), models.end(), isWorse);
    const auto simple = std::find_if(models.begin(), models.end(), [](const RecommenderScores &one) { return one.model == popularityName; });
    const QLocale locale;
    const auto percent = [&](double share) { return locale.toString(100 * share, 'f', 1); };
    const QString last = best.model == popularityName
        ? RecommendEvaluationText::tr("No model did better than popularity.")
        : RecommendEvaluationText::tr("Popularity has it in %1 %.").arg(percent(simple->atK(k).recall));
    return RecommendEvaluationText::tr("%1 has the next item among its %2 first in %3 % of %n case(s).", nullptr, int(cases))
               .arg(best.model).arg(k).arg(percent(best.atK(k).recall)) + QLatin1Char(' ') + last;
}

QStringList RecommendReport::notes() const
{
    QStringList notes;
    if (!way.isEmpty())
        notes << way;
    if (unseen > 0)
        notes << RecommendEvaluationText::tr("%n step(s) of the test part are no cases: nobody had to do with their items before it.", nullptr, int(unseen));
    if (const QString left = robots.note(); !left.isEmpty())
        notes << left;
    return notes;
}

Result<RecommendReport> evaluateRecommenders(const NextItemCases &cases, const RecommendOptions &options, JobContext &job)
{
    if (cases.cases.empty())
        return fail(ErrorCode::TooShort, RecommendEvaluationText::tr("There is no case to test: no step of the test part has a step before it and an item that was seen before. "
                                                                                 "Where visits have one step each, ask for the last step of each user, or take users as sequences (--sequences users)."));
    QStringList names = options.models;
    if (!names.contains(popularityName))
        names.prepend(popularityName);
    RecommendReport report;
    report.cases = qint64(cases.cases.size());
    report.unseen = cases.unseen;
    report.sequences = qint64(cases.training->count());
    report.steps = qint64(cases.training->items.size());
    report.robots = cases.robots;
    report.way = cases.way;
    report.k = options.k;
    report.threads = workerCount(options.fit.workers);
    for (qsizetype i = 0; i < names.size(); ++i) {
        JobContext part = job.part(i, 1, names.size(), names[i]);
        Result<RecommenderScores> scores = evaluated(names[i], cases, options, part);
        if (!scores)
            return fail(scores.error());
        report.models.append(std::move(*scores));
    }
    return report;
}

} // namespace foretrail
