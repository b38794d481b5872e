#pragma once

#include <QString>

#include <cstddef>

namespace foretrail::neural {

/// OpenBLAS, found when first needed, so that a program that trains nothing never loads it. One thread, always: the products of a
/// recurrent network are too small to share, and its pool of threads would get in the way of ours.
class Blas {
public:
    /// Whether it is there; `problem()` says what was wrong. Loads it on the first call. Thread-safe.
    static bool isAvailable();
    static QString problem();
    static QString description(); ///< "OpenBLAS 0.3.21, Zen"

    /// c[rows][columns] = a[rows][depth] b[depth][columns] + beta c; row-major, strides as the letters say.
    static void product(const float *a, const float *b, float *c, size_t rows, size_t columns, size_t depth, float beta);
    /// c = a b^T + beta c, where b is [columns][depth]
    static void productTransposed(const float *a, const float *b, float *c, size_t rows, size_t columns, size_t depth, float beta);
    /// c = a^T b + beta c, where a is [depth][rows] and b [depth][columns]
    static void transposedProduct(const float *a, const float *b, float *c, size_t rows, size_t columns, size_t depth, float beta);
};

} // namespace foretrail::neural
