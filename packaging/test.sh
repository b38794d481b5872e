#!/usr/bin/env bash
# Installs what is missing, builds with warnings as errors, and runs every test. Arguments go to ctest.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages build run test
configure dev
build dev
say "Running every test"
export QT_QPA_PLATFORM=offscreen
exec ctest --preset dev --parallel "$(nproc)" "$@"
