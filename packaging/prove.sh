#!/usr/bin/env bash
# Proves run.sh and test.sh on a bare machine: a fresh root of a Debian release made with debootstrap, the committed
# state of this repository cloned into it, then run.sh twice, test.sh, and run.sh as a user without root.
# As root:  packaging/prove.sh bookworm|trixie [FOLDER]   (FOLDER holds the root; default: under /var/tmp)
# The mirror is the one of this machine's apt. Not part of test.sh: it takes a while and needs the network.
set -euo pipefail
release=${1:?usage: packaging/prove.sh bookworm|trixie [FOLDER]}
folder=${2:-/var/tmp/foretrail-$release}
here=$(cd "$(dirname "$0")/.." && pwd)
say() { printf '==== %s\n' "$*"; }
inside() { chroot "$folder" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | grep -m1 '/debian/*$' || true)
# What an interrupted run left mounted goes first, and nothing outside of the root's own disk is ever removed.
release_mounts() { local place; for place in proc dev/shm; do umount "$folder/$place" 2>/dev/null || true; done; }
release_mounts
if grep -qF " $folder/" /proc/mounts; then echo "Something is still mounted below $folder. Unmount it first." >&2; exit 1; fi
rm -rf --one-file-system "$folder"
say "A bare root of $release"
debootstrap --variant=minbase "$release" "$folder" ${mirror:+"$mirror"} > "$folder.log" 2>&1 || { tail "$folder.log"; exit 1; }
trap release_mounts EXIT
mount -t proc proc "$folder/proc"
mkdir -p "$folder/dev/shm" # the other devices are debootstrap's own, never this machine's
mount -t tmpfs tmpfs "$folder/dev/shm"
cp /etc/resolv.conf "$folder/etc/resolv.conf"
for file in /etc/apt/apt.conf.d/*proxy* /etc/apt/apt.conf.d/*prox*; do [ -e "$file" ] && cp "$file" "$folder/etc/apt/apt.conf.d/"; done
git clone -q "$here" "$folder/srv/foretrail"

say "run.sh, the first time"; inside bash /srv/foretrail/packaging/run.sh
say "run.sh, the second time"; inside bash /srv/foretrail/packaging/run.sh
say "test.sh"; inside bash /srv/foretrail/packaging/test.sh
say "run.sh as a user without root"
inside useradd -m analyst
inside cp -r /srv/foretrail/. /home/analyst/foretrail
inside rm -rf /home/analyst/foretrail/build /home/analyst/foretrail/out
inside chown -R analyst /home/analyst/foretrail
inside su analyst -c 'bash ~/foretrail/packaging/run.sh'
say "All of it works on $release"
