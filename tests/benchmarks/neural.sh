#!/usr/bin/env bash
# Builds the release's engine and measures it in turns with python3-torch (package python3-torch).
#   tests/benchmarks/neural.sh [ROUNDS]      default: 7
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

programs bench_neural
exec python3 tests/benchmarks/neural.py "$bench/bench_neural" "${1:-7}"
