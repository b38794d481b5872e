#!/usr/bin/env bash
# Two types of one name in one namespace are undefined behaviour even where no file sees both: their inline functions are merged when the
# program is linked or loaded. Types of a header, and those of a source outside of unnamed namespaces, have names of their own.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
complain() { printf '%s\n' "$*" >&2; exit 1; }

# Prints the file of each definition of a type whose name another file has given away.
doubles() {
    find "$1"/core "$1"/ui "$1"/app \( -name '*.h' -o -name '*.cpp' \) -print0 | sort -z | xargs -0 awk '
        FNR == 1 { inside = ""; unnamed = 0 }
        /^namespace \{/ { unnamed = 1 }
        /^namespace [A-Za-z:]+ \{/ { inside = inside $2 "::" }
        /^} \/\/ namespace$/ { unnamed = 0 }
        !unnamed && /^(struct|class|union|enum|enum class) [A-Za-z0-9]+( final)?( :.*)? ?\{/ {
            name = $0
            sub(/^(struct|class|union|enum class|enum) /, "", name)
            sub(/[^A-Za-z0-9].*/, "", name)
            name = inside name
            if (name in first && first[name] != FILENAME) print name ": " first[name] " and " FILENAME
            else first[name] = FILENAME
            ++seen
        }
        END { if (seen < 1) print "nothing was read" }'
}

found=$(doubles "$root")
[ -z "$found" ] || complain "$found" "Give one of each pair another name"

trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
mkdir -p "$trial"/core "$trial"/ui "$trial"/app
printf 'namespace foretrail {\n\nnamespace {\n\nstruct Local {\n};\n\n} // namespace\n\nstruct Row {\n};\n\n} // namespace foretrail\n' |
    tee "$trial/core/One.h" > "$trial/ui/Two.cpp"
[ "$(doubles "$trial")" = "foretrail::Row: $trial/core/One.h and $trial/ui/Two.cpp" ] || complain "Two types of one name are not noticed"
