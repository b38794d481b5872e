#!/usr/bin/env bash
# Proves the Debian package: builds it in a root of a Debian release made with debootstrap, then installs it in a second, bare root,
# runs it from there, has others judge it, removes it, and compares all files with those before.
# As root:  packaging/prove-deb.sh bookworm|trixie [FOLDER [PACKAGE]]
#   FOLDER holds the roots (default: under /var/tmp). Its pristine root and the one to build in stay for the next time; remove FOLDER
#   to begin anew.  PACKAGE is taken instead of building one.
# The mirror is the one of this machine's apt. Not part of test.sh: it takes a while and needs the network.
set -euo pipefail
release=${1:?usage: packaging/prove-deb.sh bookworm|trixie [FOLDER [PACKAGE]]}
folder=${2:-/var/tmp/foretrail-deb-$release}
package=${3:-}
here=$(cd "$(dirname "$0")/.." && pwd)
say() { printf '==== %s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; exit 1; }
inside() { # ROOT COMMAND...
    local root=$folder/$1; shift
    chroot "$root" /usr/bin/env -i HOME=/tmp/home PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/tmp/runtime "$@"
}
release_mounts() {
    local root place
    for root in build bare; do for place in proc dev/shm; do umount "$folder/$root/$place" 2>/dev/null || true; done; done
}
prepare() { # ROOT
    local root=$folder/$1
    mkdir -p "$root/dev/shm" "$root/tmp/home"
    mkdir -m 700 -p "$root/tmp/runtime"
    mount -t proc proc "$root/proc"
    mount -t tmpfs tmpfs "$root/dev/shm"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    for file in /etc/apt/apt.conf.d/*prox*; do [ -e "$file" ] && cp "$file" "$root/etc/apt/apt.conf.d/"; done
    echo force-unsafe-io > "$root/etc/dpkg/dpkg.cfg.d/fast" # this root need not outlive a power cut
    inside "$1" apt-get update -qq
}

release_mounts
if grep -qF " $folder/" /proc/mounts; then complain "Something is still mounted below $folder. Unmount it first."; fi
trap release_mounts EXIT
mkdir -p "$folder"
if ! [ -d "$folder/pristine" ]; then
    say "A bare root of $release"
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | grep -m1 '/debian/*$' || true)
    rm -rf --one-file-system "$folder/pristine.new"
    debootstrap --variant=minbase "$release" "$folder/pristine.new" ${mirror:+"$mirror"} > "$folder/debootstrap.log" 2>&1 \
        || { tail "$folder/debootstrap.log"; exit 1; }
    mv "$folder/pristine.new" "$folder/pristine"
fi

if [ -z "$package" ]; then
    say "Building the package on $release"
    [ -d "$folder/build" ] || cp -a "$folder/pristine" "$folder/build"
    prepare build
    # At the same place as here, so that a ccache of both hits.
    mkdir -p "$folder/build$here"
    find "$folder/build$here" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf --one-file-system {} +
    git -C "$here" archive HEAD | tar -x -C "$folder/build$here"
    inside build SOURCE_DATE_EPOCH="$(git -C "$here" log -1 --format=%ct)" CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}" \
        bash "$here/packaging/deb.sh"
    package=$(echo "$folder/build$here"/out/foretrail_*.deb)
fi
[ -f "$package" ] || complain "There is no package $package."
cp "$here/packaging/prove-deb-inside.sh" "$package" "$folder/"
package=${package##*/}

say "A bare root to install $package in"
rm -rf --one-file-system "$folder/bare"
cp -a "$folder/pristine" "$folder/bare"
prepare bare
mv "$folder/prove-deb-inside.sh" "$folder/bare/tmp/"
mv "$folder/$package" "$folder/bare/tmp/"
inside bare bash /tmp/prove-deb-inside.sh "/tmp/$package"
say "The package holds on $release"
