#!/usr/bin/env bash
# Builds one program of this folder and runs it, without a screen unless QT_QPA_PLATFORM says otherwise.
#   tests/benchmarks/one.sh bench_chart [ARGUMENTS...]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

name=${1:?which program?}; shift
programs "$name"
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
exec "$bench/$name" "$@"
