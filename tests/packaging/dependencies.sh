#!/usr/bin/env bash
# The list of packages is readable, and every package of it that the tests of this machine stand on is found.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
complain() { printf '%s\n' "$*" >&2; exit 1; }
if grep -vE '^(#.*|(build|run|package|test|rival) [a-z0-9.+-]+(\?|(\|[a-z0-9.+-]+)*))?$' "$root/packaging/dependencies"; then
    complain "these lines of packaging/dependencies are not: kind name[|alternative]"
fi
for script in "$root"/packaging/*.sh "$root"/.ci/run; do bash -n "$script" || complain "$script is not valid bash"; done
# Names and machine paths that belong to one machine have no place in the project.
if git -C "$root" grep -nE '/home/[a-z]|/root/|snapshot\.debian' -- ':!tests/packaging/dependencies.sh' ':!packaging/prove.sh'; then
    complain "the lines above name a machine"
fi
