#!/usr/bin/env bash
# Makes the Debian package for the release that this runs on: installs what is missing, builds, packs, and says where it is.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages build package
configure release -DFORETRAIL_TESTS=OFF
build release
say "Packing"
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} # files of the same commit are the same package
mkdir -p out
cpack --config build/release/CPackConfig.cmake -B build/release/package > build/release/package.log || { cat build/release/package.log >&2; exit 1; }
for package in build/release/package/foretrail_*.deb; do
    mv "$package" out/
    say "The package is out/${package##*/}. Install it with: apt-get install ./out/${package##*/}"
done
