// Products of small matrices, included by KernelLoops.h: what goes for it goes for these. A tile of the result stays in registers while the
// depth runs; its left side is read as it lies, its right side from panels of two registers' width.
#pragma once
// NOLINTBEGIN(misc-definitions-in-headers): in an anonymous namespace, so that each file that includes this has its own on purpose

#include "core/neural/engine/Kernels.h"

#if defined(__AVX512F__)
#define FORETRAIL_LANES 16
#elif defined(__AVX2__)
#define FORETRAIL_LANES 8
#endif
#if defined(FORETRAIL_LANES)
#include <immintrin.h> // single instructions, always written in place
#endif

namespace foretrail::neural {
namespace {

#if defined(FORETRAIL_LANES)

using Lanes = float __attribute__((vector_size(4 * FORETRAIL_LANES)));
using LooseLanes = float __attribute__((vector_size(4 * FORETRAIL_LANES), aligned(4), may_alias));

constexpr size_t panelParts = 2;
constexpr size_t panelColumns = panelParts * FORETRAIL_LANES;
constexpr size_t wideParts = FORETRAIL_LANES == 16 ? 4 : 2; // of transposed products, where no panels are packed
constexpr size_t depthAtOnce = 256; // of a panel, so that it stays in the nearest cache
constexpr size_t sharedAtOnce = FORETRAIL_LANES == 16 ? 256 : 128; // of the depth of transposed products

// Rows of a tile of so many parts: with a row of the right side they fill the registers.
constexpr size_t rowsFor(size_t parts) { return FORETRAIL_LANES == 16 && parts == 2 ? 8 : 6; }

constexpr size_t rowsAtOnce = 8 * rowsFor(panelParts); // of the left side while one panel is in the nearest cache

/// Tiles below each other. Element (row, k) of the left side lies at left[row * leftRow + k * leftDepth], that of the right side at
/// right[k * rightStride + column]; the result begins with start, where that is not null.
struct TileRun {
    const float *left;
    size_t leftRow, leftDepth;
    const float *right;
    size_t rightStride;
    float *out;
    size_t outStride;
    const float *start;
    size_t startStride;
    size_t depth;
};

// A few rows keep several sums for each element, or each addition would wait for the one before it.
constexpr size_t sumsFor(size_t rows) { return rows == 1 ? 4 : rows <= 3 ? 2 : 1; }

inline Lanes lanesAt(const float *from) { return *reinterpret_cast<const LooseLanes *>(from); }

template<size_t rows, size_t parts>
[[gnu::always_inline]] inline void addStep(Lanes (&sums)[rows][parts], const float *left, size_t leftRow, const float *right)
{
    Lanes panel[parts];
#pragma GCC unroll 4
    for (size_t part = 0; part < parts; ++part)
        panel[part] = lanesAt(right + part * FORETRAIL_LANES);
#pragma GCC unroll 8
    for (size_t r = 0; r < rows; ++r) {
        const float x = left[r * leftRow];
#pragma GCC unroll 4
        for (size_t part = 0; part < parts; ++part)
            sums[r][part] += x * panel[part];
    }
}

// The sums stay in registers only while every index is known when this is compiled: hence so many unrolled loops.
template<size_t rows, size_t parts, bool hasStart>
[[gnu::always_inline]] inline void wholeTile(const TileRun &run, const float *left, float *out, const float *start)
{
    constexpr size_t chains = sumsFor(rows);
    Lanes sums[chains][rows][parts];
#pragma GCC unroll 4
    for (size_t chain = 0; chain < chains; ++chain)
#pragma GCC unroll 8
        for (size_t r = 0; r < rows; ++r)
#pragma GCC unroll 4
            for (size_t part = 0; part < parts; ++part)
                sums[chain][r][part] = hasStart && chain == 0 ? lanesAt(start + r * run.startStride + part * FORETRAIL_LANES) : Lanes{};
    size_t k = 0;
#pragma GCC unroll 2
    for (; k + chains <= run.depth; k += chains)
#pragma GCC unroll 4
        for (size_t chain = 0; chain < chains; ++chain)
            addStep(sums[chain], left + (k + chain) * run.leftDepth, run.leftRow, run.right + (k + chain) * run.rightStride);
    for (; chains > 1 && k < run.depth; ++k)
        addStep(sums[0], left + k * run.leftDepth, run.leftRow, run.right + k * run.rightStride);
#pragma GCC unroll 8
    for (size_t r = 0; r < rows; ++r)
#pragma GCC unroll 4
        for (size_t part = 0; part < parts; ++part) {
            Lanes sum = sums[0][r][part];
#pragma GCC unroll 4
            for (size_t chain = 1; chain < chains; ++chain)
                sum += sums[chain][r][part];
            *reinterpret_cast<LooseLanes *>(out + r * run.outStride + part * FORETRAIL_LANES) = sum;
        }
}

// count: 1 .. rows
template<size_t rows, size_t parts, bool hasStart>
void lastTile(const TileRun &run, const float *left, float *out, const float *start, size_t count)
{
    if constexpr (rows > 1)
        if (count < rows)
            return lastTile<rows - 1, parts, hasStart>(run, left, out, start, count);
    const TileRun own = run;
    wholeTile<rows, parts, hasStart>(own, left, out, start);
}

template<size_t parts, bool hasStart>
void wholeTiles(const TileRun &run, size_t rows)
{
    constexpr size_t each = rowsFor(parts);
    const TileRun own = run; // a copy that nothing else can change
    const float *left = own.left;
    float *out = own.out;
    const float *start = own.start;
    for (; rows >= each; rows -= each) {
        wholeTile<each, parts, hasStart>(own, left, out, start);
        left += each * own.leftRow;
        out += each * own.outStride;
        start = hasStart ? start + each * own.startStride : nullptr;
    }
    if (rows > 0)
        lastTile<each - 1, parts, hasStart>(own, left, out, start, rows);
}

inline size_t atMost(size_t a, size_t b) { return a < b ? a : b; }

// The last panel may be wider than what is left of the result: it goes through a place of its own.
template<size_t parts>
void edgeTiles(const TileRun &run, size_t rows, size_t columns)
{
    constexpr size_t each = rowsFor(parts);
    constexpr size_t width = parts * FORETRAIL_LANES;
    for (size_t row = 0; row < rows; row += each) {
        const size_t here = atMost(each, rows - row);
        float edge[each * width] = {};
        for (size_t r = 0; run.start && r < here; ++r)
            for (size_t c = 0; c < columns; ++c)
                edge[r * width + c] = run.start[(row + r) * run.startStride + c];
        wholeTiles<parts, true>({run.left + row * run.leftRow, run.leftRow, run.leftDepth, run.right, run.rightStride, edge, width, edge, width, run.depth}, here);
        for (size_t r = 0; r < here; ++r)
            for (size_t c = 0; c < columns; ++c)
                run.out[(row + r) * run.outStride + c] = edge[r * width + c];
    }
}

// columns: what is left of the result, maybe more than the tiles are wide.
template<size_t parts>
void tiles(const TileRun &run, size_t rows, size_t columns)
{
    if (columns < parts * FORETRAIL_LANES)
        edgeTiles<parts>(run, rows, columns);
    else if (run.start)
        wholeTiles<parts, true>(run, rows);
    else
        wholeTiles<parts, false>(run, rows);
}

void packPanels(float *panels, const float *matrix, size_t depth, size_t columns, size_t depthStride, size_t columnStride)
{
    for (size_t first = 0; first < columns; first += panelColumns) {
        const size_t here = atMost(panelColumns, columns - first);
        for (size_t k = 0; k < depth; ++k, panels += panelColumns) {
            const float *from = matrix + k * depthStride + first * columnStride;
            for (size_t c = 0; c < here; ++c)
                panels[c] = from[c * columnStride];
            for (size_t c = here; c < panelColumns; ++c)
                panels[c] = 0;
        }
    }
}

void packedProduct(const PackedProduct &p)
{
    for (size_t row = 0; row < p.rows; row += rowsAtOnce)
        for (size_t column = 0; column < p.columns; column += panelColumns)
            for (size_t k = 0; k < p.depth; k += depthAtOnce) {
                float *out = p.out + row * p.columns + column;
                const float *start = k > 0 ? out : p.start ? p.start + row * p.startStride + column : nullptr;
                const TileRun run{p.left + row * p.depth + k, p.depth, 1, p.panels + column * p.depth + k * panelColumns, panelColumns, out, p.columns,
                                  start, k > 0 ? p.columns : p.startStride, atMost(depthAtOnce, p.depth - k)};
                tiles<panelParts>(run, atMost(rowsAtOnce, p.rows - row), p.columns - column);
            }
}

// Where the result is narrower than a panel: it is computed lying on its side, panels being columns of a.
void narrowTransposedProduct(const float *a, const float *b, float *c, size_t rows, size_t columns, size_t depth)
{
    float turned[panelColumns * panelColumns];
    size_t row = 0;
    for (; row + panelColumns <= rows; row += panelColumns) {
        wholeTiles<panelParts, false>({b, 1, columns, a + row, rows, turned, panelColumns, nullptr, 0, depth}, columns);
        for (size_t r = 0; r < panelColumns; ++r)
            for (size_t column = 0; column < columns; ++column)
                c[(row + r) * columns + column] = turned[column * panelColumns + r];
    }
    for (; row < rows; ++row)
        for (size_t column = 0; column < columns; ++column) {
            float sum = 0;
            for (size_t k = 0; k < depth; ++k)
                sum += a[k * rows + row] * b[k * columns + column];
            c[row * columns + column] = sum;
        }
}

// Columns beside the last whole panel are packed, so that nothing is read behind the end.
void lastColumns(const TileRun &run, size_t rows, size_t columns)
{
    float packed[sharedAtOnce * panelColumns];
    packPanels(packed, run.right, run.depth, columns, run.rightStride, 1);
    TileRun own = run;
    own.right = packed;
    own.rightStride = panelColumns;
    tiles<panelParts>(own, rows, columns);
}

// To the columns beside.
void goOn(TileRun &run, size_t by)
{
    run.right += by;
    run.out += by;
    run.start = run.start ? run.start + by : nullptr;
}

void transposedProduct(const float *a, const float *b, float *c, size_t rows, size_t columns, size_t depth)
{
    constexpr size_t wide = wideParts * FORETRAIL_LANES;
    if (columns < panelColumns)
        return narrowTransposedProduct(a, b, c, rows, columns, depth);
    for (size_t k = 0; k < depth; k += sharedAtOnce) {
        TileRun run{a + k * rows, 1, rows, b + k * columns, columns, c, columns, k > 0 ? c : nullptr, columns, atMost(sharedAtOnce, depth - k)};
        size_t column = 0;
        for (; column + wide <= columns; column += wide) {
            tiles<wideParts>(run, rows, wide);
            goOn(run, wide);
        }
        for (; column + panelColumns <= columns; column += panelColumns) {
            tiles<panelParts>(run, rows, panelColumns);
            goOn(run, panelColumns);
        }
        if (column < columns)
            lastColumns(run, rows, columns - column);
    }
}

constexpr ProductKernels productKernels() { return {panelColumns, packPanels, packedProduct, transposedProduct}; }

#else

constexpr ProductKernels productKernels() { return {}; }

#endif

} // namespace
} // namespace foretrail::neural
// NOLINTEND(misc-definitions-in-headers)
