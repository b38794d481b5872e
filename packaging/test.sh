#!/usr/bin/env bash
# Installs what is missing, builds with warnings as errors, and runs every test. Arguments go to ctest.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages build run test
configure check
build check
if command -v clang++ >/dev/null; then
    say "Running each fuzz target for some seconds"
    tests/fuzz/run.sh 5
else
    say "No clang here: the fuzz targets are left out"
fi
say "Running every test"
export QT_QPA_PLATFORM=offscreen
exec ctest --preset check --parallel "$(nproc)" "$@"
