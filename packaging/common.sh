# Shared by run.sh and test.sh: installs what packaging/dependencies lists, configures, builds. Sourced by bash.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export LC_ALL=C.UTF-8

say() { printf '== %s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

is_installed() { [ "$(dpkg-query -W -f='${Status}' "$1" 2>/dev/null)" = "install ok installed" ]; }
is_offered() { [ -n "$(apt-cache --no-all-versions show "$1" 2>/dev/null)" ]; }

# Lines of packaging/dependencies of the given kinds, one package (with its alternatives) each.
listed() {
    local kinds=" $* " kind names
    while read -r kind names; do
        case "$kind" in ''|'#'*) continue ;; esac
        [[ "$kinds" == *" $kind "* ]] && printf '%s\n' "$names"
    done < packaging/dependencies
    return 0
}

# Of alternatives, whether one is there; a name with ? is wanted only where this release offers it.
is_satisfied() {
    local name
    case "$1" in *'?') is_installed "${1%?}" || ! is_offered "${1%?}"; return ;; esac
    for name in ${1//|/ }; do is_installed "$name" && return 0; done
    return 1
}

missing() {
    local names
    listed "$@" | while read -r names; do is_satisfied "$names" || printf '%s\n' "$names"; done
}

# The first alternative that this release offers.
choose() {
    local name
    for name in ${1//[|?]/ }; do is_offered "$name" && { printf '%s\n' "$name"; return 0; }; done
    stop "No package of '$1' is offered here. Foretrail is packaged for Debian 12, Debian 13 and Ubuntu 24.04."
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
    local wanted names chosen=()
    wanted=$(missing "$@")
    [ -n "$wanted" ] || { say "Every package is installed"; return 0; }
    command -v apt-get >/dev/null || stop "This system has no apt-get. Install the packages of packaging/dependencies by hand."
    if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
        stop "Missing: $(echo $wanted). Run this script as root once, or have these packages installed."
    fi
    say "Updating the list of packages"
    as_root apt-get update -qq
    wanted=$(missing "$@")
    while read -r names; do chosen+=("$(choose "$names")"); done <<< "$wanted"
    say "Installing ${chosen[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${chosen[@]}" >/dev/null
}

# configure PRESET [options]; build PRESET
configure() {
    local preset=$1; shift
    if ! [ -w "${CCACHE_DIR:-${HOME:-/nonexistent}}" ]; then export CCACHE_DIR="$root/build/ccache"; fi
    say "Configuring ($preset)"
    cmake --preset "$preset" "$@" > "build-$preset.log" 2>&1 || { cat "build-$preset.log" >&2; rm -f "build-$preset.log"; exit 1; }
    rm -f "build-$preset.log"
}
build() {
    say "Building ($1) on $(nproc) cores; the first time takes some minutes"
    cmake --build --preset "$1" -- -k 20
}

has_display() {
    [ -n "${WAYLAND_DISPLAY:-}" ] && return 0
    [ -n "${DISPLAY:-}" ]
}
