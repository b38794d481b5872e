#!/usr/bin/env bash
# The main job without a window: makes the sample shop, forecasts, trains, exports, reports, and says where the results are.
#   main-job.sh FOLDER_OF_PROGRAMS RESULTS
set -euo pipefail
bin=$1
out=$2
mkdir -p "$out"
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then # else every picture comes with a warning
    XDG_RUNTIME_DIR=$(mktemp -d)
    export XDG_RUNTIME_DIR
    trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
fi
rm -f "$out"/sample.foretrail*
cli="$bin/foretrail-cli"
"$cli" sample "$out/sample.foretrail" --size small --seed 1
cat > "$out/lstm.json" <<'JSON'
{ "measure": "revenue", "by": "total", "step": "day", "model": "lstm", "horizon": 28, "epochs": 30, "split": { "test": 28 } }
JSON
"$cli" forecast "$out/sample.foretrail" --model ar-fourier --by total --step day --horizon 28 --holdout 28 \
    --out "$out/test-forecast.csv" --json > "$out/test-forecast.json"
"$cli" forecast "$out/sample.foretrail" --model ar-fourier --by total --step day --horizon 28 --out "$out/forecast.csv"
"$cli" train "$out/sample.foretrail" --spec "$out/lstm.json"
"$cli" runs "$out/sample.foretrail" --json > "$out/runs.json"
for format in png svg pdf xlsx csv; do
    "$cli" export "$out/sample.foretrail" --run 1 --series total --format "$format" --out "$out/lstm-run.$format"
done
"$cli" report "$out/sample.foretrail" --by item --top 5 --model ets --horizon 28 --out "$out/report.pdf"
"$cli" report "$out/sample.foretrail" --by item --top 5 --model ets --horizon 28 --out "$out/report.html"
printf '== Results are in %s\n' "$out"
for file in "$out"/*; do printf '   %s\n' "${file##*/}"; done
