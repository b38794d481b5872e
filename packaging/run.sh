#!/usr/bin/env bash
# Installs what is missing, builds, and opens Foretrail. Arguments go to the program: a workspace or files to import.
# Without a display it does the main job on the sample shop and says where the results are.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages build run
configure release -DFORETRAIL_TESTS=OFF
build release
bin="$root/build/release/bin"

if has_display; then
    say "Opening Foretrail"
    exec "$bin/foretrail" "$@"
fi

say "No display: the main job on the sample shop"
out="$root/out"
mkdir -p "$out"
rm -f "$out"/sample.foretrail*
cli="$bin/foretrail-cli"
"$cli" sample "$out/sample.foretrail" --size small --seed 1
cat > "$out/lstm.json" <<'JSON'
{ "measure": "revenue", "by": "total", "step": "day", "model": "lstm", "horizon": 28, "split": { "test": 28 } }
JSON
"$cli" forecast "$out/sample.foretrail" --model ar-fourier --by total --step day --horizon 28 --holdout 28 \
    --out "$out/test-forecast.csv" --json > "$out/test-forecast.json"
"$cli" forecast "$out/sample.foretrail" --model ar-fourier --by total --step day --horizon 28 --out "$out/forecast.csv" > /dev/null
"$cli" train "$out/sample.foretrail" --spec "$out/lstm.json" --json > "$out/run.json"
"$cli" runs "$out/sample.foretrail" --json > "$out/runs.json"
"$cli" export "$out/sample.foretrail" --run 1 --series total --format png --out "$out/forecast.png"
"$cli" export "$out/sample.foretrail" --run 1 --series total --format pdf --out "$out/forecast.pdf"
say "Results are in $out"
for file in "$out"/*; do printf '   %s\n' "$(basename "$file")"; done
sed -n 's/.*"sentence": *"\([^"]*\)".*/   \1/p' "$out/test-forecast.json"
