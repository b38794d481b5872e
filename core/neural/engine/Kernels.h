#pragma once

#include <cstddef>
#include <cstdint>

namespace foretrail::neural {

/// How one optimiser step moves the parameters; which fields count depends on the rule.
struct StepSize {
    float rate = 1e-3F;        ///< learning rate, with Adam's corrections of both moments
    float gradientScale = 1;   ///< clips the norm
    float firstDecay = 0.9F;   ///< of the mean of gradients, or the momentum
    float secondDecay = 0.999F; ///< of the mean of squares
    float epsilon = 1e-8F;
    float shrink = 1;          ///< of the parameters before they move (decoupled weight decay)
    float penalty = 0;         ///< times the parameter, added to its gradient (coupled weight decay)
};

/// out[rows][columns] = left[rows][depth] times a right side in panels, added to what `start` points at: rows that lie startStride apart
/// (0: one row for all; out itself may be meant), or nothing where it is null.
struct PackedProduct {
    const float *left;
    const float *panels;
    float *out;
    const float *start;
    size_t startStride;
    size_t rows, columns, depth;
};

/// Products of the small matrices of a recurrent network. Instruction sets without them leave it empty: OpenBLAS is better there.
struct ProductKernels {
    size_t panel = 0; ///< columns of a panel, which is [depth][panel]; the last one is filled up with zeros
    /// Element (k, column) of the matrix lies at k * depthStride + column * columnStride. Room: depth times columns, rounded up to panels.
    void (*pack)(float *panels, const float *matrix, size_t depth, size_t columns, size_t depthStride, size_t columnStride) = nullptr;
    void (*product)(const PackedProduct &product) = nullptr;
    /// c[rows][columns] = a^T b with a [depth][rows] and b [depth][columns].
    void (*transposedProduct)(const float *a, const float *b, float *c, size_t rows, size_t columns, size_t depth) = nullptr;
};

/// Loops over arrays, compiled once for each instruction set. Matrices are row-major; `rows` x `units` of states beside
/// `rows` x gates*units of gates in LibTorch's order (i, f, g, o and r, z, n). A null "before" is zero.
struct Kernels {
    const char *name; ///< "x86-64-v3"
    const char *blasCore; ///< what OpenBLAS calls a processor with these instructions; nullptr: its own choice
    /// Sums to activations in place; the cell, its tanh and the hidden state.
    void (*lstmForward)(float *gates, const float *cellBefore, float *cell, float *tanhCell, float *hidden, int rows, int units);
    /// Activations to gradients of the sums in place, also added to `biasGradient`; gradCell moves one step back.
    void (*lstmBackward)(float *gates, const float *cellBefore, const float *tanhCell, const float *gradHidden, float *gradCell,
                         float *biasGradient, int rows, int units);
    /// inputSide: sums to activations; hiddenSide keeps U h + c of n, which the way back needs.
    void (*gruForward)(float *inputSide, const float *hiddenSide, const float *hiddenBefore, float *hidden, int rows, int units);
    /// Both sides to gradients of their sums; gradBefore: what passes z straight to the step before.
    void (*gruBackward)(float *inputSide, float *hiddenSide, const float *hiddenBefore, const float *gradHidden, float *gradBefore,
                        float *inputBiasGradient, float *hiddenBiasGradient, int rows, int units);
    /// out = in * mask; the mask of element i is that of dropoutKeeps(key, first + i).
    void (*dropped)(const float *in, float *out, size_t count, uint32_t key, uint32_t first, uint32_t threshold, float scale);
    void (*fillRows)(float *out, const float *row, size_t rows, size_t width);
    /// out[r] = bias + sum over features of x[r][f] weights[f]: the input product where features are few.
    void (*fewInputs)(float *out, const float *bias, const float *inputs, const float *weights, size_t rows, size_t features, size_t width);
    /// gradient[f] += sum over rows of x[r][f] grad[r]
    void (*fewInputsBack)(float *gradient, const float *grad, const float *inputs, size_t rows, size_t features, size_t width);
    /// out[rows][width] += in[rows][depth] weights[depth][width] for a few rows, where a library call costs more than it saves.
    void (*fewRows)(float *out, const float *in, const float *weights, size_t rows, size_t depth, size_t width);
    void (*addTo)(float *sum, const float *in, size_t count);
    double (*sumOfSquares)(const float *in, size_t count);
    void (*adam)(float *parameters, float *mean, float *square, const float *gradient, size_t count, const StepSize &step);
    void (*rmsprop)(float *parameters, float *square, const float *gradient, size_t count, const StepSize &step);
    void (*momentum)(float *parameters, float *velocity, const float *gradient, size_t count, const StepSize &step);
    ProductKernels products;
};

/// The best set for this processor.
const Kernels &kernels();
/// Every set that this processor can run, the plainest first: for tests.
size_t kernelSets(const Kernels **sets, size_t room);

} // namespace foretrail::neural
