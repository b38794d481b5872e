#include "core/neural/engine/Kernels.h"

namespace foretrail::neural {

extern const Kernels kernelsBaseline;
#if defined(FORETRAIL_X86_KERNELS)
extern const Kernels kernelsV3;
extern const Kernels kernelsV4;

namespace {

// What x86-64-v3 and -v4 add that the loops are compiled to use.
bool hasV3()
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
}

bool hasV4()
{
    return hasV3() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

} // namespace
#endif

size_t kernelSets(const Kernels **sets, size_t room)
{
    size_t count = 0;
    const auto add = [&](const Kernels &set) {
        if (count < room)
            sets[count++] = &set;
    };
    add(kernelsBaseline);
#if defined(FORETRAIL_X86_KERNELS)
    if (hasV3())
        add(kernelsV3);
    if (hasV4())
        add(kernelsV4);
#endif
    return count;
}

const Kernels &kernels()
{
    static const Kernels &best = [&]() -> const Kernels & {
        const Kernels *sets[3] = {};
        return *sets[kernelSets(sets, 3) - 1];
    }();
    return best;
}

} // namespace foretrail::neural
