#!/usr/bin/env bash
# What an installation of this build holds: every file, in step with each other and with the program, and fit for those who read
# them. Takes the build folder. Needs neither root nor network; what judges files and is not installed here is said to be left out.
set -euo pipefail
build=$1
version=$2
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
root=$place/root
complain() { printf '%s\n' "$*" >&2; exit 1; }
have() { command -v "$1" > /dev/null || { printf 'left out: %s is not installed here\n' "$1"; return 1; }; }

DESTDIR=$root cmake --install "$build" --prefix /usr > "$place/log" || { cat "$place/log" >&2; complain "cmake --install failed"; }
wanted="bin/foretrail
bin/foretrail-cli
lib/foretrail/libforetrail_neural.so
share/applications/org.foretrail.Foretrail.desktop
share/doc/foretrail/changelog.Debian.gz
share/doc/foretrail/changelog.gz
share/doc/foretrail/copyright
share/icons/hicolor/scalable/apps/foretrail.svg
share/man/man1/foretrail-cli.1.gz
share/man/man1/foretrail.1.gz
share/metainfo/org.foretrail.Foretrail.metainfo.xml
share/mime/packages/org.foretrail.Foretrail.xml"
found=$(cd "$root/usr" && find . -type f | sed 's|^\./||' | LC_ALL=C sort)
[ "$found" = "$wanted" ] || { diff <(printf '%s\n' "$wanted") <(printf '%s\n' "$found") >&2 || true; complain "the files that are installed (>) are not those wanted (<)"; }
[ "$(find "$root" -mindepth 1 -maxdepth 1)" = "$root/usr" ] || complain "something lies beside /usr"
share=$root/usr/share
cli=$root/usr/bin/foretrail-cli

# The program, from where it was installed.
[ "$("$cli" --version)" = "foretrail-cli $version" ] || complain "foretrail-cli does not say version $version"
mkdir -m 700 "$place/home" "$place/runtime"
home() { env HOME="$place/home" XDG_CONFIG_HOME="$place/home" XDG_DATA_HOME="$place/home" XDG_RUNTIME_DIR="$place/runtime" QT_QPA_PLATFORM=offscreen "$@"; }
home "$root/usr/bin/foretrail" --quit-after-first-paint > "$place/said" 2>&1 || { cat "$place/said" >&2; complain "the window does not come up"; }
[ ! -s "$place/said" ] || { cat "$place/said" >&2; complain "the window comes up with the messages above"; }

# The manual pages name every verb of the help and no other, and every option of the window.
"$cli" --help | sed -n '/^Subcommands/,$s/^  \([a-z][a-z-]*\) .*/\1/p' | sort > "$place/verbs"
[ "$(wc -l < "$place/verbs")" -gt 30 ] || complain "the verbs of --help were not found"
zcat "$share/man/man1/foretrail-cli.1.gz" | sed -n '/^\.SH VERBS/,/^\.SH COMMON/s/^\\fB\([^ ]*\)\\fR.*/\1/p' | tr -d '\\' | sort > "$place/told"
diff "$place/verbs" "$place/told" >&2 || complain "the manual page (>) does not name the verbs of --help (<)"
for code in 0 1 2 3; do
    zcat "$share/man/man1/foretrail-cli.1.gz" | sed -n '/^\.SH EXIT STATUS/,/^\.SH FILES/p' | grep -qx "\.B $code" || complain "the manual page does not tell exit code $code"
done
home "$root/usr/bin/foretrail" --help | grep -o '^  --*[a-z-]*[a-z]' | tr -d ' ' > "$place/options"
[ -s "$place/options" ] || complain "the options of the window were not found"
while read -r option; do
    zcat "$share/man/man1/foretrail.1.gz" | tr -d '\\' | grep -qe "$option" || complain "the manual page of foretrail does not name $option"
done < "$place/options"
for page in foretrail foretrail-cli; do
    zcat "$share/man/man1/$page.1.gz" | grep -q "\"Foretrail $version\"" || complain "the manual page of $page is not of version $version"
    if have man && have groff; then
        man --warnings -l "$share/man/man1/$page.1.gz" > "$place/page" 2> "$place/said"
        [ ! -s "$place/said" ] || { cat "$place/said" >&2; complain "the manual page of $page is not well written"; }
        grep -q 'EXIT STATUS' "$place/page" || complain "the manual page of $page is not drawn"
    fi
done

# What a desktop reads names things that are there.
desktop=$share/applications/org.foretrail.Foretrail.desktop
metainfo=$share/metainfo/org.foretrail.Foretrail.metainfo.xml
value() { sed -n "s/^$1=//p" "$desktop"; }
[ "$(value Exec)" = "foretrail %F" ] && [ -x "$root/usr/bin/$(value TryExec)" ] || complain "the desktop file starts something else"
[ -f "$share/icons/hicolor/scalable/apps/$(value Icon).svg" ] || complain "the icon of the desktop file is not there"
case ";$(value MimeType)" in *";application/x-foretrail;"*) ;; *) complain "the desktop file does not take workspaces" ;; esac
[ "$(sed -n 's|.*<id>\(.*\)</id>|\1|p' "$metainfo").desktop" = "${desktop##*/}" ] || complain "the metainfo is of another program"
grep -q "<launchable type=\"desktop-id\">${desktop##*/}<" "$metainfo" || complain "the metainfo starts something else"
sed -n 's|.*<release version="\([^"]*\)".*|\1|p' "$metainfo" | head -n 1 | grep -qx "$version" || complain "the newest release of the metainfo is not $version"
zcat "$share/doc/foretrail/changelog.Debian.gz" | head -n 1 | grep -q "^foretrail ($version-1" || complain "the changelog of the package is not of $version"
zcat "$share/doc/foretrail/changelog.gz" | grep -q "^## $version" || complain "the changelog does not tell of $version"
if have desktop-file-validate; then
    [ -z "$(desktop-file-validate "$desktop" | tee "$place/said")" ] || { cat "$place/said" >&2; complain "the desktop file is not as it should be"; }
fi
if have appstreamcli; then
    validates() { appstreamcli validate --no-net --no-color "$@" "$metainfo" >> "$place/said" 2>&1; }
    # There is no homepage, which newer versions miss and older ones cannot be told to do without.
    : > "$place/said"
    validates || validates --override=url-homepage-missing=info || { cat "$place/said" >&2; complain "the metainfo is not as it should be"; }
fi
if have update-mime-database; then
    XDG_DATA_DIRS=$share:/usr/share update-mime-database "$share/mime" 2> "$place/said"
    [ ! -s "$place/said" ] || { cat "$place/said" >&2; complain "the MIME type is not as it should be"; }
    grep -q ':application/x-foretrail:\*\.foretrail$' "$share/mime/globs2" || complain "no MIME type has the suffix of workspaces"
    # A workspace begins as the MIME type says: sqlite.org/fileformat2.html has the offsets.
    "$cli" sample "$place/s.foretrail" --size small > /dev/null
    [ "$(head -c 15 "$place/s.foretrail")" = "SQLite format 3" ] || complain "a workspace is no SQLite database"
    grep -aq "FTRL" "$share/mime/magic" || complain "the MIME type does not know a workspace by its content"
    [ "$(head -c 72 "$place/s.foretrail" | tail -c 4)" = FTRL ] || complain "a workspace does not say what it is where the MIME type looks"
fi
