#include "core/neural/engine/Products.h"

#include "core/neural/engine/Blas.h"

#include <algorithm>

namespace foretrail::neural {
namespace {

// out[columns][rows] = in[rows][columns], in blocks that stay in the cache.
void transposeInto(float *out, const float *in, size_t rows, size_t columns)
{
    constexpr size_t block = 16;
    for (size_t r0 = 0; r0 < rows; r0 += block)
        for (size_t c0 = 0; c0 < columns; c0 += block)
            for (size_t r = r0; r < std::min(r0 + block, rows); ++r)
                for (size_t c = c0; c < std::min(c0 + block, columns); ++c)
                    out[c * rows + r] = in[r * columns + c];
}

} // namespace

RightMatrix::RightMatrix(const Kernels &loops, size_t depth, size_t columns) : m_loops(loops), m_depth(depth), m_columns(columns)
{
    const size_t panel = std::max<size_t>(loops.products.panel, 1);
    m_values.resize(depth * ((columns + panel - 1) / panel * panel));
}

void RightMatrix::set(const float *matrix, bool isTurned)
{
    if (isPacked())
        m_loops.products.pack(m_values.data(), matrix, m_depth, m_columns, isTurned ? 1 : m_columns, isTurned ? m_depth : 1);
    else if (isTurned)
        transposeInto(m_values.data(), matrix, m_columns, m_depth);
    else
        std::copy_n(matrix, m_depth * m_columns, m_values.data());
}

void RightMatrix::byBlas(const float *left, float *out, size_t rows, float beta) const
{
    if (rows > fewRowsAtMost)
        return Blas::product(left, m_values.data(), out, rows, m_columns, m_depth, beta);
    if (beta == 0)
        std::fill_n(out, rows * m_columns, 0.0F);
    m_loops.fewRows(out, left, m_values.data(), rows, m_depth, m_columns);
}

void RightMatrix::multiply(const float *left, float *out, size_t rows) const
{
    if (!isPacked())
        return byBlas(left, out, rows, 0);
    m_loops.products.product({left, m_values.data(), out, nullptr, 0, rows, m_columns, m_depth});
}

void RightMatrix::multiplyOnto(const float *row, const float *left, float *out, size_t rows) const
{
    if (isPacked())
        return m_loops.products.product({left, m_values.data(), out, row, 0, rows, m_columns, m_depth});
    m_loops.fillRows(out, row, rows, m_columns);
    byBlas(left, out, rows, 1);
}

void RightMatrix::add(const float *left, float *out, size_t rows) const
{
    if (!isPacked())
        return byBlas(left, out, rows, 1);
    m_loops.products.product({left, m_values.data(), out, out, m_columns, rows, m_columns, m_depth});
}

void transposedProductOf(const Kernels &loops, const float *a, const float *b, float *out, size_t rows, size_t columns, size_t depth)
{
    if (loops.products.panel == 0)
        return Blas::transposedProduct(a, b, out, rows, columns, depth, 0);
    loops.products.transposedProduct(a, b, out, rows, columns, depth);
}

} // namespace foretrail::neural
