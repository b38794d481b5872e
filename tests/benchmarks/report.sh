#!/usr/bin/env bash
# How long a report of 200 series takes, forecasts and drawing together, as PDF and as HTML: 200 items of the generated shop, or of FILE, a
# workspace of one's own. Less than a minute is wanted, with two cores at hand.
#   tests/benchmarks/report.sh [FILE.foretrail]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

programs foretrail-cli
cli=$bin/foretrail-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
shop=${1:-$work/shop.foretrail}
[ -e "$shop" ] || "$cli" sample "$shop" --size small --seed 1 >/dev/null
TIMEFORMAT='%R s, %U s of the processors'
for model in snaive ets auto; do
    for file in report.pdf report.html; do
        took=$({ time "$cli" report "$shop" --by item --top 200 --model $model --horizon 28 --out "$work/$file" 2>/dev/null; } 2>&1)
        printf '%s, %s: %s, %d bytes\n' "$model" "$file" "$took" "$(stat -c %s "$work/$file")"
    done
done
