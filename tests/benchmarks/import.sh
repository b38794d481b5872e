#!/usr/bin/env bash
# Imports generated sales lines beside sqlite3 and, where it is installed, pandas (python3-pandas, python3-sqlalchemy): the
# same file, in one run. A hundred million lines take 8 GB for the file and 25 GB in all.
#   tests/benchmarks/import.sh [ROWS...]      default: 2000000 20000000
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

programs foretrail-cli make_sales
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- 2000000 20000000
python3 tests/benchmarks/import.py "$bin/foretrail-cli" "$bench/make_sales" "$work" "$@"
