#!/usr/bin/env bash
# ETS and Theta on M3 Monthly beside R's package forecast (Debian: r-cran-forecast) on the same series, one core each: errors and seconds.
#   tests/benchmarks/rival.sh [SERIES]      default: 714, all of them
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ -d "$data/m3" ] || { say "The public data is not beside the project: nothing to measure"; exit 0; }
programs foretrail-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=${1:-714}
for part in train test; do head -n $((count + 1)) "$data/m3/M3-Monthly-$part.csv" > "$work/$part.csv"; done
"$bin/foretrail-cli" import "$work/m3.foretrail" "$work/train.csv" --kind series --layout wide >/dev/null 2>&1
score() { python3 tests/benchmarks/accuracy.py wide "$1" "$2" "$work/train.csv" "$work/test.csv" 12 - | head -n 1; }
for model in ets theta; do
    # Bands of the model itself, as R has them.
    printf '{"model": "%s", "by": "series", "season": 12, "horizon": 18, "intervals": "model", "split": {"test": 0}}' $model > "$work/spec.json"
    "$bin/foretrail-cli" forecast "$work/m3.foretrail" --spec "$work/spec.json" --all --workers 1 --out "$work/$model.csv" --json 2>/dev/null |
        python3 -c 'import json, sys; print("%s by Foretrail: %.2f s" % (sys.argv[1], json.load(sys.stdin)["seconds"]))' $model
    score "$model by Foretrail" "$work/$model.csv"
    if command -v Rscript >/dev/null && Rscript -e 'quit(status = !requireNamespace("forecast", quietly = TRUE))' 2>/dev/null; then
        Rscript tests/benchmarks/rival.R $model "$work/train.csv" 12 18 "$work/$model-r.csv" 2>/dev/null
        score "$model by R" "$work/$model-r.csv"
    else
        say "R's package forecast is not installed: no comparison"
    fi
done
