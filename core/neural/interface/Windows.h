#pragma once

#include "core/base/Uncopied.h"

#include <QtGlobal>

#include <span>
#include <vector>

namespace foretrail {

/// What one training example holds.
struct WindowSize {
    int lookback = 1;
    int features = 1; ///< values at each step
    int extras = 0;   ///< values that reach the head directly, beside the last state
    int targets = 1;  ///< values to forecast
    bool operator==(const WindowSize &) const = default;
};

/// Where some windows are written to, one beside the other.
struct WindowBatch {
    float *inputs = nullptr;   ///< time-major: feature f of step t of window r at [(t * rows + r) * stride + f]
    int stride = 0;            ///< >= features
    float *extras = nullptr;   ///< [rows][extras]
    float *targets = nullptr;  ///< [rows][targets]; nullptr: not wanted
    float *scales = nullptr;   ///< [rows]: the size of a window, for losses that speak of counts; 1 where it is not set
    float *weights = nullptr;  ///< [rows]: of a window in the loss; 1 where it is not set
    int *entities = nullptr;   ///< [rows]: which embedding a window has; 0 where it is not set
};

/// Training examples, made when they are asked for: nothing is kept for each window. gather() may be called by several threads.
class Windows : Uncopied {
public:
    virtual ~Windows() = default;
    virtual qint64 count() const = 0;
    virtual WindowSize size() const = 0;
    virtual void gather(std::span<const qint64> windows, const WindowBatch &batch) const = 0;
};

/// Examples as they lie in memory: `count` windows of `lookback` steps of `features` values each (row-major
/// [count][lookback][features]) and `targets.size() / count` targets a window.
struct WindowSet {
    int count = 0;
    int lookback = 0;
    int features = 1;
    std::vector<float> inputs;
    std::vector<float> targets;
};

/// A view on a WindowSet, or on the inputs alone; what it is made of must outlive it.
class StoredWindows : public Windows {
public:
    explicit StoredWindows(const WindowSet &set) : StoredWindows(set.inputs, set.targets, set.count, set.lookback, set.features) {}
    StoredWindows(std::span<const float> inputs, std::span<const float> targets, int count, int lookback, int features);
    qint64 count() const override { return m_count; }
    WindowSize size() const override { return m_size; }
    void gather(std::span<const qint64> windows, const WindowBatch &batch) const override;

private:
    std::span<const float> m_inputs;
    std::span<const float> m_targets;
    int m_count;
    WindowSize m_size;
};

} // namespace foretrail
