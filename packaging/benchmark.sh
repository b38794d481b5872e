#!/usr/bin/env bash
# Installs what is missing, builds the release with its benchmarks, runs them, and writes one table: out/benchmarks.md, .json and .tsv.
#   packaging/benchmark.sh [accuracy speed scale start responsiveness memory reliability] [--quick] [--into README.md] [--plan] [--rivals]
# Without a group all of them, which takes some two hours on two cores; --plan says what takes how long. --rivals installs the programs that are measured
# beside it (statsmodels, pandas, torch, R's forecast); else those that are there are. BUILD=check measures the programs of that preset
# as they are there and installs and builds nothing: to try this out, since only the release is what a user gets.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

kinds=(build run test) options=()
for option in "$@"; do
    case "$option" in
        --rivals) kinds+=(rival) ;;
        *) options+=("$option") ;;
    esac
done
gather() { PATH=/usr/bin:$PATH python3 -B tests/benchmarks/gather.py "${options[@]}" "$@"; }

case " ${options[*]} " in *' --plan '*|*' --help '*|*' -h '*) gather; exit ;; esac
if [ -z "${BUILD:-}" ]; then
    install_packages "${kinds[@]}"
    configure release -DFORETRAIL_TESTS=ON -DFORETRAIL_BENCHMARKS=ON
    say "Building the release and its benchmarks"
    cmake --build --preset release --target foretrail foretrail-cli foretrail_neural all_benchmarks
fi
export FORETRAIL_BUILD=${BUILD:-release}
gather
