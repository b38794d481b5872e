#!/usr/bin/env bash
# Models of buyers on the CDNOW sample beside the project, with the figures that were published of it, and how long they take to learn
# from 100,000 simulated users. Reads the data in place; says so where it is absent.
#   tests/benchmarks/customers.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

sample=$data/cdnow/CDNOW_sample.txt
programs foretrail-cli bench_customers
cli=$bin/foretrail-cli

say "Simulated users"
"$bench/bench_customers"

[ -e "$sample" ] || { say "The CDNOW sample is not beside the project: nothing to compare with"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A line is an order; the day is written as most logs do.
{ echo order,customer,date,quantity,amount
  awk '{ print NR "," $2 "," substr($3, 1, 4) "-" substr($3, 5, 2) "-" substr($3, 7, 2) "," $4 "," $5 }' "$sample"; } > "$work/cdnow.csv"
"$cli" import "$work/cdnow.foretrail" "$work/cdnow.csv" --kind sales \
    --map session=order,user=customer,time=date,quantity=quantity,amount=amount >/dev/null 2>"$work/import.log" || { cat "$work/import.log"; exit 1; }
say "CDNOW, 2,357 customers, 39 weeks to learn from and 39 to judge"
for model in bgnbd mbgnbd pareto-nbd; do
    "$cli" customers "$work/cdnow.foretrail" --model $model --calibration-end 1997-09-30 --horizon 273 --json --out "$work/$model.csv" \
        > "$work/$model.json" 2>/dev/null
done
python3 tests/benchmarks/customers.py "$work"
