#!/usr/bin/env bash
# Forecasts the public data beside the project with one default path, no option but season and step, and prints the errors beside
# published ones. Reads the data in place; says so where it is absent.
#   tests/benchmarks/accuracy.sh [MODEL]      default: auto
source "$(dirname "${BASH_SOURCE[0]}")/../../packaging/common.sh"

data=$root/../shared/data
model=${1:-auto}
[ -d "$data/m4" ] || { say "The public data is not beside the project: nothing to measure"; exit 0; }
configure release
cmake --build --preset release --target foretrail-cli
cli=$root/build/release/bin/foretrail-cli
score="python3 $root/tests/benchmarks/accuracy.py"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen

# forecast NAME [options of the verb]: tells wall time and threads
forecast() {
    local name=$1; shift
    "$cli" forecast "$work/$name.foretrail" --model "$model" "$@" --out "$work/$name.csv" --json 2>/dev/null |
        python3 -c 'import json, sys; j = json.load(sys.stdin); print("   %d series in %.1f s on %d threads" % (j["series"], j["seconds"], j["threads"]))'
}
wide() { # NAME TRAIN SEASON HORIZON
    "$cli" import "$work/$1.foretrail" "$data/$2" --kind series --layout wide >/dev/null 2>&1
    forecast "$1" --by series --all --season "$3" --horizon "$4"
}
# rolled HORIZON FOLDS: daily revenue of Online Retail, against last week repeated
rolled() {
    "$cli" backtest "$work/shop.foretrail" --model "$model,snaive" --horizon "$1" --folds "$2" --out "$work/shop.csv" --json 2>/dev/null > "$work/shop.json"
    $score rolled "$1" "$2" "$work/shop.json" "$work/shop.csv"
}

say "Model $model"
wide m3 m3/M3-Monthly-train.csv 12 18
$score wide "M3 Monthly, 18 ahead" "$work/m3.csv" "$data/m3/M3-Monthly-train.csv" "$data/m3/M3-Monthly-test.csv" 12 - \
    "ForecastPro 14.015 / .852, Theta 14.127 / .865, B-J automatic 14.726 / .915"
wide weekly m4/Weekly-train.csv 52 13
$score wide "M4 Weekly, 13 ahead" "$work/weekly.csv" "$data/m4/Weekly-train.csv" "$data/m4/Weekly-test.csv" 1 "$data/m4/forecasts/Naive2-Weekly.csv" \
    "Naive 9.354 / 2.598; best of the competition OWA .739 on the full set"
wide hourly m4/Hourly-train.csv 24 48
$score wide "M4 Hourly, 48 ahead" "$work/hourly.csv" "$data/m4/Hourly-train.csv" "$data/m4/Hourly-test.csv" 24 "$data/m4/forecasts/Naive2-Hourly.csv" \
    "seasonal naive 13.661 / 1.229; winner of the competition OWA .440 on the full set"
$score split "$data/walmart/train.csv.gz" 2012-02-03 "$work/before.csv" "$work/after.csv"
"$cli" import "$work/walmart.foretrail" "$work/before.csv" --kind series --map series=Store,series=Dept,time=Date,value=Weekly_Sales >/dev/null 2>&1
forecast walmart --by series --all --horizon 39
$score walmart "$work/walmart.csv" "$work/before.csv" "$work/after.csv"
"$cli" import "$work/shop.foretrail" "$data/online_retail/online_retail_2010-12_to_2011-09.csv.gz" >/dev/null 2>&1
rolled 7 12
rolled 28 4
