#include "core/neural/interface/Random.h"
#include "core/neural/interface/RecurrentNetwork.h"

#include <cmath>

namespace foretrail {
namespace {

void addTensor(std::vector<Tensor> &tensors, const std::string &name, std::vector<int64_t> shape, double bound, neural::Random &random)
{
    Tensor tensor{name, std::move(shape), {}};
    int64_t count = 1;
    for (const int64_t extent : tensor.shape)
        count *= extent;
    tensor.values.resize(size_t(count));
    for (float &value : tensor.values)
        value = float(random.uniform(-bound, bound));
    tensors.push_back(std::move(tensor));
}

} // namespace

std::vector<Tensor> initialTensors(const NetworkShape &shape, quint64 seed)
{
    neural::Random random(seed);
    std::vector<Tensor> tensors;
    const double bound = 1.0 / std::sqrt(double(shape.units));
    const int64_t gates = (shape.cell == Cell::Lstm ? 4 : 3) * int64_t(shape.units);
    const std::string prefix = shape.cell == Cell::Lstm ? "lstm." : "gru.";
    for (int layer = 0; layer < shape.layers; ++layer) {
        const std::string suffix = "_l" + std::to_string(layer);
        const int64_t inputs = layer == 0 ? shape.features + shape.embedding : shape.units;
        addTensor(tensors, prefix + "weight_ih" + suffix, {gates, inputs}, bound, random);
        addTensor(tensors, prefix + "weight_hh" + suffix, {gates, shape.units}, bound, random);
        addTensor(tensors, prefix + "bias_ih" + suffix, {gates}, bound, random);
        addTensor(tensors, prefix + "bias_hh" + suffix, {gates}, bound, random);
    }
    addTensor(tensors, "head.weight", {shape.outputs, shape.units + shape.extras}, bound, random);
    addTensor(tensors, "head.bias", {shape.outputs}, bound, random);
    if (shape.embedding > 0)
        addTensor(tensors, "embedding.weight", {shape.entities, shape.embedding}, 0.1 * bound, random);
    return tensors;
}

Result<std::vector<float>> RecurrentNetwork::predict(std::span<const float> inputs, int count, int lookback, int features)
{
    if (count < 0 || inputs.size() != size_t(count) * size_t(lookback) * size_t(features))
        return fail(ErrorCode::Internal, QStringLiteral("predict: %1 values for %2 windows of %3 steps").arg(inputs.size()).arg(count).arg(lookback));
    return predict(StoredWindows(inputs, {}, count, lookback, features));
}

} // namespace foretrail
