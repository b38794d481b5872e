#!/usr/bin/env bash
# Installs what is missing, builds with warnings as errors, analyses the sources for some minutes, and runs every test. Arguments go to ctest.
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
say "Analysing the sources"
analysed=0
packaging/analyse.sh --all --tool cppcheck || analysed=$?
packaging/analyse.sh --minutes 1.5 --tool clang-tidy --tool clazy || say "What these two find is advice as yet: not every source has been seen clean"
say "Running every test"
export QT_QPA_PLATFORM=offscreen
ctest --preset check --parallel "$(nproc)" "$@"
[ "$analysed" = 0 ] || stop "Every test passed, but the analysis found what is listed above \"Running every test\"."
