#!/usr/bin/env bash
# How soon profiles and next items follow an event, the highest rate that is kept up with, memory over a million events; beside counting all
# users anew, in one run; and how long the window of page Live answers nothing meanwhile.
#   tests/benchmarks/live.sh [RATE SECONDS USERS ITEMS]    (1000 60 100000 10000)
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

programs bench_live bench_livepage
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bench/bench_live" "$work/live.foretrail" "$@"
QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$bench/bench_livepage"
