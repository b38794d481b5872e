#include "core/training/GlobalOutputs.h"

#include <boost/math/distributions/negative_binomial.hpp>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

double softplusOf(double x) { return x > 30 ? x : std::log1p(std::exp(x)); }

float middleOf(std::vector<float> &values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return values.size() % 2 == 1 ? *middle : (*middle + *std::max_element(values.begin(), middle)) / 2;
}

/// Mean and dispersion as core/neural/engine/LossFunctions.h reads them.
SaidOfStep countsSaid(const float *outputs, double width)
{
    const double mean = width * softplusOf(double(outputs[0])) + 1e-12;
    const double dispersion = std::max(softplusOf(double(outputs[1])) / std::sqrt(width), 1e-6);
    const boost::math::negative_binomial counts(1 / dispersion, 1 / (1 + dispersion * mean));
    SaidOfStep said;
    for (size_t q = 0; q < globalQuantiles.size(); ++q)
        said.quantiles[q] = float(std::ceil(boost::math::quantile(counts, globalQuantiles[q]) - 1e-9) / width);
    said.point = float(mean / width);
    return said;
}

} // namespace

SaidOfStep saidOf(Loss loss, const float *outputs, double width)
{
    if (loss == Loss::NegativeBinomial)
        return countsSaid(outputs, width);
    SaidOfStep said;
    if (loss == Loss::Pinball) {
        std::copy_n(outputs, said.quantiles.size(), said.quantiles.begin());
        std::sort(said.quantiles.begin(), said.quantiles.end());
        said.point = said.quantiles[said.quantiles.size() / 2];
        return said;
    }
    said.point = loss == Loss::Tweedie ? std::exp(std::min(outputs[0], 50.0F)) : outputs[0];
    said.quantiles.fill(said.point);
    return said;
}

SaidOfStep medianOf(const std::vector<SaidOfStep> &said)
{
    SaidOfStep together;
    std::vector<float> values(said.size());
    for (size_t q = 0; q < together.quantiles.size(); ++q) {
        std::transform(said.begin(), said.end(), values.begin(), [q](const SaidOfStep &one) { return one.quantiles[q]; });
        together.quantiles[q] = middleOf(values);
    }
    std::transform(said.begin(), said.end(), values.begin(), [](const SaidOfStep &one) { return one.point; });
    together.point = middleOf(values);
    return together;
}

} // namespace foretrail
