#!/usr/bin/env bash
# Figures, scores, states and segments of all users, beside plain SQL on the same file and pandas, in one run; profiles and the list of users
# in the window. DuckDB has no Debian package and is measured where Python has it.
#   tests/benchmarks/profiles.sh [EVENTS USERS]    (5,000,000 and 250,000; 20000000 1000000 takes some minutes to make)
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

events=${1:-5000000} users=${2:-250000}
programs bench_profiles bench_userlist
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say "$events events of $users users"
"$bench/bench_profiles" "$work/shop.foretrail" "$events" "$users"
"$bench/bench_profiles" "$work/shop.foretrail" "$events" "$users"
"$bench/bench_userlist" "$work/shop.foretrail"
python3 tests/benchmarks/profiles.py "$work/shop.foretrail"
