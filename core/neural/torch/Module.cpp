// The entry of the module. It is loaded by core/neural/interface/NeuralEngine.cpp and seen by nothing else.
#include "core/neural/interface/ModuleEntry.h"
#include "core/neural/torch/TorchNetwork.h"

#include <QLoggingCategory>

#include <malloc.h>

namespace foretrail::neural {
namespace {

Q_LOGGING_CATEGORY(logNeural, "foretrail.neural")

class TorchEngine : public NeuralEngine {
public:
    explicit TorchEngine(torch::Device device) : m_device(device) {}
    std::string description() const override { return torchDescription(m_device); }
    std::unique_ptr<RecurrentNetwork> create(const NetworkShape &shape, quint64 seed) override
    {
        try {
            return makeTorchNetwork(shape, seed, m_device);
        } catch (const std::exception &exception) {
            qCCritical(logNeural, "a network could not be made: %s", exception.what());
            return nullptr;
        }
    }

private:
    const torch::Device m_device;
};

NeuralEngine *engineOn(Device device)
{
    if (device == Device::Processor) {
        static TorchEngine engine{torch::Device(torch::kCPU)};
        return &engine;
    }
    if (!torch::cuda::is_available())
        return nullptr;
    computeOnGpuAsOnProcessor();
    static TorchEngine engine{torch::Device(torch::kCUDA, 0)};
    return &engine;
}

// Temporaries of a batch come and go thousands of times a second; without this each is a mmap and a munmap.
void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int bytes = 64 * 1024 * 1024;
    mallopt(M_MMAP_THRESHOLD, bytes);
    mallopt(M_TRIM_THRESHOLD, 2 * bytes);
#endif
}

} // namespace
} // namespace foretrail::neural

extern "C" __attribute__((visibility("default"))) foretrail::NeuralEngine *foretrail_neural_engine(int version, foretrail::Device device)
{
    if (version != foretrail::neural::moduleVersion)
        return nullptr;
    try {
        foretrail::neural::keepFreedMemory();
        foretrail::neural::limitThreads();
        return foretrail::neural::engineOn(device);
    } catch (...) {
        return nullptr;
    }
}
