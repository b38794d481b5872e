#!/usr/bin/env bash
# The part of prove-deb.sh that runs in the bare root: prove-deb-inside.sh PACKAGE
set -euo pipefail
trap 'echo "It ended in line $LINENO." >&2' ERR
package=$1
say() { printf '== %s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; exit 1; }
add() { apt-get install -y -qq --no-install-recommends "$@" > /tmp/apt.log 2>&1 || { tail -30 /tmp/apt.log >&2; complain "apt-get install $* failed"; }; }
# Every file but those of apt, dpkg and ldconfig about themselves, and what this script writes.
files() { # [TESTS OF FIND...]
    find / -xdev \( -path /proc -o -path /tmp -o -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/cache/apt -o -path /var/log \) \
        -prune -o "$@" -print | sort
}
sums() { files -type f | tr '\n' '\0' | xargs -0 sha256sum; }

works_without_a_window() {
    cd /tmp
    rm -f forecast.csv forecast.png
    foretrail-cli --version
    foretrail-cli sample "$1" --size small --seed 1 > sample.txt
    foretrail-cli forecast "$1" --horizon 28 --out forecast.csv 2> forecast.txt
    [ "$(wc -l < forecast.csv)" = 29 ] || complain "the forecast has not 28 rows and a header"
    printf '%s' '{ "model": "lstm", "by": "total", "horizon": 7, "epochs": 2, "split": { "test": 28 } }' > lstm.json
    foretrail-cli train "$1" --spec lstm.json > train.txt 2>&1 || { cat train.txt; complain "no network was trained"; }
    foretrail-cli export "$1" --run 1 --format png --out forecast.png 2> export.txt || { cat export.txt; complain "no picture was drawn"; }
    [ ! -s export.txt ] || { cat export.txt; complain "drawing a picture comes with the messages above"; }
    [ "$(head -c 4 forecast.png | tail -c 3)" = PNG ] || complain "forecast.png is no PNG"
}
has_window() { # what the window says beside nothing is a fault
    timeout 60 foretrail --quit-after-first-paint "$@" > window.txt 2>&1 || { cat window.txt; complain "the window did not come up"; }
    [ ! -s window.txt ] || { cat window.txt; complain "the window comes with the messages above"; }
}
removed() { for file in /usr/bin/foretrail /usr/bin/foretrail-cli; do [ ! -e "$file" ] || complain "$file is still there"; done; }

say "Installing it alone, with what it depends on"
files > /tmp/bare.txt
add "$package"
dpkg-query -W -f 'size ${Installed-Size} kB, depends: ${Depends}\nrecommends: ${Recommends}\n' foretrail
say "$(dpkg-query -W | wc -l) packages, $(du -sxm /usr | cut -f 1) MB in /usr"
if readelf --version > /dev/null 2>&1; then complain "this root is not bare: it has binutils"; fi
say "The command line"
works_without_a_window shop.foretrail
printf '%s' '{ "model": "lstm", "by": "total", "horizon": 7, "epochs": 2, "engine": "libtorch", "split": { "test": 28 } }' > libtorch.json
if foretrail-cli train shop.foretrail --spec libtorch.json > libtorch.txt 2>&1; then complain "LibTorch is here, which only is recommended"; fi
tail -n 1 libtorch.txt
say "The window"
has_window
has_window shop.foretrail
say "Removing it again"
rm -rf /tmp/home/.* /tmp/home/* 2> /dev/null || true
apt-get purge -y -qq foretrail > /dev/null 2>&1
removed
if files | grep -i foretrail; then complain "these files stayed"; fi
apt-get autoremove --purge -y -qq > /dev/null 2>&1
files > /tmp/after.txt
say "Of what it depended on stayed: $(diff /tmp/bare.txt /tmp/after.txt | grep '^>' | tr '\n' ' ' || true)"

say "On a desktop: with what it recommends, and those who judge"
apt-get satisfy -y -qq --no-install-recommends "$(dpkg-deb -f "$package" Depends), $(dpkg-deb -f "$package" Recommends)" > /tmp/apt.log 2>&1 \
    || { tail /tmp/apt.log; complain "what it recommends cannot be had"; }
add desktop-file-utils appstream lintian man-db xdg-utils libfile-mimeinfo-perl libglib2.0-bin xvfb xauth xdotool librsvg2-bin
mandb -q > /dev/null 2>&1 || true # else its caches are made with the next package, whichever that is
sums > /tmp/before.sums
files > /tmp/before.txt
add "$package"
dpkg --verify foretrail
say "Its files"
dpkg -L foretrail | while read -r file; do [ -d "$file" ] || ls -l "$file"; done
desktop-file-validate /usr/share/applications/org.foretrail.Foretrail.desktop
metainfo=/usr/share/metainfo/org.foretrail.Foretrail.metainfo.xml
appstreamcli validate --no-net --explain "$metainfo" || appstreamcli validate --no-net --override=url-homepage-missing=info "$metainfo" # there is no homepage
man -w foretrail foretrail-cli
man -l "$(man -w foretrail-cli)" > page.txt 2> /dev/null; grep -q 'recommend-eval' page.txt || complain "the manual page does not name the verbs"
rsvg-convert -w 64 /usr/share/icons/hicolor/scalable/apps/foretrail.svg > icon.png

say "What a file manager asks"
works_without_a_window "网店 shop.foretrail"
cp "网店 shop.foretrail" nameless
for file in "网店 shop.foretrail" nameless; do
    [ "$(xdg-mime query filetype "$file")" = application/x-foretrail ] || complain "xdg-mime takes $file for $(xdg-mime query filetype "$file")"
    gio info -a standard::content-type "$file" | grep -q 'content-type: application/x-foretrail' || complain "gio takes $file for something else"
done
[ "$(xdg-mime query default application/x-foretrail)" = org.foretrail.Foretrail.desktop ] || complain "xdg-mime opens workspaces with something else"
gio mime application/x-foretrail | sed -n 1p
say "A network by LibTorch"
foretrail-cli train "网店 shop.foretrail" --spec libtorch.json 2>&1 | tail -n 1
say "A double click on it, on a screen"
cat > click.sh <<'SH'
gio open "$1"
for second in $(seq 90); do
    xdotool search --name "^$2\$" > /dev/null 2>&1 && exit 0
    sleep 1
done
exit 1
SH
for file in "网店 shop.foretrail" nameless; do
    QT_QPA_PLATFORM=xcb xvfb-run -a bash click.sh "$file" "${file%.foretrail} - Foretrail" 2> click.txt || complain "no window shows $file"
done

say "lintian"
lintian --allow-root --tag-display-limit 0 "$package" || true

say "Removing it again"
rm -rf /tmp/home/.[!.]* /tmp/home/*
apt-get purge -y -qq foretrail > /dev/null 2>&1
removed
files > /tmp/after.txt
sums > /tmp/after.sums
diff /tmp/before.txt /tmp/after.txt || complain "these files stayed or went"
diff /tmp/before.sums /tmp/after.sums | grep '^[<>]' | awk '{print $1, $3}' > /tmp/changed.txt || true
say "Files with other contents than before: $(sort -u -k 2 /tmp/changed.txt | awk '{print $2}' | sort -u | tr '\n' ' ')"
