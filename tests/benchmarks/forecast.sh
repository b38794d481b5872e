#!/usr/bin/env bash
# Statistical models over many series beside statsmodels on one thread, where python3-statsmodels is installed.
#   tests/benchmarks/forecast.sh [SERIES...]      default: 1000 10000 30000 series of 2,000 days, then up to 100,000 of 200
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

programs bench_forecast
"$bench/bench_forecast" "$@"
if rival=$(python3 "$root/tests/benchmarks/ar_statsmodels.py" 2>/dev/null); then
    say "statsmodels on one thread: AR order among 0 to 60 ${rival% *} series/s, one Holt-Winters fit of ten years of weeks ${rival#* } series/s"
else
    say "python3-statsmodels is not installed: no comparison"
fi
