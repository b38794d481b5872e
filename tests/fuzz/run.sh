#!/usr/bin/env bash
# Builds the fuzz targets and runs each for so many seconds: run.sh [SECONDS] [TARGET...]. What it finds is told, and the input
# that shows it is kept in build/fuzz/found. Needs clang; without it nothing is run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-60}
[ $# -gt 0 ] && shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(delimited date number workbook json)

if ! command -v clang++ >/dev/null; then
    echo "clang++ is not installed: the fuzz targets are skipped"
    exit 0
fi
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target "${targets[@]/#/fuzz_}" -- -k 0

mkdir -p build/fuzz/found
for target in "${targets[@]}"; do
    echo "== fuzz_$target for $seconds s"
    mkdir -p "build/fuzz/corpus/$target"
    log=build/fuzz/$target.log
    # What was found interesting stays in the build folder; the seeds are only read.
    if ! build/fuzz/bin/fuzz_"$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/found/$target-" "build/fuzz/corpus/$target" "tests/fuzz/corpus/$target" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        echo "fuzz_$target found something: see build/fuzz/found" >&2
        exit 1
    fi
    grep -E "number_of_executed_units|new_units_added" "$log" || true
done
