#!/usr/bin/env bash
# Figures, scores, states and segments of all users, beside plain SQL on the same file and pandas, in one run; profiles and the list of users
# in the window. DuckDB has no Debian package and is not measured.
#   tests/benchmarks/profiles.sh [EVENTS USERS]    (5,000,000 and 250,000; 20000000 1000000 takes some minutes to make)
source "$(dirname "${BASH_SOURCE[0]}")/../../packaging/common.sh"

events=${1:-5000000} users=${2:-250000}
preset=${FORETRAIL_PRESET:-release} # another build that is there, on a machine that is short of time; say so beside its figures
if [ "$preset" = release ]; then configure release -DFORETRAIL_TESTS=OFF -DFORETRAIL_BENCHMARKS=ON; else configure "$preset" -DFORETRAIL_BENCHMARKS=ON; fi
cmake --build --preset "$preset" -j"${FORETRAIL_JOBS:-$(nproc)}" --target bench_profiles bench_userlist
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say "$events events of $users users"
"$root/build/$preset/benchmarks/bench_profiles" "$work/shop.foretrail" "$events" "$users"
"$root/build/$preset/benchmarks/bench_profiles" "$work/shop.foretrail" "$events" "$users"
"$root/build/$preset/benchmarks/bench_userlist" "$work/shop.foretrail"
python3 tests/benchmarks/profiles.py "$work/shop.foretrail"
