#!/usr/bin/env bash
# Installs what is missing, builds, and opens Foretrail. Arguments go to the program: a workspace or files to import.
# Without a display it does the main job on the sample shop and says where the results are.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages build run
configure release -DFORETRAIL_TESTS=OFF
build release
bin="$root/build/release/bin"

if has_display; then
    say "Opening Foretrail"
    exec "$bin/foretrail" "$@"
fi

say "No display: the main job on the sample shop"
exec bash packaging/main-job.sh "$bin" "$root/out"
