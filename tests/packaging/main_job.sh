#!/usr/bin/env bash
# The job that run.sh does without a display, on this build: every result is there and holds what it should.
set -euo pipefail
bin=$1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
root=$(cd "$(dirname "$0")/../.." && pwd)
complain() { printf '%s\n' "$*" >&2; exit 1; }

bash "$root/packaging/main-job.sh" "$bin" "$out/results" > "$out/log"
grep -q "Results are in $out/results" "$out/log" || complain "the place of the results is not named"
for file in test-forecast.csv forecast.csv lstm-run.csv; do
    [ "$(wc -l < "$out/results/$file")" = 29 ] || complain "$file has not 28 rows and a header"
    head -n 1 "$out/results/$file" | grep -q '^series,h,time,model,mean,lo80,hi80,lo95,hi95' || complain "$file has another header"
done
grep -q '"WAPE"' "$out/results/test-forecast.json" || complain "the test forecast has no WAPE"
[ "$(head -c 4 "$out/results/lstm-run.png" | tail -c 3)" = PNG ] || complain "lstm-run.png is no PNG"
[ "$(head -c 4 "$out/results/lstm-run.pdf")" = %PDF ] || complain "lstm-run.pdf is no PDF"
grep -q '<svg' "$out/results/lstm-run.svg" || complain "lstm-run.svg is no SVG"
[ "$(head -c 2 "$out/results/lstm-run.xlsx")" = PK ] || complain "lstm-run.xlsx is no workbook"
[ "$(head -c 4 "$out/results/report.pdf")" = %PDF ] || complain "report.pdf is no PDF"
[ "$(grep -c '<section>' "$out/results/report.html")" = 5 ] || complain "report.html has not a part for each series"
# Twice in a row: the job starts over.
bash "$root/packaging/main-job.sh" "$bin" "$out/results" > /dev/null
