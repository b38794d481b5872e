#!/usr/bin/env bash
# How long until the window is on screen, beside an empty Qt window.
#   tests/benchmarks/start.sh [ROUNDS]      default: 11
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

programs foretrail foretrail-cli bench_empty_window
python3 tests/benchmarks/start.py "$bin" "$bench/bench_empty_window" "${1:-11}"
