#include "core/neural/engine/NeuralEngines.h"

#include "core/neural/engine/Blas.h"
#include "core/neural/engine/EngineTrainer.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace neural {
namespace {

constexpr int predictedAtOnce = 64;

struct EngineNetworkText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RecurrentNetwork)
};

template<class Work>
auto inMemory(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::Internal, EngineNetworkText::tr("There is not enough memory for this network. Choose fewer units, fewer "
                                                               "layers or a smaller batch."));
    }
}

std::vector<qint64> firstRows(qint64 first, qint64 count)
{
    std::vector<qint64> rows(static_cast<size_t>(count));
    std::iota(rows.begin(), rows.end(), first);
    return rows;
}

QString shapeText(const Tensor &tensor)
{
    QStringList extents;
    for (const int64_t extent : tensor.shape)
        extents += QString::number(extent);
    return QStringLiteral("%1 (%2)").arg(QString::fromStdString(tensor.name), extents.join(QStringLiteral(" x ")));
}

// The first of them that is not as it should be; empty where all are.
QString misfitOf(const std::vector<Tensor> &given, const std::vector<Tensor> &wanted)
{
    if (given.size() != wanted.size())
        return EngineNetworkText::tr("it has %1 parts where %2 are needed").arg(given.size()).arg(wanted.size());
    for (size_t i = 0; i < given.size(); ++i) {
        size_t count = 1;
        for (const int64_t extent : wanted[i].shape)
            count *= size_t(extent);
        if (given[i].name != wanted[i].name || given[i].shape != wanted[i].shape || given[i].values.size() != count)
            return EngineNetworkText::tr("%1 where %2 is needed", "name and size of weights").arg(shapeText(given[i]), shapeText(wanted[i]));
    }
    return {};
}

// A trainer whose failures to get memory are results too.
class GuardedTrainer : public NetworkTrainer {
public:
    explicit GuardedTrainer(std::unique_ptr<NetworkTrainer> trainer) : m_trainer(std::move(trainer)) {}
    Result<EpochResult> runEpoch(JobContext &job) override { return inMemory([&] { return m_trainer->runEpoch(job); }); }
    Result<double> lossOn(const Windows &windows, std::vector<float> *outputs) override
    {
        return inMemory([&] { return m_trainer->lossOn(windows, outputs); });
    }
    TrainerState state() const override { return m_trainer->state(); }
    Result<void> restore(const TrainerState &state) override { return m_trainer->restore(state); }
    void setLearningRate(double rate) override { m_trainer->setLearningRate(rate); }

private:
    const std::unique_ptr<NetworkTrainer> m_trainer;
};

class EngineNetwork : public RecurrentNetwork {
public:
    EngineNetwork(const NetworkShape &shape, quint64 seed) : m_parameters(shape), m_tensors(initialTensors(shape, seed))
    {
        take(m_tensors);
        for (Tensor &tensor : m_tensors)
            std::vector<float>().swap(tensor.values);
        m_pass = std::make_unique<SequencePass>(m_parameters.layout, m_parameters.packed);
    }

    std::unique_ptr<NetworkTrainer> trainer(const Windows &training, const TrainingSettings &settings) override
    {
        return std::make_unique<GuardedTrainer>(makeEngineTrainer(m_parameters, training, settings));
    }

    using RecurrentNetwork::predict;
    Result<std::vector<float>> predict(const Windows &windows) override
    {
        if (const Result<void> fits = checked(windows); !fits)
            return fail(fits.error());
        return inMemory([&]() -> Result<std::vector<float>> {
            std::vector<float> outputs;
            const size_t width = size_t(m_parameters.layout.shape.outputs);
            outputs.reserve(size_t(windows.count()) * width);
            for (qint64 first = 0; first < windows.count(); first += predictedAtOnce) {
                const std::vector<qint64> rows = firstRows(first, std::min<qint64>(predictedAtOnce, windows.count() - first));
                m_pass->resize(int(rows.size()), windows.size().lookback, false);
                windows.gather(rows, m_pass->batch());
                const float *values = m_pass->forward(m_parameters.values.data(), nullptr);
                outputs.insert(outputs.end(), values, values + rows.size() * width);
            }
            return outputs;
        });
    }

    Result<Differentiated> differentiate(const Windows &windows, const TrainingSettings &settings, qint64 batch) override
    {
        if (const Result<void> fits = checked(windows); !fits)
            return fail(fits.error());
        return inMemory([&]() -> Result<Differentiated> {
            ChunkedPass pass(m_parameters, settings, 1);
            pass.keepOutputs();
            Differentiated result;
            result.loss = pass.differentiate(windows, firstRows(0, windows.count()), batch, 1);
            result.outputs = pass.outputs();
            result.gradients = given(pass.gradient());
            return result;
        });
    }

    std::vector<Tensor> tensors() const override { return given(m_parameters.values.data()); }

    Result<void> setTensors(const std::vector<Tensor> &tensors) override
    {
        if (const QString misfit = misfitOf(tensors, m_tensors); !misfit.isEmpty())
            return fail(ErrorCode::Format, EngineNetworkText::tr("The stored weights belong to a network of another shape: %1. Train it again.").arg(misfit));
        take(tensors);
        return {};
    }

private:
    Result<void> checked(const Windows &windows) const
    {
        const NetworkShape &shape = m_parameters.layout.shape;
        const WindowSize size = windows.size();
        if (size.features == shape.features && size.extras == shape.extras && size.lookback > 0)
            return {};
        return fail(ErrorCode::Internal, EngineNetworkText::tr("The neural module failed. The log says more."),
                    QStringLiteral("windows of %1 values a step and %2 extras").arg(size.features).arg(size.extras));
    }

    void take(const std::vector<Tensor> &tensors)
    {
        float *to = m_parameters.values.data();
        for (const Tensor &tensor : tensors)
            to = std::copy(tensor.values.begin(), tensor.values.end(), to);
        m_parameters.packed.update(m_parameters.values.data());
    }

    // Values in a row as named tensors.
    std::vector<Tensor> given(const float *values) const
    {
        std::vector<Tensor> result = m_tensors;
        for (Tensor &tensor : result) {
            size_t count = 1;
            for (const int64_t extent : tensor.shape)
                count *= size_t(extent);
            tensor.values.assign(values, values + count);
            values += count;
        }
        return result;
    }

    EngineParameters m_parameters;
    std::vector<Tensor> m_tensors; ///< names and shapes alone
    std::unique_ptr<SequencePass> m_pass; ///< for predictions
};

class OwnEngine : public NeuralEngine {
public:
    std::string description() const override
    {
        return QStringLiteral("Foretrail (%1; %2)").arg(Blas::description(), QString::fromLatin1(kernels().name)).toStdString();
    }
    std::unique_ptr<RecurrentNetwork> create(const NetworkShape &shape, quint64 seed) override
    {
        try {
            return std::make_unique<EngineNetwork>(shape, seed);
        } catch (const std::bad_alloc &) {
            return nullptr;
        }
    }
};

} // namespace
} // namespace neural

Result<NeuralEngine *> neuralEngine(EngineKind kind)
{
    if (kind != EngineKind::Own)
        return torchEngine(kind == EngineKind::TorchGpu ? Device::Gpu : Device::Processor);
    if (!neural::Blas::isAvailable())
        return fail(ErrorCode::Unsupported, neural::EngineNetworkText::tr("OpenBLAS is not available, so LSTM and GRU cannot be used. It did not load: %1. Install "
                                                                          "the package libopenblas0-pthread; all other models work without it.")
                                                .arg(neural::Blas::problem()));
    static neural::OwnEngine engine;
    return &engine;
}

Result<NeuralEngine *> answeringEngine(EngineKind kind)
{
    const Result<NeuralEngine *> engine = neuralEngine(kind);
    return engine || kind == EngineKind::Own ? engine : neuralEngine();
}

} // namespace foretrail
