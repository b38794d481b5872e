#include "core/series/FastFourier.h"

#include <bit>
#include <cmath>
#include <numbers>
#include <utility>

namespace foretrail {
namespace {

using Complex = std::complex<double>;

// exp(-2 pi i part / whole)
Complex turn(size_t part, size_t whole)
{
    return std::polar(1.0, -2.0 * std::numbers::pi * double(part) / double(whole));
}

void reverseBits(std::vector<Complex> &values)
{
    for (size_t i = 1, reversed = 0; i < values.size(); ++i) {
        size_t bit = values.size() / 2;
        for (; reversed & bit; bit /= 2)
            reversed ^= bit;
        reversed ^= bit;
        if (i < reversed)
            std::swap(values[i], values[reversed]);
    }
}

// In place; the size is a power of two.
void transform(std::vector<Complex> &values)
{
    const size_t size = values.size();
    std::vector<Complex> turns;
    for (size_t i = 0; i < size / 2; ++i)
        turns.push_back(turn(i, size));
    reverseBits(values);
    for (size_t half = 1; half < size; half *= 2) {
        const size_t stride = size / (2 * half);
        for (size_t block = 0; block < size; block += 2 * half) {
            for (size_t i = 0; i < half; ++i) {
                const Complex odd = turns[i * stride] * values[block + half + i];
                values[block + half + i] = values[block + i] - odd;
                values[block + i] += odd;
            }
        }
    }
}

// k t = (k^2 + t^2 - (k - t)^2) / 2 makes the transform a convolution with a chirp.
std::vector<Complex> transformByChirp(std::span<const double> values)
{
    const size_t size = values.size();
    const size_t padded = std::bit_ceil(2 * size - 1);
    std::vector<Complex> chirp, signal(padded), kernel(padded);
    for (size_t t = 0; t < size; ++t) {
        chirp.push_back(turn(t * t % (2 * size), 2 * size)); // the angle of t^2 / 2, kept small so that it stays exact
        signal[t] = values[t] * chirp[t];
        kernel[t] = kernel[(padded - t) % padded] = std::conj(chirp[t]);
    }
    transform(signal);
    transform(kernel);
    for (size_t i = 0; i < padded; ++i)
        signal[i] = std::conj(signal[i] * kernel[i]); // the inverse is the conjugate of the transform of the conjugate
    transform(signal);
    std::vector<Complex> result(size);
    for (size_t k = 0; k < size; ++k)
        result[k] = chirp[k] * std::conj(signal[k]) / double(padded);
    return result;
}

} // namespace

std::vector<std::complex<double>> fastFourier(std::span<const double> values)
{
    if (values.empty())
        return {};
    if (!std::has_single_bit(values.size()))
        return transformByChirp(values);
    std::vector<Complex> result(values.begin(), values.end());
    transform(result);
    return result;
}

} // namespace foretrail
