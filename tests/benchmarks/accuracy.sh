#!/usr/bin/env bash
# Forecasts the public data beside the project with one default path, no option but season and step, and prints the errors beside
# published ones. Reads the data in place; says so where it is absent.
#   tests/benchmarks/accuracy.sh [MODEL]      default: auto
#   tests/benchmarks/accuracy.sh --recipes    the recipes of METHODS 3.11, by spec files, beside their figures
#   tests/benchmarks/accuracy.sh --columns    Walmart by one network over all series, without and with columns and attributes beside them
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

model=${1:-auto}
[ -d "$data/m4" ] || { say "The public data is not beside the project: nothing to measure"; exit 0; }
programs foretrail-cli foretrail_neural
cli=$bin/foretrail-cli
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
# rolled HORIZON FOLDS: daily revenue of Online Retail over its last 24 weeks, against last week repeated
rolled() {
    "$cli" backtest "$work/shop.foretrail" --model "$model,snaive" --horizon "$1" --folds "$2" --out "$work/shop.csv" --json 2>/dev/null > "$work/shop.json"
    $score rolled "$1" "$2" "$work/shop.json" "$work/shop.csv"
}

# recipe NAME SET SEASON HORIZON SETTINGS: a forecast by a spec, without bands of its own
recipe() {
    printf '{"split": {"test": 0}, "intervals": "model", "season": %s, "horizon": %s, %s}' "$3" "$4" "$5" > "$work/$1.json"
    "$cli" forecast "$work/$2.foretrail" --spec "$work/$1.json" --by series --all --out "$work/$1.csv" 2>/dev/null
}
# figures NAME TITLE SET TEST SEASON PUBLISHED
figures() { $score wide "$2" "$work/$1.csv" "$data/$3-train.csv" "$data/$3-test.csv" "$4" - "$5"; }
# Reads the weeks of Walmart before the test part.
import_walmart() {
    $score split "$data/walmart/train.csv.gz" 2012-02-03 "$work/before.csv" "$work/after.csv"
    "$cli" import "$work/walmart.foretrail" "$work/before.csv" --kind series --map series=Store,series=Dept,time=Date,value=Weekly_Sales >/dev/null 2>&1
}
# joined GAPS KEY NAME...: a step that joins these columns of the store of each series, known ahead; NAME stands in KEY for the column
joined() {
    local gaps=$1 key=$2; shift 2
    local all=
    for name in "$@"; do all="$all${all:+, }{\"by\": \"series\", \"key\": \"${key/NAME/$name}\", \"measure\": \"value\", \"name\": \"$name\", \"knownAhead\": true}"; done
    printf ', {"step": "join", "gaps": "%s", "columns": [%s]}' "$gaps" "$all"
}
# beside TITLE GLOBAL STEPS COLUMN...: forecasts all departments with these settings of the network, steps of the recipe and columns in the workspace
beside() {
    local title=$1 global=$2 steps=$3; shift 3
    printf '{"model": "lstm-global", "by": "series", "horizon": 39, "split": {"test": 0}, "global": {%s},
             "recipe": {"format": 1, "name": "Columns", "steps": [{"step": "missing"}%s]}}' "$global" "$steps" > "$work/spec.json"
    say "$title"
    cp "$work/walmart.foretrail" "$work/columns.foretrail"
    if [ $# -gt 0 ]; then
        $score pick "$data/walmart/features.csv" "$work/features.csv" Store Date "$@"
        "$cli" import "$work/columns.foretrail" "$work/features.csv" --kind series >/dev/null 2>&1
    fi
    "$cli" forecast "$work/columns.foretrail" --spec "$work/spec.json" --by series "${departments[@]}" --out "$work/columns.csv" --json 2>/dev/null |
        python3 -c 'import json, sys; j = json.load(sys.stdin); print("   %d series in %.1f s on %d threads" % (j["series"], j["seconds"], j["threads"]))'
    $score walmart "$work/columns.csv" "$work/before.csv" "$work/after.csv"
}
columns() {
    local reductions=(MarkDown1 MarkDown2 MarkDown3 MarkDown4 MarkDown5) others=(Temperature Fuel_Price CPI Unemployment)
    import_walmart
    "$cli" import "$work/walmart.foretrail" "$data/walmart/stores.csv" --kind attributes >/dev/null 2>&1
    mapfile -t departments < <(tail -n +2 "$work/before.csv" | cut -d, -f1,2 | sort -u | sed 's/\(.*\),\(.*\)/--series\n\1\/\2/')
    beside "Without columns" "" ""
    local one='{1}' several='{1}/NAME' # what series are called where a table has one column of values, or several
    beside "Holiday weeks" "" "$(joined previous $one IsHoliday)" IsHoliday
    beside "Holiday weeks, type and size of the store" '"attributes": ["all"]' "$(joined previous $one IsHoliday)" IsHoliday
    beside "Holiday weeks and price reductions" "" "$(joined previous $several IsHoliday)$(joined zero $several "${reductions[@]}")" IsHoliday "${reductions[@]}"
    beside "These, and temperature, fuel, prices and unemployment" "" \
        "$(joined previous $several IsHoliday "${others[@]}")$(joined zero $several "${reductions[@]}")" IsHoliday "${reductions[@]}" "${others[@]}"
}
import_series() { "$cli" import "$work/$1.foretrail" "$data/$2" --kind series --layout wide >/dev/null 2>&1; }

recipes() {
    local yule='"model": "ar-seasonal", "arCriterion": "aic"'
    import_series weekly m4/Weekly-train.csv
    recipe w-theta weekly 1 13 '"model": "theta"'
    recipe w-diff weekly 1 13 '"model": "ar-diff", "arCriterion": "aic"'
    recipe w-long weekly 52 13 "$yule"
    recipe w-pooled weekly 1 13 '"model": "pooled", "centre": "last", "penalty": 1e-4, "pooledLookback": 65, "pooledWindows": 600'
    $score short "$work/w-long.csv" "$data/m4/Weekly-train.csv" 130 "$work/w-season.csv"
    $score combine median "$work/w-median.csv" "$work/w-theta.csv" "$work/w-pooled.csv" "$work/w-season.csv" "$work/w-diff.csv"
    figures w-theta "M4 Weekly, Theta" m4/Weekly 1 "9.287 / 2.438"
    figures w-diff "M4 Weekly, AR of changes, AIC" m4/Weekly 1 "6.344 / 1.905"
    figures w-season "M4 Weekly, AR of changes against 52 before, the last value up to 130 weeks" m4/Weekly 1 "8.383 / 2.910"
    figures w-pooled "M4 Weekly, pooled ridge" m4/Weekly 1 "8.151 / 2.385"
    figures w-median "M4 Weekly, median of the four" m4/Weekly 1 "6.247 / 1.869"
    import_series hourly m4/Hourly-train.csv
    recipe h-week hourly 168 48 "$yule"
    recipe h-day hourly 24 48 "$yule, \"maxArOrder\": 200"
    recipe h-pooled hourly 24 48 '"model": "pooled", "centre": "mean", "penalty": 1e-4, "pooledLookback": 336, "pooledWindows": 300'
    $score combine median "$work/h-median.csv" "$work/h-week.csv" "$work/h-day.csv" "$work/h-pooled.csv"
    figures h-week "M4 Hourly, AR of changes against 168 before" m4/Hourly 24 "10.343 / 1.142"
    figures h-day "M4 Hourly, AR of changes against 24 before" m4/Hourly 24 "10.852 / .866"
    figures h-pooled "M4 Hourly, pooled ridge" m4/Hourly 24 "12.453 / 2.146"
    figures h-median "M4 Hourly, median of the three" m4/Hourly 24 "9.388 / .909"
    import_series m3 m3/M3-Monthly-train.csv
    recipe m-season m3 12 18 "$yule"
    recipe m-theta m3 12 18 '"model": "theta"'
    recipe m-pooled m3 12 18 '"model": "pooled", "centre": "mean", "penalty": 1e-4, "pooledLookback": 36, "pooledWindows": 600'
    for how in mean median; do $score combine $how "$work/m-$how.csv" "$work/m-season.csv" "$work/m-theta.csv" "$work/m-pooled.csv"; done
    figures m-season "M3 Monthly, AR of changes against 12 before" m3/M3-Monthly 12 "16.000 / .937"
    figures m-theta "M3 Monthly, Theta" m3/M3-Monthly 12 "14.106 / .866 (R)"
    figures m-pooled "M3 Monthly, pooled ridge" m3/M3-Monthly 12 "15.057 / .953"
    figures m-mean "M3 Monthly, mean of the three" m3/M3-Monthly 12 "13.719 / .842"
    figures m-median "M3 Monthly, median of the three" m3/M3-Monthly 12 "13.814 / .846"
}
if [ "$model" = --recipes ]; then
    say "Recipes"
    recipes
    exit 0
fi
if [ "$model" = --columns ]; then
    columns
    exit 0
fi

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
import_walmart
forecast walmart --by series --all --horizon 39
$score walmart "$work/walmart.csv" "$work/before.csv" "$work/after.csv"
"$cli" import "$work/shop.foretrail" "$data/online_retail/online_retail_2010-12_to_2011-09.csv.gz" >/dev/null 2>&1
rolled 7 24
rolled 28 6
