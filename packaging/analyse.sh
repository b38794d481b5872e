#!/usr/bin/env bash
# Static analysis of core, ui and app with clang-tidy, clazy and cppcheck: analyse.sh [--all] [--minutes M] [--base COMMIT]
# --all leaves nothing out. What was found clean is known the next time. See CONTRIBUTING.md.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ -e build/check/compile_commands.json ] || { install_packages build test; configure check; }
exec python3 packaging/analyse.py "$@"
