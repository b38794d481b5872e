#include "core/behaviour/intent/EventSequenceNetwork.h"

#include "core/base/Logistic.h"
#include "core/behaviour/intent/NumbersJson.h"
#include "core/neural/engine/Blas.h"
#include "core/neural/engine/EngineTrainer.h"
#include "core/neural/interface/Random.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace foretrail {
namespace {

struct EventNetworkText { Q_DECLARE_TR_FUNCTIONS(foretrail::EventSequenceNetwork) };

using CaseRefs = std::vector<const SequenceCase *>;

constexpr size_t askedAtOnce = 256;

NetworkShape shapeOf(const EventNetworkSettings &settings, int features)
{
    NetworkShape shape;
    shape.cell = settings.cell == ItemCell::Gru ? Cell::Gru : Cell::Lstm;
    shape.features = EventSequenceNetwork::stepInputs;
    shape.units = settings.units;
    shape.dropout = double(settings.dropout);
    shape.extras = features;
    return shape;
}

/// Sequences are filled up at their beginning, with steps of nothing but zeros, to one of few lengths.
size_t paddedLength(size_t events, size_t longest)
{
    size_t length = 4;
    while (length < std::min(events, longest))
        length *= 2;
    return std::min(length, longest);
}

void writeStep(const SequenceCase &one, size_t place, float *x)
{
    const ShopperEvent &event = one.events[place];
    const ShopperEvent *const before = place > 0 ? &one.events[place - 1] : nullptr;
    const auto minutes = [](UtcMs from, UtcMs to) { return float(std::log1p(std::max(0.0, double(to - from) / 60'000))); };
    x[size_t(event.action)] = 1;
    x[5] = minutes(event.time, one.moment) / 5 - 1;
    x[6] = before ? minutes(before->time, event.time) / 5 : 0;
    x[7] = before && before->item == event.item ? 1 : 0;
    x[8] = before && before->category == event.category ? 1 : 0;
    for (size_t i = place > 20 ? place - 20 : 0; i + 1 < place && x[9] == 0; ++i)
        x[9] = one.events[i].item == event.item ? 1 : 0;
    const double hour = double((event.time + one.zoneOffset) % dayMs) / double(dayMs) * 6.283185307179586;
    x[10] = float(std::sin(hour));
    x[11] = float(std::cos(hour));
    x[12] = event.amount > 0 ? std::log1p(event.amount) / 5 : 0;
    x[13] = 1;
    if (event.category != 0)
        x[14 + event.category % EventSequenceNetwork::categoryGroups] = 1;
}

/// Cases on their way through a network.
class EventPass {
public:
    EventPass(const EventNetworkSettings &settings, int features)
        : m_settings(settings), m_parameters(shapeOf(settings, features)), m_pass(m_parameters.layout, m_parameters.packed) {}

    size_t count() const { return m_parameters.layout.count; }
    size_t headAt() const { return m_parameters.layout.headWeights; }
    float *values() { return m_parameters.values.data(); }
    void pack() { m_parameters.packed.update(values()); }
    void take(const std::vector<float> &weights)
    {
        std::copy(weights.begin(), weights.end(), values());
        pack();
    }

    /// Log odds of cases that are filled up to the same length.
    const float *forward(std::span<const SequenceCase *const> cases, bool isTraining, const neural::DropoutPlace *dropout)
    {
        size_t steps = 0;
        for (const SequenceCase *one : cases)
            steps = std::max(steps, paddedLength(one->events.size(), size_t(m_settings.longest)));
        m_pass.resize(int(cases.size()), int(steps), isTraining);
        const WindowBatch batch = m_pass.batch();
        std::fill_n(batch.inputs, steps * cases.size() * EventSequenceNetwork::stepInputs, 0.0F);
        for (size_t r = 0; r < cases.size(); ++r) {
            const size_t events = std::min(cases[r]->events.size(), steps), skipped = cases[r]->events.size() - events;
            for (size_t i = 0; i < events; ++i)
                writeStep(*cases[r], skipped + i, batch.inputs + ((steps - events + i) * cases.size() + r) * EventSequenceNetwork::stepInputs);
            std::copy(cases[r]->features.begin(), cases[r]->features.end(), batch.extras + r * cases[r]->features.size());
        }
        return m_pass.forward(values(), dropout);
    }
    /// Loss of the cases and its gradient, as a mean.
    double differentiate(std::span<const SequenceCase *const> cases, float *gradient, const neural::DropoutPlace *dropout)
    {
        const float *const odds = forward(cases, true, dropout);
        m_back.resize(cases.size());
        double loss = 0;
        for (size_t r = 0; r < cases.size(); ++r) {
            const double z = double(odds[r]), y = cases[r]->happened ? 1 : 0;
            loss += std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z))) - y * z;
            m_back[r] = float((logistic(z) - y) / double(cases.size()));
        }
        m_pass.backward(values(), m_back.data(), gradient, dropout);
        return loss / double(cases.size());
    }

private:
    EventNetworkSettings m_settings;
    neural::EngineParameters m_parameters;
    neural::SequencePass m_pass;
    std::vector<float> m_back;
};

CaseRefs refsOf(const std::vector<SequenceCase> &cases)
{
    CaseRefs refs;
    for (const SequenceCase &one : cases)
        refs.push_back(&one);
    return refs;
}

/// Batches of cases of one length, in random order.
std::vector<CaseRefs> batchesOf(const std::vector<SequenceCase> &cases, const EventNetworkSettings &settings, neural::Random &random)
{
    std::map<size_t, CaseRefs> byLength;
    for (const SequenceCase &one : cases)
        byLength[paddedLength(one.events.size(), size_t(settings.longest))].push_back(&one);
    std::vector<CaseRefs> batches;
    for (auto &[length, refs] : byLength) {
        for (size_t i = refs.size(); i > 1; --i)
            std::swap(refs[i - 1], refs[size_t(random.below(i))]);
        for (size_t from = 0; from < refs.size(); from += size_t(settings.batch))
            batches.emplace_back(refs.begin() + std::ptrdiff_t(from), refs.begin() + std::ptrdiff_t(std::min(refs.size(), from + size_t(settings.batch))));
    }
    for (size_t i = batches.size(); i > 1; --i)
        std::swap(batches[i - 1], batches[size_t(random.below(i))]);
    return batches;
}

double lossOf(const std::vector<double> &probabilities, const std::vector<SequenceCase> &cases)
{
    double loss = 0;
    for (size_t i = 0; i < cases.size(); ++i)
        loss -= std::log(std::max(1e-15, cases[i].happened ? probabilities[i] : 1 - probabilities[i])) / double(cases.size());
    return loss;
}

} // namespace

EventSequenceNetwork::EventSequenceNetwork(const EventNetworkSettings &settings, const LogisticRegression &start)
    : m_settings(settings), m_features(int(start.width()))
{
    const NetworkShape shape = shapeOf(settings, m_features);
    for (const Tensor &tensor : initialTensors(shape, settings.seed))
        m_weights.insert(m_weights.end(), tensor.values.begin(), tensor.values.end());
    const neural::ParameterLayout layout(shape);
    float *const head = m_weights.data() + layout.headWeights;
    std::fill_n(head, settings.units, 0.0F);
    std::copy(start.weights().begin(), start.weights().end(), head + settings.units);
    m_weights[layout.headBias] = float(start.offset());
}

Result<void> EventSequenceNetwork::train(const std::vector<SequenceCase> &training, const std::vector<SequenceCase> &validation, JobContext &job)
{
    if (!neural::Blas::isAvailable())
        return fail(ErrorCode::Unsupported, EventNetworkText::tr("Networks need OpenBLAS, which was not found. Install libopenblas0-pthread; the logistic regression works without it."),
                    neural::Blas::problem());
    EventPass pass(m_settings, m_features);
    pass.take(m_weights);
    TrainingSettings rule;
    rule.optimiser = Optimiser::AdamW;
    rule.weightDecay = m_settings.decay;
    neural::FlatOptimiser optimiser(rule, pass.count());
    neural::Random random(m_settings.seed + 1);
    std::vector<float> gradient(pass.count());
    double best = validation.empty() ? INFINITY : lossOf(probabilities(validation), validation);
    m_bestEpoch = 0;
    quint64 number = 0;
    for (int epoch = 1; epoch <= m_settings.epochs && epoch - m_bestEpoch <= m_settings.patience + (validation.empty() ? m_settings.epochs : 0); ++epoch) {
        for (const CaseRefs &batch : batchesOf(training, m_settings, random)) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            const neural::DropoutPlace place{m_settings.seed, ++number, 0, int(batch.size())};
            const double loss = pass.differentiate(batch, gradient.data(), &place);
            if (!std::isfinite(loss))
                return fail(ErrorCode::Diverged, EventNetworkText::tr("The loss of the network is no number any more."));
            optimiser.step(pass.values(), gradient.data(), std::sqrt(neural::kernels().sumOfSquares(gradient.data(), gradient.size())), m_settings.rate);
            pass.pack();
        }
        job.report(epoch, m_settings.epochs, EventNetworkText::tr("Network, epoch %1 of %2 at most").arg(epoch).arg(m_settings.epochs));
        std::vector<float> before(pass.values(), pass.values() + pass.count());
        std::swap(before, m_weights);
        const double loss = validation.empty() ? -epoch : lossOf(probabilities(validation), validation);
        if (loss < best) {
            best = loss;
            m_bestEpoch = epoch;
        } else {
            std::swap(before, m_weights);
        }
    }
    return {};
}

std::vector<double> EventSequenceNetwork::probabilities(const std::vector<SequenceCase> &cases) const
{
    EventPass pass(m_settings, m_features);
    pass.take(m_weights);
    std::vector<size_t> order(cases.size());
    std::iota(order.begin(), order.end(), size_t(0));
    const auto lengthOf = [&](size_t i) { return paddedLength(cases[i].events.size(), size_t(m_settings.longest)); };
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return lengthOf(a) < lengthOf(b); });
    std::vector<double> result(cases.size());
    for (size_t from = 0; from < order.size();) {
        CaseRefs batch;
        for (size_t i = from; i < order.size() && batch.size() < askedAtOnce && lengthOf(order[i]) == lengthOf(order[from]); ++i)
            batch.push_back(&cases[order[i]]);
        const float *const odds = pass.forward(batch, false, nullptr);
        for (size_t i = 0; i < batch.size(); ++i)
            result[order[from + i]] = logistic(double(odds[i]));
        from += batch.size();
    }
    return result;
}

double EventSequenceNetwork::differentiate(const std::vector<SequenceCase> &cases, std::vector<float> &gradient) const
{
    EventNetworkSettings plain = m_settings;
    plain.dropout = 0;
    EventPass pass(plain, m_features);
    pass.take(m_weights);
    gradient.resize(pass.count());
    const CaseRefs refs = refsOf(cases);
    return pass.differentiate(refs, gradient.data(), nullptr);
}

QJsonObject EventSequenceNetwork::toJson() const
{
    const QByteArray bytes(reinterpret_cast<const char *>(m_weights.data()), qsizetype(m_weights.size() * sizeof(float)));
    return {{QStringLiteral("cell"), m_settings.cell == ItemCell::Gru ? QStringLiteral("gru") : QStringLiteral("lstm")}, {QStringLiteral("units"), m_settings.units},
            {QStringLiteral("longest"), m_settings.longest}, {QStringLiteral("features"), m_features}, {QStringLiteral("epochs"), m_bestEpoch},
            {QStringLiteral("weights"), QString::fromLatin1(bytes.toBase64())}};
}

Result<EventSequenceNetwork> EventSequenceNetwork::fromJson(const QJsonObject &json)
{
    EventSequenceNetwork network;
    network.m_settings.cell = json[QStringLiteral("cell")].toString() == QStringLiteral("lstm") ? ItemCell::Lstm : ItemCell::Gru;
    network.m_settings.units = json[QStringLiteral("units")].toInt();
    network.m_settings.longest = json[QStringLiteral("longest")].toInt();
    network.m_features = json[QStringLiteral("features")].toInt();
    network.m_bestEpoch = json[QStringLiteral("epochs")].toInt();
    const QByteArray bytes = QByteArray::fromBase64(json[QStringLiteral("weights")].toString().toLatin1());
    const bool isSane = network.m_settings.units > 0 && network.m_settings.units <= 1024 && network.m_settings.longest > 0 && network.m_features > 0;
    if (!isSane || size_t(bytes.size()) != sizeof(float) * neural::ParameterLayout(shapeOf(network.m_settings, network.m_features)).count)
        return fail(ErrorCode::Format, EventNetworkText::tr("A stored network is damaged."));
    network.m_weights.resize(size_t(bytes.size()) / sizeof(float));
    std::copy_n(bytes.constData(), bytes.size(), reinterpret_cast<char *>(network.m_weights.data()));
    return network;
}

} // namespace foretrail
