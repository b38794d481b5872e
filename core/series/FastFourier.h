#pragma once

#include <complex>
#include <span>
#include <vector>

namespace foretrail {

/// The discrete Fourier transform X_k = sum_t x_t exp(-2 pi i k t / n), k = 0 .. n - 1, without scaling. O(n log n) for every
/// n: radix 2 for powers of two (Cooley & Tukey 1965), a convolution of that kind for others (Bluestein 1970).
std::vector<std::complex<double>> fastFourier(std::span<const double> values);

} // namespace foretrail
