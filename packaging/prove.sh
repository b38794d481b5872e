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
rm -rf "$folder"
say "A bare root of $release"
debootstrap --variant=minbase "$release" "$folder" ${mirror:+"$mirror"} > "$folder.log" 2>&1 || { tail "$folder.log"; exit 1; }
trap 'umount "$folder/proc" "$folder/dev" 2>/dev/null || true' EXIT
mount -t proc proc "$folder/proc"
mount --rbind /dev "$folder/dev" && mount --make-rslave "$folder/dev"
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
