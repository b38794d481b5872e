#!/usr/bin/env bash
# Builds the release with its benchmarks and runs them beside the alternatives, all in one run. Needs the packages of
# packaging/test.sh; python3-torch and python3-statsmodels are used where they are installed. FILE is a CSV log to import (default: the real log beside
# the project where it is present, else a generated one).
#   tests/benchmarks/run.sh [FILE]
source "$(dirname "${BASH_SOURCE[0]}")/../../packaging/common.sh"

configure release -DFORETRAIL_TESTS=ON -DFORETRAIL_BENCHMARKS=ON
cmake --build --preset release --target foretrail foretrail-cli foretrail_neural bench_preview bench_stl bench_models bench_forecast bench_neural bench_chart bench_picture bench_browser bench_window bench_empty_window
bin=$root/build/release/bin
bench=$root/build/release/benchmarks
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen OMP_NUM_THREADS=1

seconds() { # wall time of a command, best of three
    python3 - "$@" <<'PY'
import subprocess, sys, time
best = 1e9
for _ in range(3):
    began = time.perf_counter()
    subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    best = min(best, time.perf_counter() - began)
print(f"{best:.3f}")
PY
}
ratio() { python3 -c "print(f'{$1 / $2:.2f}')"; }

log=${1:-$root/../shared/data/online_retail/online_retail_2010-12_to_2011-09.csv.gz}
[ -e "$log" ] || { say "The real log is not here; a generated one takes its place"; "$bin/foretrail-cli" sample "$work/s.foretrail" --size small --csv "$work/log.csv" >/dev/null; log=$work/log.csv; }
case "$log" in *.gz) gzip -dc "$log" > "$work/log.csv" ;; *) [ "$log" = "$work/log.csv" ] || cp "$log" "$work/log.csv" ;; esac
rows=$(($(wc -l < "$work/log.csv") - 1))
printf '#!/bin/sh\nrm -f "%s"/w.foretrail*; exec "%s" import "%s/w.foretrail" "%s/log.csv" --json\n' "$work" "$bin/foretrail-cli" "$work" "$work" > "$work/ours"
printf '#!/bin/sh\nrm -f "%s/plain.db"; exec sqlite3 "%s/plain.db" ".import --csv %s/log.csv t"\n' "$work" "$work" "$work" > "$work/theirs"
chmod +x "$work/ours" "$work/theirs"
ours=$(seconds "$work/ours"); theirs=$(seconds "$work/theirs")
say "Import, $rows rows: foretrail-cli $ours s, sqlite3 .import $theirs s, ratio $(ratio "$ours" "$theirs") (types, keys, duplicates and indexes included in ours)"

say "Import of generated sales lines"
tests/benchmarks/import.sh 2000000

say "Preview of the real log, in milliseconds"
"$bench/bench_preview" "$log"

say "Statistical models, fits and forecasts"
"$bench/bench_models" --benchmark_min_time=0.3 2>/dev/null | grep -E 'Benchmark|fit'

say "Many series, statistical models"
"$bench/bench_forecast"
if rival=$(python3 "$root/tests/benchmarks/ar_statsmodels.py" 2>/dev/null); then
    say "statsmodels on one thread: AR order among 0 to 60 ${rival% *} series/s, one Holt-Winters fit of ten years of weeks ${rival#* } series/s"
else
    say "python3-statsmodels is not installed: no comparison"
fi

say "Decomposition of 2,000 daily steps"
"$bench/bench_stl"

say "Recurrent networks beside python3-torch"
python3 tests/benchmarks/neural.py "$bench/bench_neural"

window=$(seconds "$bin/foretrail" --quit-after-first-paint); empty=$(seconds "$bench/bench_empty_window")
say "First window: foretrail $window s, an empty Qt window $empty s, ratio $(ratio "$window" "$empty")"
say "From a changed parameter to the picture, ten years of days"
"$bench/bench_picture"

say "Charts of 1 thousand to 10 million points"
"$bench/bench_chart"
say "Item browser with 100,000 series"
"$bench/bench_browser"
say "Longest wait of the window: $("$bench/bench_window")"
