// The loops of Kernels.h, included once by each file that is compiled for one instruction set. Everything here is local to that
// file, and no header with inline functions may come in: the linker could choose a copy of one that other processors cannot run.
// NOLINTBEGIN(misc-definitions-in-headers): in an anonymous namespace, so that each file that includes this has its own on purpose
#include "core/neural/engine/Kernels.h"
#include "core/neural/engine/ProductLoops.h"
#include "core/neural/interface/DropoutMask.h"

// Rows and gates that lie in one array never overlap, which the compiler cannot see.
#if defined(__GNUC__) && !defined(__clang__)
#define FORETRAIL_INDEPENDENT _Pragma("GCC ivdep")
#elif defined(__clang__)
#define FORETRAIL_INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#else
#define FORETRAIL_INDEPENDENT
#endif

namespace foretrail::neural {
namespace {

// A float, or as many as a register holds.
template<class Value>
inline Value valueAt(const float *from);
template<>
inline float valueAt<float>(const float *from)
{
    return *from;
}
inline void put(float *to, float value) { *to = value; }

inline float limited(float x)
{
    x = x > 9.0F ? 9.0F : x;
    return x < -9.0F ? -9.0F : x;
}

#if defined(FORETRAIL_LANES)
template<>
inline Lanes valueAt<Lanes>(const float *from)
{
    return lanesAt(from);
}
inline void put(float *to, Lanes value) { *reinterpret_cast<LooseLanes *>(to) = value; }

// What is not a number stays so: these give their second operand then.
inline Lanes limited(Lanes x)
{
#if FORETRAIL_LANES == 16
    const Lanes upTo = _mm512_mask_min_ps(x, 0xFFFF, _mm512_set1_ps(9.0F), x); // of all; the plain one makes GCC 12 warn of its own header
    return _mm512_mask_max_ps(upTo, 0xFFFF, _mm512_set1_ps(-9.0F), upTo);
#else
    return _mm256_max_ps(_mm256_set1_ps(-9.0F), _mm256_min_ps(_mm256_set1_ps(9.0F), x));
#endif
}
#endif

// x P(x^2) / Q(x^2), fitted to tanh on [-9, 9] with least relative error (2e-8; 4e-7 in float, rounding included).
// Before the division, which the gates of a unit share: it takes longer than the polynomials. Both stay below 500.
template<class Value>
struct TanhRatio {
    explicit TanhRatio(Value value)
    {
        const Value x = limited(value);
        const Value z = x * x;
        over = x * ((((1.335472997e-08F * z + 2.060913749e-05F) * z + 3.495591753e-03F) * z + 1.33810288e-01F) * z + 9.999999795e-01F);
        under = (((7.776587995e-07F * z + 3.28564055e-04F) * z + 2.587699631e-02F) * z + 4.67143444e-01F) * z + 1.0F;
    }
    Value over, under;
};

template<class Value>
inline Value tanhOf(Value x)
{
    const TanhRatio<Value> ratio(x);
    return ratio.over / ratio.under;
}

/// Where the gates and states of a row lie.
struct LstmRow {
    float *i, *f, *g, *o;
    const float *before;
    float *cell, *tanhCell, *hidden;
};

template<class Value, bool hasBefore>
inline void lstmUnits(const LstmRow &row, int u)
{
    const TanhRatio<Value> in(0.5F * valueAt<Value>(row.i + u));
    const TanhRatio<Value> forget(0.5F * valueAt<Value>(row.f + u));
    const TanhRatio<Value> candidate(valueAt<Value>(row.g + u));
    const TanhRatio<Value> out(0.5F * valueAt<Value>(row.o + u));
    const Value first = in.under * candidate.under;
    const Value second = forget.under * out.under;
    const Value inverse = 1.0F / (first * second);
    const Value ofFirst = inverse * second;
    const Value ofSecond = inverse * first;
    const Value i = 0.5F * in.over * (ofFirst * candidate.under) + 0.5F;
    const Value g = candidate.over * (ofFirst * in.under);
    const Value f = 0.5F * forget.over * (ofSecond * out.under) + 0.5F;
    const Value o = 0.5F * out.over * (ofSecond * forget.under) + 0.5F;
    Value c = i * g;
    if constexpr (hasBefore)
        c += f * valueAt<Value>(row.before + u);
    const Value t = tanhOf(c);
    put(row.i + u, i);
    put(row.f + u, f);
    put(row.g + u, g);
    put(row.o + u, o);
    put(row.cell + u, c);
    put(row.tanhCell + u, t);
    put(row.hidden + u, o * t);
}

template<bool hasBefore>
void lstmRow(const LstmRow &given, int units)
{
    const LstmRow row = given; // a copy that nothing else can change
    int u = 0;
#if defined(FORETRAIL_LANES)
    for (; u + FORETRAIL_LANES <= units; u += FORETRAIL_LANES)
        lstmUnits<Lanes, hasBefore>(row, u);
#endif
    FORETRAIL_INDEPENDENT
    for (int rest = u; rest < units; ++rest)
        lstmUnits<float, hasBefore>(row, rest);
}

void lstmForward(float *gates, const float *cellBefore, float *cell, float *tanhCell, float *hidden, int rows, int units)
{
    for (int r = 0; r < rows; ++r) {
        const size_t at = size_t(r) * size_t(units);
        float *i = gates + 4 * at;
        const LstmRow row{i, i + units, i + 2 * units, i + 3 * units, cellBefore ? cellBefore + at : nullptr, cell + at, tanhCell + at, hidden + at};
        if (cellBefore)
            lstmRow<true>(row, units);
        else
            lstmRow<false>(row, units);
    }
}

void lstmBackward(float *gates, const float *cellBefore, const float *tanhCell, const float *gradHidden, float *gradCell, float *biasGradient,
                  int rows, int units)
{
    for (int r = 0; r < rows; ++r) {
        const size_t at = size_t(r) * size_t(units);
        float *i = gates + 4 * at;
        float *f = i + units;
        float *g = f + units;
        float *o = g + units;
        float *bi = biasGradient;
        float *bf = bi + units;
        float *bg = bf + units;
        float *bo = bg + units;
        const float *t = tanhCell + at;
        const float *dh = gradHidden + at;
        float *dc = gradCell + at;
        const float *before = cellBefore ? cellBefore + at : nullptr;
        FORETRAIL_INDEPENDENT
        for (int u = 0; u < units; ++u) {
            const float d = dc[u] + dh[u] * o[u] * (1.0F - t[u] * t[u]);
            dc[u] = d * f[u];
            f[u] = d * f[u] * (1.0F - f[u]);
            const float gate = i[u];
            i[u] = d * g[u] * gate * (1.0F - gate);
            bi[u] += i[u];
            g[u] = d * gate * (1.0F - g[u] * g[u]);
            bg[u] += g[u];
            o[u] = dh[u] * t[u] * o[u] * (1.0F - o[u]);
            bo[u] += o[u];
        }
        FORETRAIL_INDEPENDENT
        for (int u = 0; u < units; ++u) {
            f[u] *= before ? before[u] : 0.0F;
            bf[u] += f[u];
        }
    }
}

void gruForward(float *inputSide, const float *hiddenSide, const float *hiddenBefore, float *hidden, int rows, int units)
{
    for (int row = 0; row < rows; ++row) {
        const size_t at = size_t(row) * size_t(units);
        float *r = inputSide + 3 * at;
        float *z = r + units;
        float *n = z + units;
        const float *hr = hiddenSide + 3 * at;
        const float *hz = hr + units;
        const float *hn = hz + units;
        float *h = hidden + at;
        FORETRAIL_INDEPENDENT
        for (int u = 0; u < units; ++u) {
            const TanhRatio reset(0.5F * (r[u] + hr[u]));
            const TanhRatio update(0.5F * (z[u] + hz[u]));
            const float inverse = 0.5F / (reset.under * update.under);
            r[u] = reset.over * (inverse * update.under) + 0.5F;
            z[u] = update.over * (inverse * reset.under) + 0.5F;
            n[u] = tanhOf(n[u] + r[u] * hn[u]);
            h[u] = (1.0F - z[u]) * n[u];
        }
        if (!hiddenBefore)
            continue;
        const float *before = hiddenBefore + at;
        FORETRAIL_INDEPENDENT
        for (int u = 0; u < units; ++u)
            h[u] += z[u] * before[u];
    }
}

void gruBackward(float *inputSide, float *hiddenSide, const float *hiddenBefore, const float *gradHidden, float *gradBefore,
                 float *inputBiasGradient, float *hiddenBiasGradient, int rows, int units)
{
    for (int row = 0; row < rows; ++row) {
        const size_t at = size_t(row) * size_t(units);
        float *r = inputSide + 3 * at;
        float *z = r + units;
        float *n = z + units;
        float *hr = hiddenSide + 3 * at;
        float *hz = hr + units;
        float *hn = hz + units;
        float *br = inputBiasGradient;
        float *bz = br + units;
        float *bn = bz + units;
        float *bh = hiddenBiasGradient;
        const float *dh = gradHidden + at;
        float *back = gradBefore ? gradBefore + at : nullptr;
        const float *before = hiddenBefore ? hiddenBefore + at : nullptr;
        FORETRAIL_INDEPENDENT
        for (int u = 0; u < units; ++u) {
            const float past = before ? before[u] : 0.0F;
            const float dn = dh[u] * (1.0F - z[u]) * (1.0F - n[u] * n[u]);
            const float dz = dh[u] * (past - n[u]) * z[u] * (1.0F - z[u]);
            const float dr = dn * hn[u] * r[u] * (1.0F - r[u]);
            if (back)
                back[u] += dh[u] * z[u];
            const float dnHidden = dn * r[u];
            r[u] = hr[u] = dr;
            z[u] = hz[u] = dz;
            n[u] = dn;
            hn[u] = dnHidden;
            br[u] += dr;
            bz[u] += dz;
            bn[u] += dn;
            bh[u] += dr;
            bh[u + units] += dz;
            bh[u + 2 * units] += dnHidden;
        }
    }
}

void dropped(const float *in, float *out, size_t count, uint32_t key, uint32_t first, uint32_t threshold, float scale)
{
    for (size_t i = 0; i < count; ++i)
        out[i] = dropoutKeeps(key, first + uint32_t(i), threshold) ? in[i] * scale : 0.0F;
}

void fillRows(float *out, const float *row, size_t rows, size_t width)
{
    for (size_t r = 0; r < rows; ++r)
        FORETRAIL_INDEPENDENT
        for (size_t w = 0; w < width; ++w)
            out[r * width + w] = row[w];
}

void fewInputs(float *out, const float *bias, const float *inputs, const float *weights, size_t rows, size_t features, size_t width)
{
    for (size_t r = 0; r < rows; ++r) {
        float *to = out + r * width;
        const float first = inputs[r * features];
        FORETRAIL_INDEPENDENT
        for (size_t w = 0; w < width; ++w)
            to[w] = bias[w] + first * weights[w];
        for (size_t f = 1; f < features; ++f) {
            const float *by = weights + f * width;
            const float x = inputs[r * features + f];
            FORETRAIL_INDEPENDENT
            for (size_t w = 0; w < width; ++w)
                to[w] += x * by[w];
        }
    }
}

void fewInputsBack(float *gradient, const float *grad, const float *inputs, size_t rows, size_t features, size_t width)
{
    for (size_t r = 0; r < rows; ++r) {
        const float *from = grad + r * width;
        for (size_t f = 0; f < features; ++f) {
            float *to = gradient + f * width;
            const float x = inputs[r * features + f];
            FORETRAIL_INDEPENDENT
            for (size_t w = 0; w < width; ++w)
                to[w] += x * from[w];
        }
    }
}

void fewRows(float *out, const float *in, const float *weights, size_t rows, size_t depth, size_t width)
{
    for (size_t r = 0; r < rows; ++r) {
        float *to = out + r * width;
        const float *x = in + r * depth;
        size_t k = 0;
        for (; k + 4 <= depth; k += 4) {
            const float *w0 = weights + k * width;
            const float *w1 = w0 + width;
            const float *w2 = w1 + width;
            const float *w3 = w2 + width;
            FORETRAIL_INDEPENDENT
            for (size_t w = 0; w < width; ++w)
                to[w] += (x[k] * w0[w] + x[k + 1] * w1[w]) + (x[k + 2] * w2[w] + x[k + 3] * w3[w]);
        }
        for (; k < depth; ++k)
            FORETRAIL_INDEPENDENT
            for (size_t w = 0; w < width; ++w)
                to[w] += x[k] * weights[k * width + w];
    }
}

void addTo(float *sum, const float *in, size_t count)
{
    for (size_t i = 0; i < count; ++i)
        sum[i] += in[i];
}

// Eight sums side by side, so that the order of adding is the same on every processor.
double sumOfSquares(const float *in, size_t count)
{
    double sums[8] = {};
    size_t i = 0;
    for (; i + 8 <= count; i += 8)
        for (size_t k = 0; k < 8; ++k)
            sums[k] += double(in[i + k]) * double(in[i + k]);
    double sum = 0;
    for (; i < count; ++i)
        sum += double(in[i]) * double(in[i]);
    for (const double part : sums)
        sum += part;
    return sum;
}

void adam(float *parameters, float *mean, float *square, const float *gradient, size_t count,
          const StepSize &step)
{
    const StepSize s = step;
    for (size_t i = 0; i < count; ++i) {
        const float g = gradient[i] * s.gradientScale + s.penalty * parameters[i];
        mean[i] = s.firstDecay * mean[i] + (1.0F - s.firstDecay) * g;
        square[i] = s.secondDecay * square[i] + (1.0F - s.secondDecay) * g * g;
        parameters[i] = s.shrink * parameters[i] - s.rate * mean[i] / (__builtin_sqrtf(square[i]) + s.epsilon);
    }
}

void rmsprop(float *parameters, float *square, const float *gradient, size_t count, const StepSize &step)
{
    const StepSize s = step;
    for (size_t i = 0; i < count; ++i) {
        const float g = gradient[i] * s.gradientScale + s.penalty * parameters[i];
        square[i] = s.secondDecay * square[i] + (1.0F - s.secondDecay) * g * g;
        parameters[i] -= s.rate * g / (__builtin_sqrtf(square[i]) + s.epsilon);
    }
}

void momentum(float *parameters, float *velocity, const float *gradient, size_t count, const StepSize &step)
{
    const StepSize s = step;
    for (size_t i = 0; i < count; ++i) {
        velocity[i] = s.firstDecay * velocity[i] + gradient[i] * s.gradientScale + s.penalty * parameters[i];
        parameters[i] -= s.rate * velocity[i];
    }
}

constexpr Kernels kernelsNamed(const char *name, const char *blasCore)
{
    return {name, blasCore, lstmForward, lstmBackward, gruForward, gruBackward, dropped, fillRows, fewInputs, fewInputsBack, fewRows, addTo, sumOfSquares,
            adam, rmsprop, momentum, productKernels()};
}

} // namespace
} // namespace foretrail::neural
// NOLINTEND(misc-definitions-in-headers)
