#!/usr/bin/env bash
# Preparing many daily series (outliers by decomposition, gaps, scaling, calendar, lags) beside the same steps in pandas with
# statsmodels' STL on a sample, in one run. Needs python3-pandas and python3-statsmodels for the comparison.
#   tests/benchmarks/prepare.sh [SERIES] [SAMPLE]        30000 100
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

series=${1:-30000} sample=${2:-100}
programs bench_prepare
bench=$bench/bench_prepare
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ours=$("$bench" "$series" 2000)
say "Preparation: $ours"
if python3 -c 'import pandas, statsmodels' 2>/dev/null; then
    "$bench" --dump "$sample" 2000 > "$work/sample.csv"
    theirs=$(OPENBLAS_NUM_THREADS=1 python3 "$root/tests/benchmarks/prepare.py" "$work/sample.csv")
    mine=$(sed 's/.* \([0-9]*\) series a minute.*/\1/' <<< "$ours")
    say "pandas and statsmodels, $sample of these series, one process: $theirs series a minute, ratio $(python3 -c "print(f'{$mine / $theirs:.1f}')")"
else
    say "python3-pandas or python3-statsmodels is not installed: no comparison"
fi
