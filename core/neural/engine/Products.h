#pragma once

#include "core/neural/engine/Buffer.h"
#include "core/neural/engine/Kernels.h"

namespace foretrail::neural {

/// The right-hand side of products, [depth][columns], kept as they read it best: in panels where the loops for this processor have
/// products of their own, and as it is for OpenBLAS elsewhere.
class RightMatrix {
public:
    RightMatrix(const Kernels &loops, size_t depth, size_t columns);

    /// Takes over a matrix that lies as [depth][columns], or with `isTurned` as [columns][depth].
    void set(const float *matrix, bool isTurned);

    /// out[rows][columns] = left[rows][depth] this
    void multiply(const float *left, float *out, size_t rows) const;
    /// out = row, the same for all, + left this
    void multiplyOnto(const float *row, const float *left, float *out, size_t rows) const;
    /// out += left this
    void add(const float *left, float *out, size_t rows) const;

private:
    static constexpr size_t fewRowsAtMost = 4; ///< products of so few rows are not worth a call of BLAS
    bool isPacked() const { return m_loops.products.panel > 0; }
    void byBlas(const float *left, float *out, size_t rows, float beta) const;

    const Kernels &m_loops;
    size_t m_depth, m_columns;
    Buffer m_values;
};

/// out[rows][columns] = a^T b with a [depth][rows] and b [depth][columns].
void transposedProductOf(const Kernels &loops, const float *a, const float *b, float *out, size_t rows, size_t columns, size_t depth);

} // namespace foretrail::neural
