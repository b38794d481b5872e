#include "core/behaviour/recommend/ItemNetworkTraining.h"

#include "core/behaviour/recommend/ItemNetworkPass.h"
#include "core/jobs/ParallelInOrder.h"
#include "core/neural/engine/Kernels.h"
#include "core/neural/interface/DropoutMask.h"
#include "core/neural/interface/Random.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace foretrail {
namespace {

struct ItemNetworkTrainingText { Q_DECLARE_TR_FUNCTIONS(foretrail::ItemNetworkTraining) };

constexpr size_t chunksOfBatch = 4; ///< what is shared among workers; always as many, so that sums do not depend on them
constexpr size_t fewestPiecesKept = 50, mostPiecesKept = 1000; ///< pieces that the end of training is told by; of few at most a tenth

/// Steps that are learnt as one: places in the flat arrays of the sequences.
struct SequencePiece {
    size_t from = 0;
    size_t steps = 0;
};

using PiecesByLength = std::map<size_t, std::vector<SequencePiece>>;

/// A long sequence is cut; the step at a cut ends one piece and begins the next.
PiecesByLength piecesOf(const ItemSequences &sequences, size_t longest)
{
    PiecesByLength pieces;
    for (size_t i = 0; i < sequences.count(); ++i)
        for (size_t from = sequences.starts[i]; from + 1 < sequences.starts[i + 1]; from += longest) {
            const size_t steps = std::min(longest + 1, sequences.starts[i + 1] - from);
            pieces[steps].push_back({from, steps});
        }
    return pieces;
}

/// Takes one of a hundred pieces out, drawn among all; none where there are fewer than ten.
PiecesByLength heldBack(PiecesByLength &pieces, neural::Random &random)
{
    size_t left = 0;
    for (const auto &[steps, list] : pieces)
        left += list.size();
    size_t wanted = std::min({std::max(left / 100, fewestPiecesKept), mostPiecesKept, left / 10});
    PiecesByLength held;
    for (auto &[steps, list] : pieces) {
        std::vector<SequencePiece> kept;
        for (const SequencePiece &piece : list) {
            const bool isHeld = random.below(left--) < wanted;
            wanted -= isHeld;
            (isHeld ? held[steps] : kept).push_back(piece);
        }
        list = std::move(kept);
    }
    std::erase_if(pieces, [](const auto &entry) { return entry.second.empty(); });
    return held;
}

/// Makes batches: which items are in them, and how they stand for all.
class BatchMaker {
public:
    BatchMaker(const ItemSequences &sequences, const ItemNetworkSettings &settings, neural::Random &random)
        : m_sequences(sequences), m_settings(settings), m_random(random), m_places(sequences.itemCount, nowhere), m_happens(sequences.itemCount, 0),
          m_drawn(sequences.itemCount, 0), m_sums(sequences.itemCount, 0)
    {
        for (const quint32 item : sequences.items)
            m_happens[item] += 1 / double(sequences.items.size());
        double sum = 0;
        for (quint32 item = 0; item < sequences.itemCount; ++item)
            m_sums[item] = sum += std::sqrt(m_happens[item]);
        for (quint32 item = 0; item < sequences.itemCount; ++item)
            m_drawn[item] = std::sqrt(m_happens[item]) / sum;
    }

    /// The pieces in random order, cut to batches, those in random order too.
    std::vector<std::span<const SequencePiece>> shuffled(PiecesByLength &pieces)
    {
        std::vector<std::span<const SequencePiece>> batches;
        for (auto &[steps, list] : pieces) {
            for (size_t i = list.size(); i > 1; --i)
                std::swap(list[i - 1], list[size_t(m_random.below(i))]);
            const size_t most = std::max<size_t>(1, m_settings.rows / (steps - 1));
            for (size_t from = 0; from < list.size(); from += most)
                batches.emplace_back(list.data() + from, std::min(most, list.size() - from));
        }
        for (size_t i = batches.size(); i > 1; --i)
            std::swap(batches[i - 1], batches[size_t(m_random.below(i))]);
        return batches;
    }

    ItemBatch batchOf(std::span<const SequencePiece> pieces)
    {
        ItemBatch batch;
        batch.steps = pieces.front().steps;
        for (const SequencePiece &piece : pieces)
            for (size_t step = 0; step < piece.steps; ++step)
                include(m_sequences.items[piece.from + step], batch);
        for (size_t i = 0; i < m_settings.drawn; ++i)
            include(quint32(std::upper_bound(m_sums.begin(), m_sums.end() - 1, m_random.uniform() * m_sums.back()) - m_sums.begin()), batch);
        std::sort(batch.items.begin(), batch.items.end());
        for (size_t i = 0; i < batch.items.size(); ++i)
            m_places[batch.items[i]] = quint32(i);
        for (const SequencePiece &piece : pieces)
            for (size_t step = 0; step < piece.steps; ++step)
                batch.places.push_back(m_places[m_sequences.items[piece.from + step]]);
        for (const uint32_t item : batch.items) {
            const double absent = double(batch.places.size()) * std::log1p(-std::min(m_happens[item], 0.999999))
                + double(m_settings.drawn) * std::log1p(-std::min(m_drawn[item], 0.999999));
            batch.rarity.push_back(float(-std::log(-std::expm1(absent))));
            m_places[item] = nowhere;
        }
        return batch;
    }

private:
    static constexpr quint32 nowhere = ~quint32(0);
    void include(quint32 item, ItemBatch &batch)
    {
        if (m_places[item] != nowhere || m_happens[item] == 0)
            return;
        m_places[item] = 0;
        batch.items.push_back(item);
    }

    const ItemSequences &m_sequences;
    const ItemNetworkSettings &m_settings;
    neural::Random &m_random;
    std::vector<quint32> m_places;  ///< in the batch that is being made
    std::vector<double> m_happens;  ///< share of all steps
    std::vector<double> m_drawn, m_sums;
};

/// Adam (Kingma and Ba 2015); rows of items that are not in a batch stay as they are, with their moments.
class ItemAdam {
public:
    explicit ItemAdam(ItemNetwork &network)
        : m_network(network), m_mean(network.weightCount(), 0), m_square(network.weightCount(), 0), m_itemMean(network.items().size(), 0),
          m_itemSquare(network.items().size(), 0) {}

    void step(const ItemBatch &batch, const std::vector<float> &unitItems, const std::vector<float> &lengths, ItemGradients &gradients, float rate)
    {
        ++m_steps;
        neural::StepSize size;
        size.rate = float(double(rate) * std::sqrt(1 - std::pow(0.999, m_steps)) / (1 - std::pow(0.9, m_steps)));
        const auto &kernels = neural::kernels();
        kernels.adam(m_network.weights().data(), m_mean.data(), m_square.data(), gradients.weights.data(), m_mean.size(), size);
        const size_t units = m_network.units();
        for (size_t j = 0; j < batch.items.size(); ++j) {
            float *const gradient = gradients.units.data() + j * units;
            toRaw(gradient, unitItems.data() + j * units, lengths[j], units);
            const size_t at = batch.items[j] * units;
            kernels.adam(m_network.items().data() + at, m_itemMean.data() + at, m_itemSquare.data() + at, gradient, units, size);
        }
    }

private:
    /// From the gradient of an item at unit length to that of the item.
    static void toRaw(float *gradient, const float *unit, float length, size_t units)
    {
        float along = 0;
        for (size_t u = 0; u < units; ++u)
            along += gradient[u] * unit[u];
        const float scale = length > 0 ? 1 / length : 0;
        for (size_t u = 0; u < units; ++u)
            gradient[u] = (gradient[u] - along * unit[u]) * scale;
    }
    ItemNetwork &m_network;
    std::vector<float> m_mean, m_square, m_itemMean, m_itemSquare;
    double m_steps = 0;
};

/// Trains epoch by epoch.
class ItemTraining {
public:
    ItemTraining(const ItemSequences &sequences, const ItemNetworkSettings &settings, quint64 seed, int workers, JobContext &job)
        : m_settings(settings), m_seed(seed), m_workers(workers), m_job(job), m_random(seed + 1), m_maker(sequences, settings, m_random),
          m_pieces(piecesOf(sequences, settings.longest)), m_network(settings, sequences.itemCount, seed), m_adam(m_network) {}

    Result<ItemNetwork> run();

private:
    void holdBack();
    Result<double> learnEpoch(int epoch);
    Result<double> heldLoss();
    Result<ItemGradients> gradientsOf(const ItemBatch &batch, uint32_t key);
    std::vector<float> unitsOf(const ItemBatch &batch);

    const ItemNetworkSettings &m_settings;
    quint64 m_seed;
    int m_workers;
    JobContext &m_job;
    neural::Random m_random;
    BatchMaker m_maker;
    PiecesByLength m_pieces;
    ItemNetwork m_network;
    ItemAdam m_adam;
    std::vector<ItemBatch> m_held; ///< the same at each epoch, so that its losses can be compared
    std::vector<float> m_lengths;  ///< of the items of the latest batch
    qint64 m_done = 0;
};

Result<ItemNetwork> ItemTraining::run()
{
    if (m_pieces.empty())
        return fail(ErrorCode::TooShort, ItemNetworkTrainingText::tr("There is nothing to learn from: no sequence has two steps."));
    holdBack();
    ItemNetwork best;
    double least = 0;
    int bestEpoch = -1;
    for (int epoch = 0; epoch < m_settings.epochs && (bestEpoch < 0 || epoch - bestEpoch <= m_settings.patience); ++epoch) {
        Result<double> loss = learnEpoch(epoch);
        if (loss && !m_held.empty())
            loss = heldLoss();
        if (!loss)
            return fail(loss.error());
        if (!std::isfinite(*loss))
            return fail(ErrorCode::Diverged, ItemNetworkTrainingText::tr("The loss is no number any more. A lower learning rate may help."));
        if (m_held.empty() || bestEpoch < 0 || *loss < least) {
            best = m_network;
            least = *loss;
            bestEpoch = epoch;
        }
    }
    return best;
}

void ItemTraining::holdBack()
{
    PiecesByLength held = heldBack(m_pieces, m_random);
    for (const auto &chosen : m_maker.shuffled(held))
        m_held.push_back(m_maker.batchOf(chosen));
}

/// The mean loss while it learns.
Result<double> ItemTraining::learnEpoch(int epoch)
{
    const auto batches = m_maker.shuffled(m_pieces);
    const qint64 all = qint64(batches.size()) * m_settings.epochs;
    double loss = 0, asked = 0;
    for (const auto &chosen : batches) {
        const ItemBatch batch = m_maker.batchOf(chosen);
        Result<ItemGradients> gradients = gradientsOf(batch, neural::dropoutKey(m_seed, quint64(m_done), 0) | 1U);
        if (!gradients)
            return fail(gradients.error());
        const double left = 1 - double(m_done) / double(all);
        m_adam.step(batch, unitsOf(batch), m_lengths, *gradients, m_settings.rate * float(0.01 + 0.99 * left));
        loss += gradients->loss;
        asked += double(batch.asked());
        m_job.report(++m_done, all, ItemNetworkTrainingText::tr("Epoch %1 of %2, loss %3").arg(epoch + 1).arg(m_settings.epochs).arg(loss / asked, 0, 'f', 3));
    }
    return loss / asked;
}

/// The mean loss on what is held back.
Result<double> ItemTraining::heldLoss()
{
    double loss = 0, asked = 0;
    for (const ItemBatch &batch : m_held) {
        const Result<ItemGradients> judged = gradientsOf(batch, 0);
        if (!judged)
            return fail(judged.error());
        loss += judged->loss;
        asked += double(batch.asked());
    }
    return loss / asked;
}

/// The batch's items at unit length; keeps how long they are.
std::vector<float> ItemTraining::unitsOf(const ItemBatch &batch)
{
    std::vector<float> unitItems(batch.items.size() * m_network.units());
    m_lengths.clear();
    for (size_t j = 0; j < batch.items.size(); ++j)
        m_lengths.push_back(writeUnit(m_network.item(batch.items[j]), unitItems.data() + j * m_network.units()));
    return unitItems;
}

Result<ItemGradients> ItemTraining::gradientsOf(const ItemBatch &batch, uint32_t key)
{
    ItemGradients sum;
    const std::vector<float> unitItems = unitsOf(batch);
    const size_t chunks = std::min(chunksOfBatch, batch.sequences());
    const Result<void> done = parallelInOrder(qint64(chunks), m_workers, m_job, [&](qint64 chunk) -> Result<OrderedWork> {
        return OrderedWork([&, chunk]() -> Result<OrderedKeep> {
            const size_t from = batch.sequences() * size_t(chunk) / chunks, to = batch.sequences() * size_t(chunk + 1) / chunks;
            auto part = std::make_shared<ItemGradients>(itemGradients(m_network, batch, unitItems, from, to, key));
            return OrderedKeep([&sum, part]() -> Result<void> {
                if (sum.weights.empty()) {
                    sum = std::move(*part);
                    return {};
                }
                neural::kernels().addTo(sum.weights.data(), part->weights.data(), part->weights.size());
                neural::kernels().addTo(sum.units.data(), part->units.data(), part->units.size());
                sum.loss += part->loss;
                return {};
            });
        });
    });
    if (!done)
        return fail(done.error());
    return sum;
}

} // namespace

Result<ItemNetwork> trainItemNetwork(const ItemSequences &sequences, const ItemNetworkSettings &settings, quint64 seed, int workers, JobContext &job)
{
    return ItemTraining(sequences, settings, seed, workers, job).run();
}

} // namespace foretrail
